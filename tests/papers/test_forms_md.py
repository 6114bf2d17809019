"""Every box of the ten papers is accounted for: held by boxes of ours, or why it is nowhere."""

from collections import Counter
from typing import get_args

import pytest

from minors_desk.papers.catalog import PAPERS
from minors_desk.papers.drawing import draw
from minors_desk.papers.layout import lay_out
from minors_desk.papers.sheet import Answer
from tests.papers.cases import typical
from tests.papers.forms import imprint
from tests.papers.forms_md import BOXES_ASKED, COMMON, FORMS, Listed
from tests.papers.pictures import text_of
from tests.papers.test_box_table import NOT_FROM_AN_ENTRY, generic

LISTED = [listed for _, listed in FORMS]
WRITTEN = [one for one in LISTED if one.name in PAPERS]


def ours(name: str) -> set[str]:
    """Every box that the paper may print, those too that no entry stands behind; a signature with
    what is written under it is one."""
    printed = {generic(box) for _, box, _ in lay_out(typical(name)).printed()}
    unread = {one for one in printed if one in NOT_FROM_AN_ENTRY or one.startswith("signature.")}
    whole = set(PAPERS[name].boxes) | unread | {"foot.reviewed_by"}
    return {one for one in whole if not one.endswith(".caption")}


def named(boxes: tuple[str, ...], known: set[str]) -> set[str]:
    """The boxes meant: a name that ends in `.*` means every box or cell that begins so."""
    found: set[str] = set()
    for one in boxes:
        begins = one.removesuffix("*")
        meant = {box for box in known if box.startswith(begins)} if one.endswith(".*") else {one}
        assert meant, one
        found |= meant
    return found


@pytest.mark.parametrize("listed", LISTED, ids=lambda one: one.name)
def test_every_number_of_the_list_is_written_out_once(listed: Listed) -> None:
    assert [one.number for one in listed.asked] == [
        str(number) for number in range(1, BOXES_ASKED[listed.name] + 1)
    ]


@pytest.mark.parametrize("listed", WRITTEN, ids=lambda one: one.name)
def test_each_box_of_the_list_is_held_by_boxes_that_exist_or_says_why_not(listed: Listed) -> None:
    known = ours(listed.name)
    for one in listed.asked:
        assert bool(one.boxes) != bool(one.why), (one.number, one.words)
        assert named(one.boxes, known) <= known, (one.number, one.words)


@pytest.mark.parametrize("listed", WRITTEN, ids=lambda one: one.name)
def test_no_box_of_ours_is_unaccounted_for(listed: Listed) -> None:
    known = ours(listed.name)
    asked = set().union(*(named(one.boxes, known) for one in listed.asked))
    beyond = named(listed.beyond, known)
    assert beyond <= known
    assert not asked & beyond
    left = known - asked - beyond
    assert {one for one in left if not one.startswith(("head.", "foot."))} == set()


@pytest.mark.parametrize("name", PAPERS)
def test_the_common_head_and_foot_stand_on_every_page(name: str) -> None:
    layout = lay_out(typical(name))
    printed = Counter(box for _, box, _ in layout.printed())
    copy = imprint(layout)
    pdf = draw(layout, copy)
    pages = len(layout.pages)
    for words, box in COMMON.items():
        _, is_copy, field = box.partition("imprint.")
        if not is_copy:
            assert printed[box] == 1, words
            continue
        for page in range(pages):
            shown = f"Page {page + 1} of {pages}" if field == "page" else getattr(copy, field)
            assert str(shown) in text_of(pdf, page), words


def test_a_box_can_say_unknown_refused_not_asked_and_does_not_apply() -> None:
    assert {"unknown", "refused", "not_asked", "does_not_apply"} <= set(get_args(Answer))


def test_none_of_the_ten_papers_is_missing() -> None:
    assert sorted({one.name for one in LISTED} - set(PAPERS)) == []
