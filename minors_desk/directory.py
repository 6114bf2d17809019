"""The directory of lines to call that ships with the program, each with its source and sureness."""

import csv
from dataclasses import dataclass
from functools import cache
from io import StringIO

from minors_desk import assets


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line to call, as its source prints it; what the source does not say is left empty.

    ``jurisdiction`` is a code such as ``US-IL``, or ``US`` for a line of the whole country.
    ``for_country`` (ISO 3166) is empty but for a line that serves people of one country only.
    ``name_fr`` is its French name where a source has one; nobody here translated any.
    ``other`` holds further ways (TTY, fax, text), ``dated`` the date that the source itself bears
    (ISO 8601, as exact as it gives it), ``sureness`` of the number high, medium, low or none.
    """

    id: str
    jurisdiction: str
    purpose: str
    name: str
    name_fr: str
    number: str
    other: str
    hours: str
    source: str
    dated: str
    sureness: str
    note: str
    for_country: str = ""

    @property
    def verified(self) -> bool:
        """Whether the number was read in an official or primary text; else it is shown as not."""
        return bool(self.number) and self.sureness == "high"


@cache
def all_lines() -> tuple[Line, ...]:
    """All lines in the order of the file. Read from ``resources/directory``."""
    rows = csv.DictReader(StringIO(assets.read_text("directory", "lines.csv")))
    return tuple(Line(**row) for row in rows)


def lines_for(jurisdiction: str) -> tuple[Line, ...]:
    """The lines of a jurisdiction, then those of its whole country; a blank number is listed too.

    Nothing for a jurisdiction that no line names.
    """
    country = jurisdiction.partition("-")[0]
    own = [one for one in all_lines() if one.jurisdiction == jurisdiction]
    national = [one for one in all_lines() if one.jurisdiction == country != jurisdiction]
    return (*own, *national)
