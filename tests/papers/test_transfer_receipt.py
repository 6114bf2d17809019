"""The receipt: each box is held to the entry field it comes from; old and void things stay so."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import msgspec
import pytest

from minors_desk.domain.bodies import Body
from minors_desk.domain.care import WelfareChecked
from minors_desk.domain.classing import LegalClassed
from minors_desk.domain.contacts import ContactTried, Party
from minors_desk.domain.custody import CustodyBegan
from minors_desk.domain.encounter import AgeRange, Encountered
from minors_desk.domain.entries import CASE_KINDS, STATION_KINDS
from minors_desk.domain.facts import FactTold, PersonName
from minors_desk.domain.handoff import HandoffProposed, HandoffRefused
from minors_desk.errors import NotFound
from minors_desk.papers.catalog import PAPERS
from minors_desk.papers.layout import lay_out
from minors_desk.papers.paper import FRAME_BOXES, PaperInput
from minors_desk.papers.receipt_boxes import BOXES, SIGNATURE_BOXES
from minors_desk.papers.sheet import digest
from minors_desk.papers.transfer_receipt import PAPER, compose
from minors_desk.wording.codes import word
from tests.papers import samples
from tests.papers.case_of_a_night import ruled
from tests.papers.case_of_ana import (
    OFFICER,
    STATION,
    bodies,
    folded,
    found,
    minute,
    receipt,
    scrawl,
    signed,
)

FIELDS = FRAME_BOXES | SIGNATURE_BOXES | {name: one.field for name, one in BOXES.items()}
"""The boxes that every template has; all are held to their fields in `test_box_table`."""
NOT_FROM_AN_ENTRY = {"foot.reviewed_by"}  # no kind of entry tells of a review: NONE RECORDED
KINDS = {kind.__struct_config__.tag: kind for kind in (*CASE_KINDS, *STATION_KINDS)}


def printed(given: PaperInput) -> dict[str, str]:
    """Return the printed string of each box, over all its sheets."""
    found: dict[str, str] = {}
    for _, name, text in lay_out(compose(given)).printed():
        found[name] = found.get(name, "") + text
    return found


def test_the_first_side_is_what_is_signed_and_has_nothing_missing() -> None:
    layout = lay_out(compose(receipt(signed(bodies()))))
    first = [(name, text) for page, name, text in layout.printed() if page == 1]
    absent = {name for name, text in first if text.startswith("—")}
    assert absent == NOT_FROM_AN_ENTRY | {"safety.no_contact"}
    assert {"signature.officer", "signature.receiver", "transfer.accepted_at"} <= dict(first).keys()


def changed(value: Any) -> Any:
    """Return another value of the same type."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, str):
        return _OTHER_CODES.get(value, f"{value} other")
    if isinstance(value, AgeRange):
        return AgeRange(low_months=24, high_months=36)
    if isinstance(value, tuple):
        return scrawl(7)
    return value + timedelta(seconds=60)


_OTHER_CODES = {
    "said": "document",
    "girl": "boy",
    "non_offender": "status_offender",
    "arrival": "contact",
    "calm": "asleep",
    "badge_seen": "called_back",
    "matches": "does_not_match",
}


def with_change(struct: Any, path: list[str]) -> Any:
    """Return a struct with the value at a path changed."""
    value = getattr(struct, path[0])
    inner = with_change(value, path[1:]) if len(path) > 1 else changed(value)
    return msgspec.structs.replace(struct, **{path[0]: inner})


def told_with_change(name: str) -> list[Body]:
    """Return the entries of the case, the field behind a box changed in the entry it is read from.

    What stands under a signature is signed again after the change.
    """
    tag, *path = FIELDS[name].split(".")
    told = bodies()
    if tag in ("handoff_signed", "handoff_accepted"):
        told = signed(told)
    fitting = [at for at, body in enumerate(told) if isinstance(body, KINDS[tag])]
    second = name == "child.other_names" or name.startswith("signature.receiver")
    at = fitting[1 if second else 0]
    told[at] = with_change(told[at], path)
    if name == "from.last_place":
        del told[at + 1]  # the move after it
    return told if tag in ("handoff_signed", "handoff_accepted") else signed(told)


@pytest.mark.parametrize(
    "name",
    [
        name
        for name, field in FIELDS.items()
        if not field.startswith(("station_founded", "person_added"))
        and name not in ("transfer.number", "transfer.outcome")
    ],
)
def test_a_change_of_the_field_changes_its_box(name: str) -> None:
    before = printed(receipt(signed(bodies())))
    after = printed(receipt(told_with_change(name)))
    assert after[name] != before[name]


@pytest.mark.parametrize(
    "name", [name for name, field in FIELDS.items() if field.startswith("station_founded")]
)
def test_a_change_of_the_station_changes_its_box(name: str) -> None:
    field = FIELDS[name].partition(".")[2]
    value = {"zone": "America/New_York", "jurisdiction": "US-NY"}.get(field, "Another")
    other = msgspec.structs.replace(STATION, **{field: value})
    told = signed(bodies())
    assert printed(receipt(told, other))[name] != printed(receipt(told))[name]


def test_the_foot_says_who_prepared_it() -> None:
    found = printed(receipt(signed(bodies())))
    unit, at = "Area Central Juvenile Desk", "2026-11-24 02:02 CST"
    assert found["foot.prepared_by"] == f"M. Rivera, badge 2217, {unit} · {at}"
    assert found["foot.reviewed_by"] == "— NONE RECORDED —"


def test_the_foot_says_who_reviewed_it() -> None:
    given = replace(receipt(signed(bodies())), reviewed_by=OFFICER, reviewed_at=minute(90))
    found = printed(given)
    assert found["foot.reviewed_by"] == "M. Rivera, badge 2217 · 2026-11-24 02:32 CST"


def test_a_statute_of_the_rule_pack_stands_in_the_head() -> None:
    given = receipt(signed(bodies()))
    other = PaperInput(
        case=given.case, subject=1, station=STATION, prepared_by=OFFICER, statute="705 ILCS 405/1-7"
    )
    assert printed(given)["head.statute"] == "under the law of US-IL"
    assert printed(other)["head.statute"] == "705 ILCS 405/1-7"


def test_the_number_and_outcome_are_those_of_the_attempt() -> None:
    told = bodies()
    again = next(body for body in told if isinstance(body, HandoffProposed))
    told.append(msgspec.structs.replace(again, handoff=2, occurred_at=minute(90)))
    first = receipt(told)
    second = PaperInput(case=first.case, subject=2, station=STATION)
    assert printed(first)["transfer.outcome"] == "Overtaken by a later attempt"
    assert printed(second)["transfer.outcome"] == "Under way"
    assert printed(second)["transfer.number"] == "2"


def test_what_should_be_there_and_is_not_is_missing() -> None:
    told = [body for body in bodies() if isinstance(body, HandoffProposed)]
    found = printed(receipt(told))
    assert found["transfer.accepted_at"] == "— MISSING —"
    assert found["to.check_result"] == "— MISSING —"
    assert found["child.legal_class"] == "— MISSING —"
    assert found["child.name"] == "— UNKNOWN —"
    assert found["from.officer"] == "— NOT SIGNED —"
    assert found["signature.receiver"] == "— NOT SIGNED —"


def test_a_copy_of_the_first_template_is_composed_as_it_was() -> None:
    """An old template version stays drawable (CONTRACT 6.1): there *not signed* was *missing*."""
    told = [body for body in bodies() if isinstance(body, HandoffProposed)]
    given = receipt(told)
    for template, expected in ((1, "— MISSING —"), (2, "— NOT SIGNED —")):
        made = PAPER.compose(given, template)
        officer = [text for _, name, text in lay_out(made).printed() if name == "from.officer"]
        assert officer == [expected]
        assert made.template_version == template


def test_a_sex_that_nobody_wrote_down_is_none_recorded() -> None:
    told = [
        msgspec.structs.replace(body, apparent_sex=None) if isinstance(body, Encountered) else body
        for body in signed(bodies())
    ]
    assert printed(receipt(told))["child.sex"] == "— NONE RECORDED —"


def test_a_signature_under_other_values_is_void() -> None:
    told = signed(bodies(), accepted=False)
    at = next(at for at, body in enumerate(told) if isinstance(body, HandoffProposed))
    told[at] = msgspec.structs.replace(told[at], authority="another statute")
    found = printed(receipt(told))
    for side in ("officer", "receiver"):
        assert found[f"signature.{side}"].startswith("void strokes sha256:")
    assert found["from.officer"] == "— NOT SIGNED —"


def test_a_child_who_comes_back_does_not_change_the_receipt() -> None:
    told = signed(bodies())
    before = printed(receipt(told))
    told += [
        CustodyBegan(
            occurred_at=minute(600),
            place="Another station",
            secure=True,
            watched_by="T. Ode",
            starts_from="transfer",
        ),
        WelfareChecked(occurred_at=minute(620), condition="upset"),
    ]
    assert printed(receipt(told)) == before


def test_minutes_behind_a_lock_are_told() -> None:
    told = bodies()
    at = next(at for at, body in enumerate(told) if isinstance(body, CustodyBegan))
    told[at] = msgspec.structs.replace(told[at], secure=True, secure_reason="ran for the door")
    assert printed(receipt(signed(told)))["from.locked"] == "4 min, longest 4 min"


def with_name(name: str) -> list[Body]:
    """Return the entries of the case with another leading name."""
    told = bodies()
    at = next(at for at, body in enumerate(told) if isinstance(body, FactTold))
    told[at] = msgspec.structs.replace(told[at], value=PersonName(as_said=name, own_script=name))
    return told


def test_a_name_of_ten_thousand_characters_stands_whole_on_the_sheets() -> None:
    name = samples.name_of(10_000)
    found = printed(receipt(signed(with_name(name))))
    for box in ("child.name", "child.own_script"):
        assert found[box].replace(" ", "") == name.replace(" ", "")


def test_there_is_no_receipt_of_an_attempt_that_never_was() -> None:
    with pytest.raises(NotFound, match="no handoff attempt number 5"):
        compose(PaperInput(case=receipt(bodies()).case, subject=5, station=STATION))


def test_the_catalog_knows_the_receipt() -> None:
    assert PAPERS["transfer_receipt"] is PAPER
    given = receipt(signed(bodies()))
    for template in PAPER.templates:
        made = PAPER.compose(given, template)
        assert (made.paper, made.template_version) == (PAPER.name, template)
        assert made.title == PAPER.title == word("paper", PAPER.name)
    assert PAPER.compose(given).template_version == PAPER.template_version == 7
    assert PAPER.number(given.case, 1) == "TR-AC-26-0412-1"


def test_the_accepted_attempt_is_the_likeliest_then_the_newest() -> None:
    told = signed(bodies())
    again = next(body for body in told if isinstance(body, HandoffProposed))
    later = [
        msgspec.structs.replace(again, handoff=number, occurred_at=minute(90 + number))
        for number in (2, 3)
    ]
    assert PAPER.subjects(folded([*told, *later])) == (1, 3, 2)
    assert PAPER.subjects(folded([*bodies(), *later])) == (3, 2, 1)
    assert PAPER.subjects(folded(found())) == ()


FROZEN = {
    (1, "full"): "7f0a7d2735b306eda93e63eb35d8626f41b0973d309c1bbc3960124b05ed82b3",
    (1, "unsigned"): "ce7067c900715ad306d5b26cfdd9463501d58601e5c996392364d673919070b2",
    (1, "long"): "911238f3c313fd2bb13fdf05d1cac10e188db5704313a23d224fb16fccd8cfb9",
    (2, "full"): "c6895cae1215ad3a0dc492549dbe1c2a700ead4a291b4ce4349b35ef455908f7",
    (2, "unsigned"): "a4f041d48e9802b8bc9ce5106a71814d671cbf2923a4cd5d13cd08e3692c5d50",
    (2, "long"): "8bcadaa48eb9bac9a04dc90624def637cb30332accd041489ed42589ca0aef9d",
    (3, "full"): "8df226dfc827130271f7748b28ad6b1b38ff3c4cbb09731368f34bed5f8bc6a3",
    (3, "unsigned"): "8057bb03d50356a4e8503e09da4640bf87979a3007835d2d580a68e3e52e3882",
    (3, "long"): "7e0e0571caf6e41e98b63279e1106f48d96361c220a554420a67e4ff45973734",
    (4, "full"): "34bd8bdaed48f650e624f4a921386773633268a96032569b2fd7a5f743626049",
    (4, "unsigned"): "533fd86015e00c671364cf1e4a741a78720290c3987f70f125541f6bd1275362",
    (4, "long"): "41ae0318f1566979a33e7779bf5c7d718bcc394378d7b85584733fda76fc9ef8",
    (5, "full"): "32b22cc472113103ea0501bcf73ee00dcdc506f0eaa5d948c52a9a9b4eb6cf87",
    (5, "unsigned"): "ce56f21df54aacc54e50025202755768cc7e9946a0d3c4621b9475f8af1c5c34",
    (5, "long"): "daed3a7b5d6c2026fb665ac8d81659b6b9513bd449b396b5ad2ccee6cd60ca68",
    (6, "full"): "f2b3259139a145b198fecb1b4a008d9c0a707817d6be50d78edfd5f2b6eaabc2",
    (6, "unsigned"): "6b6866f16834d1be81a56e1cc6b76e182038d20d5f236e8f01cd7cd960c5dc0c",
    (6, "long"): "4f54e49d1e7d977c97920f5b7b838dcc3c4b022ac9080a4bcf2b84f648e042d7",
}
"""Digests of earlier templates as they were when first issued: such papers are in drawers."""


@pytest.mark.parametrize(("template", "name"), FROZEN)
def test_a_receipt_of_an_earlier_template_composes_as_it_was_issued(
    template: int, name: str
) -> None:
    told = bodies() if name == "unsigned" else signed(bodies())
    if name == "long":
        told = signed(with_name(samples.name_of(10_000)))
    given = replace(receipt(told), telephone="312 555 0144")
    layout = lay_out(PAPER.compose(given, template))
    assert digest(PAPER.name, template, layout).hex() == FROZEN[template, name]


def test_an_attempt_refused_at_the_door_is_void_and_says_where_the_child_is() -> None:
    refused = HandoffRefused(
        occurred_at=minute(69),
        handoff=1,
        by="receiver",
        reason="no_space",
        detail="All beds taken",
        child_is_at="Area Central",
    )
    told = [*signed(bodies(), accepted=False), refused]
    found = printed(receipt(told))
    assert found["signature.officer"].startswith("void strokes sha256:")
    assert found["transfer.outcome"] == "Refused"
    assert found["transfer.accepted_at"] == "— DOES NOT APPLY —"
    assert found["transfer.refusal"] == (
        "24 Nov 02:11 CST · by the receiver · No space · All beds taken · "
        "the child is at: Area Central"
    )
    later = WelfareChecked(occurred_at=minute(80), condition="upset")
    assert printed(receipt([*told, later])) == found


def test_the_class_is_the_one_given_by_the_time_of_the_handoff() -> None:
    classed = LegalClassed(occurred_at=minute(50), legal_class="status_offender")
    after = LegalClassed(occurred_at=minute(90), legal_class="accused_delinquent")
    assert printed(receipt([*signed([*bodies(), classed]), after]))["child.legal_class"] == (
        "Status offender"
    )


def test_what_was_owed_when_custody_passed_stays_on_the_receipt_when_it_is_met_later() -> None:
    told = signed(bodies())
    reached = ContactTried(
        occurred_at=minute(100),
        party=Party(name="Rosa"),
        purpose="parent_or_relative",
        method="telephone",
        outcome="reached",
    )
    owed = {name: text for name, text in printed(ruled(told)).items() if name.startswith("owed")}
    assert any("US-IL-05a" in text for text in owed.values())
    assert owed == {
        name: text
        for name, text in printed(ruled([*told, reached])).items()
        if name.startswith("owed")
    }
