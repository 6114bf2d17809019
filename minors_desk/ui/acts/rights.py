"""What a child is told of its case and rights, and the calls it is offered."""

from minors_desk.domain.rights import CallOffered, RightsTold
from minors_desk.ui.acts.act import WITH_US, form
from minors_desk.ui.acts.languages import language_choices
from minors_desk.ui.forms.asked_form import FormSpec
from minors_desk.ui.forms.asks import Line, Lines, OneOfMany, Pick, Several

TOLD = FormSpec(
    kind=RightsTold,
    heading="Told the child",
    for_companions=True,
    asks=(
        Several(
            name="what",
            label="What was said",
            codes="right",
            needed="Choose what was said.",
        ),
        OneOfMany(
            name="language",
            label="In which language",
            choices=language_choices,
            free=True,
        ),
        Line(
            name="interpreter",
            label="Interpreter",
            hint="Name or number; empty when none",
            beside=True,
        ),
        Lines(name="answer", label="What the child answered", hint="In the child's words"),
        Pick(name="understood", label="Understood", codes="understood", beside=True),
        Lines(name="words", more=True, label="As said"),
    ),
    make=lambda said, _case: RightsTold(**{**said, "language": said["language"] or ""}),
)
CALL = FormSpec(
    kind=CallOffered,
    heading="Call offered",
    asks=(
        Pick(
            name="to",
            label="A call to",
            codes="call_to",
            digits=True,
            needed="Choose to whom.",
        ),
        Line(name="to_whom", label="Whom exactly", hint="Name, how related, number"),
        Pick(
            name="answer",
            label="What came of it",
            codes="call_answer",
            needed="Choose what came of it.",
        ),
        Lines(name="note", label="Note"),
    ),
)
ACTS = (
    form(
        TOLD,
        name="tell_rights",
        key="I",
        hint=False,
        words="told the child",
        meaning="the child was told why it is held, its rights, where it is going",
        when=WITH_US,
    ),
    form(
        CALL,
        name="offer_call",
        words="call offered",
        meaning="the child was offered a call of its own",
        when=WITH_US,
    ),
)
