"""An officer of a federal agency asks into the building, to the child or to its record."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal
from uuid import UUID

import msgspec

from minors_desk.domain.bodies import Handlers, Line, Needed
from minors_desk.domain.disclosing_values import Answered, Authority
from minors_desk.domain.disclosures import Federal
from minors_desk.domain.questioning import LawyerThere
from minors_desk.domain.values import PartialDate

if TYPE_CHECKING:
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft

Access = Literal["building", "child", "record"]
ConsentForm = Literal["signed", "refused_by_child", "not_offered"]


class FederalAccess(Answered, frozen=True, kw_only=True, tag="federal_access"):
    """Who asked for access, with what authority, for what, and who allowed or refused it.

    ``allowed`` is what was allowed of ``asks``; nothing: all was refused. ``consent_form`` and
    ``lawyer`` are of an interview with the child.
    """

    who: Federal
    agency: Needed
    officer: Line = ""
    badge: Line = ""
    asks: Annotated[tuple[Access, ...], msgspec.Meta(min_length=1)]
    authority: Authority = "none"
    authority_number: Line = ""
    authority_dated: PartialDate | None = None
    allowed: tuple[Access, ...] = ()
    decided_by: Needed
    office: Line = ""
    consent_form: ConsentForm | None = None
    lawyer: LawyerThere | None = None
    note: Line = ""

    def misfit(self) -> tuple[str, str] | None:
        """What was allowed and not asked for, and an interview that nobody asked for."""
        if not set(self.allowed) <= set(self.asks):
            return "allowed", "only what was asked for"
        if "child" not in self.asks and (self.consent_form or self.lawyer):
            return "asks", "the child, of whose interview something is told"
        if self.authority == "none" and (self.authority_number or self.authority_dated):
            return "authority", "which authority has that number or date"
        return super().misfit()


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessAsked:
    """A request for access as it stands, as it was told; ``at`` in UTC."""

    entry_id: UUID
    at: datetime
    told: FederalAccess


def _asked(draft: "Draft", entry: "Entry", body: FederalAccess) -> None:
    draft.disclosing.accesses.append(AccessAsked(entry_id=entry.id, at=body.occurred_at, told=body))


KINDS = (FederalAccess,)
HANDLERS: Handlers = {FederalAccess: _asked}
