"""Anything an entry may hold, for hypothesis: bodies of every kind, aimed at each other."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from minors_desk.domain.alter import Amended, Withdrawn
from minors_desk.domain.bodies import Body
from minors_desk.domain.codec import plain
from minors_desk.domain.entries import Entry, Gone, Unread
from minors_desk.domain.printed import PaperPrinted, PrintFailed
from tests.domain.samples import (
    accepted,
    arrived,
    at,
    began,
    checked,
    encountered,
    ended,
    entry,
    failed,
    found,
    ident,
    issued,
    left,
    moved,
    name,
    proposed,
    receiver_checked,
    refused,
    relieved,
    secured,
    signed,
    unsecured,
)

ENTRIES = 14
minutes = st.integers(0, 12)
numbers = st.integers(1, 3)
targets = st.integers(1, ENTRIES + 2).map(ident)
precisions = st.sampled_from(["minute", "about", "day", "month", "unknown"])
sides = st.sampled_from(["officer", "receiver"])
digests = st.sampled_from([None, "00" * 32])
objects = st.sampled_from(["locked_room", "cuffed_to_object", "cuffed_hands", "other"])
reasons = st.sampled_from(["left_without_leave", "died", "court_order"])
results = st.sampled_from(["matches", "does_not_match"])
text = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
"""Text of any script, in any normal form, with any mark; half surrogates are no characters."""


def _made(maker: Callable[..., Body], *parts: st.SearchStrategy[object]) -> st.SearchStrategy[Body]:
    return st.builds(maker, *parts)


presences: st.SearchStrategy[Body] = st.one_of(
    _made(secured, minutes, objects),
    _made(unsecured, minutes, st.none() | objects),
    _made(relieved, minutes, st.sampled_from(["Okafor", " "])),
    st.builds(left, minutes, secure=st.booleans(), odometer_tenths=st.none() | minutes),
    st.builds(arrived, minutes, secure=st.booleans(), odometer_tenths=st.none() | minutes),
)
ends: st.SearchStrategy[Body] = st.one_of(
    _made(ended, minutes, reasons),
    _made(found, minutes),
    _made(refused, minutes, numbers),
    _made(failed, minutes, numbers),
)
plain_bodies: st.SearchStrategy[Body] = st.one_of(
    st.builds(encountered, minutes, number=st.sampled_from(["AC-26-0001", ""])),
    st.builds(began, minutes, secure=st.booleans(), precision=precisions),
    st.builds(moved, minutes, secure=st.booleans(), precision=precisions),
    st.builds(checked, minutes, precision=precisions, note=text),
    st.builds(name, minutes, text, preferred=st.booleans()),
    _made(proposed, minutes, numbers),
    _made(receiver_checked, minutes, numbers, results),
    _made(signed, minutes, sides, numbers, digests),
    _made(accepted, minutes, numbers),
    _made(issued, minutes),
    presences,
    ends,
    st.builds(
        lambda m, t: PaperPrinted(occurred_at=at(m), issued=t, outlet="file"), minutes, targets
    ),
    st.builds(lambda m, t: PrintFailed(occurred_at=at(m), issued=t), minutes, targets),
)
replacements: st.SearchStrategy[dict[str, Any]] = st.one_of(
    plain_bodies.map(plain), st.just({"kind": "of_later", "v": 9}), st.just({})
)
corrections: st.SearchStrategy[Body] = st.one_of(
    st.builds(
        lambda m, target, new: Amended(
            occurred_at=at(m), target=target, replacement=new, reason="mistyped"
        ),
        minutes,
        targets,
        replacements,
    ),
    st.builds(
        lambda m, target: Withdrawn(occurred_at=at(m), target=target, reason="wrong"),
        minutes,
        targets,
    ),
)
unread = st.sampled_from([Unread("of_later", 1), Unread("moved", 2), Unread("unreadable", 0)])
anything = st.one_of(plain_bodies, plain_bodies, corrections, unread, st.just(Gone()))


@st.composite
def logs(draw: st.DrawFn) -> list[Entry]:
    """Entries of one case in local order; the clock may have been set back between them."""
    told = draw(st.lists(anything, max_size=ENTRIES))
    made = []
    for number, body in enumerate(told, start=1):
        seconds = draw(st.sampled_from([-3600, 0, 0, 10, 3600]))
        recorded = at(number) + timedelta(seconds=seconds)
        made.append(entry(number, body, recorded=recorded))
    return made
