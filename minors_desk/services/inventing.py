"""Invents a case: a child as the published figures have them, and an ordinary night at a station.

Nobody in it exists. The same chance gives the same case.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from minors_desk.domain.bodies import Body
from minors_desk.domain.care import CareGiven, WelfareChecked
from minors_desk.domain.case import fold
from minors_desk.domain.contacts import ContactTried
from minors_desk.domain.custody import CustodyBegan
from minors_desk.domain.encounter import AgeRange, Encountered, SexAsSeen
from minors_desk.domain.entries import Entry
from minors_desk.domain.facts import FactTold
from minors_desk.domain.handoff import (
    HandoffAccepted,
    HandoffProposed,
    HandoffSigned,
    Receiver,
    ReceiverChecked,
)
from minors_desk.domain.handoff_values import Side
from minors_desk.domain.values import Country, LanguageValue, PartialDate, PersonName
from minors_desk.services.inventing_duties import HOTLINE, told_and_asked, written_and_closed
from minors_desk.services.sample_data import SampleData

NAMED = 0.94
"""So many children are named at all on the first night."""
ON_PAPER = 0.2
CHECK_EVERY = timedelta(minutes=45)
MOST_CHECKS = 6
_PLACES = (
    "Bus station",
    "Train platform",
    "Gas station on the highway",
    "All-night store",
    "Hospital entrance",
    "Public library",
    "Underpass",
    "Shelter door",
    "School yard",
    "Front desk",
)
_FOUND = (
    "Asked an officer for help",
    "A driver called 911",
    "Seen alone by a patrol",
    "Brought in by a passer-by",
    "Staff called",
)
_ROOMS = ("Interview room 1", "Interview room 2", "Family room", "Juvenile office")
_OFFICERS = ("J. Rivera", "B. Ortiz", "M. Chen", "D. Okafor", "S. Novak", "A. Haddad")
_NOTES = (
    "Asks for an older sister",
    "Slept under a blanket",
    "Drew a picture",
    "Cried, then ate a little",
    "Cough, no fever",
    "Talked about the journey",
    "",
    "",
    "",
    "",
)
_WORKERS = ("T. Brooks", "L. Ramos", "K. Duffy", "P. Adeyemi", "C. Walsh")
_STROKES = (((120, 400, 0), (180, 300, 40), (260, 420, 90), (400, 310, 150)),)


@dataclass(slots=True)
class Invented:
    """A case as it would have been told: its id, when it began (UTC), its bodies in order."""

    id: UUID
    begins: datetime
    bodies: list[Body] = field(default_factory=list)

    def tell(self, body: Body) -> None:
        """One more entry."""
        self.bodies.append(body)


@dataclass(frozen=True, slots=True)
class _Child:
    """Whom the case is about."""

    sex: SexAsSeen
    months: int
    country: str
    language: str
    name: PersonName


class Inventor:
    """Draws cases from chance; asks for the number that a case will be given."""

    def __init__(self, dice: Random, data: SampleData) -> None:
        self._dice = dice
        self._data = data

    def moments(self, count: int, until: datetime) -> list[datetime]:
        """When so many children were met in the two years before an instant, in order (UTC).

        Months as full as they were at the border; more at night than by day.
        """
        months, weights = self._data.shares["month"]
        found: list[datetime] = []
        while len(found) < count:
            month = int(self._pick(months, weights))
            year = until.year - self._dice.randrange(3)
            day = self._dice.randint(1, monthrange(year, month)[1])
            hour = self._dice.choice((0, 1, 2, 3, 4, 5, 7, 9, 12, 15, 18, 20, 21, 22, 23))
            seconds = self._dice.randrange(3600)
            moment = datetime(year, month, day, hour, tzinfo=UTC) + timedelta(seconds=seconds)
            if until - timedelta(days=730) <= moment < until - timedelta(minutes=5):
                found.append(moment)
        return sorted(found)

    def case(self, case_id: UUID, begins: datetime, number: str) -> Invented:
        """The whole story of one child, to the handoff."""
        child, told = self._child(begins), Invented(case_id, begins)
        self._met(told, child, number)
        self._identity(told, child)
        self._custody(told, child)
        self._handoff(told)
        for body in written_and_closed(self._dice, begins):
            told.tell(body)
        return told

    def _child(self, begins: datetime) -> _Child:
        sex = self._share("sex")
        low, high = map(int, self._share("age").split("-"))
        country = self._share("country")
        spoken, weights = self._data.languages[country]
        language, names = self._dice.choices(spoken, weights)[0]
        return _Child(
            sex="girl" if sex == "girl" else "boy",
            months=self._dice.randint(low * 12, high * 12 + 11),
            country=country,
            language=language,
            name=self._name(names, sex),
        )

    def _name(self, names: str, sex: str) -> PersonName:
        """Two surnames where they are usual; the family's name first where that is usual."""
        given = self._dice.choice(self._data.names[names, sex])
        surnames = self._dice.sample(self._data.names[names, "surname"], 2)
        two = names in ("es", "maya")
        parts = [given, *surnames[: 2 if two else 1]]
        if names == "zh":
            parts.reverse()
        own = ("" if names == "zh" else " ").join(part.own_script for part in parts)
        return PersonName(
            as_said=" ".join(part.latin for part in parts),
            own_script=own.strip(),
            given=given.latin,
            first_surname=surnames[0].latin,
            second_surname=surnames[1].latin if two else "",
        )

    def _met(self, told: Invented, child: _Child, number: str) -> None:
        guess = max(child.months + self._dice.randint(-12, 12), 0) // 12 * 12
        told.tell(
            Encountered(
                occurred_at=told.begins,
                encounter_id=told.id,
                place=self._dice.choice(_PLACES),
                how_found=self._dice.choice(_FOUND),
                number=number,
                apparent_age=AgeRange(low_months=guess, high_months=guess + 23),
                apparent_sex=child.sex,
                legal_class="non_offender",
            )
        )

    def _identity(self, told: Invented, child: _Child) -> None:
        at = told.begins + timedelta(minutes=self._dice.randint(4, 15))
        if self._dice.random() >= NAMED:
            return
        short = _as_first_said(child.name)
        on_paper = self._dice.random() < ON_PAPER
        told.tell(self._fact(at, "name", short if on_paper else child.name))
        if on_paper:
            later = at + timedelta(minutes=6)
            told.tell(self._fact(later, "name", child.name, source="document", certainty="sure"))
        days = child.months * 30_437 // 1000 + self._dice.randrange(28)
        born = told.begins.date() - timedelta(days=days)
        date = PartialDate(year=born.year, month=born.month, day=born.day)
        told.tell(self._fact(at + timedelta(minutes=1), "birth_date", date))
        country = Country(code=child.country)
        told.tell(self._fact(at + timedelta(minutes=2), "nationality", country))
        language = LanguageValue(
            language=child.language,
            level="first_language",
            how=self._dice.choice(("child_said", "card")),
        )
        told.tell(self._fact(at + timedelta(minutes=3), "language", language))

    def _custody(self, told: Invented, child: _Child) -> None:
        at = told.begins + timedelta(minutes=self._dice.randint(30, 50))
        officer = self._dice.choice(_OFFICERS)
        told.tell(
            CustodyBegan(
                occurred_at=at,
                starts_from="contact",
                place="Area Central",
                room=self._dice.choice(_ROOMS),
                watched_by=officer,
            )
        )
        told.tell(CareGiven(occurred_at=at + timedelta(minutes=2), what="water", answer="accepted"))
        told.tell(CareGiven(occurred_at=at + timedelta(minutes=4), what="food", answer="accepted"))
        self._calls(told, at + timedelta(minutes=8))
        speaks = any(isinstance(one, FactTold) for one in told.bodies)
        asked = at + timedelta(minutes=10)
        for body in told_and_asked(
            self._dice, asked, child.country, child.language if speaks else None
        ):
            told.tell(body)
        for turn in range(1, self._dice.randint(2, MOST_CHECKS) + 1):
            told.tell(
                WelfareChecked(
                    occurred_at=at + turn * CHECK_EVERY,
                    condition=self._dice.choice(("calm", "calm", "asleep", "upset")),
                    note=self._dice.choice(_NOTES),
                )
            )

    def _calls(self, told: Invented, at: datetime) -> None:
        tries = self._dice.choice((1, 1, 1, 2, 3))
        for turn in range(tries):
            told.tell(
                ContactTried(
                    occurred_at=at + timedelta(minutes=9 * turn),
                    party=HOTLINE,
                    purpose="child_protection",
                    method="telephone",
                    outcome="reached" if turn == tries - 1 else "no_answer",
                )
            )

    def _handoff(self, told: Invented) -> None:
        """Proposed, checked, signed by both and accepted; signed is what stood on screen."""
        at = max(one.occurred_at for one in told.bodies) + timedelta(
            minutes=self._dice.randint(20, 400)
        )
        worker = self._dice.choice(_WORKERS)
        receiver = Receiver(
            agency="Child protection agency", person=worker, what="child_protection"
        )
        minute = timedelta(minutes=1)
        told.tell(
            HandoffProposed(
                occurred_at=at,
                handoff=1,
                receiver=receiver,
                authority="Protective custody",
                place="Area Central",
            )
        )
        told.tell(
            ReceiverChecked(
                occurred_at=at + 2 * minute, handoff=1, how="badge_seen", result="matches"
            )
        )
        digest = _terms(told)
        signers: tuple[tuple[Side, str], ...] = (("officer", "S. Sample"), ("receiver", worker))
        for turn, (side, name) in enumerate(signers, 3):
            told.tell(
                HandoffSigned(
                    occurred_at=at + turn * minute,
                    handoff=1,
                    side=side,
                    name=name,
                    strokes=_STROKES,
                    digest=digest,
                )
            )
        told.tell(HandoffAccepted(occurred_at=at + 5 * minute, handoff=1, digest=digest))

    def _fact(self, at: datetime, fact: Any, value: Any, **how: Any) -> FactTold:
        return FactTold(occurred_at=at, fact=fact, value=value, **({"source": "said"} | how))

    def _share(self, of: str) -> str:
        return self._pick(*self._data.shares[of])

    def _pick(self, codes: tuple[str, ...], weights: tuple[int, ...]) -> str:
        return self._dice.choices(codes, weights)[0]


def _as_first_said(name: PersonName) -> PersonName:
    """The name as it was first said: given name and first surname only."""
    return PersonName(as_said=f"{name.given} {name.first_surname}", given=name.given)


def _terms(told: Invented) -> str:
    """The digest of what stands on screen when both sign, from the case as far as it is told."""
    attempt = fold(told.id, list(_as_entries(told))).handoff(1)
    return "" if attempt is None else attempt.terms


def _as_entries(told: Invented) -> Iterator[Entry]:
    for place, body in enumerate(told.bodies, 1):
        yield Entry(
            id=UUID(int=place),
            case_id=told.id,
            ordinal=place,
            chain=bytes(32),
            recorded_at=body.occurred_at,
            clock_flag=0,
            body=body,
        )
