"""Writes answers to a terminal or a pipe: no control character of a name ever reaches either."""

import json
import os
import unicodedata
from contextlib import suppress
from typing import TextIO

from minors_desk.cli.surroundings import Answer

LONGEST_ERROR = 1000
_JOINERS = "\u200c\u200d"
"""Without these two, names in Persian or Hindi read wrong; they move and hide nothing."""
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def plain(text: str) -> str:
    """The text on one line, with control and direction characters as ``\\x1b`` or ``\\u202e``."""
    return "".join(_visible(one) if _is_hidden(one) else one for one in text)


def as_json(document: object) -> str:
    """The document as JSON text; hidden characters are escaped, so that it is safe to look at."""
    text = json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)
    return "".join(_json_escape(one) if one != "\n" and _is_hidden(one) else one for one in text)


def show(answer: Answer, out: TextIO, *, json_wanted: bool) -> None:
    """Writes the answer; raises OSError when it cannot be written, not for a reader gone away."""
    if json_wanted:
        text = as_json(answer.document) + "\n"
    else:
        text = "".join(f"{plain(line)}\n" for line in answer.lines)
    encoding = getattr(out, "encoding", None) or "utf-8"
    text = text.encode(encoding, "backslashreplace").decode(encoding)
    try:
        out.write(text)
        out.flush()
    except BrokenPipeError:
        _silence(out)


def complain(text: str, err: TextIO) -> None:
    """Writes the one line on standard error; there is nowhere to say that this failed."""
    line = plain(f"minors-desk: {text}")
    if len(line) > LONGEST_ERROR:
        line = line[:LONGEST_ERROR] + "…"
    encoding = getattr(err, "encoding", None) or "utf-8"
    with suppress(OSError, ValueError):
        err.write(line.encode(encoding, "backslashreplace").decode(encoding) + "\n")
        err.flush()


def _is_hidden(sign: str) -> bool:
    return unicodedata.category(sign) in _HIDDEN and sign not in _JOINERS


def _visible(sign: str) -> str:
    return sign.encode("unicode_escape").decode("ascii")


def _json_escape(sign: str) -> str:
    return json.dumps(sign)[1:-1]


def _silence(out: TextIO) -> None:
    """Lets the interpreter's own last flush go nowhere instead of complaining."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, out.fileno())
        os.close(nowhere)
