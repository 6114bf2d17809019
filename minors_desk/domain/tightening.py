"""Whether a station's own rule only makes a law stricter; one that loosens it is refused.

The law goes on running beside the station's rule: several limits on the same fact stand together.
"""

from collections.abc import Callable, Iterable

from minors_desk.domain.pack_fields import BadPack
from minors_desk.domain.periods import Period
from minors_desk.domain.rules import Pack, Rule

_Check = Callable[[Rule, Rule], bool]


def loosened(pack: Pack, law: Iterable[Pack]) -> tuple[BadPack, ...]:
    """What in a station's pack would ask less than the law it names, one fault for each rule.

    ``law`` are the packs that it is held against. A rule under the id of a law, and one that
    tightens a rule nobody knows, is a fault too; a pack of law tightens nothing.
    """
    if pack.is_law:
        return ()
    known = {rule.id: rule for one in law if one.id != pack.id for rule in one.rules}
    found = (_fault(rule, known) for rule in pack.rules)
    return tuple(one for one in found if one is not None)


def _fault(own: Rule, known: dict[str, Rule]) -> BadPack | None:
    if own.id in known:
        return BadPack(own.id, "id", "an id of its own, this one is a rule of another pack")
    if not own.tightens:
        return None
    law = known.get(own.tightens)
    if law is None:
        return BadPack(own.id, "tightens", "the id of a rule in force")
    for field, holds, expected in _CHECKS:
        if not holds(own, law):
            return BadPack(own.id, field, f"{expected} as {law.id}")
    return None


def _no_longer(own: Rule, law: Rule) -> bool:
    """Hours are held against hours and days against days; anything is shorter than no time."""
    if law.within is None:
        return True
    return own.within is not None and _as_short(own.within, law.within)


def _no_longer_when_prolonged(own: Rule, law: Rule) -> bool:
    if own.may_extend_to is None or law.within is None:
        return own.may_extend_to is None or law.within is None
    return _as_short(own.may_extend_to, law.may_extend_to or law.within)


def _as_short(own: Period, law: Period) -> bool:
    if own.days and law.days:
        return own.days <= law.days
    # A day as the wall shows it may have 25 hours, so it is never surely shorter than 24 of them.
    return not own.days and (bool(law.days) or own.exact <= law.exact)


def _as_few_days_left_out(own: Rule, law: Rule) -> bool:
    weekends = own.calendar.weekends and not law.calendar.weekends
    return not weekends and own.calendar.holidays <= law.calendar.holidays


def _no_longer_by_itself(own: Rule, law: Rule) -> bool:
    weekends = own.longer_on.weekends and not law.longer_on.weekends
    return not weekends and own.longer_on.holidays <= law.longer_on.holidays


_CHECKS: tuple[tuple[str, _Check, str], ...] = (
    ("kind", lambda own, law: own.kind == law.kind, "the same kind"),
    ("binds", lambda own, _law: own.is_ours, "a rule that binds police, at least as wide"),
    ("applies", lambda own, law: set(own.applies) <= set(law.applies), "no further condition"),
    ("unless", lambda own, law: set(own.unless) <= set(law.unless), "no further exception"),
    (
        "nationality",
        lambda own, law: (
            not own.nationality or bool(law.nationality and own.nationality >= law.nationality)
        ),
        "at least the same countries",
    ),
    (
        "nationality_not",
        lambda own, law: own.nationality_not <= law.nationality_not,
        "no further country left out",
    ),
    (
        "starts",
        lambda own, law: set(own.starts) >= set(law.starts),
        "the same start events at least",
    ),
    ("once", lambda own, law: law.once or not own.once, "as often"),
    ("within", _no_longer, "no longer time"),
    ("may_extend_to", _no_longer_when_prolonged, "no longer time"),
    ("longer_on", _no_longer_by_itself, "no further day that prolongs it"),
    ("counts", lambda own, law: own.counts in ("time", law.counts), "the same way of counting"),
    ("skips", _as_few_days_left_out, "no further day left out"),
    (
        "satisfied_by",
        lambda own, law: set(own.satisfied_by) <= set(law.satisfied_by),
        "no further way to meet it",
    ),
    ("ends_with", lambda own, law: set(own.ends_with) <= set(law.ends_with), "no further end"),
)
"""Field, check and what would be right; the first that fails is told."""
