"""All that was asked about a child and told, as the fold gathers it and as it stands."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from minors_desk.domain.detainers import Detainer
from minors_desk.domain.disclosures import FederalContact, Request, StatusQuestion
from minors_desk.domain.federal_access import AccessAsked


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosing:
    """What was asked of us about the child and what came of it, each kind in its order."""

    requests: tuple[Request, ...] = ()
    detainers: tuple[Detainer, ...] = ()
    accesses: tuple[AccessAsked, ...] = ()
    federal_contacts: tuple[FederalContact, ...] = ()
    status_questions: tuple[StatusQuestion, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nobody asked and nothing was decided."""
        return not (
            self.requests
            or self.detainers
            or self.accesses
            or self.federal_contacts
            or self.status_questions
        )

    def federal_contact(self, moment: datetime) -> FederalContact | None:
        """What a supervisor decided last, by that instant, on turning to a federal agency."""
        known = [one for one in self.federal_contacts if one.at <= moment]
        return known[-1] if known else None


@dataclass(slots=True, kw_only=True)
class DisclosingDraft:
    """The same while the case is being folded; detainers by the entry that told of them."""

    requests: list[Request] = field(default_factory=list)
    detainers: dict[UUID, Detainer] = field(default_factory=dict)
    accesses: list[AccessAsked] = field(default_factory=list)
    federal_contacts: list[FederalContact] = field(default_factory=list)
    status_questions: list[StatusQuestion] = field(default_factory=list)

    def frozen(self) -> Disclosing:
        """As it stands."""
        return Disclosing(
            requests=tuple(self.requests),
            detainers=tuple(self.detainers.values()),
            accesses=tuple(self.accesses),
            federal_contacts=tuple(self.federal_contacts),
            status_questions=tuple(self.status_questions),
        )
