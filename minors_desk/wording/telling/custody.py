"""Custody and presence, in one line each."""

from collections.abc import Callable
from typing import Any

from minors_desk.domain.custody import CustodyBegan, Moved, Presence
from minors_desk.i18n import N_, SOURCE_LANGUAGE, translator
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined, lock_words, place_words

_ = translator(SOURCE_LANGUAGE)

HEADINGS: dict[str, str] = {
    "custody_began": N_("Custody began"),
    "moved": N_("Moved"),
}


def _presence(body: Presence) -> str:
    return joined(
        place_words(body.place, body.room),
        lock_words(body.secure) + (f" ({body.secure_reason})" if body.secure_reason else ""),
        _("watched by {who}").format(who=body.watched_by),
    )


def _began(body: CustodyBegan) -> str:
    return joined(word("starts_from", body.starts_from), _presence(body), body.reason)


SENTENCES: dict[type, Callable[[Any], str]] = {
    CustodyBegan: _began,
    Moved: _presence,
}
