"""Words of interpreters: how they spoke with the child, and what is wrong with some."""

from minors_desk.i18n import N_

WORDS: dict[str, dict[str, str]] = {
    "interpreter_mode": {
        "in_person": N_("in person"),
        "telephone": N_("by telephone"),
        "video": N_("by video"),
    },
}

FINDINGS: dict[str, str] = {
    "interpreter_is_relative_or_child": N_("Interpreted by a relative or by a child"),
    "interpreter_ended_before": N_("Interpreting that ended before it began"),
}

REFUSALS: dict[str, tuple[str, str]] = {}
