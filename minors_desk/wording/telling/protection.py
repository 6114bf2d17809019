"""A concern for the child's protection, in one line."""

from collections.abc import Callable
from functools import partial
from typing import Any

from minors_desk.domain.protection import ProtectionConcern
from minors_desk.i18n import N_
from minors_desk.wording.telling.trafficking import discovered

HEADINGS: dict[str, str] = {
    "protection_concern": N_("Concern for the child"),
}


SENTENCES: dict[type, Callable[[Any], str]] = {
    ProtectionConcern: partial(discovered, "concern"),
}
