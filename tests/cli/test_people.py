"""The commands on people: list, disable, passphrase; a temporary one opens nothing else."""

from minors_desk.services import signing_in
from tests.cli.conftest import PASSPHRASES, TEMPORARY, Line, Said

CHOSEN = "nine grey herons wading"


def let_in(line: Line, login: str = "cole") -> Said:
    file = line.secret(TEMPORARY, "given")
    return line(
        *("user", "add", login, "--name", "M. Cole", "--badge", "101", "--role", "officer"),
        *("--new-passphrase-file", file),
    )


def as_person(line: Line, login: str, words: str, *command: object) -> Said:
    file = line.secret(words, "theirs")
    return line.plain(*command, "--record", line.record, "--user", login, "--passphrase-file", file)


def test_who_there_is(line: Line) -> None:
    assert let_in(line).code == 0
    said = line("user", "list", json_wanted=True)
    told = {one["login"]: one for one in said.document["people"]}
    assert set(told) == {"rivera", "ortiz", "cole"}
    assert (told["cole"]["temporary_passphrase"], told["cole"]["last_seen"]) == (True, None)
    lines = line("user", "list").out.splitlines()
    assert "cole · M. Cole · 101 · officer · temporary passphrase · never signed in" in lines


def test_a_temporary_passphrase_is_changed_before_all_else(line: Line) -> None:
    assert let_in(line).code == 0
    refused = as_person(line, "cole", TEMPORARY, "case", "list")
    assert refused.code == 1
    assert "user passphrase" in refused.err
    new = line.secret(CHOSEN, "new")
    done = as_person(line, "cole", TEMPORARY, "user", "passphrase", "--new-passphrase-file", new)
    assert (done.code, done.out) == (0, "Your passphrase was changed.\n")
    assert as_person(line, "cole", CHOSEN, "case", "list").code == 0
    assert as_person(line, "cole", TEMPORARY, "case", "list").code == 3


def test_a_reset_and_a_disabled_login(line: Line) -> None:
    assert let_in(line).code == 0
    new = line.secret(CHOSEN, "new")
    reset = line("user", "passphrase", "cole", "--new-passphrase-file", new)
    assert (reset.code, "changes it then" in reset.out) == (0, True)
    assert as_person(line, "cole", TEMPORARY, "user", "list").code == 3
    assert line("user", "disable", "cole", "--reason", "Left").code == 0
    assert as_person(line, "cole", CHOSEN, "case", "list").code == 3
    assert "disabled" in line("user", "list").out
    own = line("user", "disable", "rivera")
    assert own.code == 1
    assert "Nobody does this to their own login" in own.err
    line.user = "ortiz"
    assert line("user", "disable", "rivera").code == 1
    assert line("user", "list").code == 0


def test_reading_goes_on_while_another_desk_writes(line: Line) -> None:
    number = line.open_case()
    other = signing_in.sign_in(line.record, "rivera", PASSPHRASES["rivera"], clock=line.clock)
    try:
        said = line("case", "show", number)
        assert (said.code, "this reading is not in the log" in said.err) == (0, True)
    finally:
        other.close()
