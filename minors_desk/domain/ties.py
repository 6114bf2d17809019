"""A tie between companions stands in two cases: what corrects it in one corrects it in the other.

No entry names its counterpart. It is found by what one save did: at the same instant, by the same
key, the other case was told the same of this one.
"""

from collections.abc import Callable, Iterable
from uuid import UUID

import msgspec

from minors_desk.domain.admission import Refusal
from minors_desk.domain.alter import Amended, Withdrawn
from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case, LogLine
from minors_desk.domain.codec import NotABody, plain, read
from minors_desk.domain.companions import KINDS, CompanionsKept, CompanionsParted, in_all_cases

Alteration = Amended | Withdrawn
CaseOf = Callable[[UUID], Case]
"""Reads another case; raises when it is not here."""


def alterations(
    case: Case, alteration: Alteration, case_of: CaseOf
) -> tuple[tuple[UUID, Alteration], ...]:
    """The correction, and the same for each case that the corrected tie stands in, by case.

    Anything that is no tie is corrected alone. Raises Refusal for an amendment that names another
    child: whoever was tied by mistake would stay so in a case nobody looks at.
    """
    tie = _corrected(case, alteration.target)
    if tie is None:
        return ((case.id, alteration),)
    own = tie.entry.body
    replacement = _replacement(alteration)
    if (
        replacement is not None
        and _told_to(case.id, replacement).keys() != _told_to(case.id, own).keys()
    ):
        raise Refusal("tie_to_another_child")
    found = [(case.id, alteration)]
    for other_id in _told_to(case.id, own):
        other = case_of(other_id)
        target = _counterpart(case, alteration.target, other)
        if target is not None:
            found.append((other_id, _mirrored(case.id, alteration, other, target)))
    return tuple(found)


def _line(case: Case, entry_id: UUID) -> LogLine | None:
    return next((one for one in case.log if one.entry.id == entry_id), None)


def _corrected(case: Case, target: UUID) -> LogLine | None:
    """The tie that a correction is about, itself or by way of other corrections of it."""
    seen: set[UUID] = set()
    while target not in seen:
        seen.add(target)
        line = _line(case, target)
        if line is None:
            return None
        if not isinstance(line.entry.body, (Amended, Withdrawn)):
            return line if isinstance(line.entry.body, KINDS) else None
        target = line.entry.body.target
    return None


def _told_to(case_id: UUID, body: object) -> dict[UUID, Body]:
    """What the entry says in each other case."""
    if not isinstance(body, KINDS):
        return {}
    return dict(in_all_cases(case_id, body)[1:])


def _replacement(alteration: Alteration) -> Body | None:
    if not isinstance(alteration, Amended):
        return None
    try:
        return read(alteration.replacement)
    except NotABody:
        return None  # refused where the entry is looked at, with the field that is wrong


def _counterpart(case: Case, target: UUID, other: Case) -> LogLine | None:
    """The line of the other case that the same save wrote: of several alike the one as far down.

    None where the entry stands in one case only, as one given in by hand may.
    """
    line = _line(case, target)
    if line is None:
        return None
    body = line.entry.body
    if isinstance(body, (Amended, Withdrawn)):
        above = _counterpart(case, body.target, other)
        if above is None:
            return None
        mine, theirs = (_corrections(case, body.target), _corrections(other, above.entry.id))
    else:
        wanted = _as_told(_told_to(case.id, body).get(other.id))
        mine = [
            one
            for one in case.log
            if _as_told(_told_to(case.id, one.entry.body).get(other.id)) == wanted
        ]
        theirs = [one for one in other.log if _as_told(one.entry.body) == wanted]
    place = _saved_alike(mine, line).index(line)
    found = _saved_alike(theirs, line)
    return found[min(place, len(found) - 1)] if found else None


def _corrections(case: Case, target: UUID) -> list[LogLine]:
    return [one for one in case.log if getattr(one.entry.body, "target", None) == target]


def _saved_alike(lines: Iterable[LogLine], line: LogLine) -> list[LogLine]:
    """Those of the same kind that the same key wrote at the same instant, in the order written:
    each save wrote one to each case."""
    alike = [one for one in lines if _saved(one) == _saved(line)]
    return sorted(alike, key=lambda one: one.entry.ordinal)


def _saved(line: LogLine) -> tuple[object, ...]:
    return line.entry.recorded_at, line.entry.chain, type(line.entry.body)


def _as_told(body: object) -> object:
    """The body in one form: neither the order of several children counts, nor where one of them
    is, which each case knows of the other only."""
    if isinstance(body, CompanionsKept):
        return msgspec.structs.replace(body, others=tuple(sorted(set(body.others))))
    if isinstance(body, CompanionsParted):
        return msgspec.structs.replace(body, where_other="")
    return body


def _mirrored(case_id: UUID, alteration: Alteration, other: Case, target: LogLine) -> Alteration:
    """The same correction for the other case; where this child is stays as that case has it."""
    replacement = _replacement(alteration)
    if not isinstance(alteration, Amended) or replacement is None:
        return msgspec.structs.replace(alteration, target=target.entry.id)
    theirs = _told_to(case_id, replacement)[other.id]
    if isinstance(theirs, CompanionsParted) and isinstance(target.counts, CompanionsParted):
        theirs = msgspec.structs.replace(theirs, where_other=target.counts.where_other)
    return msgspec.structs.replace(alteration, target=target.entry.id, replacement=plain(theirs))
