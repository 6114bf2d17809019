"""Facts told, in one line each."""

from collections.abc import Callable
from typing import Any

from minors_desk.domain.facts import FactTold
from minors_desk.i18n import N_, SOURCE_LANGUAGE, translator
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.values import language_name, value_words

_ = translator(SOURCE_LANGUAGE)

HEADINGS: dict[str, str] = {
    "fact_told": N_("Told"),
}


def _fact(body: FactTold) -> str:
    if body.value is not None:
        told = joined(value_words(body.fact, body.value), word("source", body.source))
    else:
        told = word("no_value", body.no_value or "unknown")
    return joined(
        _("{fact}: {told}").format(fact=word("fact", body.fact), told=told),
        _("of another person") if body.about is not None else "",
        _("told by {who}").format(who=body.said_by) if body.said_by else "",
        _("in {language}").format(language=language_name(body.language_used))
        if body.language_used
        else "",
    )


SENTENCES: dict[type, Callable[[Any], str]] = {
    FactTold: _fact,
}
