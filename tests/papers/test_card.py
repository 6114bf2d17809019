"""A PDF is signed by the key on a card, which SoftHSM is in software; the key stays there."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pkcs11
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from pkcs11 import Attribute, CertificateType, ObjectClass
from pkcs11.util.ec import decode_ec_private_key
from pkcs11.util.rsa import decode_rsa_private_key

from minors_desk.errors import BadInput, DeskError, NotFound
from minors_desk.papers.cards import Card
from minors_desk.papers.pdf_signature import open_card, signatures_of
from tests.papers.certificates import NOW, OFFICER, ROOT, Made, made
from tests.papers.forms import paper

PIN, PAPER = "4471", paper()
LIBRARIES = [
    Path("/usr/lib/softhsm/libsofthsm2.so"),
    *Path("/usr/lib").glob("*/softhsm/libsofthsm2.so"),
    Path("/usr/local/lib/softhsm/libsofthsm2.so"),
]
LIBRARY = next((one for one in LIBRARIES if one.exists()), None)
pytestmark = pytest.mark.skipif(
    LIBRARY is None or shutil.which("softhsm2-util") is None,
    reason="libsofthsm2.so or softhsm2-util is missing: apt-get install softhsm2",
)


@pytest.fixture
def tokens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the tokens: a reader with nothing in it."""
    folder = tmp_path / "tokens"
    folder.mkdir()
    told = tmp_path / "softhsm2.conf"
    told.write_text(f"directories.tokendir = {folder}\nlog.level = ERROR\n")
    monkeypatch.setenv("SOFTHSM2_CONF", str(told))
    pkcs11.lib(str(LIBRARY)).reinitialize()
    return folder


def issue(label: str, *keys: Made, beside: tuple[Made, ...] = ()) -> Card:
    """A card with those keys, each under the name of its certificate."""
    words = ("--init-token", "--free", "--label", label, "--pin", PIN, "--so-pin", "99887766")
    subprocess.run(["softhsm2-util", *words], check=True, capture_output=True)  # noqa: S607
    library = pkcs11.lib(str(LIBRARY))
    library.reinitialize()
    with library.get_token(token_label=label).open(user_pin=PIN, rw=True) as session:
        for number, one in enumerate((*keys, *beside)):
            put(session, one, bytes([number]), with_key=one in keys)
    assert LIBRARY is not None
    return Card(library=LIBRARY, token=label)


def put(session: pkcs11.Session, one: Made, ident: bytes, *, with_key: bool) -> None:
    name = {Attribute.ID: ident, Attribute.LABEL: f"key {ident[0]}", Attribute.TOKEN: True}
    if with_key:
        der = one.key.private_bytes(
            serialization.Encoding.DER,
            serialization.PrivateFormat.TraditionalOpenSSL,
            serialization.NoEncryption(),
        )
        is_rsa = isinstance(one.key, rsa.RSAPrivateKey)
        key = decode_rsa_private_key(der) if is_rsa else decode_ec_private_key(der)
        session.create_object(key | name | {Attribute.SIGN: True, Attribute.SENSITIVE: True})
    certificate = {
        Attribute.CLASS: ObjectClass.CERTIFICATE,
        Attribute.CERTIFICATE_TYPE: CertificateType.X_509,
        Attribute.VALUE: one.der,
        Attribute.SUBJECT: one.certificate.subject.public_bytes(),
    }
    session.create_object(certificate | name)


def test_the_card_signs_and_the_roots_on_it_go_along(tokens: Path) -> None:
    sealer = open_card(issue("Officer", OFFICER, beside=(ROOT,)), PIN, NOW)
    assert sealer.subject == "D. Rivera (Area Central)"
    signed = sealer.seal(PAPER, NOW)
    sealer.close()
    (status,) = signatures_of(signed, (ROOT.pem,), NOW)
    assert status.bottom_line and signed.startswith(PAPER)
    assert sealer.trust == (ROOT.der,)


def test_a_card_with_an_rsa_key(tokens: Path) -> None:
    officer = made("A. Osei", ROOT, key=rsa.generate_private_key(65537, 2048))
    sealer = open_card(issue("Officer", officer), PIN, NOW)
    (status,) = signatures_of(sealer.seal(PAPER, NOW), (ROOT.pem,), NOW)
    sealer.close()
    assert status.bottom_line and status.subject == "A. Osei"


def test_one_of_several_certificates_is_named(tokens: Path) -> None:
    card = issue("Both", OFFICER, made("Login only", ROOT))
    with pytest.raises(BadInput, match="several certificates"):
        open_card(card, PIN, NOW)
    named = replace(card, label="key 0")
    sealer = open_card(named, PIN, NOW)
    assert sealer.subject == "D. Rivera (Area Central)"
    sealer.close()


def test_a_wrong_pin_is_told_and_may_be_typed_again(tokens: Path) -> None:
    card = issue("Officer", OFFICER)
    for wrong in ("9999", "1", ""):
        with pytest.raises(BadInput, match="PIN is not that of the card") as found:
            open_card(card, wrong, NOW)
        assert found.value.field == "passphrase"
    open_card(card, PIN, NOW).close()


def test_what_is_not_there_is_said_in_one_sentence(tokens: Path) -> None:
    card = issue("Officer", beside=(ROOT,))
    with pytest.raises(NotFound, match="no private key"):
        open_card(card, PIN, NOW)
    with pytest.raises(NotFound, match="No card of that name"):
        open_card(replace(card, token=PIN), PIN, NOW)
    with pytest.raises(NotFound, match="does not load"):
        open_card(replace(card, library=tokens / "nowhere.so"), PIN, NOW)


def test_an_expired_certificate_on_a_card(tokens: Path) -> None:
    card = issue("Officer", made("Old", ROOT, days=(-9, -1)))
    with pytest.raises(BadInput, match="only until"):
        open_card(card, PIN, NOW)


def test_a_card_that_is_taken_out_before_it_signs(tokens: Path) -> None:
    card = issue("Officer", OFFICER)
    sealer = open_card(card, PIN, NOW)
    for one in tokens.iterdir():
        shutil.rmtree(one)
    with pytest.raises(DeskError, match="The card"):
        sealer.seal(PAPER, NOW)
    sealer.close()
    with pytest.raises(DeskError, match=r"card"):
        open_card(card, PIN, NOW)


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (pkcs11.exceptions.PinLocked, "has locked itself"),
        (pkcs11.exceptions.DeviceRemoved, "was taken out"),
        (pkcs11.exceptions.TokenNotPresent, "was taken out"),
        (pkcs11.exceptions.GeneralError, "did not sign"),
    ],
)
def test_what_a_card_answers(
    tokens: Path, monkeypatch: pytest.MonkeyPatch, answer: type[Exception], says: str
) -> None:
    """SoftHSM never locks itself and has no slot to be pulled out of: a real card answers so."""

    def refuses(*_given: object, **_named: object) -> None:
        raise answer

    card = issue("Officer", OFFICER)
    monkeypatch.setattr("minors_desk.papers.cards.signer_of", refuses)
    with pytest.raises(DeskError, match=says):
        open_card(card, PIN, NOW)
