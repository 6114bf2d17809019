"""The commands board and findings, on a real encrypted record."""

from tests.cli.conftest import NAME, Line, entry

TOLD = entry(
    "fact_told", fact="name", source="said", value={"type": "person_name", "as_said": NAME}
)


def locked_up() -> dict[str, object]:
    return entry(
        "custody_began",
        place="Area Central",
        room="cell 1",
        watched_by="J. Rivera",
        starts_from="arrival",
        secure=True,
    )


def test_the_board_shows_who_is_ours(line: Line) -> None:
    assert line("board").out == "There is no child on the board.\n"
    met = line.open_case()
    held = line.open_case(TOLD, locked_up())
    said = line("board", json_wanted=True)
    assert (said.code, said.err) == (0, "")
    assert [one["number"] for one in said.document["in_custody"]] == [held]
    assert [one["number"] for one in said.document["met"]] == [met]
    assert said.document["handed_over"] == []
    words = line("board").out.splitlines()
    assert words[0] == "In custody"
    assert words[1].startswith(f"  {held} · {NAME}")
    assert words[2] == "Met"


def test_findings_name_the_law_first(line: Line) -> None:
    quiet, held = line.open_case(TOLD), line.open_case(TOLD, locked_up())
    assert line("findings", quiet).out == f"{quiet}: nothing to see to.\n"
    said = line("findings", held, json_wanted=True)
    assert said.code == 0
    assert said.document["number"] == held
    assert all(one["law"] for one in said.document["breaches"][:1])
    assert "forbidden by law" in line("findings", held).out.splitlines()[0]
    absent = line("findings", "AC-26-9999")
    assert (absent.code, absent.err.count("\n")) == (1, 1)
