"""What was told to whom: requests, detainers, officers who asked for access, decisions."""

from functools import partial

from minors_desk.domain.detainers import Detainer
from minors_desk.domain.disclosures import Request
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.chips import Chip
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.tokens import Tone
from minors_desk.ui.views.sections.context import Context
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.sentences import sentence
from minors_desk.wording.telling.disclosures import pieces, who_asks
from minors_desk.wording.times import clock_time


def disclosing(context: Context) -> Section | None:
    """Each with what came of it; a detainer that waits for an answer stands in amber."""
    known, zone = context.case.disclosing, context.zone
    if known.is_empty:
        return None
    waiting = sum(not one.is_answered for one in known.detainers)
    chip = Chip(f"{waiting} detainer to answer", Tone.AMBER, "warning") if waiting else None
    section = Section("What was told to whom", chip)
    asked = Button("Asked", Kind.PLAIN, "U")
    asked.setAccessibleName("Somebody asks for information")
    asked.clicked.connect(partial(context.act, "information_asked"))
    section.head.addWidget(asked)
    for request in known.requests:
        tone = Tone.AMBER if request.told.answer == "put_off" else None
        section.add_row(
            clock_time(request.at, zone),
            _request(request),
            word("telling", request.told.answer),
            tone,
        )
    for detainer in known.detainers:
        _detainer(section, context, detainer)
    for access in known.accesses:
        answer = "part allowed" if access.told.allowed else "refused"
        if set(access.told.allowed) == set(access.told.asks):
            answer = "allowed"
        section.add_row(clock_time(access.at, zone), sentence(access.told), answer)
    for decided in known.federal_contacts:
        section.add_row(clock_time(decided.at, zone), sentence(decided.told), "supervisor")
    for status in known.status_questions:
        words = f"Immigration status asked · {sentence(status.told)}"
        section.add_row(clock_time(status.at, zone), words)
    return section


def _request(request: Request) -> str:
    told = request.told
    given = f"told: {pieces(told.given)}" if told.given else ""
    return joined(who_asks(told.who, told.agency, told.name), f"asked: {pieces(told.about)}", given)


def _detainer(section: Section, context: Context, detainer: Detainer) -> None:
    """The request, then each answer to it."""
    state, tone = "to be answered", Tone.AMBER
    if detainer.is_answered:
        state, tone = word("detainer_reply", detainer.answers[-1].told.answer), Tone.NEUTRAL
    section.add_row(
        clock_time(detainer.at, context.zone), f"Detainer · {sentence(detainer.told)}", state, tone
    )
    for answer in detainer.answers:
        section.add_row(clock_time(answer.at, context.zone), sentence(answer.told))
    if not detainer.is_answered:
        button = Button("Answer", Kind.PLAIN)
        button.setAccessibleName(f"Answer the detainer of {detainer.told.agency}")
        button.clicked.connect(partial(context.act, "answer_detainer"))
        section.add_widget_row("", button)
