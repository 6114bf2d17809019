"""Rule packs: the shipped ones are read, and every fault names its rule and field."""

from datetime import date, timedelta

import pytest

from minors_desk import assets
from minors_desk.domain.conditions import CONDITIONS
from minors_desk.domain.events import EVENTS
from minors_desk.domain.gates import GateTerms
from minors_desk.domain.pack_fields import BadPack
from minors_desk.domain.periods import EVERY_DAY, Calendar, Period
from minors_desk.domain.rulepack import content_hash, faults, read_pack
from minors_desk.domain.rules import Rule
from tests.domain.rule_tables import PACKS

SIX_HOURS = Period(timedelta(hours=6))

HEAD = '[pack]\nid = "x"\ntitle = "X"\nkind = "law"\n'
RULE = {
    "id": '"X-1"',
    "title": '"Told within an hour"',
    "citation": '"1 X 2"',
    "binds": '"police"',
    "kind": '"deadline"',
    "applies": "[]",
    "starts": '"custody_began"',
    "within": '"PT1H30M"',
    "satisfied_by": '["handed_over"]',
    "effective_from": "2026-01-01",
    "checked": '{ status = "verified", source = "the code", on = 2026-11-24 }',
}


def rule(**changed: str | None) -> str:
    fields = {name: value for name, value in (RULE | changed).items() if value is not None}
    return "[[rule]]\n" + "".join(f"{name} = {value}\n" for name, value in fields.items())


NAMES = sorted(file.stem for file in assets.path("rules", "house.toml").parent.glob("*.toml"))
SHIPPED = {name: read_pack(assets.read_text("rules", f"{name}.toml")) for name in NAMES}
LAW = [one for name in NAMES if name != "house" for one in SHIPPED[name].rules]


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_pack_is_known_by_its_name_and_the_hash_of_its_text(name: str) -> None:
    pack = SHIPPED[name]
    assert (pack.id, pack.is_law) == (name, name != "house")
    assert pack.content_hash == content_hash(assets.read_text("rules", f"{name}.toml"))


def test_the_shipped_law() -> None:
    rules = {one.id: one for one in LAW}
    never, hours, contact = rules["US-JJ-01"], rules["US-JJ-03"], rules["US-IL-01"]
    assert (never.kind, never.within, never.may_be_red) == ("prohibition", None, False)
    assert (hours.within, hours.counts, hours.may_be_red) == (SIX_HOURS, "secure_time", True)
    assert (contact.starts, contact.within, contact.counts) == (("encountered",), SIX_HOURS, "time")
    court = rules["US-IL-06"]
    assert (court.is_ours, court.may_be_red, court.calendar.weekends) == (False, False, True)
    assert {one.year for one in court.calendar.holidays} == set(range(2025, 2031))


@pytest.mark.parametrize("one", LAW, ids=lambda one: one.id)
def test_law_says_where_it_was_read_and_when(one: Rule) -> None:
    assert one.citation
    assert one.checked.source
    assert one.checked.verified is (one.checked.on is not None)
    # Where the law itself is the answer the program notes nothing yet that could prove it.
    assert one.proof or (one.gate is not None and one.gate.answer is not None)
    to_nobody = one.kind in ("prohibition", "gate", "record", "interval")
    assert one.owed_to or to_nobody or "handed_over" in one.satisfied_by


def test_the_shipped_station_rules_are_no_law() -> None:
    house = SHIPPED["house"]
    check = house.rules[0]
    assert (check.kind, check.within) == ("interval", Period(timedelta(minutes=30)))
    for one in house.rules:
        assert (one.is_law, one.citation, one.is_ours, one.may_be_red) == (False, "", True, False)
        assert "not law" in one.checked.source


def test_the_station_has_a_target_for_all_that_the_law_wants_without_delay() -> None:
    without_delay = {
        rule.id
        for pack in PACKS.values()
        for rule in pack.rules
        if pack.is_law and rule.is_ours and rule.kind == "deadline" and rule.within is None
    }
    assert set(SHIPPED["house"].targets) == without_delay
    assert all(SHIPPED["house"].targets.values())


EVERY_FIELD = {
    "effective_until": "2027-01-01",
    "unless": '["parent_reached"]',
    "once": "true",
    "counts": '"time"',
    "skips": '["weekends", "holidays:X"]',
    "owed_to": '"The parent"',
    "proof": '"Contact log"',
    "checked": '{ status = "verified", source = "the code", on = 2026-11-24, note = "half" }',
}


def test_every_field_is_read() -> None:
    text = HEAD + "[holidays]\nX = [2026-12-25]\n" + rule(**EVERY_FIELD)
    one = read_pack(text).rules[0]
    assert (one.id, one.pack, one.title, one.citation) == (
        "X-1",
        "x",
        "Told within an hour",
        "1 X 2",
    )
    assert (one.within, one.starts) == (Period(timedelta(minutes=90)), ("custody_began",))
    assert (one.unless, one.once, one.counts) == (("parent_reached",), True, "time")
    assert one.calendar == Calendar(weekends=True, holidays=frozenset({date(2026, 12, 25)}))
    assert (one.satisfied_by, one.owed_to, one.proof) == (
        ("handed_over",),
        "The parent",
        "Contact log",
    )
    assert (one.effective_from, one.effective_until) == (date(2026, 1, 1), date(2027, 1, 1))
    assert (one.checked.on, one.checked.note) == (date(2026, 11, 24), "half")
    assert read_pack(HEAD).rules == ()


def test_what_is_left_out_means_nothing() -> None:
    (one,) = read_pack(HEAD + rule(within=None, without_delay="true", effective_from=None)).rules
    assert (one.within, one.effective_from) == (None, date.min)
    assert (one.unless, one.once, one.counts, one.calendar) == ((), False, "time", EVERY_DAY)
    assert (one.owed_to, one.proof, one.checked.note) == ("", "", "")


def test_days_are_calendar_days_and_a_rule_may_start_from_several_events() -> None:
    (one,) = read_pack(HEAD + rule(within='"P30D"', starts='["encountered", "classed"]')).rules
    assert (one.within, one.starts) == (Period(days=30), ("encountered", "classed"))


def test_an_interval_ends() -> None:
    (one,) = read_pack(HEAD + rule(kind='"interval"', ends_with='["unsecured"]')).rules
    assert one.ends_with == ("unsecured",)


def test_targets_are_of_the_station() -> None:
    station = HEAD.replace('"law"', '"station"')
    assert read_pack(station + '[targets]\nX-1 = "PT45M"').targets == {"X-1": timedelta(minutes=45)}


PACK_FAULTS = [
    ("= no toml", "text"),
    ("a = " + "[" * 100_000, "text"),
    ("", "pack"),
    ("pack = 1", "pack"),
    ('[pack]\nid = "x"\nkind = "law"', "title"),
    ('[pack]\nid = ""\ntitle = "X"\nkind = "law"', "id"),
    ('[pack]\nid = "x"\ntitle = "X"\nkind = "custom"', "kind"),
    (HEAD + 'titel = "X"', "titel"),
    (HEAD + "confidential = 1", "confidential"),
    (HEAD + "[[rules]]\n", "rules"),
    (HEAD + "[rule]\n", "rule"),
    ("rule = [1]\n" + HEAD, "rule"),
    ("holidays = 1\n" + HEAD, "holidays"),
    (HEAD + '[holidays]\nX = ["2026-12-25"]', "holidays.X"),
    (HEAD + "[holidays]\nX = [2026-12-25T00:00:00]", "holidays.X"),
    ("countries = 1\n" + HEAD, "countries"),
    (HEAD + '[countries]\nhome = "US"', "countries.home"),
    (HEAD + '[countries]\nhome = ["USA"]', "countries.home"),
    (HEAD + '[targets]\nX-1 = "PT1H"', "targets"),
    (HEAD.replace('"law"', '"station"') + '[targets]\nX-1 = "P1D"', "targets.X-1"),
    (HEAD.replace('"law"', '"station"') + "[targets]\nX-1 = 60", "targets.X-1"),
]


@pytest.mark.parametrize(("text", "field"), PACK_FAULTS, ids=[f for _, f in PACK_FAULTS])
def test_a_fault_of_the_pack_is_named(text: str, field: str) -> None:
    with pytest.raises(BadPack) as told:
        read_pack(text)
    assert (told.value.rule, told.value.field) == ("the pack", field)
    assert told.value.expected


FAULTS: list[tuple[dict[str, str | None], str]] = [
    ({"title": None}, "title"),
    ({"title": "7"}, "title"),
    ({"citation": None}, "citation"),
    ({"citation": '""'}, "citation"),
    ({"binds": '"everybody"'}, "binds"),
    ({"kind": '"gates"'}, "kind"),
    ({"kind": "[]"}, "kind"),
    ({"applies": '["age_under:12"]'}, "applies"),
    ({"applies": '"in_custody"'}, "applies"),
    ({"applies": "[[]]"}, "applies"),
    ({"starts": '"arrived"'}, "starts"),
    ({"starts": None}, "starts"),
    ({"satisfied_by": '["told"]'}, "satisfied_by"),
    ({"starts": "[]"}, "starts"),
    ({"starts": '["encountered", "arrived"]'}, "starts"),
    ({"unless": '["at_large"]'}, "unless"),
    ({"kind": '"interval"', "ends_with": '["told"]'}, "ends_with"),
    ({"ends_with": '["handed_over"]'}, "ends_with"),
    ({"kind": '"interval"', "skips": '["weekends"]'}, "skips"),
    ({"kind": '"interval"', "once": "true"}, "once"),
    ({"kind": '"interval"', "within": '"P1D"'}, "within"),
    ({"kind": '"prohibition"', "within": None, "counts": '"time"'}, "counts"),
    ({"once": '"yes"'}, "once"),
    ({"skips": '["holidays:US-IL"]'}, "skips"),
    ({"skips": '["sundays"]'}, "skips"),
    ({"counts": '"days"'}, "counts"),
    ({"counts": '"secure_time"'}, "counts"),
    ({"counts": '"secure_time"', "starts": '"secured"', "skips": '["weekends"]'}, "counts"),
    ({"counts": '"secure_time"', "starts": '"secured"', "within": '"P1D"'}, "within"),
    ({"without_delay": "true"}, "within"),
    ({"without_delay": '"yes"'}, "without_delay"),
    ({"within": None}, "within"),
    ({"within": '"P0D"'}, "within"),
    ({"within": '"P1W"'}, "within"),
    ({"owed_to": "7"}, "owed_to"),
    ({"proof": "[]"}, "proof"),
    ({"within": '"6 hours"'}, "within"),
    ({"within": '"PT"'}, "within"),
    ({"within": '"PT0M"'}, "within"),
    ({"within": '"PT999999999999H"'}, "within"),
    ({"within": "6"}, "within"),
    ({"kind": '"interval"', "within": None}, "within"),
    ({"kind": '"prohibition"'}, "satisfied_by"),
    ({"effective_from": '"2026"'}, "effective_from"),
    ({"effective_from": "2026-01-01T00:00:00"}, "effective_from"),
    ({"effective_until": "7"}, "effective_until"),
    ({"checked": None}, "checked"),
    ({"checked": '"verified"'}, "checked"),
    ({"checked": '{ status = "seen" }'}, "checked"),
    ({"checked": '{ status = "verified", on = 2026-01-01 }'}, "source"),
    ({"checked": '{ status = "verified", source = "the code" }'}, "on"),
    ({"checked": '{ status = "not_verified", on = "2026" }'}, "on"),
    ({"checked": '{ status = "not_verified", date = 2026-01-01 }'}, "date"),
    ({"satisfied": '["handed_over"]'}, "satisfied"),
]


@pytest.mark.parametrize(("changed", "field"), FAULTS, ids=str)
def test_a_fault_of_a_rule_is_named(changed: dict[str, str | None], field: str) -> None:
    with pytest.raises(BadPack) as told:
        read_pack(HEAD + rule(**changed))
    assert (told.value.rule, told.value.field) == ("X-1", field)
    assert str(told.value) == f"X-1: {field}: {told.value.expected}"


def test_a_rule_without_an_id_and_one_used_twice() -> None:
    with pytest.raises(BadPack) as told:
        read_pack(HEAD + rule(id=None))
    assert (told.value.rule, told.value.field) == ("a rule", "id")
    with pytest.raises(BadPack) as told:
        read_pack(HEAD + rule() + rule())
    assert (told.value.rule, told.value.field) == ("X-1", "id")


def test_a_station_rule_needs_no_citation() -> None:
    head = HEAD.replace('"law"', '"station"')
    assert read_pack(head + rule(citation=None)).rules[0].citation == ""


@pytest.mark.parametrize("event", sorted(EVENTS))
def test_every_event_may_start_a_rule(event: str) -> None:
    assert read_pack(HEAD + rule(starts=f'"{event}"')).rules[0].starts == (event,)


@pytest.mark.parametrize("condition", sorted(CONDITIONS))
def test_every_condition_may_be_asked_for_or_ruled_out(condition: str) -> None:
    (one,) = read_pack(HEAD + rule(applies=f'["{condition}"]', unless=f'["{condition}"]')).rules
    assert (one.applies, one.unless) == ((condition,), (condition,))


BARE = dict.fromkeys(("starts", "within", "satisfied_by"))
DOOR = BARE | {"kind": '"gate"', "before": '"questioning"', "satisfied_by": '["lawyer_reached"]'}
TOLD = BARE | {
    "kind": '"gate"',
    "before": '"disclosure"',
    "answer": '"needs"',
    "needs": '["judge_order"]',
    "about": '["birthplace", "address"]',
    "to": '["immigration_authority"]',
}
KEPT = BARE | {"kind": '"record"', "held_in": '["entry:custody_began", "paper:custody_log"]'}
LONGER = {"may_extend_to": '"PT12H"', "extended_by": '"Watch commander, 1 X 3"'}


def test_a_gate_is_opened_by_events_of_the_case() -> None:
    (one,) = read_pack(HEAD + rule(**DOOR)).rules
    assert one.gate == GateTerms(before="questioning")
    assert (one.satisfied_by, one.starts, one.has_clock) == (("lawyer_reached",), (), False)


def test_of_a_disclosure_the_law_is_the_answer() -> None:
    (one,) = read_pack(HEAD + rule(**TOLD)).rules
    assert one.gate == GateTerms(
        before="disclosure",
        answer="needs",
        needs=("judge_order",),
        about=("birthplace", "address"),
        to=("immigration_authority",),
    )


def test_a_record_says_where_it_is_held() -> None:
    (one,) = read_pack(HEAD + rule(**KEPT)).rules
    assert one.held_in == ("entry:custody_began", "paper:custody_log")
    assert (one.starts, one.within, one.has_clock) == ((), None, False)


def test_a_limit_that_may_be_prolonged_says_by_whom() -> None:
    (one,) = read_pack(HEAD + rule(**LONGER)).rules
    assert one.may_extend_to == Period(timedelta(hours=12))
    assert one.extended_by == "Watch commander, 1 X 3"


OUTSIDE = """[[outside]]
id = "X-9"
title = "The court decides"
citation = "1 X 9"
binds = "court"
why = "court_event"
note = "No entry tells of the hearing."
checked = { status = "not_verified", source = "the code" }
"""


def test_what_no_program_can_hold_is_told_with_its_reason() -> None:
    (one,) = read_pack(HEAD + OUTSIDE).outside
    assert (one.id, one.pack, one.why, one.binds) == ("X-9", "x", "court_event", "court")


NEW_FAULTS: list[tuple[dict[str, str | None], str]] = [
    (DOOR | {"before": '"breakfast"'}, "before"),
    (DOOR | {"starts": '"encountered"'}, "starts"),
    (DOOR | {"satisfied_by": "[]"}, "satisfied_by"),
    (DOOR | {"answer": '"forbidden"'}, "answer"),
    (TOLD | {"answer": '"perhaps"'}, "answer"),
    (TOLD | {"needs": None}, "needs"),
    (TOLD | {"answer": '"forbidden"'}, "needs"),
    (TOLD | {"about": None}, "about"),
    (TOLD | {"to": '["everybody"]'}, "to"),
    (TOLD | {"satisfied_by": '["lawyer_reached"]'}, "satisfied_by"),
    (TOLD | {"before": '"immigration_hold"'}, "about"),
    (KEPT | {"held_in": '["entry:diary"]'}, "held_in"),
    (KEPT | {"held_in": None}, "held_in"),
    (KEPT | {"within": '"PT1H"'}, "within"),
    (LONGER | {"extended_by": None}, "extended_by"),
    (LONGER | {"may_extend_to": '"PT1H"'}, "may_extend_to"),
    (LONGER | {"may_extend_to": '"P2D"'}, "may_extend_to"),
    ({"tightens": '"X-2"'}, "tightens"),
]


@pytest.mark.parametrize(("changed", "field"), NEW_FAULTS, ids=str)
def test_a_fault_of_a_gate_or_a_record_is_named(changed: dict[str, str | None], field: str) -> None:
    with pytest.raises(BadPack) as told:
        read_pack(HEAD + rule(**changed))
    assert (told.value.rule, told.value.field) == ("X-1", field)


def test_every_fault_of_a_pack_is_listed_at_once() -> None:
    text = HEAD + rule(binds='"us"') + rule(id='"X-2"', title=None) + OUTSIDE.replace("why", "wy")
    found = [(one.rule, one.field) for one in faults(text)]
    assert found == [("X-1", "binds"), ("X-2", "title"), ("X-9", "wy")]
    assert faults(HEAD + rule()) == ()
