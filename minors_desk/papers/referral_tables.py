"""The tables of papers that tell another agency of a child: people, companions, facts, injuries."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from minors_desk.domain.companions import Companion
from minors_desk.domain.contacts import Contact, Purpose, SentReport
from minors_desk.domain.duties import DutyClock
from minors_desk.domain.fact_table import FactId
from minors_desk.domain.facts import AnyFact, ranked
from minors_desk.domain.people import Person
from minors_desk.domain.values import Danger
from minors_desk.papers.case_view import CaseView, short_time
from minors_desk.papers.child_boxes import known_how
from minors_desk.papers.clock_tables import checked_words, due_words, met_words, rule_words
from minors_desk.papers.grids import CellSource, TableSource
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.values import value_words

Cell = CellSource[CaseView, Any]
FOUND_WITH = ("adult_found_with", "escort")
_NO_KIN = (*FOUND_WITH, "lawyer")
QUOTED = frozenset({"child_said", "other_person_said"})


def quoted(words: str) -> str:
    """Words as somebody said them."""
    return f'"{words}"' if words else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A person of the case; `at` (UTC) and `entry_id` are of the first that was told of them."""

    at: datetime
    entry_id: UUID
    person: Person


def _people(view: CaseView, *, found_with: bool) -> Iterator[Known]:
    for one in view.case.people:
        wanted = one.role in FOUND_WITH if found_with else one.role not in _NO_KIN
        body = view.body(one.entry_ids[0])
        if wanted and body is not None:
            yield Known(at=body.occurred_at, entry_id=one.entry_ids[0], person=one)


def fact_of(view: CaseView, fact: FactId, about: UUID) -> str:
    """What is told of a person of the case."""
    told = ranked(view.case.facts, fact, about)
    return "; ".join(value_words(fact, one.value) for one in told if one.value is not None)


def _relation(_: CaseView, one: Known) -> str:
    person = one.person
    carer = "cares for the child" if person.is_carer else ""
    alive = "" if person.alive in (None, "yes") else word("alive", person.alive)
    return joined(word("person_role", person.role), person.claimed_relation, carer, alive)


def _claimed(_: CaseView, one: Known) -> str:
    return one.person.claimed_relation


def _last_contact(view: CaseView, one: Known) -> str:
    """When we last tried to reach them, and what it came to."""
    mine = [each for each in view.case.contacts if _is_of(view, each, one.person)]
    if not mine:
        return ""
    last = mine[-1]
    words = word("contact_outcome", last.told.outcome)
    return joined(view.when(last.at, last.entry_id), words, last.told.said)


def _is_of(view: CaseView, contact: Contact, person: Person) -> bool:
    party = contact.told.party
    if party.person_id is not None:
        return party.person_id == person.person_id
    return bool(party.name) and party.name == fact_of(view, "name", person.person_id)


def _safe(_: CaseView, one: Known) -> str:
    safe = one.person.safe_to_contact
    return joined("" if safe is None else word("safe_to_contact", safe), one.person.why)


def _of_person(fact: FactId) -> Any:
    return lambda view, one: fact_of(view, fact, one.person.person_id)


def _name(view: CaseView, one: Known) -> str:
    return fact_of(view, "name", one.person.person_id) or "Name not known"


KIN: TableSource[CaseView, Known] = TableSource(
    "kin",
    lambda view: _people(view, found_with=False),
    {
        "relation": CellSource(
            "Who to the child", "person_told.role", _relation, 7, about="family"
        ),
        "name": CellSource("Name", "fact_told.value.as_said", _name, 8, about="family"),
        "where": CellSource(
            "Where, country",
            "person_told.where",
            lambda view, one: joined(one.person.where, _of_person("nationality")(view, one)),
            6,
            about="family",
        ),
        "phone": CellSource(
            "Telephone", "fact_told.value.as_told", _of_person("phone"), 6, about="family"
        ),
        "safe": CellSource("Contact", "person_told.safe_to_contact", _safe, 6, about="family"),
        "address": CellSource(
            "Address", "fact_told.value.words", _of_person("address"), about="family"
        ),
        "last": CellSource(
            "Last try to reach them", "contact_tried.outcome", _last_contact, about="family"
        ),
    },
)
ADULTS: TableSource[CaseView, Known] = TableSource(
    "adults",
    lambda view: _people(view, found_with=True),
    {
        "name": CellSource(
            "Adult found with the child", "fact_told.value.as_said", _name, 9, about="family"
        ),
        "relation": CellSource(
            "Relation claimed", "person_told.claimed_relation", _claimed, 8, about="family"
        ),
        "proof": CellSource(
            "Proof shown",
            "person_told.proof",
            lambda _, one: one.person.proof,
            8,
            is_needed=True,
            about="family",
        ),
        "where": CellSource(
            "Where now",
            "person_told.where",
            lambda _, one: one.person.where,
            7,
            is_needed=True,
            about="family",
        ),
        "contact": CellSource(
            "Contact", "person_told.safe_to_contact", _safe, wide=True, about="family"
        ),
    },
)


def _state(view: CaseView, one: Companion) -> str:
    found = "found together" if one.found_together else ""
    return joined(word("companion_state", one.state), found, short_time(one.since, view.zone))


COMPANIONS: TableSource[CaseView, Companion] = TableSource(
    "others",
    lambda view: view.case.companions,
    {
        "case": CellSource(
            "Case of the other child", "companion_linked.other", lambda _, one: str(one.other), 12
        ),
        "relation": CellSource(
            "Relation",
            "companion_linked.relation",
            lambda _, one: word("companion_relation", one.relation),
            6,
        ),
        "state": CellSource("Together", "kept_together.others", _state, 12),
        "reason": CellSource(
            "Why parted, by whom",
            "parted.reason",
            lambda _, one: joined(one.reason, one.decided_by),
            wide=True,
        ),
    },
    lambda one: (one.since, f"{one.other}"),
)
"""Another child is never named in this one's case: it is known by its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """Something that was seen, said or told of the child's need; `at` in UTC."""

    at: datetime
    entry_id: UUID
    part: str
    what: str
    source: str
    words: str


_FACTS: tuple[FactId, ...] = ("reason_alone", "separation", "danger_feared", "wish")


def stated(view: CaseView) -> Iterator[Stated]:
    """All of it in the order of time: concerns, signs, the child's account, and facts."""
    case = view.case
    for codes, found in (("concern", case.concerns), ("trafficking_sign", case.trafficking)):
        for one in found:
            yield Stated(
                at=one.at,
                entry_id=one.entry_id,
                part=codes,
                what=", ".join(word(codes, each) for each in one.what),
                source=word("discovered", one.how),
                words=quoted(one.note) if one.how in QUOTED else one.note,
            )
    for sheet in case.trafficking_screenings:
        if sheet.sheet.account:
            yield Stated(
                at=sheet.at,
                entry_id=sheet.entry_id,
                part="account",
                what="What the child told by itself",
                source=word("discovered", "child_said"),
                words=quoted(sheet.sheet.account),
            )
    for fact in _FACTS:
        yield from (_fact(fact, each) for each in ranked(case.facts, fact))


def _fact(fact: FactId, one: AnyFact) -> Stated:
    words = "" if one.value is None else value_words(fact, one.value)
    said = one.source == "said" and fact != "wish"
    whom = ""
    if isinstance(one.value, Danger):
        words, whom = one.value.words, one.value.who
    return Stated(
        at=one.occurred_at,
        entry_id=one.entry_id,
        part=fact,
        what=word("fact", fact),
        source=known_how(one),
        words=joined(whom, quoted(words) if said else words),
    )


STATED: TableSource[CaseView, Stated] = TableSource(
    "stated",
    stated,
    {
        "at": CellSource(
            "When",
            "protection_concern.occurred_at",
            lambda view, one: view.when(one.at, one.entry_id),
            5,
        ),
        "what": CellSource("What", "protection_concern.what", lambda _, one: one.what, 7),
        "source": CellSource(
            "Seen, said or told", "protection_concern.how", lambda _, one: one.source, 6
        ),
        "words": CellSource(
            "Facts, and words as they were said",
            "protection_concern.note",
            lambda _, one: one.words,
            13,
        ),
        "by": CellSource(
            "By",
            "protection_concern.done_by.name",
            lambda view, one: view.who(one.entry_id),
            6,
        ),
    },
    lambda one: (one.at, f"{one.entry_id}.{one.part}"),
)


_OWN: frozenset[Purpose] = frozenset({"child_protection", "parent_or_relative"})
AGENCIES: TableSource[CaseView, Contact] = TableSource(
    "agencies",
    lambda view: (one for one in view.case.contacts if one.told.purpose not in _OWN),
    {
        "at": CellSource(
            "When",
            "contact_tried.occurred_at",
            lambda view, one: view.when(one.at, one.entry_id),
            6,
        ),
        "what_for": CellSource(
            "What for",
            "contact_tried.purpose",
            lambda _, one: word("contact_purpose", one.told.purpose),
            7,
        ),
        "who": CellSource(
            "Who",
            "contact_tried.party.name",
            lambda _, one: joined(one.told.party.name, one.told.spoke_with),
            10,
        ),
        "result": CellSource(
            "Result",
            "contact_tried.outcome",
            lambda _, one: word("contact_outcome", one.told.outcome),
            5,
        ),
        "number": CellSource(
            "Number", "contact_tried.reference", lambda _, one: one.told.reference, 5
        ),
    },
)


def follow_ups(name: str, event: str) -> TableSource[CaseView, DutyClock]:
    """Each duty that such a report meets: its rule, when due, when met, who checked the rule."""
    return TableSource(
        name,
        lambda view: (one for one in view.given.clocks if event in one.rule.satisfied_by),
        {
            "rule": CellSource(
                "What is owed, and by which rule",
                "pack_adopted.content",
                lambda _, one: rule_words(one),
                14,
            ),
            "due": CellSource(
                "Due",
                "pack_adopted.content",
                lambda view, one: due_words(one, view.zone),
                6,
                strong=True,
            ),
            "met": CellSource(
                "Met", "report_sent.occurred_at", lambda view, one: met_words(one, view.zone), 6
            ),
            "checked": CellSource(
                "Rule", "pack_adopted.content", lambda _, one: checked_words(one), 5
            ),
        },
        lambda one: (one.start, f"{one.start_entry}.{one.rule.id}"),
    )


def sent(name: str, report: str) -> TableSource[CaseView, SentReport]:
    """Every report of that kind that went out."""
    return TableSource(
        name,
        lambda view: (one for one in view.case.reports if one.report == report),
        {
            "at": CellSource(
                "Sent",
                "report_sent.occurred_at",
                lambda view, one: view.when(one.at, one.entry_id),
                6,
            ),
            "to": CellSource("To", "report_sent.to", lambda _, one: one.to, 8),
            "how": CellSource(
                "How",
                "report_sent.method",
                lambda _, one: word("contact_method", one.method),
                5,
            ),
            "number": CellSource(
                "Their number", "report_sent.reference", lambda _, one: one.reference, 6, True
            ),
            "part": CellSource("Which part", "report_sent.part", lambda _, one: one.part, 5),
            "by": CellSource(
                "By", "report_sent.done_by.name", lambda view, one: view.who(one.entry_id), 6
            ),
        },
    )
