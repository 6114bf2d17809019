"""Finds the files of `resources/`, in an installed wheel or beside the package in a checkout."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def _root() -> Path:
    """The folder of resources; the wheel carries it inside the package (see pyproject.toml)."""
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


def path(*parts: str) -> Path:
    """Return the path of a resource, such as `path("rules", "us.toml")`.

    Raises ValueError for parts that lead out of the folder and FileNotFoundError, naming the
    resource, when it was not installed: both are mistakes of ours, not of the person.
    """
    root = _root()
    found = root.joinpath(*parts)
    if not found.resolve().is_relative_to(root.resolve()):
        raise ValueError(f"not a resource: {'/'.join(parts)}")
    if not found.exists():
        raise FileNotFoundError(f"resource not installed: {'/'.join(parts)}")
    return found


def read_text(*parts: str) -> str:
    """Return a resource as text (UTF-8)."""
    return path(*parts).read_text(encoding="utf-8")


def read_bytes(*parts: str) -> bytes:
    """Return a resource as it is."""
    return path(*parts).read_bytes()
