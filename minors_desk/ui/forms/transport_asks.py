"""What only a drive asks: who goes with the child, and what the odometer shows."""

import re
from dataclasses import dataclass
from typing import Any, cast

from minors_desk.domain.bodies import How, SecondPerson
from minors_desk.ui.dialogs.form import AtDesk
from minors_desk.ui.forms.asks import Ask
from minors_desk.ui.kit.field import Field, LineField, TextField
from minors_desk.wording.codes import choices, word

MOST_ESCORTS = 6
_ODOMETER = re.compile(r"([0-9]{1,7})(?:[.,]([0-9]))?")


@dataclass(frozen=True, kw_only=True)
class Escorts(Ask):
    """Those who go with the child, one to a line: name, badge, how they stand behind it."""

    def field(self, at_desk: AtDesk) -> TextField:
        """The lines."""
        return TextField(self.label, self.hint, rows=2)

    def wrong(self, field: Field) -> str | None:
        """Too many, or a line without a name."""
        people = _lines(field)
        if len(people) > MOST_ESCORTS:
            return f"Name at most {MOST_ESCORTS}."
        if any(line.lstrip().startswith(",") for line in people):
            return "Begin each line with the name."
        return super().wrong(field)

    def read(self, field: Field) -> tuple[SecondPerson, ...]:
        """The escorts in the order of the lines."""
        return tuple(_person(line) for line in _lines(field))

    def fill(self, field: Field, value: Any) -> None:
        """Show them again."""
        cast(TextField, field).set_text("\n".join(_line(one) for one in value))


@dataclass(frozen=True, kw_only=True)
class Odometer(Ask):
    """What the odometer shows, read in tenths of its own unit."""

    def field(self, at_desk: AtDesk) -> LineField:
        """The line."""
        return LineField(self.label, self.hint, most=12)

    def wrong(self, field: Field) -> str | None:
        """Anything but a reading, with at most one digit after the point."""
        text = cast(LineField, field).text().strip()
        if text and _ODOMETER.fullmatch(text) is None:
            return "Write the reading as it stands, such as 48210.4."
        return super().wrong(field)

    def read(self, field: Field) -> int | None:
        """Tenths, or None."""
        match = _ODOMETER.fullmatch(cast(LineField, field).text().strip())
        return None if match is None else int(match[1]) * 10 + int(match[2] or 0)

    def fill(self, field: Field, value: Any) -> None:
        """Show the reading."""
        cast(LineField, field).set_text(f"{value // 10}.{value % 10}")


def _lines(field: Field) -> list[str]:
    return [line for line in cast(TextField, field).text().splitlines() if line.strip()]


def _person(line: str) -> SecondPerson:
    ways = {words: cast(How, code) for code, words in choices("how_second")}
    name, *rest = (part.strip() for part in line.split(","))
    how: How = ways[rest.pop()] if rest and rest[-1] in ways else "named_only"
    return SecondPerson(name=name, badge=", ".join(rest), how=how)


def _line(person: SecondPerson) -> str:
    how = "" if person.how == "named_only" else word("how_second", person.how)
    return ", ".join(part for part in (person.name, person.badge, how) if part)
