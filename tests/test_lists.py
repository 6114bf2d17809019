"""Languages and countries: all there, each code once, every agency spelling known, no guesses."""

import re

import pytest

from minors_desk.lists import (
    countries,
    country_coded,
    country_of,
    language_coded,
    languages,
)


def test_the_languages_are_whole() -> None:
    codes = [one.code for one in languages()]
    assert len(codes) == len(set(codes)) == 340
    assert all(re.fullmatch("[a-z]{3}", code) for code in codes)
    assert all(one.name for one in languages())
    scripts = {one.script for one in languages()}
    assert all(re.fullmatch("([A-Z][a-z]{3})?", script) for script in scripts)
    needed = {"mam", "quc", "kek", "kjb", "cac", "ixl", "mig", "nhe", "quz", "tir", "pus", "prs"}
    assert needed <= set(codes)


def test_a_language_and_what_is_to_know_of_it() -> None:
    dari = language_coded("prs")
    assert dari is not None
    assert (dari.name, dari.script, dari.is_right_to_left) == ("Dari", "Arab", True)
    assert "Afghan Persian" in dari.other_names
    mixtec = [one for one in languages() if one.family == "Mixtec"]
    assert len(mixtec) > 40
    assert language_coded("qqq") is None


def test_the_countries_are_whole() -> None:
    codes = [one.code for one in countries()]
    assert len(codes) == len(set(codes)) == 250
    assert all(re.fullmatch("[A-Z]{2}", code) for code in codes)
    assert all(one.name and one.name_es and one.name_fr for one in countries())
    namibia = country_coded("NA")
    assert namibia is not None and namibia.name == "Namibia"
    assert country_coded("XXX") is None


@pytest.mark.parametrize(
    ("spelling", "code"),
    [
        ("GUATEMALA", "GT"),
        ("  méxico ", "MX"),
        ("Mexico", "MX"),
        ("CHINA, PEOPLES REPUBLIC OF", "CN"),
        ("Dem Rep Of The Congo", "CD"),
        ("MYANMAR (BURMA)", "MM"),
        ("Haïti", "HT"),
        ("Côte d'Ivoire", "CI"),
        ("Turkey", "TR"),
    ],
)
def test_a_spelling_is_its_country(spelling: str, code: str) -> None:
    found = country_of(spelling)
    assert found is not None and found.code == code


@pytest.mark.parametrize(
    "spelling", ["UNKNOWN", "OTHER", "UNK", "", " - ", "no", "NA", "Atlantis", "Korea"]
)
def test_what_is_not_known_is_not_guessed(spelling: str) -> None:
    assert country_of(spelling) is None


def test_every_country_is_found_by_its_names() -> None:
    for one in countries():
        assert {country_of(name) for name in (one.name, one.name_es, one.name_fr)} == {one}
