"""Boxes read from a case: answers that are no value, and what amendments struck out."""

from dataclasses import replace
from uuid import UUID

import msgspec
import pytest

from minors_desk.domain import codec
from minors_desk.domain.alter import Amended, Withdrawn
from minors_desk.domain.bodies import Body
from minors_desk.domain.custody import CustodyBegan
from minors_desk.domain.encounter import Encountered
from minors_desk.domain.facts import FactTold, PersonName
from minors_desk.domain.handoff import HandoffProposed
from minors_desk.papers import shaping
from minors_desk.papers.boxes import Absent, BoxSource
from minors_desk.papers.drawing import draw
from minors_desk.papers.layout import lay_out
from minors_desk.papers.sheet import Box, Layout, Mark, Page, Struck, Words
from minors_desk.papers.sheets import HEIGHT
from minors_desk.papers.transfer_receipt import PAPER
from tests.papers import samples
from tests.papers.case_of_ana import bodies, minute, receipt, signed
from tests.papers.forms import form
from tests.papers.pictures import picture


def entry_id(at: int) -> UUID:
    """Return the id that `folded` gives to the entry at that place."""
    return UUID(int=100 + at)


def place(told: list[Body], kind: type[Body]) -> int:
    """Return the place of the first entry of a kind."""
    return next(at for at, body in enumerate(told) if isinstance(body, kind))


def amended(
    told: list[Body], kind: type[Body], after: int, reason: str, **fields: object
) -> list[Body]:
    """Return the entries with the first one of a kind amended so many minutes after the start."""
    at = place(told, kind)
    body = codec.plain(msgspec.structs.replace(told[at], **fields))
    change = Amended(
        occurred_at=minute(after), target=entry_id(at), replacement=body, reason=reason
    )
    return [*told, change]


def printed(told: list[Body], template: int | None = None) -> dict[str, str]:
    """Return the printed string of each box of the receipt."""
    found: dict[str, str] = {}
    for _, name, text in lay_out(PAPER.compose(receipt(told), template)).printed():
        found[name] = found.get(name, "") + text
    return found


def test_nothing_is_struck_where_nothing_was_amended() -> None:
    assert not [name for name in printed(signed(bodies())) if name.endswith(".was")]


def test_the_old_value_stands_with_who_amended_it_when_and_why() -> None:
    told = amended(
        bodies(), HandoffProposed, 128, "misread the form", place="Area Central, back door"
    )
    found = printed(told)
    assert found["transfer.place"] == "Area Central, back door"
    assert found["transfer.place.was"] == (
        "was Area Central, front counter, amended 03:10 M. Rivera: misread the form"
    )
    assert [name for name in found if name.endswith(".was")] == ["transfer.place.was"]


def test_an_amendment_of_another_day_says_which() -> None:
    told = amended(bodies(), HandoffProposed, 60 * 24, "misread", place="Elsewhere")
    assert "amended 2026-11-25 01:02 CST M. Rivera" in printed(told)["transfer.place.was"]


def test_of_two_amendments_the_value_as_first_written_is_struck_by_the_last() -> None:
    told = amended(bodies(), HandoffProposed, 128, "first", place="Second")
    told = amended(told, HandoffProposed, 138, "second", place="Third")
    found = printed(told)
    assert found["transfer.place"] == "Third"
    assert found["transfer.place.was"].startswith("was Area Central, front counter, amended 03:20")
    assert found["transfer.place.was"].endswith("second")


def test_a_figure_counted_from_an_amended_time_is_struck_too() -> None:
    told = amended(
        bodies(), CustodyBegan, 90, "the door was locked", secure=True, secure_reason="ran off"
    )
    found = printed(signed(told))
    assert found["from.locked"] == "4 min, longest 4 min"
    assert found["from.locked.was"].startswith("was Never, amended 02:32 M. Rivera")


def test_what_was_not_there_before_is_not_struck() -> None:
    told = bodies()
    at = place(told, Encountered)
    told[at] = msgspec.structs.replace(told[at], legal_class=None)
    found = printed(amended(told, Encountered, 90, "classed", legal_class="status_offender"))
    assert found["child.legal_class"] == "Status offender"
    assert "child.legal_class.was" not in found


def test_an_amendment_that_was_withdrawn_strikes_nothing() -> None:
    told = amended(bodies(), HandoffProposed, 128, "misread", place="Elsewhere")
    undone = Withdrawn(
        occurred_at=minute(129), target=entry_id(len(told) - 1), reason="it was right"
    )
    found = printed([*told, undone])
    assert found["transfer.place"] == "Area Central, front counter"
    assert "transfer.place.was" not in found


def test_the_first_template_strikes_nothing() -> None:
    told = amended(bodies(), HandoffProposed, 128, "misread", place="Elsewhere")
    found = printed(told, 1)
    assert found["transfer.place"] == "Elsewhere"
    assert not [name for name in found if name.endswith(".was")]


def test_the_author_of_an_unknown_key_is_told_as_such() -> None:
    told = amended(bodies(), HandoffProposed, 128, "misread", place="Elsewhere")
    given = receipt(told)
    form_of_it = PAPER.compose(type(given)(case=given.case, subject=1, station=given.station))
    texts = [text for _, name, text in lay_out(form_of_it).printed() if name.endswith(".was")]
    assert any("an unknown author: misread" in text for text in texts)


def words(layout: Layout) -> list[Words]:
    """Return all lines of text of all pages."""
    return [mark for page in layout.pages for mark in page.marks if isinstance(mark, Words)]


@pytest.mark.parametrize("old", ["Ana Jicay", samples.ARABIC, samples.name_of(2_000)])
def test_all_of_the_old_value_is_struck_and_nothing_else(old: str) -> None:
    was = Struck(old, "amended 04:10 Rivera: misheard")
    layout = lay_out(form(Box("value", "Value", "Ana Xicay", was=was)))
    struck = "".join(one.text[slice(*one.struck)] for one in words(layout) if one.struck)
    assert struck.replace(" ", "") == old.replace(" ", "")
    parts = [text for _, name, text in layout.printed() if name == "value.was"]
    assert "".join(parts).replace(" ", "") == was.shown.replace(" ", "")


def test_codes_in_an_old_value_are_struck_whole() -> None:
    was = Struck("A\u202ena", "amended 04:10 Rivera: pasted")
    layout = lay_out(form(Box("value", "Value", "Ana", was=was)))
    (line,) = [one for one in words(layout) if one.struck]
    assert line.struck is not None
    assert line.text[slice(*line.struck)] == "A[U+202E]na"


def test_one_stroke_runs_through_the_old_value_on_the_page() -> None:
    was = Struck(samples.ARABIC, "amended 04:10 Rivera: misheard")
    layout = lay_out(form(Box("value", "Value", "Ana", was=was)))
    (line,) = [one for one in words(layout) if one.struck]
    assert line.struck is not None
    ((left, right),) = shaping.extents(line.text, line.style, line.struck, rtl=line.rtl)
    assert right - left == pytest.approx(shaping.measure(samples.ARABIC, line.style), abs=1)
    y = round((HEIGHT - line.y - line.style.size * 0.28) * 4)
    across = (round((line.x + left) * 4) + 2, y, round((line.x + right) * 4) - 2, y + 1)
    plain = Layout(tuple(replace(page, marks=_unstruck(page)) for page in layout.pages))
    lightest = [
        picture(draw(one, None), scale=4).crop(across).getextrema()[1] for one in (layout, plain)
    ]
    assert lightest[0] < 100 < lightest[1]


def _unstruck(page: Page) -> tuple[Mark, ...]:
    return tuple(replace(one, struck=None) if isinstance(one, Words) else one for one in page.marks)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("Ana", "Ana"),
        ("", "— NONE RECORDED —"),
        (Absent("refused", "cried"), "— REFUSED — cried"),
        (Absent("not_asked", "not permitted"), "— NOT ASKED — not permitted"),
        (Absent("unknown"), "— UNKNOWN —"),
        (Absent("does_not_apply"), "— DOES NOT APPLY —"),
    ],
)
def test_a_box_is_a_value_or_says_why_there_is_none(value: str | Absent, shown: str) -> None:
    source: BoxSource[None] = BoxSource("Name", "fact_told.value", lambda _: value, "none_recorded")
    assert source.box("child.name", None).shown == shown


def test_the_name_told_in_another_script_keeps_its_row_whole() -> None:
    name = PersonName(as_said="Ana Lucía Xicay Pérez", own_script=samples.ARABIC)
    found = printed(amended(bodies(), FactTold, 100, "spelt by her aunt", value=name))
    assert found["child.own_script"] == samples.ARABIC
    assert found["child.own_script.was"].startswith("was Ana Xicay, amended")
