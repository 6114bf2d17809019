"""Which consulate is told of a child, whether it must be, and how that stands, by nationality.

What applies is read out of the rules of the packs, each nationality by itself, so that it says
what the clocks say. Of what no rule and no list tells, it says to ask; nothing is guessed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal
from uuid import UUID

from minors_desk.domain.applying import in_force, is_of
from minors_desk.domain.case import Case
from minors_desk.domain.conditions import nationalities
from minors_desk.domain.consulate import AnsweredBy, Hold, Notice, Offer, OfferAnswer
from minors_desk.domain.contacts import Contact, SentReport
from minors_desk.domain.facts import answers
from minors_desk.domain.folding import Finding
from minors_desk.domain.rules import Pack, Rule
from minors_desk.domain.values import NO_COUNTRY
from minors_desk.lists import Mandatory

Kind = Literal["mandatory", "on_request", "ask_first", "none"]
"""What applies to a nationality, the strictest first; ``ask_first``: whom to tell is not known."""
Why = Literal[
    "on_list",
    "covered_by_list",
    "not_on_list",
    "no_embassy",
    "no_state",
    "own_territory",
    "not_known",
    "no_rule",
    "home",
]
Caution = Literal["not_permanent_residents", "also_home", "not_in_un", "agreement_not_read"]
STRICTEST_FIRST: tuple[Kind, ...] = ("mandatory", "on_request", "ask_first", "none")
NO_EMBASSY = frozenset({"TW"})
"""Has no embassy: whom to tell is known only where a rule names it (rule US-CN-10)."""
_NOT_IN_UN = (
    "AI AQ AS AW AX BL BM BQ BV CC CK CW CX EH FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF MO "
    "MP MQ MS NC NF NU PF PM PN PR PS RE SH SJ SX TC TF TK UM VG VI WF XK YT"
)
NOT_IN_UN = frozenset(_NOT_IN_UN.split())
"""Codes of ISO 3166 of no member of the United Nations: territories of others, or in dispute."""
TERRITORIES: Mapping[str, frozenset[str]] = {
    "US": frozenset({"AS", "GU", "MP", "PR", "UM", "VI"}),
}
"""By the country that holds the child: its territories that ISO 3166 lists like countries."""
AGREEMENTS: Mapping[str, frozenset[str]] = {"CA": frozenset({"CN", "HK", "MO"})}
"""By the country that holds the child: states with an agreement on consulates whose article on
arrest was not read (row CA-F-28 of the research)."""
WRONGS = frozenset({"mandatory_notice_not_given", "consulate_told_though_declined"})
"""Findings of single entries that only the packs can tell."""
_TOLD = frozenset({"consulate_reached", "consular_notification_sent"})
_BY_ITSELF = frozenset({"custody_began"})
"""What a rule starts with that waits for nobody's wish."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the child is held: our ``country``, and by code the list of mandatory notification."""

    country: str
    listed: Mapping[str, Mandatory]


@dataclass(frozen=True, slots=True, kw_only=True)
class Nationality:
    """What applies to one nationality, by which rules, and how it stands.

    ``code`` is empty where none is known. ``told_to`` is the country whose consulate it is; empty
    where that is not known. ``offer`` is the last that was answered or made; ``rights_at`` when the
    child was told of its consulate without an offer that says what was answered. ``told`` is
    whoever of that consulate was told: of a call it is known only where no other country is in
    question.
    """

    code: str
    kind: Kind
    why: Why
    told_to: str
    rules: tuple[Rule, ...]
    guardian: tuple[Rule, ...]
    cautions: tuple[Caution, ...]
    offer: Offer | None = None
    rights_at: datetime | None = None
    told: tuple["Told", ...] = ()

    @property
    def is_verified(self) -> bool:
        """Whether every rule that says so was verified."""
        return bool(self.rules) and all(one.checked.verified for one in self.rules)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """That a consulate was told, at an instant (UTC): by a notice, a call or a report."""

    entry_id: UUID
    at: datetime
    whom: str
    what: Notice | Contact | SentReport


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """All of it: a line for each nationality, what cannot be said whose it is, and what is held.

    ``by_list``: whether a list of countries says where a notice is mandatory.
    """

    lines: tuple[Nationality, ...]
    others_told: tuple[Told, ...]
    holds: tuple[Hold, ...]
    by_list: bool = False
    wrong: tuple[Finding, ...] = ()

    @property
    def kind(self) -> Kind | None:
        """The strictest that applies; None of a child of whom nothing was told or asked."""
        return min((one.kind for one in self.lines), key=STRICTEST_FIRST.index, default=None)

    @property
    def held(self) -> tuple[Hold, ...]:
        """What counsel has not let go."""
        return tuple(one for one in self.holds if one.stands)

    @property
    def notice_held(self) -> tuple[Hold, ...]:
        """The holds that keep a consulate from being told."""
        return tuple(one for one in self.held if one.what == "consular_notice")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Law:
    """The rules of ours about consulates that are in force, by what they ask."""

    must: tuple[Rule, ...]
    offer: tuple[Rule, ...]
    guardian: tuple[Rule, ...]
    place: Place


def standing(
    case: Case,
    packs: Iterable[Pack],
    at: datetime,
    zone: str,
    place: Place,
) -> Standing:
    """How it stands with the child's consulates under these packs at that instant (UTC)."""
    law = _law(packs, at, zone, place)
    codes = sorted(nationalities(case))
    if not codes and not _was_asked(case):
        return Standing(lines=(), others_told=_told(case), holds=case.consular.holds)
    every = [_applies(code, law) for code in codes] or [_not_known(law)]
    if any(one.kind == "none" for one in every):
        every = [
            one if one.kind == "none" else replace(one, cautions=(*one.cautions, "also_home"))
            for one in every
        ]
    told = _told(case)
    lines = tuple(_stands(one, case, every, told) for one in every)
    of_lines = {each.entry_id for one in lines for each in one.told}
    others = tuple(one for one in told if one.entry_id not in of_lines)
    return Standing(
        lines=lines,
        others_told=others,
        holds=case.consular.holds,
        by_list=bool(law.must),
        wrong=tuple(_wrong(case, lines, told)),
    )


def applies_to(
    code: str,
    packs: Iterable[Pack],
    at: datetime,
    zone: str,
    place: Place,
) -> Nationality:
    """What applies to that nationality by itself, whoever has it."""
    return _applies(code, _law(packs, at, zone, place))


def _law(packs: Iterable[Pack], at: datetime, zone: str, place: Place) -> _Law:
    rules = [
        one
        for pack in packs
        for one in pack.rules
        if one.is_law and one.kind == "deadline" and in_force(one, at, zone)
    ]
    return _Law(
        must=tuple(
            one
            for one in rules
            if one.is_ours and _TOLD & set(one.satisfied_by) and _BY_ITSELF & set(one.starts)
        ),
        offer=tuple(one for one in rules if one.is_ours and "consulate_told" in one.satisfied_by),
        guardian=tuple(one for one in rules if "guardian_needed" in one.starts),
        place=place,
    )


def _of(rules: Sequence[Rule], code: str) -> tuple[Rule, ...]:
    return tuple(one for one in rules if is_of(frozenset({code}), one))


def _applies(code: str, law: _Law) -> Nationality:
    must, offer, guardian = (_of(one, code) for one in (law.must, law.offer, law.guardian))
    kind: Kind
    why: Why
    named = any(one.nationality and one.nationality <= NO_EMBASSY for one in offer)
    entry = law.place.listed.get(code) if must else None
    told_to = code if entry is None else entry.told_to
    if not (law.must or law.offer):
        kind, why, told_to = "ask_first", "no_rule", ""
    elif code in NO_COUNTRY:
        kind, why, told_to = "ask_first", "no_state", ""
    elif code in TERRITORIES.get(law.place.country, ()):
        kind, why, told_to = "ask_first", "own_territory", ""
    elif must:
        kind, why = "mandatory", "on_list" if told_to == code else "covered_by_list"
    elif code in NO_EMBASSY:
        kind, why = "on_request" if named else "ask_first", "no_embassy"
        told_to = code if named else ""
    elif offer:
        kind, why = "on_request", "not_on_list"
    else:
        kind, why, told_to = "none", "home", ""
    return Nationality(
        code=code,
        kind=kind,
        why=why,
        told_to=told_to,
        rules=must or offer,
        guardian=guardian,
        cautions=_cautions(code, kind, law, entry),
    )


def _cautions(code: str, kind: Kind, law: _Law, entry: Mandatory | None) -> tuple[Caution, ...]:
    found: list[Caution] = []
    if entry is not None and entry.limit == "not_permanent_residents":
        found.append("not_permanent_residents")
    if code in AGREEMENTS.get(law.place.country, ()):
        found.append("agreement_not_read")
    if kind == "on_request" and code in NOT_IN_UN:
        found.append("not_in_un")
    return tuple(found)


def _not_known(law: _Law) -> Nationality:
    """Of a child who was asked in vain: it may be of any country, and is told as if it were."""
    offer = tuple(one for one in law.offer if not one.nationality)
    return Nationality(
        code="",
        kind="ask_first",
        why="not_known",
        told_to="",
        rules=offer,
        guardian=law.guardian,
        cautions=(),
    )


def _was_asked(case: Case) -> bool:
    told = answers(case, "nationality")
    return told.leading is not None or told.unanswered is not None


def _stands(
    one: Nationality, case: Case, every: Sequence[Nationality], told: Sequence[Told]
) -> Nationality:
    """With what was offered, and who of that consulate was told."""
    if one.kind == "none":
        return one
    offers = [
        each
        for each in case.consular.offers
        if not each.told.countries or one.code in each.told.countries
    ]
    rights = [each.at for each in case.told if "consulate" in each.what]
    alone = len({each.told_to for each in every if each.kind != "none"}) == 1
    return replace(
        one,
        offer=offers[-1] if offers else None,
        rights_at=rights[-1] if rights else None,
        told=tuple(each for each in told if _is_of(one, each, alone=alone)),
    )


def _is_of(one: Nationality, told: Told, *, alone: bool) -> bool:
    if isinstance(told.what, Notice):
        return told.what.told.country in (one.code, one.told_to)
    return alone


def _told(case: Case) -> tuple[Told, ...]:
    """Every time that a consulate was told, in the order in which it was."""
    found = [
        *(
            Told(entry_id=one.entry_id, at=one.at, whom=one.told.post, what=one)
            for one in case.consular.notices
        ),
        *(
            Told(entry_id=one.entry_id, at=one.at, whom=one.told.party.name, what=one)
            for one in case.contacts
            if one.told.purpose == "consulate" and one.reached
        ),
        *(
            Told(entry_id=one.entry_id, at=one.at, whom=one.to, what=one)
            for one in case.reports
            if one.report == "consular_notification"
        ),
    ]
    return tuple(sorted(found, key=lambda one: (one.at, one.entry_id)))


def _wrong(case: Case, lines: Sequence[Nationality], told: Sequence[Told]) -> Iterator[Finding]:
    """What a reviewer must see: a notice that was owed and not given, one given against a no."""
    over = case.episodes[-1].ended_by if case.episodes and case.custody is None else None
    if over is not None and any(one.kind == "mandatory" and not one.told for one in lines):
        yield Finding("mandatory_notice_not_given", over)
    for one in told:
        if _was_declined(case, one.at) and not _is_owed_anyway(case, lines, one):
            yield Finding("consulate_told_though_declined", one.entry_id)


def _was_declined(case: Case, before: datetime) -> bool:
    """Whether the child or its parents said no until then, and nobody of them last said yes."""
    last: dict[AnsweredBy | None, OfferAnswer] = {}
    for one in case.consular.offers:
        if one.at <= before and one.told.answer in ("wants", "declines"):
            last[one.told.answered_by] = one.told.answer
    return bool(last) and "wants" not in last.values()


def _is_owed_anyway(case: Case, lines: Sequence[Nationality], told: Told) -> bool:
    """Whether no wish was needed: it is mandatory, or of a guardian or a death."""
    what = told.what
    if isinstance(what, Notice) and what.told.why in ("guardian", "death"):
        return True
    if any(one.name in ("guardian_needed", "died") and one.at <= told.at for one in case.events):
        return True
    concerned = [one for one in lines if told in one.told] or lines
    return any(one.kind == "mandatory" for one in concerned)
