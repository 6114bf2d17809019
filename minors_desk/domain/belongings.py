"""What the child had on it: taken into keeping line by line, counted, sealed in bags (paper 3).

Every thing is one numbered line, cash too; the number is used once in a case, and everything that
happens to the thing later names it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal
from uuid import UUID

import msgspec

from minors_desk.domain.answers import Answer
from minors_desk.domain.bodies import Body, Handlers, Instant, Line, Needed, Part, SecondPerson
from minors_desk.domain.money import CashAmount, Cents, Currency, totals

if TYPE_CHECKING:
    from minors_desk.domain.case import Case
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft

LineNumber = Annotated[int, msgspec.Meta(ge=1, le=10_000)]
Quantity = Annotated[int, msgspec.Meta(ge=1, le=100_000)]
Category = Literal["kept_by_child", "safekeeping", "evidence", "medicine", "contraband"]
PaperKind = Literal["passport", "birth_record", "identity_card", "other"]
Keepsake = Literal["religious", "family"]
ReturnedTo = Literal["child", "receiver", "parent", "other"]

NOT_FOR_THE_CHILD: frozenset[str] = frozenset({"evidence", "contraband"})
"""Categories that go back to nobody by the word *everything*, only by their number."""


class IdentityPaper(Part, frozen=True, kw_only=True):
    """A paper that says who somebody is, with its number and who issued it."""

    paper: PaperKind
    number: Line = ""
    issuer: Line = ""


class PhoneDetails(Part, frozen=True, kw_only=True):
    """A phone from outside; ``numbers_noted`` are what the child agreed to have written down."""

    make: Line = ""
    imei: Line = ""
    locked: Answer | None = None
    numbers_noted: Line = ""
    numbers_consent: Answer | None = None


class PropertyLine(Part, frozen=True, kw_only=True):
    """One thing, or several of a kind; a value needs its currency."""

    line: LineNumber
    description: Needed
    category: Category
    quantity: Quantity = 1
    marks: Line = ""
    condition: Line = ""
    value_cents: Cents | None = None
    currency: Currency | None = None
    paper: IdentityPaper | None = None
    phone: PhoneDetails | None = None
    keepsake: Keepsake | None = None
    evidence_number: Line = ""

    def __post_init__(self) -> None:
        if (self.value_cents is None) != (self.currency is None):
            raise ValueError("value_cents together with its currency")


class PropertyTaken(Body, frozen=True, kw_only=True, tag="property_taken"):
    """Things were listed; ``taken_from``: where they were, e.g. *left pocket*.

    ``owner`` is empty when it is the child. ``storage`` is where they lie from now on.
    """

    lines: Annotated[tuple[PropertyLine, ...], msgspec.Meta(min_length=1)]
    owner: Line = ""
    taken_from: Line = ""
    place: Line = ""
    witness: SecondPerson | None = None
    storage: Line = ""
    child_agrees: Answer | None = None
    disposition_due_at: Instant | None = None

    def __post_init__(self) -> None:
        if len({one.line for one in self.lines}) < len(self.lines):
            raise ValueError("line numbers that are used once")


class CashCounted(Body, frozen=True, kw_only=True, tag="cash_counted"):
    """Cash was counted by two; the same line again is a recount, which takes its place."""

    line: LineNumber
    amounts: Annotated[tuple[CashAmount, ...], msgspec.Meta(min_length=1)]
    second_counter: SecondPerson
    taken_from: Line = ""
    storage: Line = ""
    note: Line = ""


class BagSealed(Body, frozen=True, kw_only=True, tag="bag_sealed"):
    """These lines are in that bag under that seal; sealed again, it holds what is named then."""

    bag: Needed
    seal: Needed
    lines: Annotated[tuple[LineNumber, ...], msgspec.Meta(min_length=1)]
    witness: SecondPerson | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """That a thing was given back or handed on; ``at`` in UTC."""

    entry_id: UUID
    at: datetime
    to: ReturnedTo
    to_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Belonging:
    """A line as it stands: where it is, who has it, in which bag; ``at``: listed, UTC.

    ``listed`` is None for cash, whose last count is in ``cash``.
    """

    line: int
    entry_id: UUID
    at: datetime
    listed: PropertyLine | None = None
    cash: tuple[CashAmount, ...] = ()
    taken_from: str
    place: str
    holder: str = ""
    bag: str = ""
    seal: str = ""
    returned: Returned | None = None
    is_disputed: bool = False

    @property
    def category(self) -> Category:
        """Why we have it; cash is in safekeeping."""
        return "safekeeping" if self.listed is None else self.listed.category

    @property
    def goes_along(self) -> bool:
        """Whether it is open, and goes where the child goes."""
        return self.is_open and self.category not in NOT_FOR_THE_CHILD

    @property
    def is_open(self) -> bool:
        """Whether it is ours to give back or hand on; not so what the child kept."""
        return self.returned is None and self.category != "kept_by_child"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bag:
    """A sealed bag with the lines that are in it."""

    bag: str
    seal: str
    lines: tuple[int, ...]


def open_property(case: "Case") -> tuple[Belonging, ...]:
    """What has neither gone back nor been handed on, evidence too."""
    return tuple(one for one in case.belongings if one.is_open)


def goes_along(case: "Case") -> tuple[Belonging, ...]:
    """What is open and goes where the child goes: not what is kept as evidence or taken away."""
    return tuple(one for one in case.belongings if one.goes_along)


def cash_totals(case: "Case") -> dict[str, int]:
    """Cents by currency of all cash of the case by its last count, returned or not."""
    return totals(amount for one in case.belongings for amount in one.cash)


def bags(case: "Case") -> tuple[Bag, ...]:
    """The bags that were not returned, each with its seal and lines."""
    held: dict[tuple[str, str], list[int]] = {}
    for one in case.belongings:
        if one.bag and one.returned is None:
            held.setdefault((one.bag, one.seal), []).append(one.line)
    return tuple(Bag(bag=bag, seal=seal, lines=tuple(n)) for (bag, seal), n in held.items())


def next_line(case: "Case") -> int:
    """The next number; one that a withdrawn or amended entry used is not used again."""
    told = [body for line in case.log for body in (line.entry.body, line.counts)]
    listed = [one.line for body in told if isinstance(body, PropertyTaken) for one in body.lines]
    counted = [body.line for body in told if isinstance(body, CashCounted)]
    return max((*listed, *counted), default=0) + 1


def known_lines(draft: "Draft", entry: "Entry", numbers: Iterable[int]) -> set[int]:
    """Those that are on the list; a finding when one is not."""
    asked = set(numbers)
    known = asked & draft.belongings.keys()
    if known < asked:
        draft.find("property_unknown", entry)
    return known


def still_here(draft: "Draft", entry: "Entry", numbers: set[int]) -> set[int]:
    """Those that were not returned; a finding when one was."""
    here = {number for number in numbers if draft.belongings[number].returned is None}
    if here < numbers:
        draft.find("property_returned_already", entry)
    return here


def part_from_bags(draft: "Draft", numbers: Iterable[int]) -> bool:
    """Lines taken without the rest of their bag leave it; True when a seal was broken thereby."""
    taken, is_broken = set(numbers), False
    for number in sorted(taken):
        one = draft.belongings[number]
        rest = {
            other.line
            for other in draft.belongings.values()
            if one.bag and other.bag == one.bag and other.returned is None
        }
        if rest - taken:
            draft.belongings[number] = replace(one, bag="", seal="")
            is_broken = True
    return is_broken


def _taken(draft: "Draft", entry: "Entry", body: PropertyTaken) -> None:
    if any(one.line in draft.belongings for one in body.lines):
        draft.find("property_line_used", entry)
    if body.child_agrees == "no":
        draft.find("property_disputed", entry)
    if any(_noted_unasked(one.phone) for one in body.lines):
        draft.find("phone_numbers_without_consent", entry)
    for one in body.lines:
        if one.line not in draft.belongings:
            draft.belongings[one.line] = Belonging(
                line=one.line,
                entry_id=entry.id,
                at=body.occurred_at,
                listed=one,
                taken_from=body.taken_from,
                place=body.storage,
                is_disputed=body.child_agrees == "no",
            )
    draft.event("property_taken", entry, body)


def _noted_unasked(phone: PhoneDetails | None) -> bool:
    return phone is not None and bool(phone.numbers_noted) and phone.numbers_consent != "yes"


def _counted(draft: "Draft", entry: "Entry", body: CashCounted) -> None:
    before = draft.belongings.get(body.line)
    if before is None:
        draft.belongings[body.line] = Belonging(
            line=body.line,
            entry_id=entry.id,
            at=body.occurred_at,
            cash=body.amounts,
            taken_from=body.taken_from,
            place=body.storage,
        )
        draft.event("property_taken", entry, body)
    elif not before.cash:
        draft.find("property_line_used", entry)
    else:
        if totals(before.cash) != totals(body.amounts):
            draft.find("cash_differs", entry)
        draft.belongings[body.line] = replace(before, cash=body.amounts)


def _sealed(draft: "Draft", entry: "Entry", body: BagSealed) -> None:
    lines = still_here(draft, entry, known_lines(draft, entry, body.lines))
    for number, one in draft.belongings.items():
        if one.bag == body.bag and one.returned is None:
            draft.belongings[number] = replace(one, bag="", seal="")
    if part_from_bags(draft, lines):
        draft.find("seal_broken", entry)
    for number in sorted(lines):
        draft.belongings[number] = replace(draft.belongings[number], bag=body.bag, seal=body.seal)


KINDS = (PropertyTaken, CashCounted, BagSealed)
HANDLERS: Handlers = {PropertyTaken: _taken, CashCounted: _counted, BagSealed: _sealed}
