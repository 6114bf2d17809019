"""What was done for the child, as `case show` tells it."""

from collections.abc import Iterator
from typing import Any

from minors_desk.cli.telling.seen import SeenCase, plain
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined


def lines(seen: SeenCase) -> Iterator[str]:
    """Each welfare check."""
    for check in seen.case.checks:
        yield joined(seen.time(check.at), word("condition", check.condition), check.note)


def document(seen: SeenCase) -> dict[str, Any]:
    """The welfare checks."""
    return {"checks": plain(seen.case.checks)}
