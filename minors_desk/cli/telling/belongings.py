"""What the child had on it, as `case show` tells it: lines, bags, cash, disputes, phones."""

from collections.abc import Iterator
from typing import Any

from minors_desk.cli.telling.seen import SeenCase, plain
from minors_desk.domain.belongings import bags, cash_totals
from minors_desk.wording.codes import word
from minors_desk.wording.money import money
from minors_desk.wording.phrases import joined
from minors_desk.wording.sentences import sentence
from minors_desk.wording.things import place_of_thing, thing_words


def lines(seen: SeenCase) -> Iterator[str]:
    """Each line with where it is, bags with their seals, cash by currency, disputes, phones."""
    case = seen.case
    for one in case.belongings:
        why = "" if one.listed is None else word("property_category", one.category)
        disputed = "disputed" if one.is_disputed else ""
        yield joined(f"{one.line}. {thing_words(one)}", why, place_of_thing(one), disputed)
    for bag in bags(case):
        inside = ", ".join(map(str, bag.lines))
        yield joined(f"bag {bag.bag}", f"seal {bag.seal}", f"lines {inside}")
    sums = cash_totals(case)
    if sums:
        yield f"cash in all: {', '.join(money(*each) for each in sums.items())}"
    for dispute in case.disputes:
        yield joined(f"disputed {seen.time(dispute.at)}", dispute.words, dispute.language)
    for search in case.phone_searches:
        yield joined(f"phone searched {seen.time(search.at)}", sentence(search.told))


def document(seen: SeenCase) -> dict[str, Any]:
    """The same, whole."""
    case = seen.case
    return {
        "belongings": plain(case.belongings),
        "bags": plain(bags(case)),
        "cash": cash_totals(case),
        "disputes": plain(case.disputes),
        "phone_searches": plain(case.phone_searches),
    }
