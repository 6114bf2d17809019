"""The legal class given after the encounter, in one line."""

from collections.abc import Callable
from typing import Any

from minors_desk.domain.classing import LegalClassed
from minors_desk.i18n import N_
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined

HEADINGS: dict[str, str] = {
    "classed": N_("Classed"),
}


def _classed(body: LegalClassed) -> str:
    return joined(word("legal_class", body.legal_class), body.offence, body.authority, body.note)


SENTENCES: dict[type, Callable[[Any], str]] = {
    LegalClassed: _classed,
}
