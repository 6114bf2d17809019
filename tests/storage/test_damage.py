"""One flipped bit, cut or lost file: mended or named in a sentence, never wrong data."""

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from minors_desk.domain.entries import Entry
from minors_desk.errors import DeskError
from minors_desk.storage import vault
from minors_desk.storage.header import HEADER, SPARE, read_header
from minors_desk.storage.verify import verify
from tests.storage.scratch import NIGHT, RIVERA, Template, add, checked, dice

FLIPS = 200
DATABASE = "data-1.db"
WAL, SHM = f"{DATABASE}-wal", f"{DATABASE}-shm"


@dataclass
class Found:
    """What a person is told of a record, and what they can read of it."""

    told: list[str]
    entries: list[Entry]


def look(template: Template, folder: Path, *, write: bool = True) -> Found:
    """Open, verify and read everything, as far as it goes; any error but ours fails the test."""
    told: list[str] = []
    entries: list[Entry] = []
    try:
        opened = template.open(folder, write=write)
    except DeskError as error:
        return Found([str(error)], [])
    try:
        told += [one.sentence for one in verify(opened).problems]
        entries += opened.journal.station_entries()
        entries += opened.journal.entries_of(template.case_id)
    except DeskError as error:
        told.append(str(error))
    finally:
        _close(opened, told)
    return Found(told, entries)


def _close(opened: vault.Vault, told: list[str]) -> None:
    try:
        opened.close()
    except DeskError as error:
        told.append(str(error))


def flipped(data: bytes, chance: random.Random) -> bytes:
    """The data with one bit turned round."""
    spoilt = bytearray(data)
    spoilt[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


@pytest.fixture
def again(tmp_path: Path) -> Callable[[Path], Path]:
    """Gives a fresh copy of a folder each time."""
    place = tmp_path / "spoilt"

    def copy(source: Path) -> Path:
        shutil.rmtree(place, ignore_errors=True)
        return Path(shutil.copytree(source, place))

    return copy


@pytest.fixture
def crashed(template: Template, tmp_path: Path) -> Path:
    """A record as a crash leaves it: the last saves stand only in the write-ahead log."""
    folder = template.copy(tmp_path / "record")
    opened = template.open(folder)
    for minute in range(6, 10):
        add(opened, checked(f"note {minute}"), case_id=template.case_id, minutes=minute)
    copy = Path(shutil.copytree(folder, tmp_path / "crashed"))
    opened.close()
    return copy


@pytest.mark.parametrize("name", [HEADER, SPARE])
def test_a_flip_in_a_header_is_mended_from_the_other(folder: Path, name: str) -> None:
    good, data = read_header(folder).header, (folder / name).read_bytes()
    chance = dice(name)
    for _ in range(FLIPS):
        (folder / name).write_bytes(flipped(data, chance))
        read = read_header(folder)
        assert read.header == good
        assert read.damage == (f"{name} is damaged.",)
    opened = vault.open_vault(folder, RIVERA, now=NIGHT, write=True)
    assert [one.sentence for one in verify(opened).problems] == [f"{name} is damaged."]
    opened.close()
    assert (folder / name).read_bytes() == data


def test_a_flip_in_both_headers_is_a_sentence(folder: Path) -> None:
    data, chance = (folder / HEADER).read_bytes(), dice(3)
    for _ in range(FLIPS):
        for name in (HEADER, SPARE):
            (folder / name).write_bytes(flipped(data, chance))
        with pytest.raises(DeskError, match="Both copies"):
            vault.open_vault(folder, RIVERA, now=NIGHT, write=True)


@pytest.mark.parametrize("name", [DATABASE, "head.mark", "attempts.json"])
def test_a_flip_is_named_and_nothing_wrong_is_read(
    template: Template, again: Callable[[Path], Path], name: str
) -> None:
    good = look(template, again(template.folder))
    assert good.told == []
    data, chance = (template.folder / name).read_bytes(), dice(name)
    for _ in range(FLIPS):
        folder = again(template.folder)
        (folder / name).write_bytes(flipped(data, chance))
        found = look(template, folder)
        assert found.told, "the flip was not noticed"
        assert all(entry in good.entries for entry in found.entries)
        if name != DATABASE:
            assert found.entries == good.entries


@pytest.mark.parametrize("name", [SHM, "record.lock"])
def test_a_flip_where_nothing_is_kept_is_harmless(
    template: Template, crashed: Path, again: Callable[[Path], Path], name: str
) -> None:
    (crashed / "record.lock").write_bytes(b'{"login":"rivera","host":"h","since":"t"}')
    good = look(template, again(crashed))
    assert good.told == []
    data, chance = (crashed / name).read_bytes(), dice(name)
    for _ in range(FLIPS):
        folder = again(crashed)
        (folder / name).write_bytes(flipped(data, chance))
        assert look(template, folder) == good


def test_a_flip_in_the_write_ahead_log_is_missing_work(
    template: Template, crashed: Path, again: Callable[[Path], Path]
) -> None:
    good = look(template, again(crashed))
    assert good.told == [] and len(good.entries) == 18
    data, chance = (crashed / WAL).read_bytes(), dice(WAL)
    for turn in range(FLIPS):
        folder = again(crashed)
        spoilt = flipped(data, chance)
        (folder / WAL).write_bytes(spoilt)
        found = look(template, folder, write=turn % 2 == 0)
        assert any("Saved work is missing" in one for one in found.told)
        assert len(found.entries) < len(good.entries)
        assert all(entry in good.entries for entry in found.entries)
        kept = [path.read_bytes() for path in folder.glob("kept/*")]
        assert kept == ([spoilt] if turn % 2 == 0 else [])


@pytest.mark.parametrize("left", [0.0, 0.2, 0.5, 0.9, 0.999])
def test_a_cut_write_ahead_log_is_missing_work(
    template: Template, crashed: Path, left: float
) -> None:
    data = (crashed / WAL).read_bytes()
    (crashed / WAL).write_bytes(data[: int(len(data) * left)])
    found = look(template, crashed)
    assert any("Saved work is missing" in one for one in found.told)
    # and it stays told: the sealed head does not forget
    assert any("Saved work is missing" in one for one in look(template, crashed).told)


def test_a_removed_write_ahead_log_is_missing_work(template: Template, crashed: Path) -> None:
    (crashed / WAL).unlink()
    opened = template.open(crashed)
    assert opened.missing_work is not None
    assert "18 entries were acknowledged, the log ends at 14" in opened.missing_work
    with pytest.raises(DeskError, match="Saved work is missing"):
        add(opened, checked(), case_id=template.case_id)
    opened.close()


def test_a_whole_write_ahead_log_loses_nothing(template: Template, crashed: Path) -> None:
    opened = template.open(crashed)
    assert opened.missing_work is None
    assert opened.journal.log_head().ordinal == 18
    assert not (crashed / "kept").exists()
    opened.close()


def test_an_older_database_under_a_newer_head_is_missing_work(
    template: Template, folder: Path
) -> None:
    opened = template.open(folder)
    add(opened, checked(), case_id=template.case_id)
    opened.close()
    shutil.copy(template.folder / DATABASE, folder / DATABASE)
    assert any("Saved work is missing" in one for one in look(template, folder).told)


@pytest.mark.parametrize("name", [HEADER, SPARE, DATABASE, "head.mark", "attempts.json"])
@pytest.mark.parametrize("how", ["missing", "empty", "link"])
def test_a_lost_file_is_mended_or_told(
    template: Template, folder: Path, name: str, how: str
) -> None:
    path = folder / name
    path.unlink()
    if how == "empty":
        path.touch()
    elif how == "link":
        path.symlink_to(template.folder / name)
    if name in {HEADER, SPARE}:
        opened = vault.open_vault(folder, RIVERA, now=NIGHT, write=False)
        assert len(verify(opened).problems) == 1
        opened.close()
    else:
        assert look(template, folder).told
