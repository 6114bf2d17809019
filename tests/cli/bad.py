"""How a bad file or command line is told: what is asked, and how it ends."""

import json
from dataclasses import dataclass

NUMBER = "AC-26-0001"
ADD = ("case", "add", NUMBER)
BY_NAME = "Zoë\u202e\x1b[2J"
"""A name that turns the line round and clears the screen, if it is printed as it is."""


@dataclass(frozen=True)
class Bad:
    """What is asked, and how it ends; ``{f}`` in a word is the folder of the files below.

    ``signed`` adds the record and who signs in. ``says`` are pieces of the one line.
    """

    words: tuple[str, ...]
    code: int
    says: tuple[str, ...]
    given: bytes = b""
    signed: bool = True


def js(value: object) -> bytes:
    return json.dumps(value).encode()


def add(given: bytes, *says: str, code: int = 2) -> Bad:
    """That JSON on standard input, for a case that is there."""
    return Bad((*ADD, "-"), code, says, given)


def file(name: str, *says: str) -> Bad:
    """One of the files below, in place of standard input."""
    return Bad((*ADD, "{f}/" + name), 2, says)


def plain(*words: str, says: str, code: int = 2) -> Bad:
    """Words without a record."""
    return Bad(words, code, (says,), signed=False)


def signed(*words: str, says: str, code: int = 2) -> Bad:
    return Bad(words, code, (says,))
