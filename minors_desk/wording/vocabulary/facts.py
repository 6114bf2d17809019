"""Words of facts: who says so, how sure, which name."""

from minors_desk.i18n import N_

WORDS = {
    "source": {
        "said": N_("says so"),
        "document": N_("document seen"),
        "record": N_("from a record"),
        "seen": N_("as seen"),
    },
    "certainty": {"sure": N_("sure"), "likely": N_("likely"), "doubtful": N_("doubtful")},
    "name_kind": {
        "usual": N_("Usual name"),
        "on_document": N_("On a document"),
        "nickname": N_("Nickname"),
    },
}

FINDINGS: dict[str, str] = {}

REFUSALS: dict[str, tuple[str, str]] = {}
