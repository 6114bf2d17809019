"""What a handoff still wants: each condition as it stands, and what was counted binds the terms."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from minors_desk.domain.attachments import AttachmentAdded
from minors_desk.domain.belongings import PropertyLine, PropertyTaken
from minors_desk.domain.bodies import Body
from minors_desk.domain.care import MedicineGiven
from minors_desk.domain.case import Case, fold
from minors_desk.domain.classing import LegalClassed
from minors_desk.domain.contacts import ReferenceGiven
from minors_desk.domain.duties import clocks
from minors_desk.domain.entries import Entry
from minors_desk.domain.facts import FactTold
from minors_desk.domain.gating import gates
from minors_desk.domain.handoff import HandoffProposed, Receiver, ReceiverChecked, terms_digest
from minors_desk.domain.people import PersonTold
from minors_desk.domain.printed import PaperIssued, Seen
from minors_desk.domain.property_moves import PropertyReturned
from minors_desk.domain.readiness import (
    HAND_ON,
    SAY_WHY,
    Condition,
    conditions,
    private_release,
)
from minors_desk.domain.story import case_of as case_of_story
from minors_desk.domain.values import PersonName
from minors_desk.wording.handoff import condition_words
from tests.domain.moments import at, ident
from tests.domain.samples import encountered
from tests.domain.samples_custody import COPY, began, by_hand, counted
from tests.stories.nights import story

CASE, PERSON = ident(1), ident(900)


def told(*bodies: Body) -> Case:
    """A case in custody with these entries."""
    entries = [
        Entry(
            id=COPY if isinstance(body, PaperIssued) else UUID(int=place),
            case_id=CASE,
            ordinal=place,
            chain=bytes(32),
            recorded_at=body.occurred_at,
            clock_flag=0,
            body=body,
        )
        for place, body in enumerate((encountered(0), began(1), *bodies), 1)
    ]
    return fold(CASE, entries)


def proposed(person: str = "M. Ruiz") -> HandoffProposed:
    return HandoffProposed(
        occurred_at=at(30),
        handoff=1,
        receiver=Receiver(agency="DCFS", person=person),
        authority="325 ILCS 5/5",
        place="Front desk",
    )


def checked(**further: str) -> ReceiverChecked:
    return ReceiverChecked(
        occurred_at=at(31), handoff=1, how="badge_seen", result="matches", **further
    )


def taken() -> PropertyTaken:
    lines = (
        PropertyLine(line=1, description="Necklace", category="safekeeping"),
        PropertyLine(line=2, description="Knife", category="evidence"),
    )
    return PropertyTaken(occurred_at=at(10), lines=lines)


def issued(paper: str = "transfer_receipt", subject: int = 1) -> PaperIssued:
    """The copy that `by_hand` signs; its entry is the one that `told` numbers so."""
    return PaperIssued(
        occurred_at=at(32),
        paper=paper,
        template=5,
        number="TR-AC-26-0001-1",
        version=1,
        copy=1,
        subject=subject,
        digest="ab" * 32,
        seen=Seen(ordinal=4, log_hash="cd" * 32),
    )


def afraid_of(name: str) -> tuple[Body, ...]:
    return (
        PersonTold(
            occurred_at=at(5),
            person_id=PERSON,
            role="step_parent",
            safe_to_contact="no",
            why="she is afraid of him",
        ),
        FactTold(
            occurred_at=at(5),
            fact="name",
            value=PersonName(as_said=name),
            source="said",
            about=PERSON,
        ),
    )


def found(case: Case) -> dict[str, Condition]:
    return {one.code: one for one in conditions(case, ())}


def test_a_child_of_whom_nothing_is_told_wants_everything() -> None:
    wanted = {code: (one.standing, one.act) for code, one in found(told()).items()}
    assert wanted == {
        "class": ("missing", "class_child"),
        "name": ("missing", "tell_name"),
        "record_check": ("missing", "reference"),
        "screened": ("missing", "screen"),
    }


@pytest.mark.parametrize(
    ("code", "body"),
    [
        ("class", LegalClassed(occurred_at=at(3), legal_class="non_offender")),
        (
            "name",
            FactTold(
                occurred_at=at(3), fact="name", value=PersonName(as_said="Ana"), source="said"
            ),
        ),
        ("record_check", ReferenceGiven(occurred_at=at(3), system="ncic", number="M 1")),
    ],
)
def test_what_was_done_is_wanted_no_longer(code: str, body: Body) -> None:
    one = found(told(body))[code]
    assert (one.standing, one.act) == ("done", "")


def test_only_what_goes_with_the_child_is_to_be_counted() -> None:
    assert found(told(taken(), proposed()))["not_counted"].params == {"n": "1"}
    after = found(told(taken(), proposed(), checked(), counted(32)))
    assert after["counted"].standing == "done" and "not_counted" not in after
    assert (after["not_handed_on"].act, after["not_handed_on"].params) == (HAND_ON, {"n": "1"})
    handed = PropertyReturned(occurred_at=at(33), lines=(1,), to="receiver", to_name="M. Ruiz")
    assert "not_handed_on" not in found(told(taken(), proposed(), checked(), counted(32), handed))
    alarm = found(told(taken(), proposed(), checked(), counted(32, differs="a ring")))
    assert alarm["count_differs"].params == {"words": "a ring"}


@pytest.mark.parametrize(
    ("came", "is_alarm"),
    [
        ("Ramiro Pop", True),
        ("pop, RAMÍRO", True),
        ("Ramiro José Pop Caal", True),
        ("Ramiro", False),
        ("M. Ruiz", False),
    ],
)
def test_who_must_not_know_where_the_child_is_cannot_come_unnoticed(
    came: str, *, is_alarm: bool
) -> None:
    case = told(*afraid_of("Ramiro Pop"), proposed(came))
    assert ("not_to_contact" in found(case)) is is_alarm


def test_a_copy_signed_by_hand_is_to_be_scanned_in() -> None:
    case = told(proposed(), checked())
    attempt = case.handoff(1)
    assert attempt is not None
    signed = (proposed(), checked(), issued(), by_hand(33, terms_digest(attempt)))
    case = told(*signed)
    by = case.handoff(1)
    assert by is not None and by.missing() == ("officer_has_not_signed",)
    assert (found(case)["scan"].standing, found(case)["scan"].act) == ("missing", "attach_copy")
    scan = AttachmentAdded(
        occurred_at=at(34),
        file_id=ident(77),
        sha256="ab" * 32,
        size=10,
        media_type="image/png",
        key="cd" * 32,
        what="signed_paper",
        purpose="Receipt signed by hand",
    )
    assert found(told(*signed, scan))["scan"].standing == "done"
    of_this = structs.replace(scan, copy_of=COPY)
    assert found(told(*signed, of_this))["scan"].standing == "done"
    of_another = structs.replace(scan, copy_of=ident(951))
    assert found(told(*signed, of_another))["scan"].standing == "missing"


@pytest.mark.parametrize("copy", [None, issued("custody_log"), issued(subject=2)])
def test_what_is_no_printed_receipt_of_the_handoff_is_not_signed(copy: PaperIssued | None) -> None:
    attempt = told(proposed(), checked()).handoff(1)
    assert attempt is not None
    printed = () if copy is None else (copy,)
    case = told(proposed(), checked(), *printed, by_hand(33, terms_digest(attempt)))
    signed = case.handoff(1)
    assert signed is not None
    assert "receiver_has_not_signed" in signed.missing()
    assert "copy_of_another_paper" in [one.code for one in case.findings]


def test_the_next_dose_is_told_to_who_takes_the_child() -> None:
    dose = MedicineGiven(
        occurred_at=at(4),
        medicine="Salbutamol",
        dose="two puffs",
        answer="accepted",
        given_by="Rivera",
        next_due_at=at(240),
    )
    note = found(told(dose))["next_dose"]
    assert (note.standing, note.due) == ("note", at(240))


@given(
    relation=st.sampled_from(["", "Aunt"]),
    called=st.sampled_from(["", "Consulate"]),
    differs=st.sampled_from([None, "", "a ring"]),
)
def test_what_both_sign_for_changes_with_each_value_told_later(
    relation: str, called: str, differs: str | None
) -> None:
    plain = told(taken(), proposed(), checked()).handoff(1)
    further = [] if differs is None else [counted(32, differs=differs)]
    check = checked(relation=relation, called_back=called)
    other = told(taken(), proposed(), check, *further).handoff(1)
    assert plain is not None and other is not None
    is_same = not (relation or called) and differs is None
    assert (terms_digest(plain) == terms_digest(other)) is is_same


def lines_of(minute: str) -> list[tuple[str, str, str, str]]:
    """What stands of the law before a private release in El Paso, at a minute of that night."""
    night = story("el-paso-siblings")
    now = datetime.fromisoformat(f"2025-06-20T{minute}:00-06:00").astimezone(UTC)
    case = case_of_story(night.child("Ana"), now)
    assert private_release(case)
    shut = [
        one
        for step in ("handoff", "private_release")
        for one in gates(case, night.packs, step, now, night.zone)  # type: ignore[arg-type]
    ]
    told_now = conditions(case, clocks(case, night.packs, night.zone), shut, now)
    assert "record_check" not in {one.code for one in told_now}, "said twice"
    return sorted(
        (one.rule.id, one.standing, one.proof, condition_words(one, night.zone).split(" · ")[-1])
        for one in told_now
        if one.rule is not None
    )


def test_each_check_before_a_private_release_has_its_number_and_its_time() -> None:
    searched = ("US-TX-05a", "done", "Q-90417", "2025-06-20 00:40 MDT")
    first, *rest = lines_of("01:15")
    assert first == searched
    assert [one[:3] for one in rest] == [
        ("US-TX-05b", "missing", ""),
        ("US-TX-05c", "missing", ""),
    ]
    assert lines_of("01:30") == [
        searched,
        ("US-TX-05b", "done", "TX-4471", "2025-06-20 01:20 MDT"),
        ("US-TX-05c", "done", "DF-20931", "2025-06-20 01:25 MDT"),
    ]


def test_why_a_limit_was_passed_is_said_before_and_after_the_handoff() -> None:
    night = story("houston-escort-debt")
    now = night.looks[2].at
    case = case_of_story(night.child(""), now)
    (line,) = [
        one
        for one in conditions(case, clocks(case, night.packs, night.zone), (), now)
        if one.code == "reason_missing"
    ]
    assert (line.standing, line.act) == ("missing", SAY_WHY)
    assert "told within 24 hours" in condition_words(line, night.zone)
