"""The encounter, in one line."""

from collections.abc import Callable
from typing import Any

from minors_desk.domain.encounter import Encountered
from minors_desk.i18n import N_, SOURCE_LANGUAGE, translator
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined

_ = translator(SOURCE_LANGUAGE)

HEADINGS: dict[str, str] = {
    "encountered": N_("Encounter"),
}


def _encountered(body: Encountered) -> str:
    legal = word("legal_class", body.legal_class) if body.legal_class else _("not classed yet")
    return joined(body.place, body.how_found, legal)


SENTENCES: dict[type, Callable[[Any], str]] = {
    Encountered: _encountered,
}
