"""Papers issued and given out, in one line each."""

from collections.abc import Callable
from typing import Any

from minors_desk.domain.official_forms import PREFIX
from minors_desk.domain.printed import PaperIssued, PaperPrinted, PrintFailed
from minors_desk.i18n import N_, SOURCE_LANGUAGE, translator
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined

_ = translator(SOURCE_LANGUAGE)

HEADINGS: dict[str, str] = {
    "paper_issued": N_("Paper issued"),
    "paper_printed": N_("Paper given out"),
    "print_failed": N_("Printing failed"),
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
    return joined(word("outlet", body.outlet), body.given_to)


def _failed(body: PrintFailed) -> str:
    return body.reason or _("No paper came out")


SENTENCES: dict[type, Callable[[Any], str]] = {
    PaperIssued: _issued,
    PaperPrinted: _printed,
    PrintFailed: _failed,
}
