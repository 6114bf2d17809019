"""A real encrypted record made once by the commands themselves, and a copy of it for each test."""

import io
import json
import shutil
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from minors_desk.cli import Surroundings, run
from minors_desk.domain.entries import kind_of
from minors_desk.services import signing_in
from minors_desk.storage.keys import FLOOR

FOUNDED = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
NOW = FOUNDED + timedelta(minutes=10)
PASSPHRASES = {
    "rivera": "correct horse battery lamp",
    "ortiz": "orange window carries nine",
}
TEMPORARY = "given by the supervisor for a day"
NAME = "Xiomara Quetzalli"
"""A child's name that must stand in no line of standard error."""


@dataclass(frozen=True)
class Said:
    """What a command ended with, and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        return json.loads(self.out)


@dataclass
class Line:
    """The command line with a record: gives who, which record and a clock of its own."""

    folder: Path
    now: datetime = NOW
    user: str = "rivera"
    windows: list[Path | None] = field(default_factory=list)
    tours: list[Path] = field(default_factory=list)
    log: list[str] = field(default_factory=list)

    @property
    def record(self) -> Path:
        return self.folder / "record"

    def clock(self) -> datetime:
        """Goes on by a millisecond at each look: no two commands run in the same instant."""
        self.now += timedelta(milliseconds=1)
        return self.now

    def secret(self, words: str, name: str = "secret") -> Path:
        file = self.folder / name
        file.write_text(f"{words}\n", encoding="utf-8")
        return file

    def plain(self, *words: object, given: bytes = b"", **other: Any) -> Said:
        """A command with nothing added."""
        out, err = io.StringIO(), io.StringIO()
        code = run(
            [str(word) for word in words],
            Surroundings(
                open_window=self._window,
                run_tour=self._tour,
                clock=self.clock,
                out=out,
                err=err,
                stdin=io.BytesIO(given),
                cost=FLOOR,
                log=self.log.append,
                **other,
            ),
        )
        return Said(code, out.getvalue(), err.getvalue())

    def __call__(self, *words: object, given: object = b"", json_wanted: bool = False) -> Said:
        """A command on the record, with the passphrase of ``user`` in a file."""
        data = given if isinstance(given, bytes) else json.dumps(given).encode()
        file = self.secret(PASSPHRASES[self.user])
        signed = ("--record", self.record, "--user", self.user, "--passphrase-file", file)
        return self.plain(*words, *signed, *(["--json"] if json_wanted else []), given=data)

    def open_case(self, *more: dict[str, Any]) -> str:
        """Opens a case of an unnamed child; answers its number."""
        said = self("case", "open", "-", given=[encounter(), *more], json_wanted=True)
        assert said.code == 0, said.err
        return str(said.document["number"])

    def kinds(self) -> list[str]:
        """The kinds of all entries in the log, as the record has them."""
        desk = signing_in.sign_in(
            self.record, "rivera", PASSPHRASES["rivera"], clock=lambda: self.now, write=False
        )
        try:
            last = desk.journal.log_head().ordinal
            return [kind_of(desk.journal.entry(place).body) for place in range(1, last + 1)]
        finally:
            desk.close()

    def _window(self, folder: Path | None) -> int:
        self.windows.append(folder)
        return 0

    def _tour(self, folder: Path) -> int:
        self.tours.append(folder)
        return 0


def encounter(**more: Any) -> dict[str, Any]:
    """The encounter of a girl nobody has named, just now."""
    return {
        "kind": "encountered",
        "occurred_at": NOW.isoformat(),
        "encounter_id": "019ab3e5-7c00-7000-8000-000000000000",
        "place": "Store on 5th",
        "apparent_sex": "girl",
        **more,
    }


def entry(kind: str, at: datetime = NOW, **fields: Any) -> dict[str, Any]:
    """An entry of that kind at that instant."""
    return {"kind": kind, "occurred_at": at.isoformat(), **fields}


@pytest.fixture(scope="session")
def _founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    line = Line(tmp_path_factory.mktemp("founded"), now=FOUNDED)
    made = found(line)
    assert made.code == 0, made.err
    line.secret(TEMPORARY, "first")
    added = line(
        *("user", "add", "ortiz", "--name", "B. Ortiz", "--badge", "12", "--role", "auditor"),
        *("--new-passphrase-file", line.folder / "first"),
    )
    assert added.code == 0, added.err
    changed = line.plain(
        *("user", "passphrase", "--record", line.record, "--user", "ortiz"),
        *("--passphrase-file", line.folder / "first"),
        *("--new-passphrase-file", line.secret(PASSPHRASES["ortiz"])),
    )
    assert changed.code == 0, changed.err
    return line.folder


@pytest.fixture
def line(_founded: Path, tmp_path: Path) -> Line:
    """The command line on a fresh copy of the record: rivera is supervisor, ortiz auditor."""
    folder = tmp_path / "station"
    shutil.copytree(_founded, folder)
    return Line(folder)


@pytest.fixture
def empty(tmp_path: Path) -> Line:
    """The command line without a record."""
    return Line(tmp_path, now=FOUNDED)


def found(line: Line, **changed: str) -> Said:
    """Makes the record with ``init``; options may be changed by name."""
    options = {
        "station": "Area Central",
        "jurisdiction": "US-IL",
        "zone": "America/Chicago",
        "user": "rivera",
        "name": "J. Rivera",
        "badge": "4711",
        "passphrase-file": str(line.secret(PASSPHRASES["rivera"])),
        "recovery-file": str(line.folder / "recovery"),
    } | {name.replace("_", "-"): value for name, value in changed.items()}
    given = [word for name, value in options.items() for word in (f"--{name}", value)]
    return line.plain("init", line.record, *given)
