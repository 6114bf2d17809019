"""The packet and labels from the command line: one file, each copy told, every code proved."""

import io
import stat

import pypdfium2
import pytest

from tests.cli.conftest import Line, entry
from tests.cli.test_commands import good, handed_over


def test_a_packet_is_one_file_and_its_cover_is_proved(line: Line) -> None:
    number = handed_over(line)
    out = line.folder / "packet.pdf"
    words = ("paper", "packet", number, "--for", "station", "--out", out)
    packet = good(line(*words, json_wanted=True)).document
    assert packet["number"] == f"PK-{number}-1"
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    read = pypdfium2.PdfDocument(io.BytesIO(out.read_bytes()))
    assert len(read) == packet["pages"]
    read.close()
    for code in (packet["seal_code"], *(one["seal_code"] for one in packet["papers"])):
        verdict = good(line("paper", "verify", code, json_wanted=True)).document["verdict"]
        assert verdict in ("agrees", "agreed_when_issued")
    kinds = line.kinds()
    assert kinds.count("packet_issued") == 1
    assert kinds.count("paper_issued") == kinds.count("paper_printed") == len(packet["papers"])
    child = good(line("paper", "packet", number, "--for", "child", "--out", line.folder / "c"))
    assert f"PK-{number}-2: 1 paper, 2 pages saved." in child.out


def test_a_full_disk_is_told_of_each_copy(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    number = handed_over(line)
    out = line.folder / "packet.pdf"

    def full(_handle: int) -> None:
        raise OSError(28, "no space left")

    with monkeypatch.context() as patch:
        patch.setattr("minors_desk.cli.new_files._to_disk", full)
        said = line("paper", "packet", number, "--out", out)
    assert (said.code, said.err.count("\n")) == (1, 1)
    assert not out.exists()
    kinds = line.kinds()
    assert kinds.count("print_failed") == kinds.count("paper_issued") > 0


def test_a_label_is_found_by_its_code(line: Line) -> None:
    number = line.open_case()
    things = [{"line": 1, "description": "Rucksack", "category": "safekeeping"}]
    sealed = entry("bag_sealed", bag="B-17", seal="S-9", lines=[1])
    good(line("case", "add", number, "-", given=[entry("property_taken", lines=things), sealed]))
    out = line.folder / "labels.pdf"
    words = ("paper", "labels", number, "--kind", "bags", "--format", "L7160", "--out", out)
    made = good(line(*words, "--copies", "2", json_wanted=True)).document
    assert made == {
        "kind": "bags",
        "format": "L7160",
        "count": 2,
        "with_name": False,
        "codes": [f"{number}-B1"],
    }
    assert number in good(line("find", made["codes"][0])).out
    assert line.kinds().count("labels_printed") == 1
