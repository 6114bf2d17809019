"""Forms of other agencies: looked at, mapped, adopted, and had again to be filled."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path

from minors_desk.domain import roles
from minors_desk.domain.case import Case
from minors_desk.domain.changes import Changes
from minors_desk.domain.official_forms import PREFIX, AdoptedForm, FormAdopted
from minors_desk.errors import BadInput, NotFound, Refused
from minors_desk.papers.official import comparing, filling, guessing, mapping_file, mapping_wrongs
from minors_desk.papers.official.facts import FACTS
from minors_desk.papers.official.filling import fill
from minors_desk.papers.official.hostile import MOST_BYTES
from minors_desk.papers.official.joining import joined
from minors_desk.papers.official.mapping import Fill, FormMapping, MappedField, differences
from minors_desk.papers.official.paper import composed_from, official_paper, paper_number
from minors_desk.papers.official.placing import label_of
from minors_desk.papers.official.practice import practice_form
from minors_desk.papers.official.reading import FormField, OfficialForm, read_form
from minors_desk.papers.paper import Paper
from minors_desk.services import drafts
from minors_desk.services.composing import given_now
from minors_desk.services.desk import Desk
from minors_desk.services.recording import record, require
from minors_desk.storage import attachments as files

__all__ = [
    "Checked",
    "Fill",
    "FormField",
    "FormMapping",
    "Front",
    "KnownFact",
    "MappedField",
    "OfficialForm",
    "Spot",
    "adopt",
    "adopted",
    "as_seen",
    "as_text",
    "begin_mapping",
    "behind",
    "blank_of",
    "check",
    "facts",
    "fill",
    "fill_words",
    "from_text",
    "front",
    "keep_draft",
    "kept_draft",
    "label_of",
    "look_at",
    "named",
    "number_of",
    "paper_of",
    "papers",
    "read_file",
    "read_text",
    "spots",
    "to_practise_on",
    "wrong_with",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownFact:
    """A fact that a field may be filled with: its name in a mapping, its label, kind and codes."""

    name: str
    label: str
    kind: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A mapping beside a PDF: what differs, and which guesses nobody has looked at yet."""

    form: OfficialForm
    mapping: FormMapping
    differences: tuple[str, ...]

    @property
    def may_be_adopted(self) -> bool:
        """Whether nothing differs and no guess is left."""
        return not self.differences and not self.mapping.unchecked


def facts() -> tuple[KnownFact, ...]:
    """Every fact that a mapping may name."""
    return tuple(
        KnownFact(name=name, label=one.label, kind=one.kind, codes=one.codes)
        for name, one in FACTS.items()
    )


def read_file(path: Path) -> bytes:
    """The bytes of a PDF or a mapping; BadInput (field ``file``) for none, or one too large."""
    try:
        if not path.is_file():
            raise _unreadable()
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError):
        raise _unreadable() from None
    return data


def read_text(path: Path) -> str:
    """The text of a mapping; BadInput when it is no text."""
    try:
        return read_file(path).decode("utf-8")
    except UnicodeDecodeError:
        raise BadInput(
            "The mapping is no text", "Give the TOML file that `form map` wrote.", field="map"
        ) from None


def look_at(data: bytes) -> OfficialForm:
    """The form in a PDF with its fields; Refused for what is no safe fillable PDF."""
    return read_form(data)


def begin_mapping(data: bytes, name: str) -> FormMapping:
    """A mapping with guesses, each marked to be checked; `name` is what the form is called here."""
    mapping = guessing.guessed(read_form(data), name)
    return mapping_file.parsed(mapping_file.written(mapping))


def as_text(mapping: FormMapping) -> str:
    """The mapping as TOML."""
    return mapping_file.written(mapping)


def from_text(text: str) -> FormMapping:
    """The mapping in a TOML file; BadInput names the line of what is wrong."""
    return mapping_file.parsed(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place of a field on its page: left, top, right, bottom as shares of width and height."""

    field: FormField
    fill: Fill | None
    rect: tuple[float, float, float, float]

    @property
    def words(self) -> str:
        """What the field is filled with, in words; empty for a field that is left empty."""
        return "" if self.fill is None else fill_words(self.fill)


def fill_words(fill: Fill) -> str:
    """What a field is filled with: the label of the fact, or the fixed text."""
    return fill.text or FACTS[fill.fact].label


def as_seen(data: bytes) -> bytes:
    """The blank as a page may show it: nothing in it acts, and it opens without a password."""
    return filling.fill(data, {}).pdf


def spots(mapping: FormMapping, page: int) -> tuple[Spot, ...]:
    """Where the fields that can be filled stand on a page (from 1)."""
    size = mapping.pages[page - 1]
    return tuple(
        Spot(field=one.field, fill=one.fill, rect=size.spot(place.rect))
        for one in mapping.fields
        if one.field.can_be_filled
        for place in one.field.widgets
        if place.page == page and not place.is_hidden
    )


def wrong_with(field: FormField, fill: Fill) -> str | None:
    """Why a field cannot be filled so, as a sentence; None if it can."""
    wrong = mapping_wrongs.wrong_with(field, fill)
    return None if wrong is None else f"{wrong[1][:1].upper()}{wrong[1][1:]}."


def keep_draft(desk: Desk, mapping: FormMapping) -> None:
    """Keeps a mapping as far as it is, for its owner alone; adopting the form drops it."""
    typed = {"mapping": mapping_file.written(mapping)}
    drafts.keep(desk, None, _draft(mapping.sha256), typed)


def kept_draft(desk: Desk, form_sha256: str) -> FormMapping | None:
    """The mapping of that PDF that the person at the desk left; None if there is none to use."""
    kept = drafts.kept(desk, None, _draft(form_sha256))
    if kept is None:
        return None
    try:
        return mapping_file.parsed(kept.typed.get("mapping", ""))
    except BadInput:
        return None


def _draft(form_sha256: str) -> str:
    return f"form_mapping {form_sha256}"


def check(data: bytes, text: str) -> Checked:
    """A mapping held against a PDF."""
    mapping, form = mapping_file.parsed(text), read_form(data)
    return Checked(form=form, mapping=mapping, differences=differences(mapping, form))


def adopt(desk: Desk, data: bytes, text: str) -> Changes:
    """A form may be filled here from now on as the mapping says; the blank is kept encrypted.

    It is kept in the record, not asked for again: a form is filled at night by whoever is on duty,
    and a paper is proved later only if blank and mapping are those of then. Raises Refused, with
    nothing saved, when form and mapping differ, or a guess is unchecked.
    """
    require(desk, roles.ADOPT_FORMS)
    checked = check(data, text)
    _refuse_unfit(checked)
    mapping = checked.mapping
    stored = files.store(desk.vault.folder, desk.new_id(), BytesIO(data))
    body = FormAdopted(
        occurred_at=desk.clock(),
        form=mapping.name,
        title=mapping.title,
        mapping=text,
        file_id=stored.file_id,
        sha256=stored.sha256,
        size=stored.size,
        key=stored.key.hex(),
    )
    try:
        changes = record(desk, roles.ADOPT_FORMS, [(None, body)], form=_draft(mapping.sha256))
    except Refused:
        files.erase(desk.vault.folder, stored.file_id)
        raise
    desk.look_again()
    return changes


def to_practise_on() -> bytes:
    """The fillable PDF of a court that does not exist."""
    return practice_form()


def adopted(desk: Desk) -> tuple[AdoptedForm, ...]:
    """The newest version of each form, by name."""
    return tuple(versions[-1] for _name, versions in sorted(desk.station.forms.items()))


def named(desk: Desk, name: str) -> AdoptedForm:
    """The newest version of a form by its name, with or without ``official:`` before it."""
    versions = desk.station.forms.get(name.removeprefix(PREFIX), ())
    if not versions:
        raise NotFound(
            "There is no form of that name here", "Look at `minors-desk form list`, or adopt it."
        )
    return versions[-1]


def blank_of(desk: Desk, form: AdoptedForm) -> bytes:
    """The blank PDF of a form; RecordDamaged when it is missing or not as adopted."""
    key = bytes.fromhex(form.key)
    return files.read(desk.vault.folder, form.file_id, key, form.sha256)


@dataclass(frozen=True, slots=True)
class Front:
    """The filled pages of an agency's form, compared and right; ours go behind them."""

    pdf: bytes
    pages: int
    values: Mapping[str, str]
    blank: bytes


def paper_of(desk: Desk, name: str) -> Paper | None:
    """The paper that a form is, by the name it is issued under; None for any other name."""
    versions = desk.station.forms.get(name.removeprefix(PREFIX), ())
    return official_paper(versions) if versions and name.startswith(PREFIX) else None


def paper_named(desk: Desk, name: str) -> Paper:
    """The paper that an adopted form is; NotFound for a name that no paper has."""
    paper = paper_of(desk, name)
    if paper is None:
        raise NotFound("There is no paper of that name", "Run `minors-desk paper list`.")
    return paper


def papers(desk: Desk) -> tuple[Paper, ...]:
    """Every adopted form as a paper, by name."""
    return tuple(official_paper(versions) for _name, versions in sorted(desk.station.forms.items()))


def number_of(case: Case, name: str) -> str:
    """The number that copies of a filled form carry."""
    return paper_number(name.removeprefix(PREFIX), case.number)


def front(desk: Desk, paper: Paper, case: Case, at: datetime | None = None) -> Front | None:
    """The form filled from a case, read back and compared; None for a paper of our own.

    What may be told to whom is answered as of `at` (UTC), without it as of now.
    Raises Refused, with no file made, for any difference to what was to be written.
    """
    if not paper.name.startswith(PREFIX):
        return None
    versions = desk.station.forms[paper.name.removeprefix(PREFIX)]
    done = composed_from(versions, given_now(desk, paper, case, 0, at))
    blank = blank_of(desk, versions[-1])
    made = fill(blank, done.values)
    comparing.must_agree(blank, made.pdf, done.values)
    return Front(made.pdf, len(done.mapping.pages), done.values, blank)


def behind(form: Front | None, sheets: bytes, *, is_preview: bool) -> bytes:
    """Our sheets behind the filled form; what was compared is read once more from the whole."""
    if form is None:
        return sheets
    whole = joined(form.pdf, sheets, is_preview=is_preview)
    comparing.must_hold(form.blank, whole, form.values)
    return whole


def _refuse_unfit(checked: Checked) -> None:
    if checked.differences:
        count = len(checked.differences)
        shown = " ".join(checked.differences[:5])
        more = f" And {count - 5} more." if count > 5 else ""
        raise Refused(
            f"The form is not the one that was mapped: {shown}{more}",
            "Map the form again from its PDF, or give the PDF that was mapped.",
            code="form_changed",
        )
    if checked.mapping.unchecked:
        first = ", ".join(checked.mapping.unchecked[:3])
        raise Refused(
            f"Of the mapping {len(checked.mapping.unchecked)} fields are guesses that nobody has "
            f"checked: {first}",
            "Look at each, correct it, and take its line `to_check` out.",
            code="form_unchecked",
        )
    if not checked.mapping.mapped:
        raise Refused(
            "Nothing of the form is mapped yet",
            "Say for at least one field what it is filled with.",
            code="form_unmapped",
        )


def _unreadable() -> BadInput:
    return BadInput("There is no file to read there", "Choose the file again.", field="file")
