"""The tour: the whole walk by keys and clicks in the real window, and what it leaves behind."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from minors_desk.ui.tour.drive import offscreen_platform
from minors_desk.ui.tour.pictures import LOOKS as ALL_LOOKS

ROOT = Path(__file__).resolve().parent.parent.parent
SCREENS = (
    "first-start",
    "practice",
    "recovery-sheet",
    "empty-board",
    "new-encounter",
    "case-unnamed",
    "board-clock",
    "case-six-hours",
    "case-six-clocks",
    "law-of-a-duty",
    "welfare-check",
    "name-told",
    "locked-in-place",
    "left-by-transport",
    "case-on-the-way",
    "ended-otherwise",
    "board-missing",
    "case-came-back",
    "not-handed-over",
    "case-refused-at-the-door",
    "asked-for-information",
    "detainer-received",
    "case-detainer-waits",
    "call-next",
    "call-whom",
    "call-reached",
    "case-contacts",
    "directory",
    "handoff-signed",
    "receipt-witness",
    "receipt-issued",
    "paper-agrees",
    "paper-by-file",
    "board-afterwards",
    "person-let-in",
    "own-passphrase",
    "shift-brief",
    "review",
    "case-returned",
    "case-approved",
    "handoff-log",
    "find",
    "encounter-earlier",
    "record-health",
    "forms-none",
    "form-mapped",
    "form-adopted",
    "forms",
    "form-preview",
    "system-use-notice",
)


LOOKS = ALL_LOOKS[::3]
"""Light at the usual size and dark at large text: the other two are for eyes, not for tests."""
TOUR = """
import sys
from pathlib import Path
from minors_desk import app
from minors_desk.ui.tour import drive, pictures
looks = pictures.LOOKS[::3]
sys.exit(drive.run(Path(sys.argv[1]), app.application(), app.build, looks))
"""


@pytest.fixture(scope="module")
def toured(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The tour in a process of its own: it owns its application, as the command does."""
    home = tmp_path_factory.mktemp("tour")
    out = home / "pictures"
    environ = dict(os.environ, HOME=str(home), TMPDIR=str(home), PYTHONPATH=str(ROOT))
    environ |= {"QT_QPA_PLATFORM": offscreen_platform(), "PYTHONTZPATH": ""}
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        environ.pop(name, None)
    done = subprocess.run(
        [sys.executable, "-c", TOUR, str(out)],
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return out, done.stdout


def test_every_screen_is_there_in_every_look(toured: tuple[Path, str]) -> None:
    out, _ = toured
    for screen in SCREENS:
        for mode, percent in LOOKS:
            large = "" if percent == 100 else f"-{percent}"
            (found,) = out.glob(f"[0-9][0-9][0-9]-{screen}-{mode}{large}.png")
            picture = QImage(str(found))
            assert (picture.width(), picture.height()) == (1366, 768)


def test_the_receipt_and_its_page_are_there(toured: tuple[Path, str]) -> None:
    out, _ = toured
    assert (out / "transfer-receipt.pdf").read_bytes().startswith(b"%PDF-")
    assert not QImage(str(out / "transfer-receipt-page-1.png")).isNull()


def test_keys_clicks_and_seconds_are_told(toured: tuple[Path, str]) -> None:
    _, told = toured
    for words in ("keys", "clicks", "seconds", "New encounter", "Both signed", "Handed over"):
        assert words in told


def test_nothing_of_the_scratch_record_stays(toured: tuple[Path, str]) -> None:
    out, _ = toured
    assert not [one for one in out.parent.iterdir() if one.name.startswith("minors-desk-tour-")]
