"""The handoff, in one line for each of its entries."""

from collections.abc import Callable
from typing import Any

from minors_desk.domain.counter import HandoffCounted, SignedOnPaper
from minors_desk.domain.handoff import (
    HandoffAccepted,
    HandoffFailed,
    HandoffProposed,
    HandoffRefused,
    HandoffSigned,
    ReceiverChecked,
)
from minors_desk.i18n import N_, SOURCE_LANGUAGE, translator
from minors_desk.wording.codes import word
from minors_desk.wording.handoff import check_words, count_words
from minors_desk.wording.phrases import joined
from minors_desk.wording.signing import device_words

_ = translator(SOURCE_LANGUAGE)

HEADINGS: dict[str, str] = {
    "handoff_proposed": N_("Handoff proposed"),
    "receiver_checked": N_("Receiver checked"),
    "handoff_signed": N_("Signed"),
    "handoff_counted": N_("Counted with the receiver"),
    "signed_on_paper": N_("Signed on paper"),
    "handoff_accepted": N_("Handed over"),
    "handoff_refused": N_("Handoff refused"),
    "handoff_failed": N_("Handoff failed"),
}


def _proposed(body: HandoffProposed) -> str:
    who = body.receiver
    return joined(
        _("No. {n}").format(n=body.handoff),
        who.agency,
        who.person,
        word("receiver_kind", who.what) if who.what else "",
        body.authority,
        body.place,
    )


def _receiver(body: ReceiverChecked) -> str:
    return check_words(body)


def _counted(body: HandoffCounted) -> str:
    return count_words(body)


def _signed(body: HandoffSigned) -> str:
    with_what = device_words(body.device) if body.device else ""
    return joined(word("side", body.side), body.name, body.badge, with_what)


def _on_paper(body: SignedOnPaper) -> str:
    copy = _("copy {paper}").format(paper=body.paper)
    return joined(word("side", body.side), body.name, body.badge, copy)


def _accepted(body: HandoffAccepted) -> str:
    return _("No. {n} accepted: custody is the receiver's").format(n=body.handoff)


def _refused(body: HandoffRefused) -> str:
    by = _("by {who}").format(who=word("refused_by", body.by))
    return joined(
        _("No. {n}").format(n=body.handoff),
        by,
        word("refusal_reason", body.reason),
        body.detail,
        _stays(body.child_is_at),
    )


def _failed(body: HandoffFailed) -> str:
    return joined(
        _("No. {n}").format(n=body.handoff),
        word("failure_reason", body.reason),
        body.detail,
        _stays(body.child_is_at),
    )


def _stays(where: str) -> str:
    return _("the child is at: {where}").format(where=where)


SENTENCES: dict[type, Callable[[Any], str]] = {
    HandoffProposed: _proposed,
    ReceiverChecked: _receiver,
    HandoffSigned: _signed,
    HandoffCounted: _counted,
    SignedOnPaper: _on_paper,
    HandoffAccepted: _accepted,
    HandoffRefused: _refused,
    HandoffFailed: _failed,
}
