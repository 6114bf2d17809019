"""One paper of many cases into a folder, on the command line."""

import stat
from pathlib import Path

from pypdf import PdfReader

from tests.cli.conftest import NOW, Line
from tests.cli.test_commands import good


def folder_of(line: Line) -> Path:
    folder = line.folder / "papers"
    folder.mkdir()
    return folder


def test_each_case_of_a_file_gets_its_own_copy(line: Line) -> None:
    numbers = [line.open_case() for _ in range(3)]
    wanted = line.folder / "cases.txt"
    wanted.write_text("\n".join([*numbers, "", numbers[0]]), encoding="utf-8")
    folder = folder_of(line)
    many = ("paper", "print-many", "contact_log", "--cases", wanted, "--out-folder", folder)
    found = good(line(*many, json_wanted=True)).document
    files = [one["file"] for one in found["printed"]]
    assert files == [f"CL-{number}-v1-c1.pdf" for number in numbers]
    assert {one.name for one in folder.iterdir()} == set(files)
    for number, file in zip(numbers, files, strict=True):
        assert stat.S_IMODE((folder / file).stat().st_mode) == 0o600
        assert number in PdfReader(folder / file).pages[0].extract_text()
        shown = good(line("case", "show", number, json_wanted=True)).document
        assert len(shown["papers"]) == 1
    again = good(line(*many, json_wanted=True)).document
    assert [one["file"] for one in again["printed"]] == [one.replace("c1", "c2") for one in files]


def test_what_fails_is_told_at_the_end_and_the_others_are_printed(line: Line) -> None:
    numbers = [line.open_case() for _ in range(2)]
    wanted = line.folder / "cases.txt"
    wanted.write_text("\n".join(numbers), encoding="utf-8")
    folder = folder_of(line)
    said = line(
        *("paper", "print-many", "transfer_receipt"),
        *("--cases", wanted, "--out-folder", folder),
    )
    assert said.code == 1 and "0 of 2 papers saved." in said.out
    assert all(number in said.out for number in numbers) and not any(folder.iterdir())


def test_the_cases_of_a_time_without_handoffs_are_none(line: Line) -> None:
    line.open_case()
    folder = folder_of(line)
    said = line(
        *("paper", "print-many", "contact_log", "--from", NOW.isoformat()),
        *("--out-folder", folder),
    )
    assert said.code == 0 and "0 of 0 papers saved." in said.out
