"""What can be done about the care of a child."""

from minors_desk.ui.acts.act import IN_CUSTODY, Act
from minors_desk.ui.dialogs.check_dialog import CheckDialog

ACTS = (
    Act(
        name="check",
        key="W",
        words="welfare check",
        meaning="somebody looked at the child",
        when=IN_CUSTODY,
        ask=lambda a: CheckDialog(a.case, a.at_desk, a.parent),
    ),
)
