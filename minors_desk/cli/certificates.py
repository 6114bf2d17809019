"""The commands around a PDF signature: which certificate signs, and what holds of a signed file."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import msgspec

from minors_desk.cli.reading import bytes_of, secret_in
from minors_desk.cli.surroundings import Answer, Call
from minors_desk.errors import BadInput
from minors_desk.services import sealing
from minors_desk.services.desk import Desk
from minors_desk.services.sealing import Card, Sealed, Sealer, SignatureStatus
from minors_desk.wording.signing import seal_words

SCHEME = "pkcs11:"
_MOST = 64 * 1024 * 1024
_OPTION = "--sign-with"


def source_of(text: str) -> sealing.Source:
    """A path, or a card as ``pkcs11:token=LABEL?module-path=LIBRARY`` (RFC 7512); BadInput."""
    if not text.startswith(SCHEME):
        return Path(text)
    path, _, query = text.removeprefix(SCHEME).partition("?")
    told = _attributes(path, ";") | _attributes(query, "&")
    if {"pin-value", "pin-source"} & set(told):
        raise _wrong("must not hold the PIN: others can read command lines")
    if not told.get("token") or not told.get("module-path"):
        raise _wrong("does not say which card")
    return Card(
        library=Path(told["module-path"]), token=told["token"], label=told.get("object", "")
    )


@contextmanager
def certificate(call: Call, desk: Desk) -> Iterator[Sealer | None]:
    """The certificate of ``--sign-with``, opened; None without the option."""
    if call.args.sign_with is None:
        yield None
        return
    source = source_of(call.args.sign_with)
    with sealing.opened(desk, source, _secret(call, source)) as sealer:
        yield sealer


def sealed_document(sealed: Sealed | None) -> dict[str, Any]:
    """What JSON says of the signature just made."""
    return {} if sealed is None else {"signature": _document(sealed.status)}


def sealed_lines(sealed: Sealed | None) -> list[str]:
    """What was signed with, and that the finished file was checked again."""
    if sealed is None:
        return []
    checked = "Checked again from the saved bytes, against the certificates beside its own."
    return [f"{_words(sealed.status)} {checked}"]


def checked(call: Call) -> Answer:
    """What holds of each signature in a PDF; no record is opened."""
    pdf = bytes_of(call.args.file, _MOST + 1, "FILE")
    if len(pdf) > _MOST:
        raise BadInput("The PDF is larger than 64 MB", "Give one paper or packet.", field="FILE")
    trust = [bytes_of(file, _MOST, "--trust") for file in call.args.trust]
    found = sealing.signature_status(pdf, trust, call.around.clock())
    good = bool(found) and all(one.bottom_line for one in found)
    lines = [_words(one) for one in found] or ["This PDF has no signature."]
    document = {"signatures": [_document(one) for one in found]}
    return Answer(document, lines, code=0 if good else 1)


def _secret(call: Call, source: sealing.Source) -> str:
    """The passphrase or PIN: of the file, or typed at the terminal."""
    option = "--sign-passphrase-file"
    if call.args.sign_passphrase_file is not None:
        return secret_in(call.args.sign_passphrase_file, option)
    card = isinstance(source, Card)
    if call.around.ask is None:
        raise BadInput(
            f"{option} is missing, and there is no terminal to ask at",
            f"Give a file that holds the {'PIN' if card else 'passphrase'}.",
            field=option,
        )
    try:
        return call.around.ask("PIN of the card: " if card else "Passphrase of the certificate: ")
    except EOFError:
        raise BadInput("Nothing was typed", f"Type it, or use {option}.", field=option) from None


def _attributes(text: str, between: str) -> dict[str, str]:
    pairs = (part.partition("=") for part in text.split(between) if part)
    return {name: unquote(value) for name, _, value in pairs}


def _words(status: SignatureStatus) -> str:
    return seal_words(status.bottom_line, status.subject, status.issuer, status.problem)


def _document(status: SignatureStatus) -> dict[str, Any]:
    told: dict[str, Any] = msgspec.to_builtins(status)
    return told


def _wrong(what: str) -> BadInput:
    return BadInput(
        f"{_OPTION} {what}",
        "Give a .p12 file, or pkcs11:token=LABEL?module-path=LIBRARY.",
        field=_OPTION,
    )
