"""Cases given out as a file, in one line."""

from collections.abc import Callable
from typing import Any

from minors_desk.domain.exporting import CaseExported
from minors_desk.i18n import N_, SOURCE_LANGUAGE, translator
from minors_desk.wording.phrases import joined

_ = translator(SOURCE_LANGUAGE)

HEADINGS: dict[str, str] = {
    "case_exported": N_("Exported"),
}


def _exported(body: CaseExported) -> str:
    count = _("entries: {n}").format(n=body.entries)
    return joined(body.recipient, body.purpose, _how(body), count, body.digest[:16])


def _how(body: CaseExported) -> str:
    """Whether it was encrypted, and whether files of the child went with it."""
    how = _("not encrypted") if body.plain else _("encrypted")
    if body.files:
        how = _("{how}, with photographs and other files: {n}").format(how=how, n=body.files)
    return _("{how}: {why}").format(how=how, why=body.plain_because) if body.plain else how


SENTENCES: dict[type, Callable[[Any], str]] = {CaseExported: _exported}
