"""A child's name leaves no trace in clear: not in the record, home, temporary files or errors."""

import base64
import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from minors_desk.domain.entries import CASE_KINDS

WITHOUT_TEXT = {"companion_linked", "handoff_accepted", "packet_issued", "paper_issued"}
"""Kinds of entries that hold no free text."""
ROOT = Path(__file__).resolve().parent.parent
CANARY = "Xochitl Kanarienvogel Łódź علي"
PASSPHRASE = "correct horse battery staple"  # noqa: S105 - opens the test's own record only


def forms(name: str) -> list[bytes]:
    """The name as bytes, in every way a careless program writes it."""
    found = [name.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
    parts = [part for part in name.split() if len(part) > 6]
    found += [part.encode() for part in parts]
    # As the search keeps words: in small letters, without accents.
    found += [part.casefold().encode() for part in parts]
    found.append(json.dumps(name).encode())
    found.append(name.encode().hex().encode())
    plain = name.encode()
    # The middle of the base64 is the same wherever in a text the name starts, up to its phase.
    found += [base64.b64encode(bytes(shift) + plain)[8:-8] for shift in range(3)]
    return found


def traces(folders: list[Path], name: str) -> list[str]:
    """Files below the folders that hold the name, or are called by it."""
    hits = []
    for folder in folders:
        for path in folder.rglob("*"):
            if any(part in path.name for part in name.split()):
                hits.append(str(path))
            elif path.is_file():
                data = path.read_bytes()
                hits += [str(path) for form in forms(name) if form in data][:1]
    return hits


class Station:
    """Runs the real program in processes of their own, each with this home and temporary folder."""

    def __init__(self, folder: Path) -> None:
        self.home, self.temporary = folder / "home", folder / "temporary"
        self.record, self.out = folder / "record", folder / "asked for"
        for made in (self.home, self.temporary, self.out):
            made.mkdir()
        self.passphrase = folder / "passphrase"
        self.passphrase.write_text(PASSPHRASE)
        self.said = ""

    def run(self, *words: str, given: object = None) -> int:
        """One command; what it said on standard error is kept."""
        environ = {name: value for name, value in os.environ.items() if not name.startswith("XDG")}
        environ |= {"HOME": str(self.home), "TMPDIR": str(self.temporary)}
        if words[0] != "init":
            words = (*words, "--record", str(self.record), "--user", "rivera")
        done = subprocess.run(
            [sys.executable, "-m", "minors_desk", *words, "--passphrase-file", self.passphrase],
            cwd=ROOT,
            env=environ,
            input=json.dumps(given),
            capture_output=True,
            text=True,
            check=False,
        )
        self.said += done.stderr
        return done.returncode

    def tell_everything(self, name: str, sealed: Path) -> str:
        """Run the process that writes the name everywhere and dies; what it said of it."""
        environ = {name: value for name, value in os.environ.items() if not name.startswith("XDG")}
        environ |= {"HOME": str(self.home), "TMPDIR": str(self.temporary)}
        words = (self.record, sealed, self.passphrase, name)
        done = subprocess.run(
            [sys.executable, "-m", "tests.everything_told", *map(str, words)],
            cwd=ROOT,
            env=environ,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, ""), done.stderr
        return done.stdout


def entry(kind: str, **fields: Any) -> dict[str, Any]:
    return {"kind": kind, "occurred_at": datetime.now(UTC).isoformat(), **fields}


def told(name: str, **fields: Any) -> dict[str, Any]:
    value = {"type": "person_name", "as_said": name}
    return entry("fact_told", fact="name", source="said", value=value, **fields)


@pytest.fixture
def station(tmp_path: Path) -> Station:
    made = Station(tmp_path)
    assert not made.run(
        "init",
        str(made.record),
        *("--station", "Area Central", "--jurisdiction", "US-IL", "--zone", "America/Chicago"),
        *("--user", "rivera", "--name", "D. Rivera", "--badge", "4471"),
        *("--recovery-file", str(tmp_path / "recovery")),
    )
    return made


def test_a_name_is_in_no_byte_that_nobody_asked_for(station: Station) -> None:
    seen = "019ab3f0-0000-7000-8000-000000000384"
    opened = entry("encountered", encounter_id=seen, place="Bus station")
    receiver = {"agency": "DCFS", "person": "M. Ruiz"}
    proposed = entry(
        "handoff_proposed", handoff=1, receiver=receiver, authority="325 ILCS 5/5", place="Desk"
    )
    assert not station.run("case", "open", "-", given=[opened, told(CANARY)])
    assert not station.run("case", "add", "AC-26-0001", "-", given=proposed)
    assert not station.run(
        "paper", "print", "transfer_receipt", "AC-26-0001", "--out", str(station.out / "p.pdf")
    )
    assert station.run("case", "add", "AC-26-0001", "-", given=told(CANARY, colour="red")) == 2
    assert station.run("case", "add", "AC-26-0001", "-", given=told(CANARY, v=99)) == 2
    assert station.run("case", "add", CANARY, "-", given=told(CANARY)) == 1
    assert not station.run("verify")
    assert station.said.count("minors-desk: ") == 3
    assert not any(form.decode("latin-1") in station.said for form in forms(CANARY)[3:])
    assert CANARY not in station.said
    assert traces([station.record, station.home, station.temporary], CANARY) == []


def test_whatever_is_recorded_no_byte_of_it_lies_open(station: Station, tmp_path: Path) -> None:
    """Every kind of entry with the name in all its free text, a photograph, drafts, the words of
    the search, a backup, an export, the log, settings, the write-ahead log that a crash leaves."""
    sealed = tmp_path / "sealed"
    sealed.mkdir()
    held, others = json.loads(station.tell_everything(CANARY, sealed))
    assert {*held, *others} == {str(kind.__struct_config__.tag) for kind in CASE_KINDS}
    assert set(others) == WITHOUT_TEXT
    wal = station.record / "data-1.db-wal"
    assert wal.stat().st_size > 100_000
    assert {path.name for path in sealed.iterdir()} == {"export", "backup"}
    assert len(list((station.record / "attachments").iterdir())) == 1
    places = [station.record, station.home, station.temporary, sealed]
    assert traces(places, CANARY) == []
    (log,) = station.home.rglob("minors-desk.log")
    assert log.read_text().count("ValueError@") == 1
    assert log.read_text().count("(message withheld)") == 1
    assert not station.run("find", *CANARY.split())
    assert not station.run("verify")
    assert traces(places, CANARY) == []


def test_the_search_would_find_it(tmp_path: Path) -> None:
    (tmp_path / "plain.log").write_text(f"could not save {CANARY}")
    (tmp_path / "wide.tmp").write_bytes(f"x{CANARY}".encode("utf-16-le"))
    (tmp_path / "words.idx").write_text("xochitl kanarienvogel")
    (tmp_path / "mail.eml").write_bytes(base64.b64encode(f"ab{CANARY}cd".encode()))
    (tmp_path / CANARY.split(maxsplit=1)[0]).touch()
    assert len(traces([tmp_path], CANARY)) == 5
