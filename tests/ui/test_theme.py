"""The theme: contrast of every text, live change of mode and size, the scripts of names."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontInfo, QImage, QPainter, QPalette, QRawFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from minors_desk import assets
from minors_desk.ui import theme
from minors_desk.ui.icons import NAMES, pixmap
from minors_desk.ui.kit import tokens
from minors_desk.ui.kit.gallery import gallery
from minors_desk.ui.kit.sheet import stylesheet
from minors_desk.ui.kit.tokens import DARK, LIGHT, TextRole, Tokens, Tone, contrast
from minors_desk.ui.kit.type import Label

BOTH = pytest.mark.parametrize("t", [LIGHT, DARK], ids=["light", "dark"])


@BOTH
def test_every_text_can_be_read_on_its_ground(t: Tokens) -> None:
    pairs = [(t.ink(tone), ground) for tone in Tone for ground in (t.background, t.surface)]
    pairs += [(t.ink(tone), t.ground(tone)) for tone in Tone]
    pairs += [(t.text, t.ground(tone)) for tone in Tone]
    pairs += [(t.muted, t.pale_neutral), (t.text, t.line), (t.accent, t.pale_neutral)]
    pairs += [(t.accent, t.ground(tone)) for tone in Tone]
    pairs += [(t.on_accent, t.accent), (t.on_accent, t.accent_pressed)]
    rail = (t.rail, t.rail_active, t.rail_hover)
    pairs += [(ink, ground) for ink in (t.rail_text, t.rail_muted) for ground in rail]
    assert [(ink, ground) for ink, ground in pairs if contrast(ink, ground) < 4.5] == []


@BOTH
def test_edges_of_controls_can_be_seen(t: Tokens) -> None:
    edges = [(ink, g) for ink in (t.control, t.accent, t.red) for g in (t.surface, t.background)]
    assert [(edge, ground) for edge, ground in edges if contrast(edge, ground) < 3] == []


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.478, abs=0.001)


def test_mode_and_size_change_while_a_window_stands(qapp: QApplication, qtbot: QtBot) -> None:
    window = gallery()
    qtbot.addWidget(window)
    window.show()
    place = (window.width() // 2, window.height() - 3)
    assert window.grab().toImage().pixelColor(*place) == QColor(LIGHT.background)
    title = next(x for x in window.findChildren(Label) if x.property("role") == "title")
    before = title.fontMetrics().height()
    theme.apply(qapp, "dark", 150)
    assert window.grab().toImage().pixelColor(*place) == QColor(DARK.background)
    assert tokens.current() is DARK
    assert tokens.scaled(20) == 30
    assert title.fontMetrics().height() > before


def test_system_mode_follows_the_operating_system(qapp: QApplication) -> None:
    theme.apply(qapp, "system", 100)
    dark = qapp.styleHints().colorScheme() is Qt.ColorScheme.Dark
    assert tokens.current() is (DARK if dark else LIGHT)
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Light)
    assert tokens.current() is LIGHT
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Dark)
    assert tokens.current() is (
        DARK if qapp.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT
    )
    theme.apply(qapp, "light", 100)
    qapp.styleHints().unsetColorScheme()
    assert tokens.current() is LIGHT


def test_a_chosen_mode_stays_when_the_system_changes(qapp: QApplication) -> None:
    theme.apply(qapp, "dark", 100)
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Light)
    assert tokens.current() is DARK
    qapp.styleHints().unsetColorScheme()


@pytest.mark.parametrize(("mode", "percent"), [("blue", 100), ("light", 99), ("dark", 201)])
def test_other_modes_and_sizes_are_refused(qapp: QApplication, mode: str, percent: int) -> None:
    with pytest.raises(ValueError, match="mode is system"):
        theme.apply(qapp, mode, percent)


def test_the_typeface_is_ours(qapp: QApplication) -> None:
    assert QFontInfo(qapp.font()).family() == "Noto Sans"


@pytest.mark.parametrize(
    ("font", "name"),
    [
        ("NotoSansArabic-Regular.ttf", "عبد"),
        ("NotoSansHebrew-Regular.ttf", "אנה"),
        ("NotoSansDevanagari-Regular.ttf", "देवी"),
        ("NotoSansGurmukhi-Regular.ttf", "ਗੁਰ"),
        ("NotoSansBengali-Regular.ttf", "মারিয়া"),
        ("NotoSansEthiopic-Regular.ttf", "ሰላም"),
        ("NotoSansThai-Regular.ttf", "มานี"),
        ("wqy-microhei.ttc", "王小明"),
    ],
)
def test_names_show_in_the_fonts_we_bring(qapp: QApplication, font: str, name: str) -> None:
    assert theme.load_script_fonts() >= 15
    ours = QRawFont(str(assets.path("fonts", font)), 14)
    assert all(ours.supportsCharacter(ord(char)) for char in name)
    families = qapp.font().families()
    assert ours.familyName() in families
    assert _drawn(name) > 20


def _drawn(text: str) -> int:
    """How many pixels a text inks."""
    image = QImage(200, 40, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setFont(tokens.font(TextRole.BODY))
    painter.drawText(QRect(0, 0, 200, 40), Qt.AlignmentFlag.AlignLeft, text)
    painter.end()
    white = QColor("white").rgb()
    return sum(image.pixel(x, y) != white for x in range(200) for y in range(40))


@BOTH
def test_the_sheet_names_only_our_colours(t: Tokens) -> None:
    ours = set(t)
    sheet = stylesheet(t, 125)
    named = {sheet[i : i + 7] for i, char in enumerate(sheet) if char == "#" and _is_hex(sheet, i)}
    assert named <= ours


def _is_hex(text: str, at: int) -> bool:
    part = text[at + 1 : at + 7]
    return len(part) == 6 and all(c in "0123456789ABCDEF" for c in part)


def test_the_palette_is_ours(qapp: QApplication) -> None:
    assert qapp.palette().color(QPalette.ColorRole.Highlight) == QColor(LIGHT.accent)


@pytest.mark.parametrize("name", NAMES)
def test_icons_take_the_colour_they_are_given(qapp: QApplication, name: str) -> None:
    image = pixmap(name, "#A61B1B", 24, 2.0).toImage()
    inked = {
        image.pixelColor(x, y).name()
        for x in range(48)
        for y in range(48)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert inked == {"#a61b1b"}
