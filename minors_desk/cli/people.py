"""The commands on people: who there is, letting in, disabling, passphrases, lifting a lock."""

from typing import Any

from minors_desk.cli.desks import at_desk, new_passphrase_of, passphrase_of, record_of
from minors_desk.cli.reading import recovery_key_in
from minors_desk.cli.surroundings import Answer, Call
from minors_desk.errors import BadInput
from minors_desk.services import people, signing_in
from minors_desk.services.people import Login
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import day_and_time

_NEW_FILE = "--new-passphrase-file"


def add(call: Call) -> Answer:
    """Lets a person in with a first passphrase; a supervisor who is administrator signs for it."""
    args = call.args
    passphrase = new_passphrase_of(call, args.new_passphrase_file, _NEW_FILE)
    roles = tuple(dict.fromkeys(args.role))
    with at_desk(call, write=True) as desk:
        people.add(desk, (args.login, args.name, args.badge), roles, passphrase, **_cost(call))
        notes = desk.warnings
    return Answer(
        {"login": args.login, "name": args.name, "badge": args.badge, "roles": list(roles)},
        [
            f"{args.login} may sign in from now on, as {_named(roles)}.",
            "The passphrase is temporary: it is changed at the first sign-in.",
        ],
        notes=notes,
    )


def listed(call: Call) -> Answer:
    """Everybody who has or had a login."""
    with at_desk(call, write=False) as desk:
        logins = people.listed(desk)
        lines = [_line(one, desk.zone) for one in logins]
        return Answer({"people": [_document(one) for one in logins]}, lines, notes=desk.warnings)


def disable(call: Call) -> Answer:
    """Takes a person's way in away; what they wrote stays theirs."""
    args = call.args
    with at_desk(call, write=True) as desk:
        people.disable(desk, args.login, args.reason or "")
        notes = desk.warnings
    return Answer(
        {"disabled": args.login}, [f"{args.login} may not sign in any more."], notes=notes
    )


def passphrase(call: Call) -> Answer:
    """Changes the passphrase of who signs in, or gives another person a temporary one."""
    args = call.args
    own = args.login is None or args.login == args.user
    old = passphrase_of(call)
    new = new_passphrase_of(call, args.new_passphrase_file, _NEW_FILE)
    with at_desk(call, write=True, passphrase=old) as desk:
        if own:
            people.change_passphrase(desk, old, new, **_cost(call))
        else:
            people.reset(desk, args.login, new, **_cost(call))
        login, notes = desk.person.login if own else args.login, desk.warnings
    said = "Your passphrase was changed."
    if not own:
        said = f"{login} signs in with the new passphrase, and changes it then."
    return Answer({"login": login, "temporary": not own}, [said], notes=notes)


def unlock(call: Call) -> Answer:
    """Lets a login try again: by a supervisor's sign-in, or by the recovery key."""
    args = call.args
    if args.recovery_file is None:
        with at_desk(call, write=True) as desk:
            people.release(desk, args.login)
            notes = desk.warnings
    else:
        if args.user is not None:
            raise BadInput(
                "Both --user and --recovery-file are given", "Give one of them.", field="--user"
            )
        folder, key = record_of(call), recovery_key_in(args.recovery_file, "--recovery-file")
        desk = signing_in.sign_in_with_recovery(folder, key, clock=call.around.clock)
        try:
            people.release(desk, args.login)
            notes = desk.warnings
        finally:
            desk.close()
    return Answer({"unlocked": args.login}, [f"{args.login} may try again."], notes=notes)


def _cost(call: Call) -> dict[str, Any]:
    return {} if call.around.cost is None else {"cost": call.around.cost}


def _named(roles: Any) -> str:
    return ", ".join(word("role", role).lower() for role in roles)


def _line(login: Login, zone: str) -> str:
    seen = (
        "" if login.last_seen is None else f"last signed in {day_and_time(login.last_seen, zone)}"
    )
    return joined(
        login.person.login,
        login.person.name,
        login.person.badge,
        _named(sorted(login.person.roles)),
        "disabled" if login.person.disabled else "",
        "locked after wrong passphrases" if login.locked else "",
        "temporary passphrase" if login.temporary and not login.person.disabled else "",
        seen or "never signed in",
    )


def _document(login: Login) -> dict[str, Any]:
    person, seen = login.person, login.last_seen
    return {
        "login": person.login,
        "name": person.name,
        "badge": person.badge,
        "roles": sorted(person.roles),
        "disabled": person.disabled,
        "locked": login.locked,
        "temporary_passphrase": login.temporary,
        "last_seen": None if seen is None else seen.isoformat().replace("+00:00", "Z"),
    }
