"""What a person types to open a record: the rule for passphrases, and the recovery key on paper."""

import os
import unicodedata
from hashlib import sha256

from minors_desk.errors import BadInput

LEAST_CHARACTERS = 15
MOST_CHARACTERS = 1024
RECOVERY_BYTES = 20
GROUPS = 8
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", " ": None, "-": None, "\n": None})
_RUNS = (
    "01234567890123456789",
    "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
    "qwertyuiopasdfghjklzxcvbnmqwertyuiopasdfghjklzxcvbnm",
)


def check_passphrase(passphrase: str, *, login: str, station: str) -> None:
    """Raise BadInput (field ``passphrase``) for one that is short or easily guessed.

    Length counts, not a mixture of signs: 15 characters after NFKC, not holding the login or the
    station's name, not one sign or a plain run again and again.
    """
    text = unicodedata.normalize("NFKC", passphrase)
    folded = "".join(text.casefold().split())
    if len(text) < LEAST_CHARACTERS:
        raise _refused(
            f"The passphrase has {len(text)} characters, at least {LEAST_CHARACTERS} are needed"
        )
    if len(text) > MOST_CHARACTERS:
        raise _refused(f"The passphrase is longer than {MOST_CHARACTERS} characters")
    for what, name in (("login", login), ("station's name", station)):
        plain = "".join(unicodedata.normalize("NFKC", name).casefold().split())
        if len(plain) >= 3 and plain in folded:
            raise _refused(f"The passphrase holds the {what}")
    if len(set(folded)) < 4 or any(folded in run or folded[::-1] in run for run in _RUNS):
        raise _refused("The passphrase is a plain run of signs")


def _refused(title: str) -> BadInput:
    return BadInput(
        title, "Choose four or more words that do not belong together.", field="passphrase"
    )


def new_recovery_key() -> tuple[str, bytes]:
    """A new recovery key as it is printed, and its 160 bits."""
    secret = os.urandom(RECOVERY_BYTES)
    return format_recovery_key(secret), secret


def format_recovery_key(secret: bytes) -> str:
    """Eight groups of five signs; the fifth of each is a check sign of the four before it."""
    bits = int.from_bytes(secret, "big")
    signs = [_ALPHABET[bits >> 5 * place & 31] for place in range(GROUPS * 4 - 1, -1, -1)]
    groups = ["".join(signs[at : at + 4]) for at in range(0, GROUPS * 4, 4)]
    return "-".join(group + _check_sign(place, group) for place, group in enumerate(groups))


def parse_recovery_key(text: str) -> bytes:
    """The 160 bits of a typed recovery key; BadInput (field ``recovery_key``) says what is wrong.

    Forgives small letters, spaces and dashes, and O, I and L for the digits they look like.
    """
    typed = unicodedata.normalize("NFKC", text).upper().translate(_READ_AS)
    typed = "".join(typed.split())
    if len(typed) != GROUPS * 5:
        raise _mistyped(f"The recovery key has {len(typed)} signs instead of {GROUPS * 5}")
    bits = 0
    for place in range(GROUPS):
        group, check = typed[place * 5 : place * 5 + 4], typed[place * 5 + 4]
        if any(sign not in _ALPHABET for sign in group) or check != _check_sign(place, group):
            raise _mistyped(f"Group {place + 1} of the recovery key is mistyped")
        for sign in group:
            bits = bits << 5 | _ALPHABET.index(sign)
    return bits.to_bytes(RECOVERY_BYTES, "big")


def _check_sign(place: int, group: str) -> str:
    """Depends on the place too, so that swapped groups are noticed."""
    return _ALPHABET[sha256(f"{place}|{group}".encode()).digest()[0] & 31]


def _mistyped(title: str) -> BadInput:
    return BadInput(title, "Read the sheet again, group by group.", field="recovery_key")
