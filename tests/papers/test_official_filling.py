"""Filled forms hold what was to be written and no more: by two readers, and as pictures."""

from io import BytesIO

import pikepdf
import pypdf
import pypdfium2
import pytest

from minors_desk.errors import Refused
from minors_desk.papers.official import comparing
from minors_desk.papers.official.filling import fill
from minors_desk.papers.official.reading import read_form
from tests.papers import samples
from tests.papers.official_forms import (
    READ_ONLY,
    VALUES,
    blank,
    choice,
    of_all_kinds,
    radio,
    text,
    twice,
)

XFA = "<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'/>"
AT = (60.0, 700.0, 300.0, 718.0)


def read_by_another(pdf: bytes) -> dict[str, str]:
    """The values of the fields as pypdf reads them."""
    fields = pypdf.PdfReader(BytesIO(pdf)).get_fields() or {}
    return {name: str(one.get("/V", "")).removeprefix("/") for name, one in fields.items()}


def with_xfa(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm["/XFA"] = pdf.make_stream(XFA.encode())


def test_every_kind_of_field_is_read_as_the_form_defines_it() -> None:
    form = read_form(of_all_kinds())
    named = {one.name: one for one in form.fields}
    assert set(named) == {*VALUES, "office_use", "hidden"}
    assert named["born"].max_len == 10 and named["born"].tip == "Date of birth"
    assert named["account"].is_comb and named["story"].is_multiline
    assert named["office_use"].is_read_only and named["office_use"].value == "RD"
    assert named["state"].choices == (("MA", "Massachusetts"), ("WY", "Wyoming"))
    assert named["court"].is_editable and not named["state"].is_editable
    assert named["interpreter"].states == ("Yes",) and named["sex"].states == ("F", "M")
    assert len(named["docket"].widgets) == 2
    assert {one.name for one in form.fields if not one.can_be_filled} == {"office_use", "hidden"}


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_every_field_holds_its_value_and_shows_it_and_no_other(rotate: int) -> None:
    if rotate:
        upright = rotate in (90, 270)
        at = (60.0, 400.0, 78.0, 700.0) if upright else AT
        again = (100, 440, 118, 580) if upright else (60, 440, 200, 458)
        given = blank(text("name", at), twice("docket", again), rotate=rotate)
        values = {key: VALUES[key] for key in ("name", "docket")}
    else:
        given, values = of_all_kinds(), VALUES
    filled = fill(given, values).pdf
    assert comparing.differences(given, filled, values) == []
    told = read_by_another(filled)
    assert {name: told[name] for name in values} == values
    assert rotate or told["office_use"] == "RD"


def test_both_readers_see_both_places_of_one_field() -> None:
    given = blank(twice("docket", (60, 440, 200, 458), (320, 440, 460, 458)))
    filled = fill(given, {"docket": "26-0412"}).pdf
    with pypdfium2.PdfDocument(filled) as pdf:
        pdf.init_forms()
        shown = pdf[0].render(scale=2).to_pil().convert("L")
    left, right = shown.crop((124, 672, 396, 700)), shown.crop((644, 672, 916, 700))
    assert left.tobytes() == right.tobytes() and left.getextrema()[0] < 100


@pytest.mark.parametrize("script", sorted(samples.ALL))
def test_a_name_of_any_script_shows_in_a_field_without_a_viewer_drawing_it(script: str) -> None:
    given = blank(text("name", (40, 700, 580, 718)))
    value = samples.ALL[script]
    filled = fill(given, {"name": value}).pdf
    assert comparing.differences(given, filled, {"name": value}) == []
    with pikepdf.open(BytesIO(filled)) as pdf:
        fonts = pdf.Root.AcroForm.Fields[0].AP.N.Resources.Font
        embedded = [one.FontDescriptor for _name, one in fonts.items() if "/FontDescriptor" in one]
        assert embedded and all("/FontFile2" in one for one in embedded)


def test_an_empty_password_is_opened_and_xfa_goes_and_both_are_said() -> None:
    lock = pikepdf.Encryption(owner="secret", user="", R=6)
    given = blank(text("name", AT), also=with_xfa, encryption=lock)
    filled = fill(given, {"name": "Ana"})
    assert {note.code for note in filled.notes} == {"decrypted", "xfa"}
    assert comparing.differences(given, filled.pdf, {"name": "Ana"}) == []
    with pikepdf.open(BytesIO(filled.pdf)) as pdf:
        assert not pdf.is_encrypted and "/XFA" not in pdf.Root.AcroForm


def test_what_the_blank_leaves_to_the_viewer_to_draw_is_drawn() -> None:
    def wants_looks(pdf: pikepdf.Pdf) -> None:
        pdf.Root.AcroForm["/NeedAppearances"] = True

    given = blank(text("name", AT), text("fixed", (60, 600, 300, 618), V="Court"), also=wants_looks)
    filled = fill(given, {"name": "Ana"}).pdf
    with pikepdf.open(BytesIO(filled)) as pdf:
        assert "/NeedAppearances" not in pdf.Root.AcroForm
        assert all("/AP" in one for one in pdf.Root.AcroForm.Fields)


WRONG = {
    "read_only": (text("name", AT, Ff=READ_ONLY), "Ana"),
    "too long": (text("name", AT, MaxLen=3), "Anastasia"),
    "too wide": (text("name", (60, 700, 80, 718)), "Anastasia Xicay"),
    "no such choice": (choice("name", AT, "MA", "WY"), "CA"),
    "no such state": (radio("name", ("F", 100, 480), ("M", 140, 480)), "X"),
}


@pytest.mark.parametrize("wrong", sorted(WRONG))
def test_what_the_form_does_not_take_is_refused_and_nothing_is_cut(wrong: str) -> None:
    node, value = WRONG[wrong]
    with pytest.raises(Refused, match="was not filled"):
        fill(blank(dict(node)), {"name": value})


def test_each_wrong_in_a_filled_form_is_found() -> None:
    given = of_all_kinds()
    filled = fill(given, VALUES).pdf

    def found(change: str, **fields: object) -> set[str]:
        with pikepdf.open(BytesIO(filled)) as pdf:
            _damage(pdf, change)
            out = BytesIO()
            pdf.save(out)
        return {one.code for one in comparing.differences(given, out.getvalue(), VALUES)}

    assert found("value") == {"value_differs"}
    assert found("read_only_value") == {"value_differs"}
    assert found("look") == {"nothing_drawn"}
    assert found("page") == {"drawn_outside"}
    assert found("moved") == {"field_changed"}
    assert found("program") == {"acts_on_opening"}


def _damage(pdf: pikepdf.Pdf, change: str) -> None:
    fields = {str(one.T): one for one in pdf.Root.AcroForm.Fields}
    if change == "value":
        fields["name"]["/V"] = pikepdf.String("Another")
    elif change == "read_only_value":
        fields["office_use"]["/V"] = pikepdf.String("XX")
    elif change == "look":
        fields["name"].AP.N.write(b"")
    elif change == "page":
        pdf.pages[0].obj["/Contents"] = pdf.make_stream(
            b"0.5 w 40 40 532 712 re S 300 300 9 9 re f"
        )
    elif change == "moved":
        fields["name"]["/Rect"] = pikepdf.Array([60, 702, 300, 720])
    else:
        action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
        pdf.Root["/OpenAction"] = action
