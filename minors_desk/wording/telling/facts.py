"""Facts told, in one line each."""

from collections.abc import Callable
from typing import Any

from minors_desk.domain.facts import FactTold
from minors_desk.i18n import N_, SOURCE_LANGUAGE, translator
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined

_ = translator(SOURCE_LANGUAGE)

HEADINGS: dict[str, str] = {
    "fact_told": N_("Name told"),
}


def _fact(body: FactTold) -> str:
    name = body.value
    return joined(
        _("Name: {name}").format(name=name.as_said),
        name.own_script,
        word("source", body.source),
    )


SENTENCES: dict[type, Callable[[Any], str]] = {
    FactTold: _fact,
}
