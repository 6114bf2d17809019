"""What can be told of a concern: the first facts by which the child may be without protection."""

from typing import get_args

from minors_desk.domain.board import State
from minors_desk.domain.protection import ProtectionConcern
from minors_desk.ui.acts.act import form
from minors_desk.ui.forms.asked_form import FormSpec
from minors_desk.ui.forms.asks import Lines, Pick, Several

CONCERN = FormSpec(
    kind=ProtectionConcern,
    heading="Concern for the child",
    asks=(
        Several(
            name="what",
            label="What may be the matter",
            codes="concern",
            needed="Choose at least one.",
        ),
        Pick(name="how", label="How it came to light", codes="discovered", needed="Choose how."),
        Lines(
            name="note",
            label="In the words used",
            hint="A suspicion is enough; do not press the child for more",
            rows=1,
            beside=True,
        ),
    ),
)
ACTS = (
    form(
        CONCERN,
        name="protection_concern",
        words="concern for the child",
        meaning="the child may be abused, neglected or without care",
        when=frozenset(get_args(State)),
    ),
)
