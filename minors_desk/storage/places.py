"""Where a record may lie: on a disk of this computer, and in no folder that something synchronises.

A write-ahead log needs memory that its readers share, which no network drive has; a folder that is
synchronised gets its files changed one by one, each at another time.
"""

import re
import sys
from pathlib import Path

from minors_desk.errors import CannotOpen

NETWORK = frozenset(
    {"nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afs", "afpfs", "ncpfs", "davfs"}
    | {"fuse.sshfs", "fuse.davfs", "fuse.rclone", "fuse.glusterfs", "glusterfs", "ceph", "webdav"}
)
"""Kinds of file system, as Linux names them, behind which there is another computer."""
_MOUNTS = Path("/proc/self/mountinfo")
_SYNCHRONISED = re.compile(
    r"onedrive( - .*)?|dropbox( \(.*\))?|google ?drive|my drive|icloud ?drive|box( sync)?"
    r"|com~apple~clouddocs|mobile documents|nextcloud|owncloud|pcloud ?drive|syncthing",
    re.IGNORECASE,
)
_REMOTE_DRIVE = 4


def refuse_network(folder: Path) -> None:
    """CannotOpen for a folder on a network drive."""
    if _is_remote(folder):
        raise CannotOpen(
            "The record would lie on a network drive, where saved work can be lost",
            "Keep it on a disk of this computer.",
        )


def refuse_synchronised(folder: Path) -> None:
    """CannotOpen for a folder that a cloud service copies away: for new records."""
    if is_synchronised(folder):
        raise CannotOpen(
            "The record would lie in a folder that a cloud service copies",
            "Keep it in a folder that stays on this computer.",
        )


def is_synchronised(folder: Path) -> bool:
    """Whether the folder lies below one that is called as those of the cloud services are."""
    return any(_SYNCHRONISED.fullmatch(part) for part in folder.absolute().resolve().parts)


def kind_of_mount(folder: Path, mounts: str) -> str:
    """The kind of file system that a folder lies on, from the text of Linux's ``mountinfo``."""
    place, best, kind = folder.parts, 0, ""
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields, told = before.split(" "), after.split(" ")
        if len(fields) < 5 or not told[0]:
            continue
        point = Path(_unescaped(fields[4])).parts
        # The last of those mounted on one another is the one that is seen.
        if place[: len(point)] == point and len(point) >= best:
            best, kind = len(point), told[0]
    return kind


def _is_remote(folder: Path) -> bool:
    place = folder.absolute().resolve()
    if sys.platform == "win32":
        from ctypes import windll

        drive = place.drive
        return drive.startswith("\\\\") or (
            windll.kernel32.GetDriveTypeW(f"{drive}\\") == _REMOTE_DRIVE
        )
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False  # a system that does not tell
    return kind_of_mount(place, mounts) in NETWORK


def _unescaped(point: str) -> str:
    """Spaces and the like stand in octal."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), point)
