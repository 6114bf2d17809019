"""The commands backup and restore, on a real encrypted record."""

from tests.cli.conftest import NAME, Line, entry

TOLD = entry(
    "fact_told", fact="name", source="said", value={"type": "person_name", "as_said": NAME}
)


def test_a_backup_comes_back_beside_and_says_what_it_lacks(line: Line) -> None:
    number = line.open_case(TOLD)
    file, back = line.folder / "night.backup", line.folder / "back"
    made = line("backup", file, json_wanted=True)
    assert (made.code, made.err) == (0, "")
    assert made.document["size"] == file.stat().st_size
    assert line.kinds()[-1] == "backup_made"
    line.open_case()
    line("case", "add", number, "-", given=entry("welfare_checked", condition="calm"))
    said = line("restore", file, back, json_wanted=True)
    assert (said.code, said.err) == (0, ""), said
    left = said.document["left_behind"]
    assert (left["same_record"], left["agrees"], left["cases"]) == (True, True, 2)
    assert left["entries"] > 3
    other = Line(back.parent, now=line.now)
    (line.folder / "record").rename(line.folder / "old")
    back.rename(line.folder / "record")
    assert other.kinds()[-1] == "restored"
    assert other("verify", "--signatures").code == 0
    assert other("find", NAME).code == 0
    assert other("case", "list", json_wanted=True).document["cases"][0]["number"] == number


def test_only_who_keeps_the_record_may(line: Line) -> None:
    file = line.folder / "night.backup"
    assert line("backup", file).code == 0
    line.user = "ortiz"
    refused = line("backup", line.folder / "other.backup")
    assert (refused.code, refused.err.count("\n")) == (1, 1)
    refused = line("restore", file, line.folder / "back")
    assert (refused.code, refused.err.count("\n")) == (1, 1)
    assert not (line.folder / "back").exists()


def test_a_copy_that_does_not_open_is_said_before_anything_is_written(line: Line) -> None:
    file = line.folder / "night.backup"
    assert line("backup", file).code == 0
    line.record.rename(line.folder / "gone")
    said = line("restore", file, line.folder / "back")
    assert (said.code, said.err.count("\n")) == (3, 1)
    assert not (line.folder / "back").exists()


def test_bad_places_are_one_line(line: Line) -> None:
    inside = line("backup", line.record / "night.backup")
    assert (inside.code, inside.out, inside.err.count("\n")) == (2, "", 1)
    nowhere = line("backup", line.folder / "no such" / "night.backup")
    assert (nowhere.code, nowhere.err.count("\n")) == (2, 1)
    absent = line("restore", line.folder / "absent", line.folder / "back")
    assert (absent.code, absent.err.count("\n")) == (2, 1)
    (line.folder / "text").write_text("no backup")
    damaged = line("restore", line.folder / "text", line.folder / "back")
    assert (damaged.code, damaged.err.count("\n")) == (3, 1)
    full = line("restore", line.folder / "text", line.record)
    assert (full.code, full.err.count("\n")) == (3, 1)
