"""Whether a rule applies to a case: its conditions, its countries and its dates, each by itself."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from minors_desk.domain.case import Case
from minors_desk.domain.conditions import CONDITIONS, nationalities
from minors_desk.domain.rules import Rule

Obstacle = Literal["needs", "unless", "nationality", "before_its_time", "after_its_time"]
"""Why a rule does not apply: a condition does not hold that must, or holds that must not."""


@dataclass(frozen=True, slots=True)
class Hindrance:
    """One reason why a rule does not apply; ``condition`` by name where it is one."""

    obstacle: Obstacle
    condition: str = ""


def applies(case: Case, rule: Rule, zone: str) -> bool:
    """Whether all its conditions hold for the case as it stands; says nothing about dates."""
    if not all(CONDITIONS[one](case, zone) for one in rule.applies):
        return False
    if any(CONDITIONS[one](case, zone) for one in rule.unless):
        return False
    return is_of(nationalities(case), rule)


def hindrances(case: Case, rule: Rule, zone: str) -> tuple[Hindrance, ...]:
    """Every condition that keeps the rule from applying; empty when it applies."""
    found = [Hindrance("needs", one) for one in rule.applies if not CONDITIONS[one](case, zone)]
    found += [Hindrance("unless", one) for one in rule.unless if CONDITIONS[one](case, zone)]
    if not is_of(nationalities(case), rule):
        found.append(Hindrance("nationality"))
    return tuple(found)


def in_force(rule: Rule, at: datetime, zone: str) -> bool:
    """Whether it was law on the local date of that instant (CONTRACT 4.3)."""
    return out_of_force(rule, at, zone) is None


def out_of_force(rule: Rule, at: datetime, zone: str) -> Hindrance | None:
    """That the rule was not yet, or no longer, law on that local date; None when it was."""
    day = at.astimezone(ZoneInfo(zone)).date()
    if day < rule.effective_from:
        return Hindrance("before_its_time")
    if rule.effective_until is not None and day > rule.effective_until:
        return Hindrance("after_its_time")
    return None


def is_of(countries: frozenset[str], rule: Rule) -> bool:
    """Whether it is about a child of these: of rivals any counts, for what is in doubt is owed."""
    if not rule.nationality and not rule.nationality_not:
        return True
    if rule.nationality and not countries & rule.nationality:
        return False
    return not (rule.nationality_not and countries and countries <= rule.nationality_not)
