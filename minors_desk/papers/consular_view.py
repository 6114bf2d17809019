"""A case as the sheet for one consulate reads it: of which country, and whether it may be sent."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from minors_desk import lists
from minors_desk.domain.alter import Amended
from minors_desk.domain.case import Case
from minors_desk.domain.codec import NotABody, read
from minors_desk.domain.conditions import nationalities
from minors_desk.domain.consular import Nationality, Place, applies_to
from minors_desk.domain.consulate import (
    ConsularNotice,
    ConsularOffer,
    Guardian,
    Notice,
    Offer,
    OfferAnswer,
)
from minors_desk.domain.contacts import Contact
from minors_desk.domain.facts import FactTold, answers
from minors_desk.domain.reaching import is_refugee
from minors_desk.domain.values import NO_COUNTRY, Country
from minors_desk.papers.case_view import CaseView, log_of
from minors_desk.papers.paper import PaperInput

_STATIONS_IN = frozenset({"US", "CA"})
"""Where a station may be: a child of such a country is in the first place at home, so it has a
sheet only once somebody wrote that its consulate is meant."""
Sending = Literal["send", "held", "declined", "not_asked", "not_known", "home"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsularView(CaseView):
    """The case looked at from one consulate's country; an empty one: no country is known."""

    code: str

    @property
    def law(self) -> Nationality | None:
        """What applies to that country; None where no instant or no country is known."""
        given = self.given
        if given.as_of is None or not self.code:
            return None
        place = Place(country=given.country, listed=lists.consular_mandatory())
        return applies_to(self.code, given.packs, given.as_of, given.zone, place)

    @property
    def notices(self) -> tuple[Notice, ...]:
        """The notices to that country's consulate, or to the one that is told in its place."""
        law = self.law
        whose = {self.code, law.told_to if law is not None else self.code}
        return tuple(one for one in self.case.consular.notices if one.told.country in whose)

    @property
    def tried(self) -> tuple[Contact, ...]:
        """The tries to reach that consulate: known only where no other country was ever named."""
        if countries(self.case) != (self.code,):
            return ()
        return tuple(one for one in self.case.contacts if one.told.purpose == "consulate")

    @property
    def offers(self) -> tuple[Offer, ...]:
        """The offers to tell that country, or whichever it may be."""
        return tuple(
            one
            for one in self.case.consular.offers
            if not one.told.countries or not self.code or self.code in one.told.countries
        )

    @property
    def guardian(self) -> Guardian | None:
        """The last word that a guardian may be needed."""
        told = self.case.consular.guardians
        return told[-1] if told else None

    def sending(self) -> Sending:
        """Whether the sheet may go to the consulate, when in doubt not.

        A notice that must be given, or that was given already, waits for no wish.
        """
        if self.case.consular.held("consular_notice"):
            return "held"
        if not self.code:
            return "not_known"
        law = self.law
        if law is not None and law.kind == "none":
            return "home"
        if (law is not None and law.kind == "mandatory") or self.notices:
            return "send"
        last: dict[str, OfferAnswer] = {}
        for one in self.offers:
            if one.told.answer in ("wants", "declines"):
                last[one.told.answered_by or ""] = one.told.answer
        if "wants" in last.values():
            return "send"
        return "declined" if last else "not_asked"

    def sending_of_guardian(self) -> Sending:
        """The same of a notice that a guardian may be needed: nobody's wish is asked for it."""
        found = self.sending()
        return found if found in ("held", "not_known", "home") else "send"


def countries(case: Case) -> tuple[str, ...]:
    """Every country that the record ever named for the child, in the order of writing.

    So each keeps its number, whatever is amended or withdrawn.
    """
    found: dict[str, None] = {}
    for line in sorted(case.log, key=lambda one: one.entry.ordinal):
        found |= dict.fromkeys(_named(line.entry.body))
    return tuple(found)


def _named(body: object) -> Iterator[str]:
    if isinstance(body, Amended):
        try:
            yield from _named(read(body.replacement))
        except NotABody:
            return  # of a later version: it counts for nothing here, and is shown in the log
    elif isinstance(body, FactTold) and body.fact == "nationality" and body.about is None:
        if isinstance(body.value, Country):
            yield from _is_one(body.value.code)
    elif isinstance(body, ConsularOffer):
        for code in body.countries:
            yield from _is_one(code)
    elif isinstance(body, ConsularNotice):
        yield from _is_one(body.country)


def _is_one(code: str) -> Iterator[str]:
    if code not in NO_COUNTRY:
        yield code


def subjects(case: Case) -> tuple[int, ...]:
    """The numbers of the countries whose consulate may be meant, or 0 where none is known.

    None of a child said to be a refugee whose counsel has not said *go ahead*, and none of a
    stateless one: there is no consulate that may hear of it.
    """
    if is_refugee(case):
        return ()
    told = {one.told.country for one in case.consular.notices}
    told |= {code for one in case.consular.offers for code in one.told.countries}
    known = nationalities(case)
    meant = {code for code in known if code not in _STATIONS_IN} | told
    numbered = enumerate(countries(case), start=1)
    found = tuple(number for number, code in numbered if code in meant)
    if found or known:
        return found
    return (0,) if _asked_in_vain(case) or case.consular.offers else ()


def _asked_in_vain(case: Case) -> bool:
    told = answers(case, "nationality")
    return told.leading is not None or told.unanswered is not None


def consular_view(given: PaperInput, case: Case) -> ConsularView | None:
    """The case from the country of that number; None where the record never named so many."""
    named = countries(case)
    if not 0 <= given.subject <= len(named):
        return None
    code = named[given.subject - 1] if given.subject else ""
    return ConsularView(case=case, given=given, lines=log_of(case), code=code)
