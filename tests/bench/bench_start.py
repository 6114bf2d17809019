"""Measures start to painted sign-in of the real program against a bare window of the same toolkit.

Run it as ``python tests/bench/bench_start.py``; it prints ours, bare and ratio, and judges nothing.
Both are fresh processes, offscreen and turn about, from their start until the first paint is done.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from minors_desk import settings

ROOT = Path(__file__).resolve().parent.parent.parent
RUNS = 9
PAINTED = b"painted\n"
HEAVY = ("sqlalchemy", "sqlcipher3", "cryptography", "reportlab", "pypdfium2")

BARE = """
import os
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, self.painted)

    def painted(self):
        os.write(1, b"painted\\n")
        app.quit()

app = QApplication([])
window = Window()
window.resize(1366, 768)
window.show()
app.exec()
"""

# What no sign-in can do without: words, two fields and a button, and Qt's names for places.
FORM = BARE.replace(
    "window.resize",
    """
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
page = QWidget()
lines = QVBoxLayout(page)
for part in (QLabel("Login"), QLineEdit(), QLabel("Passphrase"), QLineEdit(), QPushButton("In")):
    lines.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
window.setCentralWidget(page)
window.resize""",
)

# The program's own entry, as an icon starts it: without words, on the record it was last used
# with. Only the first paint is listened to, and then the process ends.
OURS = """
import os, sys
from minors_desk import app

build = app.build

def told(*words, **named):
    window = build(*words, **named)
    window.painted.connect(stop)
    return window

def stop():
    os.write(1, b"painted\\n")
    found = [name for name in {heavy!r} if name in sys.modules]
    os.write(2, ",".join(found).encode())
    os._exit(0)

app.build = told
app.main([])
"""


def environ(home: Path) -> dict[str, str]:
    """What a process is started with: settings of its own, no screen, compiled code kept."""
    found = dict(os.environ, HOME=str(home), XDG_CONFIG_HOME=str(home / "config"))
    found |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    found.pop("PYTHONDONTWRITEBYTECODE", None)
    return found


def seconds(script: str, home: Path) -> tuple[float, str]:
    """Seconds from the start of a process to its word that it painted; and what it told else."""
    begun = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", script],
        env=environ(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        line = process.stdout.readline()
        spent = time.perf_counter() - begun
        told = process.stderr.read().decode()
    if line != PAINTED:
        raise SystemExit(f"nothing was painted: {told}")
    return spent, told


def main() -> None:
    """Prints the figures of one run."""
    ours_script = OURS.format(heavy=HEAVY)
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        (home / "record").mkdir()
        folder = settings.default_folder(environ(home), sys.platform)
        settings.save(folder, settings.Settings(record_folder=home / "record"))
        # The first start of each compiles and fills the disk's cache; it is not counted.
        seconds(ours_script, home)
        for script in (BARE, FORM):
            seconds(script, home)
        ours, bare, form = [], [], []
        heavy = set()
        for _ in range(RUNS):
            spent, told = seconds(ours_script, home)
            ours.append(spent * 1000)
            heavy |= {word for word in told.split(",") if word in HEAVY}
            bare.append(seconds(BARE, home)[0] * 1000)
            form.append(seconds(FORM, home)[0] * 1000)
    mine, theirs = statistics.median(ours), statistics.median(bare)
    plain = statistics.median(form)
    print(f"start to first paint, medians of {RUNS}, turn about, offscreen")
    print(f"ours {mine:.0f} ms [{min(ours):.0f}-{max(ours):.0f}]")
    print(f"bare {theirs:.0f} ms [{min(bare):.0f}-{max(bare):.0f}]")
    print(f"ratio {mine / theirs:.2f}")
    print(f"bare form {plain:.0f} ms, ratio to it {mine / plain:.2f}")
    print(f"heavy libraries before the paint: {json.dumps(sorted(heavy))}")


if __name__ == "__main__":
    main()
