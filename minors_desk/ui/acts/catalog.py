"""Every act there is, in the order in which a night needs them."""

from minors_desk.ui.acts import care, closing, custody, facts, handoff, trafficking
from minors_desk.ui.acts.act import Act
from minors_desk.ui.kit.keys import KeyHint

ALL: tuple[Act, ...] = (
    *custody.ACTS,
    *care.ACTS,
    *facts.ACTS,
    *trafficking.ACTS,
    *handoff.ACTS,
    *closing.ACTS,
)
BY_NAME = {one.name: one for one in ALL}
SPECS = {one.spec.kind: one.spec for one in ALL if one.spec is not None}
"""The described form of a kind: what an entry is amended with."""
KEYED = tuple(one for one in ALL if one.key)


def hints() -> tuple[KeyHint, ...]:
    """The keys for the foot of a page."""
    return tuple(KeyHint(one.key, one.words) for one in KEYED)


def meanings() -> tuple[KeyHint, ...]:
    """The keys for the list under F1."""
    return tuple(KeyHint(one.key, one.meaning) for one in KEYED)
