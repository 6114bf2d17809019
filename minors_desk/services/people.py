"""People and their logins: who there is, adding somebody, roles, passphrases, disabling."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast, get_args
from uuid import UUID

from minors_desk.domain import roles as rights
from minors_desk.domain.admission import Refusal
from minors_desk.domain.bodies import Body
from minors_desk.domain.changes import Changes
from minors_desk.domain.station import (
    KeyIntroduced,
    KeyReason,
    LoginReleased,
    PassphraseChanged,
    Person,
    PersonAdded,
    PersonDisabled,
    Role,
    RolesChanged,
)
from minors_desk.errors import BadInput, NotFound
from minors_desk.services.desk import Desk
from minors_desk.services.recording import as_refused, record, require
from minors_desk.services.signing_in import RECOVERY_LOGIN
from minors_desk.storage import secrets
from minors_desk.storage.header import Slot
from minors_desk.storage.keys import KdfCost, calibrated_cost
from minors_desk.storage.vault import Credentials

ROLES: tuple[str, ...] = get_args(Role)
_NEVER_NONE = ("supervisor", "administrator")
"""Roles without which nobody could let anybody in again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Login:
    """Somebody as the list of people shows them; ``last_seen`` in UTC, None for never."""

    person: Person
    locked: bool
    temporary: bool
    last_seen: datetime | None


def listed(desk: Desk) -> tuple[Login, ...]:
    """Everybody who has or had a login, by name; those disabled last."""
    require(desk, rights.SEE_PEOPLE)
    station, vault = desk.station, desk.vault
    people = sorted(_persons(desk), key=lambda one: (one.disabled, one.name.casefold(), one.login))
    return tuple(
        Login(
            person=one,
            locked=vault.is_locked(one.login),
            temporary=one.id in station.temporary,
            last_seen=station.last_seen.get(one.id),
        )
        for one in people
    )


def add(
    desk: Desk,
    person: tuple[str, str, str],
    roles: Sequence[str],
    passphrase: str,
    *,
    cost: KdfCost | None = None,
) -> Changes:
    """Lets somebody in: (login, name, badge), roles and a first passphrase, which is temporary.

    The new signing key is introduced by an entry that a supervisor signs (CONTRACT 1.7). ``cost``
    is calibrated on this computer when not given.
    """
    require(desk, rights.MANAGE_PEOPLE)
    if "supervisor" not in desk.person.roles:
        raise as_refused(Refusal("supervisor_must_sign"))
    login, name, badge = person
    chosen = _checked(roles)
    if desk.station.by_login(login) is not None:
        raise BadInput("That login is taken", "Choose another login.", field="login")
    secrets.check_passphrase(passphrase, login=login, station=desk.founded.station)
    if desk.vault.has_login(login):  # told before the computer is kept busy
        raise BadInput("That login is taken", "Choose another login.", field="login")
    who = Credentials(login=login, passphrase=passphrase)
    slot = desk.vault.new_slot(who, cost or calibrated_cost())
    now, person_id = desk.clock(), desk.new_id()
    added = PersonAdded(
        occurred_at=now, person_id=person_id, login=login, name=name, badge=badge, roles=chosen
    )
    key = _introduction(person_id, slot, "added", now)
    changes = _record(desk, rights.MANAGE_PEOPLE, added, key)
    desk.vault.keep_slot(slot)
    return changes


def change_roles(desk: Desk, login: str, roles: Sequence[str], reason: str = "") -> Changes:
    """Gives a person these roles in place of those before; a supervisor signs for them."""
    require(desk, rights.MANAGE_PEOPLE)
    if "supervisor" not in desk.person.roles:
        raise as_refused(Refusal("roles_need_supervisor"))
    person, chosen = _other(desk, login), _checked(roles)
    _leave_somebody(desk, person, frozenset(chosen))
    body = RolesChanged(occurred_at=desk.clock(), person_id=person.id, roles=chosen, reason=reason)
    return _record(desk, rights.MANAGE_PEOPLE, body)


def disable(desk: Desk, login: str, reason: str = "") -> Changes:
    """Takes a person's way in away; what they wrote stays theirs. A reset lets them in again."""
    require(desk, rights.DISABLE_LOGINS)
    person = _other(desk, login)
    _leave_somebody(desk, person, frozenset())
    body = PersonDisabled(occurred_at=desk.clock(), person_id=person.id, reason=reason)
    changes = _record(desk, rights.DISABLE_LOGINS, body)
    desk.vault.drop_slot(person.login)
    return changes


def reset(desk: Desk, login: str, passphrase: str, *, cost: KdfCost | None = None) -> Changes:
    """Gives a person a temporary passphrase and a new signing key that a supervisor introduces.

    The key before it cannot be had without the passphrase before it (CONTRACT 1.7).
    """
    require(desk, rights.RESET_PASSPHRASES)
    person = _other(desk, login)
    secrets.check_passphrase(passphrase, login=person.login, station=desk.founded.station)
    who = Credentials(login=person.login, passphrase=passphrase)
    slot = desk.vault.new_slot(who, cost or calibrated_cost(), again=True)
    now = desk.clock()
    changes = _record(desk, rights.RESET_PASSPHRASES, _introduction(person.id, slot, "reset", now))
    desk.vault.keep_slot(slot)
    desk.vault.unlock_login(person.login, now)
    return changes


def change_passphrase(desk: Desk, old: str, new: str, *, cost: KdfCost | None = None) -> Changes:
    """Puts one's own passphrase in place of the present one; the signing key is the same.

    Raises WrongPassphrase (counted as at sign-in) or LockedOut, BadInput for a weak or equal one.
    """
    require(desk, rights.CHANGE_OWN)
    person = desk.person
    secrets.check_passphrase(new, login=person.login, station=desk.founded.station)
    if new == old:
        raise BadInput("That is the passphrase you have", "Choose another.", field="passphrase")
    who = Credentials(login=person.login, passphrase=old)
    slot = desk.vault.changed_slot(who, new, desk.clock(), cost or calibrated_cost())
    # First the slot: should the entry fail, a temporary passphrase is only asked for again.
    desk.vault.keep_slot(slot)
    body = PassphraseChanged(occurred_at=desk.clock(), person_id=person.id)
    return _record(desk, rights.CHANGE_OWN, body)


def release(desk: Desk, login: str) -> Changes:
    """Lets a login try again that was locked after wrong tries."""
    require(desk, rights.RELEASE_LOGINS)
    if desk.station.by_login(login) is None:
        raise _nobody()
    changes = record(
        desk, rights.RELEASE_LOGINS, [(None, LoginReleased(occurred_at=desk.clock(), login=login))]
    )
    desk.vault.unlock_login(login, desk.clock())
    return changes


def _record(desk: Desk, action: str, *bodies: Body) -> Changes:
    changes = record(desk, action, [(None, body) for body in bodies])
    desk.look_again()
    return changes


def _introduction(person_id: UUID, slot: Slot, reason: KeyReason, now: datetime) -> KeyIntroduced:
    return KeyIntroduced(
        occurred_at=now, person_id=person_id, public_key=slot.public_key, reason=reason
    )


def _checked(roles: Collection[str]) -> tuple[Role, ...]:
    if not roles or any(role not in ROLES for role in roles):
        raise BadInput("That is no role", "Give one of " + ", ".join(ROLES) + ".", field="role")
    return cast(tuple[Role, ...], tuple(roles))


def _persons(desk: Desk) -> Iterable[Person]:
    """Everybody but the recovery key, which is nobody."""
    return (one for one in desk.station.people.values() if one.login != RECOVERY_LOGIN)


def _other(desk: Desk, login: str) -> Person:
    """Somebody else, by login; nobody does to themselves what another has to watch."""
    person = desk.station.by_login(login)
    if person is None or person.login == RECOVERY_LOGIN:
        raise _nobody()
    if person.id == desk.person.id:
        raise as_refused(Refusal("not_on_yourself"))
    return person


def _leave_somebody(desk: Desk, person: Person, roles: frozenset[str]) -> None:
    """Refused is what would leave nobody who can let people in."""
    others = [one for one in _persons(desk) if one.id != person.id and not one.disabled]
    left = {role for one in others for role in one.roles} | roles
    if not left.issuperset(_NEVER_NONE):
        raise as_refused(Refusal("last_of_its_role"))


def _nobody() -> NotFound:
    return NotFound("There is nobody with that login", "Check the login.")
