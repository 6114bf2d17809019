"""Every paper by its name, in the order in which they are offered."""

from collections.abc import Mapping
from types import MappingProxyType

from minors_desk.papers import (
    belongings,
    child_receipt,
    consular_sheet,
    contact_log,
    custody_log,
    diligence,
    disclosure_register,
    handoff_summary,
    rights_notice,
    screening_sheet,
    shift_brief,
    trafficking_notice,
    transfer_receipt,
    unaccompanied_summary,
    welfare_referral,
)
from minors_desk.papers.paper import Paper
from minors_desk.papers.station_paper import StationPaper

PAPERS: Mapping[str, Paper] = MappingProxyType(
    {
        paper.name: paper
        for paper in (
            transfer_receipt.PAPER,
            custody_log.PAPER,
            belongings.PAPER,
            consular_sheet.NOTICE,
            consular_sheet.GUARDIAN,
            screening_sheet.PAPER,
            contact_log.PAPER,
            diligence.PAPER,
            disclosure_register.PAPER,
            welfare_referral.PAPER,
            trafficking_notice.PAPER,
            unaccompanied_summary.PAPER,
            rights_notice.PAPER,
            handoff_summary.PAPER,
            child_receipt.PAPER,
        )
    }
)
STATION_PAPERS: Mapping[str, StationPaper] = MappingProxyType(
    {paper.name: paper for paper in (shift_brief.PAPER,)}
)
"""Those of no one case."""
