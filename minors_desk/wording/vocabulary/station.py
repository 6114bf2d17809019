"""Words of the station: roles, signing keys, lists."""

from minors_desk.i18n import N_

WORDS = {
    "role": {
        "officer": N_("Officer"),
        "supervisor": N_("Supervisor"),
        "administrator": N_("Administrator"),
        "auditor": N_("Auditor"),
    },
    "key_reason": {
        "first": N_("first key of this record"),
        "recovery": N_("recovery key"),
        "added": N_("new person"),
        "reset": N_("new passphrase"),
    },
    "list_name": {"handoff_log": N_("Handoff log")},
}

FINDINGS: dict[str, str] = {}

REFUSALS: dict[str, tuple[str, str]] = {
    "supervisor_must_sign": (
        N_("A new person's key must be introduced by a supervisor"),
        N_("Let a supervisor who is an administrator add the person."),
    ),
    "roles_need_supervisor": (
        N_("What a person may do is signed for by a supervisor"),
        N_("Let a supervisor who is an administrator change the roles."),
    ),
    "not_on_yourself": (
        N_("Nobody does this to their own login"),
        N_("Ask another administrator or supervisor."),
    ),
    "last_of_its_role": (
        N_("Nobody else here could do what a supervisor or administrator does"),
        N_("Give somebody else that role first."),
    ),
    "passphrase_is_temporary": (
        N_("Your passphrase was given to you by somebody else"),
        N_("Choose your own first: at the window, or with `user passphrase`."),
    ),
}
