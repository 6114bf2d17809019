"""The brief of the shift on the command line: without a case, proved like any other paper."""

from pathlib import Path

import pypdfium2

from tests.cli.conftest import Line
from tests.cli.test_commands import good


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
