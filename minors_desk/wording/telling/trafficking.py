"""A sign of trafficking, in one line."""

from collections.abc import Callable
from typing import Any

from minors_desk.domain.trafficking import TraffickingSignSeen
from minors_desk.i18n import N_
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined

HEADINGS: dict[str, str] = {
    "trafficking_sign_seen": N_("Sign of trafficking"),
}


def _seen(body: TraffickingSignSeen) -> str:
    signs = (word("trafficking_sign", one) for one in body.what)
    return joined(*signs, word("discovered", body.how), body.note)


SENTENCES: dict[type, Callable[[Any], str]] = {
    TraffickingSignSeen: _seen,
}
