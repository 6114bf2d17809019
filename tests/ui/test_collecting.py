"""The collector of Python: taken over, asked on the GUI thread by its thresholds, given back."""

import gc
import weakref

from minors_desk.ui.collecting import Collecting


class Ring:
    """Garbage that only the collector finds."""

    def __init__(self) -> None:
        self.me = self


def test_it_collects_only_when_it_is_asked(qapp: object) -> None:
    collecting = Collecting()
    try:
        assert not gc.isenabled()
        ring = weakref.ref(Ring())
        more = [Ring() for _ in range(2 * gc.get_threshold()[0])]
        assert ring() is not None
        collecting.look()
        assert ring() is None
        assert more
    finally:
        collecting.stop()
    assert gc.isenabled()


def test_what_is_there_when_all_is_imported_is_not_looked_through_again(qapp: object) -> None:
    collecting = Collecting()
    try:
        before = gc.get_freeze_count()
        collecting.keep()
        assert gc.get_freeze_count() > before
    finally:
        collecting.stop()
    assert gc.get_freeze_count() == 0
