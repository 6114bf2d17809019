"""Measures how long the event loop is held while the tour runs, without pictures.

Run it as ``python -m tests.bench.bench_loop``; it prints the ten longest holds with what was under
way: milliseconds of the clock, and those of them that the window's own thread worked. The rest went
to other threads and processes. It judges nothing.
"""

import os
import sys
import tempfile
from pathlib import Path

from minors_desk import app
from minors_desk.ui.tour import drive


def main() -> int:
    """Prints the tour's own table, the holds and the exit code of the tour."""
    # As `app.main` does, before anything asks for a zone.
    os.environ["PYTHONTZPATH"] = ""
    os.environ.setdefault("QT_QPA_PLATFORM", drive.offscreen_platform())
    with tempfile.TemporaryDirectory() as out:
        return drive.run(Path(out), app.application(), app.build, ())


if __name__ == "__main__":
    sys.exit(main())
