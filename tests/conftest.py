"""What every test stands on: no display, no home of a real person, nothing left running."""

import gc
import os
import sys
import threading
import zoneinfo
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Before Qt and before the first ZoneInfo: no display, and zones of the tzdata package only.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
zoneinfo.reset_tzpath(to=())

# How fast this machine is must not decide whether a property holds.
settings.register_profile("desk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("desk")

_HOMES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")
_XDG = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")


@pytest.fixture(scope="session", autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give the whole run a home folder of its own, so that no settings or logs are touched."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in _HOMES:
            patch.setenv(name, str(home))
        for name in _XDG:
            folder = home / name.lower()
            folder.mkdir(mode=0o700)
            patch.setenv(name, str(folder))
        yield home


def pytest_collection_finish() -> None:
    """Set apart what was imported and collected: a look for what a test left need not pass it.

    No test makes a widget or a timer before it runs, and every look is at all objects there are.
    """
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _nothing_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test that leaves a thread, a running timer or a top-level widget behind."""
    threads = set(threading.enumerate())
    yield
    found = [t.name for t in _threads() if t not in threads]
    if {"qapp", "qtbot", "qapp_cls"} & set(request.fixturenames):
        left = _new_leftovers()
        if left:
            # Cycles of closed widgets are not a leak; only what survives a collection is.
            del left
            gc.collect()
            left = _new_leftovers()
        found += [type(thing).__name__ for thing in left]
        _blamed.extend(left)
    assert not found, f"left behind: {', '.join(found)}"


_blamed: list[object] = []
"""What a test before left behind: that one failed for it, and no other does."""


def _new_leftovers() -> list[object]:
    return [one for one in _qt_leftovers() if not any(one is known for known in _blamed)]


def _threads() -> list[threading.Thread]:
    """Threads of Python; a pool of Qt shows its idle workers as dummies, which are not ours."""
    alive = threading.enumerate()
    return [t for t in alive if not isinstance(t, threading._DummyThread)]


def _qt_leftovers() -> list[object]:
    """Top-level widgets and running timers, if an application of Qt was made at all."""
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtCore import QCoreApplication, QEvent, QTimer
    from PySide6.QtWidgets import QApplication
    from shiboken6 import isValid

    if QApplication.instance() is None:
        return []
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    timers = [o for o in gc.get_objects() if isinstance(o, QTimer) and isValid(o) and o.isActive()]
    return [*QApplication.topLevelWidgets(), *timers]
