"""What is read and written as text: strict JSON, true examples, harmless output, quick help."""

import contextlib
import io
import json
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import minors_desk
from minors_desk.cli.bodies import bodies_in
from minors_desk.cli.examples import TAKEN, all_kinds, choices_at, example, name_of
from minors_desk.cli.output import LONGEST_ERROR, as_json, complain, plain, show
from minors_desk.cli.reading import parse_json, recovery_key_in, secret_in
from minors_desk.cli.surroundings import Answer
from minors_desk.domain.bodies import Body
from minors_desk.errors import BadInput
from tests.cli.conftest import NAME, Line, entry

EVIL = "Ana\x1b[2J\x9b31m\u202egnp\u2028\nsecond\x00"


@given(st.binary(max_size=60) | st.text(alphabet='[]{}",:\\ 01e.-NaNInfinitytrue', max_size=60))
def test_any_bytes_are_json_or_refused(data: bytes | str) -> None:
    with contextlib.suppress(BadInput):
        parse_json(data.encode() if isinstance(data, str) else data)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-(10**17), 10**17) | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_what_is_strict_json_is_read_as_it_is(tree: object) -> None:
    assert parse_json(json.dumps(tree).encode()) == tree
    assert json.loads(as_json(tree)) == tree


def test_a_mark_before_the_json_is_forgiven() -> None:
    assert parse_json(b"\xef\xbb\xbf{}") == {}


@pytest.mark.parametrize("kind", TAKEN, ids=name_of)
def test_each_example_is_an_entry_of_its_kind(kind: type[Body]) -> None:
    (body,) = bodies_in(parse_json(json.dumps(example(kind)).encode()))
    assert type(body) is kind
    assert f"\n  {name_of(kind)}\n" in all_kinds()


def test_choices_are_found_inside_parts() -> None:
    kinds = {name_of(kind): kind for kind in TAKEN}
    assert "calm" in choices_at(kinds["welfare_checked"], "condition")
    assert "named_only" in choices_at(kinds["welfare_checked"], "done_by.how")
    assert choices_at(kinds["welfare_checked"], "note") == ()
    assert choices_at(kinds["welfare_checked"], "nothing.here") == ()


def test_no_name_commands_a_terminal() -> None:
    assert plain("María علی की\u200cरा") == "María علی की\u200cरा"
    for text in (plain(EVIL), as_json({"name": EVIL}).replace("\n", "")):
        assert all(unicodedata.category(sign) not in {"Cc", "Cf", "Zl"} for sign in text), text
    out = io.StringIO()
    show(Answer(lines=[EVIL]), out, json_wanted=False)
    assert out.getvalue().count("\n") == 1
    assert json.loads(as_json({"name": EVIL})) == {"name": EVIL}


def test_a_hostile_name_shows_literally(line: Line) -> None:
    value = {"type": "person_name", "as_said": EVIL, "own_script": "<img src=x> علی"}
    number = line.open_case(entry("fact_told", fact="name", source="said", value=value))
    shown = line("case", "show", number)
    assert shown.code == 0
    assert "\x1b" not in shown.out
    assert "<img src=x> علی" in shown.out
    document = line("case", "show", number, json_wanted=True).document
    assert document["names"][0]["value"]["as_said"] == EVIL


def test_an_error_stays_one_short_line() -> None:
    err = io.StringIO()
    complain(EVIL * 1000, err)
    assert err.getvalue().count("\n") == 1
    assert len(err.getvalue()) < LONGEST_ERROR + 5


class GoneReader(io.StringIO):
    """A pipe whose reader went away."""

    def write(self, _text: str) -> int:
        raise BrokenPipeError


class FullDisk(io.StringIO):
    """A file that nothing more goes into."""

    def write(self, _text: str) -> int:
        raise OSError(28, "no space left")


def test_a_reader_that_went_away_is_no_failure() -> None:
    show(Answer(lines=["one"]), GoneReader(), json_wanted=False)
    with pytest.raises(OSError, match="space"):
        show(Answer(lines=["one"]), FullDisk(), json_wanted=False)


def test_a_terminal_without_the_script_gets_escapes() -> None:
    raw = io.BytesIO()
    narrow = io.TextIOWrapper(raw, encoding="ascii")
    show(Answer(lines=["علی"]), narrow, json_wanted=False)
    assert raw.getvalue() == b"\\u0639\\u0644\\u06cc\n"


@pytest.mark.parametrize(
    "content", [b"", b"\n", b"one\ntwo\n", b"\xff\xfe", b"x" * 20_000], ids=repr
)
def test_a_passphrase_file_holds_one_line(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "secret"
    file.write_bytes(content)
    with pytest.raises(BadInput) as caught:
        secret_in(file, "--passphrase-file")
    assert caught.value.field == "--passphrase-file"


def test_a_passphrase_is_taken_as_it_stands(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_bytes("\ufeff  pass  wört \r\n".encode())
    assert secret_in(file, "--passphrase-file") == "  pass  wört "
    file.write_bytes(b"ABCDE-FGHJK\n")
    assert recovery_key_in(file, "--recovery-file") == "ABCDE-FGHJK"
    with pytest.raises(BadInput, match="folder"):
        secret_in(tmp_path, "--passphrase-file")


def test_a_fault_of_ours_is_one_line_with_a_code(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_tree: object) -> None:
        raise ZeroDivisionError(NAME)

    monkeypatch.setattr("minors_desk.cli.cases.bodies_in", fails)
    said = line("case", "add", "1", "-", given=[])
    assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)
    assert "ZeroDivisionError@" in said.err
    assert [code in said.err for code in line.log] == [True]
    assert NAME not in said.err


def test_ctrl_c_is_one_line(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(_tree: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("minors_desk.cli.cases.bodies_in", stopped)
    said = line("case", "add", "1", "-", given=[])
    assert (said.code, said.err.count("\n")) == (130, 1)


def test_help_needs_neither_a_record_nor_the_layers_below(empty: Line) -> None:
    for words in (("--help",), ("case", "-h"), ("case", "add", "--help"), ("init", "--help")):
        helped = empty.plain(*words)
        assert (helped.code, helped.err) == (0, "")
        assert "usage: minors-desk" in helped.out
    assert "proves only" in empty.plain("paper", "verify", "--help").out
    assert empty.plain("--version").out == f"minors-desk {minors_desk.__version__}\n"
    names = "sqlalchemy cryptography reportlab msgspec PySide6"
    code = (
        "import sys; from minors_desk.cli.parsing import parse, HelpWanted\n"
        "import minors_desk.cli\n"
        "try: parse(['--help'])\n"
        f"except HelpWanted: print([n for n in '{names}'.split() if n in sys.modules])"
    )
    root = Path(minors_desk.__file__).parent.parent
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def test_the_schema_lists_every_kind(empty: Line) -> None:
    document = empty.plain("schema").document
    assert document == empty.plain("schema", "--json").document
    text = json.dumps(document)
    assert [name_of(kind) for kind in TAKEN if f'"{name_of(kind)}"' not in text] == []
    assert '"number"' not in re.findall(r'"type": ("\w+")', text)


def test_the_real_process(tmp_path: Path) -> None:
    root = Path(minors_desk.__file__).parent.parent

    def desk(*words: str) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "minors_desk", *words]
        return subprocess.run(command, cwd=root, capture_output=True, check=False)

    helped = desk("--help")
    assert (helped.returncode, helped.stderr) == (0, b"")
    assert helped.stdout.startswith(b"usage: minors-desk")
    failed = desk("case", "list", "--record", str(tmp_path / "none"), "--user", "rivera")
    assert (failed.returncode, failed.stdout, failed.stderr.count(b"\n")) == (2, b"", 1)
