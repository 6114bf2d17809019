"""At a station in Canada nothing of the United States is asked or offered, and the reverse."""

import re
from collections.abc import Iterator

import pytest

from minors_desk import assets
from minors_desk.domain.rulepack import read_pack
from minors_desk.ui.acts import catalog
from minors_desk.ui.dialogs.form import as_choices
from minors_desk.ui.forms.asked_form import FormSpec
from minors_desk.ui.forms.asks import Pick, Several
from minors_desk.wording import places
from minors_desk.wording.codes import WORDS

OF_US = re.compile(
    r"\b(HHS|OTIP|NCIC|NCMEC|CPS|SSN|ICE|DHS|ORR|ICJ|DCFS|[Cc]ounty|[Ii]nterstate|[Tt]rib\w+)\b"
    r"|\b[Ss]tate\b(?! or province)"
)
CANADA = ("CA-QC", "CA-BC")
SPECS: tuple[FormSpec, ...] = tuple({spec.kind: spec for spec in catalog.SPECS.values()}.values())


def said(spec: FormSpec, place: str) -> Iterator[str]:
    """Every text of a described form at a station there."""
    here = spec.at(place)
    yield here.heading
    for ask in here.asks:
        yield from (ask.label, ask.hint, ask.needed)
        if isinstance(ask, Pick):
            for one in ask.offered():
                yield from (one.label, one.explanation)
        if isinstance(ask, Several):
            yield from (one.label for one in as_choices(ask.codes))


@pytest.mark.parametrize("place", CANADA)
def test_no_form_and_no_act_in_canada_speaks_of_the_united_states(place: str) -> None:
    told = [words for spec in SPECS for words in said(spec, place)]
    for act in catalog.ALL:
        if places.is_offered("fact", act.name.removeprefix("tell_"), place):
            told += [act.words, act.meaning]
    assert len(told) > 400
    assert [words for words in told if OF_US.search(words)] == []


def test_the_same_forms_do_speak_of_it_in_illinois() -> None:
    told = " ".join(words for spec in SPECS for words in said(spec, "US-IL"))
    assert {"NCIC", "HHS", "ICJ"} <= set(OF_US.findall(told)) and "CPIC" not in told


def test_what_is_of_one_country_is_a_choice_that_there_is() -> None:
    for lists in places._ONLY_IN.values():
        for codes, only in lists.items():
            assert only < set(WORDS[codes])
    assert all(places.is_offered("reference_system", one, "") for one in ("ncic", "cpic"))


@pytest.mark.parametrize("name", ["ca", "ca-on", "ca-qc", "ca-bc", "ca-ab", "ca-mb", "house"])
def test_the_law_of_canada_is_told_in_its_own_words(name: str) -> None:
    for rule in read_pack(assets.read_text("rules", f"{name}.toml")).rules:
        told = f"{rule.title} {rule.owed_to} {rule.proof}"
        assert not re.search(r"\b(HHS|NCIC|CPS|DCFS|ORR|DHS|County)\b", told), rule.id
