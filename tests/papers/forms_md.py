"""Every numbered box of the ten papers of the domain's list of forms, and which of ours hold it.

The list of forms is no part of the project: its boxes stand here in a few words each. A name that
ends in `.*` means every box or cell that begins so. A box that stands nowhere says why.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tests.papers.forms_md_custody import CONTACTS, CUSTODY, RECEIPT
from tests.papers.forms_md_others import (
    BELONGINGS,
    CONSULAR_GUARDIAN,
    CONSULAR_NOTICE,
    HANDOFF,
    SCREENING,
    TRAFFICKING,
    UNACCOMPANIED,
    WELFARE,
)

COMMON = {
    "agency": "head.agency",
    "unit": "head.unit",
    "case no.": "head.case_number",
    "paper no.": "imprint.paper_number",
    "version": "imprint.version",
    "page x of y": "imprint.page",
    "confidential, with the statute": "head.statute",
    "time zone": "head.zone",
    "prepared by (name, badge, unit), date and time": "foot.prepared_by",
    "reviewed by": "foot.reviewed_by",
    "printed at": "imprint.printed_at",
    "hash or QR of the record": "imprint.seal_code",
}
"""The common head and foot. `imprint.` is what only a copy has; it is drawn on every page."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One numbered box of the list: its words, our boxes that hold it, or why none does."""

    number: str
    words: str
    boxes: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Listed:
    """One paper of the list: its number there, the boxes asked, and ours that nobody asked for."""

    name: str
    asked: tuple[Asked, ...]
    beyond: tuple[str, ...]


def _asked(text: str) -> Iterator[Asked]:
    """Read the rows: number, words, our boxes, and after a dash why there is none."""
    for line in text.strip().replace("\n    ", " ").splitlines():
        number, words, ours = (part.strip() for part in line.split("|"))
        boxes, _, why = ours.partition("--")
        yield Asked(number, words, tuple(boxes.split()), why.strip())


def _listed(name: str, source: tuple[str, str]) -> Listed:
    asked, beyond = source
    return Listed(name, tuple(_asked(asked)), tuple(beyond.split()))


FORMS = (
    (1, _listed("custody_log", CUSTODY)),
    (2, _listed("transfer_receipt", RECEIPT)),
    (3, _listed("belongings", BELONGINGS)),
    (4, _listed("consular_notice", CONSULAR_NOTICE)),
    (4, _listed("consular_guardian", CONSULAR_GUARDIAN)),
    (5, _listed("welfare_referral", WELFARE)),
    (6, _listed("trafficking_notice", TRAFFICKING)),
    (7, _listed("unaccompanied_summary", UNACCOMPANIED)),
    (8, _listed("screening_sheet", SCREENING)),
    (9, _listed("contact_log", CONTACTS)),
    (10, _listed("handoff_summary", HANDOFF)),
)
"""By the number that the paper has in the list; the fourth has two variants."""
BOXES_ASKED = {
    "custody_log": 28,
    "transfer_receipt": 21,
    "belongings": 16,
    "consular_notice": 13,
    "consular_guardian": 9,
    "welfare_referral": 19,
    "trafficking_notice": 17,
    "unaccompanied_summary": 20,
    "screening_sheet": 19,
    "contact_log": 16,
    "handoff_summary": 16,
}
"""How many boxes the list numbers; the foot of the contact log, which it does not, is the last."""
