"""What forms ask that is more than a text or a code: typed values, long lists, countries."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

from minors_desk import lists
from minors_desk.domain.encounter import AgeRange
from minors_desk.domain.values import NO_COUNTRY, AgeTold, Country, Measure
from minors_desk.ui.dialogs.form import AtDesk
from minors_desk.ui.editors import typed_age, typed_date
from minors_desk.ui.editors.pick_field import PickField, shown
from minors_desk.ui.forms.asks import Ask, OneOfMany
from minors_desk.ui.kit.choice import Choice, ChoiceField
from minors_desk.ui.kit.field import Field, LineField
from minors_desk.wording.codes import word
from minors_desk.wording.values import country_name, value_words

NOT_LISTED = NO_COUNTRY[-1]
"""The code beside words that no list knows: nationality not known."""
OLDEST = 120
"""The age of an adult of the case, in years, that is not a slip of the keyboard."""


@dataclass(frozen=True, kw_only=True)
class Typed(Ask):
    """One line that is read as a value. ``parse`` raises ValueError with the sentence to show."""

    parse: Callable[[str], Any]
    written: Callable[[Any], str]

    def field(self, at_desk: AtDesk) -> LineField:
        """The line."""
        return LineField(self.label, self.hint, most=60)

    def wrong(self, field: Field) -> str | None:
        """Also what cannot be read."""
        try:
            self.read(field)
        except ValueError as error:
            return str(error)
        return super().wrong(field)

    def read(self, field: Field) -> Any:
        """The value, or None for an empty line."""
        return self.parse(cast(LineField, field).text())

    def fill(self, field: Field, value: Any) -> None:
        """Show the value as it is typed."""
        cast(LineField, field).set_text(self.written(value))


@dataclass(frozen=True, kw_only=True)
class Chosen(Ask):
    """One of a few choices that are of this case, not of a list of codes."""

    choices: tuple[Choice, ...]
    reads: Callable[[str], Any] = str

    def field(self, at_desk: AtDesk) -> ChoiceField:
        """The choice."""
        return ChoiceField(self.label, self.choices, self.hint)

    def read(self, field: Field) -> Any:
        """What the chosen value stands for, or None."""
        value = cast(ChoiceField, field).value()
        return None if value is None else self.reads(value)

    def fill(self, field: Field, value: Any) -> None:
        """Choose it, if it is still offered."""
        if str(value) in {one.value for one in self.choices}:
            cast(ChoiceField, field).set_value(str(value))


@dataclass(frozen=True, kw_only=True)
class Listed(OneOfMany):
    """One of a long list of codes; ``named`` finds the code of a name that is typed whole.

    An empty field reads as an empty code.
    """

    named: Callable[[str], str | None]

    def wrong(self, field: Field) -> str | None:
        """What is typed must be in the list or a name of something in it."""
        if not field.is_empty() and not self.read(field):
            return "Choose one of the list."
        return field.error() or (self.needed or None if field.is_empty() else None)

    def read(self, field: Field) -> str:
        """The code, or an empty text."""
        picked = cast(PickField, field)
        return picked.value() or self.named(picked.text()) or ""

    def fill(self, field: Field, value: Any) -> None:
        """Show the code with its words."""
        found = next((one for one in self.choices() if one.value == value), None)
        cast(PickField, field).set_text("" if found is None else shown(found))


@dataclass(frozen=True, kw_only=True)
class CountryAsk(Ask):
    """A country, or what stands for none; words that are in no list stay as they were written."""

    def field(self, at_desk: AtDesk) -> PickField:
        """The line with its list."""
        field = PickField(self.label, self.hint)
        field.offer(nationality_choices())
        return field

    def read(self, field: Field) -> Country | None:
        """The country; the words typed are kept where they are not the list's own."""
        picked = cast(PickField, field)
        code, typed = picked.value(), picked.text().strip()
        if code is not None or not typed:
            return None if code is None else Country(code=code)
        known = lists.country_of(typed)
        return Country(code=NOT_LISTED if known is None else known.code, as_said=typed)

    def fill(self, field: Field, value: Any) -> None:
        """Show the country, or the words that are in no list."""
        choice = Choice(value.code, country_name(value.code))
        unlisted = value.as_said if value.code == NOT_LISTED else ""
        cast(PickField, field).set_text(unlisted or shown(choice))


@lru_cache(maxsize=1)
def language_choices() -> Sequence[Choice]:
    """All languages, with other names that they go by and where they are spoken."""
    return tuple(
        Choice(one.code, ", ".join(filter(None, (_all_names(one), one.region))))
        for one in lists.languages()
    )


@lru_cache(maxsize=1)
def country_choices() -> Sequence[Choice]:
    """All countries by name."""
    known = sorted(lists.countries(), key=lambda one: one.name)
    return tuple(Choice(one.code, one.name) for one in known)


def nationality_choices() -> Sequence[Choice]:
    """All countries, and what stands in a passport where there is none."""
    return (*country_choices(), *(Choice(code, word("no_country", code)) for code in NO_COUNTRY))


def _all_names(one: lists.Language) -> str:
    others = ", ".join(one.other_names[:2])
    return f"{one.name} ({others})" if others else one.name


def language_ask(name: str, label: str, **more: Any) -> Listed:
    """Which language; none is ever preset."""
    hint = "Type its name or where it is spoken"
    return Listed(
        name=name, label=label, hint=hint, choices=language_choices, named=_language, **more
    )


def country_ask(name: str, label: str, **more: Any) -> Listed:
    """Which country, by its code."""
    return Listed(name=name, label=label, choices=country_choices, named=_country, **more)


def date_ask(name: str, label: str, **more: Any) -> Typed:
    """A date as far as it is known."""
    return Typed(
        name=name,
        label=label,
        hint=typed_date.EXAMPLES,
        parse=typed_date.parse_date,
        written=typed_date.written_date,
        **more,
    )


def age_ask(name: str, label: str, *, told: bool, **more: Any) -> Typed:
    """An age in years or months: as somebody told it, of anybody; or as seen of the child."""

    def parse(text: str) -> AgeRange | None:
        found = typed_age.parse_age(text, OLDEST if told else typed_age.MOST_YEARS)
        if found is None or not told:
            return found
        return AgeTold(low_months=found.low_months, high_months=found.high_months)

    return Typed(
        name=name,
        label=label,
        hint=typed_age.EXAMPLES,
        parse=parse,
        written=typed_age.written_age,
        **more,
    )


def measure_ask(name: str, label: str, **more: Any) -> Typed:
    """A whole number or a range of them."""
    return Typed(
        name=name,
        label=label,
        hint="140 or 140-145",
        parse=parse_measure,
        written=lambda value: value_words("", value).replace(" to ", "-"),
        **more,
    )


def parse_measure(text: str) -> Measure | None:
    """`140` or `140-145`; None for an empty text. Raises ValueError with a sentence."""
    parts = [part.strip() for part in text.split("-")]
    if not text.strip():
        return None
    if len(parts) > 2 or not all(part.isdecimal() and len(part) <= 3 for part in parts):
        raise ValueError("Write a whole number up to 999, or two with a - between them.")
    low, high = int(parts[0]), int(parts[-1])
    if high < low:
        raise ValueError("The second number is below the first.")
    return Measure(low=low, high=high)


def _language(name: str) -> str | None:
    found = lists.language_of(name)
    return None if found is None else found.code


def _country(name: str) -> str | None:
    found = lists.country_of(name)
    return None if found is None else found.code
