"""The command export: a file that a stranger's program can check, and an entry for each."""

import io
import json
import random
import runpy
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from hashlib import sha256
from pathlib import Path
from unittest import mock

import pytest

from minors_desk import assets
from minors_desk.services import attachments, cases, signing_in
from minors_desk.services.attachments import NewFile
from minors_desk.storage import export
from minors_desk.storage.keys import FLOOR
from tests.cli.conftest import NAME, PASSPHRASES, Line, Said, entry

VERIFIER = assets.path("verifier", "check_export.py")
SECRET = "a passphrase for the court"  # noqa: S105 - opens a test's export only
TOLD = entry(
    "fact_told", fact="name", source="said", value={"type": "person_name", "as_said": NAME}
)
WHY = ("--recipient", "Juvenile court", "--purpose", "Hearing")
PLAIN = ("--plain", "--reason", "The court has no program for it")
PHOTO = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 700
FLIPS = 200
SCAN = b"%PDF-1.7 of two\nlines\n"


def attach(line: Line, number: str, *contents: bytes) -> None:
    """Files taken into the case, as the window does it; the command line takes none."""
    desk = signing_in.sign_in(line.record, "rivera", PASSPHRASES["rivera"], clock=line.clock)
    for content in contents:
        path = line.folder / "camera"
        path.write_bytes(content)
        file = NewFile(
            path=path,
            what="photo_of_child",
            purpose="to find the family",
            authority="",
            about=None,
            common={"occurred_at": line.now},
        )
        attachments.add(desk, cases.find(desk, number), file)
    desk.close()


def check(*words: Path | str) -> subprocess.CompletedProcess[str]:
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
    assert "All 3 entries and 0 files hold" in checked.stdout
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
    assert "All 2 entries and 0 files hold" in check(out, secret).stdout
    other = line.secret("another passphrase", "other")
    assert "another one" in check(out, other).stderr
    assert export.unsealed(out.read_bytes(), SECRET).startswith(b'{"case"')


def test_photographs_go_along_with_an_encrypted_export(line: Line) -> None:
    number = line.open_case(TOLD)
    attach(line, number, PHOTO, SCAN)
    out, secret = line.folder / "out", line.secret(SECRET, "for the court")
    said = line("export", number, "--out", out, *WHY, "--export-passphrase-file", secret)
    assert (said.code, said.err) == (0, "")
    assert "Files that went along: 2." in said.out
    taken = line.folder / "taken"
    taken.mkdir()
    checked = check(out, secret, "--files", taken)
    assert "All 4 entries and 2 files hold" in checked.stdout, checked.stderr
    assert "not in this export: 0" in checked.stdout
    found = {path.suffix: path.read_bytes() for path in taken.iterdir()}
    assert found == {".png": PHOTO, ".pdf": SCAN}
    shown = line("case", "show", number)
    assert "encrypted, with photographs and other files: 2" in shown.out


def test_photographs_stay_when_that_is_asked_for(line: Line) -> None:
    number = line.open_case()
    attach(line, number, PHOTO)
    out, secret = line.folder / "out", line.secret(SECRET, "for the court")
    words = ("--out", out, *WHY, "--export-passphrase-file", secret, "--without-files")
    said = line("export", number, *words, json_wanted=True)
    assert (said.document["files"], said.document["files_left_out"]) == (0, 1)
    assert "not in this export: 1" in check(out, secret).stdout


def test_photographs_leave_unencrypted_only_when_that_is_asked_for(line: Line) -> None:
    number = line.open_case()
    attach(line, number, PHOTO)
    export_plain(line, number)
    out = line.folder / "out"
    assert PHOTO not in out.read_bytes()
    assert "All 2 entries and 0 files hold" in check(out).stdout
    asked = line.folder / "asked"
    said = line("export", number, "--out", asked, *WHY, *PLAIN, "--with-files")
    assert (said.code, said.err) == (0, "")
    assert PHOTO in asked.read_bytes()
    assert "1 files hold" in check(asked).stdout
    assert (
        "not encrypted, with photographs and other files: 1: The court has no program for it"
        in line("case", "show", number).out
    )


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (PHOTO, PHOTO[:-1] + b"?", "is not the one that its entry names"),
        (PHOTO, PHOTO[:-1], "is not the one that its entry names"),
        (PHOTO, PHOTO + b"?", "something behind the last file"),
        (
            sha256(PHOTO).hexdigest().encode(),
            sha256(b"another").hexdigest().encode(),
            "does not hold the content that was sealed",
        ),
    ],
)
def test_a_changed_file_of_an_export_is_found(
    line: Line, old: bytes, new: bytes, says: str
) -> None:
    number = line.open_case()
    attach(line, number, PHOTO)
    out = line.folder / "out"
    line("export", number, "--out", out, *WHY, *PLAIN, "--with-files")
    whole = out.read_bytes()
    assert whole.count(old) == 1
    out.write_bytes(whole.replace(old, new))
    checked = check(out, "--files", line.folder)
    assert (checked.returncode, says in checked.stdout) == (1, True), checked
    assert list(line.folder.glob("*.png")) == []


def test_a_file_that_no_entry_names_is_found(line: Line) -> None:
    number = line.open_case()
    attach(line, number, PHOTO)
    out = line.folder / "out"
    line("export", number, "--out", out, *WHY, *PLAIN, "--with-files")
    head, _, rest = out.read_bytes().partition(b"\n")
    told = json.loads(head)
    told["files"][0]["id"] = "00000000-0000-4000-8000-000000000000"
    out.write_bytes(json.dumps(told).encode() + b"\n" + rest)
    assert "is named by no entry" in check(out).stdout


def outcome(file: Path, *words: Path) -> tuple[bool, str]:
    """Whether the verifier lets the file pass, and what it says; run in this process."""
    checker = runpy.run_path(str(VERIFIER), run_name="checker")
    said = io.StringIO()
    with (
        redirect_stdout(said),
        mock.patch.object(sys, "argv", ["check_export.py", str(file), *map(str, words)]),
        pytest.raises(SystemExit) as ended,
    ):
        checker["main"]()
    code = ended.value.code
    return not code, said.getvalue() + (code if isinstance(code, str) else "")


def signed_content(data: bytes) -> object:
    """All of an export that signatures bind; digests in capital letters are the same digests."""
    line, _, rest = data.partition(b"\n")
    told = [
        {name: one[name] if name == "body" else str(one[name]).lower() for name in one}
        for one in json.loads(line)["entries"]
    ]
    return [one | {"ordinal": None} for one in told], rest


def flips(data: bytes, count: int) -> Iterator[bytes]:
    """The data so many times, each time with another bit turned round."""
    chance = random.Random(count)  # noqa: S311 - no secret is made of it
    for _ in range(count):
        changed = bytearray(data)
        changed[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        yield bytes(changed)


def test_no_flipped_bit_of_an_export_passes_as_what_was_signed(line: Line) -> None:
    number = line.open_case(TOLD)
    attach(line, number, PHOTO[:3000])
    out = line.folder / "out"
    line("export", number, "--out", out, *WHY, *PLAIN, "--with-files")
    good, passed = out.read_bytes(), 0
    for changed in flips(good, FLIPS):
        out.write_bytes(changed)
        holds, said = outcome(out)
        assert said.strip()
        if holds:
            passed += 1
            assert signed_content(changed) == signed_content(good)
            assert sha256(changed).hexdigest() in said
    assert passed < FLIPS / 4


def test_no_flipped_bit_of_an_encrypted_export_opens(line: Line) -> None:
    number = line.open_case(TOLD)
    out, secret = line.folder / "out", line.secret(SECRET, "for the court")
    line("export", number, "--out", out, *WHY, "--export-passphrase-file", secret)
    assert outcome(out, secret)[0]
    # Fewer: each try derives a key, which is slow by design.
    for changed in flips(out.read_bytes(), FLIPS // 5):
        out.write_bytes(changed)
        holds, said = outcome(out, secret)
        assert (holds, said.count("\n")) == (False, 0)
        assert said.endswith("was changed.")


def test_a_damaged_photograph_is_not_given_out(line: Line) -> None:
    number = line.open_case()
    attach(line, number, PHOTO)
    (stored,) = (line.record / "attachments").iterdir()
    stored.write_bytes(stored.read_bytes()[:-1] + b"?")
    before = line.kinds()
    out, secret = line.folder / "out", line.secret(SECRET, "for the court")
    words = ("--out", out, *WHY, "--export-passphrase-file", secret)
    said = line("export", number, *words)
    assert (said.code, said.out, said.err.count("\n")) == (3, "", 1)
    assert "damaged" in said.err
    assert not out.exists()
    assert line.kinds() == before
    assert line("export", number, *words, "--without-files").code == 0


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
        (("--with-files", "--without-files"), "not allowed with"),
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
