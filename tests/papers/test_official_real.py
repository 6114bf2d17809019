"""Real forms of courts and agencies: every field filled, read back and compared.

They are no part of the program: their folder comes from ``MINORS_DESK_DATA``.
"""

import csv
import os
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from minors_desk.papers.official import comparing, mapping_file
from minors_desk.papers.official.filling import fill
from minors_desk.papers.official.guessing import guessed
from minors_desk.papers.official.mapping import differences
from minors_desk.papers.official.placing import composed
from minors_desk.papers.official.reading import FormField, read_form
from minors_desk.papers.official.setting import fits, length
from tests.papers import samples
from tests.papers.case_of_a_night import night, ruled

DATA = os.environ.get("MINORS_DESK_DATA", "")
FOLDER = Path(DATA) / "forms"
FORMS = sorted(FOLDER.glob("*.pdf")) if DATA else []

pytestmark = pytest.mark.skipif(
    not FORMS, reason="MINORS_DESK_DATA names no folder with forms/*.pdf, the agencies' forms"
)
each = pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)


def listed() -> dict[str, dict[str, str]]:
    """What the index of the folder says of each file."""
    with (FOLDER / "forms_index.csv").open(encoding="utf-8", newline="") as file:
        return {row["file"]: row for row in csv.DictReader(file)}


def value_for(field: FormField, turn: int) -> str:
    """A value that the field takes: of another script in each."""
    if field.kind == "choice":
        return field.choices[turn % len(field.choices)][0]
    if field.kind != "text":
        return field.states[turn % len(field.states)]
    texts = [*samples.ALL.values(), "María José", "محمد", "王小明", "12/31/2026", "7"]
    tried = [*texts[turn % len(texts) :], "7"]
    return next(one for one in tried if fits(field, one))


@each
def test_the_fields_are_as_many_as_the_index_of_the_folder_says(path: Path) -> None:
    row, form = listed()[path.name], read_form(path.read_bytes())
    kinds = [one.kind for one in form.fields]
    assert sha256(path.read_bytes()).hexdigest() == form.sha256 == row["sha256"]
    assert len(form.fields) == int(row["terminal_fields"]) and len(form.pages) == int(row["pages"])
    assert kinds.count("text") == int(row["text"]) and kinds.count("choice") == int(row["choice"])
    codes = {note.code for note in form.notes}
    assert ("xfa" in codes) == (row["has_xfa"] == "yes")
    assert row["encrypted_empty_user_password"] == ("yes" if "decrypted" in codes else "no")


@each
def test_every_field_is_filled_read_back_and_compared_with_nothing_wrong(path: Path) -> None:
    given = path.read_bytes()
    form = read_form(given)
    fields = [one for one in form.fields if one.can_be_filled]
    values = {one.name: value_for(one, turn) for turn, one in enumerate(fields)}
    filled = fill(given, values).pdf
    assert comparing.differences(given, filled, values) == []
    told = pypdf.PdfReader(BytesIO(filled)).get_fields() or {}
    wrong = [
        one.name
        for one in fields
        if str(told[one.name].get("/V", "")).removeprefix("/") != values[one.name]
    ]
    beyond = [
        one.name
        for one in fields
        if one.max_len and length(str(told[one.name].get("/V"))) > one.max_len
    ]
    touched = [
        one.name
        for one in form.fields
        if one.is_read_only and str(told[one.name].get("/V", "")).removeprefix("/") != one.value
    ]
    assert (wrong, beyond, touched) == ([], [], [])


@each
def test_the_blank_made_safe_looks_as_the_agency_made_it(path: Path) -> None:
    given = path.read_bytes()
    assert comparing.pictures(given) == comparing.pictures(fill(given, {}).pdf)


@each
def test_a_guessed_mapping_holds_and_fills_the_form_from_a_case(path: Path) -> None:
    given = path.read_bytes()
    form = read_form(given)
    mapping = guessed(form, "a-form")
    assert mapping_file.parsed(mapping_file.written(mapping)) == mapping
    assert differences(mapping, form) == ()
    values = composed(mapping, ruled(night()), "official:a-form").values
    assert comparing.differences(given, fill(given, values).pdf, values) == []
