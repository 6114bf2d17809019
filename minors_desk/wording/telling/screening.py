"""The medical screening, in one line: what was decided, and what was seen that matters most."""

from collections.abc import Callable
from typing import Any

from minors_desk.domain.screening import MedicallyScreened, injuries, urgent_signs
from minors_desk.i18n import N_, SOURCE_LANGUAGE, ngettext
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined

HEADINGS: dict[str, str] = {"medically_screened": N_("Medical screening")}


def _screened(body: MedicallyScreened) -> str:
    hurt = len(injuries(body))
    return joined(
        word("decision", body.outcome.decision),
        *(word("urgent_sign", one) for one in urgent_signs(body)),
        ngettext(SOURCE_LANGUAGE, "{n} injury", "{n} injuries", hurt).format(n=hurt)
        if hurt
        else "",
        body.outcome.provider,
        body.outcome.finding,
    )


SENTENCES: dict[type, Callable[[Any], str]] = {MedicallyScreened: _screened}
