"""The small files of a record: header, sealed head, wrong tries, lock."""

from datetime import timedelta
from pathlib import Path

import pytest

from minors_desk.domain.chain import START
from minors_desk.errors import DeskError, LockedOut, NewerRecord, RecordBusy, RecordDamaged
from minors_desk.storage import attempts, files, head_mark, lock
from minors_desk.storage.head_mark import Mark, MarkFile
from minors_desk.storage.header import HEADER, SPARE, read_header, write_header
from minors_desk.storage.keys import StoreKeys
from tests.storage.scratch import NIGHT, Template

KEY = bytes(range(32))
TAG = "ab" * 32


def test_what_was_sealed_comes_back_and_one_bit_is_noticed() -> None:
    sealed = files.sealed({"b": [1, "é"], "a": None})
    assert files.unsealed(sealed) == {"a": None, "b": [1, "é"]}
    for at in range(len(sealed)):
        for bit in range(8):
            spoilt = bytearray(sealed)
            spoilt[at] ^= 1 << bit
            with pytest.raises(ValueError, match="not w"):
                files.unsealed(bytes(spoilt))


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a"
    files.write_atomic(path, b"old")
    (tmp_path / "a.new").mkdir()
    with pytest.raises(DeskError, match="could not write a"):
        files.write_atomic(path, b"new")
    assert path.read_bytes() == b"old"
    assert path.stat().st_mode & 0o777 == 0o600


def test_links_and_giants_are_refused(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(bytes(files.MIB + 1))
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with pytest.raises(DeskError, match="is a link"):
        files.read_bytes(tmp_path / "link")
    with pytest.raises(RecordDamaged, match="far too large"):
        files.read_bytes(tmp_path / "real")
    with pytest.raises(RecordDamaged, match="missing"):
        files.read_bytes(tmp_path / "absent")


@pytest.mark.parametrize("spoilt", [HEADER, SPARE])
def test_either_copy_of_the_header_is_enough(folder: Path, spoilt: str) -> None:
    good = read_header(folder).header
    (folder / spoilt).unlink()
    read = read_header(folder)
    assert read.header == good
    assert read.damage == (f"{spoilt} is missing.",)


def test_without_both_copies_nothing_opens(folder: Path) -> None:
    (folder / HEADER).write_bytes(b"{}")
    (folder / SPARE).unlink()
    with pytest.raises(RecordDamaged, match="Both copies"):
        read_header(folder)


def _write(folder: Path, name: str, keys: StoreKeys, **changed: object) -> None:
    """A copy of the header that is sealed as it should be, by whoever holds the keys."""
    body = {**read_header(folder).best.raw, **changed}
    told = {"header": body, "mac": keys.mac(files.canonical(body)).hex()}
    files.write_atomic(folder / name, files.sealed(told))


def test_an_old_copy_does_not_win(folder: Path, template: Template) -> None:
    _write(folder, SPARE, template.rivera.keys, revision=99)
    read = read_header(folder)
    assert read.header.revision == 99
    assert read.other is not None
    assert "differ" in read.damage[0]


def test_a_newer_format_is_named(folder: Path, template: Template) -> None:
    _write(folder, HEADER, template.rivera.keys, format=2)
    with pytest.raises(NewerRecord, match="format 2"):
        read_header(folder)


@pytest.mark.parametrize(
    "changed",
    [
        {"database": "../../elsewhere.db"},
        {"slots": []},
        {"generation": "1"},
        {"record_id": "AB" * 16},
        {"founder_key": None},
        {"slots": [{}]},
    ],
)
def test_a_header_that_no_desk_writes_is_damage(
    folder: Path, template: Template, changed: dict[str, object]
) -> None:
    _write(folder, HEADER, template.rivera.keys, **changed)
    assert read_header(folder).damage == (f"{HEADER} holds what no Minors Desk writes.",)


def test_unknown_fields_are_kept(folder: Path, template: Template) -> None:
    raw = read_header(folder).best.raw
    slots = [{**slot, "second_factor": "piv"} for slot in raw["slots"]]
    for name in (HEADER, SPARE):
        _write(folder, name, template.rivera.keys, later="kept", slots=slots)
    read = read_header(folder)
    write_header(folder, read.header, template.rivera.keys, read.best.raw)
    again = read_header(folder).best.raw
    assert again["later"] == "kept"
    assert [slot["second_factor"] for slot in again["slots"]] == ["piv"] * 3


def test_no_login_stands_in_the_header(folder: Path) -> None:
    assert b"rivera" not in (folder / HEADER).read_bytes()


def test_the_mark_goes_on_and_survives_a_torn_write(tmp_path: Path) -> None:
    head_mark.create_mark(tmp_path, KEY, Mark(0, START))
    held = MarkFile(tmp_path, KEY, head_mark.read_mark(tmp_path, KEY))
    for ordinal in (2, 4, 6):  # saves of two entries: always even
        held.write(Mark(ordinal, bytes([ordinal]) * 32))
        read = head_mark.read_mark(tmp_path, KEY)
        assert (read.mark.ordinal, read.damage) == (ordinal, ())
    held.close()
    data = bytearray((tmp_path / head_mark.NAME).read_bytes())
    data[read.cell * head_mark.CELL_STEP + 20] ^= 1
    (tmp_path / head_mark.NAME).write_bytes(data)
    again = head_mark.read_mark(tmp_path, KEY)
    assert again.mark.ordinal == 4
    assert len(again.damage) == 1


@pytest.mark.parametrize("data", [None, b"", b"x" * 8192, b"\0" * 8192])
def test_no_whole_cell_is_told(tmp_path: Path, data: bytes | None) -> None:
    if data is not None:
        (tmp_path / head_mark.NAME).write_bytes(data)
    with pytest.raises(RecordDamaged, match=r"head\.mark"):
        head_mark.read_mark(tmp_path, KEY)


def test_a_mark_of_another_record_does_not_count(tmp_path: Path) -> None:
    head_mark.create_mark(tmp_path, bytes(32), Mark(5, START))
    with pytest.raises(RecordDamaged):
        head_mark.read_mark(tmp_path, KEY)


def test_five_wrong_tries_lock_until_unlocked(tmp_path: Path) -> None:
    attempts.create(tmp_path)
    waits = []
    for _ in range(4):
        attempts.failed(tmp_path, TAG, NIGHT)
        waits.append(attempts.delay(tmp_path, TAG, NIGHT))
    assert waits == [0, 0, 2, 4]
    with pytest.raises(LockedOut):
        attempts.failed(tmp_path, TAG, NIGHT)
    for later in (NIGHT, NIGHT + timedelta(days=400), NIGHT - timedelta(days=400)):
        with pytest.raises(LockedOut):
            attempts.delay(tmp_path, TAG, later)
    assert attempts.delay(tmp_path, "cd" * 32, NIGHT) == 0
    attempts.unlock(tmp_path, TAG, NIGHT)
    assert attempts.delay(tmp_path, TAG, NIGHT) == 0
    assert len(attempts.pending(tmp_path)) == 5


def test_slow_tries_do_not_lock_but_a_clock_set_back_does_not_help(tmp_path: Path) -> None:
    attempts.create(tmp_path)
    for hour in range(8):
        attempts.failed(tmp_path, TAG, NIGHT + timedelta(hours=hour))
    for day in range(3):
        attempts.failed(tmp_path, TAG, NIGHT - timedelta(days=day))
    with pytest.raises(LockedOut):
        attempts.failed(tmp_path, TAG, NIGHT - timedelta(days=3))


def test_a_right_try_starts_from_nothing(tmp_path: Path) -> None:
    attempts.create(tmp_path)
    for _ in range(3):
        for _ in range(4):
            attempts.failed(tmp_path, TAG, NIGHT)
        attempts.succeeded(tmp_path, TAG, NIGHT)
    told = attempts.pending(tmp_path)
    assert len(told) == 12
    attempts.written_down(tmp_path, told)
    assert attempts.pending(tmp_path) == ()


def test_a_damaged_count_is_told_until_it_is_written_down(tmp_path: Path) -> None:
    (tmp_path / attempts.NAME).write_bytes(b"garbage")
    assert attempts.read(tmp_path)[1] == (attempts.DAMAGED,)
    attempts.failed(tmp_path, TAG, NIGHT)
    assert attempts.read(tmp_path)[1] == (attempts.DAMAGED,)
    attempts.written_down(tmp_path, attempts.pending(tmp_path))
    assert attempts.read(tmp_path)[1] == ()


def test_the_second_writer_hears_who_is_first(tmp_path: Path) -> None:
    first = lock.acquire(tmp_path, login="rivera", now=NIGHT)
    with pytest.raises(RecordBusy, match=r"rivera on .* since 2026-11-24T03:00:00\+00:00"):
        lock.acquire(tmp_path, login="okafor", now=NIGHT)
    first.close()
    assert (tmp_path / lock.NAME).read_bytes() == b""
    lock.acquire(tmp_path, login="okafor", now=NIGHT).close()


@pytest.mark.parametrize("left", [b"", b"\xff\0", b"[]", b'{"login":"x"}', b"x" * 9999])
def test_what_a_dead_process_left_is_harmless(tmp_path: Path, left: bytes) -> None:
    (tmp_path / lock.NAME).write_bytes(left)
    held = lock.acquire(tmp_path, login="rivera", now=NIGHT)
    (tmp_path / lock.NAME).write_bytes(left)
    with pytest.raises(RecordBusy):
        lock.acquire(tmp_path, login="okafor", now=NIGHT)
    held.close()
