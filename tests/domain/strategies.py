"""Anything an entry may hold, for hypothesis: bodies of every kind, aimed at each other."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from minors_desk.domain.alter import Amended, Withdrawn
from minors_desk.domain.bodies import Body
from minors_desk.domain.codec import plain
from minors_desk.domain.contacts import Party, ReferenceGiven, ReportSent
from minors_desk.domain.entries import Entry, Gone, Unread
from minors_desk.domain.printed import PaperPrinted, PrintFailed
from minors_desk.domain.signing import PaperSigned
from tests.domain.samples import (
    accepted,
    at,
    checked,
    encountered,
    entry,
    explained,
    ident,
    issued,
    name,
    proposed,
    receiver_checked,
    signed,
    tried,
)
from tests.domain.samples_custody import (
    arrived,
    began,
    ended,
    failed,
    found,
    left,
    moved,
    refused,
    relieved,
    secured,
    unsecured,
)
from tests.domain.strategies_who import who_bodies

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


purposes = st.sampled_from(["child_protection", "parent_or_relative", "other"])
parties = st.builds(
    Party,
    name=st.sampled_from(["DCFS", "dcfs ", "Tía Rosa"]),
    number=st.sampled_from(["", "312 555 0188", "+1 312-555-0188", "312 555 0199"]),
    person_id=st.sampled_from([None, ident(700), ident(701)]),
    line_id=st.sampled_from(["", "us-il-child-protection"]),
)
tries: st.SearchStrategy[Body] = st.builds(
    tried,
    minutes,
    parties,
    purpose=purposes,
    outcome=st.sampled_from(["reached", "no_answer", "refused"]),
    next_try_at=st.none() | st.integers(13, 30).map(at),
    promised=st.just("comes"),
    promised_by=st.none() | st.integers(13, 30).map(at),
    precision=precisions,
)
contact_bodies: st.SearchStrategy[Body] = st.one_of(
    tries,
    st.builds(explained, st.integers(0, 30), purposes),
    st.builds(
        lambda m, of: ReferenceGiven(occurred_at=at(m), system=of, number="1"),
        minutes,
        st.sampled_from(["ncic", "court"]),
    ),
    st.builds(
        lambda m, of: ReportSent(occurred_at=at(m), report=of, to="DCFS", method="fax"),
        minutes,
        st.sampled_from(["child_protection_written", "other"]),
    ),
)
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
paper_drawings: st.SearchStrategy[Body] = st.builds(
    lambda m, who, role, digest: PaperSigned(
        occurred_at=at(m),
        paper="custody_log",
        template=4,
        subject=1,
        role=role,
        name=who,
        strokes=(((0, 0, 0), (9, 9, 9)),),
        digest=digest,
    ),
    minutes,
    text,
    st.sampled_from(["signature.supervisor", "signature.child"]),
    st.sampled_from(["00" * 32, "ab" * 32]),
)
plain_bodies: st.SearchStrategy[Body] = st.one_of(
    st.builds(encountered, minutes, number=st.sampled_from(["AC-26-0001", ""])),
    st.builds(began, minutes, secure=st.booleans(), precision=precisions),
    st.builds(moved, minutes, secure=st.booleans(), precision=precisions),
    st.builds(checked, minutes, precision=precisions, note=text),
    st.builds(name, minutes, text, preferred=st.booleans()),
    contact_bodies,
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
    paper_drawings,
    who_bodies,
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
def logs(draw: st.DrawFn, bodies: st.SearchStrategy[Any] = anything) -> list[Entry]:
    """Entries of one case in local order; the clock may have been set back between them."""
    told = draw(st.lists(bodies, max_size=ENTRIES))
    made = []
    for number, body in enumerate(told, start=1):
        seconds = draw(st.sampled_from([-3600, 0, 0, 10, 3600]))
        recorded = at(number) + timedelta(seconds=seconds)
        made.append(entry(number, body, recorded=recorded))
    return made
