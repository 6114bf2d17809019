"""Where the parts of a body stand on its outline, front and back: for the window and for paper.

Two figures of 100 beside each other, in a box of 220 by 236 with a line of words below; y grows
downwards. Seen from the front the child's left is at our right; from the back it is at our left.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import cos, hypot, pi, sin

WIDTH, HEIGHT = 220.0, 236.0
BACK_AT, MIDDLE = 120.0, 50.0
"""Where the figure of the back begins; the middle of each."""
WORDS_AT = 220.0
"""Where the line of words begins."""
VIEWS = ((0.0, "Front", "right · left"), (BACK_AT, "Back", "left · right"))
"""Of both figures: where it begins, its name, and which of the child's sides is at our left."""

Point = tuple[float, float]
_CENTRE: dict[str, Point] = {
    "head": (50, 8),
    "face": (50, 22),
    "mouth": (50, 28),
    "neck": (50, 38),
    "chest": (50, 60),
    "abdomen": (50, 86),
    "private_area": (50, 112),
}
"""The parts of the front that stand once, as (x, y)."""
_PAIRED: dict[str, Point] = {
    "eye": (5, 17),
    "ear": (12, 20),
    "shoulder": (17, 48),
    "upper_arm": (23, 64),
    "elbow": (26, 79),
    "forearm": (29, 93),
    "wrist": (32, 108),
    "hand": (34, 120),
    "hip": (13, 104),
    "thigh": (11, 132),
    "knee": (11, 155),
    "lower_leg": (11, 178),
    "ankle": (11, 200),
    "foot": (13, 212),
}
"""The parts that stand twice, as (distance from the middle, y)."""
_BACK_CENTRE: dict[str, Point] = {
    "head": (50, 14),
    "neck": (50, 38),
    "back": (50, 72),
}
_BACK_PAIRED = {
    **{part: at for part, at in _PAIRED.items() if part not in ("eye", "hip")},
    "buttocks": (9, 110),
}


@dataclass(frozen=True, slots=True)
class Spot:
    """A part of the body: its side as the child has it, and where it is drawn."""

    part: str
    side: str
    at: Point

    @property
    def is_front(self) -> bool:
        """Whether it is on the figure of the front."""
        return self.at[0] < (MIDDLE + BACK_AT + MIDDLE) / 2


@dataclass(frozen=True, slots=True)
class Ellipse:
    """A round form by its middle and both half widths."""

    at: Point
    across: float
    down: float


@dataclass(frozen=True, slots=True)
class Block:
    """An upright rectangle with round corners."""

    left: float
    top: float
    width: float
    height: float
    corner: float


@dataclass(frozen=True, slots=True)
class Limb:
    """From joint to joint, so wide, with round ends."""

    top: Point
    bottom: Point
    wide: float


Form = Ellipse | Block | Limb


def _limbs() -> Iterator[Limb]:
    for sign in (-1, 1):
        for (x1, y1), (x2, y2), wide in (
            ((15, 48), (29, 96), 10.5),
            ((29, 90), (35, 124), 8.5),
            ((8, 108), (11, 160), 15.0),
            ((11, 152), (11, 206), 11.0),
            ((11, 205), (15, 212), 10.0),
        ):
            yield Limb((MIDDLE + sign * x1, y1), (MIDDLE + sign * x2, y2), wide)


FIGURE: tuple[Form, ...] = (
    Ellipse((50, 19), 12, 16),
    Block(45, 32, 10, 14, 4),
    Block(33, 42, 34, 48, 11),
    Block(35, 76, 30, 44, 11),
    *_limbs(),
)
"""What one figure is made of; all of it together is its outline."""


def _spots() -> Iterator[Spot]:
    views = ((0.0, _CENTRE, _PAIRED, 1), (BACK_AT, _BACK_CENTRE, _BACK_PAIRED, -1))
    for left, centre, paired, left_side in views:
        for part, (x, y) in centre.items():
            yield Spot(part, "middle", (left + x, y))
        for part, (away, y) in paired.items():
            for side, sign in (("left", left_side), ("right", -left_side)):
                yield Spot(part, side, (left + MIDDLE + sign * away, y))


SPOTS: tuple[Spot, ...] = tuple(_spots())


def spots_of(part: str, side: str) -> tuple[Spot, ...]:
    """Where a part is drawn: from the front if it is seen there, else from the back."""
    wanted = {"both": ("left", "right"), "": ("middle", "left", "right")}.get(side, (side,))
    found = [spot for spot in SPOTS if spot.part == part and spot.side in wanted]
    front = [spot for spot in found if spot.is_front]
    return tuple(front or found)


def marks(parts: Iterable[tuple[str, str]]) -> tuple[tuple[int, Point], ...]:
    """The numbered marks of (part, side), counted from 1; none stands on another.

    A part whose side is not drawn, such as the left of the face, is marked in its middle.
    """
    made: list[tuple[int, Point]] = []
    for number, (part, side) in enumerate(parts, start=1):
        places = [spot.at for spot in spots_of(part, side)]
        if not places:
            every = [spot.at for spot in spots_of(part, "")]
            places = [(sum(x for x, _ in every) / len(every), every[0][1])] if every else []
        made += ((number, _free(at, made)) for at in places)
    return tuple(made)


_STEP = 12.0


def _free(at: Point, made: list[tuple[int, Point]]) -> Point:
    """The place, or the nearest to the right of it that has no mark yet."""
    x, y = at
    while any(hypot(x - other[0], y - other[1]) < _STEP - 1 for _, other in made):
        x += _STEP
    return x, y


_CORNER_STEPS, _ROUND_STEPS = 6, 32


def polygon(form: Form) -> tuple[Point, ...]:
    """The outline of a form as points, fine enough for print."""
    if isinstance(form, Ellipse):
        return _arc(form.at, form.across, form.down, 0, 2 * pi, _ROUND_STEPS)
    if isinstance(form, Block):
        right, bottom, r = form.left + form.width, form.top + form.height, form.corner
        corners = (
            (right - r, bottom - r, 0.0),
            (form.left + r, bottom - r, pi / 2),
            (form.left + r, form.top + r, pi),
            (right - r, form.top + r, 3 * pi / 2),
        )
        return tuple(
            point
            for x, y, turn in corners
            for point in _arc((x, y), r, r, turn, turn + pi / 2, _CORNER_STEPS)
        )
    (x1, y1), (x2, y2), r = form.top, form.bottom, form.wide / 2
    # The angle at which the first end begins to turn: across the line from joint to joint.
    length = hypot(x2 - x1, y2 - y1)
    side_x, side_y = -(y2 - y1) / length * r, (x2 - x1) / length * r
    ends = (((x1, y1), (side_x, side_y)), ((x2, y2), (-side_x, -side_y)))
    return tuple(
        (at[0] + dx * cos(turn) - dy * sin(turn), at[1] + dx * sin(turn) + dy * cos(turn))
        for at, (dx, dy) in ends
        for turn in (pi * step / _ROUND_STEPS * 2 for step in range(_ROUND_STEPS // 2 + 1))
    )


def _arc(
    at: Point, across: float, down: float, start: float, end: float, steps: int
) -> tuple[Point, ...]:
    turns = (start + (end - start) * step / steps for step in range(steps + 1))
    return tuple((at[0] + across * cos(turn), at[1] + down * sin(turn)) for turn in turns)
