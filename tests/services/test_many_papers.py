"""One paper of many cases on a real record: issued, written, and what the folder refuses."""

from pathlib import Path
from uuid import UUID

import pytest

from minors_desk.errors import BadInput
from minors_desk.services import cases, many_papers, offering, previewing
from minors_desk.services.desk import Desk


class Enough(Exception):
    """The person wants it to stop."""


def test_each_paper_is_a_copy_that_came_out(desk: Desk, child: UUID, tmp_path: Path) -> None:
    for copy in (1, 2):
        tally = many_papers.print_many(desk, (child,), "contact_log", tmp_path)
        assert [one.file.endswith(f"-c{copy}.pdf") for one in tally.printed] == [True]
    assert [one.outcomes for one in cases.read(desk, child).papers] == [("printed_file",)] * 2


def test_a_file_that_is_there_is_kept_and_ends_it(desk: Desk, child: UUID, tmp_path: Path) -> None:
    number = cases.read(desk, child).number
    there = tmp_path / f"CL-{number}-v1-c1.pdf"
    there.write_bytes(b"mine")
    tally = many_papers.print_many(desk, (child, child), "contact_log", tmp_path)
    assert there.read_bytes() == b"mine"
    assert (len(tally.failed), tally.not_tried) == (1, 1)
    assert [one.outcomes for one in cases.read(desk, child).papers] == [("print_failed",)]


def test_it_stops_between_two_papers(desk: Desk, child: UUID, tmp_path: Path) -> None:
    def stop(done: int, _total: int) -> None:
        if done == 1:
            raise Enough

    with pytest.raises(Enough):
        many_papers.print_many(desk, (child, child), "contact_log", tmp_path, progress=stop)
    assert len(cases.read(desk, child).papers) == 1 == len(list(tmp_path.glob("*.pdf")))


def test_a_folder_that_is_none_issues_nothing(desk: Desk, child: UUID, tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        many_papers.print_many(desk, (child,), "contact_log", tmp_path / "none")
    assert cases.read(desk, child).papers == ()


def test_papers_are_named_before_they_are_counted(desk: Desk, child: UUID) -> None:
    named, counted = offering.named(desk, child), offering.offered(desk, child)
    assert [(one.name, one.subject) for one in named] == [
        (one.name, one.subject) for one in counted
    ]
    assert not any(one.counted or one.fullness.boxes for one in named)
    assert all(one.counted and one.fullness.boxes for one in counted)


def test_every_missing_box_has_its_page_and_its_field(desk: Desk, child: UUID) -> None:
    for one in offering.offered(desk, child):
        looked = previewing.looked_at(desk, child, one.name, one.subject)
        names = {box.name for box in one.fullness.missing}
        assert names <= looked.pages.keys() and names <= looked.fields.keys(), one.name
