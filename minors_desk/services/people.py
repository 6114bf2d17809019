"""People and their keys: adding somebody, releasing a login that was locked."""

from collections.abc import Sequence
from typing import cast, get_args

from minors_desk.domain import roles as rights
from minors_desk.domain.admission import Refusal
from minors_desk.domain.changes import Changes
from minors_desk.domain.station import KeyIntroduced, LoginReleased, PersonAdded, Role
from minors_desk.errors import BadInput, NotFound
from minors_desk.services.desk import Desk
from minors_desk.services.recording import as_refused, record, require
from minors_desk.storage import secrets
from minors_desk.storage.keys import KdfCost, calibrated_cost
from minors_desk.storage.vault import Credentials


def add(
    desk: Desk,
    person: tuple[str, str, str],
    roles: Sequence[str],
    passphrase: str,
    *,
    cost: KdfCost | None = None,
) -> Changes:
    """Lets somebody in: (login, name, badge), roles and a first passphrase.

    The new signing key is introduced by an entry that a supervisor signs (CONTRACT 1.7). ``cost``
    is calibrated on this computer when not given.
    """
    require(desk, rights.MANAGE_PEOPLE)
    if "supervisor" not in desk.person.roles:
        raise as_refused(Refusal("supervisor_must_sign"))
    login, name, badge = person
    known = get_args(Role)
    if not roles or any(role not in known for role in roles):
        raise BadInput("That is no role", "Give one of " + ", ".join(known) + ".", field="role")
    secrets.check_passphrase(passphrase, login=login, station=desk.founded.station)
    if desk.vault.has_login(login):  # told before the computer is kept busy
        raise BadInput("That login is taken", "Choose another login.", field="login")
    who = Credentials(login=login, passphrase=passphrase)
    slot = desk.vault.new_slot(who, calibrated_cost() if cost is None else cost)
    now, person_id = desk.clock(), desk.new_id()
    added = PersonAdded(
        occurred_at=now,
        person_id=person_id,
        login=login,
        name=name,
        badge=badge,
        roles=cast(tuple[Role, ...], tuple(roles)),
    )
    key = KeyIntroduced(
        occurred_at=now, person_id=person_id, public_key=slot.public_key, reason="added"
    )
    changes = record(desk, rights.MANAGE_PEOPLE, [(None, added), (None, key)])
    desk.vault.keep_slot(slot)
    desk.look_again()
    return changes


def release(desk: Desk, login: str) -> Changes:
    """Lets a login try again that was locked after wrong tries."""
    require(desk, rights.RELEASE_LOGINS)
    if desk.station.by_login(login) is None:
        raise NotFound("There is nobody with that login", "Check the login.")
    changes = record(
        desk, rights.RELEASE_LOGINS, [(None, LoginReleased(occurred_at=desk.clock(), login=login))]
    )
    desk.vault.unlock_login(login, desk.clock())
    return changes
