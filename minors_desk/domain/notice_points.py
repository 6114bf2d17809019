"""The points that a child can be told of its rights, and which of them this child is told.

A child accused of nothing gets no warning about statements and charges: it would frighten it. One
whose class nobody has decided, or that was questioned about an offence, gets it: in doubt no right
is left out.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from minors_desk.domain.applying import applies, in_force
from minors_desk.domain.case import Case
from minors_desk.domain.conditions import CONDITIONS
from minors_desk.domain.rules import Pack, Rule

Group = Literal["here", "needs", "people", "asked"]
_OF_ACCUSED = "legal_class:accused_delinquent"


def _always(_case: Case, _zone: str) -> bool:
    return True


def _accused(case: Case, _zone: str) -> bool:
    return case.class_given == "accused_delinquent"


def _locked_up(case: Case, zone: str) -> bool:
    """To another child than an accused one it would sound as if a lock were allowed."""
    return _accused(case, zone) and CONDITIONS["has_been_locked_up"](case, zone)


def _accused_of_nothing(case: Case, _zone: str) -> bool:
    return case.class_given == "non_offender" and not case.questionings


def may_be_accused(case: Case, _zone: str = "") -> bool:
    """Whether it is accused, was questioned about an offence, or nobody has decided that yet."""
    return case.class_given in ("accused_delinquent", None) or bool(case.questionings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One thing to tell: under which head, to which children, and whether only by a rule.

    ``only_ruled``: told only where a rule that it rests on applies; ``instead_of`` names the point
    that is left out then.
    """

    group: Group
    to: Callable[[Case, str], bool] = _always
    only_ruled: bool = False
    instead_of: str = ""


POINTS: Mapping[str, Point] = {
    "who_we_are": Point(group="here"),
    "reason": Point(group="here"),
    "not_accused": Point(group="here", to=_accused_of_nothing),
    "accused": Point(group="here", to=_accused),
    "how_long": Point(group="here"),
    "six_hours": Point(group="here", to=_locked_up, only_ruled=True),
    "next": Point(group="here"),
    "understand": Point(group="needs"),
    "doctor": Point(group="needs"),
    "food": Point(group="needs"),
    "toilet": Point(group="needs"),
    "rest": Point(group="needs"),
    "afraid": Point(group="needs"),
    "family": Point(group="people"),
    "call": Point(group="people"),
    "two_calls": Point(group="people", only_ruled=True, instead_of="call"),
    "consulate_ask": Point(group="people", only_ruled=True),
    "consulate_told": Point(group="people", only_ruled=True),
    "tecro": Point(group="people", only_ruled=True),
    "silent": Point(group="asked", to=may_be_accused),
    "used": Point(group="asked", to=may_be_accused),
    "lawyer": Point(group="asked", to=may_be_accused),
    "lawyer_free": Point(group="asked", to=may_be_accused),
    "lawyer_first": Point(group="asked", to=may_be_accused, only_ruled=True),
    "adult": Point(group="asked", to=may_be_accused),
    "with_you": Point(group="asked", to=may_be_accused),
    "stop": Point(group="asked", to=may_be_accused),
}
"""By the id that a text gives its words under, in the order in which they are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A point that this child is told, with the rules in force that ask for it; none: practice.

    ``if_accused``: the rules ask for it of an accused child, and nobody has said that it is one.
    """

    id: str
    group: Group
    rules: tuple[Rule, ...]
    if_accused: bool = False


def points_for(
    case: Case,
    packs: Sequence[Pack],
    rests_on: Mapping[str, Sequence[str]],
    at: datetime | None,
    zone: str,
) -> tuple[Told, ...]:
    """What this child is told, in order; of what the text has words for.

    ``rests_on`` are the rules of each point by its id; ``at`` (UTC) is when: without it every rule
    is taken as in force.
    """
    ruling = _by_id(case, packs, at, zone)
    accused = _by_id(case, packs, at, zone, as_accused=True)
    found: dict[str, Told] = {}
    for name, point in POINTS.items():
        if name not in rests_on or not point.to(case, zone):
            continue
        of_case, asked = (_of(one, rests_on[name]) for one in (ruling, accused))
        rules = asked if point.group == "asked" else of_case
        if rules or not point.only_ruled:
            found[name] = Told(id=name, group=point.group, rules=rules, if_accused=rules != of_case)
            found.pop(point.instead_of, None)
    return tuple(found.values())


def _of(ruling: Mapping[str, Rule], ids: Sequence[str]) -> tuple[Rule, ...]:
    return tuple(ruling[one] for one in ids if one in ruling)


def _by_id(
    case: Case,
    packs: Sequence[Pack],
    at: datetime | None,
    zone: str,
    *,
    as_accused: bool = False,
) -> dict[str, Rule]:
    """The rules that apply to the case, by id; ``as_accused``: or would, were the child accused."""
    found = {}
    for rule in (one for pack in packs for one in pack.rules if _runs(pack, one, at, zone)):
        conditions = tuple(one for one in rule.applies if not as_accused or one != _OF_ACCUSED)
        if applies(case, replace(rule, applies=conditions), zone):
            found[rule.id] = rule
    return found


def _runs(pack: Pack, rule: Rule, at: datetime | None, zone: str) -> bool:
    """Whether it is law at that instant, and the agency goes by it."""
    return at is None or (in_force(rule, at, zone) and pack.waiver_of(rule.id, at) is None)
