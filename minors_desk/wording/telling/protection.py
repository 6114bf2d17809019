"""A concern for the child's protection, in one line."""

from collections.abc import Callable
from typing import Any

from minors_desk.domain.protection import ProtectionConcern
from minors_desk.i18n import N_, SOURCE_LANGUAGE, translator
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.telling.trafficking import discovered

_ = translator(SOURCE_LANGUAGE)

HEADINGS: dict[str, str] = {
    "protection_concern": N_("Concern for the child"),
}


def _concern(body: ProtectionConcern) -> str:
    asked = (
        (_("in danger now: {text}"), body.danger_now),
        (_("may run away: {text}"), body.may_run_away),
    )
    return joined(
        discovered("concern", body),
        *(one.format(text=word("answer", said).lower()) for one, said in asked if said),
    )


SENTENCES: dict[type, Callable[[Any], str]] = {ProtectionConcern: _concern}
