"""The commands on the rules that the program brings: list, show, coverage; no record is needed."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from minors_desk.cli.parsing_rules import KINDS
from minors_desk.cli.rule_documents import outside_document, rule_document
from minors_desk.cli.surroundings import Answer, Call
from minors_desk.domain.coverage import Placing, placings, strangers
from minors_desk.domain.rules import Outside, Pack, Rule
from minors_desk.errors import BadInput, NotFound
from minors_desk.services import packs
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.rules import (
    checked_words,
    condition_words,
    event_words,
    gate_words,
    held_words,
    time_words,
)

OUTSIDE = "outside"


def listed(call: Call) -> Answer:
    """One line for each rule and each row outside of the shipped packs, as far as asked for."""
    args = call.args
    if args.kind is not None and args.kind not in (*KINDS, OUTSIDE):
        raise BadInput(
            "--kind is no kind of rule",
            f"Give one of {', '.join((*KINDS, OUTSIDE))}.",
            field="--kind",
        )
    found = [
        (pack, one)
        for pack in _packs_of(args.jurisdiction)
        for one in pack.all_rows
        if args.kind in (None, _kind(one)) and not (args.not_verified and one.checked.verified)
    ]
    document = {
        "rules": [rule_document(one, pack) for pack, one in found if isinstance(one, Rule)],
        "outside": [outside_document(one) for _pack, one in found if isinstance(one, Outside)],
    }
    lines = [_line(one) for _pack, one in found] or ["There is no such rule."]
    return Answer(document, lines)


def shown(call: Call) -> Answer:
    """Everything of one rule, or of one row outside, in words."""
    wanted = call.args.rule.casefold()
    for pack in _packs_of(None):
        for one in pack.all_rows:
            if one.id.casefold() != wanted:
                continue
            if isinstance(one, Rule):
                return Answer(rule_document(one, pack), [*_rule_lines(one, pack)])
            return Answer(outside_document(one), [*_outside_lines(one, pack)])
    raise NotFound("There is no rule of that id", "See them all with `minors-desk rules list`.")


def covered(_call: Call) -> Answer:
    """Counts of the researched rows by place, kind and state of checking; and what is nowhere."""
    rows, shipped = packs.researched(), _packs_of(None)
    found = placings(rows, shipped)
    nowhere = [one.row.id for one in found if one.nowhere]
    unknown = strangers(rows, shipped)
    of = _counted(found, lambda one: [one.row.jurisdiction])
    here = _counted(found, lambda one: [] if one.nowhere else [one.row.jurisdiction])
    counts: dict[str, Mapping[str, object]] = {
        "jurisdiction": {one: f"{here.get(one, 0)} of {total}" for one, total in of.items()},
        "kind": _counted(found, lambda one: one.kinds or ("nowhere",)),
        "checked": _counted(found, lambda one: [_research(one)]),
    }
    document = {
        "rows": len(rows),
        "placed": len(rows) - len(nowhere),
        "counts": counts,
        "nowhere": nowhere,
        "of_no_row": list(unknown),
        "placings": [_placing_document(one) for one in found],
    }
    lines = [f"{len(rows) - len(nowhere)} of {len(rows)} researched rows are in the packs."]
    for name, by in counts.items():
        lines += ["", f"by {name}", *(f"  {what}: {count}" for what, count in by.items())]
    lines += [f"nowhere: {one}" for one in nowhere]
    lines += [f"of no row: {one}" for one in unknown]
    return Answer(document, lines, code=1 if nowhere or unknown else 0)


def _packs_of(jurisdiction: str | None) -> tuple[Pack, ...]:
    names = packs.all_shipped()
    if jurisdiction is not None:
        names = tuple(one for one in names if one == jurisdiction.casefold())
        if not names:
            raise NotFound("There is no pack of that place", "Packs there are: " + _names() + ".")
    return tuple(packs.shipped_pack(one) for one in names)


def _names() -> str:
    return ", ".join(one.upper() for one in packs.all_shipped())


def _kind(one: Rule | Outside) -> str:
    return one.kind if isinstance(one, Rule) else OUTSIDE


def _line(one: Rule | Outside) -> str:
    return joined(
        one.id,
        _kind(one),
        _time(one),
        f"binds {one.binds}",
        _checked(one),
        one.title,
    )


def _time(one: Rule | Outside) -> str:
    if isinstance(one, Outside):
        return word("outside_why", one.why)
    return time_words(one) if one.gate is None else gate_words(one.gate)


def _checked(one: Rule | Outside) -> str:
    if isinstance(one, Rule) and not one.is_law:
        return "station rule, not law"
    return checked_words(one.checked)


def _rule_lines(rule: Rule, pack: Pack) -> Iterator[str]:
    yield rule.title
    yield f"  rule: {joined(rule.id, pack.title, word('rule_kind', rule.kind))}"
    yield f"  binds: {word('binds', rule.binds)}"
    yield f"  time: {time_words(rule, pack.targets.get(rule.id))}"
    told: list[tuple[str, str]] = [
        ("gate", "" if rule.gate is None else gate_words(rule.gate)),
        ("starts when", event_words(rule.starts)),
        ("starts", "once in a case" if rule.once else ""),
        ("opened when" if rule.gate else "met when", event_words(rule.satisfied_by)),
        ("ends when", event_words(rule.ends_with)),
        ("written in", held_words(rule.held_in)),
    ]
    yield from _told(told)
    for words in condition_words(rule):
        yield f"  applies: {words}"
    until = rule.effective_until
    yield from _told(
        [
            ("owed to", rule.owed_to),
            ("proof", rule.proof),
            ("in force from", _day(rule)),
            ("in force until", "" if until is None else until.isoformat()),
            ("tightens", rule.tightens),
        ]
    )
    yield from _source_lines(rule)


def _day(rule: Rule) -> str:
    return "" if rule.effective_from.year == 1 else rule.effective_from.isoformat()


def _outside_lines(one: Outside, pack: Pack) -> Iterator[str]:
    yield one.title
    yield f"  rule: {joined(one.id, pack.title, 'outside: no program can watch it')}"
    yield f"  binds: {word('binds', one.binds)}"
    yield f"  why: {word('outside_why', one.why)}"
    yield f"  reason: {one.note}"
    yield from _source_lines(one)


def _source_lines(one: Rule | Outside) -> Iterator[str]:
    yield from _told(
        [
            ("citation", one.citation),
            ("checked", _checked(one)),
            ("source", one.checked.source),
            ("note", one.checked.note),
        ]
    )


def _told(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    return (f"  {name}: {value}" for name, value in pairs if value)


def _counted(found: Iterable[Placing], names: Callable[[Placing], Iterable[str]]) -> dict[str, int]:
    return dict(Counter(name for one in found for name in names(one)).most_common())


def _research(placing: Placing) -> str:
    row = placing.row
    if row.status != "verified":
        return "recalled, not verified"
    return "verified, day not noted" if row.checked is None else f"verified {row.checked}"


def _placing_document(placing: Placing) -> dict[str, Any]:
    return {
        "row": placing.row.id,
        "jurisdiction": placing.row.jurisdiction,
        "rules": {one.id: one.kind for one in placing.rules},
        "outside": {one.id: one.why for one in placing.outside},
    }
