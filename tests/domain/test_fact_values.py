"""What may be told: each value is stored and read back, what is not of its fact is refused."""

import json
from typing import Any

import pytest

from minors_desk.domain.admission import Refusal, check_times
from minors_desk.domain.codec import NotABody, decode, encode, plain, read
from minors_desk.domain.entries import Unread
from minors_desk.domain.fact_table import FACTS
from minors_desk.domain.facts import Answers, FactTold, answers, names_of
from minors_desk.domain.folding import Finding
from minors_desk.domain.handoff import child_terms
from minors_desk.domain.values import NO_COUNTRY, PartialDate, PersonName, Phone, Value
from tests.domain.samples import at, case_of, encountered, entries, ident, name
from tests.domain.samples_who import MOTHER, VALUES, fact, person

SAID: dict[str, Any] = {"kind": "fact_told", "occurred_at": at(1), "source": "said"}
OF = dict(VALUES)


def told(fact_id: str, value: object = None, **more: object) -> dict[str, Any]:
    return SAID | {"fact": fact_id, "value": value} | more


def test_there_is_a_sample_of_every_fact() -> None:
    assert [one for one, _ in VALUES] == list(FACTS)


@pytest.mark.parametrize(("fact_id", "value"), VALUES)
def test_each_value_is_stored_and_read_back(fact_id: str, value: Value) -> None:
    body = fact(1, fact_id, value)
    stored = json.loads(encode(body))
    assert stored["value"]["type"] == FACTS[fact_id].value.__struct_config__.tag
    assert decode(encode(body)) == body
    check_times(body, at(1))


def test_what_was_stored_before_there_were_other_facts_is_read_and_written_the_same() -> None:
    stored = (
        b'{"certainty":"likely","done_by":null,"fact":"name","kind":"fact_told",'
        b'"late_because":null,"occurred_at":"2026-11-24T09:02:00.000000Z","precision":"minute",'
        b'"preferred":false,"source":"said","v":1,'
        b'"value":{"as_said":"Ana","name_kind":"usual","own_script":"","type":"person_name"}}'
    )
    body = decode(stored)
    assert body == name(2, "Ana")
    assert isinstance(body, FactTold)
    assert encode(body) == stored


def test_what_came_since_is_written_where_it_says_something() -> None:
    value = PersonName(as_said="Ana Caal Pop", first_surname="Caal", second_surname="Pop")
    raw = plain(fact(1, "name", value, about=MOTHER, language_used="kek", said_by="the brother"))
    assert raw["value"]["second_surname"] == "Pop"
    assert "given" not in raw["value"] and "no_value" not in raw
    assert (raw["about"], raw["language_used"]) == (str(MOTHER), "kek")


WRONG = {
    "a value of another fact": (told("phone", {"type": "text", "words": "555"}), "value.type"),
    "neither": (told("name"), "value"),
    "both": (told("phone", {"type": "phone", "as_told": "5"}, no_value="refused"), "value"),
    "a code of no list": (told("hair", {"type": "code", "code": "purple"}), "value.code"),
    "a code of another list": (told("eyes", {"type": "code", "code": "bald"}), "value.code"),
    "the child's only": (
        told("school", {"type": "text", "words": "x"}, about=str(MOTHER)),
        "about",
    ),
    "no such fact": (told("shoe_size", {"type": "text", "words": "x"}), "fact"),
    "no such type": (told("phone", {"type": "number", "words": "x"}), "value.type"),
    "a day that is none": (
        told("birth_date", {"type": "date", "year": 2023, "month": 2, "day": 29}),
        "value",
    ),
    "a day of no month": (told("birth_date", {"type": "date", "year": 2023, "day": 2}), "value"),
    "a year of no child": (told("birth_date", {"type": "date", "year": 23}), "value.year"),
    "an age from more to less": (
        told("age", {"type": "age", "low_months": 9, "high_months": 8}),
        "value",
    ),
    "a range from more to less": (
        told("height_cm", {"type": "measure", "low": 9, "high": 8}),
        "value",
    ),
    "a country in words": (
        told("nationality", {"type": "country", "code": "Guatemala"}),
        "value.code",
    ),
    "a language in words": (
        told("language", {"type": "language", "language": "Mam", "level": "fluent", "how": "card"}),
        "value.language",
    ),
    "an empty name": (told("name", {"type": "person_name", "as_said": ""}), "value.as_said"),
    "a script in words": (
        told("name", {"type": "person_name", "as_said": "A", "script": "Arabic"}),
        "value.script",
    ),
}


@pytest.mark.parametrize(("raw", "field"), WRONG.values(), ids=WRONG)
def test_what_does_not_fit_is_refused_by_its_field(raw: dict[str, Any], field: str) -> None:
    with pytest.raises(NotABody) as refused:
        read(raw | {"occurred_at": "2026-11-24T09:01:00Z"})
    assert refused.value.field == field
    assert refused.value.expected


def test_a_misfit_is_neither_taken_nor_read() -> None:
    wrong = fact(1, "phone", OF["marks"])
    with pytest.raises(Refusal) as refused:
        check_times(wrong, at(1))
    assert (refused.value.code, refused.value.params["field"]) == ("not_an_entry", "value.type")
    assert decode(encode(wrong)) == Unread("fact_told", 1)
    assert case_of(encountered(), wrong).findings == ()


def test_the_codes_that_stand_for_no_country_are_taken() -> None:
    for code in NO_COUNTRY:
        assert read(
            told("nationality", {"type": "country", "code": code, "as_said": "OTHER"})
            | {"occurred_at": "2026-11-24T09:01:00Z"}
        )


@pytest.mark.parametrize(
    ("as_told", "digits"),
    [
        ("+502 \u0665\u0665 12-34", "+502551234"),
        ("(312) 555-0100 ext. 4", "31255501004"),
        ("none", ""),
        (" +1", "+1"),
    ],
)
def test_the_digits_of_a_telephone(as_told: str, digits: str) -> None:
    assert Phone(as_told=as_told).digits == digits


@pytest.mark.parametrize(
    ("told_date", "earliest", "latest"),
    [
        (PartialDate(year=2020), "2020-01-01", "2020-12-31"),
        (PartialDate(year=2020, month=2), "2020-02-01", "2020-02-29"),
        (PartialDate(year=2020, month=2, day=3), "2020-02-03", "2020-02-03"),
    ],
)
def test_a_partial_date_may_be_any_of_its_days(
    told_date: PartialDate, earliest: str, latest: str
) -> None:
    assert (str(told_date.earliest), str(told_date.latest)) == (earliest, latest)


def test_the_leading_value_and_its_rivals() -> None:
    case = case_of(
        encountered(),
        fact(1, "hair", OF["hair"]),
        fact(2, "hair", None, no_value="refused"),
        fact(3, "hair", OF["hair"], source="document"),
    )
    said = answers(case, "hair")
    assert said.leading is not None
    assert (said.leading.source, len(said.rivals), said.no_value) == ("document", 1, None)
    assert [one.source for one in said.told] == ["document", "said"]


def test_nobody_asked_is_not_the_same_as_not_asked() -> None:
    case = case_of(
        encountered(),
        fact(1, "allergy", None, no_value="refused"),
        fact(2, "allergy", None, no_value="not_asked"),
    )
    assert answers(case, "allergy").no_value == "not_asked"
    assert not answers(case, "allergy").is_open
    assert answers(case, "school") == Answers()
    assert answers(case, "school").is_open and answers(case, "school").told == ()


def test_a_persons_name_is_not_the_childs() -> None:
    mother = fact(2, "name", PersonName(as_said="Rosa"), about=MOTHER, preferred=True)
    case = case_of(encountered(number="N"), person(1), name(1, "Ana"), mother)
    assert [one.value.as_said for one in case.names] == ["Ana"]
    assert [one.value.as_said for one in names_of(case.facts, MOTHER)] == ["Rosa"]
    assert child_terms("N", case.facts) == ("N", "Ana", "")
    assert answers(case, "name", MOTHER).leading == names_of(case.facts, MOTHER)[0]


def test_a_person_may_be_told_of_later_but_must_be() -> None:
    about = fact(1, "phone", OF["phone"], about=MOTHER)
    assert case_of(encountered(), about, person(5)).findings == ()
    case = case_of(encountered(), about)
    assert case.findings == (Finding("person_not_told", entries([about] * 2)[1].id),)


def test_a_birth_date_to_come_is_found() -> None:
    soon = PartialDate(year=2026, month=11, day=25)
    later = PartialDate(year=2026, month=11, day=26)
    case = case_of(encountered(), fact(1, "birth_date", soon), fact(2, "birth_date", later))
    assert case.findings == (Finding("birth_date_ahead", ident(3)),)
