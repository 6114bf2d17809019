"""Who the child is on the command line: facts, people, files; a file's key is shown to nobody."""

from tests.cli.conftest import Line, entry

KEY, DIGEST = "ab" * 32, "cd" * 32
PERSON, FILE = "019ab3e5-7c00-7000-8000-000000000001", "019ab3e5-7c00-7000-8000-000000000002"
NAME = {"type": "person_name", "as_said": "Ana"}
TOLD = (
    entry("fact_told", fact="name", value=NAME, source="said"),
    entry("fact_told", fact="birth_date", value={"type": "date", "year": 2014}, source="document"),
    entry("fact_told", fact="religion", no_value="refused", source="said"),
    entry("person_told", person_id=PERSON, role="aunt_uncle", safe_to_contact="no", why="afraid"),
    entry("classed", legal_class="status_offender", authority="Sgt. Lee"),
)
ADDED = entry(
    "attachment_added",
    file_id=FILE,
    sha256=DIGEST,
    size=9,
    media_type="image/png",
    key=KEY,
    what="document",
    purpose="proof of age",
)


def test_facts_people_and_class_are_told(line: Line) -> None:
    number = line.open_case(*TOLD)
    said = line("case", "show", number).out
    for words in ("name: Ana", "date of birth: 2014", "religion: refused to say", "afraid"):
        assert words in said
    assert "DO NOT CONTACT" in said and "Status offender · Sgt. Lee" in said
    shown = line("case", "show", number, json_wanted=True).document
    assert shown["people"][0]["safe_to_contact"] == "no"
    assert {one["known_from"] for one in shown["ages"]} == {"birth_date"}
    assert shown["class_given"] == "status_offender"


def test_the_key_of_a_file_is_shown_to_nobody(line: Line) -> None:
    number = line.open_case(ADDED)
    for json_wanted in (False, True):
        said = line("case", "show", number, json_wanted=json_wanted)
        assert said.code == 0 and "proof of age" in said.out
        assert KEY not in said.out
    log = line("case", "show", number, json_wanted=True).document["log"]
    (body,) = (one["body"] for one in log if one["kind"] == "attachment_added")
    assert (body["key"], body["sha256"]) == ("not shown", DIGEST)


def test_nor_is_it_shown_in_a_correction(line: Line) -> None:
    number = line.open_case(ADDED)
    log = line("case", "show", number, json_wanted=True).document["log"]
    (target,) = (one["id"] for one in log if one["kind"] == "attachment_added")
    change = entry(
        "amended", target=target, replacement={**ADDED, "purpose": "proof of name"}, reason="slip"
    )
    added = line("case", "add", number, "-", given=change)
    assert added.code == 0, added.err
    said = line("case", "show", number, json_wanted=True)
    assert "proof of name" in said.out and KEY not in said.out
