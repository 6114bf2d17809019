"""Records of earlier versions: a kept one of each opens, is backed up first, and loses nothing."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from minors_desk.domain.backups import BackupMade
from minors_desk.errors import CannotOpen, VerificationFailed
from minors_desk.services import finding, signing_in
from minors_desk.services.desk import Desk
from minors_desk.storage import schema, upgrading, vault
from minors_desk.storage.record import Vault
from minors_desk.storage.verify import verify
from minors_desk.storage.versions import SCHEMA_VERSION
from tests.storage.scratch import NIGHT, RIVERA
from tests.storage.test_backup import log_of, restore

KEPT = Path(__file__).parent / "versions"
VERSIONS = sorted(int(one.name) for one in KEPT.iterdir())


@pytest.fixture(params=VERSIONS)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of a record as that version of the program left it."""
    folder = shutil.copytree(KEPT / str(request.param), tmp_path / "record")
    for path in (folder, *folder.iterdir()):
        path.chmod(0o700 if path.is_dir() else 0o600)
    return folder


@pytest.fixture
def unopened(old: Path) -> Iterator[Vault]:
    """The old record, open for writing and not yet upgraded."""
    opened = vault.open_vault(old, RIVERA, now=NIGHT, write=True)
    yield opened
    opened.close()


def sign_in(folder: Path, *, write: bool) -> Desk:
    return signing_in.sign_in(
        folder, RIVERA.login, RIVERA.passphrase, clock=lambda: NIGHT, write=write
    )


def made_by(opened: Vault) -> dict[str, str]:
    """What the database is made of; spaces do not count."""
    with opened.journal.reading() as connection:
        read = connection.exec_driver_sql("SELECT name, sql FROM sqlite_schema WHERE sql NOT NULL")
        return {name: "".join(sql.split()) for name, sql in read}


def test_every_version_but_ours_is_kept() -> None:
    assert list(range(1, SCHEMA_VERSION)) == VERSIONS == sorted(schema.STEPS)


def test_an_old_record_is_read_as_it_is(old: Path) -> None:
    desk = sign_in(old, write=False)
    assert verify(desk.vault, signatures=True).problems == ()
    assert desk.journal.entries_of(desk.journal.entry(9).case_id)  # type: ignore[arg-type]
    with pytest.raises(CannotOpen, match="Open it once to write"):
        finding.find(desk, "xochitl")
    desk.close()
    assert not (old / upgrading.FOLDER).exists()


def test_who_opens_it_to_write_upgrades_it(old: Path, tmp_path: Path) -> None:
    before = sign_in(old, write=False)
    log = log_of(before.vault)
    before.close()
    desk = sign_in(old, write=True)
    assert "a backup from before lies in backups/" in desk.warnings[0]
    assert log_of(desk.vault)[: len(log)] == log
    assert verify(desk.vault, signatures=True).problems == ()
    assert [hit.card.number for hit in finding.find(desk, "xochitl nandu")] == ["AC-26-0001"]
    told = [one.body for one in desk.journal.station_entries()]
    (made,) = [one for one in told if isinstance(one, BackupMade)]
    assert made.reason == "before_upgrade"
    assert desk.station.last_backup is None or desk.station.last_backup == made
    desk.close()
    again = sign_in(old, write=True)
    assert again.warnings == ()
    assert again.station.last_backup == made
    again.close()
    (file,) = (old / upgrading.FOLDER).iterdir()
    assert restore(file, tmp_path / "back").sha256 == made.sha256
    back = sign_in(tmp_path / "back", write=False)
    assert log_of(back.vault) == log
    back.close()


def test_an_upgraded_record_is_made_like_a_new_one(unopened: Vault, tmp_path: Path) -> None:
    assert upgrading.bring_up(unopened, NIGHT) is not None
    assert upgrading.bring_up(unopened, NIGHT) is None
    fresh, _key = vault.create(
        tmp_path / "new", record_id=unopened.record_id, person=RIVERA, now=NIGHT
    )
    assert made_by(unopened) == made_by(fresh)
    fresh.close()


def test_a_step_that_fails_leaves_the_old_tables(
    unopened: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = made_by(unopened)

    def broken(connection: object) -> None:
        schema_step(connection)  # type: ignore[arg-type]
        raise RuntimeError("power cut")

    first = unopened.schema_version()
    schema_step = schema.STEPS[first]
    monkeypatch.setattr(schema, "STEPS", {**schema.STEPS, first: broken})
    with pytest.raises(RuntimeError):
        upgrading.bring_up(unopened, NIGHT)
    assert (unopened.schema_version(), made_by(unopened)) == (first, before)


def test_without_a_good_backup_nothing_is_upgraded(
    unopened: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_given: object) -> None:
        raise VerificationFailed("No backup was made", "Try again.")

    monkeypatch.setattr("minors_desk.storage.backup.make", refused)
    before = unopened.schema_version()
    with pytest.raises(VerificationFailed):
        upgrading.bring_up(unopened, NIGHT)
    assert unopened.schema_version() == before
