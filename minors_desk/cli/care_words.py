"""Care, screenings, what a child was told and what it had on it, in lines for a terminal."""

from collections.abc import Iterator

from minors_desk.domain.belongings import bags, cash_totals
from minors_desk.domain.care import medicines
from minors_desk.domain.case import Case
from minors_desk.domain.screening import injuries
from minors_desk.wording.codes import word
from minors_desk.wording.money import money
from minors_desk.wording.phrases import joined
from minors_desk.wording.sentences import sentence
from minors_desk.wording.things import injury_words, place_of_thing, thing_words
from minors_desk.wording.times import day_and_time


def care(case: Case, zone: str) -> Iterator[str]:
    """What was offered, in order; then each medicine with its last and next dose."""
    for one in case.care:
        answer = word("taken", one.answer)
        what = word("need", one.what)
        yield joined(day_and_time(one.at, zone), what, answer, one.what_given, one.note)
    for row in medicines(case):
        last = "" if row.last_at is None else f"last {day_and_time(row.last_at, zone)}"
        due = "" if row.next_due_at is None else f"next {day_and_time(row.next_due_at, zone)}"
        yield joined(f"medicine: {row.name}", row.latest.dose, last, due)


def screenings(case: Case, zone: str) -> Iterator[str]:
    """Each screening in a sentence, with the injuries that were seen."""
    for one in case.screenings:
        yield joined(day_and_time(one.at, zone), sentence(one.sheet))
        yield from (f"  {injury_words(each)}" for each in injuries(one.sheet))
        again = one.sheet.outcome.recheck_at
        if again is not None:
            yield f"  to be looked at again {day_and_time(again, zone)}"


def told(case: Case, zone: str) -> Iterator[str]:
    """What was said to the child, calls offered, searches."""
    for one in case.told:
        what = joined(*(word("right", right) for right in one.what))
        understood = word("understood", one.understood) if one.understood else ""
        yield joined(f"told {day_and_time(one.at, zone)}", what, one.language, understood)
    for offer in case.call_offers:
        whom = joined(word("call_to", offer.to), offer.to_whom)
        yield joined(
            f"call {day_and_time(offer.at, zone)}", whom, word("call_answer", offer.answer)
        )
    for search in case.searches:
        yield joined(f"searched {day_and_time(search.at, zone)}", sentence(search.told))


def belongings(case: Case, zone: str) -> Iterator[str]:
    """Each line with where it is, bags with their seals, cash by currency, disputes, phones."""
    for one in case.belongings:
        why = "" if one.listed is None else word("property_category", one.category)
        disputed = "disputed" if one.is_disputed else ""
        yield joined(f"{one.line}. {thing_words(one)}", why, place_of_thing(one), disputed)
    for bag in bags(case):
        yield joined(
            f"bag {bag.bag}", f"seal {bag.seal}", f"lines {', '.join(map(str, bag.lines))}"
        )
    sums = cash_totals(case)
    if sums:
        yield f"cash in all: {', '.join(money(*each) for each in sums.items())}"
    for dispute in case.disputes:
        yield joined(f"disputed {day_and_time(dispute.at, zone)}", dispute.words, dispute.language)
    for search in case.phone_searches:
        yield joined(f"phone searched {day_and_time(search.at, zone)}", sentence(search.told))
