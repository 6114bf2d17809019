"""A rule of a pack as JSON: all that it says, under the names that packs use."""

from datetime import date
from typing import Any

from minors_desk.domain.periods import Period
from minors_desk.domain.rule_text import period_text
from minors_desk.domain.rules import Checked, Outside, Pack, Rule


def rule_document(rule: Rule, pack: Pack | None = None) -> dict[str, Any]:
    """The rule for ``--json``; with the station's target where its pack has one."""
    terms = rule.gate
    target = None if pack is None else pack.targets.get(rule.id)
    return {
        "id": rule.id,
        "pack": rule.pack,
        "law": rule.is_law,
        "title": rule.title,
        "citation": rule.citation,
        "binds": rule.binds,
        "kind": rule.kind,
        "applies": list(rule.applies),
        "unless": list(rule.unless),
        "nationality": sorted(rule.nationality),
        "nationality_not": sorted(rule.nationality_not),
        "starts": list(rule.starts),
        "once": rule.once,
        "within": _period(rule.within),
        "target": None if target is None else period_text(target),
        "may_extend_to": _period(rule.may_extend_to),
        "extended_by": rule.extended_by,
        "longer_on_weekends": rule.longer_on.weekends,
        "longer_on_holidays": bool(rule.longer_on.holidays),
        "counts": rule.counts,
        "skips_weekends": rule.calendar.weekends,
        "skips_holidays": bool(rule.calendar.holidays),
        "satisfied_by": list(rule.satisfied_by),
        "ends_with": list(rule.ends_with),
        "before": None if terms is None else terms.before,
        "answer": None if terms is None else terms.answer,
        "needs": [] if terms is None else list(terms.needs),
        "about": [] if terms is None else list(terms.about),
        "to": [] if terms is None else list(terms.to),
        "held_in": list(rule.held_in),
        "tightens": rule.tightens,
        "owed_to": rule.owed_to,
        "proof": rule.proof,
        "effective_from": None if rule.effective_from == date.min else _day(rule.effective_from),
        "effective_until": _day(rule.effective_until),
        "checked": _checked(rule.checked),
    }


def outside_document(one: Outside) -> dict[str, Any]:
    """What is outside of the rules for ``--json``."""
    return {
        "id": one.id,
        "pack": one.pack,
        "title": one.title,
        "citation": one.citation,
        "binds": one.binds,
        "why": one.why,
        "note": one.note,
        "checked": _checked(one.checked),
    }


def _checked(checked: Checked) -> dict[str, Any]:
    return {
        "verified": checked.verified,
        "source": checked.source,
        "on": _day(checked.on),
        "note": checked.note,
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _period(period: Period | None) -> str | None:
    if period is None:
        return None
    return f"P{period.days}D" if period.days else period_text(period.exact)
