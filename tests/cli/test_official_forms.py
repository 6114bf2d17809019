"""Forms of agencies at the command line: looked at, mapped, checked, adopted, filled and proved."""

import re
from pathlib import Path

import pytest

from minors_desk.papers.official.reading import read_form
from tests.cli.conftest import NAME, Line, entry
from tests.papers.official_forms import MULTILINE, blank, text
from tests.papers.pictures import text_of

NAMED = entry(
    "fact_told", fact="name", source="said", value={"type": "person_name", "as_said": NAME}
)


@pytest.fixture
def form(line: Line) -> Path:
    """A form of an agency with a field whose use can be guessed, and one whose cannot."""
    file = line.folder / "form.pdf"
    file.write_bytes(
        blank(
            text("child_name", (60, 700, 300, 718), TU="Name of child"),
            text("remarks", (60, 500, 300, 618), Ff=MULTILINE),
        )
    )
    return file


def mapped(line: Line, form: Path) -> Path:
    """The mapping as it was begun, with its guess looked at."""
    out = line.folder / "map.toml"
    said = line.plain("form", "map", form, "--name", "court-form", "--out", out)
    assert said.code == 0 and "2 fields saved, 1 of them guessed" in said.out, said.err
    out.write_text(out.read_text(encoding="utf-8").replace("to_check = true", ""), encoding="utf-8")
    return out


def test_the_fields_of_a_form_are_told_without_a_record(line: Line, form: Path) -> None:
    said = line.plain("form", "fields", form, "--json")
    assert said.code == 0
    (first, second) = said.document["fields"]
    assert first["name"] == "child_name" and first["explanation"] == "Name of child"
    assert first["places"] == [{"page": 1, "rect": [60.0, 700.0, 300.0, 718.0]}]
    assert second["multiline"] and second["can_be_filled"]
    assert "page 1  child_name  text  Name of child" in line.plain("form", "fields", form).out


def test_a_guess_holds_the_form_back_until_somebody_looked(line: Line, form: Path) -> None:
    out = line.folder / "map.toml"
    assert line.plain("form", "map", form, "--name", "court-form", "--out", out).code == 0
    said = line.plain("form", "check", form, out, "--json")
    assert said.code == 1 and said.document["unchecked"] == ["child_name"]
    refused = line("form", "adopt", form, out)
    assert refused.code == 1 and "nobody has checked: child_name" in refused.err
    checked = mapped_anew(line, out)
    assert line.plain("form", "check", form, checked).code == 0


def mapped_anew(line: Line, out: Path) -> Path:
    text = out.read_text(encoding="utf-8").replace("to_check = true", "")
    out.write_text(text, encoding="utf-8")
    return out


def test_a_form_is_filled_from_a_case_and_proved(line: Line, form: Path) -> None:
    case = line.open_case(NAMED)
    adopted = line("form", "adopt", form, mapped(line, form), json_wanted=True)
    assert adopted.code == 0 and adopted.document["paper"] == "official:court-form"
    (listed,) = line("form", "list", json_wanted=True).document["forms"]
    assert (listed["version"], listed["adopted_by"]) == (1, "J. Rivera")
    out = line.folder / "filled.pdf"
    filled = line("form", "fill", "court-form", case, "--out", out, json_wanted=True)
    assert filled.code == 0, filled.err
    assert NAME in text_of(out.read_bytes(), 1)
    proved = line("paper", "verify", filled.document["seal_code"], json_wanted=True)
    assert proved.code == 0 and proved.document["verdict"] == "agrees"
    assert {"form_adopted", "paper_issued", "paper_printed"} <= set(line.kinds())
    assert NAME not in filled.out + filled.err and not line.log


def test_a_changed_form_is_refused_with_what_differs(line: Line, form: Path) -> None:
    mapping = mapped(line, form)
    form.write_bytes(
        blank(
            text("child_name", (60, 700, 300, 718), TU="Name of child", MaxLen=4),
            text("notes", (60, 500, 300, 618), Ff=MULTILINE),
        )
    )
    said = line.plain("form", "check", form, mapping)
    assert said.code == 1
    assert "The field remarks is gone." in said.out and "The field notes is new." in said.out
    assert "another longest length: 0 was mapped, it is 4" in said.out
    refused = line("form", "adopt", form, mapping)
    assert refused.code == 1 and "The field remarks is gone." in refused.err
    assert "form_adopted" not in line.kinds()


def test_only_a_supervisor_adopts(line: Line, form: Path) -> None:
    mapping = mapped(line, form)
    line.user = "ortiz"
    assert line("form", "adopt", form, mapping).code == 1


def test_every_fact_has_a_name_and_a_label(line: Line) -> None:
    facts = line.plain("form", "facts", "--json").document["facts"]
    assert len(facts) > 60
    assert all(re.fullmatch("[a-z_]+[.][a-z_]+", one["name"]) and one["label"] for one in facts)
    assert "child.sex  Sex as seen  (girl, boy, not_clear)" in line.plain("form", "facts").out


def test_the_form_that_was_filled_is_the_one_that_was_given(line: Line, form: Path) -> None:
    """The blank is not asked for again: the file may be gone."""
    case = line.open_case(NAMED)
    data = form.read_bytes()
    assert line("form", "adopt", form, mapped(line, form)).code == 0
    form.unlink()
    out = line.folder / "filled.pdf"
    assert line("form", "fill", "court-form", case, "--out", out).code == 0
    filled = read_form(out.read_bytes()).named("child_name")
    assert filled is not None and filled.value == NAME
    assert text_of(out.read_bytes(), 0) == text_of(data, 0)
