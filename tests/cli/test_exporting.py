"""The command export: a file that a stranger's program can check, and an entry for each."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from minors_desk import assets
from minors_desk.storage import export
from minors_desk.storage.keys import FLOOR
from tests.cli.conftest import NAME, Line, Said, entry

VERIFIER = assets.path("verifier", "check_export.py")
SECRET = "a passphrase for the court"  # noqa: S105 - opens a test's export only
TOLD = entry(
    "fact_told", fact="name", source="said", value={"type": "person_name", "as_said": NAME}
)
WHY = ("--recipient", "Juvenile court", "--purpose", "Hearing")
PLAIN = ("--plain", "--reason", "The court has no program for it")


def check(*words: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-I", VERIFIER, *words], capture_output=True, text=True, check=False
    )


def export_plain(line: Line, number: str) -> Said:
    return line("export", number, "--out", line.folder / "out", *WHY, *PLAIN, json_wanted=True)


def test_a_plain_export_holds_every_entry_and_can_be_checked(line: Line) -> None:
    number = line.open_case(TOLD)
    line("case", "add", number, "-", given=entry("welfare_checked", condition="calm"))
    said = export_plain(line, number)
    assert (said.code, said.err) == (0, "")
    out = line.folder / "out"
    assert out.stat().st_mode & 0o077 == 0
    told = json.loads(out.read_text())
    assert [json.loads(one["body"])["kind"] for one in told["entries"]] == [
        "encountered",
        "fact_told",
        "welfare_checked",
    ]
    assert [key["name"] for key in told["keys"]] == ["J. Rivera"]
    checked = check(out)
    assert checked.returncode == 0, checked.stderr
    assert "All 3 entries hold" in checked.stdout
    assert said.document["sha256"] in checked.stdout
    assert line.kinds()[-1] == "case_exported"
    shown = line("case", "show", number)
    assert "not encrypted: The court has no program for it" in shown.out


@pytest.mark.parametrize("field", ["body", "hash", "sig", "recorded_at", "case_id", "salt"])
def test_a_changed_export_is_found(line: Line, field: str) -> None:
    number = line.open_case(TOLD)
    export_plain(line, number)
    out = line.folder / "out"
    told = json.loads(out.read_text())
    one = told["entries"][1]
    if field == "recorded_at":
        one[field] += 1
    elif field == "body":
        one[field] = one[field].replace(NAME, "Another")
    else:
        one[field] = one[field][:-2] + ("00" if one[field][-2:] != "00" else "11")
    out.write_text(json.dumps(told))
    checked = check(out)
    assert checked.returncode == 1
    assert f"Entry {one['ordinal']}" in checked.stdout


def test_an_encrypted_export_opens_with_its_passphrase_only(line: Line) -> None:
    number = line.open_case(TOLD)
    out, secret = line.folder / "out", line.secret(SECRET, "for the court")
    said = line("export", number, "--out", out, *WHY, "--export-passphrase-file", secret)
    assert (said.code, said.err) == (0, "")
    assert NAME.encode() not in out.read_bytes()
    assert "All 2 entries hold" in check(out, secret).stdout
    other = line.secret("another passphrase", "other")
    assert "another one" in check(out, other).stderr
    assert export.unsealed(out.read_bytes(), SECRET).startswith(b'{"case"')


def test_sealing_is_bound_to_its_header() -> None:
    data = export.sealed(b"{}", SECRET, FLOOR)
    assert export.unsealed(data, SECRET) == b"{}"
    assert export.sealed(b"{}", SECRET, FLOOR) != data


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--plain",), "--reason"),
        (("--reason", "because"), "--plain"),
        ((), "--export-passphrase-file"),
        (("--plain", "--reason", "x", "--export-passphrase-file", "y"), "both given"),
    ],
)
def test_half_an_answer_exports_nothing(line: Line, words: tuple[str, ...], says: str) -> None:
    number = line.open_case()
    said = line("export", number, "--out", line.folder / "out", *WHY, *words)
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert says in said.err
    assert not (line.folder / "out").exists()
    assert "case_exported" not in line.kinds()


def test_a_weak_passphrase_or_another_role_exports_nothing(line: Line) -> None:
    number = line.open_case()
    weak = line.secret("short", "weak")
    out = ("--out", line.folder / "out")
    said = line("export", number, *out, *WHY, "--export-passphrase-file", weak)
    assert (said.code, said.err.count("\n")) == (2, 1)
    line.user = "ortiz"
    refused = line("export", number, *out, *WHY, *PLAIN)
    assert (refused.code, refused.err.count("\n")) == (1, 1)
    assert not (line.folder / "out").exists()


def test_an_export_is_no_entry_that_is_given_in(line: Line) -> None:
    number = line.open_case()
    given = entry("case_exported", purpose="x", recipient="x", entries=1, digest="00" * 32)
    said = line("case", "add", number, "-", given=given)
    assert (said.code, said.err.count("\n")) == (2, 1)
