"""Bad command lines about an agency's own forms and about blank sheets, and how each ends."""

from tests.cli.bad_things import BY_NAME, CHECK, NUMBER, Bad, js, plain, signed
from tests.cli.conftest import entry

BAD_FORMS: dict[str, Bad] = {
    "facts of one form": plain("form", "facts", "x", says="too many"),
    "forms of one case": signed("form", "list", NUMBER, says="too many"),
    "a form that is a picture": plain("form", "fields", "{f}/picture", says="no PDF", code=1),
    "a form that is not there": plain("form", "fields", "{f}/nowhere", says="no file to read"),
    "a form that is a folder": plain("form", "fields", "{f}/folder", says="no file to read"),
    "a form of nothing": plain("form", "fields", "{f}/empty", says="no PDF", code=1),
    "a mapping of a picture": plain(
        "form", "map", "{f}/picture", "--name", "x", "--out", "{f}/m", says="no PDF", code=1
    ),
    "a mapping over a file": plain(
        "form", "map", "{f}/picture", "--name", "x", "--out", "{f}/empty", says="exists already"
    ),
    "a mapping without a name": plain(
        "form", "map", "{f}/picture", "--out", "{f}/m", says="--name must be given"
    ),
    "a mapping that is no text": plain(
        "form", "check", "{f}/picture", "{f}/picture", says="no text"
    ),
    "a mapping that says nothing": plain(
        "form", "check", "{f}/picture", "{f}/empty", says="format"
    ),
    "a mapping that is prose": plain(
        "form", "check", "{f}/picture", "{f}/words", says="no TOML at line 1"
    ),
    "adopted without a mapping": signed("form", "adopt", "{f}/picture", says="MAP.toml must be"),
    "adopted from prose": signed("form", "adopt", "{f}/picture", "{f}/words", says="no TOML"),
    "a form nobody adopted": signed(
        "form", "fill", "court-form", NUMBER, "--out", "{f}/p", says="no form of that name", code=1
    ),
    "a paper nobody adopted": signed(
        "paper", "print", "official:x", NUMBER, "--out", "{f}/p", says="no paper", code=1
    ),
}
BAD_SHEETS: dict[str, Bad] = {
    "no blank sheets": signed(
        "paper", "downtime", "--count", "0", "--out", "{f}/p", says="--count"
    ),
    "too many blank sheets": signed(
        "paper", "downtime", "--count", "61", "--out", "{f}/p", says="--count"
    ),
    "blank sheets over a file": signed(
        "paper", "downtime", "--count", "1", "--out", "{f}/empty", says="exists already"
    ),
    "a blank sheet that was never printed": Bad(
        ("paper", "downtime-enter", "DT-AC-26-0001", NUMBER, "-"),
        1,
        ("No sheet of that number",),
        js(CHECK),
    ),
    "a blank sheet with a name for its number": signed(
        "paper", "downtime-strike", BY_NAME, "--reason", "wet", says="NUMBER"
    ),
    "a blank sheet struck for no reason": signed(
        "paper", "downtime-strike", "DT-AC-26-0001", "--reason", " ", says="--reason"
    ),
    "a blank sheet entered from a picture": signed(
        "paper", "downtime-enter", "DT-AC-26-0001", NUMBER, "{f}/picture", says="JSON"
    ),
    "a blank sheet of another kind of entry": Bad(
        ("paper", "downtime-enter", "DT-AC-26-0001", NUMBER, "-"),
        2,
        ("kind",),
        js(entry("labels_printed")),
    ),
    "a list of one blank sheet": plain("paper", "downtime-open", "2", says="too many"),
}
