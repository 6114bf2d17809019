"""Makes `.venv` beside the sources and fills it from a lock file, every library by its hash."""

import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass, field
from pathlib import Path

RUN_LOCK = "requirements.lock"
TEST_LOCK = "requirements-test.lock"
# A lock and those it holds entirely: who has the tools of the tests has what the desk needs.
_COVERS = {RUN_LOCK: (RUN_LOCK,), TEST_LOCK: (TEST_LOCK, RUN_LOCK)}
_FORMAT = 1
_PIP_SAYS = (
    (
        "DO NOT MATCH THE HASHES",
        (
            "a library that was fetched is not the one expected, so nothing was installed. "
            "Tell whoever runs your network or package mirror."
        ),
    ),
    ("No space left", "the disk is full. Make about 600 MB free and start again."),
    (
        "No matching distribution",
        (
            "a library is not offered for this machine. Needed are a 64-bit Windows 10, macOS 13 "
            "on Apple silicon or Linux of 2022 or later (glibc 2.34), and a mirror that holds all."
        ),
    ),
)


class SetupFailed(Exception):
    """The preparation cannot go on; the text says what happened and what to do, on one line."""


@dataclass(frozen=True)
class Place:
    """Where things are in a checkout."""

    root: Path

    @property
    def venv(self) -> Path:
        """The environment that is made."""
        return self.root / ".venv"

    @property
    def marker(self) -> Path:
        """The file written last, which says what the environment holds."""
        return self.venv / "minors-desk.json"

    def lock(self, name: str) -> Path:
        """A lock file by its name."""
        return self.root / "installer" / name


@dataclass(frozen=True)
class Marker:
    """What an environment was made of: for which Python and checkout, by which locks."""

    python: str
    root: str
    locks: dict[str, str] = field(default_factory=dict)
    libraries: tuple[str, ...] = ()


def ensure(place: Place, lock: str) -> Path:
    """Return the environment's Python after making sure that it holds what `lock` lists.

    An environment that is whole and current is left alone: no pip, no network. A broken or
    half-made one, or one of another Python, place or lock, is made anew. Raises SetupFailed.
    """
    python = venv_python(place.venv)
    marker = read_marker(place.marker)
    if marker is None or not is_current(place, marker):
        _make(place)
        marker = Marker(python_identity(), str(place.root))
    if lock not in marker.locks:
        # From here until the end the environment counts as half-made.
        place.marker.unlink(missing_ok=True)
        _install(place, lock)
        _link_checkout(place)
        write_marker(place, lock)
    return python


def is_current(place: Place, marker: Marker) -> bool:
    """Say whether the environment still is what its marker promises."""
    if marker.python != python_identity() or marker.root != str(place.root):
        return False
    if any(digest(place.lock(name)) != known for name, known in marker.locks.items()):
        return False
    return venv_python(place.venv).exists() and _installed(place.venv) >= set(marker.libraries)


def python_identity() -> str:
    """Name the Python that an environment depends on; a patch release does not change it."""
    return f"{sys.implementation.cache_tag} {platform.machine()} {sys.base_prefix}"


def digest(file: Path) -> str:
    """Return the SHA-256 of a lock file, or an empty text when it is not there."""
    try:
        # Line ends are evened out: git may turn them on Windows.
        return hashlib.sha256(file.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
    except OSError:
        return ""


def read_marker(file: Path) -> Marker | None:
    """Return the marker, or None when there is none that can be read."""
    try:
        value = json.loads(file.read_text(encoding="utf-8"))
        if value["format"] != _FORMAT:
            return None
        return Marker(
            python=str(value["python"]),
            root=str(value["root"]),
            locks={str(name): str(known) for name, known in value["locks"].items()},
            libraries=tuple(str(name) for name in value["libraries"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def write_marker(place: Place, lock: str) -> None:
    """Say that the environment is whole; written beside and put in place in one step."""
    value = {
        "format": _FORMAT,
        "python": python_identity(),
        "root": str(place.root),
        "locks": {name: digest(place.lock(name)) for name in _COVERS[lock]},
        "libraries": sorted(_installed(place.venv)),
    }
    part = place.marker.with_suffix(".part")
    part.write_text(json.dumps(value, indent=1), encoding="utf-8")
    part.replace(place.marker)


def venv_python(venv: Path) -> Path:
    """Return the Python of an environment."""
    return _scripts(venv) / ("python.exe" if os.name == "nt" else "python")


def site_packages(venv: Path) -> Path:
    """Return the folder of an environment's libraries."""
    return Path(sysconfig.get_path("purelib", "venv", vars=_bases(venv)))


def pip_sentence(said: str) -> str:
    """Return what happened and what to do, from what pip wrote on standard error."""
    for sign, sentence in _PIP_SAYS:
        if sign in said and not (sign.startswith("No matching") and _no_network(said)):
            return sentence
    if _no_network(said):
        return (
            "the libraries could not be fetched. "
            "Check the network (or pip's proxy or mirror setting) and start again."
        )
    errors = [line.strip() for line in said.splitlines() if line.startswith("ERROR")]
    return f"pip could not install the libraries. It says: {errors[-1] if errors else 'nothing'}"


def _no_network(said: str) -> bool:
    # pip ends with "from versions: none" when it reached no mirror at all.
    signs = ("from versions: none", "Max retries", "Retrying (", "Connection", "timed out", "Proxy")
    return any(sign in said for sign in signs)


def _make(place: Place) -> None:
    """Make an empty environment in the place of whatever is there."""
    print("Making .venv ...", flush=True)
    try:
        if place.venv.is_symlink() or place.venv.is_file():
            place.venv.unlink()
        elif place.venv.exists():
            shutil.rmtree(place.venv)
    except OSError as error:
        raise SetupFailed(
            "the old .venv cannot be removed. Close every Minors Desk and start again."
        ) from error
    done = subprocess.run(
        [sys.executable, "-m", "venv", str(place.venv)], capture_output=True, check=False
    )
    if done.returncode != 0 or not venv_python(place.venv).exists():
        raise SetupFailed(
            "Python could not make .venv. "
            "Check that this folder can be written and that the disk is not full."
        )


def _install(place: Place, lock: str) -> None:
    """Fetch and install what the lock lists; pip checks each file's hash and builds nothing."""
    print("Fetching the libraries, once (about 130 MB) ...", flush=True)
    command = [str(venv_python(place.venv)), "-I", "-m", "pip", "install", "--require-hashes"]
    command += ["--only-binary=:all:", "--disable-pip-version-check", "--no-input"]
    command += ["-r", str(place.lock(lock))]
    done = subprocess.run(
        command,
        env={**os.environ, "PIP_USER": "0"},
        stdout=None if sys.stdout.isatty() else subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode != 0:
        raise SetupFailed(pip_sentence(done.stderr))


def _installed(venv: Path) -> set[str]:
    """Name the libraries with their versions; the installers themselves may be upgraded."""
    packages = site_packages(venv)
    found = {p.name for p in packages.glob("*.dist-info")} if packages.is_dir() else set()
    return {name for name in found if not name.startswith(("pip-", "setuptools-"))}


def _link_checkout(place: Place) -> None:
    """Let the environment find these sources, and give it the command `minors-desk`."""
    packages = site_packages(place.venv)
    # Relative and so plain ASCII: how a .pth file is decoded differs between Python versions.
    up = os.path.relpath(place.root, packages)
    (packages / "minors_desk_checkout.pth").write_text(up + "\n", encoding="ascii")
    if os.name == "nt":
        command = _scripts(place.venv) / "minors-desk.cmd"
        command.write_text('@"%~dp0python.exe" -P -m minors_desk %*\r\n', encoding="ascii")
        return
    command = _scripts(place.venv) / "minors-desk"
    command.write_text(
        "#!/bin/sh\n"
        "# Starts Minors Desk from the checkout that this environment belongs to.\n"
        'here=$(dirname -- "$(readlink -f -- "$0")")\n'
        'exec "$here/python" -P -m minors_desk "$@"\n',
        encoding="ascii",
    )
    command.chmod(0o755)


def _scripts(venv: Path) -> Path:
    return Path(sysconfig.get_path("scripts", "venv", vars=_bases(venv)))


def _bases(venv: Path) -> dict[str, str]:
    return {"base": str(venv), "platbase": str(venv)}
