"""What a supervisor must see: what the law forbids and happened, and what does not fit."""

from minors_desk.ui.kit.chips import Chip
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.tokens import Tone
from minors_desk.ui.views.sections.context import Context
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.reviewing import breach_words
from minors_desk.wording.sentences import heading
from minors_desk.wording.times import day_and_time


def findings(context: Context) -> Section | None:
    """What a supervisor must see: what the law forbids and happened, and what does not fit."""
    page, zone = context.page, context.zone
    case = page.case
    found = (*case.findings, *page.also)
    if not (found or page.breaches or case.unread or case.expunged):
        return None
    count = len(found) + len(page.breaches)
    section = Section("Findings", Chip(str(count), Tone.AMBER, "warning") if count else None)
    for breach in page.breaches:
        rule = breach.rule
        said = rule.title if rule.gate is None else breach_words(breach)
        words = joined(said, rule.citation, rule.id)
        # Amber, not red: red is for a verified rule with a due instant (CONTRACT 4.2).
        section.add_row(day_and_time(breach.at, zone), words, tone=Tone.AMBER)
    entries = {line.entry.id: line.entry for line in case.log}
    for finding in found:
        entry = entries.get(finding.entry_id)
        where = "" if entry is None else heading(entry)
        section.add_row(where, word("finding", finding.code), tone=Tone.AMBER)
    if case.expunged:
        section.add_row("Expunged", f"{case.expunged} entries, by order")
    return section
