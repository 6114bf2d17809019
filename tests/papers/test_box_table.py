"""Every box of every paper comes from a field of an entry, and a full case fills every box."""

import re
from collections.abc import Callable, Iterator
from typing import Any, get_args

import msgspec
import pytest

from minors_desk.domain.bodies import Body
from minors_desk.domain.entries import CASE_KINDS, STATION_KINDS
from minors_desk.domain.handoff import HandoffRefused
from minors_desk.papers.catalog import PAPERS
from minors_desk.papers.paper import Paper
from minors_desk.services.printing import box_label
from minors_desk.ui.dialogs.verify_dialog import GROUPS
from minors_desk.wording.codes import word
from tests.papers.case_of_a_night import night, printed, proved, ruled
from tests.papers.case_of_ana import minute, signed
from tests.papers.consulate_of_a_night import whole
from tests.papers.referral_of_a_night import at, boxes_of, referred
from tests.papers.rights_of_a_night import classed, given, speaks, text
from tests.papers.screenings_of_a_night import screened
from tests.papers.test_disclosure_register import asked_of_us
from tests.papers.test_handoff_summary import explained, sent_back
from tests.papers.things_of_a_night import kept

KINDS = {kind.__struct_config__.tag: kind for kind in (*CASE_KINDS, *STATION_KINDS)}
NOT_FROM_AN_ENTRY = {
    "foot.reviewed_by",
    "signature.approval",
    "access.visit",
    *(
        f"signature.{who}{part}"
        for who in (
            *("witness", "copy", "supervisor", "statement"),
            *("child", "officer", "receiver", "screener"),
            *("reporter", "notifier", "dhs"),
            *("outgoing", "incoming", "reviewer"),
        )
        for part in ("", ".caption")
    ),
}
"""Who reviewed is the author of an entry, no field of it; the others sign in ink. No entry holds
the visit of a consular officer: its box says so."""
SUBJECTS = {
    "transfer_receipt": 1,
    "child_receipt": 1,
    "custody_log": 1,
    "contact_log": 0,
    "diligence": 0,
    "disclosure_register": 0,
    "belongings": 0,
    "screening_sheet": 1,
    "consular_notice": 1,
    "consular_guardian": 1,
    "welfare_referral": 0,
    "trafficking_notice": 0,
    "unaccompanied_summary": 0,
    "rights_notice": 0,
    "handoff_summary": 1,
}
REFERRALS = ("welfare_referral", "trafficking_notice", "unaccompanied_summary")
PLACES = ("US-FL", "US-CA", "CA-ON")
"""Papers that tell another agency of a child: what they print depends on the place too."""


OF_THEIR_OWN: dict[str, Callable[[], tuple[list[Body], ...]]] = {
    "belongings": lambda: (kept(), refused()),
    "screening_sheet": lambda: (screened(),),
    "consular_notice": lambda: (whole(),),
    "consular_guardian": lambda: (whole(),),
}
"""What fills the papers that need more than the night has."""


def fields(struct: Any) -> Iterator[msgspec.structs.FieldInfo]:
    """The fields of a struct, or of all that a value may be one or several of."""
    if isinstance(struct, type) and issubclass(struct, msgspec.Struct):
        yield from msgspec.structs.fields(struct)
    for part in get_args(struct):
        yield from fields(part)


def generic(name: str) -> str:
    """The name of a cell without its line, as the table of boxes has it."""
    return re.sub(r"\.\d+\.", ".*.", name)


def refused() -> list[Body]:
    """A night that nobody named the child in, and whose handoff was refused: the other boxes."""
    told = [one for one in night() if getattr(one, "fact", "") != "name"]
    no = HandoffRefused(
        occurred_at=minute(69),
        handoff=1,
        by="officer",
        reason="child_afraid",
        detail="She screamed",
        child_is_at="Area Central",
    )
    return [*told, no]


@pytest.mark.parametrize("paper", PAPERS.values(), ids=lambda paper: paper.name)
def test_each_box_comes_from_a_field_of_an_entry(paper: Paper) -> None:
    for name, field in paper.boxes.items():
        tag, *path = field.split(".")
        struct: Any = KINDS[tag]
        for part in path:
            kinds = {one.name: one.type for one in fields(struct)}
            assert part in kinds, (name, field)
            struct = kinds[part]


def _cases() -> tuple[list[Body], ...]:
    return signed([*night(), *proved()]), refused(), asked_of_us(), sent_back(), explained()


@pytest.mark.parametrize("paper", PAPERS.values(), ids=lambda paper: paper.name)
def test_a_full_case_fills_every_box_and_prints_no_other(paper: Paper) -> None:
    filled: set[str] = set()
    named: set[str] = set()
    nights = OF_THEIR_OWN.get(paper.name, _cases)
    subject = SUBJECTS[paper.name]
    cases = [
        printed(paper, told, subject)
        for told in nights()
        if not subject or paper.name in OF_THEIR_OWN or subject in paper.subjects(ruled(told).case)
    ]
    if paper.name in REFERRALS:
        cases += [boxes_of(paper, at(place, signed(referred()))) for place in PLACES]
    if paper.name == "rights_notice":
        accused = classed("accused_delinquent", speaks("ara"))
        cases.append(boxes_of(paper, given("US-IL", accused, text("ara"))))
    for found in cases:
        named |= {generic(name) for name in found}
        filled |= {generic(name) for name, text in found.items() if not text.startswith("—")}
    assert named - {f"{name.split('.')[0]}.none" for name in named} <= (
        set(paper.boxes) | NOT_FROM_AN_ENTRY
    )
    assert set(paper.boxes) - filled == set()


@pytest.mark.parametrize("paper", PAPERS.values(), ids=lambda paper: paper.name)
def test_each_box_has_a_label_and_a_part_to_be_named_by(paper: Paper) -> None:
    for name in paper.boxes:
        assert name.split(".")[0] in GROUPS, name
        if not name.startswith(("head.", "foot.", "signature.")) and not name.endswith(".no"):
            assert box_label(name.replace("*", "2")), name


@pytest.mark.parametrize("paper", PAPERS.values(), ids=lambda paper: paper.name)
def test_the_catalogue_knows_each_paper_by_its_title(paper: Paper) -> None:
    assert paper.title == word("paper", paper.name)


def test_no_two_papers_call_a_box_by_two_labels() -> None:
    labels: dict[str, str] = {}
    for paper in PAPERS.values():
        for name, label in paper.labels.items():
            assert labels.setdefault(name, label) == label, name
