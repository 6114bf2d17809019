"""A screening for trafficking: its outcome, what was found, and how each indicator was answered."""

from collections.abc import Callable
from typing import Any

from minors_desk.domain.trafficking_screening import (
    FOUND,
    GROUPS,
    Group,
    Looked,
    Setting,
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
    )


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


def looked_words(one: Looked) -> str:
    """One indicator with its answer and the words used."""
    answer = word("indicator_answer", one.answer)
    return joined(word("trafficking_indicator", one.indicator), answer, one.words)


def by_group(sheet: TraffickingScreened) -> tuple[tuple[Group, tuple[Looked, ...]], ...]:
    """The indicators that were come to, in the groups of the sheet; an empty group is left out."""
    told = {one.indicator: one for one in sheet.looked}
    groups = (
        (group, tuple(told[one] for one in members if one in told))
        for group, members in GROUPS.items()
    )
    return tuple((group, looked) for group, looked in groups if looked)


def setting_words(setting: Setting) -> str:
    """Who screened and who could hear it."""
    private = {"yes": _("alone with the child"), "no": _("not alone with the child")}
    return joined(
        setting.screener,
        word("screener_trained", setting.trained) if setting.trained else "",
        private.get(setting.in_private or "", ""),
        word("escort_where", setting.escort) if setting.escort else "",
        word("interpreted_by", setting.interpreted_by) if setting.interpreted_by else "",
        setting.interpreter,
    )


def pressed_words(sheet: TraffickingScreened) -> str:
    """Whether the child told of its own will; empty while nobody answered the closing question."""
    said = {"yes": _("the child was not pressed"), "no": _("the child was pressed")}
    return said.get(sheet.not_pressed or "", "")


SENTENCES: dict[type, Callable[[Any], str]] = {TraffickingScreened: _screened}
