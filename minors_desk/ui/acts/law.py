"""The law behind what is owed, one key away: it changes nothing."""

from typing import get_args

from minors_desk.domain.board import State
from minors_desk.ui.acts.act import Act

NAME, KEY = "law", "Shift+L"
ACTS = (
    Act(
        name=NAME,
        words="the law of what is owed",
        meaning="the law behind the most urgent duty, or behind the card in focus",
        key=KEY,
        hint=False,
        when=frozenset(get_args(State)),
        writes=False,
    ),
)
