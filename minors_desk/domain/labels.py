"""Labels for a wristband and for bags of belongings: their codes, and that they were printed.

A code says which case or bag, and nothing of the child; Find opens the case by it.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec

from minors_desk.domain.belongings import Bag, bags
from minors_desk.domain.bodies import Body, Handlers, Needed
from minors_desk.domain.printed import Count

if TYPE_CHECKING:
    from minors_desk.domain.case import Case
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft

LabelKind = Literal["wristband", "bags"]
LABEL_KINDS: tuple[LabelKind, ...] = ("wristband", "bags")


class LabelsPrinted(Body, frozen=True, kw_only=True, tag="labels_printed"):
    """Labels were made, in which format, and whether the child's name stands on them.

    Written before they come out, so that no code is ever out that Find does not know.
    """

    what: LabelKind
    format: Needed
    copies: Count = 1
    with_name: bool = False
    codes: Annotated[tuple[Needed, ...], msgspec.Meta(min_length=1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One label: its code, and the lines beside it; ``name`` only where that was chosen."""

    code: str
    lines: tuple[str, ...]
    name: str = ""


def bag_code(case_number: str, bag: Bag) -> str:
    """``AC-26-0412-B3``: a bag goes by the first line that is in it, a number used once in a case.

    Not by what is written on the bag, which may be a name.
    """
    return f"{case_number}-B{min(bag.lines)}"


def labels_of(case: "Case", what: LabelKind, station: str, *, with_name: bool) -> tuple[Label, ...]:
    """The labels of a case: one for the wristband, one for each sealed bag that is with us."""
    name = case.names[0].value.as_said if with_name and case.names else ""
    if what == "wristband":
        return (Label(code=case.number, lines=(station,), name=name),)
    return tuple(
        Label(
            code=bag_code(case.number, one),
            lines=(f"Bag {one.bag}", f"Seal {one.seal}", station),
            name=name,
        )
        for one in bags(case)
    )


def _nothing(_draft: "Draft", _entry: "Entry", _body: LabelsPrinted) -> None:
    """Told for the record only; the child is where it was."""


KINDS = (LabelsPrinted,)
HANDLERS: Handlers = {LabelsPrinted: _nothing}
