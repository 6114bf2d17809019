"""Texts that tell children their rights: those of the program, and what is wrong with others."""

from hashlib import sha256

import pytest

from minors_desk import assets
from minors_desk.domain.notice_points import POINTS
from minors_desk.domain.notice_texts import MOST_SIGNS, best_of, read_notice
from minors_desk.domain.pack_fields import BadPack
from minors_desk.papers.rights_view import shipped
from minors_desk.papers.unprintable import unprintable
from minors_desk.services import packs
from tests.papers.rights_of_a_night import LINES, text, toml
from tests.papers.samples import ALL

SHIPPED = {
    "us-1": "e74bbe05448dc684444f6caa00c9ec015808a37a05458b2b6d03e53a23cae4bc",
    "ca-1": "0661c374ee02b76fe62cb63e4a73fd4a2c55f387235a569e316c5df31e4fc668",
}
"""The texts that issued papers hold: a better one is a new file, these are never changed."""


@pytest.mark.parametrize("name", SHIPPED)
def test_the_texts_of_the_program_are_never_changed_and_never_called_reviewed(name: str) -> None:
    content = assets.read_bytes("notices", f"eng-{name}.toml")
    assert sha256(content).hexdigest() == SHIPPED[name]
    notice = read_notice(content.decode())
    assert (notice.is_reviewed, notice.reviewed_by, notice.language) == (False, "", "eng")
    known = {rule.id for one in packs.all_shipped() for rule in packs.shipped_pack(one).rules}
    rests_on = {rule for words in notice.points.values() for rule in words.rests_on}
    assert rests_on and rests_on <= known
    place = notice.jurisdiction
    assert all(rule.startswith(f"{place}-") for rule in rests_on)


def test_there_are_words_for_every_point_and_each_is_short() -> None:
    both = shipped("US", 1), shipped("CA", 1)
    assert set(POINTS) == {name for one in both for name in one.points}
    for one in both:
        for name, words in one.points.items():
            sentences = [said for said in words.text.replace(":", ".").split(".") if said.strip()]
            assert max(len(said.split()) for said in sentences) <= 20, name


def test_a_text_of_the_state_goes_before_one_of_the_country_and_none_is_of_another() -> None:
    country, state, canada = text("spa"), text("spa", "US-IL"), text("spa", "CA")
    every = (country, state, canada)
    assert best_of(every, "spa", "US-IL") is state
    assert best_of(every, "spa", "US-TX") is country
    assert best_of(every, "spa", "CA-QC") is canada
    assert best_of((country, state), "spa", "CA-QC") is None
    assert best_of((shipped("US", 1),), "eng", "US-IL") is None


BAD = {
    "no TOML": ("[notice", "the notice", "text"),
    "no head": ("x = 1", "the notice", "x"),
    "a head that is none": ("notice = 1", "the notice", "notice"),
    "a misspelt head": (toml("spa").replace("source", "sorce"), "the notice", "sorce"),
    "a language in words": (toml("Spanish"), "the notice", "language"),
    "a place of nowhere": (toml("spa").replace('"US"', '"MX"'), "the notice", "jurisdiction"),
    "reviewed on no day": (
        toml("spa", head='reviewed_by = "A. Lee"'),
        "the notice",
        "reviewed_on",
    ),
    "reviewed by nobody": (
        toml("spa", head="reviewed_on = 2026-10-01"),
        "the notice",
        "reviewed_on",
    ),
    "a date in words": (
        toml("spa", head='reviewed_by = "A"\nreviewed_on = "May"'),
        "the notice",
        "reviewed_on",
    ),
    "no points": (toml("spa").partition("[[point]]")[0], "the notice", "point"),
    "a point that is none": (toml("spa").replace('"food"', '"asylum"'), "a point", "id"),
    "a point twice": (toml("spa").replace('"food"', '"toilet"'), "toilet", "id"),
    "a point without words": (
        toml("spa").replace('Esto es solo una prueba: 1"', '"'),
        "who_we_are",
        "text",
    ),
    "a point of spaces": (
        toml("spa").replace('Esto es solo una prueba: 1"', '  "'),
        "who_we_are",
        "text",
    ),
    "words without end": (
        toml("spa").replace('Esto es solo una prueba: 1"', "a" * (MOST_SIGNS + 1) + '"'),
        "who_we_are",
        "text",
    ),
    "a rule that is a number": (
        toml("spa").replace('prueba: 1"', 'prueba"\nrests_on = [1]'),
        "who_we_are",
        "rests_on",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_text_names_the_point_and_the_field(name: str) -> None:
    content, point, field = BAD[name]
    with pytest.raises(BadPack) as caught:
        read_notice(content)
    assert (caught.value.rule, caught.value.field) == (point, field)
    assert caught.value.expected


def test_letters_that_no_font_has_are_found() -> None:
    assert unprintable("ខ្ញុំ") == "U+1781"
    assert unprintable(f"{LINES['ara']}\u200c") == ""
    for words in ALL.values():
        assert unprintable(words.split("\n")[0]) == ""
