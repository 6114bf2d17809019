"""Old bodies are brought up to date by pure functions; what is newer than we are is only shown."""

from typing import Any

import pytest

from minors_desk.domain.bodies import Body, Line
from minors_desk.domain.codec import NotABody, decode, encode, read, vocabulary
from minors_desk.domain.entries import Unread


class NotedFirst(Body, frozen=True, kw_only=True, tag="noted"):
    """A kind as it was written once."""

    words: Line


class Noted(Body, frozen=True, kw_only=True, tag="noted"):
    """The same kind two versions later."""

    v: int = 3
    text: Line
    language: Line


class Other(Body, frozen=True, kw_only=True, tag="other"):
    """A kind that never changed."""


def _renamed(raw: dict[str, Any]) -> dict[str, Any]:
    raw["text"] = raw.pop("words")
    return raw | {"v": 2}


def _with_language(raw: dict[str, Any]) -> dict[str, Any]:
    return raw | {"v": 3, "language": "not known"}


FIRST = vocabulary([NotedFirst, Other])
NOW = vocabulary([Noted, Other], {"noted": {1: _renamed, 2: _with_language}})
OLD = {"kind": "noted", "occurred_at": "2026-11-24T09:00:00Z", "words": "She is cold"}


def test_an_old_body_is_read_as_the_present_kind() -> None:
    stored = encode(read(OLD, FIRST))
    body = decode(stored, NOW)
    assert isinstance(body, Noted)
    assert (body.text, body.language, body.v) == ("She is cold", "not known", 3)
    assert decode(encode(body), NOW) == body


def test_each_version_starts_at_its_own_step() -> None:
    second = {"kind": "noted", "v": 2, "occurred_at": OLD["occurred_at"], "text": "cold"}
    body = read(second, NOW)
    assert isinstance(body, Noted)
    assert body.text == "cold"


def test_upcasting_leaves_what_it_was_given() -> None:
    given = dict(OLD)
    read(given, NOW)
    assert given == OLD


def test_a_later_version_is_unread_here() -> None:
    written = encode(read(OLD, NOW))
    assert decode(written, FIRST) == Unread("noted", 3)


def test_a_body_that_is_not_of_the_version_it_names() -> None:
    lying = {"kind": "noted", "v": 1, "occurred_at": OLD["occurred_at"], "text": "cold"}
    with pytest.raises(NotABody) as told:
        read(lying, NOW)
    assert told.value.field == "v"
    old = encode(read(OLD, FIRST)).replace(b"words", b"sworn")
    assert decode(old, NOW) == Unread("noted", 1)


def test_a_vocabulary_is_whole() -> None:
    with pytest.raises(ValueError, match="two kinds are called noted"):
        vocabulary([NotedFirst, Noted])
    with pytest.raises(ValueError, match="noted needs one upcaster from each version before 3"):
        vocabulary([Noted], {"noted": {2: _with_language}})
    with pytest.raises(ValueError, match="other needs one upcaster"):
        vocabulary([Other], {"other": {1: _renamed}})
