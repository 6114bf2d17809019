"""Every paper by its name, in the order in which they are offered."""

from collections.abc import Mapping
from types import MappingProxyType

from minors_desk.papers import (
    child_receipt,
    contact_log,
    custody_log,
    diligence,
    disclosure_register,
    transfer_receipt,
)
from minors_desk.papers.paper import Paper

PAPERS: Mapping[str, Paper] = MappingProxyType(
    {
        paper.name: paper
        for paper in (
            transfer_receipt.PAPER,
            custody_log.PAPER,
            contact_log.PAPER,
            diligence.PAPER,
            disclosure_register.PAPER,
            child_receipt.PAPER,
        )
    }
)
