"""The child is questioned about an offence: by whom, who is with it, and which rights it was told.

What has to come before it is the rules' to say; here stands what was done.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal
from uuid import UUID

from minors_desk.domain.answers import YesNo
from minors_desk.domain.bodies import Body, Handlers, Line, Needed

if TYPE_CHECKING:
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft

LawyerThere = Literal["present", "on_the_telephone", "not_there", "refused_by_child"]
AdultThere = Literal["parent_or_guardian", "other_adult", "nobody", "refused_by_child"]


class QuestioningBegan(Body, frozen=True, kw_only=True, tag="questioning_began"):
    """An officer begins to question the child about an offence: ``offence`` in words.

    ``rights_language`` is the language in which the rights were told, where they were.
    """

    by: Needed
    offence: Line = ""
    lawyer: LawyerThere
    adult: AdultThere
    adult_name: Line = ""
    rights_told: YesNo
    rights_language: Line = ""
    recorded: YesNo
    note: Line = ""

    def misfit(self) -> tuple[str, str] | None:
        """A language of rights that nobody told, and a name of an adult who is not there."""
        if self.rights_language and self.rights_told == "no":
            return "rights_language", "nothing: the rights were not told"
        if self.adult_name and self.adult in ("nobody", "refused_by_child"):
            return "adult_name", "nothing: no adult is with the child"
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Questioning:
    """A questioning as it stands, as it was told; ``at`` in UTC."""

    entry_id: UUID
    at: datetime
    told: QuestioningBegan


def _began(draft: "Draft", entry: "Entry", body: QuestioningBegan) -> None:
    draft.questionings.append(Questioning(entry_id=entry.id, at=body.occurred_at, told=body))
    draft.event("questioning_began", entry, body)


KINDS = (QuestioningBegan,)
HANDLERS: Handlers = {QuestioningBegan: _began}
