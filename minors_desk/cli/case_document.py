"""A derived case as one JSON document: everything that ``case show`` knows, by plain names."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from minors_desk.domain import codec
from minors_desk.domain.belongings import bags, cash_totals
from minors_desk.domain.board import state_of
from minors_desk.domain.bodies import Body
from minors_desk.domain.care import medicines
from minors_desk.domain.case import Case, LogLine
from minors_desk.domain.custody import SecureTime, secure_time
from minors_desk.domain.duties import Breach, breaches
from minors_desk.domain.entries import Entry, Gone, kind_of
from minors_desk.domain.handoff import SIDES, Handoff, terms_digest
from minors_desk.domain.printed import IssuedPaper
from minors_desk.domain.screening import rechecks
from minors_desk.services.desk import Desk
from minors_desk.wording.codes import word
from minors_desk.wording.sentences import case_title, heading, sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenCase:
    """A case with all that depends on who looks and when; ``moment`` in UTC."""

    case: Case
    moment: datetime
    zone: str
    breaches: tuple[Breach, ...]
    secure: SecureTime
    authors: Mapping[bytes, str]
    ordinals: Mapping[UUID, int]


def seen_from(desk: Desk, case: Case, moment: datetime) -> SeenCase:
    """The case at that instant (UTC), with the names of the authors and the law that was broken."""
    entries = [line.entry for line in case.log]
    entries += [line.altered_by for line in case.log if line.altered_by is not None]
    people = {chain: desk.author(chain) for chain in {one.chain for one in entries}}
    return SeenCase(
        case=case,
        moment=moment,
        zone=desk.zone,
        breaches=breaches(case, desk.packs, desk.zone),
        secure=secure_time(case.spans, moment),
        authors={
            chain: f"{person.name}, {person.badge}" if person.badge else person.name
            for chain, person in people.items()
            if person is not None
        },
        ordinals={one.id: one.ordinal for one in entries},
    )


def document_of(seen: SeenCase) -> dict[str, Any]:
    """The whole case; instants are UTC, minutes are whole."""
    case = seen.case
    return {
        "id": str(case.id),
        "number": case.number,
        "title": case_title(case),
        "state": state_of(case),
        "as_of": _builtins(seen.moment),
        "zone": seen.zone,
        "legal_class": case.legal_class,
        "encounter": _builtins(case.encounter),
        "names": _builtins(case.names),
        "episodes": _builtins(case.episodes),
        "spans": _builtins(case.spans),
        "secure_minutes": {"total": seen.secure.total, "longest": seen.secure.longest},
        "checks": _builtins(case.checks),
        "care": _builtins(case.care),
        "medicines": _builtins(medicines(case)),
        "screenings": _builtins(case.screenings),
        "rechecks": _builtins(rechecks(case)),
        "told": _builtins(case.told),
        "call_offers": _builtins(case.call_offers),
        "searches": _builtins(case.searches),
        "belongings": _builtins(case.belongings),
        "bags": _builtins(bags(case)),
        "cash": cash_totals(case),
        "disputes": _builtins(case.disputes),
        "phone_searches": _builtins(case.phone_searches),
        "handoffs": [_handoff(one) for one in case.handoffs],
        "papers": [_paper(seen, one) for one in case.papers],
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
        "log": [_line(seen, line) for line in case.log],
    }


def _builtins(value: object) -> Any:
    return msgspec.to_builtins(value)


def _handoff(attempt: Handoff) -> dict[str, Any]:
    """An attempt; ``terms_digest`` is what a signature on it has to be bound to."""
    digest = terms_digest(attempt)
    made: dict[str, Any] = {
        name: _builtins(getattr(attempt, name))
        for name in ("number", "state", "at", "receiver", "authority", "place", "check")
    }
    return made | {
        "accepted_at": _builtins(attempt.accepted_at),
        "missing": [] if attempt.state == "accepted" else list(attempt.missing()),
        "terms_digest": digest,
        "signed": {side: attempt.signature(side) is not None for side in SIDES},
        "signatures": [
            {
                "entry": str(one.entry_id),
                "at": _builtins(one.at),
                "side": one.side,
                "name": one.name,
                "badge": one.badge,
                "strokes": len(one.strokes),
                "bound": one.digest == digest,
            }
            for one in attempt.signatures
        ],
    }


def _paper(seen: SeenCase, paper: IssuedPaper) -> dict[str, Any]:
    made: dict[str, Any] = _builtins(paper)
    return made | {"ordinal": seen.ordinals.get(paper.entry_id)}


def _breach(seen: SeenCase, breach: Breach) -> dict[str, Any]:
    rule = breach.rule
    return {
        "rule": rule.id,
        "title": rule.title,
        "citation": rule.citation,
        "law": rule.is_law,
        "verified": rule.checked.verified,
        "at": _builtins(breach.at),
        "entry": str(breach.entry_id),
        "ordinal": seen.ordinals.get(breach.entry_id),
    }


def _line(seen: SeenCase, line: LogLine) -> dict[str, Any]:
    entry, body = line.entry, line.entry.body
    altered = line.altered_by
    return {
        "ordinal": entry.ordinal,
        "id": str(entry.id),
        "kind": kind_of(body),
        "heading": heading(entry),
        "sentence": sentence(body),
        "occurred_at": _builtins(body.occurred_at) if isinstance(body, Body) else None,
        "recorded_at": _builtins(entry.recorded_at),
        "clock_flag": entry.clock_flag,
        "late": line.is_late,
        "author": author_of(seen, entry),
        "chain": entry.chain.hex(),
        "state": state_of_line(line),
        "altered_by": None if altered is None else altered.ordinal,
        "body": _body(body),
        "counts": _body(line.counts) if altered is not None else None,
    }


def state_of_line(line: LogLine) -> str:
    """``counts``, ``amended``, ``withdrawn``, ``expunged`` or ``later_version``."""
    if line.altered_by is not None:
        return "withdrawn" if line.counts is None else "amended"
    if isinstance(line.entry.body, Gone):
        return "expunged"
    return "counts" if isinstance(line.entry.body, Body) else "later_version"


def author_of(seen: SeenCase, entry: Entry) -> str | None:
    """Name and badge of who wrote the entry, None for a key that nobody introduced."""
    return seen.authors.get(entry.chain)


def _body(body: object) -> Any:
    return json.loads(codec.encode(body)) if isinstance(body, Body) else None
