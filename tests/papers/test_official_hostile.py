"""A PDF that would do something, or too much, is disarmed or refused, each with its sentence."""

import zlib
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from minors_desk.errors import Refused
from minors_desk.papers.official import hostile
from minors_desk.papers.official.filling import fill
from minors_desk.papers.official.reading import read_form
from tests.papers.official_forms import blank, text

AT = (60.0, 700.0, 300.0, 718.0)
SCRIPT = Dictionary(S=Name.JavaScript, JS=String("app.launchURL('http://example.org')"))
Change = Callable[[pikepdf.Pdf], None]


def _action(kind: str, **more: Any) -> Dictionary:
    return Dictionary({"/S": Name(f"/{kind}")} | {f"/{key}": one for key, one in more.items()})


def _on_opening(pdf: pikepdf.Pdf) -> None:
    pdf.Root["/OpenAction"] = SCRIPT


def _named_script(pdf: pikepdf.Pdf) -> None:
    pdf.Root["/Names"] = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), SCRIPT])))


def _on_typing(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm.Fields[0]["/AA"] = Dictionary(K=SCRIPT)


def _on_page(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj["/AA"] = Dictionary(O=SCRIPT)


def _linked(action: Dictionary) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        link = Dictionary(
            Type=Name.Annot, Subtype=Name.Link, Rect=Array([60, 60, 90, 90]), A=action
        )
        pdf.pages[0].obj.Annots.append(pdf.make_indirect(link))

    return change


def _attached(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["a.exe"] = b"MZ"


def _pinned(pdf: pikepdf.Pdf) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=Array([60, 60, 90, 90]))
    pdf.pages[0].obj.Annots.append(pdf.make_indirect(note))


def _film(pdf: pikepdf.Pdf) -> None:
    film = Dictionary(Type=Name.Annot, Subtype=Name.RichMedia, Rect=Array([60, 60, 90, 90]))
    pdf.pages[0].obj.Annots.append(pdf.make_indirect(film))


def _rights(pdf: pikepdf.Pdf) -> None:
    pdf.Root["/Perms"] = Dictionary(UR3=Dictionary(Type=Name.Sig))


DISARMED: dict[str, tuple[Change, str]] = {
    "script on opening": (_on_opening, "on_opening"),
    "script of the document": (_named_script, "javascript"),
    "script on typing": (_on_typing, "events"),
    "script of a page": (_on_page, "events"),
    "script of a link": (_linked(SCRIPT), "javascript"),
    "sends the form": (_linked(_action("SubmitForm", F=String("http://example.org"))), "submit"),
    "brings data in": (_linked(_action("ImportData", F=String("a.fdf"))), "submit"),
    "link": (_linked(_action("URI", URI=String("http://example.org"))), "link"),
    "another file": (_linked(_action("GoToR", F=String("b.pdf"))), "link"),
    "attached file": (_attached, "attached"),
    "pinned file": (_pinned, "attached"),
    "film": (_film, "media"),
    "rights of its maker": (_rights, "rights"),
}


@pytest.mark.parametrize("name", sorted(DISARMED))
def test_what_would_act_is_taken_out_and_said_and_the_form_is_filled(name: str) -> None:
    change, code = DISARMED[name]
    given = blank(text("name", AT), also=change)
    form = read_form(given)
    assert code in [note.code for note in form.notes]
    assert all(note.sentence.endswith(".") and note.count for note in form.notes)
    filled = fill(given, {"name": "Ana"}).pdf
    assert read_form(filled).notes == ()
    for trace in (b"JavaScript", b"/Launch", b"SubmitForm", b"example.org", b"a.exe"):
        with pikepdf.open(BytesIO(filled)) as pdf:
            assert not any(trace in one.unparse() for one in pdf.objects)


def _starts(pdf: pikepdf.Pdf) -> None:
    pdf.Root["/OpenAction"] = _action("Launch", F=String("cmd.exe"))


def _chained(pdf: pikepdf.Pdf) -> None:
    _linked(_action("URI", URI=String("x"), Next=_action("Launch", F=String("cmd.exe"))))(pdf)


def _bomb(pdf: pikepdf.Pdf) -> None:
    packed = zlib.compress(bytes(hostile.MOST_OF_A_STREAM + hostile.MIB), 9)
    stream = pdf.make_stream(b"")
    stream.write(packed, filter=Name.FlateDecode)
    pdf.Root["/Bomb"] = stream


def _nested_bomb(pdf: pikepdf.Pdf) -> None:
    packed = zlib.compress(zlib.compress(bytes(hostile.MOST_OF_A_STREAM * 2), 9), 9)
    stream = pdf.make_stream(b"")
    stream.write(packed, filter=Array([Name.FlateDecode, Name.FlateDecode]))
    pdf.Root["/Bomb"] = stream


def _huge_picture(pdf: pikepdf.Pdf) -> None:
    image = pdf.make_stream(b"x")
    image["/Subtype"], image["/Width"], image["/Height"] = Name.Image, 100_000, 100_000
    pdf.Root["/Picture"] = image


def _endless(pdf: pikepdf.Pdf) -> None:
    field = pdf.Root.AcroForm.Fields[0]
    field["/Kids"] = Array([field])


def _signed(pdf: pikepdf.Pdf) -> None:
    signature = Dictionary(FT=Name.Sig, T=String("sig"), V=Dictionary(Type=Name.Sig))
    pdf.Root.AcroForm.Fields.append(pdf.make_indirect(signature))


def _only_xfa(pdf: pikepdf.Pdf) -> None:
    pdf.Root["/NeedsRendering"] = True


def _no_fields(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm["/Fields"] = Array()
    pdf.pages[0].obj["/Annots"] = Array()


def _wall(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj["/MediaBox"] = Array([0, 0, 100_000, 792])


REFUSED: dict[str, tuple[Change, str]] = {
    "starts a program": (_starts, "pdf_starts_programs"),
    "starts a program after a link": (_chained, "pdf_starts_programs"),
    "bomb": (_bomb, "pdf_bomb"),
    "bomb in a bomb": (_nested_bomb, "pdf_bomb"),
    "picture like a wall": (_huge_picture, "pdf_bomb"),
    "field in itself": (_endless, "pdf_endless"),
    "signed": (_signed, "pdf_signed"),
    "only xfa": (_only_xfa, "pdf_only_xfa"),
    "no fields": (_no_fields, "pdf_no_fields"),
    "page like a wall": (_wall, "pdf_too_large"),
}


def refusal(given: bytes) -> Refused:
    with pytest.raises(Refused) as caught:
        read_form(given)
    assert caught.value.title and caught.value.hint
    return caught.value


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_what_would_hurt_is_refused(name: str) -> None:
    change, code = REFUSED[name]
    assert refusal(blank(text("name", AT), also=change)).code == code


def test_what_is_no_pdf_or_needs_a_password_or_may_not_be_filled_is_refused() -> None:
    assert refusal(b"MZ this is no PDF").code == "pdf_not_one"
    assert refusal(b"%PDF-1.7\nnothing").code == "pdf_damaged"
    assert refusal(b"%PDF-" + bytes(hostile.MOST_BYTES)).code == "pdf_too_large"
    locked = pikepdf.Encryption(owner="secret", user="open", R=6)
    assert refusal(blank(text("name", AT), encryption=locked)).code == "pdf_needs_password"
    shut = pikepdf.Encryption(
        owner="secret",
        user="",
        allow=pikepdf.Permissions(modify_form=False, modify_other=False, modify_annotation=False),
    )
    assert refusal(blank(text("name", AT), encryption=shut)).code == "pdf_not_to_fill"


def test_a_bomb_in_the_table_of_objects_is_refused_before_it_goes_off() -> None:
    given = blank(text("name", AT), object_stream_mode=pikepdf.ObjectStreamMode.generate)
    packed = zlib.compress(bytes(hostile.MOST_OF_A_STREAM + hostile.MIB), 9)
    at = given.rindex(b"startxref")
    bomb = (
        b"9999 0 obj\n<</Type/XRef/Size 99/W[1 2 1]/Root 1 0 R/Filter/FlateDecode/Length %d>>"
        b"stream\n%s\nendstream\nendobj\n" % (len(packed), packed)
    )
    hurt = given[:at] + bomb + b"startxref\n%d\n%%%%EOF" % at
    assert refusal(hurt).code in ("pdf_bomb", "pdf_damaged")


def test_a_broken_table_of_objects_is_mended_and_said() -> None:
    given = blank(text("name", AT))
    at = given.rindex(b"startxref")
    hurt = given[:at] + b"startxref\n7\n%%EOF"
    form = read_form(hurt)
    assert [note.code for note in form.notes] == ["mended"]
    assert read_form(fill(hurt, {"name": "Ana"}).pdf).named("name").value == "Ana"  # type: ignore[union-attr]


@pytest.mark.parametrize("cut", [10, 40, 60, 80, 95])
def test_a_form_cut_short_never_ends_in_a_mistake_of_ours(cut: int) -> None:
    given = blank(text("name", AT))
    with suppress(Refused):
        form = read_form(given[: len(given) * cut // 100])
        assert [note.code for note in form.notes] == ["mended"]
