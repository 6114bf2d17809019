"""How a case stands about trafficking: what was discovered, what of the notice went out, and
whether a screening is called for.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from minors_desk.domain.case import Case
from minors_desk.domain.contacts import SentReport
from minors_desk.domain.fact_table import FactId
from minors_desk.domain.facts import ranked
from minors_desk.domain.people import Person
from minors_desk.domain.trafficking_screening import found, has_looked
from minors_desk.domain.values import CodeValue

WhyScreen = Literal[
    "sign_seen",
    "exploited",
    "adult_not_verified",
    "adult_found_with",
    "escort",
    "taken_by_somebody",
]
"""What in a case calls for a screening."""
_FACTS: tuple[tuple[FactId, str, WhyScreen], ...] = (
    ("accompanied", "adult_not_verified", "adult_not_verified"),
    ("reason_alone", "taken_by_somebody", "taken_by_somebody"),
)
NoticeState = Literal["not_sent", "in_part", "whole"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Discovery:
    """An entry that tells of indicators; ``at`` in UTC, ``codes`` the list that they are of."""

    entry_id: UUID
    at: datetime
    codes: Literal["trafficking_sign", "trafficking_indicator"]
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What of the notice went out. A part is enough for the time it has; the rest still follows."""

    state: NoticeState
    sent: tuple[SentReport, ...]

    @property
    def parts(self) -> tuple[str, ...]:
        """What went out in parts, as it was named."""
        return tuple(one.part for one in self.sent if one.part)


def discoveries(case: Case) -> tuple[Discovery, ...]:
    """Everything discovered, in the order of time."""
    signs = [
        Discovery(entry_id=one.entry_id, at=one.at, codes="trafficking_sign", signs=one.what)
        for one in case.trafficking
    ]
    for one in case.trafficking_screenings:
        indicators = tuple(each.indicator for each in found(one.sheet))
        if indicators:
            signs.append(
                Discovery(
                    entry_id=one.entry_id,
                    at=one.at,
                    codes="trafficking_indicator",
                    signs=indicators,
                )
            )
    return tuple(sorted(signs, key=lambda one: (one.at, one.entry_id)))


def notice(case: Case) -> Notice:
    """The notice of trafficking as it stands."""
    sent = tuple(one for one in case.reports if one.report == "trafficking_notice")
    state: NoticeState = "not_sent"
    if sent:
        state = "in_part" if all(one.part for one in sent) else "whole"
    return Notice(state=state, sent=sent)


def is_screened(case: Case) -> bool:
    """Whether anything was looked at in any screening."""
    return any(has_looked(one.sheet) for one in case.trafficking_screenings)


def calls_for_screening(case: Case) -> tuple[tuple[WhyScreen, UUID], ...]:
    """What calls for a screening, each reason once, with the entry that tells it."""
    found_first: dict[WhyScreen, UUID] = {}
    for why, entry_id in _reasons(case):
        found_first.setdefault(why, entry_id)
    return tuple(found_first.items())


def _reasons(case: Case) -> Iterator[tuple[WhyScreen, UUID]]:
    yield from (("sign_seen", one.entry_id) for one in case.trafficking)
    yield from (("exploited", one.entry_id) for one in case.concerns if "exploited" in one.what)
    for fact, code, why in _FACTS:
        for told in ranked(case.facts, fact):
            if isinstance(told.value, CodeValue) and told.value.code == code:
                yield why, told.entry_id
    for person in case.people:
        if person.role == "escort":
            yield "escort", person.entry_ids[-1]
        if person.role == "adult_found_with" and not person.proof:
            yield "adult_found_with", person.entry_ids[-1]


def came_with(case: Case) -> tuple[Person, ...]:
    """The adults who were found with the child or bring it: they stay out of the room."""
    return tuple(one for one in case.people if one.role in ("escort", "adult_found_with"))


def adult_told_of(case: Case) -> bool:
    """Whether it was told that an adult was with the child, named or not."""
    told = (one.value for one in ranked(case.facts, "accompanied"))
    adults = ("adult_not_verified", "relative", "parent_or_guardian")
    return any(isinstance(one, CodeValue) and one.code in adults for one in told)
