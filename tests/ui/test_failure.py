"""The failure page: a code and a place, never a word of the record; hooks of every thread."""

import logging
import sys
import threading
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from minors_desk.ui import failure
from minors_desk.ui.failure import FailureHooks, FailurePage

NAME = "Canary Caal Pop"


def _failed(text: str = NAME) -> KeyError:
    try:
        {}[text]
    except KeyError as error:
        return error
    raise AssertionError("an empty mapping has a key")


def test_the_code_stands_for_the_place_not_for_the_text() -> None:
    first, second = (_failed(text) for text in (NAME, "another"))
    assert failure.short_code(first) == failure.short_code(second)
    assert len(failure.short_code(first)) == 8
    assert failure.short_code(first) != failure.short_code(ValueError(NAME))


def test_the_log_holds_code_and_place_only(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        code = failure.report(_failed())
    assert code in caplog.text
    assert "KeyError" in caplog.text
    assert NAME not in caplog.text


def test_each_hook_tells_the_window(qtbot: QtBot) -> None:
    hooks, codes, error = FailureHooks(), [], _failed()
    hooks.failed.connect(codes.append)
    hooks.uncaught(type(error), error, error.__traceback__)
    hooks.unraisable(SimpleNamespace(exc_value=error))  # type: ignore[arg-type]
    hooks.in_thread(SimpleNamespace(exc_value=error))  # type: ignore[arg-type]
    hooks.in_thread(SimpleNamespace(exc_value=SystemExit()))  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: len(codes) == 3)
    assert set(codes) == {failure.short_code(error)}


def test_a_failure_in_a_thread_arrives_on_the_gui_thread(qtbot: QtBot) -> None:
    hooks, came = FailureHooks(), []
    hooks.failed.connect(lambda _: came.append(threading.current_thread()))
    error = _failed()
    worker = threading.Thread(
        target=lambda: hooks.in_thread(SimpleNamespace(exc_value=error))  # type: ignore[arg-type]
    )
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: bool(came))
    assert came == [threading.main_thread()]


def test_hooks_are_given_back() -> None:
    before = (sys.excepthook, sys.unraisablehook, threading.excepthook)
    hooks = FailureHooks()
    hooks.install()
    hooks.install()
    assert sys.excepthook == hooks.uncaught
    assert threading.excepthook == hooks.in_thread
    hooks.uninstall()
    hooks.uninstall()
    assert (sys.excepthook, sys.unraisablehook, threading.excepthook) == before


def test_the_page_covers_the_window_and_goes_away(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    page = FailurePage(window)
    assert page.isHidden()
    page.show_code("1A2B3C4D")
    assert page.geometry() == window.rect()
    window.resize(1000, 700)
    assert page.geometry() == window.rect()
    qtbot.mouseClick(page.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "1A2B3C4D"
    QGuiApplication.clipboard().clear()
    with qtbot.waitSignal(page.lock_asked):
        qtbot.mouseClick(page.lock, Qt.MouseButton.LeftButton)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(page.go_on, Qt.Key.Key_Escape)
    qtbot.waitUntil(page.isHidden)
