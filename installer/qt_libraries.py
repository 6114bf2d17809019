"""Finds which libraries of the system Qt misses on Linux, and installs or names them."""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from desk_venv import SetupFailed

# Library → Debian and Ubuntu package; tried on a Debian 12 with nothing else installed.
OFFSCREEN = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
WINDOW = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libcups.so.2": "libcups2",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
_PACKAGES = {**OFFSCREEN, **WINDOW}
_QT = ("Qt/lib/libQt6Gui.so.6", "Qt/plugins/platforms/libqoffscreen.so")
_QT_WINDOW = (
    "Qt/plugins/platforms/libqxcb.so",
    "Qt/plugins/printsupport/libcupsprintersupport.so",
)


def ensure_venv_module(display: bool) -> None:
    """Make sure that this Python can make an environment; Debian packs that part by itself.

    What Qt will miss is named in the same command, as far as it shows before Qt is there.
    Raises SetupFailed with the command when it is not run here.
    """
    if importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv"):
        return
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    missing = absent(_loader_cache(), display)
    _provide([f"{version}-venv", *packages(missing)], missing, "Python's venv module is missing")


def ensure(libraries: Path, display: bool) -> None:
    """Make sure that Qt in `libraries` finds what it needs of the system, window or offscreen.

    Installs it as root on Debian or Ubuntu, else raises SetupFailed with the command that does.
    """
    if not sys.platform.startswith("linux"):
        return
    missing = _missing(libraries / "PySide6", display)
    if not missing:
        return
    _provide(packages(missing), missing, f"Qt misses {', '.join(missing)}")
    still = _missing(libraries / "PySide6", display)
    if still:
        raise SetupFailed(
            f"Qt still misses {', '.join(still)}. Install the packages that hold them."
        )


def missing_in(said: str) -> tuple[str, ...]:
    """Return the libraries that `ldd` did not find, each once, in its order."""
    names = (line.split("=>")[0].strip() for line in said.splitlines() if "=> not found" in line)
    return tuple(dict.fromkeys(names))


def absent(cache: str, display: bool) -> tuple[str, ...]:
    """Return the needed libraries that the loader's cache (`ldconfig -p`) does not list."""
    if not cache.strip():
        return ()
    known = {line.split()[0] for line in cache.splitlines() if line.strip()}
    needed = {**OFFSCREEN, **WINDOW} if display else OFFSCREEN
    return tuple(name for name in needed if name not in known)


def packages(missing: Iterable[str]) -> tuple[str, ...]:
    """Return the Debian packages of the libraries, each once; one that is not known stays out."""
    return tuple(dict.fromkeys(_PACKAGES[name] for name in missing if name in _PACKAGES))


def command(needed: Sequence[str], missing: Sequence[str], tool: str) -> str:
    """Return the one command that installs what is missing, or an empty text for no such tool."""
    if tool == "apt-get":
        return f"sudo apt-get update && sudo apt-get install -y {' '.join(needed)}"
    if tool == "dnf":
        # dnf takes the library itself; Fedora's python3 has its venv module in it.
        return "sudo dnf install -y " + " ".join(f"'{name}()(64bit)'" for name in missing)
    return ""


def _provide(needed: Sequence[str], missing: Sequence[str], what: str) -> None:
    """Install, or tell which command does."""
    tool = next((name for name in ("apt-get", "dnf") if shutil.which(name)), "")
    line = command(needed, missing, tool)
    if not line or (tool == "apt-get" and not needed):
        raise SetupFailed(f"{what}. Install the packages of your system that hold it.")
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if tool != "apt-get" or not is_root:
        raise SetupFailed(f"{what}. Run this, then start again: {line}")
    print(f"{what}; installing {' '.join(needed)} ...", flush=True)
    if not _apt("update") or not _apt("install", "-y", "--no-install-recommends", *needed):
        raise SetupFailed(f"{what} and could not be installed. Try by hand: {line}")
    importlib.invalidate_caches()


def _apt(*words: str) -> bool:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    line = [shutil.which("apt-get") or "apt-get", "-qq", *words]
    done = subprocess.run(line, env=quiet, stdout=subprocess.DEVNULL, check=False)
    return done.returncode == 0


def _missing(qt: Path, display: bool) -> tuple[str, ...]:
    """Ask ldd about Qt's own files; without an ldd (musl, say) Qt will speak for itself."""
    ldd = shutil.which("ldd")
    files = [qt / name for name in (*_QT, *(_QT_WINDOW if display else ())) if (qt / name).exists()]
    if ldd is None or not files:
        return ()
    line = [ldd, *map(str, files)]
    done = subprocess.run(line, capture_output=True, text=True, errors="replace", check=False)
    return missing_in(done.stdout)


def _loader_cache() -> str:
    tool = shutil.which("ldconfig") or "/sbin/ldconfig"
    try:
        return subprocess.run([tool, "-p"], capture_output=True, text=True, check=False).stdout
    except OSError:
        return ""
