"""Prepares, starts or tests Minors Desk from a checkout, on a machine with only Python 3.11+.

The text of this file keeps to what Python 3.6 can read, so that an old Python gets a sentence
instead of a syntax error.
"""

import sys

USAGE = """usage: python3 installer/from_source.py WORD

  run [ARGUMENTS]   prepare if needed, then start Minors Desk with ARGUMENTS; without any it opens
                    the window, or without a display drives the tour into ./tour/
  test [ARGUMENTS]  prepare if needed, then run every check; ARGUMENTS go to pytest
  setup             prepare only: make .venv and fetch the libraries, each proved by its hash
"""


def python_sentence(version: "tuple[int, ...]") -> str:
    """Return an empty text for a Python that will do, else what is wrong and what to do."""
    if version >= (3, 11):
        return ""
    return (
        "This is Python {}.{}; Minors Desk needs Python 3.11 or newer. "
        "Install it and start again with its own name, such as python3.11."
    ).format(*version)


def main(words: "list[str]") -> int:
    """Do what the first word says; returns the exit code: 2 for wrong usage, 1 for a failure."""
    if words[:1] in (["-h"], ["--help"]):
        print(USAGE)
        return 0
    if not words or words[0] not in ("setup", "run", "test") or (words[0] == "setup" and words[1:]):
        print(USAGE, file=sys.stderr)
        return 2
    import desk_steps

    return desk_steps.guarded(words[0], words[1:])


if __name__ == "__main__":
    refusal = python_sentence(tuple(sys.version_info[:2]))
    if refusal:
        print(refusal, file=sys.stderr)
        sys.exit(1)
    sys.exit(main(sys.argv[1:]))
