"""Why a rule applies to a case or does not, and what came of it: each rule by itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from minors_desk.domain.applying import Hindrance, hindrances, out_of_force
from minors_desk.domain.case import Case
from minors_desk.domain.duties import Breach, DutyClock, clocks, clocks_of_others
from minors_desk.domain.entries import kind_of
from minors_desk.domain.gating import GateState, state_of, wrongs
from minors_desk.domain.rule_waivers import RuleWaiver
from minors_desk.domain.rules import Outside, Pack, Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """One rule and one case. ``hindrances``: every reason why it does not apply; none when it does.

    ``started``: whether what a clock or a record waits for has happened; of a prohibition, whether
    what it forbids has. ``held`` and ``missing``: of a record, where it is written by now and where
    not yet. ``waiver``: by which the agency does not go by it now.
    """

    rule: Rule
    hindrances: tuple[Hindrance, ...] = ()
    started: bool = True
    clocks: tuple[DutyClock, ...] = ()
    gate: GateState | None = None
    breaches: tuple[Breach, ...] = ()
    held: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    waiver: RuleWaiver | None = None

    @property
    def applies(self) -> bool:
        """Whether it asks for anything in this case; of a prohibition, whether it holds."""
        waits = self.rule.kind != "prohibition" and not self.started
        return not self.hindrances and not waits


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """All rules of the packs as they bear on a case, in their order; and what is outside."""

    rules: tuple[Explanation, ...]
    outside: tuple[Outside, ...] = field(default=())


def explained(case: Case, packs: Iterable[Pack], at: datetime, zone: str) -> Explained:
    """Each rule of these packs for the case, as of that instant (UTC); nothing is left out."""
    given = tuple(packs)
    running = (*clocks(case, given, zone), *clocks_of_others(case, given, zone))
    broken = wrongs(case, given, zone)
    rules = (
        Explanation(
            rule=rule,
            hindrances=_hindrances(case, rule, at, zone),
            started=_started(case, rule),
            clocks=tuple(one for one in running if one.rule is rule),
            gate=None if rule.gate is None else state_of(case.events, rule, at),
            breaches=tuple(one for one in broken if one.rule is rule),
            held=_held(case, rule, by_now=True),
            missing=_held(case, rule, by_now=False),
            waiver=pack.waiver_of(rule.id, at),
        )
        for pack in given
        for rule in pack.rules
    )
    outside = tuple(one for pack in given for one in pack.outside)
    return Explained(rules=tuple(rules), outside=outside)


def _started(case: Case, rule: Rule) -> bool:
    """Whether one of its start events happened; a rule without any has always begun."""
    return not rule.starts or any(one.name in rule.starts for one in case.events)


def _hindrances(case: Case, rule: Rule, at: datetime, zone: str) -> tuple[Hindrance, ...]:
    """Its conditions, and whether it was law: on the date of a start event, else of now."""
    starts = [one.at for one in case.events if one.name in rule.starts]
    asked = (starts[:1] if rule.once else starts) or [at]
    dates = [out_of_force(rule, one, zone) for one in asked]
    found = hindrances(case, rule, zone)
    last = dates[-1]
    return found if last is None or None in dates else (*found, last)


def _held(case: Case, rule: Rule, *, by_now: bool) -> tuple[str, ...]:
    here = _places(case) if rule.held_in else frozenset()
    return tuple(one for one in rule.held_in if (one in here) is by_now)


def _places(case: Case) -> frozenset[str]:
    """Everything that the case holds by now: kinds of entries, facts, papers that were issued."""
    entries = (f"entry:{kind_of(one.counts)}" for one in case.log if one.counts is not None)
    facts = (f"fact:{one.fact}" for one in case.facts if one.about is None)
    papers = (f"paper:{one.paper}" for one in case.papers)
    return frozenset((*entries, *facts, *papers))


def of_rule(found: Sequence[Explanation], rule_id: str) -> tuple[Explanation, ...]:
    """The explanation of the rule of that id, whatever its case."""
    return tuple(one for one in found if one.rule.id.casefold() == rule_id.casefold())
