"""The commands on people: letting somebody in, and lifting a lock after wrong passphrases."""

from minors_desk.cli.desks import at_desk, new_passphrase_of, record_of
from minors_desk.cli.reading import recovery_key_in
from minors_desk.cli.surroundings import Answer, Call
from minors_desk.errors import BadInput
from minors_desk.services import people, signing_in
from minors_desk.wording.codes import word


def add(call: Call) -> Answer:
    """Lets a person in with a first passphrase; a supervisor who is administrator signs for it."""
    args = call.args
    passphrase = new_passphrase_of(call, args.new_passphrase_file, "--new-passphrase-file")
    roles = tuple(dict.fromkeys(args.role))
    with at_desk(call, write=True) as desk:
        people.add(
            desk, (args.login, args.name, args.badge), roles, passphrase, cost=call.around.cost
        )
        notes = desk.warnings
    named = ", ".join(word("role", role).lower() for role in roles)
    return Answer(
        {"login": args.login, "name": args.name, "badge": args.badge, "roles": list(roles)},
        [f"{args.login} may sign in from now on, as {named}."],
        notes=notes,
    )


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
