"""For each condition of ``CONDITIONS``: of which values of the dimensions it holds; by hand."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from tests.domain.rule_steps import DIMENSIONS

World = Mapping[str, str]
"""What is so, by dimension; what is left out has its first value."""
_LOCKED = frozenset({"locked", "locked_adults", "cuffed"})
_HERE = ("", "refused", "failed")
_KINDS = ("child_protection", "parent", "private_person", "other_agency")
_OVER = ("handed", *(f"handed:{kind}" for kind in _KINDS))
_FOUND = frozenset({"debt", "commercial_sex", "screened_debt"})
_WAS_LOCKED = _LOCKED | {"unlocked", "uncuffed"}


@dataclass(frozen=True, slots=True)
class Holds:
    """A condition: on which dimensions it turns, and when it holds."""

    dimensions: tuple[str, ...]
    in_world: Callable[[World], bool]


def value(world: World, dimension: str) -> str:
    """What is so in that dimension."""
    return world.get(dimension) or next(iter(DIMENSIONS[dimension]))


def _of(dimension: str, *values: str) -> Holds:
    assert set(values) <= set(DIMENSIONS[dimension]), values
    return Holds((dimension,), lambda world: value(world, dimension) in values)


def _held(
    ends: Collection[str] = (*_HERE, *_OVER, "ended", "died", "left", "found", "back"),
    ways: Collection[str] = (*_WAS_LOCKED, "held", "adults"),
) -> Holds:
    """By how the child was held and how that ended; not for one who was never held."""
    values = (f"{way}/{end}" if end else way for way in ways for end in ends)
    return _of("custody", *values)


def _years(world: World) -> int | None:
    """An age is one of a first day: of a child neither met nor held it is not known."""
    never_seen = value(world, "encounter") == "not_met" and value(world, "custody") == "never"
    told = value(world, "age")
    return None if told == "unknown" or never_seen else int(told)


def _age(is_so: Callable[[int | None], bool]) -> Holds:
    return Holds(("age",), lambda world: is_so(_years(world)))


def _under(line: int) -> Holds:
    return _age(lambda years: years is None or years < line)


def _or_over(line: int) -> Holds:
    return _age(lambda years: years is not None and years >= line)


HOLDS: dict[str, Holds] = {
    **{f"age_under_{line}": _under(line) for line in range(10, 22)},
    **{f"age_{line}_or_over": _or_over(line) for line in range(10, 22)},
    "age_unknown": _age(lambda years: years is None),
    "abuse_suspected": Holds(
        ("concern", "sign"),
        lambda world: value(world, "concern") != "none" or value(world, "sign") in _FOUND,
    ),
    "no_carer_known": _of("concern", "no_carer"),
    "trafficking_suspected": _of("sign", *sorted(_FOUND)),
    "sexual_exploitation_suspected": Holds(
        ("concern", "sign"),
        lambda world: (
            value(world, "concern") == "exploited" or value(world, "sign") == "commercial_sex"
        ),
    ),
    "child_protection_reached": _of("contact:child_protection", "reached"),
    "class_given": _of("class", "non_offender", "status_offender", "accused_delinquent"),
    "legal_class:non_offender": _of("class", "not_classed", "non_offender"),
    "legal_class:status_offender": _of("class", "status_offender"),
    "legal_class:accused_delinquent": _of("class", "accused_delinquent"),
    "met_alone": _of("accompanied", "untold", "not_known", "alone", "with_children_only"),
    "found_with_adult": _of("accompanied", "adult_not_verified", "relative", "parent_or_guardian"),
    "from_another_state": _of("lives_in", "another_state"),
    "in_state_care": _of("in_care_of", "foster_family", "state_care"),
    "has_disability": _of("disability", "deaf", "moving"),
    "tribal_link_possible": _of("tribal_link", "yes", "possible"),
    "nationality_told": Holds(
        ("nationality",), lambda world: value(world, "nationality") != "untold"
    ),
    "needs_interpreter": _of("language", "mam"),
    "questioned": _of("questioning_began", "yes"),
    "parent_reached": _of("parent", "reached", "given_up_reached"),
    "parent_not_reached": _of("parent", "given_up", "given_up_relative"),
    "taken_into_custody": _held(),
    "in_custody": _held((*_HERE, "back")),
    "missing": _held(("left",)),
    "has_been_locked_up": _held(ways=_WAS_LOCKED),
    "locked_up_now": _held(_HERE, _LOCKED),
    "handed_over": _held(_OVER),
    **{f"handed_to:{kind}": _held((f"handed:{kind}",)) for kind in _KINDS},
}
