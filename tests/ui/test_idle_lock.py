"""The idle lock: counts from the last sign of a person, locks once, also after sleep."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from minors_desk.ui.idle_lock import IdleLock, awake_or_asleep_seconds


class _Seconds:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.at = 1_000.0

    def __call__(self) -> float:
        return self.at


def _idle(minutes: int = 10) -> tuple[IdleLock, _Seconds, list[str]]:
    seconds, locked = _Seconds(), []
    return IdleLock(minutes, lambda: locked.append("locked"), seconds), seconds, locked


def test_it_locks_after_the_minutes_and_only_once(qapp: object) -> None:
    idle, seconds, locked = _idle()
    idle.start()
    seconds.at += 599
    idle.look()
    assert locked == []
    seconds.at += 1
    idle.look()
    idle.look()
    assert locked == ["locked"]


def test_a_key_or_a_click_counts_anew(qtbot: QtBot) -> None:
    idle, seconds, locked = _idle(1)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    idle.start()
    for sign in (
        lambda: QTest.keyClick(window.windowHandle(), Qt.Key.Key_A),
        lambda: QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton),
    ):
        seconds.at += 50
        sign()
        idle.look()
        assert idle.left_seconds() == 60
    assert locked == []
    idle.stop()


def test_windows_that_come_later_are_watched_too(qtbot: QtBot) -> None:
    idle, seconds, _ = _idle(1)
    idle.start()
    later = QWidget()
    qtbot.addWidget(later)
    later.show()
    later.activateWindow()
    qtbot.waitUntil(later.isActiveWindow)
    seconds.at += 30
    QTest.keyClick(later.windowHandle(), Qt.Key.Key_A)
    assert idle.left_seconds() == 60
    idle.stop()


def test_the_first_key_after_sleep_locks_and_types_nothing(qtbot: QtBot) -> None:
    idle, seconds, locked = _idle(1)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    pressed: list[object] = []
    window.keyPressEvent = pressed.append  # type: ignore[method-assign]
    idle.start()
    seconds.at += 3600
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    assert locked == ["locked"]
    assert pressed == []


def test_a_shorter_limit_counts_from_the_last_sign(qapp: object) -> None:
    idle, seconds, locked = _idle(10)
    idle.start()
    seconds.at += 130
    idle.set_minutes(2)
    idle.look()
    assert locked == ["locked"]


def test_the_clock_it_uses_runs_forwards() -> None:
    first = awake_or_asleep_seconds()
    assert awake_or_asleep_seconds() >= first
