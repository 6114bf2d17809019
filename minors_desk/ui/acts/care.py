"""What can be done about the care of a child."""

from minors_desk.domain.care import CareGiven, MedicineGiven, WelfareChecked
from minors_desk.ui.acts.act import IN_CUSTODY, form
from minors_desk.ui.forms.asked_form import FormSpec
from minors_desk.ui.forms.asks import Line, Lines, Moment, Pick

CHECK = FormSpec(
    kind=WelfareChecked,
    heading="Welfare check",
    for_companions=True,
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

CARE = FormSpec(
    kind=CareGiven,
    heading="Care given",
    for_companions=True,
    asks=(
        Pick(
            name="what",
            label="What was offered",
            codes="need",
            digits=True,
            needed="Choose what was offered.",
        ),
        Pick(
            name="answer",
            label="How the child took it",
            codes="taken",
            letters="OAR",
            needed="Choose how the child took it: O, A or R.",
        ),
        Line(name="what_given", label="What exactly", hint="Such as: two sandwiches, warm"),
        Lines(name="note", label="Note"),
    ),
)
MEDICINE = FormSpec(
    kind=MedicineGiven,
    heading="Medicine",
    asks=(
        Line(
            name="medicine",
            label="Medicine",
            hint="As it stands on the package",
            needed="Write the medicine.",
        ),
        Line(name="dose", label="Dose", needed="Write the dose.", beside=True),
        Pick(
            name="answer",
            label="How the child took it",
            codes="taken",
            letters="OAR",
            needed="Choose how the child took it: O, A or R.",
        ),
        Moment(
            name="next_due_at",
            label="Next dose due",
            hint="The desk reminds of it while the child is with us",
            future=True,
            beside=True,
        ),
        Line(name="given_by", more=True, label="Given by", hint="Who handed it to the child"),
        Line(
            name="authority",
            more=True,
            label="On whose word",
            hint="A parent, a doctor, or the child's own prescription",
            beside=True,
        ),
        Moment(name="last_dose_at", more=True, label="Dose before this one"),
        Lines(name="note", more=True, beside=True, label="Note", rows=1),
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
    form(
        CARE,
        name="give_care",
        key="G",
        words="care",
        meaning="food, water, toilet, rest or clothing was offered",
        when=IN_CUSTODY,
    ),
    form(
        MEDICINE,
        name="give_medicine",
        words="medicine",
        meaning="medicine was offered: dose, last and next",
        when=IN_CUSTODY,
    ),
)
