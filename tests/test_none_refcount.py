"""Watches for the fault of PySide6 6.12.0 on Python 3.11: each void Qt call loses one None."""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 20_000
# What the interpreter itself gains and loses meanwhile; the fault would lose all of CALLS.
NOISE = 500


def test_qt_calls_leave_none_level(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(CALLS):
        label.setText(str(number))
    assert abs(sys.getrefcount(None) - before) < NOISE
