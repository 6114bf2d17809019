"""The lanes: order, home-coming on the GUI thread, owners that have gone, stopping."""

from collections.abc import Iterator
from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from pytestqt.qtbot import QtBot

from minors_desk.errors import DeskError
from minors_desk.ui.tasks import Lane, Progress, Stopped, Tasks


def test_work_runs_elsewhere_and_comes_home(qtbot: QtBot, tasks: Tasks) -> None:
    owner, seen = QObject(), []

    def done(thread: object) -> None:
        seen.append((thread, current_thread()))

    tasks.aside(owner, current_thread, done, lambda error: seen.append(error))
    qtbot.waitUntil(lambda: bool(seen))
    worked, came = seen[0]
    assert worked is not main_thread()
    assert came is main_thread()
    assert not tasks.busy()


def test_the_record_lane_keeps_order_and_its_one_thread(qtbot: QtBot, tasks: Tasks) -> None:
    owner, order, threads = QObject(), [], set()

    def work(number: int) -> int:
        threads.add(current_thread().ident)
        return number

    for number in range(50):
        tasks.on_record(owner, lambda n=number: work(n), order.append, order.append)
    qtbot.waitUntil(lambda: len(order) == 50)
    assert order == list(range(50))
    assert len(threads) == 1


def test_failures_come_home_as_they_are(qtbot: QtBot, tasks: Tasks) -> None:
    owner, failed = QObject(), []
    error = DeskError("It is so", "Do that")

    def work() -> None:
        raise error

    tasks.on_record(owner, work, lambda _: failed.append("done"), failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert failed == [error]


def test_an_owner_that_has_gone_hears_nothing(qtbot: QtBot, tasks: Tasks) -> None:
    owner, other, heard, go = QObject(), QObject(), [], Event()
    tasks.on_record(owner, go.wait, lambda _: heard.append("gone"), heard.append)
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete)
    go.set()
    tasks.on_record(other, lambda: "here", heard.append, heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["here"]


def test_long_work_tells_how_far_it_is(qtbot: QtBot, tasks: Tasks) -> None:
    owner, steps, ended = QObject(), [], []

    def work(progress: Progress) -> str:
        for done in range(3):
            progress.at(done, 3)
        return "whole"

    tasks.long(owner, work, ended.append, ended.append, lambda d, t: steps.append((d, t)))
    qtbot.waitUntil(lambda: bool(ended))
    assert ended == ["whole"]
    assert steps == [(0, 3), (1, 3), (2, 3)]


@pytest.mark.parametrize("lane", list(Lane))
def test_long_work_can_be_stopped(qtbot: QtBot, tasks: Tasks, lane: Lane) -> None:
    owner, ended, steps, begun, go = QObject(), [], [], Event(), Event()

    def work(progress: Progress) -> None:
        begun.set()
        go.wait()
        progress.at(1, 2)

    progress = tasks.long(
        owner, work, ended.append, ended.append, lambda *at: steps.append(at), lane=lane
    )
    begun.wait()
    progress.cancel()
    go.set()
    qtbot.waitUntil(lambda: bool(ended))
    assert isinstance(ended[0], Stopped)
    assert progress.cancelled
    assert steps == []


def test_closing_finishes_record_work_and_calls_nobody(qtbot: QtBot) -> None:
    lanes, owner, heard, written = Tasks(), QObject(), [], []
    for number in range(20):
        lanes.on_record(owner, lambda n=number: written.append(n), heard.append, heard.append)
    lanes.close()
    QCoreApplication.sendPostedEvents()
    assert written == list(range(20))
    assert heard == []
    with pytest.raises(RuntimeError, match="closed"):
        lanes.aside(owner, lambda: None, heard.append, heard.append)


def test_callbacks_may_start_further_work(qtbot: QtBot, tasks: Tasks) -> None:
    owner, heard = QObject(), []

    def again(first: int) -> None:
        tasks.aside(owner, lambda: first + 1, heard.append, heard.append)

    tasks.on_record(owner, lambda: 1, again, heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [2]


def test_steps_in_turns_leave_room_for_others_and_count_as_busy(
    qtbot: QtBot, tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("minors_desk.ui.tasks.TURN", 0)
    owner, done = QObject(), list[str]()

    def steps() -> Iterator[None]:
        done.append("first")
        QTimer.singleShot(0, owner, lambda: done.append("between"))
        yield
        yield
        done.append("last")

    tasks.in_turns(owner, steps())
    assert tasks.busy()
    assert not done
    qtbot.waitUntil(lambda: not tasks.busy())
    assert done == ["first", "between", "last"]


def test_what_came_due_in_a_turn_goes_before_the_next_turn(
    qtbot: QtBot, tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("minors_desk.ui.tasks.TURN", 0)
    owner, done, due = QObject(), list[str](), QTimer()
    due.setSingleShot(True)
    due.setInterval(1)
    due.timeout.connect(lambda: done.append("due"))

    def steps() -> Iterator[None]:
        due.start()
        while due.remainingTime() > 0:
            pass
        done.append("first")
        yield
        done.append("next")

    tasks.in_turns(owner, steps())
    qtbot.waitUntil(lambda: not tasks.busy())
    assert done == ["first", "due", "next"]


def test_steps_asked_for_again_take_the_place_of_those_before(qtbot: QtBot, tasks: Tasks) -> None:
    owner, done = QObject(), list[int]()

    def steps(number: int) -> Iterator[None]:
        done.append(number)
        yield

    tasks.in_turns(owner, steps(1))
    tasks.in_turns(owner, steps(2))
    qtbot.waitUntil(lambda: not tasks.busy())
    assert done == [2]


def test_steps_end_with_their_owner(qtbot: QtBot, tasks: Tasks) -> None:
    owner, done = QObject(), list[int]()

    def steps() -> Iterator[None]:
        done.append(1)
        yield

    tasks.in_turns(owner, steps())
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: not tasks.busy())
    assert done == []


def test_steps_that_raise_are_told_of_once_and_hold_nothing_up(qtbot: QtBot, tasks: Tasks) -> None:
    owner, done = QObject(), list[int]()

    def steps() -> Iterator[None]:
        yield
        raise ValueError("a page that cannot be filled")

    def others() -> Iterator[None]:
        done.append(1)
        yield

    with qtbot.captureExceptions() as raised:
        tasks.in_turns(owner, steps())
        tasks.in_turns(QObject(tasks), others())
        qtbot.waitUntil(lambda: not tasks.busy())
    assert [kind for kind, *_ in raised] == [ValueError]
    assert done == [1]
