"""Reading one rule of a pack, field by field: what is misspelt is refused, not left out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, get_args

from minors_desk.domain import pack_fields as fields
from minors_desk.domain.conditions import CONDITIONS
from minors_desk.domain.entries import CASE_KINDS
from minors_desk.domain.events import EVENTS
from minors_desk.domain.fact_table import FACTS
from minors_desk.domain.gates import ABOUT, ANSWERS, NEEDS, OPENED_BY_EVENTS, STEPS, TO, GateTerms
from minors_desk.domain.pack_fields import BadPack
from minors_desk.domain.periods import Calendar, Period, plain_words, read_period
from minors_desk.domain.printed import (
    BELONGINGS,
    CONSULAR_GUARDIAN,
    CONSULAR_NOTICE,
    CONTACT_LOG,
    CUSTODY_LOG,
    DILIGENCE,
    DISCLOSURES,
    RECEIPT,
    SCREENING_SHEET,
    TRAFFICKING_NOTICE,
    UNACCOMPANIED_SUMMARY,
    WELFARE_REFERRAL,
)
from minors_desk.domain.rules import BINDS, Checked, Counts, Kind, Outside, Rule, Why

TIME = "{time}"
WEEKENDS = "weekends"
HOLIDAYS = "holidays:"
_PAPERS = (
    RECEIPT,
    CUSTODY_LOG,
    BELONGINGS,
    CONSULAR_NOTICE,
    CONSULAR_GUARDIAN,
    SCREENING_SHEET,
    CONTACT_LOG,
    DILIGENCE,
    DISCLOSURES,
    WELFARE_REFERRAL,
    TRAFFICKING_NOTICE,
    UNACCOMPANIED_SUMMARY,
)
HELD_IN = frozenset(
    {
        *(f"entry:{kind.__struct_config__.tag}" for kind in CASE_KINDS),
        *(f"fact:{fact}" for fact in FACTS),
        *(f"paper:{paper}" for paper in _PAPERS),
    }
)
"""Where the program keeps what a rule wants written."""
_BASE = frozenset(
    {
        "id",
        "title",
        "citation",
        "binds",
        "kind",
        "applies",
        "unless",
        "nationality",
        "nationality_not",
        "owed_to",
        "proof",
        "effective_from",
        "effective_until",
        "tightens",
        "checked",
    }
)
_OF_KIND: dict[str, frozenset[str]] = {
    "deadline": frozenset(
        {"starts", "within", "without_delay", "once", "counts", "skips", "satisfied_by"}
    )
    | {"may_extend_to", "extended_by", "longer_on"},
    "interval": frozenset({"starts", "within", "satisfied_by", "ends_with"}),
    "prohibition": frozenset({"starts"}),
    "gate": frozenset({"before", "satisfied_by", "answer", "needs", "about", "to"}),
    "record": frozenset({"starts", "held_in"}),
}
"""What a kind has besides the fields of all; another would promise what the engine does not do."""
KINDS: tuple[Kind, ...] = get_args(Kind)
WHY: tuple[Why, ...] = get_args(Why)
COUNTS: tuple[Counts, ...] = get_args(Counts)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackLists:
    """What a pack lists by name for its rules to use: days that do not count, and countries."""

    holidays: Mapping[str, frozenset[date]] = field(default_factory=dict)
    countries: Mapping[str, frozenset[str]] = field(default_factory=dict)


def read_rule(raw: fields.Table, pack: str, lists: PackLists, *, is_law: bool) -> Rule:
    """The rule of one table; raises BadPack naming rule and field at the first fault."""
    rule_id = fields.text(raw, "a rule", "id")
    kind: Kind = fields.one_of(raw, rule_id, "kind", KINDS)  # type: ignore[assignment]
    fields.known(raw, rule_id, _BASE.union(*_OF_KIND.values()))
    _fitting(raw, rule_id, kind, is_law=is_law)
    return Rule(
        id=rule_id,
        pack=pack,
        is_law=is_law,
        title=_title(raw, rule_id, kind),
        citation=_citation(raw, rule_id, is_law=is_law),
        binds=fields.one_of(raw, rule_id, "binds", BINDS),
        kind=kind,
        applies=fields.names(raw, rule_id, "applies", CONDITIONS),
        unless=fields.names(raw, rule_id, "unless", CONDITIONS),
        nationality=_of_lists(raw, rule_id, "nationality", lists),
        nationality_not=_of_lists(raw, rule_id, "nationality_not", lists),
        starts=_starts(raw, rule_id, kind),
        once=fields.flag(raw, rule_id, "once"),
        within=_within(raw, rule_id, kind),
        may_extend_to=_longer(raw, rule_id, kind),
        extended_by=fields.words(raw, rule_id, "extended_by"),
        longer_on=_calendar(raw, rule_id, "longer_on", lists.holidays),
        counts=_counts(raw, rule_id),
        calendar=_calendar(raw, rule_id, "skips", lists.holidays),
        satisfied_by=fields.names(raw, rule_id, "satisfied_by", EVENTS),
        ends_with=fields.names(raw, rule_id, "ends_with", EVENTS),
        gate=_gate(raw, rule_id) if kind == "gate" else None,
        held_in=_held_in(raw, rule_id, kind),
        tightens=fields.words(raw, rule_id, "tightens"),
        owed_to=fields.words(raw, rule_id, "owed_to"),
        proof=fields.words(raw, rule_id, "proof"),
        effective_from=fields.day(raw, rule_id, "effective_from") or date.min,
        effective_until=fields.day(raw, rule_id, "effective_until"),
        checked=_checked(raw, rule_id),
    )


def read_outside(raw: fields.Table, pack: str) -> Outside:
    """What the pack says that no program can hold; raises BadPack at the first fault."""
    row = fields.text(raw, "a table [[outside]]", "id")
    fields.known(raw, row, {"id", "title", "citation", "binds", "why", "note", "checked"})
    why: Why = fields.one_of(raw, row, "why", WHY)  # type: ignore[assignment]
    return Outside(
        id=row,
        pack=pack,
        title=fields.text(raw, row, "title"),
        citation=fields.text(raw, row, "citation"),
        binds=fields.one_of(raw, row, "binds", BINDS),
        why=why,
        note=fields.text(raw, row, "note"),
        checked=_checked(raw, row),
    )


def _fitting(raw: fields.Table, rule: str, kind: Kind, *, is_law: bool) -> None:
    """Refuses a field that would be read past, and what does not go together."""
    misplaced = raw.keys() - _BASE - _OF_KIND[kind]
    if misplaced:
        raise BadPack(rule, min(misplaced), f"no field of a {kind}")
    if is_law and "tightens" in raw:
        raise BadPack(rule, "tightens", "only in a pack of station rules")
    if raw.get("counts") == "secure_time" and ("skips" in raw or raw.get("starts") != "secured"):
        raise BadPack(rule, "counts", "secure_time only with starts secured and nothing skipped")


def _citation(raw: fields.Table, rule: str, *, is_law: bool) -> str:
    return (fields.text if is_law else fields.words)(raw, rule, "citation")


def _of_lists(raw: fields.Table, rule: str, name: str, lists: PackLists) -> frozenset[str]:
    chosen = fields.names(raw, rule, name, lists.countries)
    return frozenset().union(*(lists.countries[one] for one in chosen))


def _title(raw: fields.Table, rule: str, kind: Kind) -> str:
    """The title; ``{time}`` in it is the period, so that it is true whatever the station sets."""
    title = fields.text(raw, rule, "title")
    within = _within(raw, rule, kind)
    return title if within is None else title.replace(TIME, plain_words(within))


def _starts(raw: fields.Table, rule: str, kind: Kind) -> tuple[str, ...]:
    """One event, or a list of them; a gate has none, a record may have."""
    if kind == "gate" or (kind == "record" and "starts" not in raw):
        return ()
    if isinstance(raw.get("starts"), list) and raw["starts"]:
        return fields.names(raw, rule, "starts", EVENTS)
    return (fields.one_of(raw, rule, "starts", sorted(EVENTS)),)


def _within(raw: fields.Table, rule: str, kind: Kind) -> Period | None:
    """The time it gives; None for a deadline that is without delay, and where no clock runs."""
    if kind not in ("deadline", "interval"):
        return None
    value, without_delay = raw.get("within"), fields.flag(raw, rule, "without_delay")
    if without_delay and value is None:
        return None
    period = read_period(value) if isinstance(value, str) else None
    if period is None or (kind == "interval" and period.days):
        raise BadPack(rule, "within", "a period such as PT6H, PT30M or, for a deadline, P30D")
    if without_delay:
        raise BadPack(rule, "within", "no period together with without_delay")
    if period.days and raw.get("counts") == "secure_time":
        raise BadPack(rule, "within", "hours and minutes, for secure time")
    return period


def _longer(raw: fields.Table, rule: str, kind: Kind) -> Period | None:
    """To what time somebody may prolong it; who, on what authority, must be said."""
    if ("may_extend_to" in raw) != ("extended_by" in raw):
        raise BadPack(rule, "extended_by", "who may allow it, together with may_extend_to")
    if "may_extend_to" not in raw:
        if "longer_on" in raw:
            raise BadPack(rule, "longer_on", "days that prolong it, together with may_extend_to")
        return None
    within, value = _within(raw, rule, kind), raw["may_extend_to"]
    longer = read_period(value) if isinstance(value, str) else None
    if within is None or longer is None or bool(longer.days) != bool(within.days):
        raise BadPack(rule, "may_extend_to", "a period like that of within")
    if (longer.days, longer.exact) <= (within.days, within.exact):
        raise BadPack(rule, "may_extend_to", "a longer period than within")
    return longer


def _counts(raw: fields.Table, rule: str) -> Counts:
    if "counts" not in raw:
        return "time"
    counts: Counts = fields.one_of(raw, rule, "counts", COUNTS)  # type: ignore[assignment]
    return counts


def _calendar(
    raw: fields.Table, rule: str, name: str, holidays: Mapping[str, frozenset[date]]
) -> Calendar:
    lists = {HOLIDAYS + one: days for one, days in holidays.items()}
    chosen = fields.names(raw, rule, name, {WEEKENDS, *lists})
    days = (lists[one] for one in chosen if one != WEEKENDS)
    return Calendar(weekends=WEEKENDS in chosen, holidays=frozenset().union(*days))


def _gate(raw: fields.Table, rule: str) -> GateTerms:
    """A gate is opened by events of the case, or the law itself answers."""
    before: Any = fields.one_of(raw, rule, "before", STEPS)
    if before in OPENED_BY_EVENTS:
        for name in ("answer", "needs", "about", "to"):
            if name in raw:
                raise BadPack(rule, name, f"no field of a gate before {before}")
        fields.some_names(raw, rule, "satisfied_by", EVENTS)
        return GateTerms(before=before)
    if "satisfied_by" in raw:
        raise BadPack(rule, "satisfied_by", f"no field of a gate before {before}")
    answer: Any = fields.one_of(raw, rule, "answer", ANSWERS)
    if (answer == "needs") != ("needs" in raw):
        raise BadPack(rule, "needs", 'what it needs, together with answer = "needs"')
    told = before == "disclosure"
    for name in ("about", "to"):
        if name in raw and not told:
            raise BadPack(rule, name, "only before a disclosure")
    needs: Any = fields.some_names(raw, rule, "needs", NEEDS) if answer == "needs" else ()
    about: Any = fields.some_names(raw, rule, "about", ABOUT) if told else ()
    to: Any = fields.some_names(raw, rule, "to", TO) if told else ()
    return GateTerms(before=before, answer=answer, needs=needs, about=about, to=to)


def _held_in(raw: fields.Table, rule: str, kind: Kind) -> tuple[str, ...]:
    if kind != "record":
        return ()
    found = fields.names(raw, rule, "held_in", HELD_IN)
    if not found:
        raise BadPack(rule, "held_in", "where it is written, such as entry:custody_began")
    return found


def _checked(raw: fields.Table, rule: str) -> Checked:
    value = raw.get("checked")
    if not isinstance(value, dict) or value.get("status") not in ("verified", "not_verified"):
        raise BadPack(rule, "checked", "a table with status verified or not_verified, source, on")
    fields.known(value, rule, {"status", "source", "on", "note"})
    verified, on = value["status"] == "verified", fields.day(value, rule, "on")
    if verified and on is None:
        raise BadPack(rule, "on", "the date on which the source was read")
    source = (fields.text if verified else fields.words)(value, rule, "source")
    note = fields.words(value, rule, "note")
    return Checked(verified=verified, source=source, on=on, note=note)
