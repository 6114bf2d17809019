"""A fact about a child: a typed value, who said so, how sure; rivals stand side by side."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal
from uuid import UUID

from minors_desk.domain.bodies import Body, Handlers, Line, Needed, Part

if TYPE_CHECKING:
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft

Source = Literal["said", "document", "record", "seen"]
Certainty = Literal["sure", "likely", "doubtful"]
NameKind = Literal["usual", "on_document", "nickname"]

SOURCE_RANK = {"document": 0, "record": 1, "said": 2, "seen": 3}
"""Document before record before said before seen (CONTRACT 3.4); then the newest."""


class PersonName(Part, frozen=True, kw_only=True, tag_field="type", tag="person_name"):
    """A name as it was said, and in the child's own script where it was written; both in full."""

    as_said: Needed
    own_script: Line = ""
    name_kind: NameKind = "usual"


@dataclass(frozen=True, slots=True)
class FactKind:
    """What may be told about a child: its id and the type its value has."""

    id: str
    about: str
    value: type[Part]


FACTS = {"name": FactKind("name", "minor", PersonName)}
"""Every fact there is, by id."""


class FactTold(Body, frozen=True, kw_only=True, tag="fact_told"):
    """Somebody or something told us a fact; it never replaces another, it stands beside it."""

    fact: Literal["name"]
    value: PersonName
    source: Source
    certainty: Certainty = "likely"
    preferred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A fact as it stands, with its entry; ``recorded_at`` in UTC."""

    entry_id: UUID
    fact: str
    value: PersonName
    source: Source
    certainty: Certainty
    preferred: bool
    occurred_at: datetime
    recorded_at: datetime


def ranked(facts: tuple[Fact, ...], fact: str) -> tuple[Fact, ...]:
    """The leading value first, its rivals after it (CONTRACT 3.4).

    The latest marked preferred leads; else document, record, said, seen; then the newest.
    """
    rivals = sorted(
        (one for one in facts if one.fact == fact),
        key=lambda one: (one.recorded_at, one.entry_id),
        reverse=True,
    )
    rivals.sort(key=lambda one: SOURCE_RANK[one.source])
    preferred = [one for one in rivals if one.preferred]
    if preferred:
        leader = max(preferred, key=lambda one: (one.recorded_at, one.entry_id))
        rivals.remove(leader)
        rivals.insert(0, leader)
    return tuple(rivals)


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
        )
    )


KINDS = (FactTold,)
HANDLERS: Handlers = {FactTold: _told}
