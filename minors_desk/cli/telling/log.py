"""The entries of a case one by one, as `case show` tells them."""

import json
from collections.abc import Iterator
from typing import Any

from minors_desk.cli.telling.seen import SeenCase, plain
from minors_desk.domain import codec
from minors_desk.domain.attachments import AttachmentAdded
from minors_desk.domain.bodies import Body
from minors_desk.domain.case import LogLine
from minors_desk.domain.entries import Gone, kind_of
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.sentences import heading, sentence
from minors_desk.wording.times import exactly

_UNKNOWN_KEY = "a key that nobody introduced"
_WITH_KEY = AttachmentAdded.__struct_config__.tag
MASK = "not shown"
"""Stands in place of the key of a file."""


def lines(seen: SeenCase) -> Iterator[str]:
    """Each entry, who wrote it, and what became of it."""
    for line in seen.case.log:
        yield _words(seen, line)
        yield "  " + joined(
            f"by {seen.author_of(line.entry) or _UNKNOWN_KEY}",
            *_remarks(seen, line),
            f"id {line.entry.id}",
        )


def _words(seen: SeenCase, line: LogLine) -> str:
    body = line.entry.body
    when = ""
    if isinstance(body, Body):
        when = exactly(body.occurred_at, body.precision, seen.zone)
    said = sentence(body)
    title = heading(line.entry)
    return joined(f"{line.entry.ordinal}", when, f"{title}: {said}" if said else title)


def _remarks(seen: SeenCase, line: LogLine) -> Iterator[str]:
    entry, body = line.entry, line.entry.body
    if isinstance(body, Body) and body.done_by is not None:
        other = body.done_by
        yield f"done by {joined(other.name, other.badge, word('how_second', other.how))}"
    if isinstance(body, Body) and body.late_because is not None:
        yield f"late, recorded {seen.time(entry.recorded_at)}: {word('late', body.late_because)}"
    if entry.clock_flag:
        yield "the clock of the computer was behind or had jumped"
    if line.altered_by is not None:
        yield f"{_state(line)} by entry {line.altered_by.ordinal}"
        if isinstance(line.counts, Body):
            yield f"counts now: {sentence(line.counts)}"


def document(seen: SeenCase) -> dict[str, Any]:
    """Each entry with its body as written and as it counts."""
    return {"log": [_line(seen, line) for line in seen.case.log]}


def _line(seen: SeenCase, line: LogLine) -> dict[str, Any]:
    entry, body = line.entry, line.entry.body
    altered = line.altered_by
    return {
        "ordinal": entry.ordinal,
        "id": str(entry.id),
        "kind": kind_of(body),
        "heading": heading(entry),
        "sentence": sentence(body),
        "occurred_at": plain(body.occurred_at) if isinstance(body, Body) else None,
        "recorded_at": plain(entry.recorded_at),
        "clock_flag": entry.clock_flag,
        "late": line.is_late,
        "author": seen.author_of(entry),
        "chain": entry.chain.hex(),
        "state": _state(line),
        "altered_by": None if altered is None else altered.ordinal,
        "body": _body(body),
        "counts": _body(line.counts) if altered is not None else None,
    }


def _state(line: LogLine) -> str:
    """``counts``, ``amended``, ``withdrawn``, ``expunged`` or ``later_version``."""
    if line.altered_by is not None:
        return "withdrawn" if line.counts is None else "amended"
    if isinstance(line.entry.body, Gone):
        return "expunged"
    return "counts" if isinstance(line.entry.body, Body) else "later_version"


def _body(body: object) -> Any:
    """The body as stored, but for the key of a file: whoever has it can read the file."""
    return _masked(json.loads(codec.encode(body))) if isinstance(body, Body) else None


def _masked(told: dict[str, Any]) -> dict[str, Any]:
    if told["kind"] == _WITH_KEY:
        return told | {"key": MASK}
    replacement = told.get("replacement")
    if isinstance(replacement, dict) and replacement.get("kind") == _WITH_KEY:
        return told | {"replacement": replacement | {"key": MASK}}
    return told
