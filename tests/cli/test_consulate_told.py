"""`case show` tells of the child's consulates what `rules explain` says of their rules."""

from tests.cli.conftest import Line, entry


def test_what_applies_to_each_country_is_told_and_the_rules_agree(line: Line) -> None:
    china = {"type": "country", "code": "CN", "as_said": ""}
    case = line.open_case(
        entry(
            "custody_began",
            starts_from="arrival",
            place="Area Central",
            room="Room 2",
            watched_by="J. Rivera",
        ),
        entry("fact_told", fact="nationality", value=china, source="said"),
        entry("counsel_hold", what=["consular_notice"], counsel="L. Park", reason="She is afraid"),
    )
    told = line("case", "show", case, json_wanted=True).document["consulate"]
    (one,) = told["nationalities"]
    assert (told["kind"], one["country"], one["told_to"]) == ("mandatory", "CN", "CN")
    assert told["held_for_counsel"][0]["stands"] is True
    assert "afraid" not in str(told)
    explained = {
        each["id"]: each
        for each in line("rules", "explain", case, json_wanted=True).document["rules"]
    }
    assert one["rules"] == ["US-CN-02", "US-CN-03"]
    assert all(explained[rule]["applies_here"] for rule in one["rules"])
    assert not explained["US-CN-01"]["applies_here"]
    said = line("case", "show", case).out
    assert "China · Must be told: it is on the list, whatever the child wishes" in said
    assert "child: not told yet" in said
    assert "L. Park has not answered" in said
