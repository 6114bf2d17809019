"""Care, in one line each."""

from collections.abc import Callable
from typing import Any

from minors_desk.domain.care import WelfareChecked
from minors_desk.i18n import N_
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined

HEADINGS: dict[str, str] = {
    "welfare_checked": N_("Welfare check"),
}


def _checked(body: WelfareChecked) -> str:
    return joined(word("condition", body.condition), body.note)


SENTENCES: dict[type, Callable[[Any], str]] = {
    WelfareChecked: _checked,
}
