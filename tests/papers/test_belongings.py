"""The inventory of belongings on paper: every thing from the taking to who has it."""

from dataclasses import replace
from uuid import UUID

import msgspec
import pytest

from minors_desk.domain import codec
from minors_desk.domain.alter import Amended, Withdrawn
from minors_desk.domain.belongings import CashCounted, PropertyLine, PropertyTaken
from minors_desk.domain.bodies import Body
from minors_desk.domain.facts import FactTold
from minors_desk.domain.property_moves import PhoneSearched, PropertyDisputed
from minors_desk.domain.values import PersonName
from minors_desk.papers import belongings
from minors_desk.papers.drawing import draw
from minors_desk.papers.layout import lay_out
from minors_desk.papers.sheet import Row
from tests.papers import samples
from tests.papers.case_of_a_night import printed, ruled
from tests.papers.case_of_ana import bodies, minute
from tests.papers.consulate_of_a_night import TORONTO
from tests.papers.forms import imprint
from tests.papers.pictures import text_of
from tests.papers.things_of_a_night import cash, kept

PAPER = belongings.PAPER


def entry_id(told: list[Body], kind: type[Body]) -> UUID:
    """The id that `folded` gives to the first entry of that kind."""
    return UUID(int=100 + next(at for at, body in enumerate(told) if isinstance(body, kind)))


def shortest() -> list[Body]:
    """A doll that the child keeps."""
    doll = PropertyLine(line=1, description="Doll", category="kept_by_child")
    return [*bodies(), PropertyTaken(occurred_at=minute(29), lines=(doll,))]


def longest() -> list[Body]:
    """Two hundred things and forty counts, described in every script."""
    texts = list(samples.ALL.values())
    things = tuple(
        PropertyLine(
            line=number,
            description=texts[number % len(texts)] * 3,
            category="safekeeping",
            marks=texts[number % len(texts)],
        )
        for number in range(100, 300)
    )
    counts = [cash(90 + at, 3, 1) for at in range(40)]
    name = PersonName(as_said=samples.name_of(2_000), own_script=samples.ARABIC)
    called = FactTold(occurred_at=minute(70), fact="name", value=name, source="document")
    taken = PropertyTaken(occurred_at=minute(80), lines=things, storage="Locker 9")
    return [*kept(), called, taken, *counts]


def read(told: list[Body]) -> str:
    """The text of all pages, as a reader of the PDF copies it."""
    layout = lay_out(PAPER.compose(ruled(told, 0)))
    pdf = draw(layout, imprint(layout))
    return " ".join(" ".join(text_of(pdf, page) for page in range(len(layout.pages))).split())


def test_each_thing_says_what_it_is_and_who_has_it() -> None:
    found = printed(PAPER, kept(), 0)
    assert found["things.1.now"] == "With the child"
    assert found["things.1.keepsake"] == "Of the family"
    assert found["things.2.now"] == "To the receiver · Karen Ruiz\n24 Nov 02:01 CST"
    assert (found["things.4.no"], found["things.4.evidence"]) == ("4", "E-2026-118")
    assert (found["things.4.category"], found["things.4.now"]) == ("Evidence", "Locker 4")
    assert found["things.5.value"] == "USD 80.00"
    assert found["identity_papers.1.number"] == "GT 2817-44"
    assert found["takings.1.owner"] == "Rosa Xicay (line 5), else the child"
    assert found["takings.1.due"] == "2026-12-24 01:02 CST"


def test_cash_is_told_by_currency_and_denomination_with_both_who_counted() -> None:
    found = printed(PAPER, kept(), 0)
    assert found["cash.1.pieces"] == "3 x USD 20.00\n2 x USD 0.25\n1 x GTQ 100.00"
    assert found["cash.1.sum"] == "GTQ 100.00\nUSD 60.50"
    assert found["cash.1.by"] == "M. Rivera, 2217"
    assert found["cash.1.second"] == "T. Ode, 3310 (signed on paper)"
    assert (found["cash.1.recount"], found["cash.2.recount"]) == (
        "Counted again since",
        "The last count",
    )
    assert found["belongings.cash"] == "GTQ 100.00 · USD 60.25"


def test_the_end_says_what_is_missing_and_what_is_still_here() -> None:
    found = printed(PAPER, kept(), 0)
    assert found["belongings.in_full"] == "No: with this agency still 4 (evidence)"
    assert found["belongings.missing"] == "one coin of 25 cents (24 Nov 02:01 CST)"
    assert found["belongings.agrees"] == "Does not agree: see its own words"
    assert found["disputes.1.words"].startswith("Eran dos muñecas.")
    assert found["chain.2.missing"] == "one coin of 25 cents"


def test_a_phone_says_who_looked_into_it_and_on_what_authority() -> None:
    found = printed(PAPER, kept(), 0)
    assert (found["phones.1.make"], found["phones.1.consent"]) == ("Moto G", "Yes")
    assert found["phones.1.looked"] == "2, see below"
    assert found["phone_looks.1.authority"] == "warrant 26-4"
    assert found["phone_looks.2.authority"] == "— DOES NOT APPLY —"
    without = PhoneSearched(occurred_at=minute(61), line=5, by="Det. Cho")
    assert printed(PAPER, [*kept(), without], 0)["phone_looks.3.authority"] == "— MISSING —"
    unsearched = [one for one in kept() if not isinstance(one, PhoneSearched)]
    assert printed(PAPER, unsearched, 0)["phones.1.looked"] == "No"


def test_a_line_whose_number_was_used_is_not_left_out() -> None:
    again = PropertyLine(line=2, description="Ring", category="safekeeping")
    told = [*kept(), PropertyTaken(occurred_at=minute(62), lines=(again,))]
    found = printed(PAPER, told, 0)
    whats = {text for name, text in found.items() if name.endswith(".what")}
    assert {"Ring", "Birth certificate, original"} <= whats
    assert "Number used before: see the other line of it" in found.values()


def test_what_was_amended_or_withdrawn_stays_readable() -> None:
    told = kept()
    first = next(one for one in told if isinstance(one, PropertyTaken))
    lines = (msgspec.structs.replace(first.lines[0], description="Bear"), *first.lines[1:])
    body = codec.plain(msgspec.structs.replace(first, lines=lines))
    change = Amended(
        occurred_at=minute(188),
        target=entry_id(told, PropertyTaken),
        replacement=body,
        reason="misread",
    )
    found = printed(PAPER, [*told, change], 0)
    assert found["things.1.what"] == "Bear"
    assert found["things.1.what.was"] == "was Doll, amended 04:10 M. Rivera: misread"
    gone = Withdrawn(
        occurred_at=minute(188), target=entry_id(told, PropertyDisputed), reason="wrong child"
    )
    found = printed(PAPER, [*told, gone], 0)
    assert found["disputes.1.withdrawn"].endswith("withdrawn 04:10 M. Rivera: wrong child")


def test_a_withdrawn_thing_keeps_the_number_that_it_went_by() -> None:
    told = kept()
    first = entry_id(told, CashCounted)
    gone = Withdrawn(occurred_at=minute(188), target=first, reason="wrong child")
    found = printed(PAPER, [*told, gone], 0)
    assert found["cash.1.no"] == "6"
    assert found["cash.1.withdrawn"].startswith("was 24 Nov 01:33 CST · 3 x USD 20.00")


def test_the_shortest_list_says_what_nobody_told_of_it() -> None:
    found = printed(PAPER, shortest(), 0)
    assert found["takings.1.from"] == found["takings.1.agrees"] == "— MISSING —"
    assert found["takings.1.owner"] == "The child"
    assert found["belongings.in_full"] == "Yes"
    assert found["belongings.due"] == "— DOES NOT APPLY — nothing is left here"
    assert found["cash.none"] == found["phones.none"] == "— NONE RECORDED —"


def test_nothing_of_the_longest_list_is_lost() -> None:
    found = printed(PAPER, longest(), 0)
    assert len([name for name in found if name.endswith(".what")]) == 205 + 1 + 2
    assert len([name for name in found if name.endswith(".pieces")]) == 42
    assert found["child.name"].replace(" ", "") == samples.name_of(2_000).replace(" ", "")
    assert found["child.own_script"] == samples.ARABIC


def test_the_pages_can_be_read_back() -> None:
    text = read(kept())
    for words in ("Property inventory and receipt", "Folding knife", "3 x USD 20.00", "99120"):
        assert words in text
    assert "A phone is not searched without authority" in text


def test_all_signatures_stand_in_one_section_that_stays_together() -> None:
    signed = PAPER.compose(ruled(kept(), 0)).sections[-1]
    names = [one.name for row in signed.rows if isinstance(row, Row) for one in row.cells]
    assert names == [f"signature.{who}" for who in ("child", "officer", "witness", "receiver")]
    assert signed.together


def test_in_canada_there_is_not_a_word_of_the_united_states() -> None:
    given = replace(ruled(shortest(), 0), station=TORONTO, packs=())
    layout = lay_out(PAPER.compose(given))
    text = " ".join(
        text_of(draw(layout, imprint(layout)), page) for page in range(len(layout.pages))
    )
    assert "Toronto Police Service" in text
    for word in ("United States", "Chicago", "US-", "USC", "Federal"):
        assert word not in text


def test_there_is_no_list_of_a_child_that_had_nothing() -> None:
    case = ruled(bodies(), 0).case
    assert PAPER.subjects(case) == ()
    assert PAPER.prepared_in(case, 0) is None
    assert PAPER.number(ruled(kept(), 0).case, 0) == "BI-AC-26-0412"
    assert PAPER.prepared_in(ruled(kept(), 0).case, 0) == entry_id(kept(), PropertyTaken)


@pytest.mark.parametrize("answer", ["unknown", "refused", "not_asked", "does_not_apply"])
def test_the_four_answers_that_are_none_print_as_such(answer: str) -> None:
    told = shortest()
    taken = msgspec.structs.replace(told[-1], child_agrees=answer)
    found = printed(PAPER, [*told[:-1], taken], 0)
    assert found["belongings.agrees"] == f"— {answer.replace('_', ' ').upper()} —"
