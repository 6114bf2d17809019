"""What can be done about sheets of paper days: one is entered in the case that it is about."""

from minors_desk.domain.case import Case
from minors_desk.domain.downtime import Sheet
from minors_desk.services import downtime
from minors_desk.services.desk import Desk
from minors_desk.ui.acts.act import ALWAYS, Act
from minors_desk.ui.dialogs.downtime_dialog import DowntimeDialog

NAME = "enter_from_paper"


def _outstanding(desk: Desk, _case: Case) -> tuple[Sheet, ...]:
    return downtime.outstanding(desk)


ACTS = (
    Act(
        name=NAME,
        words="enter from paper",
        meaning="enter a round sheet or call log kept by hand while the system was down",
        when=ALWAYS,
        look=_outstanding,
        ask=lambda a: DowntimeDialog(a.case, a.at_desk, a.known or (), a.parent),
        save=downtime.save_lines,
    ),
)
