"""Puts a figure with its numbered dots onto a page, as large as its room allows, not distorted."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, pi, sin

from minors_desk.papers.shaping import Style
from minors_desk.papers.sheet import Figure, Mark, Point, Shape, Words

_ABOVE, _BELOW = 6.0, 5.0
_EDGE = 1.6
_DOT, _DOT_STEPS = 5.4, 24
_NUMBER = Style(8, bold=True, grey=1.0)
_NARROW = Style(6, bold=True, grey=1.0)
_WORDS = Style(8, grey=0.25)


@dataclass(frozen=True, slots=True)
class Room:
    """Where a figure stands: lower left corner, width and height, in points."""

    x: float
    y: float
    width: float
    height: float


def marks(figure: Figure, room: Room) -> Iterator[Mark]:
    """What is drawn: the one outline of all forms together, the words, and above them the dots."""
    scale = min(room.width / figure.width, (room.height - _ABOVE - _BELOW) / figure.height)
    left = room.x + (room.width - scale * figure.width) / 2
    top = room.y + room.height - _ABOVE

    def placed(point: Point) -> Point:
        return left + point[0] * scale, top - point[1] * scale

    outlines = [tuple(map(placed, points)) for points in figure.outlines]
    # Each with its edge, then each without: what is left of the edges is that of all together.
    yield from (Shape(points, 1.0, _EDGE) for points in outlines)
    yield from (Shape(points, 1.0) for points in outlines)
    for words, at in figure.words:
        yield Words(*placed(at), words, _WORDS, "centre")
    for number, at in figure.dots:
        x, y = placed(at)
        yield Shape(_circle(x, y), 0.0)
        style = _NUMBER if number < 10 else _NARROW
        yield Words(x, y - style.size * 0.36, str(number), style, "centre")


def _circle(x: float, y: float) -> tuple[Point, ...]:
    turns = (2 * pi * step / _DOT_STEPS for step in range(_DOT_STEPS))
    return tuple((x + _DOT * cos(turn), y + _DOT * sin(turn)) for turn in turns)
