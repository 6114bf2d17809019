"""Every paper by its name: title, number, template version and how it is composed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from minors_desk.papers import transfer_receipt
from minors_desk.papers.sheet import Form
from minors_desk.papers.transfer_receipt import ReceiptInput


@dataclass(frozen=True, slots=True)
class Paper:
    """One kind of paper; `number_prefix` begins the number of each issued one."""

    name: str
    number_prefix: str
    title: str
    template_version: int
    compose: Callable[[ReceiptInput], Form]


PAPERS: Mapping[str, Paper] = MappingProxyType(
    {
        transfer_receipt.NAME: Paper(
            name=transfer_receipt.NAME,
            number_prefix="TR",
            title=transfer_receipt.TITLE,
            template_version=transfer_receipt.TEMPLATE_VERSION,
            compose=transfer_receipt.compose,
        )
    }
)
