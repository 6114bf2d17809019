"""Pages: nothing of a value is ever lost, and what stands where is the same for equal forms."""

import re
from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minors_desk.papers import shaping
from minors_desk.papers.layout import lay_out
from minors_desk.papers.literal import printable
from minors_desk.papers.sheet import (
    Answer,
    Box,
    Drawing,
    Fill,
    Layout,
    Row,
    Section,
    SignatureBox,
    Words,
    digest,
    for_ink,
)
from minors_desk.papers.sheets import FOOT, HEIGHT, LEFT, RIGHT
from tests.papers import samples
from tests.papers.forms import HEAD, box, form

STROKES = (((1, 2, 0), (30, 40, 8)), ((5, 5, 20),))


def printed(layout: Layout, name: str = "value") -> list[tuple[int, str]]:
    """Return (page, string) of each place where a box stands."""
    return [(page, text) for page, box_name, text in layout.printed() if box_name == name]


def bare(text: str) -> str:
    """Return a text without the spaces and newlines that may vanish at a break."""
    return re.sub(r"[ \u3000\n]", "", text)


def words(layout: Layout, page: int) -> list[Words]:
    """Return all lines of text on a page, counted from 1."""
    return [mark for mark in layout.pages[page - 1].marks if isinstance(mark, Words)]


@given(st.text(alphabet=samples.ALPHABET + "\n", max_size=900), st.integers(1, 4))
def test_no_character_of_a_value_is_lost(text: str, lines: int) -> None:
    value = box(text)
    layout = lay_out(form(value, lines=lines))
    joined = "".join(part for _, part in printed(layout))
    expected = printable(value.shown, newlines=lines > 1)
    assert bare(joined) == bare(expected)


@given(st.text(alphabet=samples.ALPHABET, max_size=400))
def test_what_is_printed_is_what_is_drawn(text: str) -> None:
    layout = lay_out(form(box(text)))
    drawn = "".join(
        one.text
        for page in range(1, len(layout.pages) + 1)
        for one in words(layout, page)
        if not one.text.startswith(("… continues", "Value, continued"))
    )
    assert all(bare(part) in bare(drawn) for _, part in printed(layout))


@pytest.mark.parametrize("text", [samples.name_of(10_000), "W" * 10_000, "王" * 10_000])
def test_a_name_of_ten_thousand_characters_goes_on_over_sheets(text: str) -> None:
    layout = lay_out(form(box(text)))
    parts = printed(layout)
    assert [page for page, _ in parts] == list(range(1, len(layout.pages) + 1))
    assert len(parts) > 2
    assert bare("".join(part for _, part in parts)) == bare(text)


def test_the_box_leads_to_its_sheet_and_the_sheet_back() -> None:
    layout = lay_out(form(box("word " * 100), Box("other", "Other", "text " * 2000)))
    first = [one.text for one in words(layout, 1)]
    assert first.count("… continues on sheet 2") == 2
    second = [one.text for one in words(layout, 2)]
    assert "Value, continued from sheet 1" in second
    assert "Other, continued from sheet 1" in second
    third = [one.text for one in words(layout, 3)]
    assert "Other, continued from sheet 1" in third


def test_a_value_shrinks_before_it_continues() -> None:
    text = "Department of Children and Family Services of Cook County"
    sizes = [one.style.size for one in words(lay_out(form(box(text))), 1) if one.text == text]
    assert sizes == [9]


def test_marks_stay_on_the_page_and_above_the_foot() -> None:
    layout = lay_out(form(*(box(samples.name_of(2_000)) for _ in range(30)), lines=2))
    for number in range(1, len(layout.pages) + 1):
        for one in words(layout, number):
            width = shaping.measure(one.text, one.style, rtl=one.rtl)
            left = one.x - (width if one.align == "right" else 0)
            assert left >= LEFT - 0.5
            assert left + width <= RIGHT + 0.5
            assert one.y <= HEIGHT - 36
            assert one.y >= FOOT or one.text in ("Prepared by", "M. Rivera")


def test_lines_of_two_boxes_never_lie_upon_one_another() -> None:
    texts = [samples.name_of(300), "short", "word " * 90, samples.ARABIC * 8]
    layout = lay_out(form(*(box(text) for text in texts), lines=2))
    places = [(one.y, *_extent(one)) for one in words(layout, 1)]
    for at, (y, left, right) in enumerate(places):
        for other_y, other_left, other_right in places[at + 1 :]:
            beside = right <= other_left + 0.1 or other_right <= left + 0.1
            assert beside or abs(y - other_y) >= 9


def _extent(one: Words) -> tuple[float, float]:
    width = shaping.measure(one.text, one.style, rtl=one.rtl)
    left = one.x - (width if one.align == "right" else 0)
    return left, left + width


@pytest.mark.parametrize(
    ("state", "shown"),
    [
        ("unknown", "— UNKNOWN —"),
        ("refused", "— REFUSED —"),
        ("not_asked", "— NOT ASKED —"),
        ("does_not_apply", "— DOES NOT APPLY —"),
        ("none_recorded", "— NONE RECORDED —"),
        ("missing", "— MISSING —"),
    ],
)
def test_each_answer_prints_its_word_in_bold(state: Answer, shown: str) -> None:
    layout = lay_out(form(box("", state)))
    assert printed(layout) == [(1, shown)]
    assert [one.style.bold for one in words(layout, 1) if one.text == shown] == [True]


def test_an_answer_prints_its_reason() -> None:
    assert printed(lay_out(form(box("too tired", "refused")))) == [(1, "— REFUSED — too tired")]


def test_a_value_that_is_empty_is_missing_and_stands_out_in_black() -> None:
    layout = lay_out(form(box("  ")))
    assert printed(layout) == [(1, "— MISSING —")]
    fills = [mark for mark in layout.pages[0].marks if isinstance(mark, Fill)]
    assert len(fills) == 2  # beside the bar that says it is confidential


def test_a_signature_prints_its_drawing_and_who_made_it() -> None:
    mark = SignatureBox("sign", "Receiver", STROKES, ("K. Ruiz", "2026-11-24 03:13"))
    layout = lay_out(form(mark))
    canonical = b"[[[1,2,0],[30,40,8]],[[5,5,20]]]"
    assert printed(layout, "sign") == [(1, f"strokes sha256:{sha256(canonical).hexdigest()}")]
    assert printed(layout, "sign.caption") == [(1, "K. Ruiz\n2026-11-24 03:13")]
    assert [m.strokes for m in layout.pages[0].marks if isinstance(m, Drawing)] == [STROKES]


def test_void_and_absent_signatures_say_so() -> None:
    void = lay_out(form(SignatureBox("sign", "Receiver", STROKES, ("K. Ruiz",), "void")))
    assert printed(void, "sign")[0][1].startswith("void strokes sha256:")
    assert "VOID" in [one.text for one in words(void, 1)]
    absent = lay_out(form(SignatureBox("sign", "Receiver", (), (), "not_signed")))
    assert printed(absent, "sign") == [(1, "— NOT SIGNED —")]
    assert printed(absent, "sign.caption") == []


def test_a_line_for_ink_prints_no_word_where_the_ink_goes() -> None:
    layout = lay_out(form(for_ink("sign", "Witness")))
    assert printed(layout, "sign") == [(1, "— TO BE SIGNED BY HAND —")]
    shown = [one.text for one in words(layout, 1)]
    assert {"Witness", "Name and badge:", "Date and time:"} <= set(shown)
    assert not [text for text in shown if "SIGNED" in text]
    assert not [mark for mark in layout.pages[0].marks if isinstance(mark, Drawing)]


def test_a_caption_too_long_for_its_line_continues_too() -> None:
    name = "Ruiz " * 300
    layout = lay_out(form(SignatureBox("sign", "Receiver", STROKES, (name, "03:13"))))
    joined = "".join(part for _, part in printed(layout, "sign.caption"))
    assert bare(joined) == bare(name + "03:13")


def test_the_head_is_on_each_sheet_and_counts_once() -> None:
    agency = "Chicago Police Department " * 40
    layout = lay_out(form(box("word " * 2000), head=replace(HEAD, agency=agency)))
    for number in range(1, len(layout.pages) + 1):
        shown = [one.text for one in words(layout, number)]
        assert "JUVENILE – CONFIDENTIAL" in shown  # noqa: RUF001
        assert HEAD.statute in shown
        assert HEAD.case_number in shown
    parts = printed(layout, "head.agency")
    assert bare("".join(part for _, part in parts)) == bare(agency)
    assert len(printed(layout, "head.case_number")) == 1


def test_a_section_begins_with_its_first_row() -> None:
    many = tuple(Row((Box(f"b{at}", "Label", "text"),)) for at in range(60))
    one = form(box("x"))
    layout = lay_out(
        replace(one, sections=(Section("First", many), Section("Second", many, note="Small print")))
    )
    assert len(layout.pages) > 2
    for page in layout.pages:
        texts = [mark.text for mark in page.marks if isinstance(mark, Words)]
        if "Second" in texts:
            assert texts[texts.index("Second") + 1] == "Label"
    assert {name for _, name, _ in layout.printed() if name.startswith("b")} == {
        f"b{at}" for at in range(60)
    }


def test_labels_that_do_not_fit_are_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="label wider than its box"):
        lay_out(form(Box("value", "Far too long a label " * 5, "x")))


def test_equal_forms_have_equal_layouts_and_digests() -> None:
    text = samples.name_of(3_000)
    one, other = lay_out(form(box(text))), lay_out(form(box(text)))
    assert one == other
    assert digest("test_paper", 1, one) == digest("test_paper", 1, other)


def test_the_digest_is_over_canonical_json() -> None:
    layout = lay_out(form(box("Ana Müñoz")))
    canonical = (
        '["test_paper",1,[[1,"head.agency","Chicago Police Department"],'
        '[1,"head.unit","Area Central"],[1,"head.statute","705 ILCS 405/1-7"],'
        '[1,"head.case_number","AC-26-0412"],'
        '[1,"head.zone","All times are local, 24-hour clock: UTC"],'
        '[1,"foot.prepared_by","M. Rivera"],[1,"value","Ana Müñoz"],[1,"side.0","x"]]]'
    )
    assert digest("test_paper", 1, layout) == sha256(canonical.encode()).digest()


def test_the_digest_sees_each_of_its_parts() -> None:
    layout = lay_out(form(box("Ana")))
    all_digests = {
        digest("test_paper", 1, layout),
        digest("test_paper", 2, layout),
        digest("other_paper", 1, layout),
        digest("test_paper", 1, lay_out(form(box("Anna")))),
        digest("test_paper", 1, lay_out(form(Box("other", "Value", "Ana")))),
    }
    assert len(all_digests) == 5


def test_signatures_that_begin_a_sheet_say_what_is_signed() -> None:
    boxes = tuple(Row((Box(f"child.b{at}", f"Box {at}", "said"),)) for at in range(19))
    ink = Section("Signatures", (Row((for_ink("signature.officer", "Officer"),)),), together=True)
    first = replace(form(), sections=(Section("Child", boxes), ink))
    words = [
        [mark.text for mark in page.marks if isinstance(mark, Words)]
        for page in lay_out(first).pages
    ]
    told = "Signed below is what stands on sheet 1 of this paper, under the same seal code."
    assert [told in page for page in words] == [False, True]
    short = replace(form(), sections=(Section("Child", boxes[:3]), ink))
    assert not any(told in str(mark) for page in lay_out(short).pages for mark in page.marks)
