"""The words that a case is found by: alike however a name is typed, in any script, in any order."""

import unicodedata
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given

from minors_desk.domain.bodies import SecondPerson
from minors_desk.domain.care import WelfareChecked
from minors_desk.domain.encounter import Encountered
from minors_desk.domain.facts import FactTold, PersonName
from minors_desk.domain.printed import PaperIssued, Seen
from minors_desk.domain.searching import Words, terms, words_of
from tests.domain.strategies import anything, text

T0 = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
DIGEST = "ab" * 32


def named(name: str, own: str = "") -> Words:
    value = PersonName(as_said=name, own_script=own)
    return words_of(FactTold(occurred_at=T0, fact="name", value=value, source="said"))


def finds(typed: str, name: str) -> bool:
    """Whether every term begins a word of the name, as the search asks."""
    told = named(name)
    known = told.names | told.numbers
    return all(any(word.startswith(term) for word in known) for term in terms(typed))


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("nandu maria", "María Ñandú"),
        ("MARIA", "Mari\u0301a"),
        ("lop an", "Ana López-Núñez"),
        ("oneill", "Siobhán O\u2019Neill"),
        ("O'Neill", "Siobhan ONeill"),
        ("neill", "O'Neill"),
        ("lodz", "Łódź"),
        ("strasse", "Straße"),
        ("nguyen viet", "Việt Nguyễn"),
        ("小明", "王小明"),
        ("王", "王小明"),
        ("明", "王小明"),
        ("ใจดี", "สมชายใจดี"),
        ("민준", "김민준"),
        ("ひろ", "まひろ"),
        ("علي", "عَلِيّ الحسن"),
        ("على", "علي"),
        ("Юрий", "ЮРИЙ"),
        ("किरण", "किरण देवी"),
        ("9611234567", "+52 961 123 4567"),
        ("(961) 123-4567", "529611234567"),
        ("961 123", "+52 961 123 4567"),
        ("٠٤١٢", "AC-26-0412"),
        ("ac-26-04", "AC-26-0412"),
    ],
)
def test_it_is_found_however_it_is_typed(typed: str, name: str) -> None:
    assert finds(typed, name)


@pytest.mark.parametrize(
    ("typed", "name"),
    [("ana b", "Ana López"), ("opez", "Ana López"), ("明小", "王小明"), ("9612", "961 123 4567")],
)
def test_it_is_not_found_by_what_it_does_not_hold(typed: str, name: str) -> None:
    assert not finds(typed, name)


def test_only_free_text_counts_and_it_is_told_apart() -> None:
    met = Encountered(
        occurred_at=T0,
        encounter_id=UUID(int=7),
        place="Store on 5th",
        number="AC-26-0412",
        apparent_sex="girl",
        done_by=SecondPerson(name="B. Ortiz", badge="77", how="own_passphrase"),
    )
    told = words_of(met)
    assert told.names == {"b", "ortiz"}
    assert told.numbers == {"5th", "ac", "26", "0412", "77"}
    assert told.texts == {"store", "on"}
    assert named("Ana", "安娜").names == {"ana", "安娜", "娜"}


def test_digests_and_answers_by_code_are_no_words() -> None:
    issued = PaperIssued(
        occurred_at=T0,
        paper="p",
        template=1,
        number="TR-1",
        version=1,
        copy=1,
        digest=DIGEST,
        seen=Seen(ordinal=3, log_hash=DIGEST),
    )
    assert words_of(issued) == Words(frozenset(), frozenset({"tr", "1"}), frozenset({"p"}))
    assert not words_of(WelfareChecked(occurred_at=T0, condition="calm")).texts


@pytest.mark.parametrize("typed", ["", "  ", "-- '\u2019", "\N{ZERO WIDTH JOINER}", "\0", '"*^:()'])
def test_nothing_to_look_for_gives_no_term(typed: str) -> None:
    assert terms(typed) == ()


@given(text)
def test_any_text_is_found_by_itself_in_any_form(typed: str) -> None:
    for form in ("NFC", "NFD"):
        assert finds(unicodedata.normalize(form, typed), typed)  # type: ignore[arg-type]


@given(text)
def test_a_word_is_one_token(typed: str) -> None:
    told = named(typed)
    for word in (*told.names, *told.numbers, *terms(typed)):
        assert word
        assert all(sign.isalnum() or not sign.isascii() for sign in word)
        assert not any(sign.isspace() for sign in word)


@given(anything)
def test_every_body_has_its_words(body: object) -> None:
    if isinstance(body, WelfareChecked):
        assert words_of(body).names == set()
