"""What may be appended: only what makes the present impossible is refused (CONTRACT 2.5).

A bad past fact is taken and becomes a finding; the check runs on the fold with the new entries.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from minors_desk.domain.alter import Amended
from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case, fold
from minors_desk.domain.codec import NotABody, Raw, plain, read
from minors_desk.domain.entries import NewEntry
from minors_desk.domain.folding import Finding
from minors_desk.domain.handoff import HandoffAccepted
from minors_desk.domain.links import CaseLinked

AHEAD = timedelta(minutes=2)
"""Further in the future than this is refused."""
LATE = timedelta(minutes=15)
"""Written down later than this is late, and needs one of five reasons."""

IMPOSSIBLE = frozenset(
    {
        "encountered_twice",
        "custody_began_twice",
        "custody_ended_outside_custody",
        "closed_while_ours",
        "handoff_not_proposed",
        "handoff_closed",
        "handoff_number_used",
        "handed_over_outside_custody",
        "terms_differ",
        "receiver_not_checked",
        "receiver_does_not_match",
        "officer_has_not_signed",
        "receiver_has_not_signed",
        "property_line_used",
        "paper_not_issued",
        "companion_of_itself",
        "attachment_added_twice",
        "amendment_of_another_kind",
    }
)
"""Findings that, on an entry just being added, mean that it cannot be so."""
UNDOING = frozenset(
    {
        "encountered_twice",
        "custody_ended_outside_custody",
        "handoff_number_used",
        "handed_over_outside_custody",
        "property_line_used",
    }
)
"""Findings that must not come over an earlier entry by a new one: they would take away the
encounter, a receiver, a handoff, another end of custody or a line of property that stands.
``handoff_not_proposed`` on an acceptance too."""


class Refusal(Exception):
    """An entry that cannot be taken: ``code`` says why, ``missing`` what has to be there first."""

    def __init__(self, code: str, missing: tuple[str, ...] = (), **params: str) -> None:
        super().__init__(code)
        self.code, self.missing, self.params = code, missing, params


def check_times(body: Body, now: datetime) -> None:
    """Refuses a time more than 2 minutes ahead, and a late one without a reason (CONTRACT 1.8).

    A correction is written now, but what it puts in place may not lie ahead either. Refused first
    is a body that could not be read again once it is stored: an empty name, half a character; and
    what is told by another kind since.
    """
    told = _as_stored(plain(body))
    if isinstance(told, Amended):
        told = _as_stored(told.replacement)
    if isinstance(told, CaseLinked) and told.why == "found_with":
        raise Refusal("found_with_is_a_tie")
    if max(body.told_until(), told.told_until()) - now > AHEAD:
        raise Refusal("in_the_future")
    if now - body.occurred_at > LATE and body.late_because is None:
        raise Refusal("late_without_reason")


def _as_stored(raw: Raw) -> Body:
    try:
        return read(raw)
    except NotABody as error:
        raise Refusal("not_an_entry", field=error.field, expected=error.expected) from None


def check_case(after: Case, new: Sequence[NewEntry]) -> None:
    """Refuses new entries that make the case's present impossible, naming all that is missing."""
    if after.encounter is None and not after.unread and not after.expunged:
        raise Refusal("no_encounter")
    added = {one.id for one in new}
    codes = tuple(
        one.code for one in after.findings if one.entry_id in added and one.code in IMPOSSIBLE
    )
    if codes:
        raise Refusal(codes[0], missing=codes)
    undone = _undone(after, added)
    if undone:
        before = fold(after.id, [one.entry for one in after.log if one.entry.id not in added])
        if undone - _undone(before, added):
            raise Refusal("contradicts_an_entry")


def _undone(case: Case, added: set[UUID]) -> set[Finding]:
    """Findings on earlier entries by which these count no longer."""
    accepted = {one.entry.id for one in case.log if isinstance(one.counts, HandoffAccepted)}
    return {
        one
        for one in case.findings
        if one.entry_id not in added
        and (
            one.code in UNDOING or (one.code == "handoff_not_proposed" and one.entry_id in accepted)
        )
    }
