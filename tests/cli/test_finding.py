"""The commands find and rebuild, on a real encrypted record."""

from tests.cli.conftest import NAME, Line, entry

TOLD = entry(
    "fact_told", fact="name", source="said", value={"type": "person_name", "as_said": NAME}
)


def test_a_case_is_found_by_name_and_by_text(line: Line) -> None:
    number = line.open_case(TOLD)
    line.open_case()
    by_name = line("find", "quetz", "xiomara", json_wanted=True)
    assert (by_name.code, by_name.err) == (0, "")
    (hit,) = by_name.document["cases"]
    assert (hit["number"], hit["found_in"], hit["name"]) == (number, "name", NAME)
    by_place = line("find", "store 5th")
    assert by_place.out.count("found in a text") == 2
    assert line("find", number).out.startswith(f"{number} · {NAME}")


def test_nothing_found_ends_with_1(line: Line) -> None:
    line.open_case()
    said = line("find", "nobody")
    assert (said.code, said.out, said.err) == (1, "There is no such case.\n", "")
    assert line("find", "--", "--").code == 2


def test_rebuild_makes_the_index_again(line: Line) -> None:
    line.open_case(TOLD)
    said = line("rebuild", json_wanted=True)
    assert (said.code, said.document) == (0, {"cases": 1})
    assert line("verify").code == 0
    line.user = "ortiz"
    assert line("rebuild").code == 1
