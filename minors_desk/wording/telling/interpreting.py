"""Interpreters, and who asked the child before, in one line each."""

from collections.abc import Callable
from typing import Any

from minors_desk.domain.interpreting import AskedBefore, InterpreterUsed
from minors_desk.i18n import N_, SOURCE_LANGUAGE, translator
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.values import language_name, partial_date

_ = translator(SOURCE_LANGUAGE)

HEADINGS: dict[str, str] = {
    "interpreter_used": N_("Interpreter"),
    "asked_before": N_("Asked before"),
}


def _interpreted(body: InterpreterUsed) -> str:
    return joined(
        language_name(body.language),
        word("interpreter_mode", body.mode),
        body.name,
        body.number,
        body.agency,
        body.phone,
        _("a relative or a child") if body.is_relative_or_child else "",
    )


def _asked(body: AskedBefore) -> str:
    when = "" if body.when is None else partial_date(body.when)
    return joined(body.agency, body.person, when, body.what, body.reference)


SENTENCES: dict[type, Callable[[Any], str]] = {
    InterpreterUsed: _interpreted,
    AskedBefore: _asked,
}
