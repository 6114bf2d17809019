"""Rule packs: the shipped ones are read, and every fault names its rule and field."""

from datetime import date, timedelta

import pytest

from minors_desk import assets
from minors_desk.domain.events import EVENTS
from minors_desk.domain.rulepack import BadPack, content_hash, read_pack

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


def test_the_shipped_law() -> None:
    text = assets.read_text("rules", "us.toml")
    pack = read_pack(text)
    assert (pack.id, pack.is_law, pack.content_hash) == ("us", True, content_hash(text))
    assert [one.id for one in pack.rules] == ["US-JJ-01", "US-JJ-03"]
    never, hours = pack.rules
    assert (never.kind, never.within, never.may_be_red) == ("prohibition", None, False)
    assert (hours.kind, hours.within, hours.may_be_red) == ("deadline", timedelta(hours=6), True)
    for one in pack.rules:
        assert one.is_ours
        assert one.citation
        assert one.checked.verified
        assert one.checked.source
        assert one.checked.on is not None


def test_the_shipped_station_rules_are_no_law() -> None:
    pack = read_pack(assets.read_text("rules", "house.toml"))
    (check,) = pack.rules
    assert (pack.is_law, check.is_law, check.citation) == (False, False, "")
    assert (check.kind, check.within) == ("interval", timedelta(minutes=30))
    assert check.is_ours
    assert not check.may_be_red
    assert "not law" in check.checked.source


def test_every_field_is_read() -> None:
    one = read_pack(HEAD + rule(effective_until="2027-01-01", ends_with='["unsecured"]')).rules[0]
    assert (one.id, one.pack, one.title, one.citation) == (
        "X-1",
        "x",
        "Told within an hour",
        "1 X 2",
    )
    assert (one.within, one.starts) == (timedelta(minutes=90), "custody_began")
    assert (one.satisfied_by, one.ends_with) == (("handed_over",), ("unsecured",))
    assert (one.effective_from, one.effective_until) == (date(2026, 1, 1), date(2027, 1, 1))
    assert one.checked.on == date(2026, 11, 24)
    without = read_pack(HEAD + rule(within=None, effective_from=None)).rules[0]
    assert (without.within, without.effective_from) == (None, date.min)
    assert read_pack(HEAD).rules == ()


PACK_FAULTS = [
    ("= no toml", "text"),
    ("a = " + "[" * 100_000, "text"),
    ("", "pack"),
    ("pack = 1", "pack"),
    ('[pack]\nid = "x"\nkind = "law"', "title"),
    ('[pack]\nid = ""\ntitle = "X"\nkind = "law"', "id"),
    ('[pack]\nid = "x"\ntitle = "X"\nkind = "custom"', "kind"),
    (HEAD + 'titel = "X"', "titel"),
    (HEAD + "[[rules]]\n", "rules"),
    (HEAD + "[rule]\n", "rule"),
    ("rule = [1]\n" + HEAD, "rule"),
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
    ({"kind": '"gate"'}, "kind"),
    ({"kind": "[]"}, "kind"),
    ({"applies": '["age_under:12"]'}, "applies"),
    ({"applies": '"in_custody"'}, "applies"),
    ({"applies": "[[]]"}, "applies"),
    ({"starts": '"arrived"'}, "starts"),
    ({"starts": None}, "starts"),
    ({"satisfied_by": '["told"]'}, "satisfied_by"),
    ({"ends_with": '["told"]'}, "ends_with"),
    ({"within": '"6 hours"'}, "within"),
    ({"within": '"PT"'}, "within"),
    ({"within": '"PT0M"'}, "within"),
    ({"within": '"PT999999999999H"'}, "within"),
    ({"within": '"P1D"'}, "within"),
    ({"within": "6"}, "within"),
    ({"kind": '"interval"', "within": None}, "within"),
    ({"kind": '"prohibition"'}, "within"),
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
    assert read_pack(HEAD + rule(starts=f'"{event}"')).rules[0].starts == event
