"""Which papers of a case go into a packet: a pure function of the case and whom it is for."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from minors_desk.domain.case import Case
from minors_desk.domain.disclosing import LOOSE
from minors_desk.domain.gates import About, To
from minors_desk.domain.handoff_values import ReceiverKind
from minors_desk.domain.packets import PacketFor, attempt_of, takes
from minors_desk.papers.paper import Paper, PaperInput


@dataclass(frozen=True, slots=True)
class Packed:
    """One paper that goes into a packet, what of the case it is about, and who it is meant for."""

    paper: Paper
    subject: int
    for_whom: PacketFor


_TO: Mapping[ReceiverKind, To] = {"child_protection": "child_protection", "parent": "parent"}
"""Whom the law calls a receiver; any other is anyone to it."""


def may_have(given: PaperInput, paper: Paper) -> bool:
    """Whether whoever takes the child over may have that paper, as the law stands.

    What is addressed to nobody else is theirs. What is addressed to another goes along only where
    every piece that it tells may be told to them too: where no rule speaks, it does not.
    """
    attempt = attempt_of(given.case.handoffs)
    kind = None if attempt is None else attempt.to
    receiver: To = "anyone" if kind is None else _TO.get(kind, "anyone")
    if paper.to in (None, receiver):
        return True
    pieces: set[About] = set(paper.about.values()) or {"whole_record"}
    answers = [given.may_be_told(piece, receiver) for piece in pieces]
    return all(one is not None and one.word in LOOSE for one in answers)


def packed(
    case: Case,
    papers: Iterable[Paper],
    for_whom: PacketFor,
    may_have: Callable[[Paper], bool] = lambda _: True,
) -> tuple[Packed, ...]:
    """Every paper that the case has something for, in the order in which they are offered.

    ``may_have`` says of a paper whether the law lets this receiver have it; the station keeps all.
    A paper about a handoff is about the one that the packet is for; of another with several
    subjects the likeliest goes, or each one if the paper says so.
    """
    attempt = attempt_of(case.handoffs)
    wanted = takes(attempt, for_whom)
    found: list[Packed] = []
    for paper in papers:
        if not wanted.intersection(paper.goes_to):
            continue
        if for_whom == "receiver" and not may_have(paper):
            continue
        subjects = paper.subjects(case)
        if attempt is not None and paper.subject_word == "attempt":
            subjects = tuple(one for one in subjects if one == attempt.number)
        own: PacketFor = "child" if "child" in paper.goes_to[:1] else for_whom
        chosen = subjects if paper.each_in_packet else subjects[:1]
        found += [Packed(paper, one, own) for one in chosen]
    return tuple(found)
