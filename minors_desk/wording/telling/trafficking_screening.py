"""A screening for trafficking: its outcome, what was found, and how each indicator was answered."""

from collections.abc import Callable
from typing import Any

from minors_desk.domain.trafficking_screening import (
    FOUND,
    TraffickingScreened,
    counts,
    found,
)
from minors_desk.i18n import N_, SOURCE_LANGUAGE, translator
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined

_ = translator(SOURCE_LANGUAGE)
NO_VERDICT = N_("Indicators, not a verdict")
"""What a screening is, on every screen and list that shows one."""
HEADINGS: dict[str, str] = {"trafficking_screened": N_("Trafficking screening")}


def _screened(body: TraffickingScreened) -> str:
    return joined(
        word("trafficking_outcome", body.outcome),
        *(word("trafficking_indicator", one.indicator) for one in found(body)),
        counted(body),
        body.setting.screener,
        body.account,
        body.note,
        body.when_where,
        _needs(body),
        {"yes": _("may be called"), "no": _("not to be called")}.get(body.may_call or "", ""),
    )


def _needs(body: TraffickingScreened) -> str:
    needed = ", ".join(word("service_needed", one) for one in body.services)
    return _("needs: {text}").format(text=needed) if needed else ""


def counted(sheet: TraffickingScreened) -> str:
    """How many indicators were answered how; what was not asked is told for itself."""
    many = counts(sheet)
    positive = sum(many[one] for one in FOUND)
    told = (
        (_("{n} seen or told"), positive),
        (_("{n} looked for and not seen"), many["not_seen"]),
        (_("{n} could not be told"), many["could_not_tell"]),
        (_("{n} not asked"), many["not_asked"]),
    )
    return ", ".join(words.format(n=n) for words, n in told if n)


SENTENCES: dict[type, Callable[[Any], str]] = {TraffickingScreened: _screened}
