"""A saved PDF is signed by a certificate from a file; whatever is changed afterwards is found."""

import logging
import subprocess
import sys
from datetime import timedelta
from io import BytesIO

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from minors_desk.errors import BadInput
from minors_desk.papers.pdf_signature import Sealer, open_file, signatures_of
from tests.papers.certificates import NOW, OFFICER, ROOT, SECRET, file_of, made
from tests.papers.forms import paper
from tests.papers.pictures import text_of

TRUST = (ROOT.pem,)
RSA = rsa.generate_private_key(65537, 2048)


PAPER = paper()


@pytest.fixture(scope="module")
def sealer() -> Sealer:
    return open_file(file_of(OFFICER, ROOT), SECRET, NOW)


@pytest.fixture(scope="module")
def signed(sealer: Sealer) -> bytes:
    return sealer.seal(PAPER, NOW)


def test_no_byte_of_the_paper_is_touched_and_nothing_is_seen(signed: bytes) -> None:
    assert signed.startswith(PAPER)
    assert text_of(signed) == text_of(PAPER)
    reader = PdfReader(BytesIO(signed))
    (field,) = (one.get_object() for one in reader.trailer["/Root"]["/AcroForm"]["/Fields"])
    assert [float(side) for side in field["/Rect"]] == [0, 0, 0, 0]
    assert field["/V"]["/SubFilter"] == "/ETSI.CAdES.detached"


def test_the_bottom_line_with_the_agencys_root(signed: bytes) -> None:
    (status,) = signatures_of(signed, TRUST, NOW)
    assert status.bottom_line and status.covers == "whole_file" and status.problem == ""
    assert (status.subject, status.issuer) == ("D. Rivera (Area Central)", "Area Central root")
    assert status.signed_at == NOW
    (der,) = signatures_of(signed, (ROOT.der,), NOW)
    assert der == status


def test_without_a_root_and_with_another_nobody_is_trusted(signed: bytes) -> None:
    for trust in ((), (made("Another root").pem,)):
        (status,) = signatures_of(signed, trust, NOW)
        assert status.intact and status.valid and not status.trusted
        assert (status.bottom_line, status.problem) == (False, "not_trusted")


def test_its_own_output_is_traced_to_what_lay_beside_the_key(sealer: Sealer) -> None:
    assert sealer.trust == (ROOT.der,)
    alone = open_file(file_of(OFFICER), SECRET, NOW)
    assert alone.trust == (OFFICER.der,)
    (status,) = signatures_of(alone.seal(PAPER, NOW), alone.trust, NOW)
    assert status.bottom_line


def test_an_expired_certificate_is_told_when_the_file_is_checked(signed: bytes) -> None:
    (status,) = signatures_of(signed, TRUST, NOW + timedelta(days=301))
    assert (status.bottom_line, status.problem) == (False, "expired")


def test_a_second_signature_leaves_the_first_good(sealer: Sealer, signed: bytes) -> None:
    both = signatures_of(sealer.seal(signed, NOW), TRUST, NOW)
    assert [(one.bottom_line, one.covers) for one in both] == [
        (True, "whole_revision"),
        (True, "whole_file"),
    ]


def test_a_pdf_without_a_signature_has_none() -> None:
    assert signatures_of(PAPER, TRUST, NOW) == ()


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_a_changed_byte_of_the_paper_is_found(signed: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(PAPER) - 1))
    bit = data.draw(st.sampled_from([1, 2, 4, 8, 16, 32, 64, 128]))
    changed = bytearray(signed)
    changed[at] ^= bit
    try:
        found = signatures_of(bytes(changed), TRUST, NOW)
    except BadInput:
        return  # it is no PDF any more
    assert not any(one.bottom_line for one in found)


def test_a_page_put_behind_the_signature_is_found(signed: bytes) -> None:
    writer = PdfWriter(BytesIO(signed), incremental=True)
    writer.add_blank_page(612, 792)
    out = BytesIO()
    writer.write(out)
    assert out.getvalue().startswith(signed)
    (status,) = signatures_of(out.getvalue(), TRUST, NOW)
    assert (status.intact, status.bottom_line, status.problem) == (True, False, "added_to")


def test_bytes_behind_the_end_are_found(signed: bytes) -> None:
    (status,) = signatures_of(signed + b"\n% more\n", TRUST, NOW)
    assert (status.bottom_line, status.problem) == (False, "added_to")


def test_the_signature_of_another_paper_does_not_hold() -> None:
    """The contents of one signature, put into the hole of another; with RSA all are as long."""
    sealer = open_file(file_of(made("A. Osei", ROOT, key=RSA)), SECRET, NOW)
    signed = sealer.seal(PAPER, NOW)
    other = sealer.seal(PAPER.replace(b"%PDF-1.3", b"%PDF-1.4"), NOW)
    start, end = hole(signed)
    begin, stop = hole(other)
    assert end - start == stop - begin
    swapped = signed[:start] + other[begin:stop] + signed[end:]
    assert signatures_of(signed, TRUST, NOW)[0].bottom_line
    (status,) = signatures_of(swapped, TRUST, NOW)
    assert (status.bottom_line, status.problem) == (False, "changed")


def hole(pdf: bytes) -> tuple[int, int]:
    """Where the contents of the signature begin and end."""
    start = pdf.index(b"/Contents <", len(PAPER) - 64)
    return start, pdf.index(b">", start)


@pytest.mark.parametrize(
    ("content", "secret", "field", "says"),
    [
        (file_of(), "not the passphrase", "passphrase", "does not open"),
        (file_of(), "", "passphrase", "does not open"),
        (file_of(None, ROOT), SECRET, "certificate", "no private key"),
        (b"\x30\x03\x02\x01\x03", SECRET, "certificate", "no PKCS#12"),
        (b"", SECRET, "certificate", "no PKCS#12"),
        (ROOT.pem, SECRET, "certificate", "no PKCS#12"),
        (file_of(made("Old", days=(-9, -1))), SECRET, "certificate", "only until 2026-11-23"),
        (file_of(made("Early", days=(2, 9))), SECRET, "certificate", "not valid before 2026-11-26"),
    ],
)
def test_what_does_not_sign_is_said_in_one_sentence(
    content: bytes, secret: str, field: str, says: str
) -> None:
    with pytest.raises(BadInput, match=says) as found:
        open_file(content, secret, NOW)
    assert found.value.field == field
    assert found.value.__cause__ is None


def test_an_rsa_key_and_a_file_without_a_passphrase_sign_too() -> None:
    officer = made("A. Osei", ROOT, key=RSA)
    open_to_all = open_file(file_of(officer, secret=""), "", NOW)
    (status,) = signatures_of(open_to_all.seal(PAPER, NOW), TRUST, NOW)
    assert status.bottom_line and status.subject == "A. Osei"


def test_the_program_starts_without_the_library_that_signs() -> None:
    asked = (
        "import sys, minors_desk.ui.views.print_view, minors_desk.cli.papers, "
        "minors_desk.cli.certificates; "
        "print([one for one in ('pyhanko', 'pkcs11', 'asn1crypto') if one in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_key_shows_in_no_representation(sealer: Sealer) -> None:
    assert repr(sealer) == "Sealer(subject='D. Rivera (Area Central)', issuer='Area Central root')"


def test_nothing_is_logged(sealer: Sealer, signed: bytes, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        sealer.seal(PAPER, NOW)
        signatures_of(signed, (), NOW + timedelta(days=900))
        with pytest.raises(BadInput):
            open_file(file_of(), "not the passphrase", NOW)
    assert not [one for one in caplog.records if one.name.startswith(("pyhanko", "minors_desk"))]


@pytest.mark.parametrize("junk", [b"", b"no pdf", b"%PDF-1.4\n", PAPER[: len(PAPER) // 2]])
def test_what_is_no_pdf_is_bad_input(junk: bytes) -> None:
    with pytest.raises(BadInput, match="no PDF that can be read"):
        signatures_of(junk, TRUST, NOW)


def test_what_is_no_certificate_is_bad_input(signed: bytes) -> None:
    with pytest.raises(BadInput, match="holds no certificate"):
        signatures_of(signed, (b"no certificate",), NOW)
