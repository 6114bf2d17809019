"""The three words of from_source.py: setup, run and test."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import desk_venv
import qt_libraries
from desk_venv import RUN_LOCK, TEST_LOCK, Place, SetupFailed

ROOT = Path(__file__).resolve().parent.parent
STOPPED = 130
_SIGNAL_BASE = 128

# Each check with the arguments of Python that start it; `test`'s own arguments go to the last.
CHECKS = (
    ("ruff check", ("-m", "ruff", "check", ".")),
    ("ruff format", ("-m", "ruff", "format", "--check", ".")),
    (
        "import-linter",
        ("-c", "from importlinter.cli import lint_imports_command as c; c(['--no-logo'])"),
    ),
    ("mypy", ("-m", "mypy")),
    ("pytest", ("-m", "pytest")),
)
# Without arguments the tests run in parts, as many at once as there are processors, the longest
# first; only what the first says is shown while it runs.
PARTS = (
    ("tests/ui",),
    ("tests/storage", "tests/cli"),
    ("tests", *(f"--ignore=tests/{one}" for one in ("ui", "domain", "storage", "cli"))),
    ("tests/domain",),
)
FEWEST_AT_ONCE = 2


def guarded(word: str, arguments: Sequence[str]) -> int:
    """Do one word; every failure that can be foreseen ends in one line on standard error."""
    try:
        return _WORDS[word](arguments)
    except SetupFailed as failure:
        print(f"minors-desk: {failure}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("minors-desk: stopped. Start again whenever you like.", file=sys.stderr)
        return STOPPED


def setup(_arguments: Sequence[str]) -> int:
    """Prepare only."""
    python = _prepared(RUN_LOCK)
    print(f"Ready. Start with: {_shown(python.parent / 'minors-desk')}")
    return 0


def run(arguments: Sequence[str]) -> int:
    """Prepare, then start the program with the person's arguments, in the person's folder."""
    python = _prepared(RUN_LOCK)
    environ = dict(os.environ)
    if opens_window(arguments) and not has_display(environ, sys.platform):
        if arguments:
            raise SetupFailed(
                "there is no display to open the window on. "
                "Start it on a desktop, or leave the arguments out to run the tour."
            )
        print("There is no display, so the tour runs offscreen; see its pictures in ./tour/.")
        arguments = ("tour", "--out", "tour")
    # -P: a file in the person's folder must not be taken for a library of ours.
    command = [str(python), "-P", "-m", "minors_desk", *arguments]
    code = subprocess.run(command, env=environ, check=False).returncode
    return _SIGNAL_BASE - code if code < 0 else code


def test(arguments: Sequence[str]) -> int:
    """Prepare with the tools of the developers, run every check, and sum up at the end."""
    python = _prepared(TEST_LOCK)
    results: list[tuple[str, int, float]] = []
    for name, command in CHECKS:
        print(f"== {name}", flush=True)
        began = time.monotonic()
        if name == "pytest":
            code = _tested([str(python), *command], arguments)
        else:
            code = subprocess.run([python, *command], cwd=ROOT, check=False).returncode
        results.append((name, code, time.monotonic() - began))
    print(summary(results))
    return 0 if all(code == 0 for _, code, _ in results) else 1


def _tested(command: Sequence[str], arguments: Sequence[str]) -> int:
    """Run the tests; what the parts after the first say is shown when all are through."""
    if arguments:
        return subprocess.run([*command, *arguments], cwd=ROOT, check=False).returncode
    at_once = max(FEWEST_AT_ONCE, os.cpu_count() or 0)
    with ExitStack() as kept, ThreadPoolExecutor(at_once) as pool:
        files = [kept.enter_context(tempfile.TemporaryFile()) for _ in PARTS[1:]]

        def part(place: int) -> int:
            words = [*command, *PARTS[place]]
            out = files[place - 1] if place else None
            return subprocess.run(words, cwd=ROOT, check=False, stdout=out, stderr=out).returncode

        codes = list(pool.map(part, range(len(PARTS))))
        for one in files:
            one.seek(0)
            sys.stdout.write(one.read().decode("utf-8", "replace"))
    return max(codes)


def summary(results: Sequence[tuple[str, int, float]]) -> str:
    """Return one line for each check (name, exit code, seconds) and a last one for all."""
    lines = [
        f"{name:<14} {'ok' if code == 0 else f'FAILED (exit {code})':<18} {seconds:6.1f} s"
        for name, code, seconds in results
    ]
    failed = [name for name, code, _ in results if code != 0]
    lines.append(f"FAILED: {', '.join(failed)}" if failed else "All checks passed.")
    return "\n".join(["== summary", *lines])


def has_display(environ: Mapping[str, str], platform: str) -> bool:
    """Say whether a window can be seen; outside Linux the desktop is always taken to be there."""
    if not platform.startswith("linux"):
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def opens_window(arguments: Sequence[str]) -> bool:
    """Say whether these arguments of `minors-desk` open the window: no command is among them."""
    if not arguments:
        return True
    return arguments[0].startswith("-") and not {"-h", "--help", "--version"} & set(arguments)


def _prepared(lock: str) -> Path:
    """Make sure of the libraries and of what Qt needs of the system; returns the Python to use."""
    place = Place(ROOT)
    display = has_display(os.environ, sys.platform)
    qt_libraries.ensure_venv_module(display)
    python = desk_venv.ensure(place, lock)
    qt_libraries.ensure(desk_venv.site_packages(place.venv), display)
    return python


def _shown(path: Path) -> Path:
    """Return the path as the person would type it from where they are."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


_WORDS = {"setup": setup, "run": run, "test": test}
