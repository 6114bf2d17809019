"""Puts the desk's fonts, palette and stylesheet on the application, light or dark."""

from functools import cache

from PySide6.QtCore import QLoggingCategory, QObject, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from minors_desk import assets
from minors_desk.settings import TEXT_PERCENT
from minors_desk.ui.kit.sheet import stylesheet
from minors_desk.ui.kit.tokens import BODY_SIZE, DARK, LIGHT, Tokens

MODES = ("system", "light", "dark")
FIRST_FONTS = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
SCRIPTS = ("Arabic", "Hebrew", "Devanagari", "Gurmukhi", "Bengali", "Ethiopic", "Thai")
CJK_FONT = "wqy-microhei.ttc"
FAMILIES = ["Noto Sans", *(f"Noto Sans {script}" for script in SCRIPTS), "WenQuanYi Micro Hei"]
"""In the order in which a character looks for its glyph; all come from `resources/fonts`."""


def apply(app: QApplication, mode: str = "system", percent: int = 100) -> None:
    """Show the application in a mode (`system`, `light`, `dark`) and text size from now on.

    May be called again at any time: all windows change at once. In `system` mode it follows the
    operating system live. Raises ValueError for another mode or a percent outside 100 to 200.
    """
    if mode not in MODES or percent not in TEXT_PERCENT:
        raise ValueError("mode is system, light or dark; percent is 100 to 200")
    _theme_of(app).show(mode, percent)


def load_script_fonts() -> int:
    """Load the fonts of the scripts children's names are written in; returns how many faces.

    Called once, after the first paint: the Chinese, Japanese and Korean face alone is 5 MB.
    """
    names = [f"NotoSans{script}-{w}.ttf" for script in SCRIPTS for w in ("Regular", "Bold")]
    return sum(_load(name) for name in (*names, CJK_FONT))


@cache
def _theme_of(app: QApplication) -> "_Theme":
    """The one of this application. `findChild` would make Python objects of Qt's own children."""
    return _Theme(app)


class _Theme(QObject):
    """Lives on the application, remembers what was asked for, follows the operating system."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._mode, self._percent = "system", 100
        self._shown: tuple[Tokens, int] | None = None
        # Qt asks each family in turn for each script and remarks on each that has it not.
        QLoggingCategory.setFilterRules("qt.text.font.db.info=false")
        for name in FIRST_FONTS:
            _load(name)
        app.styleHints().colorSchemeChanged.connect(self._system_changed)

    def show(self, mode: str, percent: int) -> None:
        """Set font, palette and stylesheet."""
        self._mode, self._percent = mode, percent
        tokens = self._tokens()
        if self._shown == (tokens, percent):
            # Each widget there is would be styled again, only to look as it does.
            return
        self._shown = tokens, percent
        font = QFont()
        font.setFamilies(FAMILIES)
        font.setPixelSize(round(BODY_SIZE * percent / 100))
        self._app.setFont(font)
        self._app.setPalette(_palette(tokens))
        self._app.setStyleSheet(stylesheet(tokens, percent))

    def _tokens(self) -> Tokens:
        if self._mode == "system":
            dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        else:
            dark = self._mode == "dark"
        return DARK if dark else LIGHT

    @Slot()
    def _system_changed(self) -> None:
        if self._mode == "system":
            self.show(self._mode, self._percent)


def _load(name: str) -> int:
    """Load one font file; 0 when Qt does not take it, which leaves the system's fonts to help."""
    number = QFontDatabase.addApplicationFont(str(assets.path("fonts", name)))
    return len(QFontDatabase.applicationFontFamilies(number)) if number >= 0 else 0


def _palette(t: Tokens) -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: t.background,
        role.WindowText: t.text,
        role.Base: t.surface,
        role.AlternateBase: t.background,
        role.Text: t.text,
        role.Button: t.surface,
        role.ButtonText: t.text,
        role.BrightText: t.on_accent,
        role.PlaceholderText: t.muted,
        role.Highlight: t.accent,
        role.HighlightedText: t.on_accent,
        role.Accent: t.accent,
        role.Link: t.accent,
        role.LinkVisited: t.accent,
        role.ToolTipBase: t.surface,
        role.ToolTipText: t.text,
        role.Light: t.surface,
        role.Midlight: t.line,
        role.Mid: t.line,
        role.Dark: t.control,
        role.Shadow: t.control,
    }
    palette = QPalette()
    for place, colour in colours.items():
        palette.setColor(place, QColor(colour))
    for place in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, place, QColor(t.muted))
    return palette
