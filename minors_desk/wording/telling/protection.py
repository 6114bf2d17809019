"""A concern for the child's protection, in one line."""

from collections.abc import Callable
from typing import Any

from minors_desk.domain.protection import ProtectionConcern
from minors_desk.i18n import N_
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined

HEADINGS: dict[str, str] = {
    "protection_concern": N_("Concern for the child"),
}


def _discovered(body: ProtectionConcern) -> str:
    concerns = (word("concern", one) for one in body.what)
    return joined(*concerns, word("discovered", body.how), body.note)


SENTENCES: dict[type, Callable[[Any], str]] = {
    ProtectionConcern: _discovered,
}
