"""Texts that tell a child its rights, read from TOML: words by point, and who reviewed them.

A text has one language and one place, and for each point the words as somebody wrote them: nothing
is translated here. Which points a child is told is decided in `domain.notice_points`.
"""

import re
import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from minors_desk.domain import pack_fields as fields
from minors_desk.domain.notice_points import POINTS
from minors_desk.domain.pack_fields import BadPack

THE_NOTICE = "the notice"
MOST_SIGNS = 600
"""So long may the words of one point be: a child is told short sentences."""
_LANGUAGE = re.compile("[a-z]{3}")
_PLACE = re.compile("(US|CA)(-[A-Z]{2})?")
_HEAD = ("language", "jurisdiction", "reviewed_by", "reviewed_on", "source")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What one point says in that language, and the ids of the rules that it rests on."""

    text: str
    rests_on: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeText:
    """A text in one language (ISO 639-3) for a country or a place in it, by the ids of its points.

    ``reviewed_by`` is empty and ``reviewed_on`` None where nobody with authority has reviewed it.
    """

    language: str
    jurisdiction: str
    reviewed_by: str
    reviewed_on: date | None
    source: str
    points: Mapping[str, Words]

    @property
    def is_reviewed(self) -> bool:
        """Whether it says who reviewed it and when."""
        return bool(self.reviewed_by) and self.reviewed_on is not None

    def lacking(self, whole: "NoticeText") -> tuple[str, ...]:
        """The points of that other text that this one has no words for, in their order."""
        return tuple(point for point in whole.points if point not in self.points)


def read_notice(text: str) -> NoticeText:
    """The text in that TOML; raises BadPack naming point and field at the first fault."""
    try:
        raw = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        raise BadPack(THE_NOTICE, "text", "a TOML file") from None
    fields.known(raw, THE_NOTICE, ("notice", "point"))
    head = raw.get("notice")
    if not isinstance(head, dict):
        raise BadPack(THE_NOTICE, "notice", "a table [notice] with language and jurisdiction")
    fields.known(head, THE_NOTICE, _HEAD)
    reviewed_by = fields.words(head, THE_NOTICE, "reviewed_by").strip()
    reviewed_on = fields.day(head, THE_NOTICE, "reviewed_on")
    if bool(reviewed_by) != (reviewed_on is not None):
        raise BadPack(THE_NOTICE, "reviewed_on", "both who reviewed it and on which date, or none")
    return NoticeText(
        language=_matching(head, "language", _LANGUAGE, "three small letters of ISO 639-3"),
        jurisdiction=_matching(head, "jurisdiction", _PLACE, "a place such as US or CA-ON"),
        reviewed_by=reviewed_by,
        reviewed_on=reviewed_on,
        source=_line(head, THE_NOTICE, "source"),
        points=_points(raw.get("point", [])),
    )


def unknown_rules(notice: NoticeText, known: Collection[str]) -> tuple[tuple[str, str], ...]:
    """Each (point, rule id) of it that rests on a rule which is not among those known."""
    return tuple(
        (point, rule)
        for point, words in notice.points.items()
        for rule in words.rests_on
        if rule not in known
    )


def best_of(notices: Iterable[NoticeText], language: str, jurisdiction: str) -> NoticeText | None:
    """The reviewed text in that language for that place, else for its country; None: there is none.

    A text of another country is never taken.
    """
    places = (jurisdiction, jurisdiction.partition("-")[0])
    fitting = [
        one
        for one in notices
        if one.is_reviewed and one.language == language and one.jurisdiction in places
    ]
    return min(fitting, key=lambda one: places.index(one.jurisdiction), default=None)


def _matching(raw: fields.Table, field: str, form: re.Pattern[str], expected: str) -> str:
    value = raw.get(field)
    if not isinstance(value, str) or not form.fullmatch(value):
        raise BadPack(THE_NOTICE, field, expected)
    return value


def _line(raw: fields.Table, where: str, field: str) -> str:
    """A text on one line, not too long for a child to listen to."""
    words = " ".join(fields.text(raw, where, field).split())
    if not words or len(words) > MOST_SIGNS:
        raise BadPack(where, field, f"a text of at most {MOST_SIGNS} signs")
    return words


def _points(raw: Any) -> dict[str, Words]:
    if not isinstance(raw, list) or not raw or not all(isinstance(one, dict) for one in raw):
        raise BadPack(THE_NOTICE, "point", "at least one table [[point]] with id and text")
    found: dict[str, Words] = {}
    for one in raw:
        point = fields.one_of(one, "a point", "id", tuple(POINTS))
        fields.known(one, point, ("id", "text", "rests_on"))
        if point in found:
            raise BadPack(point, "id", "an id used once in the notice")
        found[point] = Words(text=_line(one, point, "text"), rests_on=_rules(one, point))
    return found


def _rules(raw: fields.Table, point: str) -> tuple[str, ...]:
    rules = raw.get("rests_on", [])
    if not isinstance(rules, list) or any(not isinstance(one, str) or not one for one in rules):
        raise BadPack(point, "rests_on", "a list of ids of rules")
    return tuple(rules)
