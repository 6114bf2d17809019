"""Every failure a person may read: one sentence what happened, one sentence what to do.

The tree, with the exit code of the command line in brackets::

    DeskError [1]
    ├── Refused [1]              the desk will not do it; says why and what is missing
    ├── NotFound [1]             no such case, paper, person
    ├── VerificationFailed [1]   the record or a paper does not agree with itself
    ├── BadInput [2]             a field of the command line or of JSON is wrong
    └── CannotOpen [3]           the record folder does not open
        ├── WrongPassphrase [3]
        ├── LockedOut [3]        too many wrong passphrases
        ├── NewerRecord [3]      saved by a newer Minors Desk
        ├── RecordDamaged [3]
        └── RecordBusy [1]       another desk is writing in it

Anything else that is raised is a mistake of ours and ends on the failure page. None of these texts
may hold a child's name or other content of the record: they reach logs and terminals.
"""


class DeskError(Exception):
    """A failure told to a person; `title` is what happened, `hint` what to do about it.

    `str(error)` is both on one line. `exit_code` is what the command line ends with.
    """

    exit_code: int = 1

    def __init__(self, title: str, hint: str) -> None:
        self.title = _one_line(title)
        self.hint = _one_line(hint)
        super().__init__(self.title, self.hint)

    def __str__(self) -> str:
        return f"{_sentence(self.title)} {_sentence(self.hint)}".strip()


class Refused(DeskError):
    """The desk refuses: `code` names the rule, `missing` the codes of what is not there yet."""

    def __init__(self, title: str, hint: str, *, code: str, missing: tuple[str, ...] = ()) -> None:
        super().__init__(title, hint)
        self.code = code
        self.missing = missing


class NotFound(DeskError):
    """What was asked for is not in the record."""


class VerificationFailed(DeskError):
    """The record or a paper does not agree with what was signed."""


class BadInput(DeskError):
    """A value given on the command line or in JSON is wrong; `field` names it."""

    exit_code = 2

    def __init__(self, title: str, hint: str, *, field: str) -> None:
        super().__init__(title, hint)
        self.field = field


class CannotOpen(DeskError):
    """The record folder cannot be opened."""

    exit_code = 3


class WrongPassphrase(CannotOpen):
    """The passphrase does not open this person's key slot."""


class LockedOut(CannotOpen):
    """Too many wrong passphrases were given for this person."""


class NewerRecord(CannotOpen):
    """The record was written by a newer version of the program."""


class RecordDamaged(CannotOpen):
    """A file of the record folder is not what was last written."""


class RecordBusy(CannotOpen):
    """Another process is writing in this record; the record itself is well, hence exit 1."""

    exit_code = 1


def _one_line(text: str) -> str:
    """Keep an error on one line, whatever was put into it."""
    return " ".join(text.split())


def _sentence(text: str) -> str:
    return text if not text or text[-1] in ".?!" else f"{text}."
