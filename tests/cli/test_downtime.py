"""Paper days from the command line: sheets printed ahead, listed, entered, struck."""

import stat
from datetime import timedelta

import pytest

from tests.cli.conftest import NOW, Line, encounter, entry
from tests.cli.test_commands import good

ROUNDS = "DT-AC-26-0002"


def printed(line: Line, count: int = 1) -> dict[str, object]:
    out = line.folder / f"sheets-{count}.pdf"
    made = good(line("paper", "downtime", "--count", count, "--out", out, json_wanted=True))
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    document: dict[str, object] = made.document
    return document


def outstanding(line: Line) -> list[str]:
    told = good(line("paper", "downtime-open", json_wanted=True)).document["outstanding"]
    return [one["number"] for one in told]


def test_sheets_are_printed_listed_entered_and_struck(line: Line) -> None:
    number = line.open_case()
    assert "No sheet is outstanding." in good(line("paper", "downtime-open")).out
    made = printed(line)
    assert (made["first"], made["last"]) == ("DT-AC-26-0001", "DT-AC-26-0004")
    assert len(outstanding(line)) == 4
    looked = entry("welfare_checked", line.clock(), condition="calm", done_by={"name": "K. Lee"})
    said = good(line("paper", "downtime-enter", ROUNDS, number, "-", given=[looked]))
    assert f"{ROUNDS}: 1 entry saved in {number}." in said.out
    again = line("paper", "downtime-enter", ROUNDS, number, "-", given=[looked])
    assert again.code == 1 and "entered already" in again.err
    good(line("paper", "downtime-strike", "dt-ac-26-0003", "--reason", "wet"))
    assert outstanding(line) == ["DT-AC-26-0001", "DT-AC-26-0004"]
    late = line("paper", "downtime-enter", "DT-AC-26-0003", number, "-", given=[looked])
    assert late.code == 1 and "was struck" in late.err
    kinds = line.kinds()
    assert kinds.count("downtime_entered") == 1
    verdict = good(line("paper", "verify", made["seal_code"], json_wanted=True)).document
    assert verdict["verdict"] == "agrees"


def test_a_full_disk_leaves_no_number_outstanding(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = line.folder / "sheets.pdf"

    def full(_handle: int) -> None:
        raise OSError(28, "no space left")

    with monkeypatch.context() as patch:
        patch.setattr("minors_desk.cli.new_files._to_disk", full)
        said = line("paper", "downtime", "--count", "1", "--out", out)
    assert (said.code, said.err.count("\n")) == (1, 1)
    assert not out.exists() and outstanding(line) == []
    assert printed(line)["first"] == "DT-AC-26-0005"


def test_an_intake_opens_a_case_and_bad_lines_open_none(line: Line) -> None:
    printed(line)
    before = line.kinds()
    old = {**encounter(), "occurred_at": (NOW - timedelta(days=2)).isoformat()}
    refused = line("paper", "downtime-enter", "DT-AC-26-0001", "new", "-", given=[old])
    assert refused.code == 1 and "before its sheet was printed" in refused.err
    other = line("paper", "downtime-enter", ROUNDS, "new", "-", given=[encounter()])
    assert other.code == 1 and "not on this sheet" in other.err
    assert line.kinds() == before
    now = {**encounter(), "occurred_at": line.clock().isoformat()}
    made = line("paper", "downtime-enter", "DT-AC-26-0001", "new", "-", given=[now])
    assert "1 entry saved in AC-26-" in good(made).out
