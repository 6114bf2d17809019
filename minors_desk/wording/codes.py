"""Words for every code the domain uses: answers, states, refusals, findings."""

from minors_desk.domain.admission import Refusal
from minors_desk.i18n import SOURCE_LANGUAGE, translator
from minors_desk.wording.vocabulary import (
    answers,
    attachments,
    backups,
    belongings,
    calling,
    care,
    closing,
    common,
    companions,
    consulate,
    contacts,
    custody,
    disclosures,
    encounter,
    facts,
    handoff,
    interpreting,
    missing_reports,
    people,
    printed,
    protection,
    questioning,
    reviewing,
    rights,
    rule_codes,
    rules,
    screening,
    searches,
    searching,
    station,
    trafficking,
    trafficking_screening,
)

_ = translator(SOURCE_LANGUAGE)
_FEATURES = (
    common,
    answers,
    encounter,
    facts,
    attachments,
    companions,
    interpreting,
    people,
    custody,
    care,
    screening,
    rights,
    searches,
    contacts,
    calling,
    belongings,
    consulate,
    questioning,
    missing_reports,
    protection,
    trafficking,
    trafficking_screening,
    disclosures,
    handoff,
    closing,
    rules,
    rule_codes,
    printed,
    searching,
    reviewing,
    station,
    backups,
)

WORDS: dict[str, dict[str, str]] = {
    **{codes: words for one in _FEATURES for codes, words in one.WORDS.items()},
    "reminder": {
        code: words
        for one in (contacts, care, screening, trafficking_screening, reviewing, disclosures)
        for code, words in one.REMINDERS.items()
    },
    "finding": {code: words for one in _FEATURES for code, words in one.FINDINGS.items()},
}
"""Words by list and code; every code the domain can give stands here (a test holds it)."""
REFUSALS = {code: words for one in _FEATURES for code, words in one.REFUSALS.items()}
"""(what happened, what to do) by the code of a refusal."""


def word(codes: str, code: str) -> str:
    """The words for a code of that list; the code itself when it is of a later version."""
    return _(WORDS[codes].get(code, code))


def choices(codes: str) -> tuple[tuple[str, str], ...]:
    """(code, words) of a list, in its order: what a choice field shows."""
    return tuple((code, _(words)) for code, words in WORDS[codes].items())


def refusal(error: Refusal) -> tuple[str, str]:
    """(what happened, what to do) for a refusal of the domain."""
    if error.code in handoff.MISSING:
        named = "; ".join(word("finding", code) for code in error.missing)
        return _("This handoff cannot be accepted yet"), _("Missing: {what}.").format(what=named)
    title, hint = REFUSALS[error.code]
    return _(title), _(hint).format(**error.params)
