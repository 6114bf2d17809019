"""What a handoff still wants before the child goes: done, missing or to be said. It blocks nothing.

What makes the present impossible is refused elsewhere (``Handoff.missing``); here is what a careful
officer would not leave open: forms, papers 2 and 10.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal
from uuid import UUID

from minors_desk.domain.belongings import goes_along
from minors_desk.domain.care import medicines
from minors_desk.domain.case import Case
from minors_desk.domain.duties import DutyClock, is_open
from minors_desk.domain.facts import names_of
from minors_desk.domain.gating import PRIVATE, GateState
from minors_desk.domain.handoff import Handoff
from minors_desk.domain.people import not_to_contact
from minors_desk.domain.rules import Rule
from minors_desk.domain.searching import terms
from minors_desk.domain.unexplained import unexplained
from minors_desk.domain.when import EPOCH

Standing = Literal["done", "missing", "alarm", "note"]
RECORD_CHECK = "missing_child_check_done"
HAND_ON = "return_property"
SAY_WHY = "explain_limit"
ENDING = frozenset({"handed_over", "custody_ended"})
"""Events with which custody is over, and the duties that go with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One line: how it stands, the act that mends it (empty: none does), values for its words.

    ``due`` (UTC) is when what goes on after the handoff is owed; None where the law names no time.
    ``rule``: the law behind it, by whose events the act is found that opens a gate. ``proof`` is
    the number under which it was done, and ``at`` (UTC) when, where an entry tells that.
    """

    code: str
    standing: Standing
    act: str = ""
    params: Mapping[str, str] = field(default_factory=dict)
    due: datetime | None = None
    rule: Rule | None = None
    proof: str = ""
    at: datetime | None = None


def conditions(
    case: Case,
    clocks: Sequence[DutyClock],
    gates: Sequence[GateState] = (),
    now: datetime = EPOCH,
) -> tuple[Condition, ...]:
    """All that is to be seen to before this child goes, in the order of the counter.

    ``gates`` are those of the law before this handoff (``gating.gates``); ``now`` (UTC) tells
    which limits were passed.
    """
    attempt = case.open_handoff or case.accepted_handoff
    asks_for_records = any(_asks_for_records(one) and _is_private(one) for one in gates)
    found = [
        *_receiver(case, attempt),
        _either("class", "class_child", done=case.class_given is not None),
        _either("name", "tell_name", done=bool(case.names)),
        *(() if asks_for_records else (_record_check(case),)),
        _either("screened", "screen", done=bool(case.screenings)),
        *_gates(case, gates),
        *_counted(case, attempt),
        *_scanned(case, attempt),
        *_doses(case),
        *_no_reason(clocks, case, now),
        *_goes_on(clocks),
    ]
    return tuple(found)


def _either(code: str, act: str, *, done: bool) -> Condition:
    return Condition(code=code, standing="done" if done else "missing", act="" if done else act)


def _record_check(case: Case) -> Condition:
    done = next((one for one in case.events if one.name == RECORD_CHECK), None)
    if done is None:
        return _either("record_check", "reference", done=False)
    return Condition(
        code="record_check", standing="done", proof=_proof(case, done.entry_id), at=done.at
    )


def _gates(case: Case, gates: Iterable[GateState]) -> Iterator[Condition]:
    """What the law wants first; one that our own lines ask for already is not said twice.

    Before a release to a private person each stands by itself, with the number that proves it.
    """
    for one in gates:
        if _asks_for_records(one) and not _is_private(one):
            continue
        yield Condition(
            code="gate" if one.rule.checked.verified else "gate_not_verified",
            standing="done" if one.is_open else "missing",
            params={"title": one.rule.title, "law": one.rule.citation},
            rule=one.rule,
            proof="" if one.opened_by is None else _proof(case, one.opened_by),
            at=one.opened_at,
        )


def _asks_for_records(gate: GateState) -> bool:
    return RECORD_CHECK in gate.rule.satisfied_by


def _is_private(gate: GateState) -> bool:
    return gate.rule.gate is not None and gate.rule.gate.before == "private_release"


def _proof(case: Case, entry_id: UUID) -> str:
    """The number that the entry gives: of the query, of the call, of the report."""
    found = (
        *((one.entry_id, one.number) for one in case.references),
        *((one.entry_id, one.told.reference) for one in case.contacts),
        *((one.entry_id, one.reference) for one in case.reports),
    )
    return next((number for told, number in found if told == entry_id), "")


def _no_reason(clocks: Iterable[DutyClock], case: Case, now: datetime) -> Iterator[Condition]:
    """Why a limit of the law was passed is still to be said; the child need not wait for that."""
    for one in unexplained(clocks, case.limits, now):
        yield Condition(
            code="reason_missing",
            standing="missing",
            act=SAY_WHY,
            params={"title": one.rule.title},
        )


def private_release(case: Case) -> bool:
    """Whether the receiver of the present attempt is no agency, as far as it was told."""
    attempt = case.open_handoff or case.accepted_handoff
    return attempt is not None and attempt.to in PRIVATE


def _happened(case: Case, event: str) -> bool:
    return any(one.name == event for one in case.events)


def _receiver(case: Case, attempt: Handoff | None) -> Iterator[Condition]:
    """An alarm where who came bears a name of somebody that must not know where the child is."""
    if attempt is None:
        return
    came = set(terms(attempt.receiver.person))
    for person in not_to_contact(case.people):
        for name in (one.value.as_said for one in names_of(case.facts, person.person_id)):
            words = set(terms(name))
            if words and words <= came:
                params = {"name": name, "why": person.why}
                yield Condition(code="not_to_contact", standing="alarm", params=params)
                break


def _counted(case: Case, attempt: Handoff | None) -> Iterator[Condition]:
    """What we keep for the child goes along: counted by both, then handed on."""
    lines = goes_along(case)
    count = None if attempt is None else attempt.count
    if count is not None and not count.agrees:
        yield Condition(code="count_differs", standing="alarm", params={"words": count.differs})
    elif count is not None:
        yield Condition(code="counted", standing="done")
    elif lines:
        yield Condition(code="not_counted", standing="missing", params={"n": str(len(lines))})
    if count is not None and lines:
        # Counting hands nothing over: without an entry the receipt says that it is still here.
        yield Condition(
            code="not_handed_on",
            standing="missing",
            act=HAND_ON,
            params={"n": str(len(lines))},
        )


def _scanned(case: Case, attempt: Handoff | None) -> Iterator[Condition]:
    """A copy that was signed by hand is proof only once its scan lies in the record."""
    if attempt is None:
        return
    by_hand = [one for one in attempt.signatures if one.paper]
    if not by_hand:
        return
    since, copies = max(one.at for one in by_hand), {one.issued for one in by_hand}
    scans = [one for one in case.attachments if one.what == "signed_paper"]
    done = any(one.copy_of in copies if one.copy_of else one.at >= since for one in scans)
    yield _either("scan", "attach_copy", done=done)


def _doses(case: Case) -> Iterator[Condition]:
    """The next dose of each medicine: whoever has the child then gives it."""
    for one in medicines(case):
        if one.next_due_at is not None:
            params = {"medicine": one.latest.medicine, "dose": one.latest.dose}
            yield Condition(code="next_dose", standing="note", params=params, due=one.next_due_at)


def _goes_on(clocks: Iterable[DutyClock]) -> Iterator[Condition]:
    """What is open and does not end with custody: it stays ours afterwards."""
    for one in clocks:
        if is_open(one) and one.rule.kind == "deadline" and not ENDING & set(one.rule.ends_with):
            yield Condition(
                code="still_owed", standing="note", params={"title": one.rule.title}, due=one.due
            )
