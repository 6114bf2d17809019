"""Settings of this workstation: how the desk looks and locks, nothing about a case or a person."""

import json
import os
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from minors_desk.errors import DeskError

FILE_NAME = "settings.json"
TEXT_PERCENT = range(100, 201)
LOCK_AFTER_MINUTES = range(1, 31)
_MAX_BYTES = 64 * 1024


class Theme(StrEnum):
    """Which colours the window takes; `SYSTEM` follows the operating system."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Settings(NamedTuple):
    """One workstation's settings.

    `text_percent` is the size of text against the system's, 100 to 200; `lock_after_minutes` the
    minutes without a key or click before the desk locks, 1 to 30 (30 is the longest that the FBI's
    CJIS Security Policy, AC-11, allows a terminal); `log_folder` where the log goes, None for the
    folder of the settings themselves; `record_folder` the record that was opened last, None before
    the first.
    """

    theme: Theme = Theme.SYSTEM
    text_percent: int = 100
    lock_after_minutes: int = 10
    log_folder: Path | None = None
    record_folder: Path | None = None


def default_folder(environ: Mapping[str, str], platform: str) -> Path:
    """Return the folder of this user's settings, by the custom of the platform (`sys.platform`)."""
    home = Path(environ.get("HOME") or Path.home())
    if platform == "win32":
        return Path(environ.get("APPDATA") or home / "AppData" / "Roaming") / "Minors Desk"
    if platform == "darwin":
        return home / "Library" / "Application Support" / "Minors Desk"
    return Path(environ.get("XDG_CONFIG_HOME") or home / ".config") / "minors-desk"


def load(folder: Path) -> tuple[Settings, str]:
    """Return the settings kept in `folder` and an empty text, or the defaults and a sentence.

    No file is the first start, hence defaults without a sentence. A file that cannot be read or
    holds a wrong value never stops the desk; it is left as it is for whoever looks into it.
    """
    file = folder / FILE_NAME
    try:
        with file.open("rb") as stream:
            raw = stream.read(_MAX_BYTES + 1)
        if len(raw) > _MAX_BYTES:
            return Settings(), _unreadable()
        return _from_json(json.loads(raw)), ""
    except FileNotFoundError:
        return Settings(), ""
    except (OSError, ValueError, TypeError, RecursionError):
        return Settings(), _unreadable()


def save(folder: Path, settings: Settings) -> None:
    """Write the settings, whole or not at all. Raises DeskError when the folder does not let us."""
    values = {
        "theme": settings.theme.value,
        "text_percent": settings.text_percent,
        "lock_after_minutes": settings.lock_after_minutes,
        "log_folder": None if settings.log_folder is None else str(settings.log_folder),
        "record_folder": None if settings.record_folder is None else str(settings.record_folder),
    }
    part = folder / f"{FILE_NAME}.part"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with part.open("w", encoding="utf-8") as stream:
            stream.write(json.dumps(values, indent=2) + "\n")
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(folder / FILE_NAME)
    except OSError as error:
        raise DeskError(
            "The settings could not be saved",
            "Check that your settings folder can be written and that the disk is not full",
        ) from error


def _from_json(value: object) -> Settings:
    """Read known fields and skip others, which a later version may have written."""
    if not isinstance(value, dict):
        raise TypeError("settings are an object")
    plain = Settings()
    return Settings(
        theme=Theme(value.get("theme", plain.theme)),
        text_percent=_whole(value.get("text_percent", plain.text_percent), TEXT_PERCENT),
        lock_after_minutes=_whole(
            value.get("lock_after_minutes", plain.lock_after_minutes), LOCK_AFTER_MINUTES
        ),
        log_folder=_folder(value.get("log_folder")),
        record_folder=_folder(value.get("record_folder")),
    )


def _folder(value: object) -> Path | None:
    if not isinstance(value, str | None):
        raise TypeError("a folder is a text")
    return Path(value) if value else None


def _whole(value: object, allowed: range) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError("a whole number is expected")
    if value not in allowed:
        raise ValueError("a number is out of its range")
    return value


def _unreadable() -> str:
    return "The settings of this workstation could not be read; the usual ones are in use."
