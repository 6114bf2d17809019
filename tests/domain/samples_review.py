"""Bodies of the review and of people at the station, one of each, for the tests of domain."""

from minors_desk.domain.bodies import Body
from minors_desk.domain.reviewing import (
    CaseApproved,
    CaseReturned,
    LastEntry,
    PackUsed,
    ReturnReason,
)
from minors_desk.domain.rule_waivers import RuleRestored, RuleWaived
from minors_desk.domain.station import (
    CaseRead,
    ListExported,
    PassphraseChanged,
    PersonDisabled,
    RolesChanged,
)
from tests.domain.moments import CASE, T0, at, ident


def approved(minutes: float, last: int, note: str = "") -> CaseApproved:
    """A supervisor approved the case as far as that entry."""
    read = LastEntry(entry_id=ident(last), hash="0a" * 32)
    packs = (PackUsed(pack="us", content_hash="0e" * 32),)
    return CaseApproved(occurred_at=at(minutes), last=read, packs=packs, note=note)


def returned(minutes: float, last: int, due: float | None = None) -> CaseReturned:
    """A supervisor returned the case as far as that entry."""
    reasons = (
        ReturnReason(words="The receipt is missing", finding="paper_missing", entries=(ident(8),)),
        ReturnReason(words="Say who was called first"),
    )
    return CaseReturned(
        occurred_at=at(minutes),
        last=LastEntry(entry_id=ident(last), hash="0b" * 32),
        reasons=reasons,
        due_at=None if due is None else at(due),
    )


REVIEWS: tuple[Body, ...] = (
    approved(70, 8, "Well kept"),
    returned(80, 9, 600),
    RolesChanged(
        occurred_at=T0, person_id=ident(802), roles=("officer", "auditor"), reason="New post"
    ),
    PersonDisabled(occurred_at=T0, person_id=ident(802), reason="Left the agency"),
    PassphraseChanged(occurred_at=T0, person_id=ident(802)),
    CaseRead(occurred_at=T0, case_id=CASE),
    ListExported(
        occurred_at=T0,
        what="handoff_log",
        outlet="file",
        rows=12,
        purpose="Weekly review",
        recipient="Cmdr. Vance",
        wanted="since 2026-11-01",
    ),
    RuleWaived(
        occurred_at=T0,
        rule="US-JJ-03",
        reason="Approved alternative",
        authority="Consent decree 14 C 2",
        until=at(1440),
    ),
    RuleRestored(occurred_at=at(60), rule="US-JJ-03", reason="The decree ended"),
)
