"""Minors Desk: the case record of children in police care, from encounter to verified handoff.

The map; each layer imports only those below it (checked by import-linter)::

    app         puts all together: the one module that may import every layer
    ui          windows and widgets; with app the only one that knows Qt
    cli         the desk without a window
    services    what a person can do, one function each; one transaction, one `Changes`
    storage     how the record is kept: keys, encryption, journal, index (the only SQL)
    papers      how a case is printed; knows the case, not the tables
    wording     sentences made of the codes that the domain returns
    domain      entries, the fold, custody, duties: pure functions, time is passed in
    settings    this workstation's settings    i18n  translation    logs  the log file
    directory   lines to call, with their sources
    lists       languages and countries
    assets      files of resources/            errors  failures told to a person

The same feature word in every layer: `git ls-files '*custody*'` lists the slice.
"""

__version__ = "0.1.0"
