"""Relatives and other adults with whether to contact them; children found together, and where."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from minors_desk.domain.board import Card
from minors_desk.domain.companions import Companion
from minors_desk.domain.fact_table import FACTS
from minors_desk.domain.facts import ranked
from minors_desk.domain.people import Person, not_to_contact
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.chips import Chip
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.spacing import HALF, ONE, column, flowing
from minors_desk.ui.kit.text import capped
from minors_desk.ui.kit.tokens import TextRole, Tone
from minors_desk.ui.kit.type import Label
from minors_desk.ui.views.sections.context import Context
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined, place_words
from minors_desk.wording.sentences import card_title
from minors_desk.wording.values import value_words
from minors_desk.wording.who import person_name

_SHOWN = 400
_CONTACT = {
    "yes": (Tone.GREEN, "check"),
    "no": (Tone.AMBER, "warning"),
    "ask_first": (Tone.AMBER, "person"),
}


def family(context: Context) -> Section:
    """The people of the case and the children found with this one; that nobody was told of yet."""
    case = context.case
    forbidden = len(not_to_contact(case.people))
    chip = Chip(f"{forbidden} not to contact", Tone.AMBER, "warning") if forbidden else None
    section = Section("Family and companions", chip)
    more = Button("Person", Kind.PLAIN, icon="plus")
    more.setAccessibleName("Tell of a relative or another adult")
    more.clicked.connect(partial(context.act, "person"))
    section.head.addWidget(more)
    if not case.people:
        section.add_row("People", "nobody told of yet", tone=Tone.MUTED)
    for person in case.people:
        role = word("person_role", person.role)
        section.add_widget_row(role, _person(context, person))
    cards = {one.case_id: one for one in context.page.companions}
    ties = sorted(case.companions, key=lambda one: _number(cards.get(one.other)))
    for place, tie in enumerate(ties):
        shown = _companion(context, tie, cards.get(tie.other), "O" if place == 0 else "")
        section.add_widget_row(word("companion_relation", tie.relation), shown)
    return section


def _number(card: Card | None) -> str:
    return "" if card is None else card.number


def _person(context: Context, person: Person) -> QWidget:
    """Name, what is told of them, and above all whether it is safe to contact them."""
    told = [
        value_words(kind.id, one.value)
        for kind in FACTS.values()
        if kind.id != "name"
        for one in ranked(context.case.facts, kind.id, person.person_id)
        if one.value is not None
    ]
    proof = f"proof: {person.proof}" if person.proof else ""
    carer = {True: "cares for the child", False: "does not care for the child", None: ""}
    words = joined(
        *told,
        person.where,
        person.claimed_relation,
        proof,
        carer[person.is_carer],
        word("alive", person.alive) if person.alive else "",
    )
    answer = person.safe_to_contact
    tone, icon = _CONTACT.get(answer or "", (Tone.NEUTRAL, None))
    safe = word("safe_to_contact", answer) if answer else "not known whether safe to contact"
    holder, lines = _block(person_name(context.case, person) or "name not told", words)
    chips, flow = flowing(ONE)
    flow.addWidget(Chip(safe, tone, icon))
    lines.addWidget(chips)
    if person.why:
        lines.addWidget(Label(capped(person.why, _SHOWN), TextRole.SMALL, tone, wrap=True))
    return holder


def _companion(context: Context, tie: Companion, card: Card | None, key: str) -> QWidget:
    """The other child, where it is now, and the way to its case."""
    if card is None:
        return Label("in a case that is not in this record", tone=Tone.AMBER, wrap=True)
    state = "" if card.state == "in_custody" else word("state", card.state)
    where = card.receiver or place_words(card.place, card.room)
    apart = joined(tie.reason, tie.decided_by) if tie.state == "parted" else ""
    holder, lines = _block(card_title(card), joined(state, where, apart))
    foot, flow = flowing(ONE)
    tone = Tone.AMBER if tie.state == "parted" else Tone.NEUTRAL
    flow.addWidget(Chip(word("companion_state", tie.state), tone))
    button = Button("Open", Kind.PLAIN, key)
    button.setAccessibleName(f"Open the case {card.number}")
    button.clicked.connect(partial(context.open_case, card.case_id))
    flow.addWidget(button)
    lines.addWidget(foot)
    return holder


def _block(title: str, words: str) -> tuple[QWidget, QVBoxLayout]:
    holder = QWidget()
    lines = column(holder, gap=HALF)
    lines.addWidget(Label(capped(title, _SHOWN), TextRole.STRONG, wrap=True))
    if words:
        lines.addWidget(Label(capped(words, _SHOWN), wrap=True))
    return holder, lines
