"""The brief of the shift on the command line: without a case, proved like any other paper."""

from pathlib import Path

import pypdfium2
import pytest

from tests.cli.conftest import Line
from tests.cli.test_commands import good
from tests.cli.test_sixty_bad import is_one_line


def test_it_is_printed_without_a_case_and_verified(line: Line, tmp_path: Path) -> None:
    number = line.open_case()
    out = tmp_path / "brief.pdf"
    made = good(line("paper", "print", "shift_brief", "--out", out, json_wanted=True)).document
    assert made["number"].startswith("SB-") and (made["version"], made["copy"]) == (1, 1)
    assert line.kinds()[-2:] == ["paper_issued", "paper_printed"]
    document = pypdfium2.PdfDocument(out)
    try:
        said = document[0].get_textpage().get_text_bounded()
    finally:
        document.close()
    assert number in said and made["seal_code"] in said
    proved = good(line("paper", "verify", made["seal_code"], json_wanted=True)).document
    assert (proved["verdict"], proved["case"]) == ("agrees", None)
    assert good(line("verify")).code == 0


def test_it_is_checked_before_it_is_issued(line: Line) -> None:
    line.open_case()
    before = line.kinds()
    found = good(line("paper", "check", "shift_brief", json_wanted=True)).document
    assert found["number"].startswith("SB-") and found["percent"] == 100
    assert found["signatures"]["open"] == [
        "Outgoing officer: I handed these children over",
        "Incoming officer: I took these children over",
    ]
    assert line.kinds() == before


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("check", "custody_log"), "none is named"),
        (("check", "shift_brief", "{number}"), "Leave the case out"),
        (("print", "shift_brief", "--out", "{new}", "--subject", "1"), "Leave --subject out"),
        (("print", "shift_brief", "--out", "{taken}"), "exists already"),
    ],
)
def test_what_is_no_brief_is_said_in_one_line(
    line: Line, tmp_path: Path, words: tuple[str, ...], says: str
) -> None:
    taken = tmp_path / "taken.pdf"
    taken.write_bytes(b"mine")
    named = {"number": line.open_case(), "new": tmp_path / "new.pdf", "taken": taken}
    is_one_line(line("paper", *(word.format(**named) for word in words)), 2, says)
    assert taken.read_bytes() == b"mine" and not (tmp_path / "new.pdf").exists()
