"""What to say on a call: by what it is for a closed list of facts, the minimum necessary.

Nothing outside the list of a purpose can come out, whatever the case holds. No list has fear,
danger, asylum or immigration status; a consulate hears who the child is, where, and how to reach
us, and nothing else; a federal agency hears nothing until the law and a supervisor allow the call.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from minors_desk.domain.ages import known_ages
from minors_desk.domain.case import Case
from minors_desk.domain.conditions import CONDITIONS
from minors_desk.domain.contacts import Purpose
from minors_desk.domain.facts import ranked
from minors_desk.domain.trafficking_standing import discoveries
from minors_desk.domain.values import CodeValue, LanguageValue
from minors_desk.domain.when import as_utc, in_zone

Code = Literal[
    "we_are",
    "ask_who_they_are",
    "child",
    "child_unnamed",
    "age",
    "sex",
    "language",
    "with_us",
    "where",
    "since",
    "is_missing",
    "met",
    "met_alone",
    "parent_not_reached",
    "concern",
    "trafficking_signs",
    "class",
    "lives_in",
    "tribal_link",
    "language_wanted",
    "ask_reference",
    "ask_who_comes",
    "ask_query_number",
    "call_back",
    "never_fear_or_status",
    "never_where_before_who",
    "never_the_name",
    "nothing_yet",
    "nothing_to_them",
]
_WE: tuple[Code, ...] = ("we_are",)
_WHO: tuple[Code, ...] = ("child", "child_unnamed", "age")
_WHERE: tuple[Code, ...] = ("where", "is_missing")
MAY_SAY: Mapping[Purpose, tuple[Code, ...]] = {
    "medical": (*_WE, "age", "sex", "language", *_WHERE, "call_back"),
    "child_protection": (
        *_WE,
        *_WHO,
        "sex",
        "language",
        "met",
        "met_alone",
        *_WHERE,
        "since",
        "parent_not_reached",
        "concern",
        "ask_reference",
        "ask_who_comes",
        "call_back",
    ),
    "parent_or_relative": (
        *_WE,
        "ask_who_they_are",
        "never_where_before_who",
        "with_us",
        *_WHERE,
        "call_back",
    ),
    "consulate": (*_WE, *_WHO, *_WHERE, "call_back", "never_fear_or_status"),
    "missing_child_check": (*_WE, *_WHO, "sex", "met", "ask_query_number", "call_back"),
    "trafficking_notice": (
        *_WE,
        *_WHO,
        *_WHERE,
        "trafficking_signs",
        "ask_reference",
        "call_back",
    ),
    "lawyer": (*_WE, *_WHO, "language", *_WHERE, "class", "call_back"),
    "juvenile_authority": (*_WE, *_WHO, "class", *_WHERE, "since", "ask_reference", "call_back"),
    "interstate_office": (*_WE, *_WHO, "lives_in", *_WHERE, "ask_reference", "call_back"),
    "tribe": (*_WE, *_WHO, "tribal_link", *_WHERE, "call_back"),
    "receiver": (*_WE, *_WHO, "language", *_WHERE, "ask_who_comes", "call_back"),
    "interpreter": (*_WE, "language_wanted", "call_back", "never_the_name"),
    "supervisor": (*_WE, *_WHO, *_WHERE, "since", "parent_not_reached"),
    "other": (*_WE, "call_back"),
    "federal_agency": (*_WE, *_WHO, *_WHERE, "call_back", "never_fear_or_status"),
}


@dataclass(frozen=True, slots=True)
class Say:
    """One sentence: its code, and what fills it: names as told, codes, instants in UTC (ISO)."""

    code: Code
    params: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Who calls: the person at the desk, the station, and its number as it was set."""

    name: str
    station: str
    telephone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    case: Case
    caller: Caller
    at: datetime
    zone: str


def call_words(
    case: Case,
    purpose: Purpose,
    caller: Caller,
    place: tuple[datetime, str],
    *,
    federal_open: bool = False,
) -> tuple[Say, ...]:
    """What to say and to ask on a call for that purpose, in order; ``place``: instant and zone."""
    if purpose == "federal_agency" and not federal_open:
        return (Say("nothing_yet"),)
    seen = _Seen(case=case, caller=caller, at=place[0], zone=place[1])
    return tuple(
        Say(code, params) for code in MAY_SAY[purpose] for params in _KNOWN.get(code, _always)(seen)
    )


_Params = Iterator[Mapping[str, str]]


def _always(_: _Seen) -> _Params:
    yield {}


def _we_are(seen: _Seen) -> _Params:
    yield {"name": seen.caller.name, "station": seen.caller.station}


def _child(seen: _Seen) -> _Params:
    if seen.case.names:
        yield {"name": seen.case.names[0].value.as_said}


def _unnamed(seen: _Seen) -> _Params:
    if not seen.case.names:
        yield {}


def _age(seen: _Seen) -> _Params:
    ages = known_ages(seen.case, in_zone(seen.at, seen.zone).date())
    if ages:
        yield {"low": str(ages[0].low), "high": str(ages[0].high)}


def _sex(seen: _Seen) -> _Params:
    met = seen.case.encounter
    if met is not None and met.apparent_sex in ("girl", "boy"):
        yield {"sex": met.apparent_sex}


def _language(seen: _Seen) -> _Params:
    told = (one.value for one in ranked(seen.case.facts, "language"))
    spoken = [one.language for one in told if isinstance(one, LanguageValue)]
    if spoken:
        yield {"language": spoken[0]}


def _with_us(seen: _Seen) -> _Params:
    if seen.case.custody is not None:
        yield {}


def _where(seen: _Seen) -> _Params:
    here = seen.case.presence
    if here is not None and here.place:
        yield {"place": here.place}


def _since(seen: _Seen) -> _Params:
    if seen.case.custody is not None:
        yield {"since": as_utc(seen.case.custody.start).isoformat()}


def _missing(seen: _Seen) -> _Params:
    absence = seen.case.absence
    if absence is not None:
        yield {"since": as_utc(absence.start).isoformat()}


def _met(seen: _Seen) -> _Params:
    met = seen.case.encounter
    if met is not None:
        yield {"place": met.place, "at": as_utc(met.at).isoformat()}


def _alone(seen: _Seen) -> _Params:
    told = set(_codes(seen, "accompanied"))
    if told & {"alone", "with_children_only"} and CONDITIONS["met_alone"](seen.case, seen.zone):
        yield {}


def _no_parent(seen: _Seen) -> _Params:
    told = [one.name for one in seen.case.events]
    tries = [one for one in seen.case.contacts if one.told.purpose == "parent_or_relative"]
    if tries and "parent_reached" not in told:
        yield {"tries": str(len(tries))}


def _concern(seen: _Seen) -> _Params:
    what = dict.fromkeys(one for each in seen.case.concerns for one in each.what)
    return ({"concern": one} for one in what)


def _signs(seen: _Seen) -> _Params:
    if discoveries(seen.case):
        yield {}


def _class(seen: _Seen) -> _Params:
    if seen.case.class_given is not None:
        yield {"class": seen.case.class_given}


def _coded(fact: str) -> Callable[[_Seen], _Params]:
    def found(seen: _Seen) -> _Params:
        return ({fact: one} for one in _codes(seen, fact)[:1])

    return found


def _call_back(seen: _Seen) -> _Params:
    yield {"number": seen.caller.telephone}


def _codes(seen: _Seen, fact: str) -> list[str]:
    """The codes told of the child for that fact, the leading one first."""
    told = (one.value for one in ranked(seen.case.facts, fact))
    return [one.code for one in told if isinstance(one, CodeValue)]


_KNOWN: Mapping[Code, Callable[[_Seen], _Params]] = {
    "we_are": _we_are,
    "child": _child,
    "child_unnamed": _unnamed,
    "age": _age,
    "sex": _sex,
    "language": _language,
    "language_wanted": _language,
    "with_us": _with_us,
    "where": _where,
    "since": _since,
    "is_missing": _missing,
    "met": _met,
    "met_alone": _alone,
    "parent_not_reached": _no_parent,
    "concern": _concern,
    "trafficking_signs": _signs,
    "class": _class,
    "lives_in": _coded("lives_in"),
    "tribal_link": _coded("tribal_link"),
    "call_back": _call_back,
}
"""What each sentence is filled with, and whether there is anything to say; others need nothing."""
