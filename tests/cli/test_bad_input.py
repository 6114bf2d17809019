"""Bad input: one line that names the field and what is expected, the exit code, nothing written."""

import json
from datetime import timedelta
from typing import Any

import pytest

from minors_desk.cli.reading import MOST_BYTES
from minors_desk.services import signing_in
from minors_desk.storage import files
from minors_desk.storage.header import HEADER, SPARE
from tests.cli.conftest import NAME, NOW, PASSPHRASES, Line, Said, encounter, entry

CHECK = entry("welfare_checked", condition="calm")
TOLD = entry(
    "fact_told", fact="name", source="said", value={"type": "person_name", "as_said": NAME}
)


def raw(text: str) -> bytes:
    return text.encode()


def without(body: dict[str, Any], field: str) -> dict[str, Any]:
    return {name: value for name, value in body.items() if name != field}


WRONG_JSON: dict[str, tuple[object, str, str]] = {
    "empty": (b"", "not JSON", "line 1"),
    "malformed": (raw('{"kind": '), "not JSON", "column"),
    "trailing": (raw(json.dumps(CHECK) + " x"), "after the end", "nothing else"),
    "not UTF-8": (b'{"kind": "\xff"}', "not UTF-8", "byte 11"),
    "huge": (b" " * (MOST_BYTES + 1), "larger than 8 MB", "several goes"),
    "deep": (raw("[" * 100_000), "deeper than 32", "list of entries"),
    "key twice": (raw('[{"kind": "moved", "kind": "moved"}]'), "[0].kind", "stands twice"),
    "inner key twice": (
        raw('{"kind": "fact_told", "value": {"as_said": "a", "as_said": "b"}}'),
        "value.as_said",
        "stands twice",
    ),
    "fraction": (raw('{"kind": "handoff_accepted", "handoff": 1.0}'), "handoff", "whole number"),
    "exponent": (raw('{"kind": "handoff_accepted", "handoff": 1e3}'), "handoff", "whole number"),
    "NaN": (raw('[{"handoff": NaN}]'), "[0].handoff", "not NaN"),
    "infinite": (raw('{"handoff": -Infinity}'), "handoff", "not NaN or Infinity"),
    "endless number": (raw('{"handoff": ' + "9" * 5000 + "}"), "handoff", "18 digits"),
    "text": (raw('"hello"'), "the JSON", "JSON object"),
    "empty list": ([], "the list", "at least one entry"),
    "list in list": ([[CHECK]], "[0]", "JSON object"),
    "no kind": (without(CHECK, "kind"), "kind", "one of amended"),
    "unknown kind": (entry("teleported"), "kind", "one of amended"),
    "kind is a number": (CHECK | {"kind": 5}, "kind", "one of amended"),
    "station kind": (entry("login_released", login="rivera"), "kind", "one of amended"),
    "issued paper": (entry("paper_issued"), "kind", "one of amended"),
    "unknown field": (CHECK | {"mood": "fine"}, "mood", "no field of that name"),
    "missing field": (without(CHECK, "condition"), "condition", "it is required"),
    "no time": (without(CHECK, "occurred_at"), "occurred_at", "it is required"),
    "naive time": (CHECK | {"occurred_at": "2026-11-24T03:12:00"}, "occurred_at", "zone"),
    "naive in a list": (
        [CHECK, CHECK | {"occurred_at": "2026-11-24T03:12:00"}],
        "[1].occurred_at",
        "zone",
    ),
    "no time at all": (CHECK | {"occurred_at": "yesterday"}, "occurred_at", "an instant"),
    "long ago": (CHECK | {"occurred_at": "0001-01-01T00:00:00Z"}, "occurred_at", "1900"),
    "time is a number": (CHECK | {"occurred_at": 5}, "occurred_at", "an instant"),
    "wrong type": (CHECK | {"note": 7}, "note", "text"),
    "wrong choice": (CHECK | {"condition": "hungry"}, "condition", "calm"),
    "inner choice": (
        CHECK | {"done_by": {"name": "J. Doe", "how": "by magic"}},
        "done_by.how",
        "named_only",
    ),
    "empty text": (entry("moved", place="", watched_by="J. Rivera"), "place", "length >= 1"),
    "bad id": (entry("withdrawn", target="17", reason="wrong"), "target", "an id such as"),
    "later version": (CHECK | {"v": 2}, "v", "version from 1 to 1"),
    "half a character": (
        raw(json.dumps(CHECK | {"note": "\ud800"})),
        "the entry",
        "whole characters",
    ),
    "bad replacement": (
        entry(
            "amended",
            target="019ab3e5-7c00-7000-8000-000000000000",
            reason="x",
            replacement=CHECK | {"condition": 1},
        ),
        "replacement.condition",
        "calm",
    ),
    "station replacement": (
        entry(
            "amended",
            target="019ab3e5-7c00-7000-8000-000000000000",
            reason="x",
            replacement=entry("signed_in"),
        ),
        "replacement.kind",
        "one of amended",
    ),
}


def one_line(said: Said, code: int, *texts: str) -> None:
    """Ended with that code and one line on standard error, holding these texts."""
    assert (said.code, said.out) == (code, ""), said
    assert said.err.startswith("minors-desk: ")
    assert said.err.count("\n") == 1
    assert said.err.endswith("\n")
    assert "Traceback" not in said.err
    assert NAME.split()[0] not in said.err
    assert [text for text in texts if text not in said.err] == [], said.err


def on_disk(line: Line) -> dict[str, bytes]:
    """Every file of the record as it is, byte for byte."""
    return {file.name: file.read_bytes() for file in line.record.iterdir()}


@pytest.mark.parametrize("name", WRONG_JSON)
def test_wrong_json_is_told_by_field_and_nothing_is_written(line: Line, name: str) -> None:
    before = on_disk(line)
    given, *texts = WRONG_JSON[name]
    one_line(line("case", "add", "AC-26-0001", "-", given=given), 2, *texts)
    assert on_disk(line) == before


OPENING: dict[str, tuple[object, str, str]] = {
    "not an encounter": ([CHECK, encounter()], "[0].kind", "encountered"),
    "one that is none": (CHECK, "kind", "encountered"),
    "numbered by hand": (encounter(number="AC-26-0400"), "number", "by itself"),
    "naive second": (
        [encounter(), CHECK | {"occurred_at": "2026-11-24T03:12"}],
        "[1].occurred_at",
        "zone",
    ),
}


@pytest.mark.parametrize("name", OPENING)
def test_a_case_opens_with_an_encounter(line: Line, name: str) -> None:
    before = on_disk(line)
    given, *texts = OPENING[name]
    one_line(line("case", "open", "-", given=given), 2, *texts)
    assert on_disk(line) == before


REFUSED: dict[str, tuple[object, str, str]] = {
    "future": (
        CHECK | {"occurred_at": (NOW + timedelta(minutes=3)).isoformat()},
        "2 minutes in the future",
        "clock",
    ),
    "late": (
        CHECK | {"occurred_at": (NOW - timedelta(minutes=16)).isoformat()},
        "15 minutes ago",
        "late",
    ),
    "no handoff": (
        entry("handoff_accepted", handoff=1, digest="0" * 64),
        "no handoff attempt",
        "Propose",
    ),
    "second encounter": (encounter(), "its encounter already", "new case"),
    "one of a list": (
        [TOLD, entry("handoff_accepted", handoff=1, digest="0" * 64)],
        "no handoff",
        "Propose",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_the_desk_refuses_is_not_written(line: Line, name: str) -> None:
    number = line.open_case()
    before = line.kinds()
    given, *texts = REFUSED[name]
    one_line(line("case", "add", number, "-", given=given), 1, *texts)
    assert line.kinds() == before


def test_unknown_case_and_wrong_role(line: Line) -> None:
    before = line.kinds()
    one_line(line("case", "add", "AC-26-9999", "-", given=TOLD), 1, "no such case", "number")
    one_line(line("case", "show", "AC-26-9999"), 1, "no such case")
    one_line(line("duties", NAME), 1, "no such case")
    line.user = "ortiz"
    one_line(line("case", "open", "-", given=[encounter(), TOLD]), 1, "role does not allow")
    assert line.kinds() == before


def test_wrong_passphrase(line: Line) -> None:
    before = line.kinds()
    signed = ("--record", line.record, "--user", "rivera", "--passphrase-file")
    wrong = line.secret("another horse battery lamp", "wrong")
    one_line(line.plain("case", "list", *signed, wrong), 3, "passphrase")
    assert line.kinds() == before


def test_locked_after_wrong_passphrases_until_released(line: Line) -> None:
    wrong = line.secret("another horse battery lamp", "wrong")
    signed = ("--record", line.record, "--user", "ortiz", "--passphrase-file", wrong)
    for _ in range(5):
        line.now += timedelta(seconds=30)
        one_line(line.plain("case", "list", *signed), 3)
    line.user = "ortiz"
    one_line(line("case", "list"), 3, "unlock")
    released = line.plain(
        *("user", "unlock", "ortiz", "--record", line.record),
        *("--recovery-file", line.folder / "recovery"),
    )
    assert (released.code, released.err) == (0, "")
    assert line("case", "list").code == 0


def test_newer_record(line: Line) -> None:
    for name in (HEADER, SPARE):
        body = files.unsealed((line.record / name).read_bytes())
        body["header"]["format"] += 1
        (line.record / name).write_bytes(files.sealed(body))
    one_line(line("case", "list"), 3, "newer Minors Desk", "Update")


def test_damaged_and_missing_record(line: Line) -> None:
    for name in (HEADER, SPARE):
        (line.record / name).write_bytes(b"{}")
    one_line(line("verify"), 3, "header", "backup")
    one_line(line.plain("verify", "--record", line.folder / "none", *_who(line)), 3, "no record")


def _who(line: Line) -> tuple[object, ...]:
    return "--user", "rivera", "--passphrase-file", line.secret(PASSPHRASES["rivera"])


def test_open_elsewhere(line: Line) -> None:
    desk = signing_in.sign_in(line.record, "rivera", PASSPHRASES["rivera"], clock=lambda: NOW)
    try:
        one_line(line("case", "open", "-", given=encounter()), 1, "writing", "rivera", "2026-11-24")
        assert line("case", "list").code == 0
    finally:
        desk.close()


USAGE: dict[str, tuple[tuple[str, ...], str]] = {
    "no such command": (("cases",), "no command"),
    "no such subcommand": (("case", "close"), "no command"),
    "half a command": (("case",), "not a whole command"),
    "no such option": (("case", "list", f"--nme={NAME}"), "--nme"),
    "word too many": (("case", "show", "1", NAME), "too many"),
    "word missing": (("case", "add", "1"), "FILE must be given"),
    "value missing": (("duties", "1", "--at"), "--at needs a value"),
    "value too many": ((f"--json={NAME}", "schema"), "--json takes no value"),
    "naive instant": (("duties", "1", "--at", "2026-11-24T03:12"), "--at"),
    "no instant": (("case", "show", "1", "--known-at", NAME), "--known-at"),
    "no number": (("paper", "print", "a", "1", "--out", "x", "--subject", NAME), "--subject"),
    "no record": (("case", "list"), "--record is missing"),
    "no user": (("case", "list", "--record", "x"), "--user is missing"),
    "no passphrase": (("case", "list", "--record", "x", "--user", "y"), "--passphrase-file"),
    "no passphrase file": (
        ("verify", "--record", "x", "--user", "y", "--passphrase-file", "nowhere"),
        "does not exist",
    ),
    "no JSON file": (("case", "open", "nowhere.json"), "does not exist"),
    "half an init": (("init", "x", "--station", "S"), "--jurisdiction"),
    "no role": (("user", "add", "b", "--name", "B", "--badge", "1"), "--role"),
}


@pytest.mark.parametrize("name", USAGE)
def test_wrong_usage(empty: Line, name: str) -> None:
    words, text = USAGE[name]
    one_line(empty.plain(*words), 2, text)
    assert list(empty.folder.iterdir()) == []


def test_paper_refusals(line: Line) -> None:
    number = line.open_case()
    out = line.folder / "receipt.pdf"
    one_line(line("paper", "print", "lost_paper", number, "--out", out), 1, "no paper")
    one_line(line("paper", "print", "transfer_receipt", number, "--out", out), 1, "no handoff")
    one_line(line("paper", "verify", "AAAA"), 2, "seal code")
    assert line("paper", "verify", "3-0000-0000-0000").code == 1
    assert not out.exists()
