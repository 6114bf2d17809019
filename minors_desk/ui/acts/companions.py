"""What can be told of children found together: that they are, are kept together, or were parted."""

from dataclasses import replace
from uuid import UUID

from minors_desk.domain.board import Card
from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case
from minors_desk.domain.companions import CompanionLinked, CompanionsKept, CompanionsParted
from minors_desk.errors import DeskError
from minors_desk.ui.acts.act import ALWAYS, Act, Asking
from minors_desk.ui.forms.asked_form import AskedForm, FormSpec, Said
from minors_desk.ui.forms.asks import Ask, Line, OneOfMany, Pick
from minors_desk.ui.kit.choice import Choice
from minors_desk.wording.codes import word
from minors_desk.wording.sentences import card_title

_LINK, _KEPT, _PARTED = (frozenset({one}) for one in ("linked", "kept_together", "parted"))
_LINK_ASKS: tuple[Ask, ...] = (
    Pick(
        name="relation",
        label="They are to each other",
        codes="companion_relation",
        needed="Choose what they are; not known is an answer.",
    ),
    Pick(
        name="found_together",
        beside=True,
        label="Were they found together?",
        codes="yes_no",
        truth=True,
        needed="Choose yes or no.",
    ),
)
_KEPT_ASKS: tuple[Ask, ...] = (Line(name="note", label="Note"),)
_PARTED_ASKS: tuple[Ask, ...] = (
    Line(name="reason", label="Why they were parted", needed="Write why they were parted."),
    Line(name="decided_by", label="Who decided it"),
    Line(name="where_other", beside=True, label="Where the other child is"),
)


def companion_spec(others: tuple[Card, ...]) -> FormSpec:
    """One form for what can be told of another child, chosen by case number, name or looks."""
    ids = {one.number: one.case_id for one in others}
    offered = tuple(
        Choice(one.number, f"{card_title(one)}, {word('state', one.state)}") for one in others
    )
    return FormSpec(
        kind=CompanionLinked,
        heading="Child found together with this one",
        asks=(
            OneOfMany(
                name="other",
                label="Which child",
                hint="Case number or name",
                choices=lambda: offered,
                needed="Choose the other child.",
            ),
            Pick(
                name="what",
                beside=True,
                label="What happened",
                codes="companion_state",
                needed="Choose what happened.",
            ),
            *(replace(one, only_if=("what", _LINK)) for one in _LINK_ASKS),
            *(replace(one, only_if=("what", _KEPT)) for one in _KEPT_ASKS),
            *(replace(one, only_if=("what", _PARTED)) for one in _PARTED_ASKS),
        ),
        make=lambda said, _: _made(said, ids[said.pop("other")]),
        draft="companion",
    )


def amended_by(_case: Case, body: Body) -> FormSpec | None:
    """The form by which what was told of a companion is amended; the other child stays the same."""
    if isinstance(body, CompanionLinked):
        return _amending(CompanionLinked, _LINK_ASKS, {"other": body.other})
    if isinstance(body, CompanionsKept):
        return _amending(CompanionsKept, _KEPT_ASKS, {"others": body.others})
    if isinstance(body, CompanionsParted):
        return _amending(CompanionsParted, _PARTED_ASKS, {"other": body.other})
    return None


def _amending(kind: type[Body], asks: tuple[Ask, ...], whose: Said) -> FormSpec:
    return FormSpec(
        kind=kind,
        heading="Child found together with this one",
        asks=asks,
        make=lambda said, _: kind(**whose, **said),
    )


def _made(said: Said, other: UUID) -> Body:
    what = said.pop("what")
    if what == "kept_together":
        return CompanionsKept(others=(other,), **said)
    kind = CompanionLinked if what == "linked" else CompanionsParted
    return kind(other=other, **said)


def _form(asking: Asking) -> AskedForm:
    if not asking.others:
        raise DeskError(
            "No other child is on the board", "Enter the other child first: New encounter, Ctrl+N"
        )
    return AskedForm(companion_spec(asking.others), asking.case, asking.at_desk, asking.parent)


ACTS = (
    Act(
        name="companion",
        key="Q",
        hint=False,
        words="companion",
        meaning="a child found together with this one: tied, kept together, or parted",
        when=ALWAYS,
        ask=_form,
        needs_others=True,
    ),
    Act(
        name="open_companion",
        key="O",
        words="next companion",
        meaning="open the case of the next child found together with this one",
        when=ALWAYS,
        hint=False,
    ),
)
