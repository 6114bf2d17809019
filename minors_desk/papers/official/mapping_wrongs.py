"""What is wrong with the fill of one field: the first thing, in one phrase, with what to do."""

from minors_desk.papers.official.facts import FACTS, FactSource
from minors_desk.papers.official.formats import is_pattern, tokens
from minors_desk.papers.official.mapping import Fill
from minors_desk.papers.official.reading import OFF, FormField
from minors_desk.papers.official.setting import fits

_OF_A_DAY = frozenset({"YYYY", "YY", "MMM", "MM", "DD"})
Wrong = tuple[str, str]
"""The key that is wrong, and why."""


def wrong_with(field: FormField, fill: Fill) -> Wrong | None:
    """The first thing that is wrong with how that field is to be filled; None if nothing is."""
    if not field.can_be_filled:
        return (
            "fill",
            "this field is not to be filled: it is hidden, read-only, or no field of text",
        )
    if bool(fill.fact) == bool(fill.text):
        return "fact", "a field is filled either with a `fact` or with a fixed `text`"
    if fill.text:
        return _wrong_text(field, fill)
    source = FACTS.get(fill.fact)
    if source is None:
        return "fact", f"there is no fact `{fill.fact}`"
    return _wrong_format(fill, source) or _wrong_values(field, fill, source)


def _wrong_text(field: FormField, fill: Fill) -> Wrong | None:
    if fill.date or fill.part or fill.digits or fill.when or fill.choose:
        return "text", "a fixed text has no format"
    if field.kind in ("checkbox", "radio"):
        if fill.text not in (*field.states, OFF):
            return "text", f"this box has the states {_listed((*field.states, OFF))}"
    elif field.kind == "choice":
        if fill.text not in _values(field) and not field.is_editable:
            return "text", "the form does not offer that choice"
    elif not fits(field, fill.text):
        return "text", "the text does not fit into the field"
    return None


def _wrong_format(fill: Fill, source: FactSource) -> Wrong | None:
    if fill.date:
        if source.kind not in ("day", "time"):
            return "date", f"`{fill.fact}` is no date or time"
        if not is_pattern(fill.date):
            return "date", "write it with YYYY, YY, MM, MMM, DD, HH, hh, mm and ap"
        if source.kind == "day" and not set(tokens(fill.date)) <= _OF_A_DAY:
            return "date", f"`{fill.fact}` has no hour"
    if fill.part and source.kind != "name":
        return "part", f"`{fill.fact}` is no name"
    if fill.digits and source.kind != "phone":
        return "digits", f"`{fill.fact}` is no telephone number"
    return None


def _wrong_values(field: FormField, fill: Fill, source: FactSource) -> Wrong | None:
    if source.codes:
        unknown = [one for one in (*fill.when, *fill.choose) if one not in source.codes]
        if unknown:
            key = "when" if unknown[0] in fill.when else "choose"
            return key, f"`{fill.fact}` is one of {_listed(source.codes)}, never `{unknown[0]}`"
    if field.kind in ("checkbox", "radio"):
        return _wrong_button(field, fill)
    if fill.when or fill.state:
        return (
            "when" if fill.when else "state",
            "only a box to be ticked is on when something is so",
        )
    if field.kind == "choice" and not field.is_editable:
        strange = [one for one in fill.choose.values() if one not in _values(field)]
        if strange:
            return "choose", f"the form does not offer `{strange[0]}`"
    return None


def _wrong_button(field: FormField, fill: Fill) -> Wrong | None:
    if bool(fill.when) == bool(fill.choose):
        return (
            "when",
            "a box needs `when` (which values tick it) or `choose` (which state for which)",
        )
    if fill.when and not fill.state and len(field.states) != 1:
        return "state", f"this field has the states {_listed(field.states)}: say which one"
    if fill.state and fill.state not in field.states:
        return "state", f"this field has the states {_listed(field.states)}"
    strange = [one for one in fill.choose.values() if one not in (*field.states, OFF)]
    if strange:
        return "choose", f"this field has the states {_listed(field.states)}, not `{strange[0]}`"
    return None


def _values(field: FormField) -> tuple[str, ...]:
    return tuple(value for value, _shown in field.choices)


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(f"`{one}`" for one in words)
