"""Every act there is, in the order in which a night needs them."""

from minors_desk.ui.acts import (
    belongings,
    care,
    custody,
    ending,
    facts,
    handoff,
    links,
    rights,
    screening,
    searches,
    transport,
)
from minors_desk.ui.acts.act import Act
from minors_desk.ui.kit.keys import KeyHint

ALL: tuple[Act, ...] = (
    *custody.ACTS,
    *transport.ACTS,
    *care.ACTS,
    *screening.ACTS,
    *rights.ACTS,
    *searches.ACTS,
    *belongings.ACTS,
    *facts.ACTS,
    *handoff.ACTS,
    *ending.ACTS,
    *links.ACTS,
)
BY_NAME = {one.name: one for one in ALL}
SPECS = {spec.kind: spec for one in ALL for spec in one.amends}
"""The described form of a kind: what an entry is amended with."""
KEYED = tuple(one for one in ALL if one.key)


def hints() -> tuple[KeyHint, ...]:
    """The keys for the foot of a page, which is one line."""
    return tuple(KeyHint(one.key, one.words) for one in KEYED if one.hint)


def meanings() -> tuple[KeyHint, ...]:
    """The keys for the list under F1."""
    return tuple(KeyHint(one.key, one.meaning) for one in KEYED)
