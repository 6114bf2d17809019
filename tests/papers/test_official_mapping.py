"""A mapping says what each field is filled with; what is wrong in it is told with its line."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from minors_desk.domain.values import PartialDate, PersonName
from minors_desk.errors import BadInput
from minors_desk.papers.fullness import fullness
from minors_desk.papers.layout import lay_out
from minors_desk.papers.official import comparing, mapping_file
from minors_desk.papers.official.facts import FACTS, FormView, Told
from minors_desk.papers.official.filling import fill
from minors_desk.papers.official.formats import Unknown, as_day, as_name, as_time
from minors_desk.papers.official.guessing import guessed
from minors_desk.papers.official.mapping import Fill, FormMapping, blank_mapping, differences
from minors_desk.papers.official.placing import Composed, composed
from minors_desk.papers.official.reading import read_form
from tests.papers.case_of_a_night import night, packs, ruled
from tests.papers.case_of_ana import minute
from tests.papers.official_forms import COMB, blank, box, choice, of_all_kinds, radio, text, twice
from tests.papers.samples import ARABIC

FORM = of_all_kinds()
FILLS = {
    "name": Fill(fact="child.name"),
    "born": Fill(fact="child.birth_date", date="MM/DD/YYYY"),
    "account": Fill(fact="case.number"),
    "story": Fill(fact="met.how"),
    "court": Fill(text="Boston"),
    "interpreter": Fill(fact="child.sex", when=("girl",)),
    "sex": Fill(fact="child.sex", choose={"girl": "F", "boy": "M"}),
    "docket": Fill(fact="met.at", date="DD.MM.YYYY HH:mm"),
}


def mapped(**fills: Fill) -> FormMapping:
    """The form of all kinds, mapped so."""
    mapping = blank_mapping(read_form(FORM), "test-form")
    for name, one in (fills or FILLS).items():
        mapping = mapping.with_fill(name, one)
    return mapping


def of_the_night(mapping: FormMapping) -> Composed:
    return composed(mapping, ruled(night()), "official:test-form")


def test_a_mapping_written_and_read_is_the_same() -> None:
    mapping = replace(mapped(), number="T 1", issuer="Court of Tests", to="court")
    assert mapping_file.parsed(mapping_file.written(mapping)) == mapping


def test_the_facts_of_a_case_stand_in_the_fields_as_the_form_wants_them() -> None:
    done = of_the_night(mapped())
    values = done.values
    assert values["name"] == "Ana Lucía Xicay Pérez" and values["sex"] == "F"
    assert values["interpreter"] == "Yes" and values["account"] == "AC-26-0412"
    assert re.fullmatch(r"\d\d\.\d\d\.2026 \d\d:\d\d", values["docket"])
    assert values["born"] == "03/2018"
    assert comparing.differences(FORM, fill(FORM, values).pdf, values) == []


def test_our_sheets_hold_every_value_so_that_their_digest_binds_the_form() -> None:
    done = of_the_night(mapped())
    sheet = [text for _page, _box, text in lay_out(done.form).printed()]
    for one in done.written:
        assert one.shown in sheet or one.field.is_multiline
    told = " ".join(sheet)
    assert "Name of child" in told and "says so" in told


NARROW = blank(
    text("name", (60, 700, 130, 718)),
    text("tiny", (200, 700, 222, 718)),
    text("short", (300, 700, 500, 718), MaxLen=4),
    text("cells", (60, 600, 300, 618), MaxLen=3, Ff=COMB),
)


def test_what_does_not_fit_stands_whole_on_a_sheet_and_the_field_leads_there() -> None:
    mapping = blank_mapping(read_form(NARROW), "narrow")
    for name in ("name", "tiny", "short", "cells"):
        mapping = mapping.with_fill(name, Fill(fact="child.name"))
    done = of_the_night(mapping)
    assert done.values == {"name": "See sheet 1"}
    assert [one.field.name for one in done.moved] == ["name", "tiny", "short", "cells"]
    printed = lay_out(done.form).printed()
    for at, one in enumerate(done.moved, start=1):
        assert (one.sheet, f"form.more.{at}", "Ana Lucía Xicay Pérez") in printed
    assert comparing.differences(NARROW, fill(NARROW, done.values).pdf, done.values) == []


def test_many_long_values_are_led_to_the_sheet_that_has_them() -> None:
    given = blank(*(text(f"f{at}", (60, 700 - 10 * at, 130, 708 - 10 * at)) for at in range(60)))
    mapping = blank_mapping(read_form(given), "long")
    for at in range(60):
        mapping = mapping.with_fill(f"f{at}", Fill(fact="met.how"))
    done = of_the_night(mapping)
    assert {one.sheet for one in done.moved} > {1}
    assert done.values["f59"] == f"See sheet {done.moved[-1].sheet}"


def test_what_the_record_does_not_say_is_never_made_up() -> None:
    mapping = mapped(
        name=Fill(fact="father.name"),
        born=Fill(fact="child.birth_date", date="DD"),
        state=Fill(fact="child.address"),
    )
    done = of_the_night(mapping)
    assert done.values == {}
    why = {one.field.name: one.why for one in done.left}
    assert why["born"].startswith("the day is not known")
    assert set(why) == {"name", "born", "state"}
    printed = " ".join(text for _page, _box, text in lay_out(done.form).printed())
    assert "the day is not known" in printed


def test_every_fact_can_be_read_of_a_full_case_and_of_an_empty_one() -> None:
    for told in (night(), night()[:1]):
        view = FormView(ruled(told))
        for name, source in FACTS.items():
            value = source.read(view)
            assert not isinstance(value, Told) or value.words.strip(), name
            if isinstance(value, Told) and source.codes:
                assert value.code in source.codes


def test_there_is_no_fact_of_immigration_status() -> None:
    words = " ".join((*FACTS, *(one.label for one in FACTS.values()))).lower()
    assert not re.search("immigra|alien|visa|status of stay", words)


NAME = PersonName(
    as_said="Ana López Pérez", given="Ana", first_surname="López", second_surname="Pérez"
)


@pytest.mark.parametrize(
    ("part", "shown"),
    [
        ("given", "Ana"),
        ("family", "López"),
        ("second_family", "Pérez"),
        ("family_given", "López Pérez, Ana"),
    ],
)
def test_a_name_told_in_parts_is_split_and_no_other(part: str, shown: str) -> None:
    assert as_name(Told(words="Ana López Pérez", name=NAME), part) == shown  # type: ignore[arg-type]
    whole = Told(words=ARABIC, name=PersonName(as_said=ARABIC))
    split = as_name(whole, part)  # type: ignore[arg-type]
    assert split == ARABIC if part == "family_given" else isinstance(split, Unknown)


@pytest.mark.parametrize(
    ("day", "pattern", "shown"),
    [
        (PartialDate(year=2014, month=3, day=5), "MM/DD/YYYY", "03/05/2014"),
        (PartialDate(year=2014, month=3, day=5), "YYYY-MM-DD", "2014-03-05"),
        (PartialDate(year=2014, month=3, day=5), "DD MMM YY", "05 Mar 14"),
        (PartialDate(year=2014, month=3), "MM/DD/YYYY", "03/2014"),
        (PartialDate(year=2014), "MM/DD/YYYY", "2014"),
        (PartialDate(year=2014), "YYYY", "2014"),
        (PartialDate(year=2014), "MM", None),
        (PartialDate(year=2014, month=3), "DD", None),
    ],
)
def test_a_date_prints_as_asked_and_only_as_far_as_known(
    day: PartialDate, pattern: str, shown: str | None
) -> None:
    found = as_day(Told(words="", day=day), pattern)
    assert found == shown if shown else isinstance(found, Unknown)


@pytest.mark.parametrize(
    ("precision", "pattern", "shown"),
    [
        ("minute", "MM/DD/YYYY HH:mm", "11/24/2026 03:12"),
        ("minute", "hh:mm ap", "03:12 AM"),
        ("about", "HH:mm", "about 03:12"),
        ("about", "MM/DD/YYYY", "11/24/2026"),
        ("day", "HH:mm", None),
        ("month", "MM/DD/YYYY", None),
        ("unknown", "YYYY", None),
    ],
)
def test_a_time_stands_on_the_clock_of_the_station(
    precision: str, pattern: str, shown: str | None
) -> None:
    told = Told(words="", at=datetime(2026, 11, 24, 9, 12, tzinfo=UTC), precision=precision)
    found = as_time(told, pattern, "America/Chicago")
    assert found == shown if shown else isinstance(found, Unknown)


def test_a_form_that_changed_is_told_field_by_field() -> None:
    first = blank(
        text("a", (60, 700, 200, 718), MaxLen=10),
        choice("b", (60, 600, 200, 618), "MA", "WY"),
        radio("c", ("F", 100, 480), ("M", 140, 480)),
        text("gone", (60, 400, 200, 418)),
    )
    second = blank(
        text("a", (60, 700, 200, 718), MaxLen=8),
        choice("b", (60, 600, 200, 618), "MA", "CA"),
        radio("c", ("F", 100, 480), ("X", 140, 480)),
        text("new", (60, 500, 200, 518)),
    )
    mapping = blank_mapping(read_form(first), "two")
    assert differences(mapping, read_form(first)) == ()
    told = differences(mapping, read_form(second))
    assert told[:2] == ("The field gone is gone.", "The field new is new.")
    assert "The field a has another longest length: 10 was mapped, it is 8." in told
    assert any("field b has another choices" in one for one in told)
    assert any("field c has another states of its boxes" in one for one in told)
    same = blank(
        text("a", (60, 700, 200, 718), MaxLen=10),
        choice("b", (60, 600, 200, 618), "MA", "WY"),
        radio("c", ("F", 100, 480), ("M", 140, 480)),
        text("gone", (60, 400, 200, 418)),
    )
    (said,) = differences(replace(mapping, sha256="0" * 64), read_form(same))
    assert said.startswith("The fields are the same, but the file is another one")


def test_guesses_are_marked_to_be_checked() -> None:
    given = blank(
        text("ChildName", (60, 700, 300, 718)),
        text("x1", (60, 660, 300, 678), TU="Date of birth"),
        box("sex_female", (60, 600)),
        text("MotherPhone", (60, 560, 300, 578)),
        twice("office", (60, 500, 200, 518)),
    )
    mapping = guessed(read_form(given), "guess")
    fills = {field.name: fill for field, fill in mapping.mapped}
    assert fills["ChildName"].fact == "child.name"
    assert fills["x1"] == Fill(fact="child.birth_date", date="MM/DD/YYYY", to_check=True)
    assert fills["sex_female"].when == ("girl",) and fills["MotherPhone"].fact == "mother.phone"
    assert set(mapping.unchecked) == set(fills) == {"ChildName", "x1", "sex_female", "MotherPhone"}
    assert mapping_file.parsed(mapping_file.written(mapping)) == mapping


def changed(old: str, new: str) -> str:
    """The file of the mapping with one line of a field's fill put otherwise."""
    head, told = mapping_file.written(mapped()).split("\nformat =")
    told = f"\nformat ={told}"
    assert old in told
    return head + told.replace(old, new, 1)


WRONG = {
    "unknown fact": ('fact = "child.name"', 'fact = "child.nme"', "there is no fact"),
    "unknown key": (
        'fact = "child.name"',
        'fact = "child.name"\ncolour = "red"',
        "no key `colour`",
    ),
    "no date": ('date = "MM/DD/YYYY"', 'date = "month first"', "write it with YYYY"),
    "hour of a day": ('date = "MM/DD/YYYY"', 'date = "HH:mm"', "has no hour"),
    "date of a name": ('fact = "child.name"', 'fact = "child.name"\ndate = "YYYY"', "no date"),
    "not a code": ('"girl",', '"woman",', "never `woman`"),
    "both": ('fact = "child.name"', 'fact = "child.name"\ntext = "Ana"', "either"),
    "no such choice": ('girl = "F"', 'girl = "W"', "has the states"),
    "not a text": ('fact = "child.name"', "fact = 7", "`fact` is not a text"),
    "no kind": ('kind = "text"', 'kind = "poem"', "a name and a kind"),
    "format": ("format = 1", "format = 2", "format"),
    "name of the form": ('name = "test-form"', 'name = "Test Form"', "small letters"),
    "twice": ('name = "born"', 'name = "name"', "twice"),
    "page": ("612.0,", '"wide",', "a page is"),
    "no TOML": ("[form]", "[form", "no TOML"),
}


@pytest.mark.parametrize("name", sorted(WRONG))
def test_what_is_wrong_is_told_in_one_sentence_with_its_line(name: str) -> None:
    old, new, why = WRONG[name]
    text = changed(old, new)
    with pytest.raises(BadInput) as caught:
        mapping_file.parsed(text)
    title = caught.value.title
    assert why in title
    line = re.search(r"line (\d+)", title)
    assert line is not None
    at = text.rindex(new)
    first, last = text[:at].count("\n") + 1, text[: at + len(new)].count("\n") + 1
    assert first - 12 <= int(line[1]) <= last + 1


def test_a_line_is_named_exactly_where_the_key_stands() -> None:
    text = changed('fact = "child.birth_date"', 'fact = "child.birthday"')
    with pytest.raises(BadInput) as caught:
        mapping_file.parsed(text)
    wanted = text[: text.index("child.birthday")].count("\n") + 1
    assert f"line {wanted}:" in caught.value.title


def test_what_is_left_empty_is_counted_as_the_answer_that_it_is() -> None:
    mapping = mapped(name=Fill(fact="father.name"), docket=Fill(fact="exit.at", date="YYYY"))
    found = fullness(of_the_night(mapping).form)
    assert [one.label for one in found.missing] == ["Name of child, line 1"]


def test_what_whom_the_form_goes_to_may_not_be_told_stays_empty_with_the_rule() -> None:
    """The rule is one of those in force, and is named as its pack has it."""
    given = replace(ruled(night()), packs=packs(), as_of=minute(120))
    mapping = replace(mapped(name=Fill(fact="child.address")), to="immigration_authority")
    answer = given.may_be_told("address", "immigration_authority")
    assert answer is not None and answer.word == "forbidden"
    done = composed(mapping, given, "official:test-form")
    assert done.values == {} and done.left[0].state == "withheld"
    shown = " ".join(text for _page, _box, text in lay_out(done.form).printed())
    assert "WITHHELD BY LAW" in shown and answer.deciding[0].citation in shown
    assert composed(replace(mapping, to=None), given, "x").left[0].state != "withheld"
