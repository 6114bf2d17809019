"""Every page of every paper looks as it did; what moves or vanishes is found by its picture."""

from dataclasses import replace

import pytest

from minors_desk.papers.catalog import PAPERS
from minors_desk.papers.layout import lay_out
from minors_desk.papers.sheet import Fill, Layout, Mark, Rule, Words
from tests.papers import golden
from tests.papers.cases import SIZES, typical

RENEW = "look at the pages, then run: python -m tests.papers.golden --renew {name}"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAPERS)
def test_each_page_looks_as_it_was_kept(name: str, size: str) -> None:
    now = golden.of_form(SIZES[size](name))
    before = golden.kept(name, size)
    hint = RENEW.format(name=name)
    assert len(now) == len(before), hint
    off = [golden.differing(*pages) for pages in zip(before, now, strict=True)]
    assert max(off) <= golden.DOTS, f"dots that differ, by page: {off}; {hint}"


def test_no_picture_is_kept_of_a_paper_that_there_is_not() -> None:
    kept = {file.name for file in golden.KEPT.glob("*.png")}
    assert kept == {golden.file_of(name, size).name for name in PAPERS for size in SIZES}


def changed(layout: Layout, mark: Mark, instead: tuple[Mark, ...]) -> Layout:
    """The layout with one mark of its first page changed."""
    first, *rest = layout.pages
    marks = tuple(new for one in first.marks for new in (instead if one is mark else (one,)))
    return Layout((replace(first, marks=marks), *rest))


def words_of(layout: Layout, text: str) -> Words:
    """The words that say this on the first page."""
    return next(one for one in layout.pages[0].marks if isinstance(one, Words) and one.text == text)


@pytest.mark.parametrize("gone", ["2217", "Badge", "Girl", "1"])
def test_a_value_or_label_that_vanishes_is_found(gone: str) -> None:
    layout = lay_out(typical("transfer_receipt"))
    without = changed(layout, words_of(layout, gone), ())
    apart = golden.differing(golden.of_layout(layout)[0], golden.of_layout(without)[0])
    assert apart > golden.DOTS


def test_a_line_of_text_that_moves_by_two_points_is_found() -> None:
    layout = lay_out(typical("transfer_receipt"))
    words = words_of(layout, "Condition at the last welfare check")
    moved = changed(layout, words, (replace(words, y=words.y - 2),))
    apart = golden.differing(golden.of_layout(layout)[0], golden.of_layout(moved)[0])
    assert apart > golden.DOTS


@pytest.mark.parametrize("kind", [Rule, Fill])
def test_a_rule_or_a_bar_that_vanishes_is_found(kind: type[Rule | Fill]) -> None:
    layout = lay_out(typical("transfer_receipt"))
    mark = next(one for one in layout.pages[0].marks if isinstance(one, kind))
    apart = golden.differing(
        golden.of_layout(layout)[0], golden.of_layout(changed(layout, mark, ()))[0]
    )
    assert apart > golden.DOTS
