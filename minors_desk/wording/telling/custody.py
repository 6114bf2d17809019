"""Custody, presence and transport, in one line each."""

from collections.abc import Callable
from typing import Any

from minors_desk.domain.custody import CustodyBegan, Moved, Presence
from minors_desk.domain.ending import CustodyEnded, FoundAgain
from minors_desk.domain.links import CaseLinked
from minors_desk.domain.presence import Relieved, Secured, Unsecured
from minors_desk.domain.transport import TransportArrived, TransportLeft
from minors_desk.i18n import N_, SOURCE_LANGUAGE, translator
from minors_desk.wording.codes import word
from minors_desk.wording.custody import escorts, tenths, watched
from minors_desk.wording.phrases import joined, lock_words, place_words

_ = translator(SOURCE_LANGUAGE)

HEADINGS: dict[str, str] = {
    "custody_began": N_("Custody began"),
    "moved": N_("Moved"),
    "secured": N_("Locked or cuffed"),
    "unsecured": N_("Let loose"),
    "relieved": N_("Watch relieved"),
    "transport_left": N_("Left by transport"),
    "transport_arrived": N_("Arrived"),
    "custody_ended": N_("Custody ended"),
    "found_again": N_("Found again"),
    "case_linked": N_("Case linked"),
}


def _lock(secure: bool, reason: str) -> str:
    return lock_words(secure) + (f" ({reason})" if reason else "")


def _presence(body: Presence) -> str:
    return joined(
        place_words(body.place, body.room),
        _lock(body.secure, body.secure_reason),
        watched(body.watched_by),
        "" if body.kept_apart is None else word("kept_apart", body.kept_apart),
    )


def _began(body: CustodyBegan) -> str:
    responsible = _("responsible: {who}").format(who=body.responsible) if body.responsible else ""
    return joined(
        word("starts_from", body.starts_from),
        _presence(body),
        body.reason,
        responsible,
        body.authority,
    )


def _secured(body: Secured) -> str:
    return joined(word("held_by", body.object), body.reason, body.note)


def _unsecured(body: Unsecured) -> str:
    held_by = _("Everything taken off") if body.object is None else word("held_by", body.object)
    return joined(held_by, body.note)


def _relieved(body: Relieved) -> str:
    return joined(watched(body.watched_by), body.note)


def _odometer(reading: int | None) -> str:
    if reading is None:
        return ""
    return _("odometer {n}").format(n=tenths(reading))


def _left(body: TransportLeft) -> str:
    return joined(
        word("transport_purpose", body.purpose),
        body.to_place,
        body.vehicle,
        *(escorts((one,)) for one in body.escorts),
        word("same_sex_escort", body.same_sex_escort) if body.same_sex_escort else "",
        _lock(body.secure, body.secure_reason),
        _odometer(body.odometer_tenths),
    )


def _arrived(body: TransportArrived) -> str:
    return joined(_presence(body), _odometer(body.odometer_tenths))


def _ended(body: CustodyEnded) -> str:
    return joined(word("end_reason", body.reason), body.detail, body.authority)


def _found(body: FoundAgain) -> str:
    return joined(body.where, body.condition, body.note)


SENTENCES: dict[type, Callable[[Any], str]] = {
    CustodyBegan: _began,
    Moved: _presence,
    Secured: _secured,
    Unsecured: _unsecured,
    Relieved: _relieved,
    TransportLeft: _left,
    TransportArrived: _arrived,
    CustodyEnded: _ended,
    FoundAgain: _found,
    CaseLinked: lambda body: joined(word("link_reason", body.why), body.note),
}
