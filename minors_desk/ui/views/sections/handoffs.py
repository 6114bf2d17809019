"""Each attempt to hand over: its state, what is missing, what was signed and what is void of it."""

from minors_desk.domain.handoff import Handoff
from minors_desk.ui.kit.chips import Chip
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.tokens import Tone
from minors_desk.ui.views.sections.context import Context
from minors_desk.wording.codes import word
from minors_desk.wording.handoff import why_stopped
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import clock_time


def handoffs(context: Context) -> Section | None:
    """The newest attempt first."""
    case = context.case
    if not case.handoffs:
        return None
    last = case.handoffs[-1]
    tone = {"accepted": Tone.GREEN, "refused": Tone.AMBER, "failed": Tone.AMBER}
    words = word("handoff_state", last.state)
    section = Section("Handoff", Chip(words, tone.get(last.state, Tone.NEUTRAL)))
    for one in reversed(case.handoffs):
        _add_attempt(section, one, context.zone)
    return section


def _add_attempt(section: Section, attempt: Handoff, zone: str) -> None:
    who, stopped = attempt.receiver, attempt.stopped
    state = word("handoff_state", attempt.state)
    at = attempt.accepted_at if stopped is None else stopped.at
    if at is not None:
        state = f"{state} {clock_time(at, zone)}"
    words = joined(who.person, who.title, who.agency, attempt.authority)
    section.add_row(f"No. {attempt.number}", words, state)
    if stopped is not None:
        why = why_stopped(stopped)
        section.add_row("Not handed over", joined(why, stopped.detail), tone=Tone.AMBER)
        section.add_row("The child is at", stopped.child_is_at)
    if attempt.state == "open" and attempt.missing():
        lacking = "; ".join(word("finding", code) for code in attempt.missing())
        section.add_row("Missing", lacking, tone=Tone.AMBER)
    for line in _signed(attempt, zone):
        section.add_row("Signed", *line)


def _signed(attempt: Handoff, zone: str) -> list[tuple[str, str, Tone | None]]:
    """Every drawing stays readable; what does not bind any more says that it is void."""
    told: list[tuple[str, str, Tone | None]] = []
    for one in attempt.signatures:
        void = attempt.is_void or attempt.signature(one.side) != one
        words = joined(word("side", one.side), one.name, clock_time(one.at, zone))
        told.append((words, "void" if void else "", Tone.MUTED if void else None))
    return told
