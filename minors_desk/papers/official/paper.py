"""An adopted form as a kind of paper: issued, numbered and proved like our own."""

from collections.abc import Callable
from functools import lru_cache, partial
from uuid import UUID

from minors_desk.domain.case import Case
from minors_desk.domain.official_forms import AdoptedForm
from minors_desk.papers.official.mapping import FormMapping
from minors_desk.papers.official.mapping_file import parsed
from minors_desk.papers.official.placing import SHEET_TEMPLATES, Composed, composed
from minors_desk.papers.paper import FRAME_BOXES, Paper, PaperInput
from minors_desk.papers.sheet import Form

_A_VERSION = 100
"""Templates of our sheets that one version of a mapping leaves room for."""
_LABELS = {
    "form.more.*": "What does not fit",
    "form.left.*.page": "Page",
    "form.left.*.field": "Field",
    "form.left.*.text": "Why left empty",
    "form.left.*.source": "Fact",
    "form.written.*.page": "Page",
    "form.written.*.field": "Field",
    "form.written.*.text": "Written",
    "form.written.*.source": "Fact, known how",
}


def official_paper(versions: tuple[AdoptedForm, ...]) -> Paper:
    """The paper that a form is, by every version of it that was adopted."""
    newest = versions[-1]
    templates: dict[int, Callable[[PaperInput], Form]] = {
        template_of(one.version, sheet): partial(_compose, one, sheet)
        for one in versions
        for sheet in SHEET_TEMPLATES
    }
    return Paper(
        name=newest.paper,
        number_prefix=_prefix(newest.form),
        title=newest.title,
        templates=templates,
        subjects=lambda _case: (0,),
        nothing_yet=("This case has nothing to fill a form from", "Open the case first."),
        prepared_in=_opened_in,
        boxes={**FRAME_BOXES, **dict.fromkeys(_LABELS, "form_adopted.mapping")},
        labels=_LABELS,
    )


def paper_number(form: str, case_number: str) -> str:
    """The number that copies of a filled form carry; holds no name of a person."""
    return f"{_prefix(form)}-{case_number}"


def _prefix(form: str) -> str:
    return f"OF-{form.upper()}"


def template_of(version: int, sheet: int) -> int:
    """The template number of a version of the mapping under a template of our sheets."""
    return version * _A_VERSION + sheet


def composed_from(versions: tuple[AdoptedForm, ...], given: PaperInput) -> Composed:
    """The newest version filled from the record."""
    newest = versions[-1]
    sheet = max(SHEET_TEMPLATES)
    return composed(mapping_of(newest), given, newest.paper, template_of(newest.version, sheet))


def mapping_of(form: AdoptedForm) -> FormMapping:
    """The mapping that a form was adopted with."""
    return _parsed(form.mapping)


@lru_cache(maxsize=16)
def _parsed(text: str) -> FormMapping:
    return parsed(text)


def _compose(form: AdoptedForm, sheet: int, given: PaperInput) -> Form:
    template = template_of(form.version, sheet)
    return composed(mapping_of(form), given, form.paper, template).form


def _opened_in(case: Case, _subject: int) -> UUID | None:
    """Who met the child opened what the form is filled from."""
    return None if case.encounter is None else case.encounter.entry_id
