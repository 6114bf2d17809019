"""Where a record may lie: not on a network drive, and in no folder that is copied away."""

from pathlib import Path

import pytest

from minors_desk.errors import CannotOpen
from minors_desk.services import signing_in
from minors_desk.storage import backup, places, vault
from minors_desk.storage.places import is_synchronised, kind_of_mount
from minors_desk.storage.record import Vault
from tests.storage.scratch import NIGHT, RECORD, RIVERA, Template
from tests.storage.test_backup import restore

MOUNTS = r"""22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
40 22 0:35 / /mnt/share rw - cifs //server/share rw
41 22 0:36 / /mnt/my\040share rw,relatime - nfs4 server:/x rw
42 40 8:2 / /mnt/share/local rw - xfs /dev/sdb1 rw
43 22 0:37 / /srv rw - ext4 /dev/sdc1 rw
44 43 0:38 / /srv rw - fuse.sshfs host: rw
no line of this kind
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/var/records", "ext4"),
        ("/mnt/share/record", "cifs"),
        ("/mnt/sharex/record", "ext4"),
        ("/mnt/my share/record", "nfs4"),
        ("/mnt/share/local/record", "xfs"),
        ("/srv/record", "fuse.sshfs"),
    ],
)
def test_the_mount_of_a_folder_is_found(folder: str, kind: str) -> None:
    assert kind_of_mount(Path(folder), MOUNTS) == kind


@pytest.fixture
def on_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything below the temporary folder seems to lie on a network drive."""
    mounts = tmp_path / "mountinfo"
    mounts.write_text(f"{MOUNTS}50 22 0:39 / {tmp_path} rw - nfs server:/y rw\n")
    monkeypatch.setattr(places, "_MOUNTS", mounts)


@pytest.mark.usefixtures("on_network")
def test_no_record_is_opened_or_made_on_a_network_drive(folder: Path, tmp_path: Path) -> None:
    for write in (True, False):
        with pytest.raises(CannotOpen, match="network drive"):
            vault.open_vault(folder, RIVERA, now=NIGHT, write=write)
    with pytest.raises(CannotOpen, match="network drive"):
        vault.create(tmp_path / "new", record_id=RECORD, person=RIVERA, now=NIGHT)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    "name", ["OneDrive", "OneDrive - City Police", "Dropbox", "Google Drive", "iCloudDrive"]
)
def test_no_record_is_made_in_a_synchronised_folder(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name / "records" / "new"
    assert is_synchronised(folder)
    with pytest.raises(CannotOpen, match="cloud service"):
        vault.create(folder, record_id=RECORD, person=RIVERA, now=NIGHT)
    assert not folder.exists()


@pytest.mark.parametrize("name", ["Boxes", "onedrives", "Drop", "Desk", "my driveway"])
def test_other_folders_are_no_matter(tmp_path: Path, name: str) -> None:
    assert not is_synchronised(tmp_path / name / "record")


def test_a_record_that_lies_in_one_opens_with_a_warning(template: Template, tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    folder = template.copy(tmp_path / "Dropbox" / "record")
    desk = signing_in.sign_in(
        folder, RIVERA.login, RIVERA.passphrase, clock=lambda: NIGHT, write=False
    )
    assert "cloud service" in desk.warnings[0]
    desk.close()


def test_nothing_is_brought_back_into_one(opened: Vault, tmp_path: Path) -> None:
    backup.make(opened, tmp_path / "b", NIGHT)
    with pytest.raises(CannotOpen, match="cloud service"):
        restore(tmp_path / "b", tmp_path / "Dropbox" / "back")
