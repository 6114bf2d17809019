"""That the child is questioned about an offense, in one line."""

from collections.abc import Callable
from typing import Any

from minors_desk.domain.questioning import QuestioningBegan
from minors_desk.i18n import N_, SOURCE_LANGUAGE, translator
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.values import spoken

_ = translator(SOURCE_LANGUAGE)

HEADINGS: dict[str, str] = {
    "questioning_began": N_("Questioning began"),
}


def _began(body: QuestioningBegan) -> str:
    return joined(
        _("by {who}").format(who=body.by),
        body.offence,
        word("lawyer_there", body.lawyer),
        word("adult_there", body.adult),
        body.adult_name,
        _("rights told") if body.rights_told == "yes" else _("rights NOT told"),
        spoken(body.rights_language),
        _("recorded") if body.recorded == "yes" else _("not recorded"),
        body.note,
    )


SENTENCES: dict[type, Callable[[Any], str]] = {
    QuestioningBegan: _began,
}
