"""What can be done about the care of a child."""

from minors_desk.domain.care import WelfareChecked
from minors_desk.ui.acts.act import IN_CUSTODY, form
from minors_desk.ui.forms.asked_form import FormSpec
from minors_desk.ui.forms.asks import Lines, Pick

CHECK = FormSpec(
    kind=WelfareChecked,
    heading="Welfare check",
    asks=(
        Pick(
            name="condition",
            label="What you see",
            hint="The keys 1 to 4 choose, and write the time now while there is none",
            codes="condition",
            digits=True,
            needed="Choose what you see.",
        ),
        Lines(name="note", label="Note"),
    ),
)

ACTS = (
    form(
        CHECK,
        name="check",
        key="W",
        words="welfare check",
        meaning="somebody looked at the child",
        when=IN_CUSTODY,
    ),
)
