"""What the child was told and which calls it was offered, in one line each."""

from collections.abc import Callable
from typing import Any

from minors_desk.domain.rights import CallOffered, RightsTold
from minors_desk.i18n import N_, SOURCE_LANGUAGE, translator
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.values import spoken

_ = translator(SOURCE_LANGUAGE)

HEADINGS: dict[str, str] = {
    "rights_told": N_("Told the child"),
    "call_offered": N_("Call offered"),
}


def _told(body: RightsTold) -> str:
    return joined(
        *(word("right", one) for one in body.what),
        spoken(body.language),
        _("interpreter {who}").format(who=body.interpreter) if body.interpreter else "",
        word("understood", body.understood) if body.understood else "",
        body.words,
        _("answer: {words}").format(words=body.answer) if body.answer else "",
    )


def _offered(body: CallOffered) -> str:
    return joined(
        word("call_to", body.to), body.to_whom, word("call_answer", body.answer), body.note
    )


SENTENCES: dict[type, Callable[[Any], str]] = {RightsTold: _told, CallOffered: _offered}
