"""Verified limits of police that were passed without anybody saying why: the reason is owed."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from minors_desk.domain.duties import DutyClock, status
from minors_desk.domain.limits import LimitReason, reasons_for


def unexplained(
    clocks: Iterable[DutyClock], limits: Sequence[LimitReason], now: datetime
) -> tuple[DutyClock, ...]:
    """The clocks of limits that were passed by that instant (UTC) and for which a reason is owed.

    Only those that may be red: law that somebody verified and that binds us. Each stretch that took
    too long wants a reason of its own; that a limit was prolonged is none for passing it after all.
    """
    return tuple(one for one in clocks if owed_reasons(one, limits, now) > 0)


def owed_reasons(clock: DutyClock, limits: Sequence[LimitReason], now: datetime) -> int:
    """How many reasons are owed for that clock."""
    if not clock.rule.may_be_red or clock.waiver is not None:
        return 0
    found = status(clock, now)
    passed = clock.earlier_missed
    if found.tone == "red":
        passed += 1
    elif found.state == "met_late":
        # Of an interval rule that ended late, the last stretch is counted among the others.
        passed = max(passed, 1)
    return passed - len(_given(clock, limits))


def _given(clock: DutyClock, limits: Sequence[LimitReason]) -> list[LimitReason]:
    told = reasons_for(limits, clock.rule.id, clock.began or clock.start)
    return [one for one in told if not one.authority or (clock.due and one.at > clock.due)]
