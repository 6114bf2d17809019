"""Every value of a fact is told in one line, and every code it may have has words."""

import pytest

from minors_desk.domain.fact_table import FACTS
from minors_desk.domain.values import (
    NO_COUNTRY,
    AgeTold,
    Country,
    LanguageValue,
    Measure,
    PartialDate,
    PersonName,
    Value,
)
from minors_desk.wording.codes import WORDS
from minors_desk.wording.sentences import sentence
from minors_desk.wording.values import value_words
from tests.domain.samples_who import MOTHER, VALUES, fact

SAID = {
    "name": "Ana",
    "birth_date": "2018-02",
    "age": "8",
    "sex_recorded": "Female",
    "sex_said": 'A girl · "niña"',
    "nationality": 'Guatemala · "Guatemala"',
    "birth_place": "Nebaj, Guatemala · Sta. María Nebaj",
    "birth_country": "Nationality not known",
    "last_residence": "with the aunt in Chajul",
    "language": "Ixil · Nebaj · first language · does not read it · pointed at on a card",
    "ethnicity": "Maya Ixil",
    "religion": "not said",
    "identity_number": "Birth certificate · 2981 44 · RENAP · copy seen · creased",
    "address": "12 Elm St, United States",
    "phone": "+502 \u0665\u0665 12-34",
    "height_cm": "110 to 120",
    "weight_kg": "20",
    "hair": "Black",
    "eyes": "Brown",
    "marks": "Scar over the left eye",
    "clothing": "Red jacket",
    "medical_condition": "Asthma",
    "allergy": "Peanuts",
    "medicine_taken": "Inhaler",
    "school": "Second grade",
    "accompanied": "With other children only",
    "reason_alone": "Left behind",
    "separation": "lost in the crowd · 2026-11-20 · Reynosa · the aunt",
    "wish": '"quiero ir con mi tía" · Spanish · to my aunt',
    "danger_feared": "the uncle · he shouted",
    "tribal_link": 'Possible · "my grandma is Ojibwe"',
    "disability": "Hard of hearing",
    "lives_in": "In another state or province",
    "in_care_of": "Foster family",
}


@pytest.mark.parametrize(("fact_id", "value"), VALUES)
def test_every_value_has_its_words(fact_id: str, value: Value) -> None:
    assert value_words(fact_id, value) == SAID[fact_id]
    label = WORDS["fact"][fact_id]
    assert sentence(fact(1, fact_id, value)) == f"{label}: {SAID[fact_id]} · says so"


@pytest.mark.parametrize("fact_id", [key for key, kind in FACTS.items() if kind.codes])
def test_every_code_of_a_fact_has_words(fact_id: str) -> None:
    assert tuple(WORDS[fact_id]) == FACTS[fact_id].codes


def test_every_fact_and_what_is_no_country_have_words() -> None:
    assert tuple(WORDS["fact"]) == tuple(FACTS)
    assert tuple(WORDS["no_country"]) == NO_COUNTRY


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (PersonName(as_said="Ana", own_script="أنا", as_written="ANA"), "Ana · أنا · ANA"),
        (PartialDate(year=2018), "2018"),
        (PartialDate(year=2018, month=2, day=9), "2018-02-09"),
        (AgeTold(low_months=4, high_months=5), "4 to 5 months"),
        (Country(code="ZZ"), "ZZ"),
        (LanguageValue(language="qqq", level="some", how="card"), "qqq · some"),
        (Measure(low=1, high=1), "1"),
    ],
)
def test_only_what_is_known_is_told(value: Value, words: str) -> None:
    assert value_words("name", value).startswith(words)


def test_why_there_is_no_value_and_who_told() -> None:
    body = fact(
        1,
        "phone",
        None,
        no_value="refused",
        about=MOTHER,
        said_by="the brother",
        language_used="kek",
    )
    assert sentence(body) == (
        "Telephone: refused to say · of another person · told by the brother · in Q'eqchi'"
    )
