"""Who the child is, as `case show` tells it."""

from collections.abc import Iterator
from typing import Any

from minors_desk.cli.telling.seen import SeenCase, plain
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import age, exactly


def lines(seen: SeenCase) -> Iterator[str]:
    """Names, then what was seen when the child was met."""
    for place, fact in enumerate(seen.case.names):
        name = fact.value
        yield joined(
            ("name: " if place == 0 else "also: ") + name.as_said,
            name.own_script,
            word("name_kind", name.name_kind),
            word("source", fact.source),
            word("certainty", fact.certainty),
        )
    met = seen.case.encounter
    if met is None:
        return
    sex = "not written down" if met.apparent_sex is None else word("sex", met.apparent_sex)
    yield f"sex as seen: {sex}"
    if met.apparent_age is not None:
        yield f"age as estimated: {age(met.apparent_age)}"
    legal = "not classed yet, counts as non-offender"
    if met.legal_class is not None:
        legal = word("legal_class", met.legal_class)
    yield f"legal class: {legal}"
    yield f"met: {joined(exactly(met.at, met.precision, seen.zone), met.place, met.how_found)}"


def document(seen: SeenCase) -> dict[str, Any]:
    """Class, encounter and names."""
    case = seen.case
    return {
        "legal_class": case.legal_class,
        "encounter": plain(case.encounter),
        "names": plain(case.names),
    }
