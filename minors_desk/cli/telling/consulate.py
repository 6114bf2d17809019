"""The child's consulates: what applies to each, what was offered, told, held back."""

from collections.abc import Iterator
from typing import Any

from minors_desk.cli.telling.seen import SeenCase, plain
from minors_desk.domain.consular import Nationality
from minors_desk.wording.codes import word
from minors_desk.wording.consular import (
    cautions,
    hold_words,
    laws,
    named,
    offered,
    told,
    what_applies,
)
from minors_desk.wording.phrases import joined
from minors_desk.wording.sentences import sentence


def lines(seen: SeenCase) -> Iterator[str]:
    """Each nationality with its law and state, then a guardian, and what is held for counsel."""
    standing = seen.consular
    for one in standing.lines:
        yield joined(named(one), what_applies(one), laws(one.rules))
        if one.kind != "none":
            yield f"  child: {offered(one, seen.time)}"
            yield f"  consulate: {told(one, seen.time)}"
        yield from (f"  {words}" for words in cautions(one))
    for other in standing.others_told:
        yield joined(seen.time(other.at), f"told: {other.whom}")
    for guardian in seen.case.consular.guardians:
        yield joined(seen.time(guardian.at), "guardian may be needed", sentence(guardian.told))
    for hold in standing.holds:
        yield joined(hold_words(hold, seen.time), hold.reason)


def document(seen: SeenCase) -> dict[str, Any]:
    """The same for programs; what must not leave the house is no part of it."""
    standing = seen.consular
    return {
        "consulate": {
            "kind": standing.kind,
            "nationalities": [_line(one) for one in standing.lines],
            "guardian_needed": plain([one.told for one in seen.case.consular.guardians]),
            "held_for_counsel": [
                {
                    "what": one.what,
                    "since": plain(one.at),
                    "counsel": one.counsel,
                    "stands": one.stands,
                }
                for one in standing.holds
            ],
        }
    }


def _line(one: Nationality) -> dict[str, Any]:
    offer = one.offer
    return {
        "country": one.code or None,
        "kind": one.kind,
        "why": one.why,
        "words": word("consular_why", one.why),
        "told_to": one.told_to or None,
        "rules": [rule.id for rule in one.rules],
        "verified": one.is_verified,
        "guardian_rules": [rule.id for rule in one.guardian],
        "cautions": list(one.cautions),
        "offered_at": None if offer is None else plain(offer.at),
        "answer": None if offer is None else offer.told.answer,
        "told": [{"at": plain(each.at), "whom": each.whom} for each in one.told],
    }
