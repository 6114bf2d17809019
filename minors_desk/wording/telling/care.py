"""Care, in one line each."""

from collections.abc import Callable
from typing import Any

from minors_desk.domain.care import CareGiven, MedicineGiven, WelfareChecked
from minors_desk.i18n import N_, SOURCE_LANGUAGE, translator
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined

_ = translator(SOURCE_LANGUAGE)

HEADINGS: dict[str, str] = {
    "welfare_checked": N_("Welfare check"),
    "care_given": N_("Care"),
    "medicine_given": N_("Medicine"),
}


def _checked(body: WelfareChecked) -> str:
    return joined(word("condition", body.condition), body.note)


def _given(body: CareGiven) -> str:
    return joined(word("need", body.what), word("taken", body.answer), body.what_given, body.note)


def _medicine(body: MedicineGiven) -> str:
    given_by = _("given by {who}").format(who=body.given_by) if body.given_by else ""
    return joined(
        body.medicine,
        body.dose,
        word("taken", body.answer),
        given_by,
        _("on the word of {whom}").format(whom=body.authority) if body.authority else "",
        body.note,
    )


SENTENCES: dict[type, Callable[[Any], str]] = {
    WelfareChecked: _checked,
    CareGiven: _given,
    MedicineGiven: _medicine,
}
