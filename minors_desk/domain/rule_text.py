"""Changing periods in the text of a station's rule pack; comments and all else stay as they were.

A pack is kept in the record as its text, so a change of it is a change of text.
"""

import re
from collections.abc import Mapping
from datetime import timedelta

_TABLE = re.compile(r"\s*\[+\s*([\w.]+)\s*\]+\s*(#.*)?")
_ID = re.compile(r"""\s*id\s*=\s*"([^"]*)"\s*(#.*)?""")
_WITHIN = re.compile(r"""(\s*within\s*=\s*)"[^"]*"(.*)""", re.DOTALL)
_TARGET = re.compile(r"""(\s*"?([\w-]+)"?\s*=\s*)"[^"]*"(.*)""", re.DOTALL)
_MINUTE = timedelta(minutes=1)


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
