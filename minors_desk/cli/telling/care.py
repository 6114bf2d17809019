"""What was done for the child, as `case show` tells it: checks, care, screenings, what was told."""

from collections.abc import Iterator
from typing import Any

from minors_desk.cli.telling.seen import SeenCase, plain
from minors_desk.domain.care import medicines
from minors_desk.domain.screening import injuries, rechecks
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.sentences import sentence
from minors_desk.wording.things import injury_words


def lines(seen: SeenCase) -> Iterator[str]:
    """Each welfare check."""
    for check in seen.case.checks:
        yield joined(seen.time(check.at), word("condition", check.condition), check.note)


def given(seen: SeenCase) -> Iterator[str]:
    """What was offered, in order; then each medicine with its last and next dose."""
    for one in seen.case.care:
        answer = word("taken", one.answer)
        yield joined(seen.time(one.at), word("need", one.what), answer, one.what_given, one.note)
    for row in medicines(seen.case):
        last = "" if row.last_at is None else f"last {seen.time(row.last_at)}"
        due = "" if row.next_due_at is None else f"next {seen.time(row.next_due_at)}"
        yield joined(f"medicine: {row.name}", row.latest.dose, last, due)


def screenings(seen: SeenCase) -> Iterator[str]:
    """Each screening in a sentence, with the injuries that were seen."""
    for one in seen.case.screenings:
        yield joined(seen.time(one.at), sentence(one.sheet))
        yield from (f"  {injury_words(each)}" for each in injuries(one.sheet))
        again = one.sheet.outcome.recheck_at
        if again is not None:
            yield f"  to be looked at again {seen.time(again)}"


def told(seen: SeenCase) -> Iterator[str]:
    """What was said to the child, calls offered, searches."""
    for one in seen.case.told:
        what = joined(*(word("right", right) for right in one.what))
        understood = word("understood", one.understood) if one.understood else ""
        yield joined(f"told {seen.time(one.at)}", what, one.language, understood)
    for offer in seen.case.call_offers:
        whom = joined(word("call_to", offer.to), offer.to_whom)
        yield joined(f"call {seen.time(offer.at)}", whom, word("call_answer", offer.answer))
    for search in seen.case.searches:
        yield joined(f"searched {seen.time(search.at)}", sentence(search.told))


def document(seen: SeenCase) -> dict[str, Any]:
    """The same, whole."""
    case = seen.case
    return {
        "checks": plain(case.checks),
        "care": plain(case.care),
        "medicines": plain(medicines(case)),
        "screenings": plain(case.screenings),
        "rechecks": plain(rechecks(case)),
        "told": plain(case.told),
        "call_offers": plain(case.call_offers),
        "searches": plain(case.searches),
    }
