"""What a supervisor reads before deciding: findings, the gravest first, each with its entries."""

from collections.abc import Mapping
from itertools import groupby
from uuid import UUID

from PySide6.QtWidgets import QWidget

from minors_desk.domain.case import LogLine
from minors_desk.domain.findings import ReviewFinding, Severity
from minors_desk.services.review import ReviewSheet
from minors_desk.ui.kit.chips import Chip
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.spacing import HALF, ONE, clear, column
from minors_desk.ui.kit.text import capped
from minors_desk.ui.kit.tokens import TextRole, Tone
from minors_desk.ui.kit.type import Label
from minors_desk.ui.models.log_model import who_wrote
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.reviewing import finding_words, law_behind
from minors_desk.wording.sentences import heading, sentence
from minors_desk.wording.times import day_and_time

MOST_SAID = 200
MOST_ENTRIES = 6
"""Entries shown under a finding; the case has all of them."""
_CHIP: Mapping[Severity, Tone] = {
    "law": Tone.RED,
    "not_verified": Tone.AMBER,
    "handoff": Tone.AMBER,
    "does_not_fit": Tone.AMBER,
    "paper": Tone.AMBER,
}


class ReviewSheetView(QWidget):
    """Shows one `ReviewSheet`; nothing of it can be changed here."""

    def __init__(self, zone: str) -> None:
        super().__init__()
        self._zone = zone
        self._lines = column(self, gap=12)

    def show_sheet(self, sheet: ReviewSheet) -> None:
        """Show another sheet."""
        clear(self._lines)
        self._lines.addWidget(self._head(sheet))
        for severity, some in groupby(sheet.findings, key=lambda one: one.severity):
            self._lines.addWidget(self._section(sheet, severity, list(some)))
        if not sheet.findings:
            quiet = Section("Nothing to see to", Chip("0", Tone.GREEN))
            quiet.add(Label("No duty was missed and nothing is lacking.", tone=Tone.MUTED))
            self._lines.addWidget(quiet)
        self._lines.addStretch(1)

    def show_nothing(self) -> None:
        """Take the sheet away."""
        clear(self._lines)

    def _head(self, sheet: ReviewSheet) -> Section:
        standing = sheet.case.review
        changed = standing.state == "approved_then_changed"
        chip = Chip(word("review_state", standing.state), Tone.AMBER if changed else Tone.NEUTRAL)
        section = Section(sheet.case.number, chip)
        for one in sheet.case.episodes:
            end = "" if one.end is None else day_and_time(one.end, self._zone)
            section.add_row("Custody", f"{day_and_time(one.start, self._zone)} to {end or 'now'}")
        accepted = sheet.case.accepted_handoff
        if accepted is not None:
            who = accepted.receiver
            section.add_row("Handed to", joined(who.person, who.title, who.agency))
        if standing.last is not None:
            self._last(section, sheet)
        return section

    def _last(self, section: Section, sheet: ReviewSheet) -> None:
        """What was decided before, and what was entered since."""
        standing = sheet.case.review
        assert standing.last is not None  # noqa: S101 - the caller asked
        lines = _by_id(sheet)
        entry = lines[standing.last.entry_id].entry
        decided = "Approved" if standing.last.approved else "Returned"
        at = day_and_time(standing.last.at, self._zone)
        reasons = "; ".join(one.words for one in standing.last.reasons)
        who = who_wrote(entry, sheet.authors)
        section.add_row(decided, joined(at, who, reasons, standing.last.note))
        since = [lines[one] for one in standing.since]
        if since:
            section.add_row("Since then", f"{len(since)} entries", tone=Tone.AMBER)
            self._entries(section, sheet, [one.entry.id for one in since])

    def _section(
        self, sheet: ReviewSheet, severity: Severity, findings: list[ReviewFinding]
    ) -> Section:
        tone = _CHIP.get(severity, Tone.NEUTRAL)
        section = Section(word("severity", severity), Chip(str(len(findings)), tone))
        for one in findings:
            said = column(gap=HALF)
            said.addWidget(Label(finding_words(one), TextRole.STRONG, wrap=True))
            law = law_behind(one.rule)
            if law:
                said.addWidget(Label(law, TextRole.SMALL, wrap=True))
            holder = QWidget()
            holder.setLayout(said)
            holder.setAccessibleName(joined(finding_words(one), law))
            section.add(holder)
            self._entries(section, sheet, one.entries)
        return section

    def _entries(
        self, section: Section, sheet: ReviewSheet, entries: tuple[UUID, ...] | list[UUID]
    ) -> None:
        lines = _by_id(sheet)
        shown = [lines[one] for one in entries if one in lines]
        box = QWidget()
        texts = column(box, gap=0)
        texts.setContentsMargins(ONE, 0, 0, ONE)
        for line in shown[:MOST_ENTRIES]:
            texts.addWidget(Label(self._entry(sheet, line), tone=Tone.MUTED, wrap=True))
        if len(shown) > MOST_ENTRIES:
            more = f"and {len(shown) - MOST_ENTRIES} more: open the case to read them"
            texts.addWidget(Label(more, TextRole.SMALL))
        section.add(box)

    def _entry(self, sheet: ReviewSheet, line: LogLine) -> str:
        body = line.counts if line.counts is not None else line.entry.body
        at = getattr(body, "occurred_at", line.entry.recorded_at)
        said = capped(sentence(body), MOST_SAID)
        return joined(
            day_and_time(at, self._zone),
            heading(line.entry),
            said,
            who_wrote(line.entry, sheet.authors),
        )


def _by_id(sheet: ReviewSheet) -> dict[UUID, LogLine]:
    return {line.entry.id: line for line in sheet.case.log}
