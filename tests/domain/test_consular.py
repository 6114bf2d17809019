"""Which consulate is told of a child: every country, several at once, both countries of ours."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minors_desk import assets
from minors_desk.domain.answers import NoAnswer
from minors_desk.domain.bodies import Body
from minors_desk.domain.consular import (
    STRICTEST_FIRST,
    TERRITORIES,
    Nationality,
    Place,
    Standing,
    applies_to,
    standing,
)
from minors_desk.domain.contacts import Party, ReportSent
from minors_desk.domain.duties import clocks
from minors_desk.domain.ending import CustodyEnded
from minors_desk.domain.facts import FactTold
from minors_desk.domain.rulepack import read_pack
from minors_desk.domain.rules import Pack
from minors_desk.domain.values import NO_COUNTRY
from minors_desk.lists import consular_mandatory, countries
from tests.domain.samples import ZONE, at, case_of, encountered, reached, tried
from tests.domain.samples_consulate import (
    answered,
    guardian,
    held,
    national,
    notified,
    offered,
)
from tests.domain.samples_custody import began

LISTED = consular_mandatory()
CODES = tuple(one.code for one in countries())
PACKS = {
    country: tuple(read_pack(assets.read_text("rules", f"{name}.toml")) for name in names)
    for country, names in {"US": ("us", "us-ca"), "CA": ("ca", "ca-on")}.items()
}
LATE = at(600)


def place(country: str) -> Place:
    return Place(country=country, listed=LISTED)


def one(code: str, country: str = "US") -> Nationality:
    return applies_to(code, PACKS[country], LATE, ZONE, place(country))


def stands(*told: Body, country: str = "US", packs: Sequence[Pack] | None = None) -> Standing:
    case = case_of(encountered(), began(1), *told)
    given_packs = PACKS[country] if packs is None else packs
    return standing(case, given_packs, LATE, ZONE, place(country))


def ended(minutes: float) -> CustodyEnded:
    return CustodyEnded(occurred_at=at(minutes), reason="court_order", detail="Judge Hale")


def codes(found: Standing) -> set[str]:
    return {one.code for one in found.wrong}


@pytest.mark.parametrize("code", CODES)
def test_every_country_lands_in_one_kind_and_its_rules_say_the_same(code: str) -> None:
    for country in ("US", "CA"):
        found = one(code, country)
        listed = LISTED.get(code) if country == "US" else None
        if code == country:
            assert (found.kind, found.rules, found.told_to) == ("none", (), "")
        elif listed is not None:
            assert found.kind == "mandatory"
            assert found.told_to == listed.told_to
        elif code == "TW" and country == "CA":
            assert (found.kind, found.told_to) == ("ask_first", "")
        elif code in TERRITORIES.get(country, ()):
            assert (found.kind, found.why, found.rules) == ("ask_first", "own_territory", ())
        else:
            assert (found.kind, found.told_to) == ("on_request", code)
        foreign = code != country and code not in TERRITORIES.get(country, ())
        assert bool(found.guardian) is foreign
        owed = {
            each.rule.id
            for each in clocks(
                case_of(encountered(), began(1), national(5, code)), PACKS[country], ZONE
            )
        }
        assert {rule.id for rule in found.rules} <= owed


def test_the_59_names_of_the_list_are_mandatory() -> None:
    names = {*(code for code, each in LISTED.items() if each.told_to == code), "HK", "MO"}
    assert len(names) == 59
    assert {one(code).kind for code in names} == {"mandatory"}
    assert {one(code).told_to for code in ("HK", "MO")} == {"CN"}


def test_what_is_to_be_known_besides() -> None:
    assert one("PL").cautions == ("not_permanent_residents",)
    assert one("XK").cautions == ("not_in_un",)
    assert one("MX").cautions == ()
    assert one("TW").why == one("TW", "CA").why == "no_embassy"
    assert [rule.id for rule in one("TW").rules] == ["US-CN-10", "US-CA-28"]
    for code in ("CN", "HK", "MO"):
        assert "agreement_not_read" in one(code, "CA").cautions
        assert one(code).cautions == ()
    assert {one("CN", "CA").kind, one("UA", "CA").kind} == {"on_request"}
    assert one("GT", "CA").is_verified and not one("GT").is_verified


@pytest.mark.parametrize("code", NO_COUNTRY[:3])
def test_for_a_child_of_no_state_one_asks_first(code: str) -> None:
    (found,) = stands(national(5, code)).lines
    assert (found.kind, found.why, found.told_to) == ("ask_first", "no_state", "")
    assert (found.rules, found.guardian) == ((), ())


@pytest.mark.parametrize("why", ["unknown", "refused", "not_asked"])
def test_one_whose_nationality_is_not_known_is_told_and_asked_again(why: NoAnswer) -> None:
    asked = FactTold(occurred_at=at(5), fact="nationality", no_value=why, source="said")
    for told in (asked, national(5, "XXX")):
        (found,) = stands(told).lines
        assert (found.code, found.kind, found.why) == ("", "ask_first", "not_known")
        assert [rule.id for rule in found.rules] == ["US-CN-01"]
    assert stands().lines == ()
    assert stands().kind is None


def test_a_pack_without_a_word_of_consulates_says_to_ask() -> None:
    house = read_pack(assets.read_text("rules", "house.toml"))
    (found,) = stands(national(5, "CN"), packs=[house]).lines
    assert (found.kind, found.why, found.rules) == ("ask_first", "no_rule", ())


some_codes = st.lists(
    st.sampled_from([*CODES, *NO_COUNTRY[:3]]), min_size=1, max_size=4, unique=True
)


@given(some_codes, st.sampled_from(CODES), st.sampled_from(["US", "CA"]))
def test_a_further_nationality_never_loosens(had: list[str], further: str, country: str) -> None:
    told = [national(5, code) for code in had]
    before = stands(*told, country=country)
    after = stands(*told, national(6, further), country=country)
    assert before.kind is not None and after.kind is not None
    assert STRICTEST_FIRST.index(after.kind) <= STRICTEST_FIRST.index(before.kind)
    kinds = {each.code: (each.kind, each.told_to, each.rules) for each in before.lines}
    assert {each.code: (each.kind, each.told_to, each.rules) for each in after.lines}.items() >= (
        kinds.items()
    )

    def owed(*bodies: Body) -> set[str]:
        case = case_of(encountered(), began(1), *bodies)
        return {each.rule.id for each in clocks(case, PACKS[country], ZONE)}

    assert owed(*told) <= owed(*told, national(6, further))


def test_each_of_two_consulates_stands_by_itself() -> None:
    told = (national(5, "CN"), national(5, "MX"))
    offer = offered(8, "MX")
    found = stands(*told, offer, notified(20, "CN", why="mandatory"))
    china, mexico = found.lines
    assert (china.kind, mexico.kind, found.kind) == ("mandatory", "on_request", "mandatory")
    assert china.offer is None and mexico.offer is not None
    assert [each.whom for each in china.told] == ["Consulate general, Chicago"]
    assert mexico.told == ()
    assert found.wrong == ()


def test_a_dual_national_of_ours_is_counted_as_foreign_and_says_that_nobody_verified_it() -> None:
    mexico, ours = stands(national(5, "US"), national(5, "MX")).lines
    assert (mexico.code, mexico.kind, mexico.cautions) == ("MX", "on_request", ("also_home",))
    assert (ours.kind, ours.cautions) == ("none", ())


def test_a_call_is_of_the_one_consulate_that_it_can_be_of() -> None:
    consulate = Party(name="Consulate of Mexico")
    call = reached(9, consulate, purpose="consulate")
    sent = ReportSent(
        occurred_at=at(10), report="consular_notification", to="Consulate", method="fax"
    )
    (mexico,) = stands(national(5, "MX"), call, sent).lines
    assert [each.whom for each in mexico.told] == ["Consulate of Mexico", "Consulate"]
    several = stands(national(5, "MX"), national(5, "GT"), call)
    assert [each.told for each in several.lines] == [(), ()]
    assert [each.whom for each in several.others_told] == ["Consulate of Mexico"]
    china = stands(national(5, "CN"), national(5, "HK"), call)
    assert [len(each.told) for each in china.lines] == [1, 1]


def test_a_mandatory_notice_that_was_never_given_is_found_when_custody_ended() -> None:
    assert codes(stands(national(5, "CN"))) == set()
    assert codes(stands(national(5, "CN"), ended(90))) == {"mandatory_notice_not_given"}
    given_notice = notified(20, "CN", why="mandatory")
    assert codes(stands(national(5, "CN"), given_notice, ended(90))) == set()
    wrong_one = notified(20, "MX")
    assert codes(stands(national(5, "CN"), wrong_one, ended(90))) == {"mandatory_notice_not_given"}
    assert codes(stands(national(5, "MX"), ended(90))) == set()


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ((offered(8, "MX"), notified(9, "MX")), True),
        ((offered(8, "MX"), reached(9, purpose="consulate")), True),
        ((offered(8, "MX"), tried(9, purpose="consulate")), False),
        ((notified(7, "MX"), offered(8, "MX")), False),
        ((offered(8, "MX", answer="no_answer"), notified(9, "MX")), False),
        ((offered(7, "MX"), offered(8, "MX", answer="wants"), notified(9, "MX")), False),
        ((offered(7, "MX", answer="wants"), offered(8, "MX"), notified(9, "MX")), True),
        (
            (
                offered(7, "MX", answer="wants", answered_by="parent"),
                offered(8, "MX"),
                notified(9, "MX"),
            ),
            False,
        ),
        ((offered(7, "MX"), notified(9, "MX", why="guardian")), False),
        ((offered(7, "MX"), guardian(8), reached(9, purpose="consulate")), False),
        ((offered(7, "MX"), reached(8, purpose="consulate"), guardian(9)), True),
        ((national(6, "CN"), offered(7, "CN"), notified(9, "CN")), False),
        ((national(6, "CN"), offered(7, "CN", "MX"), notified(9, "MX")), True),
    ],
)
def test_a_notice_against_a_no_is_found(told: tuple[Body, ...], *, found: bool) -> None:
    expected = {"consulate_told_though_declined"} if found else set()
    assert codes(stands(national(5, "MX"), *told)) == expected


def test_what_is_held_stands_until_counsel_lets_it_go() -> None:
    both = held(6, "consular_notice", "disclosure_abroad")
    found = stands(national(5, "CN"), both, answered(7, "keep_back"))
    assert [hold.what for hold in found.held] == ["consular_notice", "disclosure_abroad"]
    assert found.kind == "mandatory"
    found = stands(national(5, "CN"), both, answered(7), country="US")
    assert [hold.what for hold in found.held] == ["disclosure_abroad"]
    assert len(found.holds) == 2
