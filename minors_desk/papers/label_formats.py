"""The formats that labels are printed in, each with its dimensions and where these come from."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

_INCH = 25.4


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelFormat:
    """Lengths in millimetres, from the upper left corner of the page.

    ``label`` and ``page`` are width and height, ``first`` is the corner of the first label,
    ``pitch`` from one to the next, ``grid`` columns and rows. Nothing is printed nearer to the edge
    of a label than ``margin`` (across, down), which the printer leaves white. ``source`` says where
    the dimensions come from.
    """

    name: str
    title: str
    page: tuple[float, float]
    label: tuple[float, float]
    margin: tuple[float, float]
    first: tuple[float, float] = (0.0, 0.0)
    pitch: tuple[float, float] = (0.0, 0.0)
    grid: tuple[int, int] = (1, 1)
    source: str

    @property
    def on_page(self) -> int:
        """How many labels one page has."""
        return self.grid[0] * self.grid[1]


_ALL = (
    LabelFormat(
        name="62x29",
        title="Label 62 x 29 mm",
        page=(62, 29),
        label=(62, 29),
        margin=(1.6, 3.1),
        source="Brother QL die-cut 62 x 29 mm, of which 696 x 271 dots at 300 dpi print",
    ),
    LabelFormat(
        name="62x100",
        title="Label 62 x 100 mm, or 62 mm continuous cut at 100",
        page=(62, 100),
        label=(62, 100),
        margin=(1.6, 3.1),
        source="Brother QL die-cut 62 x 100 mm, of which 696 x 1109 dots at 300 dpi print",
    ),
    LabelFormat(
        name="25x279",
        title="Wristband 25 x 279 mm",
        page=(279.4, 25.4),
        label=(279.4, 25.4),
        margin=(40.0, 3.0),
        source="A strip of 1 x 11 inches; its ends, where it is closed, stay white",
    ),
    LabelFormat(
        name="25x178",
        title="Wristband of a small child, 25 x 178 mm",
        page=(177.8, 25.4),
        label=(177.8, 25.4),
        margin=(30.0, 3.0),
        source="A strip of 1 x 7 inches; its ends, where it is closed, stay white",
    ),
    LabelFormat(
        name="5160",
        title="Avery 5160, 30 on a Letter sheet",
        page=(8.5 * _INCH, 11 * _INCH),
        label=(2.625 * _INCH, 1 * _INCH),
        margin=(2.0, 1.5),
        first=(0.1875 * _INCH, 0.5 * _INCH),
        pitch=(2.75 * _INCH, 1 * _INCH),
        grid=(3, 10),
        source="Avery 5160: 1 x 2 5/8 inches, margins 0.5 and 0.1875 inch, 0.125 inch between",
    ),
    LabelFormat(
        name="L7160",
        title="Avery L7160, 21 on an A4 sheet",
        page=(210, 297),
        label=(63.5, 38.1),
        margin=(2.0, 2.0),
        first=((210 - 3 * 63.5 - 2 * 2.5) / 2, (297 - 7 * 38.1) / 2),
        pitch=(66.0, 38.1),
        grid=(3, 7),
        source="Avery L7160: 63.5 x 38.1 mm, 2.5 mm between columns, in the middle of A4; the "
        "margins are computed from that, so try it on plain paper first",
    ),
)
FORMATS: Mapping[str, LabelFormat] = MappingProxyType({one.name: one for one in _ALL})
