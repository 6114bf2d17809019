"""Bodies to bytes and back: text exactly as typed, times in UTC, no floats, no traceback."""

import json
from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import fields, replace

from minors_desk.domain import codec
from minors_desk.domain.alter import Amended
from minors_desk.domain.bodies import Body
from minors_desk.domain.codec import NotABody, decode, encode, read
from minors_desk.domain.entries import Unread
from minors_desk.domain.facts import FactTold
from tests.domain.samples import ONE_OF_EACH, T0, checked, ident, name
from tests.domain.samples_custody import began
from tests.domain.strategies import corrections, plain_bodies, text

CHECK = {"kind": "welfare_checked", "occurred_at": "2026-11-24T03:00:00Z", "condition": "calm"}
AMEND = {
    "kind": "amended",
    "occurred_at": "2026-11-24T03:00:00Z",
    "target": str(ident(1)),
    "reason": "mistyped",
}
SIGN = {
    "kind": "handoff_signed",
    "occurred_at": "2026-11-24T03:00:00Z",
    "handoff": 1,
    "side": "officer",
    "name": "J. Rivera",
    "digest": "0" * 64,
}
NAMES = (
    "José",
    "Jose\u0301",
    "\u202bمريم\u202c \u200f(1)\u200e",
    "ลูกแก้ว คำหล้า",
    "안나 安娜 ዓና अन्नपूर्णा",
    "👧🏽\u200d🦱 \U0001f1fa\U0001f1f8",
    ' "<img src=x>&amp;\\ \t\r\n\x00\x7f\u2028 ',
    "آنا" * 3333,
)


@pytest.mark.parametrize("said", NAMES)
def test_a_name_is_kept_exactly_as_typed(said: str) -> None:
    read_back = decode(encode(name(0, said)))
    assert isinstance(read_back, FactTold)
    assert read_back.value.as_said == said


@given(text, st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_text_is_kept_exactly(said: str, note: str) -> None:
    for body in (name(0, said), checked(0, note=note)):
        assert decode(encode(body)) == body


@given(plain_bodies)
def test_both_ways_of_reading_agree(body: Body) -> None:
    stored = encode(body)
    assert decode(stored) == read(json.loads(stored)) == body
    assert encode(decode(stored)) == stored  # type: ignore[arg-type]


@given(corrections)
def test_a_correction_is_read_or_said_to_be_unread(body: Body) -> None:
    read_back = decode(encode(body))
    if isinstance(read_back, Unread):
        assert read_back == Unread("amended", 1)
    else:
        assert decode(encode(read_back)) == read_back


@given(
    st.datetimes(datetime(1950, 1, 1), datetime(2200, 1, 1)),
    st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m))),
)
def test_times_are_stored_and_read_in_utc(wall: datetime, zone: timezone) -> None:
    moment = wall.replace(tzinfo=zone)
    raw = CHECK | {"occurred_at": moment.isoformat()}
    body = read(raw)
    assert (body.occurred_at, body.occurred_at.tzinfo) == (moment, UTC)
    stored = json.loads(encode(body))["occurred_at"]
    assert stored == f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%f}Z"
    inner = read(AMEND | {"replacement": raw})
    assert isinstance(inner, Amended)
    assert inner.replacement["occurred_at"] == stored
    assert decode(json.dumps(raw).encode()) == body


def test_no_body_holds_a_float() -> None:
    def types(schema: object) -> list[object]:
        if isinstance(schema, dict):
            own = [schema["type"]] if isinstance(schema.get("type"), (str, list)) else []
            return own + [kind for part in schema.values() for kind in types(part)]
        if isinstance(schema, list):
            return [kind for part in schema for kind in types(part)]
        return []

    found = types(codec.schema())
    assert "number" not in found
    assert {"integer", "string", "object", "array"} <= {kind for kind in found if kind != "number"}
    with pytest.raises(ValueError, match="no floats"):
        encode(Amended(occurred_at=T0, target=ident(1), replacement={"x": 1.0}, reason="r"))


def test_a_naive_time_is_no_instant() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        encode(replace(checked(0), occurred_at=datetime(2026, 11, 24)))


def test_a_field_that_a_kind_was_given_later_is_stored_only_when_it_says_something() -> None:
    told = began(1, responsible="Sgt. Kim")
    assert json.loads(encode(told))["responsible"] == "Sgt. Kim"
    assert decode(encode(told)) == told
    assert {"responsible", "authority"}.isdisjoint(json.loads(encode(began(1))))
    for kind in codec.WORDS.kinds.values():
        optional = {one.name for one in fields(kind) if not one.required and not one.default}
        assert kind.added <= optional


def test_the_schema_lists_every_kind() -> None:
    schema = codec.schema()
    assert schema["$schema"].startswith("https://json-schema.org/")
    assert len(schema["anyOf"]) == len(codec.WORDS.kinds) == len(ONE_OF_EACH)
    kinds = {
        part["properties"]["kind"]["enum"][0]
        for part in schema["$defs"].values()
        if "kind" in part["properties"]
    }
    assert kinds == set(codec.WORDS.kinds)


BAD: list[tuple[Any, str]] = [
    ([], "the entry"),
    ("text", "the entry"),
    ({}, "kind"),
    ({"kind": "of_later"}, "kind"),
    ({"kind": ["moved"]}, "kind"),
    (CHECK | {"v": 2}, "v"),
    (CHECK | {"v": 0}, "v"),
    (CHECK | {"v": True}, "v"),
    (CHECK | {"v": 1.0}, "v"),
    (CHECK | {"condition": "tired"}, "condition"),
    (CHECK | {"note": 7}, "note"),
    (CHECK | {"note": "x" * 20_001}, "note"),
    (CHECK | {"colour": "red"}, "colour"),
    ({"kind": "welfare_checked", "condition": "calm"}, "occurred_at"),
    (CHECK | {"occurred_at": "2026-11-24T03:00:00"}, "occurred_at"),
    (CHECK | {"occurred_at": "yesterday"}, "occurred_at"),
    (CHECK | {"occurred_at": 1e9}, "occurred_at"),
    (CHECK | {"occurred_at": "0001-01-01T00:00:00+10:00"}, "occurred_at"),
    (CHECK | {"occurred_at": "9999-12-31T23:00:00-10:00"}, "occurred_at"),
    (CHECK | {"note": "\ud800"}, "the entry"),
    (CHECK | {"occurred_at": "\ud800"}, "the entry"),
    (CHECK | {"condition": "\udfff"}, "the entry"),
    (CHECK | {"\ud800": 1}, "the entry"),
    (CHECK | {"done_by": {"badge": "7"}}, "done_by.name"),
    (CHECK | {"done_by": {"name": "R", "rank": 1}}, "done_by.rank"),
    (SIGN | {"strokes": [[[1, 2, 3.0]]]}, "strokes[0][0][2]"),
    (SIGN | {"strokes": []}, "strokes"),
    (SIGN | {"strokes": [[[1, 2, 3]]], "handoff": 0}, "handoff"),
    (AMEND | {"replacement": {"kind": "withdrawn"}}, "replacement.kind"),
    (AMEND | {"replacement": AMEND}, "replacement.kind"),
    (AMEND | {"replacement": {}}, "replacement.kind"),
    (AMEND | {"replacement": {"kind": ["amended"]}}, "replacement.kind"),
    (AMEND | {"replacement": CHECK | {"condition": 1}}, "replacement.condition"),
    (AMEND | {"replacement": CHECK | {"occurred_at": 1.5}}, "replacement.occurred_at"),
]


@pytest.mark.parametrize(("raw", "field"), BAD, ids=str)
def test_what_is_no_body_names_its_field(raw: Any, field: str) -> None:
    with pytest.raises(NotABody) as told:
        read(raw)
    assert told.value.field == field
    assert told.value.expected
    assert "\n" not in str(told.value)


def test_an_error_does_not_repeat_what_was_typed() -> None:
    for raw in (CHECK | {"condition": "Ana Canary"}, CHECK | {"occurred_at": "Ana Canary"}):
        with pytest.raises(NotABody) as told:
            read(raw)
        assert "Canary" not in str(told.value)
        assert told.value.__suppress_context__


def nested(depth: int) -> dict[str, Any]:
    inner: dict[str, Any] = {}
    for _ in range(depth):
        inner = {"a": inner}
    return inner


def test_endless_nesting_is_refused() -> None:
    with pytest.raises(NotABody) as told:
        read(CHECK | {"note": nested(100_000)})
    assert told.value.field == "the entry"


UNREAD = [
    (b"", Unread("unreadable", 0)),
    (b"\xff\xfe", Unread("unreadable", 0)),
    (b"[1]", Unread("unreadable", 0)),
    (b'"kind"', Unread("unreadable", 0)),
    (b"null", Unread("unreadable", 0)),
    (b"{}", Unread("unreadable", 0)),
    (b"[" * 100_000, Unread("unreadable", 0)),
    (b'{"kind":"moved","v":' + b"9" * 5000 + b"}", Unread("unreadable", 0)),
    (b'{"kind":"moved","v":Infinity}', Unread("unreadable", 0)),
    (b'{"kind":"moved","v":[]}', Unread("unreadable", 0)),
    (b'{"kind":"of_later"}', Unread("of_later", 1)),
    (b'{"kind":"of_later","v":3}', Unread("of_later", 3)),
    (json.dumps(CHECK | {"v": 2}).encode(), Unread("welfare_checked", 2)),
    (json.dumps(CHECK | {"note": "\ud800"}).encode(), Unread("welfare_checked", 1)),
    (json.dumps(CHECK | {"new_field": 1}).encode(), Unread("welfare_checked", 1)),
    (
        json.dumps(CHECK | {"occurred_at": "1850-01-01T00:00Z"}).encode(),
        Unread("welfare_checked", 1),
    ),
    (json.dumps(AMEND | {"replacement": {"kind": "of_later"}}).encode(), Unread("amended", 1)),
]


@pytest.mark.parametrize(("stored", "told"), UNREAD, ids=lambda v: str(v)[:40])
def test_what_cannot_be_read_is_said(stored: bytes, told: Unread) -> None:
    assert decode(stored) == told


@given(st.binary(max_size=60))
def test_no_bytes_raise(stored: bytes) -> None:
    assert isinstance(decode(stored), (Body, Unread))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.sampled_from(ONE_OF_EACH), st.data())
def test_no_changed_field_raises_anything_else(body: Body, data: st.DataObject) -> None:
    raw = codec.plain(body)
    field = data.draw(st.sampled_from(sorted(raw)))
    raw[field] = data.draw(json_values)
    with suppress(NotABody):
        assert encode(read(raw))
    assert isinstance(decode(json.dumps(raw).encode()), (Body, Unread))
