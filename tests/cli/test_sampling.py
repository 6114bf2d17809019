"""The command that makes a record of invented cases."""

import json

from tests.cli.conftest import Line
from tests.stories.nights import HERE as NIGHTS


def test_the_line_that_it_prints_opens_the_record(empty: Line) -> None:
    folder = empty.folder / "sample"
    said = empty.plain("sample", folder, "--cases", "3", "--seed", "5")
    assert said.code == 0
    assert said.err == "minors-desk: 3 of 3 cases\n"
    opens = said.out.split()
    secret = empty.folder / "sample.passphrase"
    assert opens == [
        *("--record", str(folder), "--user", "officer", "--passphrase-file", str(secret))
    ]
    assert secret.stat().st_mode & 0o077 == 0
    listed = empty.plain("case", "list", "--json", *opens)
    assert len(json.loads(listed.out)["cases"]) == 3
    assert empty.plain("verify", "--signatures", *opens).code == 0


def test_the_same_seed_gives_an_equal_export(empty: Line) -> None:
    found = []
    for name in ("a", "b"):
        folder = empty.folder / name
        said = empty.plain("sample", folder, "--cases", "2", "--seed", "5", "--json")
        opens = json.loads(said.out)["opens_with"].split()
        number = json.loads(empty.plain("case", "list", "--json", *opens).out)["cases"][0]["number"]
        out = empty.folder / f"{name}.json"
        exported = empty.plain(
            *("export", number, "--out", out, "--recipient", "R", "--purpose", "P"),
            *("--plain", "--reason", "invented", *opens),
        )
        assert exported.code == 0, exported.err
        found.append(out.read_bytes())
    assert found[0] == found[1]


def test_what_is_there_is_left_alone(line: Line) -> None:
    before = sorted(path.name for path in line.folder.iterdir())
    full = line.plain("sample", line.record, "--cases", "3")
    assert (full.code, full.out, full.err.count("\n")) == (3, "", 1)
    assert sorted(path.name for path in line.folder.iterdir()) == before
    (line.folder / "new.passphrase").write_text("mine")
    taken = line.plain("sample", line.folder / "new", "--cases", "3")
    assert (taken.code, taken.err.count("\n")) == (2, 1)
    assert not (line.folder / "new").exists()
    assert (line.folder / "new.passphrase").read_text() == "mine"


def test_numbers_are_checked(empty: Line) -> None:
    for words in (
        ("--cases", "0"),
        ("--cases", "many"),
        ("--cases", "9999999"),
        ("--cases", "3", "--seed", "-1"),
        ("--cases", "3", "--until", "yesterday"),
        (),
    ):
        said = empty.plain("sample", empty.folder / "new", *words)
        assert (said.code, said.out, said.err.count("\n")) == (2, "", 1), words
    assert not (empty.folder / "new").exists()


def test_a_story_is_a_case_of_a_record_for_practice(empty: Line) -> None:
    folder, told = empty.folder / "practice", NIGHTS / "montreal-stateless.json"
    said = empty.plain("sample", folder, "--story", told, "--json")
    assert said.code == 0, said.err
    count = len(json.loads(told.read_bytes())["entries"])
    assert (said.document["cases"], said.document["entries"]) == (1, count)
    opens = said.document["opens_with"].split()
    shown = empty.plain("case", "list", "--json", *opens).document["cases"]
    assert [one["state"] for one in shown] == ["handed_over"]
    (empty.folder / "bad.json").write_text("{}")
    bad = empty.plain("sample", empty.folder / "x", "--story", empty.folder / "bad.json")
    assert (bad.code, bad.err.count("\n")) == (2, 1)
    assert not (empty.folder / "x").exists()
