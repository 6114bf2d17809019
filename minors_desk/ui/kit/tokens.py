"""The colours, sizes and tones of the window; nothing else in the program may name one.

Which set is in use is read from the application itself (its palette and font), so there is no
second truth beside Qt's: `theme.apply` sets both, and a widget that paints asks `current()`.
"""

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPalette

GRID = 8
RADIUS = 6
BODY_SIZE = 14


class TextRole(StrEnum):
    """What a text is for; each role has one size of the type scale."""

    DISPLAY = "display"
    TITLE = "title"
    HEADING = "heading"
    STRONG = "strong"
    BODY = "body"
    SMALL = "small"


SIZES = {
    TextRole.DISPLAY: 28,
    TextRole.TITLE: 20,
    TextRole.HEADING: 16,
    TextRole.STRONG: BODY_SIZE,
    TextRole.BODY: BODY_SIZE,
    TextRole.SMALL: 12,
}
BOLD = frozenset({TextRole.DISPLAY, TextRole.TITLE, TextRole.HEADING, TextRole.STRONG})


class Tone(StrEnum):
    """What a colour says; a shape or icon and a word always say the same."""

    NEUTRAL = "neutral"
    MUTED = "muted"
    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    ACCENT = "accent"


class Tokens(NamedTuple):
    """One set of colours, each `#RRGGBB`; `pale_*` are the grounds of chips and notices."""

    background: str
    surface: str
    rail: str
    line: str
    control: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_pressed: str
    red: str
    amber: str
    green: str
    pale_neutral: str
    pale_red: str
    pale_amber: str
    pale_green: str
    pale_accent: str
    rail_text: str
    rail_muted: str
    rail_active: str
    rail_hover: str

    def ink(self, tone: Tone) -> str:
        """The text colour of a tone."""
        inks = {
            Tone.MUTED: self.muted,
            Tone.RED: self.red,
            Tone.AMBER: self.amber,
            Tone.GREEN: self.green,
            Tone.ACCENT: self.accent,
        }
        return inks.get(tone, self.text)

    def ground(self, tone: Tone) -> str:
        """The pale ground that a tone's ink is read on."""
        grounds = {
            Tone.RED: self.pale_red,
            Tone.AMBER: self.pale_amber,
            Tone.GREEN: self.pale_green,
            Tone.ACCENT: self.pale_accent,
        }
        return grounds.get(tone, self.pale_neutral)


LIGHT = Tokens(
    background="#F5F6F8",
    surface="#FFFFFF",
    rail="#1B2A41",
    line="#E1E5EB",
    control="#7C8796",
    text="#17202C",
    muted="#5A6675",
    accent="#1F5FBF",
    on_accent="#FFFFFF",
    accent_pressed="#174A96",
    red="#A61B1B",
    amber="#7A5200",
    green="#17663A",
    pale_neutral="#EEF1F5",
    pale_red="#FDECEC",
    pale_amber="#FFF4DC",
    pale_green="#E4F4EA",
    pale_accent="#E7EFFB",
    rail_text="#FFFFFF",
    rail_muted="#B7C3D4",
    rail_active="#2C4167",
    rail_hover="#243654",
)
DARK = Tokens(
    background="#10151C",
    surface="#18202A",
    rail="#0B1118",
    line="#2A3542",
    control="#6B7A8C",
    text="#E8EDF4",
    muted="#9BA8B8",
    accent="#7DB0FF",
    on_accent="#10151C",
    accent_pressed="#A5C8FF",
    red="#FF9C94",
    amber="#F3C761",
    green="#7CD79B",
    pale_neutral="#222C38",
    pale_red="#3B1A1C",
    pale_amber="#332A12",
    pale_green="#12301F",
    pale_accent="#1B2C47",
    rail_text="#FFFFFF",
    rail_muted="#A9B6C7",
    rail_active="#2C4167",
    rail_hover="#1A2534",
)


def current() -> Tokens:
    """The set in use now."""
    ground = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if ground == QColor(DARK.background) else LIGHT


def scaled(size: int) -> int:
    """A size of the type scale in pixels at the text size in use (100 to 200 percent)."""
    body = QGuiApplication.font().pixelSize()
    return round(size * body / BODY_SIZE) if body > 0 else size


def font(role: TextRole) -> QFont:
    """The font of a role, for widgets that paint their own text."""
    made = QFont(QGuiApplication.font())
    made.setPixelSize(scaled(SIZES[role]))
    made.setBold(role in BOLD)
    return made


def metrics(role: TextRole) -> QFontMetrics:
    """What a text of a role measures, for widgets that paint their own text."""
    return QFontMetrics(font(role))


def contrast(ink: str, ground: str) -> float:
    """The contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it; text needs 4.5."""
    light, dark = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
