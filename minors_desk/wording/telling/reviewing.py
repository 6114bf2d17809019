"""What a supervisor decided on a case, in one line each."""

from collections.abc import Callable
from typing import Any

from minors_desk.domain.reviewing import CaseApproved, CaseReturned
from minors_desk.i18n import N_, SOURCE_LANGUAGE, translator
from minors_desk.wording.phrases import joined

_ = translator(SOURCE_LANGUAGE)

HEADINGS: dict[str, str] = {
    "case_approved": N_("Case approved"),
    "case_returned": N_("Case returned"),
}


def _approved(body: CaseApproved) -> str:
    packs = ", ".join(one.pack for one in body.packs)
    return joined(_("under the rules {packs}").format(packs=packs) if packs else "", body.note)


def _returned(body: CaseReturned) -> str:
    return joined("; ".join(one.words for one in body.reasons), body.note)


SENTENCES: dict[type, Callable[[Any], str]] = {CaseApproved: _approved, CaseReturned: _returned}
