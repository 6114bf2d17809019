"""What can be told of trafficking: the first signs, from which the notice to HHS is owed."""

from typing import get_args

from minors_desk.domain.board import State
from minors_desk.domain.trafficking import TraffickingSignSeen
from minors_desk.ui.acts.act import form
from minors_desk.ui.forms.asked_form import FormSpec
from minors_desk.ui.forms.asks import Ask, Lines, Pick, Several


def discovery(label: str, codes: str, enough: str) -> tuple[Ask, ...]:
    """What is asked of anything that came to light; `enough` says that nobody has to ask more."""
    return (
        Several(name="what", label=label, codes=codes, needed="Choose at least one."),
        Pick(name="how", label="How it came to light", codes="discovered", needed="Choose how."),
        Lines(
            name="note",
            label="In the words used",
            hint=f"{enough}; do not press the child for more",
            rows=1,
            beside=True,
        ),
    )


SIGNS = FormSpec(
    kind=TraffickingSignSeen,
    heading="Sign of trafficking",
    asks=discovery("What was seen or said", "trafficking_sign", "Signs are enough"),
)
ACTS = (
    form(
        SIGNS,
        name="trafficking_sign",
        words="sign of trafficking",
        meaning="a sign of trafficking was discovered: who must be told is owed",
        when=frozenset(get_args(State)),
    ),
)
