"""How many wrong passphrases were given for a login, told before anybody is signed in."""

from dataclasses import dataclass
from pathlib import Path

from minors_desk.domain.when import Clock
from minors_desk.storage import attempts, header, vault


@dataclass(frozen=True, slots=True)
class TriesSoFar:
    """Wrong tries in the last 15 minutes, and with how many the login is locked (CJIS AC-7)."""

    wrong: int
    most: int


def so_far(folder: Path, login: str, *, clock: Clock) -> TriesSoFar:
    """The count for that login; one that is not known here is counted with all others unknown.

    Raises CannotOpen when the folder holds no readable record.
    """
    slot = header.read_header(folder).header.person(login)
    tag = vault.NOBODY if slot is None else slot.login_tag
    return TriesSoFar(attempts.counted(folder, tag, clock()), attempts.MOST_TRIES)
