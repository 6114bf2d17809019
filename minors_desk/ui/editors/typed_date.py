"""Reads a day, month or year as an officer types it: `2014-03-05`, `March 2014` or `2014`."""

import re

from minors_desk.domain.values import PartialDate
from minors_desk.wording.values import partial_date as written_date

__all__ = ["EXAMPLES", "NoDate", "parse_date", "written_date"]

EXAMPLES = "2014-03-05, 5 March 2014, March 2014 or 2014"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEARS = range(1850, 3000)
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?",
        r"(?:(?P<day>\d{1,2})\.?\s+)?(?P<named>[a-z]{3,9})\.?,?\s+(?P<year>\d{4})",
        r"(?P<named>[a-z]{3,9})\.?\s+(?P<day>\d{1,2}),?\s+(?P<year>\d{4})",
    )
)
_SLASHED = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}")


class NoDate(ValueError):
    """The text is no date; `str()` is a sentence for the person, without the text itself."""


def parse_date(text: str) -> PartialDate | None:
    """The date as far as it is told; None for an empty text. Raises NoDate.

    `3/5/2014` is refused: it is March in Chicago and May in Montréal.
    """
    typed = text.strip()
    if not typed:
        return None
    if _SLASHED.fullmatch(typed):
        raise NoDate("Write the month by its name: 3/5 is March here and May elsewhere.")
    found = next((match for form in _FORMS if (match := form.fullmatch(typed))), None)
    if found is None:
        raise NoDate(f"This is no date. Write it as {EXAMPLES}.")
    parts = found.groupdict()
    year, day = int(parts["year"]), int(parts["day"]) if parts.get("day") else None
    month = _month(parts)
    if year not in _YEARS:
        raise NoDate(f"Write a year from {_YEARS.start} on.")
    if day == 0:
        raise NoDate("This month has no such day.")
    try:
        return PartialDate(year=year, month=month, day=day)
    except ValueError:
        raise NoDate("This month has no such day.") from None


def _month(parts: dict[str, str | None]) -> int | None:
    named, number = parts.get("named"), parts.get("month")
    if named:
        short = named[:3].casefold()
        if short not in _MONTHS:
            raise NoDate("There is no month of that name.")
        return _MONTHS.index(short) + 1
    if number is None:
        return None
    if not 1 <= int(number) <= 12:
        raise NoDate("A month is 1 to 12.")
    return int(number)
