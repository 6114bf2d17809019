"""Reading a rule pack: the law is data, one table per rule, checked line by line (DESIGN 5)."""

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256
from typing import Any, Literal

from minors_desk.domain.conditions import CONDITIONS
from minors_desk.domain.events import EVENTS
from minors_desk.domain.periods import EVERY_DAY, Calendar, Period, plain_words, read_period

Kind = Literal["deadline", "interval", "prohibition"]
Counts = Literal["time", "secure_time"]
"""What a deadline counts: all time from its start, or only minutes behind a lock."""
BINDS = ("police", "anyone", "federal", "court", "receiver", "state", "provider")
OURS = frozenset({"police", "anyone"})
"""Only rules that bind these make a duty of ours; the rest is information (CONTRACT 4.1)."""
KINDS = ("deadline", "interval", "prohibition")
COUNTS = ("time", "secure_time")
TIME = "{time}"
WEEKENDS = "weekends"
COUNTRY = re.compile("[A-Z]{2}")
HOLIDAYS = "holidays:"


class BadPack(ValueError):
    """A pack that cannot be used; ``rule`` and ``field`` say where, ``expected`` what belongs."""

    def __init__(self, rule: str, field: str, expected: str) -> None:
        super().__init__(f"{rule}: {field}: {expected}")
        self.rule, self.field, self.expected = rule, field, expected


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """Whether somebody read the source, which, and when; unverified says so wherever it shows.

    ``note``: what of the rule the source does not say, or says otherwise than is often believed.
    """

    verified: bool
    source: str
    on: date | None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule as its pack gives it.

    ``applies``: conditions that must all hold; ``unless``: of which none may.
    ``starts``: each event of one of these names starts a clock, unless one started before still
    runs; with ``once`` only the first such event of the case does.
    ``nationality``: countries, of which the child must be said to be of one; ``nationality_not``:
    countries of which it is not only. A child of no known nationality may be of any other.
    ``within``: the time it gives; None for a deadline is *without delay*.
    ``calendar``: the local dates on which the clock stands still.
    ``proof``: the paper or the reference that shows that it was done.
    """

    id: str
    pack: str
    is_law: bool
    title: str
    citation: str
    binds: str
    kind: Kind
    applies: tuple[str, ...]
    unless: tuple[str, ...] = ()
    nationality: frozenset[str] = frozenset()
    nationality_not: frozenset[str] = frozenset()
    starts: tuple[str, ...]
    once: bool = False
    within: Period | None
    counts: Counts = "time"
    calendar: Calendar = EVERY_DAY
    satisfied_by: tuple[str, ...]
    ends_with: tuple[str, ...]
    owed_to: str = ""
    proof: str = ""
    effective_from: date
    effective_until: date | None
    checked: Checked

    @property
    def is_ours(self) -> bool:
        """Whether it binds this agency."""
        return self.binds in OURS

    @property
    def may_be_red(self) -> bool:
        """Red is only for verified law that binds us and has a due instant (CONTRACT 4.2)."""
        return self.is_law and self.is_ours and self.checked.verified and self.within is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A pack with its rules; known by the hash of its text.

    ``targets``: how soon the station wants what the law asks without delay, by the rule's id.
    ``confidential``: the statute that makes the record of a child confidential; empty for a pack
    that knows none, None for one written before packs were asked.
    """

    id: str
    title: str
    is_law: bool
    rules: tuple[Rule, ...]
    targets: Mapping[str, timedelta] = field(default_factory=dict)
    confidential: str | None = None
    content_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lists:
    """What a pack lists by name for its rules to use."""

    holidays: Mapping[str, frozenset[date]]
    countries: Mapping[str, frozenset[str]]


def content_hash(text: str) -> str:
    """SHA-256 (hex) of a pack's text: the name under which the record keeps it."""
    return sha256(text.encode("utf-8")).hexdigest()


def read_pack(text: str) -> Pack:
    """The pack in that TOML text; raises BadPack naming rule and field at the first fault."""
    try:
        raw = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        raise BadPack("the pack", "text", "a TOML file") from None
    _known(raw, "the pack", frozenset({"pack", "rule", "holidays", "countries", "targets"}))
    head, tables = raw.get("pack"), raw.get("rule", [])
    if not isinstance(head, dict):
        raise BadPack("the pack", "pack", "a table [pack] with id, title and kind")
    if not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
        raise BadPack("the pack", "rule", "tables [[rule]]")
    _known(head, "the pack", frozenset({"id", "title", "kind", "confidential"}))
    pack_id, title = _text(head, "the pack", "id"), _text(head, "the pack", "title")
    is_law = _one_of(head, "the pack", "kind", ("law", "station")) == "law"
    lists = _Lists(holidays=_holidays(raw), countries=_countries(raw))
    rules = tuple(_rule(one, pack_id, lists, is_law=is_law) for one in tables)
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen:
            raise BadPack(rule.id, "id", "an id used once in the pack")
        seen.add(rule.id)
    return Pack(
        id=pack_id,
        title=title,
        is_law=is_law,
        rules=rules,
        targets=_targets(raw, is_law=is_law),
        confidential=_words(head, "the pack", "confidential") if "confidential" in head else None,
        content_hash=content_hash(text),
    )


def _holidays(raw: Mapping[str, Any]) -> dict[str, frozenset[date]]:
    """Lists of dates by name, e.g. ``US-IL``: kept with the rules, so that a case of years ago is
    still counted by the calendar that was adopted then.
    """
    lists = raw.get("holidays", {})
    if not isinstance(lists, dict):
        raise BadPack("the pack", "holidays", "a table of lists of dates")
    for name, days in lists.items():
        if not isinstance(days, list) or any(type(day) is not date for day in days):
            raise BadPack("the pack", f"holidays.{name}", "a list of dates")
    return {name: frozenset(days) for name, days in lists.items()}


def _countries(raw: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """Lists of countries by name: which are of a treaty is law, and so belongs to the pack."""
    lists = raw.get("countries", {})
    if not isinstance(lists, dict):
        raise BadPack("the pack", "countries", "a table of lists of countries")
    for name, codes in lists.items():
        if not isinstance(codes, list) or not all(
            isinstance(one, str) and COUNTRY.fullmatch(one) for one in codes
        ):
            raise BadPack("the pack", f"countries.{name}", "a list of codes such as MX")
    return {name: frozenset(codes) for name, codes in lists.items()}


def _targets(raw: Mapping[str, Any], *, is_law: bool) -> dict[str, timedelta]:
    targets = raw.get("targets", {})
    if not isinstance(targets, dict) or (targets and is_law):
        raise BadPack("the pack", "targets", "a table of periods, in a pack of station rules only")
    found = {}
    for rule_id, value in targets.items():
        period = read_period(value) if isinstance(value, str) else None
        if period is None or period.days:
            raise BadPack("the pack", f"targets.{rule_id}", "a period such as PT30M")
        found[rule_id] = period.exact
    return found


def _rule(raw: Mapping[str, Any], pack: str, lists: _Lists, *, is_law: bool) -> Rule:
    rule_id = _text(raw, "a rule", "id")
    kind: Kind = _one_of(raw, rule_id, "kind", KINDS)  # type: ignore[assignment]
    _known(raw, rule_id, _FIELDS)
    _fitting(raw, rule_id, kind)
    return Rule(
        id=rule_id,
        pack=pack,
        is_law=is_law,
        title=_title(raw, rule_id, kind),
        citation=_text(raw, rule_id, "citation") if is_law else _words(raw, rule_id, "citation"),
        binds=_one_of(raw, rule_id, "binds", BINDS),
        kind=kind,
        applies=_names(raw, rule_id, "applies", CONDITIONS),
        unless=_names(raw, rule_id, "unless", CONDITIONS),
        nationality=_of_lists(raw, rule_id, "nationality", lists),
        nationality_not=_of_lists(raw, rule_id, "nationality_not", lists),
        starts=_starts(raw, rule_id),
        once=_flag(raw, rule_id, "once"),
        within=_within(raw, rule_id, kind),
        counts=_counts(raw, rule_id),
        calendar=_calendar(raw, rule_id, lists.holidays),
        satisfied_by=_names(raw, rule_id, "satisfied_by", EVENTS),
        ends_with=_names(raw, rule_id, "ends_with", EVENTS),
        owed_to=_words(raw, rule_id, "owed_to"),
        proof=_words(raw, rule_id, "proof"),
        effective_from=_date(raw, rule_id, "effective_from") or date.min,
        effective_until=_date(raw, rule_id, "effective_until"),
        checked=_checked(raw, rule_id),
    )


_CLOCK_FIELDS = frozenset({"within", "without_delay", "once", "counts", "skips", "satisfied_by"})
_FIELDS = _CLOCK_FIELDS | {
    "id",
    "title",
    "citation",
    "binds",
    "kind",
    "applies",
    "unless",
    "nationality",
    "nationality_not",
    "starts",
    "ends_with",
    "owed_to",
    "proof",
    "effective_from",
    "effective_until",
    "checked",
}


def _fitting(raw: Mapping[str, Any], rule: str, kind: Kind) -> None:
    """Refuses a field that would be read past: it would promise what the engine does not do."""
    if kind != "interval" and "ends_with" in raw:
        raise BadPack(rule, "ends_with", "no field of this kind, only an interval ends")
    misplaced = _CLOCK_FIELDS & raw.keys() if kind == "prohibition" else set()
    if kind == "interval":
        misplaced = {"without_delay", "once", "counts", "skips"} & raw.keys()
    if misplaced:
        raise BadPack(rule, min(misplaced), f"no field of that name for {kind}")
    if raw.get("counts") == "secure_time" and ("skips" in raw or raw.get("starts") != "secured"):
        raise BadPack(rule, "counts", "secure_time only with starts secured and nothing skipped")


def _known(raw: Mapping[str, Any], rule: str, fields: frozenset[str]) -> None:
    """Refuses what is misspelt: a rule that silently lacks a field would be another rule."""
    unknown = set(raw) - fields
    if unknown:
        raise BadPack(rule, min(unknown), "no field of that name")


def _text(raw: Mapping[str, Any], rule: str, field: str) -> str:
    value = raw.get(field)
    if not isinstance(value, str) or not value:
        raise BadPack(rule, field, "a text")
    return value


def _words(raw: Mapping[str, Any], rule: str, field: str) -> str:
    return _text(raw, rule, field) if field in raw and raw[field] != "" else ""


def _flag(raw: Mapping[str, Any], rule: str, field: str) -> bool:
    value = raw.get(field, False)
    if not isinstance(value, bool):
        raise BadPack(rule, field, "true or false")
    return value


def _one_of(
    raw: Mapping[str, Any], rule: str, field: str, allowed: tuple[str, ...] | list[str]
) -> str:
    value = raw.get(field)
    if value not in allowed:
        raise BadPack(rule, field, "one of " + ", ".join(allowed))
    return str(value)


def _names(
    raw: Mapping[str, Any], rule: str, field: str, allowed: Collection[str]
) -> tuple[str, ...]:
    values = raw.get(field, [])
    if not isinstance(values, list) or any(
        not isinstance(one, str) or one not in allowed for one in values
    ):
        raise BadPack(rule, field, "a list out of " + ", ".join(sorted(allowed)))
    return tuple(values)


def _of_lists(raw: Mapping[str, Any], rule: str, field: str, lists: _Lists) -> frozenset[str]:
    names = _names(raw, rule, field, lists.countries)
    return frozenset().union(*(lists.countries[name] for name in names))


def _title(raw: Mapping[str, Any], rule: str, kind: Kind) -> str:
    """The title; ``{time}`` in it is the period, so that it is true whatever the station sets."""
    title = _text(raw, rule, "title")
    within = _within(raw, rule, kind)
    return title if within is None else title.replace(TIME, plain_words(within))


def _starts(raw: Mapping[str, Any], rule: str) -> tuple[str, ...]:
    """One event, or a list of them."""
    if isinstance(raw.get("starts"), list) and raw["starts"]:
        return _names(raw, rule, "starts", EVENTS)
    return (_one_of(raw, rule, "starts", sorted(EVENTS)),)


def _within(raw: Mapping[str, Any], rule: str, kind: Kind) -> Period | None:
    """The time it gives; None for a prohibition, and for a deadline that is without delay."""
    value, without_delay = raw.get("within"), _flag(raw, rule, "without_delay")
    if kind == "prohibition":
        return None
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


def _counts(raw: Mapping[str, Any], rule: str) -> Counts:
    if "counts" not in raw:
        return "time"
    counts: Counts = _one_of(raw, rule, "counts", COUNTS)  # type: ignore[assignment]
    return counts


def _calendar(
    raw: Mapping[str, Any], rule: str, holidays: Mapping[str, frozenset[date]]
) -> Calendar:
    lists = {HOLIDAYS + name: days for name, days in holidays.items()}
    skips = _names(raw, rule, "skips", {WEEKENDS, *lists})
    left_out = (lists[name] for name in skips if name != WEEKENDS)
    return Calendar(weekends=WEEKENDS in skips, holidays=frozenset().union(*left_out))


def _date(raw: Mapping[str, Any], rule: str, field: str) -> date | None:
    value = raw.get(field)
    if value is not None and type(value) is not date:
        raise BadPack(rule, field, "a date")
    return value


def _checked(raw: Mapping[str, Any], rule: str) -> Checked:
    value = raw.get("checked")
    if not isinstance(value, dict) or value.get("status") not in ("verified", "not_verified"):
        raise BadPack(rule, "checked", "a table with status verified or not_verified, source, on")
    _known(value, rule, frozenset({"status", "source", "on", "note"}))
    verified, on = value["status"] == "verified", _date(value, rule, "on")
    if verified and on is None:
        raise BadPack(rule, "on", "the date on which the source was read")
    source = _text(value, rule, "source") if verified else _words(value, rule, "source")
    return Checked(verified=verified, source=source, on=on, note=_words(value, rule, "note"))
