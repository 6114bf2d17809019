"""Work off the GUI thread; what comes back, comes back on it, and only while its owner lives."""

import itertools
import sys
import time
from collections.abc import Callable, Iterator
from enum import Enum
from threading import Event
from typing import Any, NamedTuple, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, QTimer, Signal, Slot

from minors_desk.errors import DeskError

T = TypeVar("T")
_SWITCH = 0.0005
"""Seconds after which a lane lets the window's thread go on. After each call of Qt that thread
waits so long while a lane computes, and one keystroke is hundreds of such calls."""
TURN = 0.012
"""Seconds that work on the GUI thread takes of one turn of the event loop, if its steps allow."""


class Lane(Enum):
    """Where work runs: `RECORD` one at a time and in order; `ASIDE` beside it, several at once."""

    RECORD = "record"
    ASIDE = "aside"


class Stopped(DeskError):
    """The person stopped it; handed to `failed`, so that each opener knows how it ended."""

    def __init__(self) -> None:
        super().__init__("It was stopped", "Start it again when you want")


class Progress:
    """Handed to long work: it says how far it is, and hears that it should stop."""

    def __init__(self, step: Callable[[int, int], None]) -> None:
        self._step = step
        self._stop = Event()

    def at(self, done: int, total: int) -> None:
        """Say how far the work is; raises Stopped when the person stopped it."""
        if self._stop.is_set():
            raise Stopped
        self._step(done, total)

    def cancel(self) -> None:
        """Ask the work to stop at its next step; any thread may call this."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked it to stop."""
        return self._stop.is_set()


class _Job(NamedTuple):
    owner: QObject
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]
    stepped: Callable[[int, int], None] | None = None
    progress: Progress | None = None


class _Home(QObject):
    """Where workers report to. It outlives them all, so that no thread ever touches an owner."""

    finished = Signal(int, object, object)
    stepped = Signal(int, int, int)


class _Work(QRunnable):
    def __init__(self, number: int, work: Callable[[], Any], home: _Home) -> None:
        super().__init__()
        self._number, self._work, self._home = number, work, home

    def run(self) -> None:
        """Run in a worker; whatever is raised goes home with its traceback."""
        result, error = None, None
        try:
            result = self._work()
        except Exception as e:  # noqa: BLE001 - handed to the owner, not swallowed
            error = e
        self._home.finished.emit(self._number, result, error)


class Tasks(QObject):
    """Two lanes: the record's, one thread that never expires; and the other, for all else.

    Callbacks run on the GUI thread. An owner that Qt has deleted hears nothing. `failed` gets
    every exception: a DeskError to show, anything else to hand to `failure.report`.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(_SWITCH)
        self._home = _Home(self)
        self._home.finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._home.stepped.connect(self._step, Qt.ConnectionType.QueuedConnection)
        self._jobs: dict[int, _Job] = {}
        self._numbers = itertools.count(1)
        self._closed = False
        self._record = QThreadPool(self)
        self._record.setMaxThreadCount(1)
        # The record's connection belongs to its thread; an expired thread would strand it.
        self._record.setExpiryTimeout(-1)
        self._aside = QThreadPool(self)
        self._in_turns: dict[QObject, Iterator[None]] = {}
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._take_turn)

    def on_record(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Run what touches the record, after all such work asked for before."""
        self._start(Lane.RECORD, work, _Job(owner, done, failed))

    def aside(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Run what does not touch the record: key derivation, drawing a paper."""
        self._start(Lane.ASIDE, work, _Job(owner, done, failed))

    def long(
        self,
        owner: QObject,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        stepped: Callable[[int, int], None],
        *,
        lane: Lane = Lane.ASIDE,
    ) -> Progress:
        """Run what may take over a second; `stepped(done, total)` on the GUI thread.

        `cancel()` of what is returned stops it at its next step: then `failed` gets `Stopped`.
        """
        number = next(self._numbers)
        progress = Progress(lambda d, t: self._home.stepped.emit(number, d, t))
        job = _Job(owner, done, failed, stepped, progress)
        self._start(lane, lambda: work(progress), job, number)
        return progress

    def in_turns(self, owner: QObject, steps: Iterator[None]) -> None:
        """Run what must be done on the GUI thread, such as filling a page, from `yield` to `yield`.

        Keys are answered and what is there is painted in between. What the same owner asked for
        before and is not done yet is dropped.
        """
        self._in_turns[owner] = steps
        self._turn.start()

    def busy(self) -> bool:
        """Whether some work has not come home, or waits for its turn."""
        return bool(self._jobs or self._in_turns)

    def wait(self) -> None:
        """Wait until all work has run; callbacks follow when the event loop runs."""
        self._record.waitForDone()
        self._aside.waitForDone()

    def close(self) -> None:
        """Stop long work, let begun and queued record work finish, call nobody back any more.

        Must be called before the application ends. Starting work afterwards raises RuntimeError.
        """
        self._closed = True
        for job in self._jobs.values():
            if job.progress is not None:
                job.progress.cancel()
        self._aside.clear()
        self.wait()
        self._jobs.clear()
        self._in_turns.clear()

    def _start(
        self, lane: Lane, work: Callable[[], Any], job: _Job, number: int | None = None
    ) -> None:
        if self._closed:
            raise RuntimeError("work was asked for after the lanes were closed")
        number = next(self._numbers) if number is None else number
        self._jobs[number] = job
        pool = self._record if lane is Lane.RECORD else self._aside
        pool.start(_Work(number, work, self._home))

    @Slot()
    def _take_turn(self) -> None:
        end = time.perf_counter() + TURN
        while self._in_turns:
            owner, steps = next(iter(self._in_turns.items()))
            try:
                done = not shiboken6.isValid(owner) or _is_done(steps)
            except Exception:
                del self._in_turns[owner]  # or it would be raised at every turn from now on
                self._next_turn()
                raise
            # A step may have asked for others in its place.
            if done and self._in_turns.get(owner) is steps:
                del self._in_turns[owner]
            # What another asked for begins with a turn of its own: its first step may be long.
            if done or time.perf_counter() >= end:
                break
        self._next_turn()

    def _next_turn(self) -> None:
        """Asked for anew at the end of a turn: what came due meanwhile goes before the next."""
        if self._in_turns:
            self._turn.start()

    @Slot(int, object, object)
    def _deliver(self, number: int, result: object, error: Exception | None) -> None:
        job = self._jobs.pop(number, None)
        if job is None or not shiboken6.isValid(job.owner):
            return
        if error is None:
            job.done(result)
        else:
            job.failed(error)

    @Slot(int, int, int)
    def _step(self, number: int, done: int, total: int) -> None:
        job = self._jobs.get(number)
        if job is not None and job.stepped is not None and shiboken6.isValid(job.owner):
            job.stepped(done, total)


def _is_done(steps: Iterator[None]) -> bool:
    """Go on to the next `yield`; whether there was none."""
    try:
        next(steps)
    except StopIteration:
        return True
    return False
