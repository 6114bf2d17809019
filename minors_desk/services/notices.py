"""Texts of a child's rights: those that the program brings, and the agency's own, as adopted."""

from dataclasses import dataclass
from functools import lru_cache

from minors_desk.domain import roles
from minors_desk.domain.changes import Changes
from minors_desk.domain.notice_texts import NoticeText, read_notice, unknown_rules
from minors_desk.domain.notices import AdoptedNotice, NoticeAdopted, NoticeWithdrawn
from minors_desk.domain.pack_fields import BadPack
from minors_desk.domain.rulepack import content_hash
from minors_desk.domain.station import Station
from minors_desk.errors import BadInput, NotFound
from minors_desk.lists import language_coded
from minors_desk.papers.rights_view import shipped
from minors_desk.papers.unprintable import unprintable
from minors_desk.services import packs
from minors_desk.services.desk import Desk
from minors_desk.services.recording import record, require

COUNTRIES = ("US", "CA")
NUMBER = 1
"""Which of the texts that the program brings is printed now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A text that may be printed; ``adopted`` is None for one that the program brings."""

    text: NoticeText
    adopted: AdoptedNotice | None = None


def adopted(station: Station) -> tuple[NoticeText, ...]:
    """The agency's own texts, read from the record itself."""
    return tuple(_read(one.content) for one in station.notices.values())


def faults(text: str) -> tuple[BadPack, ...]:
    """What is wrong with that text, as a file that could be adopted somewhere."""
    try:
        notice = read_notice(text)
    except BadPack as fault:
        return (fault,)
    return _faults(notice, _shipped_rules())


def lacking(notice: NoticeText) -> tuple[str, ...]:
    """Which points it has no words for: those print in English, marked."""
    return notice.lacking(shipped(notice.jurisdiction.partition("-")[0], NUMBER))


def listed(desk: Desk) -> tuple[Listed, ...]:
    """Every text that this desk may print, the agency's own first."""
    require(desk, roles.READ_CASES)
    own = [Listed(text=_read(one.content), adopted=one) for one in desk.station.notices.values()]
    country = desk.founded.jurisdiction.partition("-")[0]
    return (*own, Listed(text=shipped(country, NUMBER)))


def adopt(desk: Desk, text: str) -> tuple[NoticeText, Changes]:
    """Prints that text from now on to every child of its language, at this desk.

    Raises BadInput, with nothing saved, for what is no text, was reviewed by nobody, or is of
    another country; Refused when the person is no supervisor.
    """
    require(desk, roles.SET_RULES)
    try:
        notice = read_notice(text)
        known = _shipped_rules() | {rule.id for pack in desk.packs for rule in pack.all_rows}
        for fault in _faults(notice, known):
            raise fault
    except BadPack as fault:
        raise BadInput(
            f"The text cannot be used: {fault.rule}, {fault.field}",
            f"Expected there: {fault.expected}.",
            field=fault.field,
        ) from None
    here, day = desk.founded.jurisdiction, desk.now().date()
    if notice.jurisdiction not in (here, here.partition("-")[0]):
        raise BadInput(
            "The text is for another place than this station",
            f"Adopt one for {here} or for its country.",
            field="jurisdiction",
        )
    if notice.reviewed_on is not None and notice.reviewed_on > day:
        raise BadInput(
            "The text is said to be reviewed on a day that is still to come",
            "Write the day on which it was reviewed.",
            field="reviewed_on",
        )
    body = NoticeAdopted(
        occurred_at=desk.clock(),
        language=notice.language,
        jurisdiction=notice.jurisdiction,
        content=text,
        content_hash=content_hash(text),
    )
    changes = record(desk, roles.SET_RULES, [(None, body)])
    desk.look_again()
    return notice, changes


def withdraw(desk: Desk, language: str, jurisdiction: str, reason: str) -> Changes:
    """Does not print that text any more; what was printed stays provable.

    Raises NotFound where there is none, Refused when the person is no supervisor.
    """
    require(desk, roles.SET_RULES)
    if (language, jurisdiction) not in desk.station.notices:
        raise NotFound(
            "No text of that language and place is adopted here",
            "See them all with `minors-desk notice list`.",
        )
    body = NoticeWithdrawn(
        occurred_at=desk.clock(), language=language, jurisdiction=jurisdiction, reason=reason
    )
    changes = record(desk, roles.SET_RULES, [(None, body)])
    desk.look_again()
    return changes


def _faults(notice: NoticeText, known: frozenset[str]) -> tuple[BadPack, ...]:
    """What is wrong with a text of good form; the first of each kind in each point."""
    found: list[BadPack] = []
    if language_coded(notice.language) is None:
        found.append(BadPack("the notice", "language", "a language of the list, by ISO 639-3"))
    if not notice.is_reviewed:
        found.append(BadPack("the notice", "reviewed_by", "who reviewed it, and on which date"))
    for point, rule in unknown_rules(notice, known):
        found.append(BadPack(point, "rests_on", f"ids of rules; {rule} is none"))
    brought = shipped(notice.jurisdiction.partition("-")[0], NUMBER).points
    for point, words in notice.points.items():
        if point not in brought:
            found.append(BadPack(point, "id", "a point that is told in that country"))
        strange = unprintable(words.text)
        if strange:
            found.append(BadPack(point, "text", f"letters that can be printed; not {strange}"))
    return tuple(found)


@lru_cache(maxsize=1)
def _shipped_rules() -> frozenset[str]:
    names = packs.all_shipped()
    return frozenset(row.id for name in names for row in packs.shipped_pack(name).all_rows)


@lru_cache(maxsize=64)
def _read(content: str) -> NoticeText:
    return read_notice(content)
