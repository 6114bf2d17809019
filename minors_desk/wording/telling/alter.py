"""Corrections, in one line each."""

from collections.abc import Callable
from typing import Any

from minors_desk.domain.alter import Amended, Withdrawn
from minors_desk.i18n import N_

HEADINGS: dict[str, str] = {
    "amended": N_("Amended"),
    "withdrawn": N_("Withdrawn"),
}


def _correction(body: Amended | Withdrawn) -> str:
    return body.reason


SENTENCES: dict[type, Callable[[Any], str]] = {
    Amended: _correction,
    Withdrawn: _correction,
}
