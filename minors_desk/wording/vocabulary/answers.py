"""Words of answers: yes and no, and the four ways in which there is none."""

from minors_desk.i18n import N_

_NONE = {
    "unknown": N_("Unknown"),
    "refused": N_("Refused"),
    "not_asked": N_("Not asked"),
    "does_not_apply": N_("Does not apply"),
}
_YES_NO = {"yes": N_("Yes"), "no": N_("No")}
WORDS = {"no_answer": _NONE, "yes_no": _YES_NO, "answer": {**_YES_NO, **_NONE}}

FINDINGS: dict[str, str] = {}

REFUSALS: dict[str, tuple[str, str]] = {}
