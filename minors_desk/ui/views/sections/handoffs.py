"""Each attempt to hand over with its state; of the open one, what is missing."""

from minors_desk.ui.kit.chips import Chip
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.tokens import Tone
from minors_desk.ui.views.sections.context import Context
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import clock_time


def handoffs(context: Context) -> Section | None:
    """Each attempt with its state; of the open one, what is missing."""
    case, zone = context.case, context.zone
    if not case.handoffs:
        return None
    last = case.handoffs[-1]
    tone = Tone.GREEN if last.state == "accepted" else Tone.NEUTRAL
    section = Section("Handoff", Chip(word("handoff_state", last.state), tone))
    for one in reversed(case.handoffs):
        who = one.receiver
        state = word("handoff_state", one.state)
        if one.accepted_at is not None:
            state = f"{state} {clock_time(one.accepted_at, zone)}"
        words = joined(who.person, who.title, who.agency, one.authority)
        section.add_row(f"No. {one.number}", words, state)
        if one.state == "open" and one.missing():
            lacking = "; ".join(word("finding", code) for code in one.missing())
            section.add_row("Missing", lacking, tone=Tone.AMBER)
    return section
