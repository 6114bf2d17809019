"""Relatives, other adults, companions and files of a case, as `case show` tells them."""

from collections.abc import Iterator
from typing import Any

from minors_desk.cli.telling.seen import SeenCase, plain
from minors_desk.domain.facts import ranked
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.values import value_words
from minors_desk.wording.who import person_title


def lines(seen: SeenCase) -> Iterator[str]:
    """Each person with whether to contact them; each companion by its case, never by name."""
    for one in seen.case.people:
        phones = ranked(seen.case.facts, "phone", one.person_id)
        safe = one.safe_to_contact
        yield joined(
            person_title(seen.case, one),
            word("safe_to_contact", safe) if safe else "not known whether safe to contact",
            one.why,
            *(value_words("phone", fact.value) for fact in phones if fact.value is not None),
            one.where,
            one.claimed_relation,
        )
    for tie in seen.case.companions:
        yield joined(
            f"case {tie.other}",
            word("companion_relation", tie.relation),
            word("companion_state", tie.state),
            tie.reason,
            tie.where_other,
        )


def files(seen: SeenCase) -> Iterator[str]:
    """Each file that was taken in; its key is told to nobody."""
    for one in seen.case.attachments:
        yield joined(
            seen.time(one.at),
            word("attachment_what", one.what),
            word("media_type", one.media_type),
            f"{one.size} bytes",
            one.purpose,
            one.authority,
        )


def document(seen: SeenCase) -> dict[str, Any]:
    """People, companions and files; a file without the key that it is encrypted under."""
    case = seen.case
    return {
        "people": plain(case.people),
        "companions": plain(case.companions),
        "attachments": [
            {name: value for name, value in plain(one).items() if name != "key"}
            for one in case.attachments
        ],
    }
