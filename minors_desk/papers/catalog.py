"""Every paper by its name."""

from collections.abc import Mapping
from types import MappingProxyType

from minors_desk.papers import transfer_receipt
from minors_desk.papers.paper import Paper

PAPERS: Mapping[str, Paper] = MappingProxyType(
    {paper.name: paper for paper in (transfer_receipt.PAPER,)}
)
