"""Reads what a person hands to a command: JSON of entries, passphrases, the recovery key."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from minors_desk.errors import BadInput

MOST_BYTES = 8 * 1024 * 1024
MOST_DEPTH = 32
MOST_DIGITS = 18
MOST_SECRET = 16 * 1024
RECOVERY_LABEL = "Recovery key:"
_BRACKETS = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,63}")


@dataclass(frozen=True, slots=True)
class _Wrong:
    """Stands in the tree where something is that no entry may hold, until its place is known."""

    expected: str


class _Twice(dict[str, Any]):
    """An object in which a key stands twice."""

    key = ""


def wrong_field(field: str, expected: str) -> BadInput:
    """The error for a field of the JSON: which, and what is expected there."""
    return BadInput(f"{field} is not right", f"Expected is {expected}.", field=field)


def read_json(source: str, stdin: BinaryIO | None) -> object:
    """The JSON of a file, or of standard input for ``-``; raises BadInput."""
    if source == "-":
        if stdin is None:
            raise BadInput("There is no standard input", "Give a file.", field="FILE")
        return parse_json(stdin.read(MOST_BYTES + 1))
    return parse_json(bytes_of(Path(source), MOST_BYTES + 1, "FILE"))


def parse_json(data: bytes) -> object:
    """Strict JSON: no key twice, no fractions, nothing deep or after the end; raises BadInput."""
    if len(data) > MOST_BYTES:
        raise BadInput(
            f"The JSON is larger than {MOST_BYTES // 1024 // 1024} MB",
            "Add the entries in several goes.",
            field="FILE",
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(
            f"The JSON is not UTF-8 at byte {error.start + 1}",
            "Expected is UTF-8; save it again as that.",
            field="FILE",
        ) from None
    if _depth(text) > MOST_DEPTH:
        raise BadInput(
            f"The JSON is nested deeper than {MOST_DEPTH} levels",
            "Expected is one entry, or a list of entries.",
            field="FILE",
        )
    try:
        tree = json.loads(
            text,
            object_pairs_hook=_object,
            parse_float=lambda _: _Wrong("a whole number, no fraction"),
            parse_int=_whole,
            parse_constant=lambda _: _Wrong("a value that JSON has, not NaN or Infinity"),
        )
    except json.JSONDecodeError as error:
        raise _not_json(error) from None
    _refuse_wrong(tree, "")
    return tree


def _not_json(error: json.JSONDecodeError) -> BadInput:
    if error.msg == "Extra data":
        title = "There is something after the end of the JSON"
    else:
        title = "That is not JSON"
    return BadInput(
        f"{title} (line {error.lineno}, column {error.colno})",
        "Expected is one entry, or a list of entries, and nothing else.",
        field="FILE",
    )


def _depth(text: str) -> int:
    """How deep brackets are nested, without the recursion that a parser would end in."""
    deepest = depth = 0
    for found in _BRACKETS.finditer(text):
        sign = found[0]
        if sign in ("[", "{"):
            depth += 1
            deepest = max(deepest, depth)
        elif sign in ("]", "}"):
            depth -= 1
    return deepest


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) == len(pairs):
        return made
    seen: set[str] = set()
    twice = _Twice(made)
    for key, _value in pairs:
        if key in seen:
            twice.key = key
            break
        seen.add(key)
    return twice


def _whole(digits: str) -> object:
    if len(digits.lstrip("-")) > MOST_DIGITS:
        return _Wrong(f"a whole number of at most {MOST_DIGITS} digits")
    return int(digits)


def _refuse_wrong(value: object, path: str) -> None:
    if isinstance(value, _Wrong):
        raise wrong_field(path or "the JSON", value.expected)
    if isinstance(value, _Twice):
        raise wrong_field(_inside(path, value.key), "each field once, here it stands twice")
    if isinstance(value, dict):
        for key, inner in value.items():
            _refuse_wrong(inner, _inside(path, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            _refuse_wrong(inner, f"{path}[{place}]")


def _inside(path: str, key: str) -> str:
    """The path of a field; a key that is no name of a field is not repeated."""
    name = key if _NAME.fullmatch(key) else "(a field of no such name)"
    return f"{path}.{name}" if path else name


def secret_in(path: Path, option: str) -> str:
    """The passphrase in a file: its one line, without the line's end; raises BadInput."""
    text = _secret_text(path, option).removesuffix("\n").removesuffix("\r")
    if not text:
        raise BadInput(f"The file of {option} is empty", "Put the passphrase in it.", field=option)
    if "\n" in text or "\r" in text:
        raise BadInput(
            f"The file of {option} has more than one line",
            "Put the passphrase alone in it.",
            field=option,
        )
    return text


def recovery_key_in(path: Path, option: str) -> str:
    """The recovery key in a file: the sheet that `init` wrote, or the key alone."""
    lines = _secret_text(path, option).splitlines()
    named = [one for one in lines if one.startswith(RECOVERY_LABEL)]
    return named[0].removeprefix(RECOVERY_LABEL).strip() if named else "".join(lines).strip()


def _secret_text(path: Path, option: str) -> str:
    data = bytes_of(path, MOST_SECRET + 1, option)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = ""
        data = b""
    if not data or len(data) > MOST_SECRET:
        raise BadInput(
            f"The file of {option} is empty, too long, or not UTF-8",
            "Put nothing but the words needed in it.",
            field=option,
        )
    return text


def bytes_of(path: Path, most: int, option: str) -> bytes:
    """At most so many bytes of a file; raises BadInput that says why it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(most)
    except FileNotFoundError:
        what = "does not exist"
    except IsADirectoryError:
        what = "is a folder"
    except PermissionError:
        what = "may not be read by you"
    except (OSError, ValueError):
        what = "cannot be read"
    raise BadInput(f"The file of {option} {what}", "Check its name.", field=option)
