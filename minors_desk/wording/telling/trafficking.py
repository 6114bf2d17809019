"""A sign of trafficking, in one line."""

from collections.abc import Callable
from functools import partial
from typing import Any

from minors_desk.domain.protection import ProtectionConcern
from minors_desk.domain.trafficking import TraffickingSigns, TraffickingSignSeen
from minors_desk.i18n import N_
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined

HEADINGS: dict[str, str] = {
    "trafficking_sign_seen": N_("Sign of trafficking"),
}


def discovered(codes: str, body: TraffickingSignSeen | TraffickingSigns | ProtectionConcern) -> str:
    """What came to light by the words of its list, how, and in which words it was said."""
    what = (word(codes, one) for one in body.what)
    return joined(*what, word("discovered", body.how), body.note)


SENTENCES: dict[type, Callable[[Any], str]] = {
    TraffickingSignSeen: partial(discovered, "trafficking_sign"),
}
