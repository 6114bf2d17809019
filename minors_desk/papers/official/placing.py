"""Composes a filled form: what stands in each field, what did not fit, and our sheets behind it.

The pages of the agency stay as they are but for their fields: number, seal and codes stand on our
own sheets, which come behind. They hold what did not fit, say for every field that was filled what
stands in it and where that comes from, and for every one that was left empty why. So the digest of
the sheets binds every value of the form.
"""

from dataclasses import dataclass, replace

from minors_desk.domain.gates import To
from minors_desk.papers.boxes import Absent
from minors_desk.papers.layout import lay_out
from minors_desk.papers.literal import printable
from minors_desk.papers.official.facts import FACTS, FactSource, FormView, Told
from minors_desk.papers.official.formats import Unknown, as_day, as_name, as_time
from minors_desk.papers.official.mapping import Fill, FormMapping
from minors_desk.papers.official.reading import OFF, FormField
from minors_desk.papers.official.setting import fits
from minors_desk.papers.paper import PaperInput
from minors_desk.papers.sheet import Answer, Box, Column, Form, Layout, Row, Section, Table
from minors_desk.papers.withholding import withheld_by

SHEET_TEMPLATES = (1,)
"""Of how values are formatted and fitted, and of our sheets: equal input, equal pages."""
_LONGEST_LABEL = 90
_LONGEST_TITLE = 30
_FROM_FORM = "Fixed text of the mapping"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A value that stands in its field: a text, a choice, or the state of a box."""

    field: FormField
    value: str
    shown: str
    source: str
    known: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """A field that stays empty although it is mapped: the answer that the record gives, and why."""

    field: FormField
    source: str
    why: str = ""
    state: Answer = "given"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A value that does not fit its field and stands on our sheet of that number."""

    field: FormField
    text: str
    sheet: int
    pointer: str
    source: str
    known: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A filled form before it is written: the values of its fields, and our sheets behind it.

    `form` are our sheets before they are laid out.
    """

    mapping: FormMapping
    written: tuple[Written, ...]
    moved: tuple[Moved, ...]
    left: tuple[Left, ...]
    form: Form

    @property
    def values(self) -> dict[str, str]:
        """What is written into which field."""
        told = {one.field.name: one.value for one in self.written}
        return told | {one.field.name: one.pointer for one in self.moved if one.pointer}


def composed(mapping: FormMapping, given: PaperInput, paper: str, template: int = 1) -> Composed:
    """The form filled from the record; `paper` and `template` are what it is issued under."""
    view = FormView(given)
    found = [_filled(field, fill, view, mapping.to) for field, fill in mapping.mapped]
    written = tuple(one for one in found if isinstance(one, Written))
    left = tuple(one for one in found if isinstance(one, Left))
    moved = [one for one in found if isinstance(one, Moved)]
    form = replace(
        _form(mapping, given, paper, (written, tuple(moved), left)), template_version=template
    )
    sheets = lay_out(form)
    return Composed(
        mapping=mapping,
        written=written,
        moved=tuple(_pointed(one, at, sheets) for at, one in enumerate(moved, start=1)),
        left=left,
        form=form,
    )


def _filled(field: FormField, fill: Fill, view: FormView, to: To | None) -> Written | Left | Moved:
    if fill.text:
        return Written(field=field, value=fill.text, shown=fill.text, source=_FROM_FORM)
    source = FACTS[fill.fact]
    kept = _withheld(source, to, view)
    if kept:
        return Left(field=field, source=source.label, why=kept, state="withheld")
    told = source.read(view)
    if told is None:
        return Left(field=field, source=source.label, state="missing")
    if isinstance(told, Absent):
        return _absent(field, fill, told, source)
    if field.kind in ("checkbox", "radio"):
        return _pressed(field, fill, told, source)
    return _worded(field, fill, told, (source, view.zone))


def _withheld(source: FactSource, to: To | None, view: FormView) -> str:
    """The rule that keeps the fact from whom the form goes to; empty where it may be told."""
    if to is None or source.about is None:
        return ""
    return withheld_by(view.case, to, view.given.may_be_told(source.about, to))


def _absent(field: FormField, fill: Fill, told: Absent, source: FactSource) -> Written | Left:
    """An answer that is none prints as such where the field takes words and has room for one."""
    box = Box("", "", told.reason, told.state)
    word = replace(box, text="").shown.strip("— ")
    takes_words = field.kind == "text" and not (fill.part or fill.digits)
    if told.state == "none_recorded" or not takes_words or not fits(field, word):
        return Left(field=field, source=source.label, why=told.reason, state=told.state)
    return Written(field=field, value=word, shown=word, source=source.label, known=told.reason)


def _pressed(field: FormField, fill: Fill, told: Told, source: FactSource) -> Written | Left:
    is_so = told.code or told.words
    if fill.choose:
        state = fill.choose.get(is_so, "")
    else:
        state = (fill.state or field.states[0]) if is_so in fill.when else OFF
    if not state:
        why = f"the form has no box for: {told.words}"
        return Left(field=field, why=why, source=source.label)
    return Written(
        field=field,
        value=state,
        shown="not ticked" if state == OFF else f"ticked ({state})",
        source=source.label,
        known=told.known,
    )


def _worded(
    field: FormField, fill: Fill, told: Told, of: tuple[FactSource, str]
) -> Written | Left | Moved:
    source, zone = of
    text = _text(fill, told, zone)
    if isinstance(text, Unknown):
        return Left(field=field, why=f"{text.why} ({told.words})", source=source.label)
    if fill.upper:
        text = text.upper()
    if field.kind == "choice" and not _offered(field, text):
        return Left(field=field, why=f"the form does not offer: {text}", source=source.label)
    if field.kind == "choice":
        text, shown = _choice(field, text)
    else:
        text = shown = _plain(field, text)
    if fits(field, shown):
        return Written(field=field, value=text, shown=shown, source=source.label, known=told.known)
    return Moved(
        field=field, text=shown, sheet=0, pointer="", source=source.label, known=told.known
    )


def _text(fill: Fill, told: Told, zone: str) -> str | Unknown:
    """The words of the fact in the format that the mapping asks for."""
    if fill.choose:
        own = told.code or told.words
        return fill.choose.get(own, "") or Unknown("the mapping has no choice for it")
    if fill.date:
        return as_day(told, fill.date) if told.day else as_time(told, fill.date, zone)
    if fill.part:
        return as_name(told, fill.part)
    return told.digits or told.words if fill.digits else told.words


def _offered(field: FormField, text: str) -> bool:
    return field.is_editable or any(
        text.casefold() in (value.casefold(), shown.casefold()) for value, shown in field.choices
    )


def _choice(field: FormField, text: str) -> tuple[str, str]:
    """The value and the words of the choice that this is; free text is both."""
    for value, shown in field.choices:
        if text.casefold() in (value.casefold(), shown.casefold()):
            return value, shown
    return text, text


def _plain(field: FormField, text: str) -> str:
    """The text as it is drawn: what cannot be seen as codes, lines side by side in a single one."""
    if field.is_multiline:
        return printable(text, newlines=True)
    return printable("; ".join(text.split("\n")))


def _pointed(one: Moved, number: int, sheets: Layout) -> Moved:
    """The value with the sheet that it stands on, and what its field says of that."""
    name = f"form.more.{number}"
    sheet = next((page for page, box, _text in sheets.printed() if box == name), 1)
    words = f"See sheet {sheet}"
    pointer = words if one.field.kind == "text" and fits(one.field, words) else ""
    return replace(one, sheet=sheet, pointer=pointer)


def _full_title(mapping: FormMapping) -> str:
    """What the form is called by its issuer, as far as the mapping says."""
    return ", ".join(one for one in (mapping.number, mapping.title, mapping.issuer) if one)


_Parts = tuple[tuple[Written, ...], tuple[Moved, ...], tuple[Left, ...]]


def _form(mapping: FormMapping, given: PaperInput, paper: str, parts: _Parts) -> Form:
    """Our sheets behind the form."""
    written, moved, left = parts
    sections = []
    if moved:
        rows = tuple(_more(at, one) for at, one in enumerate(moved, start=1))
        sections.append(Section("What does not fit into the form", rows))
    if left:
        sections.append(Section("Left empty in the form", (_left_table(left),)))
    unmapped = len(mapping.fields) - len(mapping.mapped)
    note = (
        f"Behind: {_full_title(mapping)}. Filled from the record by Minors Desk, "
        f"{len(written) + len(moved)} of "
        f"{len(mapping.fields)} fields; {len(left)} stay empty, {unmapped} are not mapped. "
        "Its own pages bear no code: the codes below stand for them too."
    )
    sections.append(Section("Written into the form", (_written_table(written),), note=note))
    called = mapping.number if 0 < len(mapping.number) <= _LONGEST_TITLE else "an official form"
    return Form(
        paper=paper,
        template_version=1,
        title=f"Sheet behind {called}",
        head=given.head(),
        sections=tuple(sections),
        prepared_by=given.prepared(),
        reviewed_by=given.reviewed(),
    )


def _more(number: int, one: Moved) -> Row:
    box = Box(f"form.more.{number}", f"{number}. {label_of(one.field)}", one.text)
    lines = min(8, 1 + len(one.text) // 90 + one.text.count("\n"))
    return Row((box,), lines=lines)


def _left_table(left: tuple[Left, ...]) -> Table:
    columns = (Column("Page", 1), Column("Field", 4), Column("Why", 6), Column("Fact", 3))
    return Table(
        "form.left", columns, tuple(_left(at, one) for at, one in enumerate(left, start=1))
    )


def _left(number: int, one: Left) -> tuple[Box, ...]:
    """The line of a field that was left empty; its answer is found by the name of the field."""
    name, label = f"form.left.{number}", label_of(one.field)
    return (
        Box(f"{name}.page", "Page", str(one.field.page)),
        Box(f"{name}.field", "Field", label),
        Box(f"{name}.text", label, one.why, one.state),
        Box(f"{name}.source", "Fact", one.source),
    )


def _written_table(written: tuple[Written, ...]) -> Table:
    columns = (
        Column("Page", 1),
        Column("Field", 4),
        Column("Written", 4),
        Column("Fact, known how", 4),
    )
    lines = tuple(
        _line(
            f"form.written.{at}",
            columns,
            (str(one.field.page), label_of(one.field), one.shown, _known(one)),
        )
        for at, one in enumerate(written, start=1)
    )
    return Table("form.written", columns, lines)


def _known(one: Written) -> str:
    return f"{one.source}; {one.known}" if one.known else one.source


def _line(name: str, columns: tuple[Column, ...], texts: tuple[str, ...]) -> tuple[Box, ...]:
    keys = ("page", "field", "text", "source")
    return tuple(
        Box(f"{name}.{key}", column.label, text)
        for key, column, text in zip(keys, columns, texts, strict=True)
    )


def label_of(field: FormField, longest: int = _LONGEST_LABEL) -> str:
    """What a field is called for a reader: its explanation, of a long one the end; or its name."""
    label = field.tip or field.name.rpartition(".")[2]
    if len(label) <= longest:
        return label
    return f"… {label[-longest:].partition(' ')[2]}"
