"""A key on a card or another PKCS#11 token: logging in, its certificate, and what it answers."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from minors_desk.errors import BadInput, DeskError, NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A key on a card or other PKCS#11 token: the maker's library, and which token of it.

    `label` picks one of several certificates.
    """

    library: Path
    token: str
    label: str = ""


def logged_in(card: Card, pin: str) -> Any:
    """A session of that token, with its user logged in; the caller closes it.

    Raises NotFound where the library does not load, or no card of that name is in a reader.
    """
    import pkcs11

    try:
        library = pkcs11.lib(str(card.library))
    except (pkcs11.PKCS11Error, RuntimeError, OSError):
        raise NotFound(
            "The library of the card does not load",
            "Install the software of the card's maker, and name its PKCS#11 library.",
        ) from None
    library.reinitialize()  # a reader plugged in since is seen only then
    for slot in library.get_slots(token_present=True):
        token = slot.get_token()
        if token.label.rstrip("\0 ") == card.token:
            return token.open(user_pin=pin)
    raise NotFound("No card of that name is in a reader", "Put the card in, and try again.")


def signer_of(session: Any, card: Card) -> Any:
    """What signs with the key on the token; its other certificates go into the signature.

    Raises NotFound without a key that has its certificate, BadInput where it has several.
    """
    from asn1crypto.x509 import Certificate
    from pkcs11 import Attribute, ObjectClass
    from pyhanko.sign.pkcs11 import PKCS11Signer

    keys = {one[Attribute.ID] for one in session.get_objects(_class(ObjectClass.PRIVATE_KEY))}
    own, all_of_them = [], []
    for one in session.get_objects(_class(ObjectClass.CERTIFICATE)):
        certificate = Certificate.load(one[Attribute.VALUE])
        all_of_them.append(certificate)
        if one[Attribute.ID] in keys and card.label in ("", one[Attribute.LABEL]):
            own.append((one[Attribute.ID], certificate))
    if not own:
        raise NotFound(
            "The card holds no private key with its certificate",
            "Use the card that was issued for signing, or name another certificate on it.",
        )
    if len(own) > 1:
        raise BadInput(
            "The card holds several certificates",
            "Say which one, by its label.",
            field="certificate",
        )
    key_id, certificate = own[0]
    return PKCS11Signer(
        session,
        signing_cert=certificate,
        key_id=key_id,
        ca_chain=all_of_them,
        # Many cards sign a hash with such a key, and cannot make the hash themselves.
        use_raw_mechanism=certificate.public_key.algorithm == "ec",
    )


def _class(kind: Any) -> dict[Any, Any]:
    from pkcs11 import Attribute

    return {Attribute.CLASS: kind}


@contextmanager
def answers() -> Iterator[None]:
    """What a card answers, in one sentence each."""
    import pkcs11
    from pkcs11 import exceptions as of_cards

    try:
        yield
    except (of_cards.PinIncorrect, of_cards.PinInvalid, of_cards.PinLenRange):
        hint = "Type it again; a card locks itself after a few wrong ones."
        raise BadInput("The PIN is not that of the card", hint, field="passphrase") from None
    except of_cards.PinLocked:
        raise DeskError(
            "The card has locked itself after too many wrong PINs",
            "Let whoever issued it unlock it.",
        ) from None
    except (
        of_cards.TokenNotPresent,
        of_cards.TokenNotRecognised,
        of_cards.DeviceRemoved,
        of_cards.SessionHandleInvalid,
        of_cards.SessionClosed,
    ):
        raise DeskError("The card was taken out", "Put it in, and try again.") from None
    except pkcs11.PKCS11Error:
        raise DeskError(
            "The card did not sign",
            "Take it out and put it in again; else save without a signature.",
        ) from None
