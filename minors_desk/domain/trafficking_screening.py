"""The screening for trafficking: what can be seen, item by item, apart from the child's account."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, get_args
from uuid import UUID

import msgspec

from minors_desk.domain.answers import YesNo
from minors_desk.domain.bodies import CLOCK_PRECISIONS, Body, Handlers, Instant, Line, Part
from minors_desk.domain.trafficking import note_discovery

if TYPE_CHECKING:
    from minors_desk.domain.case import Case
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft

Indicator = Literal[
    "forced_to_work",
    "wages_taken",
    "work_at_home_unpaid",
    "debt",
    "taken_from_place_to_place",
    "deceived",
    "documents_held",
    "watched_or_controlled",
    "threatened",
    "treated_badly",
    "organs",
    "commercial_sex",
    "exploited_in_pictures",
    "forced_crime",
    "living_conditions",
    "still_there",
    "others_there",
    "escort_is_recruiter",
    "exploiter_near",
]
"""What can be seen of it: the signs of `trafficking_sign_seen`, and what the notice to HHS and the
referral forms of other countries ask about besides. No clinical tool, and no score."""
Group = Literal[
    "work_and_money",
    "movement_and_documents",
    "control",
    "sexual_exploitation",
    "forced_crime",
    "at_the_place",
    "escort",
]
GROUPS: Mapping[Group, tuple[Indicator, ...]] = {
    "work_and_money": ("forced_to_work", "wages_taken", "work_at_home_unpaid", "debt"),
    "movement_and_documents": ("taken_from_place_to_place", "deceived", "documents_held"),
    "control": ("watched_or_controlled", "threatened", "treated_badly", "organs"),
    "sexual_exploitation": ("commercial_sex", "exploited_in_pictures"),
    "forced_crime": ("forced_crime",),
    "at_the_place": ("living_conditions", "still_there", "others_there"),
    "escort": ("escort_is_recruiter", "exploiter_near"),
}
"""Every indicator, in the order in which the sheet asks."""
IndicatorAnswer = Literal[
    "seen", "child_said", "other_person_said", "not_seen", "could_not_tell", "not_asked"
]
"""``not_seen``: looked for, and not there. ``not_asked`` says nothing about it either way."""
Trained = Literal["yes", "no", "unknown"]
EscortWhere = Literal["no_escort", "out_of_the_room", "in_the_room"]
InterpretedBy = Literal["independent", "relative", "found_with_child", "not_needed", "nobody_found"]
ScreeningOutcome = Literal["indicators_found", "none_seen", "not_finished"]
Service = Literal[
    "safe_place",
    "medical",
    "mental_health",
    "food_and_clothes",
    "interpreter",
    "lawyer",
    "school",
    "family_tracing",
]
"""What a child that may be trafficked needs; the notice to HHS asks for it."""

FOUND: frozenset[IndicatorAnswer] = frozenset({"seen", "child_said", "other_person_said"})
"""Answers from which the notice is owed, whatever the outcome says."""
NOT_INDEPENDENT: frozenset[InterpretedBy] = frozenset({"relative", "found_with_child"})
_NOBODY: frozenset[InterpretedBy] = frozenset({"not_needed", "nobody_found"})


class Looked(Part, frozen=True, kw_only=True):
    """One indicator and what is known of it, with the facts or the words used."""

    indicator: Indicator
    answer: IndicatorAnswer
    words: Line = ""


class Setting(Part, frozen=True, kw_only=True):
    """Who screened (``screener`` when that was not who did the entry), and who could hear it."""

    screener: Line = ""
    trained: Trained | None = None
    in_private: YesNo | None = None
    escort: EscortWhere | None = None
    interpreter: Line = ""
    interpreted_by: InterpretedBy | None = None


class TraffickingScreened(Body, frozen=True, kw_only=True, tag="trafficking_screened"):
    """A child was screened for trafficking; ``occurred_at`` is the discovery if anything was found.

    What nobody came to is not in ``looked``. ``account`` is the child's own, in its words and of
    its own will; ``not_pressed`` is the closing question. Whether the child helps any inquiry is
    never asked: no help depends on it (22 U.S.C. 7105(b)(1)(G)(iv)(III)).
    For the notice: ``when_where`` it happened, as far as told without asking for it; ``services``
    that the child needs; ``may_call``: whether who gets the notice may call us.
    """

    added: ClassVar[frozenset[str]] = frozenset({"when_where", "services", "may_call"})

    setting: Setting = Setting()
    looked: Annotated[tuple[Looked, ...], msgspec.Meta(max_length=len(get_args(Indicator)))] = ()
    account: Line = ""
    not_pressed: YesNo | None = None
    outcome: ScreeningOutcome
    note: Line = ""
    look_again_at: Instant | None = None
    when_where: Line = ""
    services: tuple[Service, ...] = ()
    may_call: YesNo | None = None

    def misfit(self) -> tuple[str, str] | None:
        """An outcome that the answers deny, an indicator told twice, nobody's name."""
        told = [one.indicator for one in self.looked]
        if len(set(told)) < len(told):
            return "looked", "each indicator once"
        against = outcome_denied(self.outcome, [one.answer for one in self.looked])
        if against is not None:
            return "looked", against
        if self.setting.interpreter and self.setting.interpreted_by in _NOBODY:
            return "interpreter", "nothing: nobody interpreted"
        again = self.look_again_at
        exact = self.precision in CLOCK_PRECISIONS
        if again is not None and exact and again <= self.occurred_at:
            return "look_again_at", "an instant after the screening"
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class TraffickingScreening:
    """A screening as it stands, with its whole sheet; ``at`` in UTC."""

    entry_id: UUID
    at: datetime
    sheet: TraffickingScreened


def outcome_denied(
    outcome: ScreeningOutcome, answers: list[IndicatorAnswer]
) -> Literal["an indicator that was found", "not_seen at least once", "no indicator found"] | None:
    """What the answers want for that outcome, or None when they bear it out.

    Not asked is not *not seen*: who asked nothing has not found that there is nothing.
    """
    found = not FOUND.isdisjoint(answers)
    if outcome == "indicators_found" and not found:
        return "an indicator that was found"
    if outcome == "none_seen" and found:
        return "no indicator found"
    if outcome == "none_seen" and "not_seen" not in answers:
        return "not_seen at least once"
    return None


def found(sheet: TraffickingScreened) -> tuple[Looked, ...]:
    """The indicators that were seen or told."""
    return tuple(one for one in sheet.looked if one.answer in FOUND)


def counts(sheet: TraffickingScreened) -> Mapping[IndicatorAnswer, int]:
    """How many indicators got each answer; those that nobody came to are counted nowhere."""
    answers = [one.answer for one in sheet.looked]
    kinds: tuple[IndicatorAnswer, ...] = get_args(IndicatorAnswer)
    return {kind: answers.count(kind) for kind in kinds}


def has_looked(sheet: TraffickingScreened) -> bool:
    """Whether anything was looked at; a sheet of *not asked* alone is no screening."""
    return any(one.answer != "not_asked" for one in sheet.looked)


@dataclass(frozen=True, slots=True, kw_only=True)
class NextScreening:
    """A screening that is to be gone on with: ``due`` in UTC, and when that was done."""

    entry_id: UUID
    due: datetime
    done_at: datetime | None


def next_screenings(case: "Case") -> tuple[NextScreening, ...]:
    """Every next look that a screening asked for; the screening after it is what meets it."""
    later = (*case.trafficking_screenings[1:], None)
    return tuple(
        NextScreening(
            entry_id=one.entry_id,
            due=one.sheet.look_again_at,
            done_at=None if following is None else following.at,
        )
        for one, following in zip(case.trafficking_screenings, later, strict=False)
        if one.sheet.look_again_at is not None
    )


def _screened(draft: "Draft", entry: "Entry", body: TraffickingScreened) -> None:
    draft.trafficking_screenings.append(
        TraffickingScreening(entry_id=entry.id, at=body.occurred_at, sheet=body)
    )
    if has_looked(body):
        draft.event("trafficking_screened", entry, body)
    if found(body):
        note_discovery(draft, entry, body)
    if body.setting.escort == "in_the_room":
        draft.find("escort_at_screening", entry)
    if body.setting.interpreted_by in NOT_INDEPENDENT:
        draft.find("screening_interpreter_not_independent", entry)
    if body.not_pressed == "no":
        draft.find("child_pressed", entry)


KINDS = (TraffickingScreened,)
HANDLERS: Handlers = {TraffickingScreened: _screened}
