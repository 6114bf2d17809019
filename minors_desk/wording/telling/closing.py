"""A waived duty and a closed case, in one line each."""

from collections.abc import Callable
from typing import Any

from minors_desk.domain.closing import CaseClosed, DutyWaived
from minors_desk.i18n import N_
from minors_desk.wording.phrases import joined

HEADINGS: dict[str, str] = {
    "duty_waived": N_("Duty waived"),
    "case_closed": N_("Case closed"),
}


def _waived(body: DutyWaived) -> str:
    return joined(body.rule_id, body.reason)


def _closed(body: CaseClosed) -> str:
    return body.note


SENTENCES: dict[type, Callable[[Any], str]] = {
    DutyWaived: _waived,
    CaseClosed: _closed,
}
