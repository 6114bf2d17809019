"""The bus carries what changed, as it is."""

from uuid import UUID

from minors_desk.domain.changes import Changes
from minors_desk.ui.bus import Bus

CASE = UUID(int=7)


def test_all_who_listen_hear_what_changed(qapp: object) -> None:
    bus, first, second = Bus(), [], []
    bus.changed.connect(first.append)
    bus.changed.connect(second.append)
    changes = Changes(case_ids=frozenset({CASE}), kinds=frozenset({"note"}))
    bus.publish(changes)
    assert first == second == [changes]
    assert first[0].touches(CASE)
