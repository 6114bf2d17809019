"""The entry of the program: whose zone data it takes, and what its first picture waits for."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from minors_desk import app, settings
from minors_desk.ui.tour import drive

LATER = (
    "sqlalchemy",
    "sqlcipher3",
    "cryptography",
    "reportlab",
    "pypdfium2",
    "msgspec",
    "zoneinfo",
    "hashlib",
    "PySide6.QtSvg",
    "minors_desk.cli",
    "minors_desk.domain",
    "minors_desk.services",
    "minors_desk.ui.session",
    "minors_desk.ui.views.sign_in_form",
)
ZONES = """
from minors_desk import app
app.main(["--version"])
import zoneinfo
print(zoneinfo.TZPATH)
"""
START = """
import json, sys
from minors_desk import app

build = app.build

def told(*words, **named):
    window = build(*words, **named)
    # Looked at before the window goes on: its lane imports the rest from then on.
    window.painted.disconnect(window._after_paint)
    window.painted.connect(lambda: seen.extend(sys.modules))
    window.painted.connect(window._after_paint)
    window.ready.connect(lambda: (window.close(), print(json.dumps([seen, collecting(window)]))))
    return window

def collecting(window):
    return "Collecting" in [type(one).__name__ for one in window.children()]

seen = []
app.build = told
app.main([])
"""


def told(script: str, environ: dict[str, str]) -> str:
    """The last line that a fresh process prints."""
    ran = subprocess.run(
        [sys.executable, "-c", script], env=environ, capture_output=True, text=True, check=True
    )
    return ran.stdout.splitlines()[-1]


def test_the_zone_data_of_the_computer_is_not_taken() -> None:
    assert told(ZONES, dict(os.environ, PYTHONTZPATH="/usr/share/zoneinfo")) == "()"


def test_the_first_picture_waits_for_nothing_that_it_does_not_show(tmp_path: Path) -> None:
    environ = dict(os.environ, HOME=str(tmp_path), XDG_CONFIG_HOME=str(tmp_path))
    environ |= {"APPDATA": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    folder = settings.default_folder(environ, sys.platform)
    settings.save(folder, settings.Settings(record_folder=tmp_path / "record"))
    seen, collects = json.loads(told(START, environ))
    assert "minors_desk.ui.views.sign_in_view" in seen
    assert [name for name in LATER if name in seen] == []
    assert collects, "the search for garbage begins again after the first picture"


@pytest.mark.parametrize("platform", [None, "offscreen"])
def test_the_tour_without_a_display_has_a_screen_as_stations_have_them(
    platform: str | None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The screen that Qt makes up by itself is smaller, and would cut the dialogs."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    if platform is not None:
        monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(app, "application", lambda: None)
    seen: list[str] = []
    monkeypatch.setattr(drive, "run", lambda *_: seen.append(os.environ["QT_QPA_PLATFORM"]) or 0)
    assert app.run_tour(tmp_path) == 0
    assert seen == [drive.offscreen_platform()]
    (screen,) = json.loads(Path(seen[0].partition("configfile=")[2]).read_text())["screens"]
    assert (screen["width"], screen["height"]) == (1366, 768)
