"""Who asked for what about the child and what was told; who may be told by us; status asked.

There is no field for what a child's immigration status is: only that somebody asked for it.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal
from uuid import UUID

from minors_desk.domain.answers import YesNo
from minors_desk.domain.bodies import Body, Handlers, Instant, Line, Needed
from minors_desk.domain.contacts import Method
from minors_desk.domain.disclosing_values import Answered, Asker, Authority, Some
from minors_desk.domain.gates import About
from minors_desk.domain.values import PartialDate

if TYPE_CHECKING:
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft

Telling = Literal["given", "part_given", "refused", "put_off"]
Federal = Literal["immigration_authority", "federal_agency"]
FederalDecision = Literal["allowed", "refused"]
GIVEN = frozenset({"given", "part_given"})


class InformationAsked(Answered, frozen=True, kw_only=True, tag="information_asked"):
    """Somebody asked for information about the child: who, on what authority, and what was told.

    ``given`` are the pieces that went out and ``given_words`` what was said; ``withheld`` is what
    was held back, where that is worth a word. A refusal needs no reason. ``until`` is when an
    answer that was put off is due.
    """

    who: Asker
    name: Line = ""
    agency: Line = ""
    badge: Line = ""
    how: Method
    about: Some
    authority: Authority = "none"
    authority_number: Line = ""
    authority_dated: PartialDate | None = None
    answer: Telling
    given: tuple[About, ...] = ()
    given_words: Line = ""
    withheld: Line = ""
    until: Instant | None = None
    child_told: YesNo | None = None
    note: Line = ""

    def misfit(self) -> tuple[str, str] | None:
        """What was given without an answer that gives, or the other way round."""
        told = self.answer in GIVEN
        if told and not self.given:
            return "given", "what was given"
        if not told and self.given:
            return "given", "nothing: the answer gives nothing"
        if not told and self.given_words:
            return "given_words", "nothing: the answer gives nothing"
        if (self.until is not None) != (self.answer == "put_off"):
            return "until", "an instant where the answer was put off, and only there"
        if self.until is not None and self.until <= self.occurred_at:
            return "until", "an instant after occurred_at"
        if self.authority == "none" and (self.authority_number or self.authority_dated):
            return "authority", "which authority has that number or date"
        return super().misfit()


class FederalContactDecided(Body, frozen=True, kw_only=True, tag="federal_contact_decided"):
    """A supervisor decides whether the station itself turns to a federal agency about the child."""

    who: Federal
    agency: Needed
    decision: FederalDecision
    reason: Needed
    authority: Line = ""


class StatusAsked(Body, frozen=True, kw_only=True, tag="status_asked"):
    """The child was asked for its immigration status: by whom, on what authority.

    ``noted`` says whether the answer was written down somewhere; here it is not.
    """

    asked_by: Needed
    authority: Line = ""
    noted: YesNo
    note: Line = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A request for information as it stands, as it was told; ``at`` in UTC."""

    entry_id: UUID
    at: datetime
    told: InformationAsked


@dataclass(frozen=True, slots=True, kw_only=True)
class FederalContact:
    """A supervisor's decision as it stands; ``at`` in UTC; who decided is the entry's author."""

    entry_id: UUID
    at: datetime
    told: FederalContactDecided


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusQuestion:
    """That the child was asked, as it stands; ``at`` in UTC."""

    entry_id: UUID
    at: datetime
    told: StatusAsked


def _asked(draft: "Draft", entry: "Entry", body: InformationAsked) -> None:
    draft.disclosing.requests.append(Request(entry_id=entry.id, at=body.occurred_at, told=body))


def _decided(draft: "Draft", entry: "Entry", body: FederalContactDecided) -> None:
    draft.disclosing.federal_contacts.append(
        FederalContact(entry_id=entry.id, at=body.occurred_at, told=body)
    )


def _status(draft: "Draft", entry: "Entry", body: StatusAsked) -> None:
    draft.disclosing.status_questions.append(
        StatusQuestion(entry_id=entry.id, at=body.occurred_at, told=body)
    )


KINDS = (InformationAsked, FederalContactDecided, StatusAsked)
HANDLERS: Handlers = {
    InformationAsked: _asked,
    FederalContactDecided: _decided,
    StatusAsked: _status,
}
