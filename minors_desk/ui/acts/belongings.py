"""What can be done about the belongings of a child (paper 3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from minors_desk.domain.belongings import BagSealed, CashCounted, PropertyTaken, bags, next_line
from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case
from minors_desk.domain.property_moves import (
    PhoneSearched,
    PropertyDisputed,
    PropertyMoved,
    PropertyReturned,
)
from minors_desk.ui.acts.act import ALWAYS, Act, form
from minors_desk.ui.acts.languages import language_choices
from minors_desk.ui.dialogs.form import AtDesk
from minors_desk.ui.editors.cash_field import CashField
from minors_desk.ui.editors.lines_field import CashLinesField, LinesField, PhonesField
from minors_desk.ui.editors.pick_field import PickField
from minors_desk.ui.editors.property_field import PropertyField
from minors_desk.ui.editors.second_field import SecondField
from minors_desk.ui.forms.answer_asks import Own
from minors_desk.ui.forms.asked_form import FormSpec, Said
from minors_desk.ui.forms.asks import Line, Lines, Moment, OneOfMany, Pick
from minors_desk.ui.kit.choice import Choice
from minors_desk.ui.kit.field import Field

_SOME, _BAG = frozenset({"lines"}), frozenset({"bag"})


@dataclass(frozen=True, kw_only=True)
class Bag(Line):
    """A bag by its number; those that are with us are offered."""

    def field(self, at_desk: AtDesk) -> PickField:
        """The line with its list."""
        return PickField(self.label, self.hint)

    def know(self, field: Field, case: Case) -> None:
        """Offer the bags with their seals."""
        if isinstance(field, PickField):
            field.offer([Choice(one.bag, f"seal {one.seal}") for one in bags(case)])

    def read(self, field: Field) -> str:
        """The number of the bag, without its seal behind it."""
        picked = field.value() if isinstance(field, PickField) else None
        return picked or super().read(field)


def _extent(said: Said) -> dict[str, Any]:
    """The chosen lines, the bag or everything, in place of the answer to *what*."""
    rest = {name: value for name, value in said.items() if name not in ("what", "lines", "bag")}
    return {**rest, "lines": said.get("lines", ()), "bag": said.get("bag", "")}


def _was_extent(body: PropertyMoved | PropertyReturned) -> Mapping[str, Any]:
    whole = isinstance(body, PropertyReturned) and body.everything
    what = "everything" if whole else "bag" if body.bag and not body.lines else "lines"
    return {**msgspec.structs.asdict(body), "what": what}


def _moved(said: Said, _case: Case) -> Body:
    return PropertyMoved(**_extent(said))


def _returned(said: Said, _case: Case) -> Body:
    return PropertyReturned(everything=said["what"] == "everything", **_extent(said))


def _disputed(said: Said, _case: Case) -> Body:
    return PropertyDisputed(**{**said, "language": said["language"] or ""})


def _searched(said: Said, _case: Case) -> Body:
    """A phone that is not on the list is searched too; of several the first is meant."""
    lines = said["line"]
    return PhoneSearched(**{**said, "line": lines[0] if lines else None})


def _was_searched(body: PhoneSearched) -> Mapping[str, Any]:
    lines = () if body.line is None else (body.line,)
    return {**msgspec.structs.asdict(body), "line": lines}


def _counted(said: Said, case: Case) -> Body:
    """The chosen line is counted anew; else the cash is a new line of the list."""
    lines = said.pop("line")
    return CashCounted(line=lines[0] if lines else next_line(case), **said)


def _was_counted(body: CashCounted) -> Mapping[str, Any]:
    return {**msgspec.structs.asdict(body), "line": (body.line,)}


def _what(*only: str) -> Pick:
    return Pick(
        name="what", label="What", codes="property_extent", only=only, needed="Choose what."
    )


_LINES = Own(
    name="lines",
    label="Lines of the list",
    made=LinesField,
    needed="Choose at least one line.",
    only_if=("what", _SOME),
)
_OF_BAG = Bag(
    name="bag", label="Bag", needed="Write the number of the bag.", only_if=("what", _BAG)
)
_SEAL = Pick(name="seal_intact", label="Seal", codes="seal_intact", only_if=("what", _BAG))
TAKEN = FormSpec(
    kind=PropertyTaken,
    heading="Belongings taken",
    asks=(
        Own(
            name="lines",
            label="The list",
            hint="Cash is counted by itself: save this first",
            made=PropertyField,
            needed="Write what was taken.",
        ),
        Line(name="taken_from", label="Where they were", hint="Such as: left pocket, backpack"),
        Line(
            name="storage",
            label="Where they lie from now on",
            hint="Such as: locker 4",
            beside=True,
        ),
        Pick(name="child_agrees", label="The child agrees with the list", codes="answer"),
        Own(name="witness", label="Second person", made=SecondField),
        Line(name="owner", label="Owner", hint="Empty when it is the child"),
        Moment(
            name="disposition_due_at",
            label="To be given back or disposed of by",
            future=True,
            beside=True,
        ),
    ),
)
"""With the fields of a line more than seven: each is a box of paper 3."""
CASH = FormSpec(
    kind=CashCounted,
    heading="Cash counted",
    asks=(
        Own(
            name="amounts",
            label="Notes and coins",
            made=CashField,
            needed="Add what was counted.",
        ),
        Own(
            name="second_counter",
            label="Counted by a second person",
            made=SecondField,
            needed="Write who counted with you.",
        ),
        Own(
            name="line",
            label="Counted again",
            hint="Choose the line of cash that this count replaces; none for cash not listed yet",
            made=CashLinesField,
        ),
        Line(name="taken_from", label="Where it was"),
        Line(name="storage", label="Where it lies from now on", beside=True),
        Lines(name="note", label="Note", rows=1),
    ),
    make=_counted,
    show=_was_counted,
)
SEALED = FormSpec(
    kind=BagSealed,
    heading="Bag sealed",
    asks=(
        Line(name="bag", label="Bag number", needed="Write the number of the bag."),
        Line(name="seal", label="Seal number", needed="Write the number of the seal.", beside=True),
        Own(
            name="lines",
            label="What is in it",
            made=LinesField,
            needed="Choose at least one line.",
        ),
        Own(name="witness", label="Second person", made=SecondField),
    ),
)
MOVED = FormSpec(
    kind=PropertyMoved,
    heading="Belongings moved",
    asks=(
        _what("lines", "bag"),
        _LINES,
        _OF_BAG,
        _SEAL,
        Line(name="from_place", label="From"),
        Line(name="to_place", label="To", needed="Write where they are now.", beside=True),
        Line(name="to_person", label="Taken over by"),
        Line(
            name="purpose", label="What for", hint="Such as: to be dried, laboratory", beside=True
        ),
    ),
    make=_moved,
    show=_was_extent,
)
RETURNED = FormSpec(
    kind=PropertyReturned,
    heading="Belongings returned",
    asks=(
        _what(),
        _LINES,
        _OF_BAG,
        _SEAL,
        Pick(name="to", label="To whom", codes="returned_to", needed="Choose to whom."),
        Line(name="to_name", label="Name", beside=True),
        Line(name="missing", label="What is missing", hint="Empty when all is there"),
    ),
    make=_returned,
    show=_was_extent,
    covers=frozenset({"everything"}),
)
DISPUTED = FormSpec(
    kind=PropertyDisputed,
    heading="The child does not agree",
    asks=(
        Lines(
            name="words",
            label="What the child says",
            hint="In its own words and language",
            needed="Write what the child says.",
        ),
        OneOfMany(name="language", label="Language", choices=language_choices, free=True),
        Line(name="interpreter", label="Interpreter", beside=True),
        Own(
            name="lines",
            label="Which lines",
            hint="None: the whole list",
            made=LinesField,
        ),
    ),
    make=_disputed,
)
PHONE = FormSpec(
    kind=PhoneSearched,
    heading="Phone searched",
    asks=(
        Own(
            name="line",
            label="Which phone",
            made=PhonesField,
        ),
        Line(
            name="by", label="Searched by", hint="Name and badge", needed="Write who searched it."
        ),
        Line(
            name="authority",
            label="Under which authority",
            hint="Warrant, order or statute. Without one, and without consent, it is a finding",
        ),
        Pick(name="consent", label="Consent", codes="answer"),
        Line(
            name="consent_by",
            label="Consent given by",
            needed="Write who consented.",
            only_if=("consent", frozenset({"yes"})),
        ),
        Lines(name="looked_at", label="What was looked at"),
    ),
    make=_searched,
    show=_was_searched,
)


def _one(spec: FormSpec, name: str, words: str, meaning: str) -> Act:
    return form(spec, name=name, words=words, meaning=meaning, when=ALWAYS)


PARTS = (
    _one(TAKEN, "take_property", "taken", "belongings were taken into keeping"),
    _one(CASH, "count_cash", "cash", "cash was counted by two"),
    _one(SEALED, "seal_bag", "bag", "belongings were sealed in a bag"),
    _one(MOVED, "move_property", "moved", "belongings were moved to another place"),
    _one(RETURNED, "return_property", "returned", "belongings were returned or handed on"),
    _one(DISPUTED, "dispute_property", "disputed", "the child does not agree with the list"),
    _one(PHONE, "search_phone", "phone", "a phone was searched"),
    Act(
        name="print_labels",
        words="labels",
        meaning="labels for bags or the wristband are printed",
        when=ALWAYS,
    ),
)
"""What the question under the key V offers, by digit."""
ACTS = (
    Act(
        name="belongings",
        key="V",
        hint=False,
        words="belongings",
        meaning="belongings: taken, counted, sealed, moved, returned",
        when=ALWAYS,
    ),
    *PARTS,
)
