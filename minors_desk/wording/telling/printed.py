"""Papers issued and given out, in one line each."""

from collections.abc import Callable
from typing import Any

from minors_desk.domain.downtime import DowntimeEntered
from minors_desk.domain.labels import LabelsPrinted
from minors_desk.domain.official_forms import PREFIX
from minors_desk.domain.packets import PacketIssued
from minors_desk.domain.printed import CopyAccounted, PaperIssued, PaperPrinted, PrintFailed
from minors_desk.domain.signing import PaperSigned
from minors_desk.i18n import N_, SOURCE_LANGUAGE, translator
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.signing import device_words, signer_words

_ = translator(SOURCE_LANGUAGE)

HEADINGS: dict[str, str] = {
    "paper_issued": N_("Paper issued"),
    "paper_printed": N_("Paper given out"),
    "print_failed": N_("Printing failed"),
    "paper_signed": N_("Paper signed on screen"),
    "labels_printed": N_("Labels printed"),
    "packet_issued": N_("Packet put together"),
    "downtime_entered": N_("Entered from paper"),
    "copy_accounted": N_("Copy accounted for"),
}


def _paper(name: str) -> str:
    """What a paper is called; a form of another agency by the name that it has here."""
    if name.startswith(PREFIX):
        return _("Form {name}").format(name=name.removeprefix(PREFIX))
    return word("paper", name)


def _issued(body: PaperIssued) -> str:
    return joined(
        _paper(body.paper),
        body.number,
        _("version {v}, copy {c}").format(v=body.version, c=body.copy),
    )


def _printed(body: PaperPrinted) -> str:
    sealed = _("sealed as {subject}").format(subject=body.sealed_as) if body.sealed_as else ""
    return joined(word("outlet", body.outlet), body.given_to, sealed)


def _failed(body: PrintFailed) -> str:
    return body.reason or _("No paper came out")


def _accounted(body: CopyAccounted) -> str:
    return joined(word("copy_fate", body.what), body.to, body.reason)


def _signed(body: PaperSigned) -> str:
    return joined(
        word("paper", body.paper),
        signer_words(body.name, body.badge, body.title),
        device_words(body.device),
    )


def _packet(body: PacketIssued) -> str:
    count = len(body.papers)
    copies = _("1 copy") if count == 1 else _("{n} copies").format(n=count)
    return joined(body.number, word("packet_for", body.for_whom), copies)


def _labels(body: LabelsPrinted) -> str:
    each = _("{n} of each").format(n=body.copies) if body.copies > 1 else ""
    name = _("with the name") if body.with_name else _("without a name")
    return joined(word("label_kind", body.what), ", ".join(body.codes), body.format, each, name)


def _entered(body: DowntimeEntered) -> str:
    count = len(body.covers)
    lines = _("1 entry") if count == 1 else _("{n} entries").format(n=count)
    scan = _("with its scan") if body.scan is not None else ""
    return joined(body.number, word("downtime_sheet", body.sheet), lines, scan)


SENTENCES: dict[type, Callable[[Any], str]] = {
    PaperIssued: _issued,
    PaperPrinted: _printed,
    PrintFailed: _failed,
    PaperSigned: _signed,
    PacketIssued: _packet,
    LabelsPrinted: _labels,
    DowntimeEntered: _entered,
    CopyAccounted: _accounted,
}
