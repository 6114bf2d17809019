"""Calls about a child: who can be called now, in the order in which it presses."""

from minors_desk.domain.calling import Callee
from minors_desk.domain.case import Case
from minors_desk.services import calling, cases, packs
from minors_desk.services.calling import called
from minors_desk.services.desk import Desk

__all__ = ["called", "to_call"]


def to_call(desk: Desk, case: Case) -> tuple[Callee, ...]:
    """Lines of the directory and people of the case; who must not be called says why."""
    judging = packs.judging(case, desk.station, desk.packs)
    return calling.known(desk, case, judging, cases.duty_clocks(desk, case)).callees
