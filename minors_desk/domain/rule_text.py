"""Changing the text of a station's rule pack: other periods, a rule more; all else stays.

A pack is kept in the record as its text, so a change of it is a change of text.
"""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

_TABLE = re.compile(r"\s*\[+\s*([\w.]+)\s*\]+\s*(#.*)?")
_ID = re.compile(r"""\s*id\s*=\s*"([^"]*)"\s*(#.*)?""")
_WITHIN = re.compile(r"""(\s*within\s*=\s*)"[^"]*"(.*)""", re.DOTALL)
_TARGET = re.compile(r"""(\s*"?([\w-]+)"?\s*=\s*)"[^"]*"(.*)""", re.DOTALL)
_UNTIL = re.compile(r"\s*effective_until\s*=")
_MINUTE = timedelta(minutes=1)
Written = str | date | bool | Sequence[str]
"""What a field of a rule may be in the text of a pack."""


def with_periods(text: str, periods: Mapping[str, timedelta]) -> str:
    """The pack's text with other times, by rule id: of its own rules, and of its targets.

    A rule that is not in the text, or has no ``within`` after its ``id``, stays as it was; who
    calls reads the result and compares.
    """
    table, rule, lines = "", "", []
    for line in text.splitlines(keepends=True):
        if found := _TABLE.fullmatch(line):
            table, rule = found[1], ""
        elif table == "rule" and (found := _ID.fullmatch(line)):
            rule = found[1]
        elif table == "rule" and rule in periods and (found := _WITHIN.fullmatch(line)):
            line = f'{found[1]}"{period_text(periods[rule])}"{found[2]}'
        elif table == "targets" and (found := _TARGET.fullmatch(line)) and found[2] in periods:
            line = f'{found[1]}"{period_text(periods[found[2]])}"{found[3]}'
        lines.append(line)
    return "".join(lines)


def period_text(period: timedelta) -> str:
    """An exact period of whole minutes as packs write it: ``PT1H30M``."""
    hours, minutes = divmod(period // _MINUTE, 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes or not hours else "")


def with_rule(text: str, fields: Mapping[str, Written]) -> str:
    """The pack's text with one rule more at its end; its fields in the order that they are given.

    ``fields`` are those of a table ``[[rule]]`` but ``checked``, which says that it is no law.
    """
    lines = [f"{name} = {_toml(value)}" for name, value in fields.items()]
    lines.append('checked = { status = "not_verified", source = "station rule, not law" }')
    return text.rstrip("\n") + "\n\n[[rule]]\n" + "\n".join(lines) + "\n"


def with_targets(text: str, targets: Mapping[str, timedelta]) -> str:
    """The pack's text with these aims more, by rule id, at the head of its ``[targets]``."""
    if not targets:
        return text
    added = "".join(f'{one} = "{period_text(aim)}"\n' for one, aim in sorted(targets.items()))
    lines = text.splitlines(keepends=True)
    for place, line in enumerate(lines):
        if (found := _TABLE.fullmatch(line)) and found[1] == "targets":
            return "".join((*lines[: place + 1], added, *lines[place + 1 :]))
    return f"{text.rstrip()}\n\n[targets]\n{added}"


def table_of(text: str, rule_id: str) -> str:
    """The table ``[[rule]]`` of that rule as it stands in the pack's text; KeyError without it."""
    block: list[str] = []
    for line in (*text.splitlines(keepends=True), "[[rule]]"):
        found = _TABLE.fullmatch(line)
        if found and found[1] in ("rule", "outside"):
            if any((of := _ID.fullmatch(one)) and of[1] == rule_id for one in block):
                return "".join(block).rstrip() + "\n"
            block = []
        block.append(line)
    raise KeyError(rule_id)


def with_end(text: str, rule_id: str, last: date) -> str:
    """The pack's text with that rule in force up to that date, and not after it."""
    lines, table, rule = [], "", ""
    for line in text.splitlines(keepends=True):
        if found := _TABLE.fullmatch(line):
            table, rule = found[1], ""
        elif table == "rule" and (found := _ID.fullmatch(line)):
            rule = found[1]
            if rule == rule_id:
                line = line.rstrip("\n") + f"\neffective_until = {last.isoformat()}\n"
        elif table == "rule" and rule == rule_id and _UNTIL.match(line):
            continue
        lines.append(line)
    return "".join(lines)


def _toml(value: Written) -> str:
    """Basic strings of TOML are written as those of JSON are."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
    return "[" + ", ".join(_toml(one) for one in value) + "]"
