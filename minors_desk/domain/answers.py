"""An answer that was not got is an answer too: four ways of having none, beside yes and no.

A question of a sheet is ``None`` while nobody has come to it. Once it was dealt with it holds
either its value or one of the four; paper shows each of them differently from an empty box.
"""

from typing import Literal

from minors_desk.domain.bodies import Instant, Line, Part

NoAnswer = Literal["unknown", "refused", "not_asked", "does_not_apply"]
"""In place of a value. ``not_asked``: decided not to ask, or not allowed to."""
Answer = Literal["yes", "no", "unknown", "refused", "not_asked", "does_not_apply"]
YesNo = Literal["yes", "no"]


class Asked(Part, frozen=True, kw_only=True):
    """A question of yes or no, with what was said or seen."""

    answer: Answer
    words: Line = ""


class LastTime(Part, frozen=True, kw_only=True):
    """When something last happened: an instant if one can be told, else in words."""

    at: Instant | None = None
    words: Line = ""

    def __post_init__(self) -> None:
        if self.at is None and not self.words:
            raise ValueError("an instant or words")
