"""What a supervisor must see of a case: its findings, and the law that was broken."""

from collections.abc import Container, Iterator
from typing import Any
from uuid import UUID

from minors_desk.cli.telling.seen import SeenCase, plain
from minors_desk.domain.duties import Breach
from minors_desk.domain.folding import Finding
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined


def lines(seen: SeenCase) -> Iterator[str]:
    """What the law forbids first, then what the entries show."""
    for breach in seen.breaches:
        yield _breach_words(seen, breach)
    for finding in seen.case.findings:
        yield _finding(seen, finding)
    if seen.case.expunged:
        yield f"{seen.case.expunged} entries were expunged"


def found_about(seen: SeenCase, entries: Container[UUID]) -> list[str]:
    """What a supervisor must see about these entries; the law is named at once (CONTRACT 2.5)."""
    told = [_breach_words(seen, one) for one in seen.breaches if one.entry_id in entries]
    return told + [_finding(seen, one) for one in seen.case.findings if one.entry_id in entries]


def _breach_words(seen: SeenCase, breach: Breach) -> str:
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
            for one in case.findings
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
