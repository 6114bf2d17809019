"""That somebody reported the child missing, in one line."""

from collections.abc import Callable
from typing import Any

from minors_desk.domain.missing_reports import MissingReportReceived
from minors_desk.i18n import N_, SOURCE_LANGUAGE, translator
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined

_ = translator(SOURCE_LANGUAGE)

HEADINGS: dict[str, str] = {
    "missing_report_received": N_("Reported missing"),
}


def _received(body: MissingReportReceived) -> str:
    return joined(
        _("by {who}").format(who=body.reported_by),
        body.number,
        word("missing_category", body.category),
        body.note,
    )


SENTENCES: dict[type, Callable[[Any], str]] = {
    MissingReportReceived: _received,
}
