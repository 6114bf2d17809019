"""Seal codes and QR payloads: frozen forms, tolerant reading, false ones refused."""

from hashlib import sha256
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minors_desk.errors import BadInput
from minors_desk.papers import seal

HASH = bytes(range(32))
CODE = "17-GJTK-AFVY-XPP9"
RECORD, PAPER = UUID(int=0xA1), UUID(int=0xB2)


def test_the_code_is_sixty_bits_of_a_hash_of_its_own() -> None:
    bits = int.from_bytes(sha256(b"minors-desk seal 1\0" + HASH).digest(), "big") >> (256 - 60)
    letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    chars = "".join(letters[bits >> (55 - 5 * at) & 31] for at in range(12))
    assert seal.seal_code(17, HASH) == f"17-{chars[:4]}-{chars[4:8]}-{chars[8:]}"


def test_the_code_is_frozen() -> None:
    assert seal.seal_code(17, HASH) == CODE


@pytest.mark.parametrize(
    "typed",
    ["{}", "  {} ", "{l}", "{s}", "{n}"],
)
def test_a_code_is_read_however_it_is_typed(typed: str) -> None:
    code = seal.seal_code(4711, HASH)
    number, _, rest = code.partition("-")
    text = typed.format(
        code, l=code.lower(), s=code.replace("-", " "), n=f"{number}-{rest.replace('-', '')}"
    )
    assert seal.parse_seal_code(text) == (4711, rest.replace("-", ""))
    assert seal.matches(text, 4711, HASH)


def test_letters_that_look_like_digits_count_as_them() -> None:
    assert seal.parse_seal_code("l0-oO0i-Il1A-bcdE") == (10, "000111" + "1ABCDE")


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "17",
        "17-ABCD-EFGH",
        "17-ABCD-EFGH-JKMNP",
        "17-ABCD-EFGH-JKMU",
        "A7-ABCD-EFGH-JKMN",
        "-17-ABCD-EFGH-JKMN",
        "17-ABCD-EFGH-JKM🙂",
        "17ABCDEFGHJKMN",
        "9" * 30 + "-ABCD-EFGH-JKMN",
    ],
)
def test_what_is_no_code_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(BadInput) as told:
        seal.parse_seal_code(typed)
    assert told.value.field == "code"
    assert "17-7GQ4-0XKP-93MD" in told.value.hint


def test_a_false_code_does_not_match() -> None:
    code = seal.seal_code(17, HASH)
    false = code[:-1] + ("0" if code[-1] != "0" else "1")
    assert not seal.matches(false, 17, HASH)
    assert not seal.matches(code, 18, HASH)
    assert not seal.matches(code, 17, HASH[::-1])


@given(st.integers(0, 10**15), st.binary(min_size=32, max_size=32))
def test_every_code_reads_back(ordinal: int, entry_hash: bytes) -> None:
    code = seal.seal_code(ordinal, entry_hash)
    assert seal.parse_seal_code(code)[0] == ordinal
    assert seal.matches(code.lower().replace("0", "o").replace("1", "l"), ordinal, entry_hash)


def test_the_payload_is_sixty_seven_bytes_in_a_fixed_order() -> None:
    payload = seal.qr_payload(RECORD, PAPER, 2, 3, HASH, HASH[::-1])
    expected = b"\x01" + RECORD.bytes + PAPER.bytes + b"\x02\x03" + HASH[:16] + HASH[:15:-1]
    assert payload == expected
    assert len(payload) == 67


def test_a_payload_reads_back_from_text_and_bytes() -> None:
    text = seal.qr_text(seal.qr_payload(RECORD, PAPER, 2, 3, HASH, HASH))
    assert text.startswith("MD1")
    assert text.isalnum()
    read = seal.read_qr(text)
    assert read == seal.QrPayload(RECORD, PAPER, 2, 3, HASH[:16], HASH[:16])
    assert seal.read_qr(text.encode()) == read
    assert seal.read_qr(f" {text.lower()}\n") == read


@pytest.mark.parametrize(
    "scanned", ["", "MD1", "MD1AB", "https://example.org", b"\xff\x00", "MD1ß"]
)
def test_another_qr_code_is_refused(scanned: str | bytes) -> None:
    with pytest.raises(BadInput, match="not that of a paper"):
        seal.read_qr(scanned)


def test_a_payload_of_a_later_layout_is_refused() -> None:
    payload = b"\x02" + seal.qr_payload(RECORD, PAPER, 1, 1, HASH, HASH)[1:]
    with pytest.raises(BadInput):
        seal.read_qr(seal.qr_text(payload))


def test_the_code_is_of_version_five_and_equal_for_equal_payloads() -> None:
    payload = seal.qr_payload(RECORD, PAPER, 1, 1, HASH, HASH)
    modules = seal.qr_modules(payload)
    assert len(modules) == 37
    assert all(len(row) == 37 for row in modules)
    assert modules == seal.qr_modules(payload)
