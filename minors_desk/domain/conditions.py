"""The named conditions of a case that a rule may ask for; a pack holds names, never code.

What is not known yet counts the way that protects the child: a child of unknown age is young
enough for every shorter limit, one whose class was not chosen is charged with nothing.
"""

from collections.abc import Callable

from minors_desk.domain.case import Case

Condition = Callable[[Case], bool]


def _is_class(legal_class: str) -> Condition:
    return lambda case: case.legal_class == legal_class


def _has_happened(*names: str) -> Condition:
    return lambda case: any(event.name in names for event in case.events)


def _is_under(years: int) -> Condition:
    """By the youngest plausible age (CONTRACT 3.4)."""

    def holds(case: Case) -> bool:
        age = None if case.encounter is None else case.encounter.apparent_age
        return age is None or age.low_months < years * 12

    return holds


def _is_not(condition: Condition) -> Condition:
    return lambda case: not condition(case)


CONDITIONS: dict[str, Condition] = {
    "age_12_or_over": _is_not(_is_under(12)),
    "age_under_12": _is_under(12),
    "age_under_15": _is_under(15),
    "child_protection_reached": _has_happened("child_protection_reached"),
    "has_been_locked_up": lambda case: any(span.secure for span in case.spans),
    "in_custody": lambda case: case.custody is not None,
    "legal_class:accused_delinquent": _is_class("accused_delinquent"),
    "legal_class:non_offender": _is_class("non_offender"),
    "legal_class:status_offender": _is_class("status_offender"),
    "locked_up_now": lambda case: case.presence is not None and case.presence.secure,
    "parent_reached": _has_happened("parent_reached"),
    "taken_into_custody": lambda case: bool(case.episodes),
}
"""Each condition by its name. ``taken_into_custody`` and ``has_been_locked_up`` go on holding
after the handoff, ``in_custody`` and ``locked_up_now`` do not."""
