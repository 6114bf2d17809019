"""More than sixty bad files and command lines: each ends in its one line, and nothing is written.

`test_bad_input` says what is wrong with the fields of entries; here is what people, scripts and
accidents do to files, words and folders, over all commands.
"""

import os
import shutil
from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from minors_desk.cli import parsing
from minors_desk.services import signing_in
from tests.cli.bad import ADD, NUMBER
from tests.cli.bad_things import BAD, BAD_JSON, BAD_LINES, CHECK, TO_SOMEBODY
from tests.cli.conftest import NAME, NOW, PASSPHRASES, Line, Said, encounter


@pytest.fixture(scope="module")
def _two_cases(_founded: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record with two cases, and beside it the files that are spoilt."""
    folder = tmp_path_factory.mktemp("two") / "station"
    shutil.copytree(_founded, folder)
    line = Line(folder)
    line.open_case()
    line.open_case()
    spoilt = folder / "files"
    (spoilt / "folder").mkdir(parents=True)
    (spoilt / "empty").touch()
    (spoilt / "loop").symlink_to("loop")
    (spoilt / "huge").write_bytes(b" " * (8 * 1024 * 1024 + 1))
    (spoilt / "words").write_text("quiet boats on the long river\n")
    (spoilt / "half.pdf").write_bytes(b"%PDF-1.4\n1 0 obj\n<< /Type /Cat")
    (spoilt / "weak").write_text("12345678\n")
    (spoilt / "lines").write_text("one\ntwo\n")
    (spoilt / "picture").write_bytes(b"\x89PNG\r\n\x1a\n\xff" + bytes(99))
    return folder


@pytest.fixture
def bad_line(_two_cases: Path, tmp_path: Path) -> Line:
    """The command line on a copy of it."""
    folder = tmp_path / "station"
    shutil.copytree(_two_cases, folder, symlinks=True)
    return Line(folder)


def everything(folder: Path) -> dict[str, bytes]:
    """All files below the folder, but for the count of wrong passphrases and what reading leaves:
    the shared memory of the database, and a write-ahead log with nothing in it."""
    found = [one for one in sorted(folder.rglob("*")) if one.is_file() and not one.is_symlink()]
    kept = {str(one.relative_to(folder)): one.read_bytes() for one in found}
    return {
        name: data
        for name, data in kept.items()
        if not name.endswith(("attempts.json", "secret", "-shm")) and (data or "-wal" not in name)
    }


def is_one_line(said: Said, code: int, *says: str) -> None:
    assert (said.code, said.out) == (code, ""), said
    assert said.err.startswith("minors-desk: ")
    assert (said.err.count("\n"), said.err[-1]) == (1, "\n"), said.err
    assert said.err.rstrip("\n").isprintable(), said.err
    assert len(said.err) < 2000
    for never in ("Traceback", "fault of the program", NAME.split()[0], "Zoë"):
        assert never not in said.err
    assert [text for text in says if text not in said.err] == [], said.err


def test_there_are_sixty_and_more() -> None:
    assert len(BAD_JSON) >= 50
    assert len(BAD) >= 100
    assert not BAD_JSON.keys() & BAD_LINES.keys()


def test_no_command_is_left_out() -> None:
    leaves = set(commands_of(parsing._tree()))
    begun = {bad.words[:length] for bad in BAD.values() for length in (1, 2)}
    assert leaves - begun == set()


def commands_of(parser: ArgumentParser, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    below = [one for one in parser._actions if isinstance(one, _SubParsersAction)]
    if not below:
        yield before
    for name, inner in (pair for one in below for pair in one.choices.items()):
        yield from commands_of(inner, (*before, name))


@pytest.mark.parametrize("name", BAD)
def test_one_line_and_nothing_is_written(bad_line: Line, name: str) -> None:
    bad = BAD[name]
    places = {"{f}": str(bad_line.folder / "files"), "{r}": str(bad_line.record)}
    words = list(bad.words)
    for sign, place in places.items():
        words = [word.replace(sign, place) for word in words]
    before = everything(bad_line.folder)
    ask: Callable[..., Said] = bad_line if bad.signed else bad_line.plain
    is_one_line(ask(*words, given=bad.given), bad.code, *bad.says)
    assert everything(bad_line.folder) == before


def test_a_file_that_may_not_be_read(bad_line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stood in for: whoever runs tests as root may read everything."""
    closed, opens = bad_line.folder / "files" / "words", Path.open

    def refusing(self: Path, *given: Any, **more: Any) -> Any:
        if self == closed:
            raise PermissionError(13, "denied")
        return opens(self, *given, **more)

    monkeypatch.setattr(Path, "open", refusing)
    is_one_line(bad_line(*ADD, closed), 2, "may not be read by you")


def test_of_a_case_that_nobody_knew_yet(bad_line: Line) -> None:
    """That somebody looked is logged all the same."""
    before = bad_line.kinds()
    words = ("case", "show", NUMBER, "--known-at", "2020-01-01T00:00Z")
    is_one_line(bad_line(*words), 1, "no such case")
    assert bad_line.kinds() == [*before, "signed_in", "case_read"]


def test_a_second_writer(bad_line: Line) -> None:
    desk = signing_in.sign_in(bad_line.record, "rivera", PASSPHRASES["rivera"], clock=lambda: NOW)
    head = desk.journal.log_head()
    try:
        for words in ((*ADD, "-"), ("rebuild",), ("user", "disable", "ortiz"), ("backup", "b")):
            is_one_line(bad_line(*words, given=CHECK), 1, "writing", "rivera")
        is_one_line(bad_line("case", "open", "-", given=encounter()), 1, "writing", "rivera")
        assert desk.journal.log_head() == head
    finally:
        desk.close()


@pytest.mark.parametrize(
    "words",
    [
        ("paper", "print", "contact_log", NUMBER, "--out", "{f}/p"),
        ("backup", "{f}/p"),
        ("export", NUMBER, "--out", "{f}/p", *TO_SOMEBODY, "--plain", "--reason", "z"),
    ],
    ids=lambda words: words[0],
)
def test_a_full_disk(
    bad_line: Line, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    """Of what leaves the record; a full disk under the record itself is in `test_vault`."""

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    out = bad_line.folder / "files"
    monkeypatch.setattr(os, "fsync", full)
    said = bad_line(*(word.replace("{f}", str(out)) for word in words))
    assert said.code in (1, 3)
    is_one_line(said, said.code, "Free ")
    assert not (out / "p").exists()
