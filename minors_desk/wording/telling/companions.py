"""Children found together, in one line each; another child is never named in this one's log."""

from collections.abc import Callable
from typing import Any

from minors_desk.domain.companions import CompanionLinked, CompanionsKept, CompanionsParted
from minors_desk.i18n import N_, SOURCE_LANGUAGE, ngettext, translator
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined

_ = translator(SOURCE_LANGUAGE)

HEADINGS: dict[str, str] = {
    "companion_linked": N_("Companion"),
    "kept_together": N_("Kept together"),
    "parted": N_("Parted"),
}


def _linked(body: CompanionLinked) -> str:
    found = _("found together") if body.found_together else _("not found together")
    return joined(word("companion_relation", body.relation), found)


def _kept(body: CompanionsKept) -> str:
    count = len(body.others)
    others = ngettext(SOURCE_LANGUAGE, "with {n} other child", "with {n} other children", count)
    return joined(others.format(n=count), body.note)


def _parted(body: CompanionsParted) -> str:
    return joined(
        body.reason,
        _("decided by {who}").format(who=body.decided_by) if body.decided_by else "",
        _("the other child: {where}").format(where=body.where_other) if body.where_other else "",
    )


SENTENCES: dict[type, Callable[[Any], str]] = {
    CompanionLinked: _linked,
    CompanionsKept: _kept,
    CompanionsParted: _parted,
}
