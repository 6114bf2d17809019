"""The register of copies in words: where a copy is now, and each line of its history."""

from datetime import datetime
from typing import Protocol

from minors_desk.i18n import SOURCE_LANGUAGE, translator
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import day_and_time

_ = translator(SOURCE_LANGUAGE)


class Line(Protocol):
    """One line of a copy's history; `at` in UTC."""

    @property
    def at(self) -> datetime: ...
    @property
    def what(self) -> str: ...
    @property
    def to(self) -> str: ...
    @property
    def reason(self) -> str: ...


class Standing(Protocol):
    """A copy as it stands."""

    @property
    def fate(self) -> str: ...
    @property
    def given_to(self) -> str: ...


def fate_words(fate: str) -> str:
    """What the last line of a copy's register says, without to whom."""
    if fate == "print_failed":
        return _("nothing came out")
    if fate.startswith("printed_"):
        return word("outlet", fate.removeprefix("printed_"))
    return word("copy_fate", fate) if fate else _("not out yet")


def standing_words(copy: Standing) -> str:
    """Where a copy is now."""
    words = fate_words(copy.fate)
    if copy.fate in ("destroyed", "lost", "print_failed", ""):
        return words
    if not copy.given_to:
        return joined(words, _("nobody was named"))
    to = _("back with {who}") if copy.fate == "returned" else _("given to {who}")
    return joined(words, to.format(who=copy.given_to))


def line_words(line: Line, zone: str, by: str = "") -> str:
    """One line of a copy's history; `by` is who wrote it down, where that is known."""
    who = _("by {who}").format(who=by) if by else ""
    return joined(day_and_time(line.at, zone), fate_words(line.what), line.to, line.reason, who)
