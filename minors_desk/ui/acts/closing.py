"""What ends what is owed: a supervisor waives a duty by name; a case is closed."""

from typing import get_args

from minors_desk.domain.board import State
from minors_desk.domain.closing import CaseClosed
from minors_desk.domain.duties import is_open
from minors_desk.errors import DeskError
from minors_desk.services import cases
from minors_desk.ui.acts.act import Act, Asking, form
from minors_desk.ui.dialogs.waive_dialog import WaiveDialog
from minors_desk.ui.forms.asked_form import FormSpec
from minors_desk.ui.forms.asks import Lines

CLOSED = FormSpec(
    kind=CaseClosed,
    heading="Close the case",
    asks=(Lines(name="note", label="Note", hint="Entries may still be added and amended"),),
)


def _waive(asking: Asking) -> WaiveDialog:
    owed = [one for one in asking.known if is_open(one)]
    if not owed:
        raise DeskError("Nothing is owed for this child", "There is nothing to waive")
    return WaiveDialog(asking.case, owed, asking.at_desk, asking.parent)


ACTS = (
    Act(
        name="waive_duty",
        words="waive a duty",
        meaning="a duty is waived, with the reason (supervisor)",
        when=frozenset(get_args(State)),
        ask=_waive,
        look=cases.duty_clocks,
    ),
    form(
        CLOSED,
        name="close_case",
        words="close the case",
        meaning="the case is closed: nothing is owed any more",
        when=frozenset({"met", "handed_over", "ended"}),
    ),
)
