"""Keys, passphrases and the recovery key: what opens a record, and what is told otherwise."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minors_desk.errors import BadInput, RecordDamaged, WrongPassphrase
from minors_desk.storage import keys, secrets
from minors_desk.storage.keys import FLOOR, KdfCost, SlotBinding, SlotSecret, StoreKeys

BINDING = SlotBinding(bytes(16), "ab" * 16, 1)


@pytest.fixture(scope="module")
def secret() -> SlotSecret:
    """One derivation, shared."""
    return SlotSecret.derive(b"a passphrase", bytes(16), FLOOR, BINDING)


def test_a_wrapped_key_opens_only_where_it_was_wrapped(secret: SlotSecret) -> None:
    key = os.urandom(32)
    wrapped = secret.wrap(key, BINDING, "store key")
    assert secret.unwrap(wrapped, BINDING, "store key") == key
    for binding, purpose in (
        (BINDING, "signing key"),
        (SlotBinding(bytes(16), "cd" * 16, 1), "store key"),
        (SlotBinding(bytes(16), "ab" * 16, 2), "store key"),
        (SlotBinding(bytes(15) + b"\1", "ab" * 16, 1), "store key"),
    ):
        with pytest.raises(RecordDamaged, match="slot is damaged"):
            secret.unwrap(wrapped, binding, purpose)


def test_the_commitment_tells_a_wrong_passphrase_from_a_damaged_slot(secret: SlotSecret) -> None:
    secret.check(secret.commitment)
    with pytest.raises(WrongPassphrase):
        secret.check(bytes(32))


@pytest.mark.parametrize(
    "cost",
    [
        KdfCost(FLOOR.memory_kib - 1, 3, 4),
        KdfCost(FLOOR.memory_kib, 2, 4),
        KdfCost(FLOOR.memory_kib, 3, 1),
        KdfCost(2**31, 3, 4),
        KdfCost(FLOOR.memory_kib, 17, 4),
        KdfCost(FLOOR.memory_kib, 3, 9),
    ],
)
def test_a_cost_outside_the_limits_is_refused_before_it_is_paid(cost: KdfCost) -> None:
    assert not cost.allowed()
    with pytest.raises(RecordDamaged, match="outside the allowed limits"):
        SlotSecret.derive(b"x", bytes(16), cost, BINDING)


def test_the_calibrated_cost_is_allowed() -> None:
    assert keys.calibrated_cost().allowed()


def test_sub_keys_differ_and_are_wiped() -> None:
    store = StoreKeys(bytes(16), bytearray(os.urandom(32)))
    made = {bytes(store.head), bytes(store.header), store.database(1), store.database(2)}
    assert len(made | {bytes(store.store)}) == 5
    store.wipe()
    assert not any(store.store) and not any(store.head) and not any(store.header)


def test_no_key_shows_itself() -> None:
    store = StoreKeys(bytes(16), bytearray(b"k" * 32))
    assert "kkk" not in repr(store) and "kkk" not in repr(SlotSecret(b"k" * 32, b"k" * 32))


@given(st.binary(min_size=20, max_size=20))
def test_the_recovery_key_is_read_back_however_it_is_typed(bits: bytes) -> None:
    shown = secrets.format_recovery_key(bits)
    assert [len(group) for group in shown.split("-")] == [5] * 8
    sloppy = shown.lower().replace("-", "  ").replace("0", "o").replace("1", "l") + "\n"
    assert secrets.parse_recovery_key(shown) == bits
    assert secrets.parse_recovery_key(sloppy) == bits


@pytest.mark.parametrize("spoil", ["swap", "sign", "short", "strange"])
def test_a_mistyped_recovery_key_is_told_by_group(spoil: str) -> None:
    groups = secrets.format_recovery_key(bytes(range(20))).split("-")
    if spoil == "swap":
        groups[2], groups[3] = groups[3], groups[2]
    elif spoil == "sign":
        groups[2] = ("2" if groups[2][0] != "2" else "3") + groups[2][1:]
    elif spoil == "short":
        groups.pop()
    else:
        groups[2] = "U" + groups[2][1:]
    with pytest.raises(BadInput) as told:
        secrets.parse_recovery_key("-".join(groups))
    assert told.value.field == "recovery_key"
    assert ("35 signs" if spoil == "short" else "Group 3") in told.value.title


@pytest.mark.parametrize(
    ("passphrase", "why"),
    [
        ("short", "at least 15"),
        ("x" * 2000, "longer"),
        ("my RiVera passphrase", "holds the login"),
        ("in area central at night", "holds the station"),
        ("aaaaaaaaaaaaaaaaaaaa", "plain run"),
        ("abababababababababab", "plain run"),
        ("123456789012345678", "plain run"),
        ("qwertyuiop asdfgh", "plain run"),
        ("zyxwvutsrqponmlkj", "plain run"),
        # one ligature sign counts as the letters that it stands for, no more
        ("ﬃ", "has 3 characters"),
    ],
)
def test_a_weak_passphrase_is_refused(passphrase: str, why: str) -> None:
    with pytest.raises(BadInput, match=why) as told:
        secrets.check_passphrase(passphrase, login="rivera", station="Area Central")
    assert told.value.field == "passphrase"
    assert passphrase not in str(told.value) or len(passphrase) < 6


@pytest.mark.parametrize("passphrase", ["three lamps over the harbour", "ñandú ñandú ñandú 7"])
def test_a_long_one_needs_no_mixture_of_signs(passphrase: str) -> None:
    secrets.check_passphrase(passphrase, login="rivera", station="Area Central")


def test_the_same_letters_make_the_same_key() -> None:
    assert keys.passphrase_bytes("n\u0303andu\u0301") == keys.passphrase_bytes("ñandú")
    assert keys.folded_login(" RIVERA ") == keys.folded_login("rivera")
