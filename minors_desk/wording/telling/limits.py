"""Why a limit was passed, in one line."""

from collections.abc import Callable
from typing import Any

from minors_desk.domain.limits import LimitExplained
from minors_desk.i18n import N_, SOURCE_LANGUAGE, translator
from minors_desk.wording.phrases import joined

_ = translator(SOURCE_LANGUAGE)

HEADINGS: dict[str, str] = {
    "limit_explained": N_("Why a limit was passed"),
}


def _explained(body: LimitExplained) -> str:
    approved = _("approved by {who}").format(who=body.approved_by) if body.approved_by else ""
    return joined(body.rule, body.reason, approved, body.authority)


SENTENCES: dict[type, Callable[[Any], str]] = {
    LimitExplained: _explained,
}
