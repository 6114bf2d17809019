"""Whom to call: the rows of the list, most pressing first, and who is behind each of them."""

from collections.abc import Iterable

from minors_desk.domain.calling import Callee
from minors_desk.services.calling import Guide
from minors_desk.ui.kit.pick_list import ListRow
from minors_desk.ui.kit.tokens import Tone
from minors_desk.wording.calls import not_now_words, safety_words
from minors_desk.wording.codes import word
from minors_desk.wording.directory import no_number
from minors_desk.wording.phrases import joined

ELSE = "somebody else"
"""The row for whom no list knows."""


def key_of(callee: Callee) -> str:
    """What the row of somebody is known by, the same whenever the list is made."""
    party = callee.party
    return party.line_id or f"{party.person_id or ''} {party.number or party.name}".strip()


def by_key(callees: Iterable[Callee]) -> dict[str, Callee]:
    """Who can be called, by the key of the row."""
    return {key_of(one): one for one in callees if one.not_called is None}


def rows_of(guide: Guide, zone: str) -> list[ListRow]:
    """The rows: who is to be rung now in lawful order, then all others; who must not be called
    stands there crossed through, with why.

    The row for somebody else stands before the lines that nothing speaks for.
    """
    other = ListRow(
        value=ELSE, title="Somebody else", detail="Write the name and the number", always=True
    )
    now = [each.callee for call in guide.calls.calls for each in call.whom]
    rest = [one for one in guide.callees if one not in now]
    near = [_row(one, guide, zone) for one in (*now, *(one for one in rest if one.is_near))]
    return [*near, other, *(_row(one, guide, zone) for one in rest if not one.is_near)]


def duty_words(callee: Callee) -> str:
    """The first open duty that a call to them serves, and how many more."""
    if not callee.serves:
        return ""
    more = f" and {len(callee.serves) - 1} more" if len(callee.serves) > 1 else ""
    return f"{callee.serves[0].rule.title}{more}"


def first_asked(callee: Callee) -> str:
    """That somebody is not called yet: ask before, and why, or whose number it is; else nothing."""
    person = callee.person
    if callee.number_barred:
        return word("not_rung", "number_barred")
    if person is None or person.safe_to_contact != "ask_first":
        return ""
    return joined(word("safe_to_contact", "ask_first"), person.why)


def _row(callee: Callee, guide: Guide, zone: str) -> ListRow:
    person = callee.person
    role = "" if person is None else word("person_role", person.role)
    name = callee.party.name
    if callee.not_called is not None:
        why = "" if person is None else person.why
        detail = joined(word("not_called", callee.not_called), why, role)
        return ListRow(value=key_of(callee), title=name, detail=detail, struck=True)
    first = first_asked(callee) or safety_words(callee)
    purpose = "" if callee.purpose == "other" else word("contact_purpose", callee.purpose)
    number = callee.party.number or no_number()
    return ListRow(
        value=key_of(callee),
        title=name,
        detail=joined(first or _waits(callee, guide, zone), role or purpose, number),
        tone=Tone.AMBER if first else Tone.MUTED,
        words=joined(duty_words(callee), "" if callee.line is None else callee.line.name_fr),
        aside=_aside(callee, guide),
        aside_tone=Tone.ACCENT,
    )


def _aside(callee: Callee, guide: Guide) -> str:
    """That a call is to be made now; the very next one is said to be it."""
    call, first = guide.call_of(callee), guide.calls.first
    if call is None:
        return ""
    if first is not None and first.first is not None and first.first.callee == callee:
        return "ring now"
    return "owed" if call.duties else "to ring"


def _waits(callee: Callee, guide: Guide, zone: str) -> str:
    """Why somebody is not to be rung now, where that is for a while only."""
    waits = guide.not_now_of(callee)
    return "" if waits is None else not_now_words(waits, guide.at, zone)
