"""A search of the child, in one line."""

from collections.abc import Callable
from typing import Any

from minors_desk.domain.searches import ChildSearched
from minors_desk.i18n import N_, SOURCE_LANGUAGE, translator
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined

_ = translator(SOURCE_LANGUAGE)

HEADINGS: dict[str, str] = {"child_searched": N_("Child searched")}


def _searched(body: ChildSearched) -> str:
    return joined(
        word("search_extent", body.extent),
        _("by {who} ({same})").format(who=body.by, same=word("same_sex", body.same_sex)),
        body.reason,
        body.authority,
        _("found: {what}").format(what=body.found) if body.found else "",
    )


SENTENCES: dict[type, Callable[[Any], str]] = {ChildSearched: _searched}
