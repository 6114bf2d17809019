"""The sections of the case page: identity, custody and care, handoff, papers, findings."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from minors_desk.domain.case import Case
from minors_desk.domain.custody import Span, secure_time
from minors_desk.domain.facts import Fact
from minors_desk.domain.printed import IssuedPaper
from minors_desk.domain.values import PersonName
from minors_desk.services.cases import CasePage
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.chips import Chip
from minors_desk.ui.kit.clock import Ticker
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.tokens import Tone
from minors_desk.ui.views.ticking import TickingLabel
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined, lock_words, place_words
from minors_desk.wording.sentences import heading
from minors_desk.wording.times import age, clock_time, day_and_time, exactly, span

MOST_SPANS, MOST_CHECKS = 12, 5
"""The newest of each stand here; all of them stand in the log."""
_OUTCOMES = {
    "printed_printer": "printed",
    "printed_file": "saved as a file",
    "print_failed": "nothing came out",
}


def sections(
    page: CasePage, zone: str, ticker: Ticker, print_again: Callable[[int], None]
) -> list[Section]:
    """The sections that have something to say, in the order of the page."""
    case = page.case
    made = [identity(case, zone)]
    if case.findings or page.breaches or case.unread or case.expunged:
        made.insert(0, findings(page, zone))
    if case.spans or case.checks:
        made.append(custody_and_care(case, zone, ticker))
    if case.handoffs:
        made.append(handoffs(case, zone))
    if case.papers:
        made.append(papers(case, zone, print_again))
    return made


def identity(case: Case, zone: str) -> Section:
    """Who the child is: each name with its source, rivals side by side; age and sex as seen."""
    names = case.names
    section = Section("Identity", Chip(f"{len(names)} names differ") if len(names) > 1 else None)
    if not names:
        section.add_row("Name", "not told yet", tone=Tone.MUTED)
    for fact in names:
        section.add_row(word("name_kind", fact.value.name_kind), _name(fact), _known(fact))
    met = case.encounter
    if met is None:
        return section
    told = age(met.apparent_age)
    section.add_row("Age", f"about {told}" if told else "not estimated", "as seen")
    if met.apparent_sex is None:
        section.add_row("Sex", "not written down", "as seen", tone=Tone.MUTED)
    else:
        section.add_row("Sex", word("sex", met.apparent_sex), "as seen")
    given = met.legal_class
    if given is None:
        section.add_row("Legal class", "not chosen: counts as non-offender", tone=Tone.AMBER)
    else:
        section.add_row("Legal class", word("legal_class", given))
    at = exactly(met.at, met.precision, zone)
    section.add_row("Met", joined(at, met.place, met.how_found))
    return section


def custody_and_care(case: Case, zone: str, ticker: Ticker) -> Section:
    """Where the child was and is, minutes behind a lock, and how it was at each check."""
    section = Section("Custody and care")
    for one in case.spans[-MOST_SPANS:]:
        where = joined(
            place_words(one.place, one.room), lock_words(one.secure), f"watched by {one.watched_by}"
        )
        tone = Tone.AMBER if one.secure else None
        label = _between(one, zone)
        if one.end is not None:
            section.add_row(label, where, span(one.end - one.start), tone)
        else:
            section.add_widget_row(label, _until_now(ticker, one, where, tone))
    if len(case.spans) > MOST_SPANS:
        section.add_row("Before", f"{len(case.spans) - MOST_SPANS} more, see the log")
    if any(one.secure for one in case.spans):
        section.add_widget_row("Locked in all", TickingLabel(ticker, _locked(case)))
    for check in reversed(case.checks[-MOST_CHECKS:]):
        words = joined(word("condition", check.condition), check.note)
        section.add_row(f"Check {clock_time(check.at, zone)}", words)
    if len(case.checks) > MOST_CHECKS:
        section.add_row("Checks", f"{len(case.checks)} in all, see the log")
    return section


def handoffs(case: Case, zone: str) -> Section:
    """Each attempt with its state; of the open one, what is missing."""
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


def papers(case: Case, zone: str, print_again: Callable[[int], None]) -> Section:
    """What was issued, which version and copy, and what came of it; each can be printed again."""
    section = Section("Papers")
    again = Button("Print again", Kind.PLAIN, "P")
    subject = case.papers[-1].subject
    again.clicked.connect(lambda: print_again(subject))
    section.head.addWidget(again)
    for one in reversed(case.papers):
        copy = f"version {one.version}, copy {one.copy}"
        words = joined(word("paper", one.paper), one.number, copy)
        section.add_row(f"Issued {clock_time(one.at, zone)}", words, _outcome(one))
    return section


def findings(page: CasePage, zone: str) -> Section:
    """What a supervisor must see: what the law forbids and happened, and what does not fit."""
    case = page.case
    count = len(case.findings) + len(page.breaches)
    section = Section("Findings", Chip(str(count), Tone.AMBER, "warning") if count else None)
    for breach in page.breaches:
        rule = breach.rule
        words = joined(rule.title, rule.citation, rule.id)
        # Amber, not red: red is for a verified rule with a due instant (CONTRACT 4.2).
        section.add_row(day_and_time(breach.at, zone), words, tone=Tone.AMBER)
    entries = {line.entry.id: line.entry for line in case.log}
    for finding in case.findings:
        entry = entries.get(finding.entry_id)
        where = "" if entry is None else heading(entry)
        section.add_row(where, word("finding", finding.code), tone=Tone.AMBER)
    if case.expunged:
        section.add_row("Expunged", f"{case.expunged} entries, by order")
    return section


def _name(fact: Fact[PersonName]) -> str:
    return joined(fact.value.as_said, fact.value.own_script)


def _known(fact: Fact[PersonName]) -> str:
    return joined(word("source", fact.source), word("certainty", fact.certainty))


def _between(one: Span, zone: str) -> str:
    start = clock_time(one.start, zone)
    return f"{start} to now" if one.end is None else f"{start} to {clock_time(one.end, zone)}"


def _until_now(ticker: Ticker, one: Span, where: str, tone: Tone | None) -> TickingLabel:
    return TickingLabel(ticker, lambda now: joined(where, span(now - one.start)), tone)


def _locked(case: Case) -> Callable[[datetime], str]:
    def words(now: datetime) -> str:
        time = secure_time(case.spans, now)
        return f"{time.total} min · longest unbroken {time.longest} min"

    return words


def _outcome(paper: IssuedPaper) -> str:
    if not paper.outcomes:
        return "not out yet"
    return _OUTCOMES.get(paper.outcomes[-1], paper.outcomes[-1])


def entry_is_here(case: Case, entry_id: UUID) -> bool:
    """Whether that entry stands in the log of the case."""
    return any(line.entry.id == entry_id for line in case.log)
