"""Reading a rule pack: the law is data, one table per rule, checked line by line (DESIGN 5)."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Any, Literal

Kind = Literal["deadline", "interval", "prohibition"]
BINDS = ("police", "anyone", "federal", "court", "receiver", "state", "provider")
OURS = frozenset({"police", "anyone"})
"""Only rules that bind these make a duty of ours; the rest is information (CONTRACT 4.1)."""
KINDS = ("deadline", "interval", "prohibition")
EVENTS = frozenset(
    {
        "encountered",
        "custody_began",
        "custody_ended",
        "left_without_leave",
        "found_again",
        "secured",
        "unsecured",
        "cuffed_to_object",
        "uncuffed",
        "welfare_checked",
        "handoff_refused",
        "handoff_failed",
        "handed_over",
    }
)
"""What a rule may start from or be satisfied by; each is noted by the feature that owns it."""
CONDITIONS = frozenset(
    {
        "legal_class:non_offender",
        "legal_class:status_offender",
        "legal_class:accused_delinquent",
        "in_custody",
    }
)
"""Named conditions of a case; a pack holds no code."""
_PERIOD = re.compile(r"PT(?:([0-9]{1,5})H)?(?:([0-9]{1,5})M)?")


class BadPack(ValueError):
    """A pack that cannot be used; ``rule`` and ``field`` say where, ``expected`` what belongs."""

    def __init__(self, rule: str, field: str, expected: str) -> None:
        super().__init__(f"{rule}: {field}: {expected}")
        self.rule, self.field, self.expected = rule, field, expected


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """Whether somebody read the source, which, and when; unverified says so wherever it shows."""

    verified: bool
    source: str
    on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule as its pack gives it. ``within`` is exact time from the start event."""

    id: str
    pack: str
    is_law: bool
    title: str
    citation: str
    binds: str
    kind: Kind
    applies: tuple[str, ...]
    starts: str
    within: timedelta | None
    satisfied_by: tuple[str, ...]
    ends_with: tuple[str, ...]
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
    """A pack with its rules; known by the hash of its text."""

    id: str
    title: str
    is_law: bool
    rules: tuple[Rule, ...]
    content_hash: str


def content_hash(text: str) -> str:
    """SHA-256 (hex) of a pack's text: the name under which the record keeps it."""
    return sha256(text.encode("utf-8")).hexdigest()


def read_pack(text: str) -> Pack:
    """The pack in that TOML text; raises BadPack naming rule and field at the first fault."""
    try:
        raw = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        raise BadPack("the pack", "text", "a TOML file") from None
    _known(raw, "the pack", frozenset({"pack", "rule"}))
    head, tables = raw.get("pack"), raw.get("rule", [])
    if not isinstance(head, dict):
        raise BadPack("the pack", "pack", "a table [pack] with id, title and kind")
    if not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
        raise BadPack("the pack", "rule", "tables [[rule]]")
    _known(head, "the pack", frozenset({"id", "title", "kind"}))
    pack_id, title = _text(head, "the pack", "id"), _text(head, "the pack", "title")
    kind = _one_of(head, "the pack", "kind", ("law", "station"))
    rules = tuple(_rule(one, pack_id, kind == "law") for one in tables)
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen:
            raise BadPack(rule.id, "id", "an id used once in the pack")
        seen.add(rule.id)
    return Pack(
        id=pack_id,
        title=title,
        is_law=kind == "law",
        rules=rules,
        content_hash=content_hash(text),
    )


def _rule(raw: Mapping[str, Any], pack: str, is_law: bool) -> Rule:
    rule_id = _text(raw, "a rule", "id")
    kind: Kind = _one_of(raw, rule_id, "kind", KINDS)  # type: ignore[assignment]
    _known(raw, rule_id, _FIELDS)
    return Rule(
        id=rule_id,
        pack=pack,
        is_law=is_law,
        title=_text(raw, rule_id, "title"),
        citation=_text(raw, rule_id, "citation") if is_law else str(raw.get("citation", "")),
        binds=_one_of(raw, rule_id, "binds", BINDS),
        kind=kind,
        applies=_names(raw, rule_id, "applies", CONDITIONS),
        starts=_one_of(raw, rule_id, "starts", sorted(EVENTS)),
        within=_within(raw, rule_id, kind),
        satisfied_by=_names(raw, rule_id, "satisfied_by", EVENTS),
        ends_with=_names(raw, rule_id, "ends_with", EVENTS),
        effective_from=_date(raw, rule_id, "effective_from") or date.min,
        effective_until=_date(raw, rule_id, "effective_until"),
        checked=_checked(raw, rule_id),
    )


_FIELDS = frozenset(
    {
        "id",
        "title",
        "citation",
        "binds",
        "kind",
        "applies",
        "starts",
        "within",
        "satisfied_by",
        "ends_with",
        "effective_from",
        "effective_until",
        "checked",
    }
)


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


def _one_of(
    raw: Mapping[str, Any], rule: str, field: str, allowed: tuple[str, ...] | list[str]
) -> str:
    value = raw.get(field)
    if value not in allowed:
        raise BadPack(rule, field, "one of " + ", ".join(allowed))
    return str(value)


def _names(
    raw: Mapping[str, Any], rule: str, field: str, allowed: frozenset[str]
) -> tuple[str, ...]:
    values = raw.get(field, [])
    if not isinstance(values, list) or any(
        not isinstance(one, str) or one not in allowed for one in values
    ):
        raise BadPack(rule, field, "a list out of " + ", ".join(sorted(allowed)))
    return tuple(values)


def _within(raw: Mapping[str, Any], rule: str, kind: Kind) -> timedelta | None:
    """An interval needs a period, a prohibition has none; a deadline without is *without delay*."""
    value = raw.get("within")
    if kind == "prohibition" and value is not None:
        raise BadPack(rule, "within", "no period for a prohibition")
    if value is None and kind != "interval":
        return None
    match = _PERIOD.fullmatch(value) if isinstance(value, str) else None
    hours, minutes = (int(part or 0) for part in match.groups()) if match else (0, 0)
    if not hours and not minutes:
        raise BadPack(rule, "within", "a period such as PT6H or PT30M")
    return timedelta(hours=hours, minutes=minutes)


def _date(raw: Mapping[str, Any], rule: str, field: str) -> date | None:
    value = raw.get(field)
    if value is not None and type(value) is not date:
        raise BadPack(rule, field, "a date")
    return value


def _checked(raw: Mapping[str, Any], rule: str) -> Checked:
    value = raw.get("checked")
    if not isinstance(value, dict) or value.get("status") not in ("verified", "not_verified"):
        raise BadPack(rule, "checked", "a table with status verified or not_verified, source, on")
    _known(value, rule, frozenset({"status", "source", "on"}))
    verified, on = value["status"] == "verified", _date(value, rule, "on")
    if verified and on is None:
        raise BadPack(rule, "on", "the date on which the source was read")
    source = _text(value, rule, "source") if verified else str(value.get("source", ""))
    return Checked(verified=verified, source=source, on=on)
