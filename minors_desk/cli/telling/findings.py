"""What a supervisor must see of a case: its findings, and the law that was broken."""

from collections.abc import Container, Iterator
from typing import Any
from uuid import UUID

from minors_desk.cli.telling.seen import SeenCase, plain
from minors_desk.domain.duties import Breach
from minors_desk.domain.findings import ReviewFinding
from minors_desk.domain.folding import Finding
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.reviewing import breach_words, finding_words, law_behind


def lines(seen: SeenCase) -> Iterator[str]:
    """What the law forbids first, then what the entries show."""
    for breach in seen.breaches:
        yield _breach_words(seen, breach)
    for finding in seen.findings:
        yield _finding(seen, finding)
    if seen.case.expunged:
        yield f"{seen.case.expunged} entries were expunged"


def found_about(seen: SeenCase, entries: Container[UUID]) -> list[str]:
    """What a supervisor must see about these entries; the law is named at once (CONTRACT 2.5)."""
    told = [_breach_words(seen, one) for one in seen.breaches if one.entry_id in entries]
    return told + [_finding(seen, one) for one in seen.findings if one.entry_id in entries]


def _breach_words(seen: SeenCase, breach: Breach) -> str:
    rule = breach.rule
    return joined(
        f"entry {seen.ordinals.get(breach.entry_id, '?')}",
        breach_words(breach),
        rule.citation,
        "" if rule.checked.verified else "not verified",
    )


def _finding(seen: SeenCase, finding: Finding) -> str:
    return joined(
        f"entry {seen.ordinals.get(finding.entry_id, '?')}", word("finding", finding.code)
    )


def document(seen: SeenCase) -> dict[str, Any]:
    """Findings and breaches, each with its entry; how many entries could not be told."""
    case = seen.case
    return {
        "findings": [
            {
                "code": one.code,
                "words": word("finding", one.code),
                "entry": str(one.entry_id),
                "ordinal": seen.ordinals.get(one.entry_id),
            }
            for one in seen.findings
        ],
        "breaches": [_breach(seen, one) for one in seen.breaches],
        "expunged": case.expunged,
        "unread": case.unread,
    }


def _breach(seen: SeenCase, breach: Breach) -> dict[str, Any]:
    rule = breach.rule
    return {
        "rule": rule.id,
        "title": rule.title,
        "citation": rule.citation,
        "law": rule.is_law,
        "verified": rule.checked.verified,
        "at": plain(breach.at),
        "entry": str(breach.entry_id),
        "ordinal": seen.ordinals.get(breach.entry_id),
    }


def for_review(seen: SeenCase, found: ReviewFinding) -> str:
    """A finding as a supervisor reads it: how grave, what, under which law, in which entries."""
    ordinals = _ordinals(seen, found)
    word_for = "entry" if len(ordinals) == 1 else "entries"
    return joined(
        word("severity", found.severity),
        finding_words(found),
        law_behind(found.rule),
        f"{word_for} {', '.join(map(str, ordinals))}" if ordinals else "",
    )


def document_for_review(seen: SeenCase, found: ReviewFinding) -> dict[str, Any]:
    """The same for programs; ``ordinals`` are those of the entries that are in this record."""
    rule = found.rule
    return {
        "severity": found.severity,
        "code": found.code,
        "words": finding_words(found),
        "rule": None if rule is None else rule.id,
        "law": law_behind(rule),
        "at": plain(found.at),
        "entries": [str(one) for one in found.entries],
        "ordinals": _ordinals(seen, found),
    }


def _ordinals(seen: SeenCase, found: ReviewFinding) -> list[int]:
    return sorted(seen.ordinals[one] for one in found.entries if one in seen.ordinals)
