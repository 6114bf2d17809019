"""The child's consulates: what applies to each nationality, what was offered and told, a hold."""

from datetime import datetime

from PySide6.QtWidgets import QWidget

from minors_desk.domain.consular import Kind as Applies
from minors_desk.domain.consular import Nationality
from minors_desk.domain.consulate import NOT_TOLD
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.chips import Chip
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.spacing import ONE, flowing
from minors_desk.ui.kit.tokens import TextRole, Tone
from minors_desk.ui.kit.type import Label
from minors_desk.ui.views.sections.context import Context
from minors_desk.wording.codes import word
from minors_desk.wording.consular import (
    cautions,
    held_words,
    hold_words,
    laws,
    list_source,
    named,
    offered,
    told,
    what_applies,
)
from minors_desk.wording.sentences import sentence
from minors_desk.wording.times import clock_time

_TONES: dict[Applies, Tone] = {"mandatory": Tone.AMBER, "ask_first": Tone.AMBER}
_BUTTONS = (
    ("consular_offer", "Tell the child", ""),
    ("call", "Call", "C"),
    ("consular_notice", "Consulate told", ""),
    ("counsel_hold", "Hold for counsel", ""),
)


def consulate(context: Context) -> Section | None:
    """A line for each nationality with its law, then how it stands; absent for our own alone."""
    case, standing = context.case, context.page.consular
    foreign = [one for one in standing.lines if one.kind != "none"]
    if not (foreign or case.consular.offers or case.consular.guardians or standing.holds):
        return None
    kind = standing.kind
    chip = (
        None
        if kind is None
        else Chip(word("consular_kind", kind), _TONES.get(kind, Tone.NEUTRAL), "law")
    )
    section = Section("Consulate", chip)
    for one in standing.lines:
        _line(section, context, one)
    for other in standing.others_told:
        section.add_row("Told", other.whom, clock_time(other.at, context.zone))
    for guardian in case.consular.guardians:
        words = sentence(guardian.told)
        section.add_row("Guardian needed", words, clock_time(guardian.at, context.zone))
    _held(section, context)
    section.add(_buttons(context))
    if list_source(standing) and foreign:
        section.add(Label(list_source(standing), TextRole.SMALL, wrap=True))
    return section


def _line(section: Section, context: Context, one: Nationality) -> None:
    """What applies and by which law; below, what is to be known, and what was done."""

    def time(moment: datetime) -> str:
        return clock_time(moment, context.zone)

    section.add_row(named(one), what_applies(one), tone=_TONES.get(one.kind))
    if one.rules:
        section.add_row("Law", laws(one.rules), tone=Tone.MUTED)
    for words in cautions(one):
        section.add_row("", words, tone=Tone.AMBER)
    if one.kind == "none":
        return
    section.add_row("Child", offered(one, time), tone=_offer_tone(one))
    section.add_row("Consulate", told(one, time), tone=_told_tone(one))


def _offer_tone(one: Nationality) -> Tone | None:
    if one.offer is None:
        return None if one.rights_at is not None else Tone.AMBER
    return Tone.AMBER if one.offer.told.answer in NOT_TOLD else None


def _told_tone(one: Nationality) -> Tone | None:
    """Amber where it is owed and was not done: by law, or because it was asked for."""
    if one.told:
        return Tone.GREEN
    wanted = one.offer is not None and one.offer.told.answer == "wants"
    return Tone.AMBER if wanted or one.kind == "mandatory" else None


def _held(section: Section, context: Context) -> None:
    """What is held back, and that a clock goes on all the same; why stands in the log alone."""
    standing = context.page.consular
    for hold in standing.holds:
        words = hold_words(hold, lambda moment: clock_time(moment, context.zone))
        section.add_row("Held", words, tone=Tone.AMBER if hold.stands else Tone.MUTED)
    if standing.notice_held:
        first = held_words(standing.notice_held, is_mandatory=standing.kind == "mandatory")
        section.add_row("", ". ".join(first), tone=Tone.AMBER)


def _buttons(context: Context) -> QWidget:
    holder, flow = flowing(ONE)
    buttons = list(_BUTTONS)
    if context.page.consular.held:
        buttons[-1] = ("counsel_answered", "Counsel answered", "")
    for act, words, key in buttons:
        button = Button(words, Kind.PLAIN, key)
        button.clicked.connect(lambda _=False, name=act: context.act(name))
        flow.addWidget(button)
    return holder
