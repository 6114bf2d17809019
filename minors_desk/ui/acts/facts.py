"""What can be told about who a child is."""

from minors_desk.ui.acts.act import ALWAYS, Act
from minors_desk.ui.dialogs.name_dialog import NameDialog

ACTS = (
    Act(
        name="tell_name",
        key="N",
        words="name told",
        meaning="the name was told",
        when=ALWAYS,
        ask=lambda a: NameDialog(a.case, a.at_desk, a.parent),
    ),
)
