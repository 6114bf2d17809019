"""Tests what from_source.py decides: what is current, what is missing, what it tells the person."""

import subprocess
import sys
from pathlib import Path

import pytest

import desk_steps
import desk_venv
import from_source
import qt_libraries
from desk_venv import RUN_LOCK, TEST_LOCK, Marker, Place, SetupFailed

ROOT = Path(__file__).resolve().parent.parent
NO_NETWORK = (
    "WARNING: Retrying (Retry(total=4)) after connection broken by 'NewConnectionError'\n"
    "ERROR: Could not find a version that satisfies the requirement msgspec==0.22.0\n"
    "ERROR: No matching distribution found for msgspec==0.22.0\n"
)
LDD = """\
\tlinux-vdso.so.1 (0x00007ffd)
\tlibGL.so.1 => not found
\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)
\tlibxcb-icccm.so.4 => not found
\tlibGL.so.1 => not found
"""


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A checkout whose environment is whole, as far as its marker says."""
    place = Place(tmp_path)
    (tmp_path / "installer").mkdir()
    place.lock(RUN_LOCK).write_text("a==1\n")
    place.lock(TEST_LOCK).write_text("a==1\nb==2\n")
    desk_venv.venv_python(place.venv).parent.mkdir(parents=True)
    desk_venv.venv_python(place.venv).touch()
    (desk_venv.site_packages(place.venv) / "a-1.dist-info").mkdir(parents=True)
    desk_venv.write_marker(place, RUN_LOCK)
    return place


def current(place: Place) -> bool:
    marker = desk_venv.read_marker(place.marker)
    return marker is not None and desk_venv.is_current(place, marker)


def test_a_whole_environment_is_left_alone(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a process was started")

    monkeypatch.setattr(subprocess, "run", refuse)
    assert desk_venv.ensure(place, RUN_LOCK) == desk_venv.venv_python(place.venv)


def test_the_tests_lock_covers_the_desks(place: Place) -> None:
    desk_venv.write_marker(place, TEST_LOCK)
    marker = desk_venv.read_marker(place.marker)
    assert marker is not None and set(marker.locks) == {RUN_LOCK, TEST_LOCK}


def test_a_changed_lock_is_noticed(place: Place) -> None:
    assert current(place)
    place.lock(RUN_LOCK).write_text("a==2\n")
    assert not current(place)


def test_line_ends_of_a_lock_do_not_count(place: Place) -> None:
    place.lock(RUN_LOCK).write_bytes(b"a==1\r\n")
    assert current(place)


def test_a_lost_library_is_noticed(place: Place) -> None:
    (desk_venv.site_packages(place.venv) / "a-1.dist-info").rmdir()
    assert not current(place)


def test_a_lost_python_is_noticed(place: Place) -> None:
    desk_venv.venv_python(place.venv).unlink()
    assert not current(place)


def test_another_python_or_place_is_noticed(place: Place) -> None:
    known = desk_venv.read_marker(place.marker)
    assert known is not None
    assert not desk_venv.is_current(place, Marker("cpython-399", known.root, known.locks))
    assert not desk_venv.is_current(place, Marker(known.python, "elsewhere", known.locks))


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"format": 1}', '{"format": 99}', "\0"])
def test_a_damaged_marker_means_half_made(place: Place, text: str) -> None:
    place.marker.write_text(text)
    assert desk_venv.read_marker(place.marker) is None


def test_what_ldd_did_not_find() -> None:
    assert qt_libraries.missing_in(LDD) == ("libGL.so.1", "libxcb-icccm.so.4")
    assert qt_libraries.missing_in("\tstatically linked\n") == ()


def test_what_the_loader_does_not_know() -> None:
    cache = "2 libs found\n\tlibGL.so.1 (libc6,x86-64) => /usr/lib/libGL.so.1\n"
    missing = qt_libraries.absent(cache, display=False)
    assert "libGL.so.1" not in missing and "libEGL.so.1" in missing
    assert "libxcb-cursor.so.0" not in missing
    assert "libxcb-cursor.so.0" in qt_libraries.absent(cache, display=True)
    assert qt_libraries.absent("", display=True) == ()


def test_the_one_command() -> None:
    missing = ("libGL.so.1", "libglib-2.0.so.0", "libgthread-2.0.so.0", "libother.so.9")
    needed = qt_libraries.packages(missing)
    assert needed == ("libgl1", "libglib2.0-0")
    apt = "sudo apt-get update && sudo apt-get install -y libgl1 libglib2.0-0"
    assert qt_libraries.command(needed, missing, "apt-get") == apt
    dnf = "sudo dnf install -y 'libGL.so.1()(64bit)'"
    assert qt_libraries.command(needed, missing[:1], "dnf") == dnf
    assert qt_libraries.command(needed, missing, "") == ""


def test_who_is_not_root_gets_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(qt_libraries.os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(qt_libraries.shutil, "which", lambda name: name)
    monkeypatch.setattr(qt_libraries.importlib.util, "find_spec", lambda _: None)
    monkeypatch.setattr(qt_libraries, "_loader_cache", lambda: "\tlibEGL.so.1 =>\n")
    with pytest.raises(SetupFailed) as caught:
        qt_libraries.ensure_venv_module(display=False)
    told = str(caught.value)
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    assert f"sudo apt-get install -y {version} libgl1" in told
    assert "\n" not in told and "libegl1" not in told


@pytest.mark.parametrize(
    ("said", "part"),
    [
        (NO_NETWORK, "Check the network"),
        ("ERROR: No matching distribution found for x==1", "not offered for this machine"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM", "nothing was installed"),
        ("ERROR: [Errno 28] No space left on device", "the disk is full"),
        ("WARNING: a\nERROR: odd\nERROR: last thing", "It says: ERROR: last thing"),
        ("", "It says: nothing"),
    ],
)
def test_what_pip_says_becomes_a_sentence(said: str, part: str) -> None:
    sentence = desk_venv.pip_sentence(said)
    assert part in sentence and "\n" not in sentence


def test_an_old_python_gets_a_sentence() -> None:
    assert from_source.python_sentence((3, 11)) == ""
    assert from_source.python_sentence((3, 14)) == ""
    assert from_source.python_sentence((3, 6)).startswith("This is Python 3.6; ")


@pytest.mark.parametrize("words", [[], ["walk"], ["setup", "now"]])
def test_wrong_words(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert from_source.main(words) == 2
    assert capsys.readouterr().err.startswith("usage:")


def test_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert from_source.main(["--help"]) == 0
    assert capsys.readouterr().out.startswith("usage:")


def test_a_failure_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: object) -> int:
        raise SetupFailed("the disk is full. Make room.")

    def stop(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setitem(desk_steps._WORDS, "setup", fail)
    monkeypatch.setitem(desk_steps._WORDS, "run", stop)
    assert from_source.main(["setup"]) == 1
    assert from_source.main(["run"]) == desk_steps.STOPPED
    assert len(capsys.readouterr().err.splitlines()) == 2


def test_when_a_window_opens() -> None:
    assert desk_steps.opens_window([])
    assert desk_steps.opens_window(["--record", "there"])
    assert not desk_steps.opens_window(["--help"])
    assert not desk_steps.opens_window(["verify", "--record", "there"])


def test_when_there_is_a_display() -> None:
    assert not desk_steps.has_display({}, "linux")
    assert not desk_steps.has_display({"DISPLAY": ""}, "linux")
    assert desk_steps.has_display({"WAYLAND_DISPLAY": "wayland-0"}, "linux")
    assert desk_steps.has_display({}, "win32")


def test_the_summary_names_what_failed() -> None:
    lines = desk_steps.summary([("mypy", 0, 1.0), ("pytest", 1, 2.0)]).splitlines()
    assert lines[-1] == "FAILED: pytest"
    assert desk_steps.summary([("mypy", 0, 1.0)]).endswith("All checks passed.")


def test_the_locks_agree_and_hold_no_address() -> None:
    locks = [(ROOT / "installer" / name).read_text() for name in (RUN_LOCK, TEST_LOCK)]
    pins = [{line for line in lock.splitlines() if "==" in line} for lock in locks]
    assert pins[0] <= pins[1]
    assert all("pyside6-essentials==6.11.3" in lock for lock in locks)
    assert all("//" not in lock and "--index-url" not in lock for lock in locks)
    for lock in locks:
        entries = lock.split("\n    # via")[:-1]
        assert all("--hash=sha256:" in entry for entry in entries)
