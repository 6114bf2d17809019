"""What can be done about custody and presence."""

from minors_desk.ui.acts.act import IN_CUSTODY, MET, Act
from minors_desk.ui.dialogs.custody_dialog import CustodyDialog
from minors_desk.ui.dialogs.move_dialog import MoveDialog

ACTS = (
    Act(
        name="begin_custody",
        key="B",
        words="custody began",
        meaning="our custody began",
        when=MET,
        ask=lambda a: CustodyDialog(a.case, a.at_desk, a.forbidding, a.parent),
    ),
    Act(
        name="move",
        key="M",
        words="move",
        meaning="moved to another room, locked or unlocked",
        when=IN_CUSTODY,
        ask=lambda a: MoveDialog(a.case, a.at_desk, a.forbidding, a.parent),
    ),
)
