"""Reads an age as an officer types it: `15`, `14-16`, `5 months`; kept in months."""

import re

from minors_desk.domain.encounter import AgeRange

EXAMPLES = "15, 14-16 or 5 months"
MOST_YEARS = 25
"""Somebody who looks older is not a minor by any estimate; a longer number is a slip."""
_AGE = re.compile(
    r"(?P<low>\d{1,3})(?:\s*(?:-|to)\s*(?P<high>\d{1,3}))?\s*(?P<months>m|mo|months?)?\.?",
    re.IGNORECASE,
)


class NoAge(ValueError):
    """The text is no age; `str()` is a sentence for the person, without the text itself."""


def parse_age(text: str, most_years: int = MOST_YEARS) -> AgeRange | None:
    """The range that is meant, in months; None for an empty text. Raises NoAge.

    A year counts whole: `15` is 180 to 191 months.
    """
    if not text.strip():
        return None
    found = _AGE.fullmatch(text.strip())
    if found is None:
        raise NoAge(f"This is no age. Write it as {EXAMPLES}.")
    low = int(found["low"])
    high = low if found["high"] is None else int(found["high"])
    if high < low:
        raise NoAge("The second age is below the first.")
    if found["months"]:
        if high > most_years * 12:
            raise NoAge(f"Write an age of at most {most_years} years.")
        return AgeRange(low_months=low, high_months=high)
    if high > most_years:
        raise NoAge(f"Write an age of at most {most_years} years.")
    return AgeRange(low_months=low * 12, high_months=high * 12 + 11)


def written_age(age: AgeRange) -> str:
    """The age as it is typed, so that `parse_age` reads the same range again."""
    low, high = age.low_months, age.high_months
    if low % 12 == 0 and high % 12 == 11:
        young, old = low // 12, high // 12
        return f"{young}" if young == old else f"{young}-{old}"
    return f"{low} months" if low == high else f"{low}-{high} months"
