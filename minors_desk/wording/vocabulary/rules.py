"""Words of rules: whom they bind and what kind of thing they ask."""

from minors_desk.i18n import N_

WORDS = {
    "binds": {
        "police": N_("police: us"),
        "anyone": N_("anyone: us too"),
        "federal": N_("federal agencies"),
        "court": N_("the court"),
        "receiver": N_("the receiver"),
        "state": N_("the state"),
        "provider": N_("a provider of care"),
    },
    "rule_kind": {
        "deadline": N_("once, by a time"),
        "interval": N_("again and again"),
        "prohibition": N_("never"),
    },
}

FINDINGS: dict[str, str] = {}

REFUSALS: dict[str, tuple[str, str]] = {}
