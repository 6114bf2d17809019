"""A fact about a child: a typed value, who said so, how sure; rivals stand side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, ClassVar, Generic, Literal, TypeVar, cast
from uuid import UUID

from minors_desk.domain.answers import NoAnswer
from minors_desk.domain.bodies import Body, Handlers, Line, Part
from minors_desk.domain.fact_table import FACTS, FactId
from minors_desk.domain.values import CodeValue, PartialDate, PersonName, SomeLanguage, Value

if TYPE_CHECKING:
    from minors_desk.domain.case import Case
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft

Source = Literal["said", "document", "record", "seen"]
Certainty = Literal["sure", "likely", "doubtful"]

SOURCE_RANK = {"document": 0, "record": 1, "said": 2, "seen": 3}
"""Document before record before said before seen (CONTRACT 3.4); then the newest."""


FACT_EVENTS: dict[FactId, str] = {
    "language": "language_told",
    "nationality": "nationality_told",
    "tribal_link": "tribal_link_told",
    "disability": "disability_told",
    "lives_in": "lives_in_told",
}
"""Facts of the child from which duties start; that it was asked in vain starts them too."""


class FactTold(Body, frozen=True, kw_only=True, tag="fact_told"):
    """Somebody or something told us a fact, or why it cannot be told; it stands beside others.

    Either ``value`` or ``no_value``; ``about`` is a person of this case, or nobody: the child.
    ``said_by`` is who told it, when not the child, and ``language_used`` in which language.
    """

    added: ClassVar[frozenset[str]] = frozenset({"about", "no_value", "language_used", "said_by"})

    fact: FactId
    value: Value | None = None
    source: Source
    certainty: Certainty = "likely"
    preferred: bool = False
    about: UUID | None = None
    no_value: NoAnswer | None = None
    language_used: SomeLanguage = ""
    said_by: Line = ""

    def misfit(self) -> tuple[str, str] | None:
        """A value belongs to its fact, and a fact of the child to nobody else."""
        kind, value = FACTS[self.fact], self.value
        if self.about is not None and kind.about == "minor":
            return "about", "nobody: this fact is told of the child only"
        if (value is None) == (self.no_value is None):
            return "value", "a value or a no_value, one of the two"
        if value is None:
            return None
        if type(value) is not kind.value:
            return "value.type", f"`{kind.value.__struct_config__.tag}` for the fact {self.fact}"
        if isinstance(value, CodeValue) and value.code not in kind.codes:
            return "value.code", f"one of {', '.join(kind.codes)}"
        return None


V_co = TypeVar("V_co", bound=Part | None, covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Generic[V_co]):
    """A fact as it stands, with its entry; ``recorded_at`` in UTC."""

    entry_id: UUID
    fact: str
    value: V_co
    source: Source
    certainty: Certainty
    preferred: bool
    occurred_at: datetime
    recorded_at: datetime
    about: UUID | None = None
    no_value: NoAnswer | None = None
    language_used: str = ""
    said_by: str = ""


AnyFact = Fact[Value | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What stands for one fact: the leading value and its rivals, or why there is none.

    ``unanswered`` is the newest entry that says why, where no value was ever told.
    """

    leading: AnyFact | None = None
    rivals: tuple[AnyFact, ...] = ()
    unanswered: AnyFact | None = None

    @property
    def no_value(self) -> NoAnswer | None:
        """Why there is no value; None where there is one, or where there is no entry at all."""
        return None if self.unanswered is None else self.unanswered.no_value

    @property
    def is_open(self) -> bool:
        """Whether no entry speaks of it: it was never asked, nor said that it was not."""
        return self.leading is None and self.unanswered is None

    @property
    def told(self) -> tuple[AnyFact, ...]:
        """All values, the leading one first: for facts of which there may be many."""
        return () if self.leading is None else (self.leading, *self.rivals)


def rank(facts: Iterable[AnyFact]) -> tuple[AnyFact, ...]:
    """Rivals in order, the leading one first (CONTRACT 3.4).

    The latest marked preferred leads; else document, record, said, seen; then the newest.
    """
    rivals = sorted(facts, key=_age, reverse=True)
    rivals.sort(key=lambda one: SOURCE_RANK[one.source])
    preferred = [one for one in rivals if one.preferred]
    if preferred:
        leader = max(preferred, key=_age)
        rivals.remove(leader)
        rivals.insert(0, leader)
    return tuple(rivals)


def ranked(facts: Iterable[AnyFact], fact: str, about: UUID | None = None) -> tuple[AnyFact, ...]:
    """The values told of that fact, the leading one first; ``about`` None is the child."""
    return rank(
        one for one in facts if one.fact == fact and one.about == about and one.value is not None
    )


def names_of(facts: Sequence[AnyFact], about: UUID | None = None) -> tuple[Fact[PersonName], ...]:
    """The names of the child or of a person of the case, the leading one first."""
    return tuple(
        cast("Fact[PersonName]", one)
        for one in ranked(facts, "name", about)
        if isinstance(one.value, PersonName)
    )


def answers(case: "Case", fact: FactId, about: UUID | None = None) -> Answers:
    """What the case says to that fact; a value, however doubtful, goes before a missing one."""
    told = ranked(case.facts, fact, about)
    if told:
        return Answers(leading=told[0], rivals=told[1:])
    unanswered = [
        one for one in case.facts if one.fact == fact and one.about == about and one.no_value
    ]
    return Answers(unanswered=max(unanswered, key=_age, default=None))


def _age(fact: AnyFact) -> tuple[datetime, UUID]:
    return fact.recorded_at, fact.entry_id


def _told(draft: "Draft", entry: "Entry", body: FactTold) -> None:
    draft.facts.append(
        Fact(
            entry_id=entry.id,
            fact=body.fact,
            value=body.value,
            source=body.source,
            certainty=body.certainty,
            preferred=body.preferred,
            occurred_at=body.occurred_at,
            recorded_at=entry.recorded_at,
            about=body.about,
            no_value=body.no_value,
            language_used=body.language_used,
            said_by=body.said_by,
        )
    )
    if body.about is None and body.fact in FACT_EVENTS:
        draft.event(FACT_EVENTS[body.fact], entry, body)
    born = body.value if body.fact == "birth_date" else None
    # A day of grace: it may be tomorrow already where the child was born.
    if (
        isinstance(born, PartialDate)
        and born.earliest > (body.occurred_at + timedelta(days=1)).date()
    ):
        draft.find("birth_date_ahead", entry)


KINDS = (FactTold,)
HANDLERS: Handlers = {FactTold: _told}
