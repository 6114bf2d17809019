"""Real cases for a rule: one that it catches, one for each condition that fails, one that is met.

``find`` looks for what must be so among the values of the dimensions, and ``tell`` makes entries
of it: what the rule asks for lies before its start where it can, else after it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import product

import pytest
from msgspec import structs

from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case, fold
from minors_desk.domain.duties import DutyClock, clocks, clocks_of_others
from tests.domain.moments import CASE
from tests.domain.rule_holds import HOLDS, World, value
from tests.domain.rule_steps import DIMENSIONS, DIMENSIONS_OF, Step
from tests.domain.rule_tables import COUNTRIES, DAY, Ruled
from tests.domain.samples import entry

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
STARTS = (
    NOW,
    datetime(2026, 7, 2, 23, 45, tzinfo=UTC),
    datetime(2026, 12, 24, 21, 30, tzinfo=UTC),
    datetime(2027, 2, 13, 17, 0, tzinfo=UTC),
)
"""A night in the week, the evening before a holiday, one before two, and a Saturday."""
BROUGHT = {
    "taken_into_custody": {"custody_began", "held_with_adults"},
}
"""Conditions that hold wherever one of those events started a rule: they cannot be otherwise."""
LATER = timedelta(minutes=20)
"""How long after the start a rule is met in these cases."""
_APART = timedelta(seconds=10)
NATIONALITIES = frozenset({"untold", "not_known", *COUNTRIES})


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a case must be like.

    ``start``: the one of ``starts`` that happens, and no other of them does; empty for none.
    ``closer``: the one of ``closers`` that happens after it, and no other of them before it.
    """

    conditions: frozenset[tuple[str, bool]] = frozenset()
    nationality: frozenset[str] = NATIONALITIES
    starts: tuple[str, ...] = ()
    start: str = ""
    closers: tuple[str, ...] = ()
    closer: str = ""


@dataclass(slots=True)
class Phases:
    """The steps of a case in order: before the start, the start, and so on."""

    before: list[Step] = field(default_factory=list)
    start: list[Step] = field(default_factory=list)
    between: list[Step] = field(default_factory=list)
    closing: list[Step] = field(default_factory=list)
    after: list[Step] = field(default_factory=list)

    def all(self) -> Iterator[Step]:
        """Every step in its order."""
        for part in (self.before, self.start, self.between, self.closing, self.after):
            yield from part


def wanted(one: Ruled, start: str = "", closer: str = "", *, flipped: str = "") -> Wanted:
    """What the rule asks for; ``flipped`` is a condition that is otherwise."""
    conditions = dict(one.conditions)
    if flipped:
        conditions[flipped] = not conditions[flipped]
    return Wanted(
        conditions=frozenset(conditions.items()),
        nationality=nationalities(one),
        starts=one.starts,
        start=start,
        closers=one.closers,
        closer=closer,
    )


def nationalities(one: Ruled) -> frozenset[str]:
    """Of which nationality a child may be said to be for the rule to be about it."""
    of, not_of = one.countries("nationality"), one.countries("nationality_not")
    return NATIONALITIES & of if of else NATIONALITIES - not_of


@cache
def find(asked: Wanted) -> World | None:
    """The first world in which all of it is so; None if there is none."""
    turning = {dimension for name, _ in asked.conditions for dimension in HOLDS[name].dimensions}
    for event in (asked.start, asked.closer) if asked.start else (*asked.starts, asked.closer):
        turning.update(DIMENSIONS_OF[event] if event else ())
    if asked.nationality != NATIONALITIES:
        turning.add("nationality")
    order = [dimension for dimension in DIMENSIONS if dimension in turning]
    for values in product(*(_values(one, asked) for one in order)):
        world = dict(zip(order, values, strict=True))
        if all(HOLDS[name].in_world(world) is must for name, must in asked.conditions) and fits(
            phases(world, asked), asked
        ):
            return world
    return None


def _values(dimension: str, asked: Wanted) -> list[str]:
    values = list(DIMENSIONS[dimension])
    if dimension != "nationality":
        return values
    # One country of those asked for does as well as another.
    return [one for one in values if one in asked.nationality][:3]


def phases(world: World, asked: Wanted) -> Phases:
    """Which step comes when."""
    told = Phases()
    for dimension in DIMENSIONS:
        chain = DIMENSIONS[dimension][value(world, dimension)]
        starts = [n for n, one in enumerate(chain) if asked.start and asked.start in one.events]
        start = starts[0] if starts and not told.start else None
        ends = [n for n, one in enumerate(chain) if asked.closer and asked.closer in one.events]
        ends = [n for n in ends if start is None or n > start]
        end = ends[0] if ends and not told.closing else None
        for n, one in enumerate(chain):
            _part(told, n, start, end, met_first=asked.start == "encountered").append(one)
    return told


def _part(
    told: Phases, n: int, start: int | None, end: int | None, *, met_first: bool
) -> list[Step]:
    if n == start:
        return told.start
    if n == end:
        return told.closing
    if end is not None and n > end:
        return told.after
    if (start is not None and n > start) or (met_first and start is None):
        return told.between
    return told.before


def fits(told: Phases, asked: Wanted) -> bool:
    """Whether start and closer happen as they were asked for, and nothing in their place."""
    if bool(told.start) != bool(asked.start) or bool(told.closing) != bool(asked.closer):
        return False
    others = (*told.before, *told.between, *told.closing, *told.after)
    if any(event in asked.starts for one in others for event in one.events):
        return False
    early = told.between if asked.starts else (*told.before, *told.between)
    return not any(event in asked.closers for one in early for event in one.events)


@dataclass(frozen=True, slots=True)
class Story:
    """A case as folded, with the numbers of the entries that tell of start and closer."""

    case: Case
    start: datetime
    start_entry: int
    closing: datetime
    closing_entry: int


def tell(asked: Wanted, world: World, start: datetime, *further: Body) -> Story:
    """The case of that world, its start at that instant; ``further`` entries as they are."""
    parts = phases(world, asked)
    closing = start + LATER
    first = start - _APART * (len(parts.before) + 1)
    bodies: list[Body] = []
    bodies += _from(first, parts.before)
    bodies += _from(start, parts.start)
    start_entry = len(bodies)
    bodies += _from(start + _APART, parts.between)
    bodies += _from(closing, parts.closing)
    closing_entry = len(bodies)
    bodies += _from(closing + _APART, parts.after)
    entries = [entry(number, one) for number, one in enumerate((*bodies, *further), start=1)]
    return Story(
        case=fold(CASE, entries),
        start=start,
        start_entry=start_entry,
        closing=closing,
        closing_entry=closing_entry,
    )


def _from(moment: datetime, steps: list[Step]) -> Iterator[Body]:
    for number, one in enumerate(steps):
        for body in one.bodies:
            told = moment + _APART * number
            # A copy for the child has a time of its own.
            own = {"copy_given_at": told} if getattr(body, "copy_given_at", None) else {}
            yield structs.replace(body, occurred_at=told, **own)


def the_story(asked: Wanted, start: datetime) -> Story:
    """The case that was asked for; that there is none is a fault of the pack."""
    world = find(asked)
    assert world is not None, f"no case is like that: {asked}"
    return tell(asked, world, start)


def each_start(one: Ruled) -> list[Wanted]:
    """A case that the rule catches for each event that starts it."""
    return [wanted(one, start) for start in one.starts]


def flips(one: Ruled, start: str = "") -> list[Wanted]:
    """For each condition a case in which it alone is otherwise, the nationality too.

    The start happens in it unless it is what makes the condition hold.
    """
    asked = []
    for name in one.conditions:
        # What meets the rule may be the very thing that is otherwise.
        flipped = replace(wanted(one, start, flipped=name), closers=())
        if find(flipped) is None:
            assert start in BROUGHT.get(name, ()), f"{name} can never be otherwise"
            flipped = replace(wanted(one, flipped=name), closers=())
        asked.append(flipped)
    others = NATIONALITIES - nationalities(one)
    if others:
        asked.append(replace(wanted(one, start), nationality=others))
    return asked


def without_start(one: Ruled) -> Wanted:
    """A case in which no event starts it, and all holds that may hold without one."""
    asked = wanted(one)
    alone = Wanted(starts=one.starts)
    if find(replace(alone, nationality=asked.nationality)) is None:
        asked = replace(asked, nationality=NATIONALITIES)
    possible = {
        told for told in asked.conditions if find(replace(alone, conditions=frozenset({told})))
    }
    return replace(asked, conditions=frozenset(possible))


def each(rules: list[Ruled]) -> pytest.MarkDecorator:
    """Runs a test with each of these rules, as ``one``."""
    return pytest.mark.parametrize("one", rules, ids=lambda one: one.raw["id"])


def in_time(one: Ruled) -> tuple[datetime, ...]:
    """Some instants at which the rule is law."""
    since, until = one.raw.get("effective_from"), one.raw.get("effective_until")
    if until is not None:
        back = NOW.date() - until + DAY
        return tuple(moment - back for moment in STARTS[:2])
    return tuple(moment for moment in STARTS if since is None or moment.date() > since)


def found(one: Ruled, story: Story, zone: str) -> tuple[DutyClock, ...]:
    """The clocks of the rule: ours, or those that are shown of others, never among the rest."""
    ours, theirs = (
        clocks(story.case, [one.pack], zone),
        clocks_of_others(story.case, [one.pack], zone),
    )
    assert not (theirs if one.binds_us else ours)
    return ours if one.binds_us else theirs
