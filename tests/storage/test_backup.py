"""Backups: proved when made, refused when anything in them is not as it was, whole or not back."""

import io
import os
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from minors_desk.errors import (
    BadInput,
    CannotOpen,
    DeskError,
    RecordDamaged,
    VerificationFailed,
    WrongPassphrase,
)
from minors_desk.storage import attachments, backup, files, restoring, vault
from minors_desk.storage.backup_file import MANIFEST
from minors_desk.storage.record import Vault
from minors_desk.storage.restoring import Later
from minors_desk.storage.vault import Credentials
from minors_desk.storage.verify import verify
from tests.storage.scratch import (
    CANARY,
    NIGHT,
    OKAFOR,
    RIVERA,
    Template,
    add,
    checked,
    dice,
    met,
)
from tests.storage.test_attachments import kept, named


def allowed(opened: Vault) -> None:
    """Whoever has a passphrase."""


def restore(file: Path, folder: Path, who: Credentials = RIVERA) -> restoring.BroughtBack:
    return restoring.restore(file, folder, who, now=NIGHT, allow=allowed)


def log_of(opened: Vault) -> list[tuple[object, ...]]:
    with opened.journal.reading() as connection:
        return [tuple(row) for row in connection.exec_driver_sql("SELECT * FROM entries")]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "elsewhere" / "night.backup"
    made.parent.mkdir()
    return made


@pytest.fixture
def with_file(opened: Vault, template: Template) -> Vault:
    """A record with a photograph in it, and work that is only in its write-ahead log."""
    add(opened, named(kept(opened.folder)), checked(CANARY), case_id=template.case_id)
    return opened


def test_what_comes_back_is_what_was_there(with_file: Vault, file: Path, tmp_path: Path) -> None:
    log = log_of(with_file)
    made = backup.make(with_file, file, NIGHT)
    assert made.head == with_file.journal.log_head()
    assert made.size == file.stat().st_size
    assert [path.name for path in file.parent.iterdir()] == [file.name]
    assert file.stat().st_mode & 0o077 == 0
    add(with_file, met(), case_id=uuid4())
    told = restore(file, tmp_path / "back", OKAFOR)
    assert (told.sha256, told.head, told.made_at) == (made.sha256, made.head, NIGHT)
    back = vault.open_vault(tmp_path / "back", RIVERA, now=NIGHT, write=True)
    assert log_of(back) == log
    report = verify(back, signatures=True)
    assert (report.problems, report.counts["attachments"]) == ((), 1)
    add(back, checked(), case_id=uuid4())
    back.close()
    assert sorted(path.name for path in (tmp_path / "back").iterdir()) == sorted(
        {path.name for path in with_file.folder.iterdir()} - {"data-1.db-wal", "data-1.db-shm"}
    )
    assert (tmp_path / "back").stat().st_mode & 0o077 == 0


def test_no_byte_of_a_child_is_in_it(with_file: Vault, file: Path) -> None:
    backup.make(with_file, file, NIGHT)
    data = file.read_bytes()
    assert not any(CANARY.encode(code) in data for code in ("utf-8", "utf-16-le"))
    with zipfile.ZipFile(file) as archive:
        names = archive.namelist()
        assert archive.testzip() is None
    assert [name.split("/")[0] for name in names] == [
        MANIFEST,
        "record.header",
        "data-1.db",
        attachments.FOLDER,
    ]


def test_others_write_while_it_is_made(opened: Vault, file: Path, template: Template) -> None:
    before = opened.journal.log_head().ordinal
    saved: list[int] = []

    def meanwhile(done: int, total: int) -> None:
        if len(saved) < 3:
            (entry,) = add(opened, checked(), case_id=template.case_id)
            saved.append(entry.ordinal)

    made = backup.make(opened, file, NIGHT, meanwhile)
    assert saved
    assert before <= made.head.ordinal <= saved[-1]


def test_what_the_other_copy_has_beyond_it_is_counted(
    opened: Vault, file: Path, template: Template, tmp_path: Path
) -> None:
    backup.make(opened, file, NIGHT)
    told = restore(file, tmp_path / "back")
    assert restoring.later_than(opened, told) == Later(same_record=True, agrees=True)
    add(opened, checked(), checked(), case_id=template.case_id, minutes=9)
    add(opened, met(), case_id=uuid4(), minutes=9)
    later = restoring.later_than(opened, told)
    assert (later.agrees, later.entries, later.cases) == (True, 3, 2)
    assert later.last is not None
    assert (later.last - NIGHT).total_seconds() == 540
    other = restoring.later_than(opened, replace(told, head=replace(told.head, ordinal=3)))
    assert other.same_record and not other.agrees
    assert not restoring.later_than(opened, replace(told, record_id="00" * 16)).same_record


@pytest.mark.parametrize("there", ["file", "folder", "nowhere"])
def test_a_backup_needs_a_new_name_in_a_folder(opened: Vault, file: Path, there: str) -> None:
    if there == "file":
        file.write_bytes(b"mine")
    elif there == "folder":
        file.mkdir()
    else:
        file = file.parent / "no such" / "night.backup"
    with pytest.raises(BadInput):
        backup.make(opened, file, NIGHT)
    if there == "file":
        assert file.read_bytes() == b"mine"


def test_a_record_that_is_not_whole_is_not_backed_up(
    opened: Vault, file: Path, template: Template
) -> None:
    stored = kept(opened.folder)
    add(opened, named(stored), case_id=template.case_id)
    attachments.erase(opened.folder, stored.file_id)
    with pytest.raises(VerificationFailed, match="missing"):
        backup.make(opened, file, NIGHT)
    opened.journal.missing_work = "Saved work is missing."
    with pytest.raises(VerificationFailed, match="saved work is missing"):
        backup.make(opened, file, NIGHT)
    assert list(file.parent.iterdir()) == []


def test_a_full_disk_leaves_nothing(
    opened: Vault, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "full")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(CannotOpen, match="disk is full"):
            backup.make(opened, file, NIGHT)
    assert list(file.parent.iterdir()) == []
    assert backup.make(opened, file, NIGHT).size > 0


def test_any_bit_that_fell_over_is_found(with_file: Vault, file: Path, tmp_path: Path) -> None:
    backup.make(with_file, file, NIGHT)
    good = file.read_bytes()
    chance = dice("backup")
    spoilt = [good[: chance.randrange(len(good))] for _ in range(15)]
    for _ in range(200):
        changed = bytearray(good)
        changed[chance.randrange(len(good))] ^= 1 << chance.randrange(8)
        spoilt.append(bytes(changed))
    survived = 0
    for bad in spoilt:
        file.write_bytes(bad)
        try:
            restore(file, tmp_path / "back")
        except DeskError:
            assert not (tmp_path / "back").exists()
        else:
            survived += 1
            back = vault.open_vault(tmp_path / "back", RIVERA, now=NIGHT, write=False)
            assert log_of(back) == log_of(with_file)
            back.close()
            (tmp_path / "back").rename(tmp_path / f"survived {survived}")
    # Only what carries nothing may have changed: the time of a file in the zip, say.
    assert survived < 5
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".minors")]


def _repacked(file: Path, change: Callable[[zipfile.ZipFile, dict[str, bytes]], None]) -> None:
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        change(archive, parts)
        for name, content in parts.items():
            archive.writestr(name, content)
    file.write_bytes(out.getvalue())


def _manifest(content: dict[str, bytes], **changed: object) -> None:
    body = files.unsealed(content[MANIFEST])
    body["manifest"] |= changed
    content[MANIFEST] = files.sealed(body)


def _outside(archive: zipfile.ZipFile, parts: dict[str, bytes]) -> None:
    parts["../outside"] = b"x"


def _listed_outside(archive: zipfile.ZipFile, parts: dict[str, bytes]) -> None:
    listed = files.unsealed(parts[MANIFEST])["manifest"]["parts"]
    parts["../outside"] = b""
    _manifest(parts, parts=[*listed, listed[0] | {"name": "../outside", "size": 0}])


def _doubled(archive: zipfile.ZipFile, parts: dict[str, bytes]) -> None:
    archive.writestr("record.header", b"x")
    with pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("record.header", parts.pop("record.header"))


def _squeezed(archive: zipfile.ZipFile, parts: dict[str, bytes]) -> None:
    content = parts.pop("data-1.db")
    archive.writestr("data-1.db", content, compress_type=zipfile.ZIP_DEFLATED)


def _without_database(archive: zipfile.ZipFile, parts: dict[str, bytes]) -> None:
    del parts["data-1.db"]


def _without_manifest(archive: zipfile.ZipFile, parts: dict[str, bytes]) -> None:
    del parts[MANIFEST]


def _no_json(archive: zipfile.ZipFile, parts: dict[str, bytes]) -> None:
    parts[MANIFEST] = b"[]"


def _earlier_head(archive: zipfile.ZipFile, parts: dict[str, bytes]) -> None:
    _manifest(parts, ordinal=2)


def _of_later(archive: zipfile.ZipFile, parts: dict[str, bytes]) -> None:
    _manifest(parts, format=9)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (_outside, "does not hold what it lists"),
        (_listed_outside, "lists a file that is none"),
        (_doubled, "list of contents is not there"),
        (_squeezed, "packs files that way"),
        (_without_database, "does not hold what it lists"),
        (_without_manifest, "list of contents is not there"),
        (_no_json, "cannot be read"),
        (_earlier_head, "list of contents was changed"),
        (_of_later, "newer Minors Desk"),
    ],
)
def test_a_hostile_backup_is_refused(
    opened: Vault,
    file: Path,
    tmp_path: Path,
    change: Callable[[zipfile.ZipFile, dict[str, bytes]], None],
    says: str,
) -> None:
    backup.make(opened, file, NIGHT)
    _repacked(file, change)
    before = sorted(path.name for path in tmp_path.iterdir())
    with pytest.raises(DeskError, match=says):
        restore(file, tmp_path / "back")
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_who_may_not_gets_no_folder(opened: Vault, file: Path, tmp_path: Path) -> None:
    backup.make(opened, file, NIGHT)
    wrong = Credentials(login="rivera", passphrase="not the passphrase")  # noqa: S106
    with pytest.raises(WrongPassphrase):
        restore(file, tmp_path / "back", wrong)

    def refused(opened: Vault) -> None:
        raise BadInput("Not you", "Ask.", field="user")

    with pytest.raises(BadInput, match="Not you"):
        restoring.restore(file, tmp_path / "back", RIVERA, now=NIGHT, allow=refused)
    assert not (tmp_path / "back").exists()


@pytest.mark.parametrize("there", ["a file in it", "a file", "a link", "an empty folder"])
def test_only_a_new_or_empty_folder_is_taken(
    opened: Vault, file: Path, tmp_path: Path, there: str
) -> None:
    backup.make(opened, file, NIGHT)
    folder = tmp_path / "back"
    if there == "a file":
        folder.touch()
    elif there == "a link":
        folder.symlink_to(opened.folder)
    else:
        folder.mkdir()
    if there == "a file in it":
        (folder / "mine").touch()
    if there == "an empty folder":
        restore(file, folder)
        assert (folder / "record.header").exists()
        return
    with pytest.raises(CannotOpen):
        restore(file, folder)


def test_no_backup_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no backup of that name"):
        restore(tmp_path / "absent", tmp_path / "back")
    (tmp_path / "text").write_text("no zip")
    with pytest.raises(RecordDamaged, match="no backup"):
        restore(tmp_path / "text", tmp_path / "back")
