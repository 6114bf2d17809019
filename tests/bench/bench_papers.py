"""Measures printing one paper of each of 1,000 cases while the window's own thread stays free.

Run it: ``python -m tests.bench.bench_papers [N [FOLDER]]``; a record in a folder stays and serves
again. The papers go to a folder that is thrown away. It prints the time of all, of one, and the
longest that the event loop was held meanwhile; and how soon it ended once it was asked to stop. It
judges nothing.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QEventLoop, QObject
from PySide6.QtWidgets import QApplication

from minors_desk.domain.board import read_card
from minors_desk.domain.when import EPOCH
from minors_desk.services import sampling, signing_in
from minors_desk.services.desk import Desk
from minors_desk.services.many_papers import Tally
from minors_desk.storage import index
from minors_desk.ui.bus import Bus
from minors_desk.ui.collecting import Collecting
from minors_desk.ui.printing_many import PrintingMany
from minors_desk.ui.tasks import Tasks
from minors_desk.ui.tour import drive
from minors_desk.ui.tour.heart import Heart
from tests.bench.bench_find import PASSPHRASE, record_of

CASES = 1_000
PAPER = "contact_log"
BEFORE_STOP = 20


def signed_in(tasks: Tasks, owner: QObject, folder: Path) -> tuple[Desk, list[UUID]]:
    """The desk, opened on the record lane that it belongs to, and every case of its record."""
    found: list[tuple[Desk, list[UUID]]] = []

    def work() -> tuple[Desk, list[UUID]]:
        desk = signing_in.sign_in(
            folder, sampling.LOGIN, PASSPHRASE, clock=lambda: sampling.UNTIL, write=True
        )
        with desk.journal.reading() as connection:
            cards = index.lately(connection, EPOCH)
        return desk, [read_card(one).case_id for one in cards]

    tasks.on_record(owner, work, found.append, fail)
    until(lambda: bool(found))
    return found[0]


def fail(error: Exception) -> None:
    """Nothing here may fail."""
    raise error


def until(done: Callable[[], bool]) -> None:
    """Let the event loop run until then."""
    while not done():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)


def printed(lane: PrintingMany, wanted: list[UUID], *, stop_at: int = 0) -> tuple[Tally, float]:
    """Print them; what came of it, and the seconds from the wish to stop, or from the beginning."""
    ended: list[Tally] = []
    begun = [time.perf_counter()]
    lane.ended.connect(ended.append)

    def stepped(done: int, _total: int) -> None:
        if stop_at and done == stop_at:
            begun[0] = time.perf_counter()
            lane.stop()

    lane.stepped.connect(stepped)
    with tempfile.TemporaryDirectory() as out:
        lane.begin(wanted, PAPER, Path(out))
        until(lambda: bool(ended))
    lane.stepped.disconnect(stepped)
    lane.ended.disconnect(ended.append)
    return ended[0], time.perf_counter() - begun[0]


def measure(folder: Path, count: int) -> None:
    """Prints what it took."""
    record_of(folder, count)
    owner = QObject()
    tasks = Tasks()
    desk, ids = signed_in(tasks, owner, folder)
    lane = PrintingMany(desk, tasks, Bus(), owner)
    lane.failed.connect(fail)
    collecting = Collecting(owner)  # as the program does
    collecting.keep()
    heart = Heart(lambda: "printing")
    tally, seconds = printed(lane, ids[:count])
    heart.stop()
    collecting.stop()
    (hold,) = heart.longest(1)
    print(f"{len(tally.printed)} of {tally.asked} papers in {seconds:.1f} s")
    print(f"one paper {seconds / tally.asked * 1000:.1f} ms")
    print(f"longest hold {hold.held:.0f} ms, of which the window worked {hold.worked:.0f} ms")
    stopped, waited = printed(lane, ids, stop_at=BEFORE_STOP)
    print(f"stopped after {stopped.done}: it ended {waited * 1000:.0f} ms later")
    tasks.on_record(owner, desk.close, lambda _: None, fail)
    tasks.close()


def main() -> int:
    """Runs it in a folder that is given, or in one that is thrown away."""
    os.environ.setdefault("QT_QPA_PLATFORM", drive.offscreen_platform())
    given = [one for one in sys.argv[1:] if not one.startswith("-")]
    count = int(given[0]) if given else CASES
    app = QApplication([])
    if len(given) > 1:
        measure(Path(given[1]), count)
    else:
        with tempfile.TemporaryDirectory() as made:
            measure(Path(made) / "record", count)
    app.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
