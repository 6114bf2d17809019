"""What was told to whom: requests, detainers, officers who asked for access, decisions."""

from functools import partial

from PySide6.QtWidgets import QWidget

from minors_desk.domain.detainers import Detainer
from minors_desk.domain.federal_access import AccessAsked
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.chips import Chip
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.spacing import row
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
    chip = Chip(f"{waiting} to answer", Tone.AMBER, "warning") if waiting else None
    section = Section("What was told to whom", chip)
    asked = Button("Asked", Kind.PLAIN, "U")
    asked.setAccessibleName("Somebody asks for information")
    asked.clicked.connect(partial(context.act, "information_asked"))
    section.head.addWidget(asked)
    for request in known.requests:
        told = request.told
        tone = Tone.AMBER if told.answer == "put_off" else None
        given = f"told: {pieces(told.given)}" if told.given else ""
        who = who_asks(told.who, told.agency, told.name)
        words = joined(who, f"asked: {pieces(told.about)}", given)
        section.add_row(word("telling", told.answer), words, clock_time(request.at, zone), tone)
    for detainer in known.detainers:
        _detainer(section, context, detainer)
    for access in known.accesses:
        section.add_row("Asked for access", _access(access), clock_time(access.at, zone))
    for decided in known.federal_contacts:
        label = word("federal_decision", decided.told.decision)
        words = joined(decided.told.agency, decided.told.reason, decided.told.authority)
        section.add_row(label, words, clock_time(decided.at, zone))
    for status in known.status_questions:
        words = sentence(status.told)
        section.add_row("Immigration status asked", words, clock_time(status.at, zone))
    return section


def _access(access: AccessAsked) -> str:
    """Who asked for what, and what was allowed by whom."""
    told = access.told
    allowed = ", ".join(word("access_asked", one) for one in told.allowed)
    return joined(
        who_asks(told.who, told.agency, told.officer),
        ", ".join(word("access_asked", one) for one in told.asks),
        f"allowed: {allowed}" if allowed else "refused",
        f"by {told.decided_by}",
    )


def _detainer(section: Section, context: Context, detainer: Detainer) -> None:
    """What it asks and whether the child has a copy; then each answer to it."""
    told, zone = detainer.told, context.zone
    words = joined(
        told.agency,
        word("detainer_form", told.form),
        told.number,
        ", ".join(word("detainer_wish", one) for one in told.asks),
        "copy given to the child" if detainer.copy_given_at else "no copy to the child yet",
    )
    tone = None if detainer.is_answered else Tone.AMBER
    section.add_row("Detainer", words, clock_time(detainer.at, zone), tone)
    for answer in detainer.answers:
        decided = joined(
            word("detainer_reply", answer.told.answer),
            f"decided by {answer.told.decided_by}",
            answer.told.office,
        )
        section.add_row("Answer", decided, clock_time(answer.at, zone))
    if not detainer.is_answered:
        button = Button("Answer it", Kind.PLAIN)
        button.setAccessibleName(f"Answer the detainer of {told.agency}")
        button.clicked.connect(partial(context.act, "answer_detainer"))
        # Alone in the column the button would hold all values to its own width.
        holder = QWidget()
        line = row(holder)
        line.addWidget(button)
        line.addStretch(1)
        section.add_widget_row("", holder)
