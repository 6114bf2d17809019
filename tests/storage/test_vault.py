"""The record folder: made, opened, refused, closed; every refusal is a sentence."""

import base64
import shutil
from pathlib import Path
from uuid import uuid4

import pytest

from minors_desk.errors import (
    BadInput,
    CannotOpen,
    DeskError,
    LockedOut,
    NewerRecord,
    RecordBusy,
    RecordDamaged,
    WrongPassphrase,
)
from minors_desk.storage import vault
from minors_desk.storage.head_mark import MarkFile
from minors_desk.storage.header import HEADER
from minors_desk.storage.record import Vault
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
    met,
    signed_in,
)

WRONG = Credentials(login="rivera", passphrase="not the passphrase")  # noqa: S106
DATABASE = "data-1.db"


def no_pause(seconds: float) -> None:
    """Tests do not wait."""


def test_a_record_opens_with_its_passphrase_only(folder: Path) -> None:
    opened = vault.open_vault(folder, RIVERA, now=NIGHT, write=True)
    assert verify(opened, signatures=True).problems == ()
    opened.close()
    upper = Credentials(login="RIVERA", passphrase=RIVERA.passphrase)
    vault.open_vault(folder, upper, now=NIGHT, write=False).close()
    for who in (WRONG, Credentials(login="nobody", passphrase=RIVERA.passphrase)):
        with pytest.raises(WrongPassphrase, match="do not open this record"):
            vault.open_vault(folder, who, now=NIGHT, write=True)


def test_wrong_tries_lock_and_wait_for_the_next_sign_in(folder: Path) -> None:
    waited: list[float] = []
    for _ in range(4):
        with pytest.raises(WrongPassphrase):
            vault.open_vault(folder, WRONG, now=NIGHT, write=True, pause=waited.append)
    for who in (WRONG, RIVERA):
        with pytest.raises(LockedOut):
            vault.open_vault(folder, who, now=NIGHT, write=True, pause=waited.append)
    assert waited == [0, 0, 0, 2, 4]
    opened = vault.open_vault(folder, OKAFOR, now=NIGHT, write=True)
    tries = opened.wrong_tries()
    assert [known for _, known in tries] == [True] * 5
    assert opened.is_locked("Rivera") and not opened.is_locked("okafor")
    opened.wrong_tries_written(tuple(one for one, _ in tries))
    opened.unlock_login("rivera", NIGHT)
    assert opened.wrong_tries() == ()
    opened.close()
    vault.open_vault(folder, RIVERA, now=NIGHT, write=False).close()


def test_unknown_logins_are_counted_but_lock_nobody(folder: Path) -> None:
    for name in "abcdef":
        who = Credentials(login=name, passphrase=RIVERA.passphrase)
        with pytest.raises(WrongPassphrase):
            vault.open_vault(folder, who, now=NIGHT, write=False, pause=no_pause)
    opened = vault.open_vault(folder, RIVERA, now=NIGHT, write=True, pause=no_pause)
    assert [known for _, known in opened.wrong_tries()] == [False] * 6
    opened.close()


def test_the_recovery_key_opens_a_locked_record(folder: Path, template: Template) -> None:
    for _ in range(5):
        with pytest.raises((WrongPassphrase, LockedOut)):
            vault.open_vault(folder, WRONG, now=NIGHT, write=True, pause=no_pause)
    typed = template.recovery_key.lower().replace("-", " ")
    opened = vault.open_with_recovery(folder, typed, now=NIGHT, write=True)
    assert opened.signer.public_key.hex() == opened.header.recovery().public_key
    opened.unlock_login("rivera", NIGHT)
    opened.close()
    vault.open_vault(folder, RIVERA, now=NIGHT, write=False).close()


def test_the_recovery_key_of_another_record_is_told(folder: Path) -> None:
    from minors_desk.storage.secrets import new_recovery_key

    with pytest.raises(WrongPassphrase, match="another record"):
        vault.open_with_recovery(folder, new_recovery_key()[0], now=NIGHT, write=False)


def test_a_login_is_taken_once(opened: Vault) -> None:
    with pytest.raises(BadInput, match="taken"):
        opened.new_slot(Credentials(login=" Okafor", passphrase=WRONG.passphrase))


def test_a_record_is_not_made_where_something_is(folder: Path) -> None:
    with pytest.raises(CannotOpen, match="not empty"):
        vault.create(folder, record_id=uuid4(), person=RIVERA, now=NIGHT)


def test_nothing_is_readable_by_others(folder: Path) -> None:
    assert folder.stat().st_mode & 0o777 == 0o700 or folder.stat().st_mode & 0o077 == 0
    for path in folder.iterdir():
        assert path.stat().st_mode & 0o077 == 0, path.name


def test_a_second_writer_is_refused_and_readers_are_not(opened: Vault, template: Template) -> None:
    with pytest.raises(RecordBusy, match="rivera on"):
        template.open(opened.folder, who="okafor")
    reader = template.open(opened.folder, write=False)
    reader.close()
    add(opened, checked(), case_id=template.case_id)


def test_closing_leaves_no_log_behind_and_wipes_the_keys(opened: Vault) -> None:
    opened.close()
    assert not any(opened.head_key)
    assert not (opened.folder / f"{DATABASE}-wal").exists()
    assert (opened.folder / "record.lock").read_bytes() == b""


def test_no_record_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen, match="no record folder"):
        vault.open_vault(tmp_path / "absent", RIVERA, now=NIGHT, write=False)
    with pytest.raises(CannotOpen, match="holds no record"):
        vault.open_vault(tmp_path, RIVERA, now=NIGHT, write=False)


@pytest.mark.parametrize("write", [True, False])
@pytest.mark.parametrize("spoil", ["missing", "empty", "short", "link", "random", "other"])
def test_a_database_that_is_not_there_or_not_ours(
    folder: Path, template: Template, spoil: str, write: bool
) -> None:
    database = folder / DATABASE
    elsewhere = folder.parent / "elsewhere.db"
    shutil.move(database, elsewhere)
    if spoil == "empty":
        database.touch()
    elif spoil == "short":
        database.write_bytes(elsewhere.read_bytes()[:4000])
    elif spoil == "link":
        database.symlink_to(elsewhere)
    elif spoil == "random":
        database.write_bytes(bytes(range(256)) * 64)
    elif spoil == "other":
        other, _ = vault.create(folder.parent / "o", record_id=uuid4(), person=OKAFOR, now=NIGHT)
        other.close()
        shutil.copy(folder.parent / "o" / DATABASE, database)
    before = sorted(path.name for path in folder.iterdir())
    with pytest.raises(CannotOpen):
        template.open(folder, write=write)
    left = {path.name for path in folder.iterdir()} - {f"{DATABASE}-wal", f"{DATABASE}-shm"}
    assert sorted(left | {"record.lock"}) == sorted({*before, "record.lock"})


def test_a_database_of_a_newer_program_is_named(opened: Vault, template: Template) -> None:
    with opened.journal.changing() as connection:
        connection.exec_driver_sql("PRAGMA user_version=99")
    opened.close()
    with pytest.raises(NewerRecord, match="version 99"):
        template.open(opened.folder)


def test_a_damaged_header_is_mended_by_the_next_writer(folder: Path, template: Template) -> None:
    good = (folder / HEADER).read_bytes()
    (folder / HEADER).write_bytes(good[:-9])
    reader = vault.open_vault(folder, RIVERA, now=NIGHT, write=False)
    assert verify(reader).problems[0].sentence == f"{HEADER} is damaged."
    reader.close()
    assert (folder / HEADER).read_bytes() != good
    writer = vault.open_vault(folder, RIVERA, now=NIGHT, write=True)
    assert writer.damage == (f"{HEADER} is damaged.",)
    assert (folder / HEADER).read_bytes() == good
    writer.close()


def test_a_header_without_the_store_keys_mac_is_malice(folder: Path) -> None:
    from minors_desk.storage import files

    for name in (HEADER, f"{HEADER}.bak"):
        body = files.unsealed((folder / name).read_bytes())
        body["header"]["founder_key"] = "ab" * 32
        (folder / name).write_bytes(files.sealed(body))
    with pytest.raises(RecordDamaged, match="does not hold the key"):
        vault.open_vault(folder, RIVERA, now=NIGHT, write=True)


def test_a_disk_that_is_full_loses_nothing(opened: Vault, template: Template) -> None:
    before = opened.journal.log_head()
    with opened.journal.changing() as connection:
        used = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={used}")
    with pytest.raises(DeskError, match="disk is full"):
        add(opened, *(checked("x" * 15_000) for _ in range(9)), case_id=template.case_id)
    assert opened.journal.log_head() == before
    add(opened, checked(), case_id=template.case_id)
    assert verify(opened, signatures=True).problems == ()


def test_a_mark_that_could_not_be_written_is_written_first_next_time(
    opened: Vault, template: Template, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: MarkFile, mark: object) -> None:
        raise OSError(28, "full")

    before = opened.journal.log_head()
    with monkeypatch.context() as patch:
        patch.setattr(MarkFile, "write", full)
        (entry,) = add(opened, checked(), case_id=template.case_id)
        assert opened.journal.entry(entry.ordinal) == entry
        with pytest.raises(DeskError, match="sealed head"):
            add(opened, checked(), case_id=template.case_id)
    assert opened.journal.log_head().ordinal == before.ordinal + 1
    add(opened, checked(), case_id=template.case_id)
    assert verify(opened).problems == ()


def test_without_the_mark_it_is_read_but_not_written(folder: Path, template: Template) -> None:
    (folder / "head.mark").unlink()
    opened = template.open(folder)
    assert opened.missing_work is not None
    assert opened.journal.case(template.case_id).number == "AC-26-0001"
    with pytest.raises(RecordDamaged):
        add(opened, checked(), case_id=template.case_id)
    assert not verify(opened).good
    opened.close()


def test_a_name_is_in_no_byte_of_the_folder(opened: Vault, template: Template) -> None:
    case_id = uuid4()
    add(opened, met(), checked(CANARY * 500), case_id=case_id)
    add(opened, signed_in(opened))
    for state in ("open", "closed"):
        found = list(_holding(opened.folder, CANARY))
        assert found == [], state
        opened.close()


def _holding(folder: Path, text: str) -> list[str]:
    """Files that hold the text in any of the usual ways to write it."""
    wanted = [text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be")]
    for shift in range(3):  # base64 of the middle of the text, wherever it starts
        coded = base64.b64encode(bytes(shift) + text.encode() * 3)
        wanted.append(coded[8:24])
    return [
        path.name
        for path in folder.rglob("*")
        if path.is_file() and any(one in path.read_bytes() for one in wanted)
    ]
