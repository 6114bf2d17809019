"""What a supervisor decided on the case, and whether anything was entered since."""

from minors_desk.ui.kit.chips import Chip
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.tokens import Tone
from minors_desk.ui.models.log_model import who_wrote
from minors_desk.ui.views.sections.context import Context
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import day_and_time

_TONES = {"approved": Tone.GREEN, "returned": Tone.AMBER, "approved_then_changed": Tone.AMBER}


def review(context: Context) -> Section | None:
    """Each reason of a return stands in a line of its own, as it has to be put right."""
    case, zone = context.case, context.zone
    standing = case.review
    last = standing.last
    if last is None:
        return None
    tone = _TONES.get(standing.state, Tone.NEUTRAL)
    section = Section("Review", Chip(word("review_state", standing.state), tone))
    entry = next(line.entry for line in case.log if line.entry.id == last.entry_id)
    who = who_wrote(entry, context.page.authors)
    said = joined(day_and_time(last.at, zone), who, last.note)
    section.add_row("Approved" if last.approved else "Returned", said)
    for one in last.reasons:
        section.add_row("Put right", one.words, tone=Tone.AMBER)
    if last.due_at is not None:
        section.add_row("By", day_and_time(last.due_at, zone))
    if standing.since:
        count = len(standing.since)
        section.add_row("Since then", f"{count} entr{'y' if count == 1 else 'ies'}")
    return section
