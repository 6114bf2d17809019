"""A derived case in words: one section after the other, for a terminal or a pipe."""

from collections.abc import Container, Iterator
from datetime import datetime
from uuid import UUID

from minors_desk.cli.case_document import SeenCase, author_of, state_of_line
from minors_desk.domain.board import state_of
from minors_desk.domain.bodies import Body
from minors_desk.domain.case import LogLine
from minors_desk.domain.duties import Breach
from minors_desk.domain.folding import Finding
from minors_desk.domain.handoff import Handoff
from minors_desk.domain.printed import IssuedPaper
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined, lock_words, place_words
from minors_desk.wording.sentences import case_title, heading, sentence
from minors_desk.wording.times import age, day_and_time, exactly, span

_UNKNOWN_KEY = "a key that nobody introduced"


def words_of(seen: SeenCase) -> list[str]:
    """The lines of the whole case; what has nothing to say is left out."""
    case = seen.case
    lines = [
        joined(case.number, case_title(case), word("state", state_of(case))),
        f"as of {_time(seen, seen.moment)}; all times of the station ({seen.zone})",
    ]
    for title, section in (
        ("Identity", _identity(seen)),
        ("Custody", _custody(seen)),
        ("Welfare checks", _checks(seen)),
        ("Handoffs", _handoffs(seen)),
        ("Papers", _papers(seen)),
        ("Findings", _findings(seen)),
        ("Log", _log(seen)),
    ):
        told = list(section)
        if told:
            lines += ["", title, *(f"  {line}" for line in told)]
    return lines


def _time(seen: SeenCase, moment: datetime) -> str:
    return day_and_time(moment, seen.zone)


def _identity(seen: SeenCase) -> Iterator[str]:
    for place, fact in enumerate(seen.case.names):
        name = fact.value
        yield joined(
            ("name: " if place == 0 else "also: ") + name.as_said,
            name.own_script,
            word("name_kind", name.name_kind),
            word("source", fact.source),
            word("certainty", fact.certainty),
        )
    met = seen.case.encounter
    if met is None:
        return
    sex = "not written down" if met.apparent_sex is None else word("sex", met.apparent_sex)
    yield f"sex as seen: {sex}"
    if met.apparent_age is not None:
        yield f"age as estimated: {age(met.apparent_age)}"
    legal = "not classed yet, counts as non-offender"
    if met.legal_class is not None:
        legal = word("legal_class", met.legal_class)
    yield f"legal class: {legal}"
    yield f"met: {joined(exactly(met.at, met.precision, seen.zone), met.place, met.how_found)}"


def _custody(seen: SeenCase) -> Iterator[str]:
    for episode in seen.case.episodes:
        end = "until now" if episode.end is None else f"until {_time(seen, episode.end)}"
        length = span((episode.end or seen.moment) - episode.start)
        yield joined(
            f"ours from {exactly(episode.start, episode.precision, seen.zone)}",
            end,
            length,
            word("starts_from", episode.starts_from),
        )
    for stay in seen.case.spans:
        end = "now" if stay.end is None else _time(seen, stay.end)
        yield joined(
            f"{_time(seen, stay.start)} to {end}",
            place_words(stay.place, stay.room),
            lock_words(stay.secure),
            f"watched by {stay.watched_by}",
        )
    if seen.case.spans:
        yield f"locked: {seen.secure.total} min in all, {seen.secure.longest} min unbroken"


def _checks(seen: SeenCase) -> Iterator[str]:
    for check in seen.case.checks:
        yield joined(_time(seen, check.at), word("condition", check.condition), check.note)


def _handoffs(seen: SeenCase) -> Iterator[str]:
    for attempt in seen.case.handoffs:
        yield joined(f"no. {attempt.number}", word("handoff_state", attempt.state))
        yield from (f"  {line}" for line in _handoff(seen, attempt))


def _handoff(seen: SeenCase, attempt: Handoff) -> Iterator[str]:
    who = attempt.receiver
    yield joined(who.agency, who.office, who.person, who.title, who.phone)
    yield joined(_time(seen, attempt.at), attempt.authority, attempt.place)
    check = attempt.check
    if check is not None:
        yield joined(
            f"checked {_time(seen, check.at)}",
            word("how_checked", check.how),
            check.document,
            word("check_result", check.result),
        )
    bound = [attempt.signature(one.side) for one in attempt.signatures]
    for one in attempt.signatures:
        void = "" if one in bound else "void: the terms were changed since, or it was drawn again"
        yield joined(
            f"signed {_time(seen, one.at)}", word("side", one.side), one.name, one.badge, void
        )
    if attempt.accepted_at is not None:
        yield f"accepted {_time(seen, attempt.accepted_at)}"
    elif attempt.missing():
        yield "missing: " + "; ".join(word("finding", code) for code in attempt.missing())


def _papers(seen: SeenCase) -> Iterator[str]:
    for paper in seen.case.papers:
        yield _paper(seen, paper)


def _paper(seen: SeenCase, paper: IssuedPaper) -> str:
    return joined(
        paper.number,
        word("paper", paper.paper),
        f"version {paper.version}, copy {paper.copy}",
        f"issued {_time(seen, paper.at)} as entry {seen.ordinals.get(paper.entry_id, '?')}",
        *(_outcome(one) for one in paper.outcomes),
    )


def _outcome(code: str) -> str:
    if code == "print_failed":
        return "no paper came out"
    return word("outlet", code.removeprefix("printed_"))


def found_about(seen: SeenCase, entries: Container[UUID]) -> list[str]:
    """What a supervisor must see about these entries; the law is named at once (CONTRACT 2.5)."""
    told = [_breach(seen, one) for one in seen.breaches if one.entry_id in entries]
    return told + [_finding(seen, one) for one in seen.case.findings if one.entry_id in entries]


def _findings(seen: SeenCase) -> Iterator[str]:
    for breach in seen.breaches:
        yield _breach(seen, breach)
    for finding in seen.case.findings:
        yield _finding(seen, finding)
    if seen.case.expunged:
        yield f"{seen.case.expunged} entries were expunged"


def _breach(seen: SeenCase, breach: Breach) -> str:
    rule = breach.rule
    return joined(
        f"entry {seen.ordinals.get(breach.entry_id, '?')}",
        f"{'forbidden by law' if rule.is_law else 'against a station rule'}: {rule.title}",
        rule.citation,
        "" if rule.checked.verified else "not verified",
    )


def _finding(seen: SeenCase, finding: Finding) -> str:
    return joined(
        f"entry {seen.ordinals.get(finding.entry_id, '?')}", word("finding", finding.code)
    )


def _log(seen: SeenCase) -> Iterator[str]:
    for line in seen.case.log:
        yield _log_line(seen, line)
        yield "  " + joined(
            f"by {author_of(seen, line.entry) or _UNKNOWN_KEY}",
            *_remarks(seen, line),
            f"id {line.entry.id}",
        )


def _log_line(seen: SeenCase, line: LogLine) -> str:
    body = line.entry.body
    when = ""
    if isinstance(body, Body):
        when = exactly(body.occurred_at, body.precision, seen.zone)
    said = sentence(body)
    title = heading(line.entry)
    return joined(f"{line.entry.ordinal}", when, f"{title}: {said}" if said else title)


def _remarks(seen: SeenCase, line: LogLine) -> Iterator[str]:
    entry, body = line.entry, line.entry.body
    if isinstance(body, Body) and body.done_by is not None:
        other = body.done_by
        yield f"done by {joined(other.name, other.badge, word('how_second', other.how))}"
    if isinstance(body, Body) and body.late_because is not None:
        yield (
            f"late, recorded {_time(seen, entry.recorded_at)}: {word('late', body.late_because)}"
        )
    if entry.clock_flag:
        yield "the clock of the computer was behind or had jumped"
    if line.altered_by is not None:
        yield f"{state_of_line(line)} by entry {line.altered_by.ordinal}"
        if isinstance(line.counts, Body):
            yield f"counts now: {sentence(line.counts)}"
