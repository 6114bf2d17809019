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
    how = _("not encrypted: {why}").format(why=body.plain_because) if body.plain else ""
    count = _("entries: {n}").format(n=body.entries)
    return joined(body.recipient, body.purpose, how or _("encrypted"), count, body.digest[:16])


SENTENCES: dict[type, Callable[[Any], str]] = {CaseExported: _exported}
