"""A child's consulate: the offer to tell it, the notice, a guardian that may be needed, and a hold.

Nothing here has a field for why the child left its country or what it fears there: a consulate
is its government. Why counsel is asked stands in the hold, which never leaves the house.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal
from uuid import UUID

import msgspec

from minors_desk.domain.bodies import Body, Handlers, Instant, Line, Needed
from minors_desk.domain.contacts import ContactTried, Method, ReportSent
from minors_desk.domain.disclosing_values import Asker
from minors_desk.domain.disclosures import GIVEN, InformationAsked
from minors_desk.domain.values import CountryCode

if TYPE_CHECKING:
    from minors_desk.domain.case import LogLine
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft

OfferSaid = Literal["may_be_told", "will_be_told"]
"""That the consulate is told if one wishes, or that it must be told whatever one wishes."""
OfferAnswer = Literal["wants", "declines", "no_answer", "not_understood", "could_not_be_asked"]
AnsweredBy = Literal["child", "parent", "guardian"]
NoticeWhy = Literal["asked", "mandatory", "guardian", "death"]
"""Art. 36 on request, a convention that binds, art. 37(b), art. 37(a)."""
NoticeTold = Literal[
    "name", "birth_date", "birth_place", "passport", "held_since", "held_where", "contact"
]
"""All that a consulate is told: who the child is, where it is held, whom to ask for access."""
GuardianWhy = Literal[
    "no_parent_found",
    "parents_dead",
    "parents_far_away",
    "parent_cannot_care",
    "parent_may_harm",
    "court_asked",
    "other",
]
HeldBack = Literal["consular_notice", "disclosure_abroad"]
CounselSays = Literal["go_ahead", "keep_back"]

ABROAD: frozenset[Asker] = frozenset({"consulate", "foreign_state"})
"""Who is behind a disclosure that may be held back for counsel."""
NOT_TOLD: frozenset[OfferAnswer] = frozenset({"not_understood", "could_not_be_asked"})
"""Who did not understand, or was not asked, was not told of its right: no rule is met by that."""


class ConsularOffer(Body, frozen=True, kw_only=True, tag="consular_offer"):
    """The child was told of its consulate (VCCR art. 36), in these words, and what was answered.

    ``countries`` are those whose consulate was meant, none where no nationality is known. What
    must be told anyway needs no answer.
    """

    countries: tuple[CountryCode, ...] = ()
    said: OfferSaid
    words: Line = ""
    language: Line = ""
    interpreter: Line = ""
    answer: OfferAnswer | None = None
    answered_by: AnsweredBy | None = None
    answered_name: Line = ""

    def misfit(self) -> tuple[str, str] | None:
        """An offer without an answer, and one who answered what nobody was asked."""
        if self.said == "may_be_told" and self.answer is None:
            return "answer", "what was answered"
        asked = self.answer is not None and self.answer != "could_not_be_asked"
        if not asked and (self.answered_by is not None or self.answered_name):
            return "answered_by", "nothing: nobody answered"
        return None


class ConsularNotice(Body, frozen=True, kw_only=True, tag="consular_notice"):
    """A consulate was told of the child: ``post`` is which embassy or consulate, and where.

    ``told`` is all that it was told; there is no field for more.
    """

    country: CountryCode
    post: Needed
    why: NoticeWhy
    method: Method
    number: Line = ""
    spoke_with: Line = ""
    reference: Line = ""
    told: Annotated[tuple[NoticeTold, ...], msgspec.Meta(min_length=1)]


class GuardianNeeded(Body, frozen=True, kw_only=True, tag="guardian_needed"):
    """Facts by which a guardian may be needed for the child; from them art. 37(b) counts.

    ``handled_by`` is the authority that decides it, such as child protection or a court.
    """

    why: Annotated[tuple[GuardianWhy, ...], msgspec.Meta(min_length=1)]
    handled_by: Line = ""
    worker: Line = ""
    docket: Line = ""
    hearing_at: Instant | None = None
    note: Line = ""


class CounselHold(Body, frozen=True, kw_only=True, tag="counsel_hold"):
    """Something is held back until counsel has answered; it stops no clock.

    ``reason`` is for counsel and reviewers: no paper and no notice prints it.
    """

    what: Annotated[tuple[HeldBack, ...], msgspec.Meta(min_length=1)]
    counsel: Needed
    reason: Line = ""


class CounselAnswered(Body, frozen=True, kw_only=True, tag="counsel_answered"):
    """What counsel said of what is held back: only *go ahead* lifts the hold."""

    what: Annotated[tuple[HeldBack, ...], msgspec.Meta(min_length=1)]
    counsel: Needed
    answer: CounselSays
    words: Line = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An offer as it stands; ``at`` in UTC."""

    entry_id: UUID
    at: datetime
    told: ConsularOffer


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A notice as it stands; ``at`` in UTC."""

    entry_id: UUID
    at: datetime
    told: ConsularNotice


@dataclass(frozen=True, slots=True, kw_only=True)
class Guardian:
    """That a guardian may be needed, as it stands; ``at`` in UTC."""

    entry_id: UUID
    at: datetime
    told: GuardianNeeded


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """A thing held back since ``at`` (UTC); ``answered`` is what counsel said of it last.

    It stands until counsel says *go ahead*: from ``lifted_at``, and that entry, it does no more.
    """

    entry_id: UUID
    at: datetime
    what: HeldBack
    counsel: str
    reason: str
    answered: CounselAnswered | None = None
    lifted_at: datetime | None = None

    @property
    def stands(self) -> bool:
        """Whether it is still held back."""
        return self.lifted_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Consular:
    """All that was told of the child's consulates and of what is held for counsel, in order."""

    offers: tuple[Offer, ...] = ()
    notices: tuple[Notice, ...] = ()
    guardians: tuple[Guardian, ...] = ()
    holds: tuple[Hold, ...] = ()

    def held(self, what: HeldBack) -> tuple[Hold, ...]:
        """The holds of that which counsel has not let go."""
        return tuple(one for one in self.holds if one.stands and one.what == what)


@dataclass(slots=True)
class ConsularDraft:
    """The same while the case is being folded."""

    offers: list[Offer] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    guardians: list[Guardian] = field(default_factory=list)
    holds: list[Hold] = field(default_factory=list)

    def frozen(self) -> Consular:
        """As it stands."""
        return Consular(
            offers=tuple(self.offers),
            notices=tuple(self.notices),
            guardians=tuple(self.guardians),
            holds=tuple(self.holds),
        )


def is_contact(body: object) -> bool:
    """Whether an entry tells that we turned to a consulate, reached or not."""
    if isinstance(body, ContactTried):
        return body.purpose == "consulate"
    if isinstance(body, ReportSent):
        return body.report == "consular_notification"
    return isinstance(body, ConsularNotice)


def tells_abroad(body: object) -> bool:
    """Whether an entry tells that a consulate or another state learned something of the child."""
    if not isinstance(body, InformationAsked):
        return False
    return body.who in ABROAD and body.answer in GIVEN


def look_at_holds(draft: "Draft", log: Iterable["LogLine"]) -> None:
    """Finds what went out while it was held back; last, in the order of the fold."""
    held = set[HeldBack]()
    for line in log:
        body = line.counts
        if isinstance(body, CounselHold):
            held.update(body.what)
        elif isinstance(body, CounselAnswered) and body.answer == "go_ahead":
            held.difference_update(body.what)
        elif "consular_notice" in held and is_contact(body):
            draft.find("consulate_contacted_under_hold", line.entry)
        elif "disclosure_abroad" in held and tells_abroad(body):
            draft.find("told_abroad_under_hold", line.entry)


def _offered(draft: "Draft", entry: "Entry", body: ConsularOffer) -> None:
    draft.consular.offers.append(Offer(entry_id=entry.id, at=body.occurred_at, told=body))
    if body.answer == "not_understood":
        draft.find("consulate_not_understood", entry)
    elif body.answer == "could_not_be_asked":
        draft.find("consulate_not_asked", entry)
    if body.answer in NOT_TOLD:
        return
    draft.event("consulate_told", entry, body)
    if body.answer == "wants":
        draft.event("consulate_wanted", entry, body)


def _notified(draft: "Draft", entry: "Entry", body: ConsularNotice) -> None:
    draft.consular.notices.append(Notice(entry_id=entry.id, at=body.occurred_at, told=body))
    draft.event("consular_notification_sent", entry, body)


def _needed(draft: "Draft", entry: "Entry", body: GuardianNeeded) -> None:
    draft.consular.guardians.append(Guardian(entry_id=entry.id, at=body.occurred_at, told=body))
    draft.event("guardian_needed", entry, body)


def _held(draft: "Draft", entry: "Entry", body: CounselHold) -> None:
    draft.consular.holds.extend(
        Hold(
            entry_id=entry.id,
            at=body.occurred_at,
            what=what,
            counsel=body.counsel,
            reason=body.reason,
        )
        for what in body.what
    )


def _answered(draft: "Draft", entry: "Entry", body: CounselAnswered) -> None:
    """An answer is of every hold of that kind that stands."""
    concerned = [
        n for n, one in enumerate(draft.consular.holds) if one.stands and one.what in body.what
    ]
    if set(body.what) - {draft.consular.holds[n].what for n in concerned}:
        draft.find("counsel_answer_without_hold", entry)
    lifted = body.occurred_at if body.answer == "go_ahead" else None
    for n in concerned:
        draft.consular.holds[n] = replace(draft.consular.holds[n], answered=body, lifted_at=lifted)


KINDS = (ConsularOffer, ConsularNotice, GuardianNeeded, CounselHold, CounselAnswered)
HANDLERS: Handlers = {
    ConsularOffer: _offered,
    ConsularNotice: _notified,
    GuardianNeeded: _needed,
    CounselHold: _held,
    CounselAnswered: _answered,
}
