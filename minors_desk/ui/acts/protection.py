"""What can be told of a concern: the first facts by which the child may be without protection."""

from typing import get_args

from minors_desk.domain.board import State
from minors_desk.domain.protection import ProtectionConcern
from minors_desk.ui.acts.act import form
from minors_desk.ui.acts.trafficking import discovery
from minors_desk.ui.forms.answer_asks import Beside
from minors_desk.ui.forms.asked_form import FormSpec

CONCERN = FormSpec(
    kind=ProtectionConcern,
    heading="Concern for the child",
    asks=(
        *discovery("What may be the matter", "concern", "A suspicion is enough"),
        Beside(name="danger_now", label="In danger now", codes="answer"),
        Beside(name="may_run_away", label="May run away", codes="answer"),
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
