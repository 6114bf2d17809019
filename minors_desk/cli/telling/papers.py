"""The papers issued of a case, as `case show` tells them."""

from collections.abc import Iterator
from typing import Any

from minors_desk.cli.telling.seen import SeenCase, plain
from minors_desk.domain.printed import IssuedPaper
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined


def lines(seen: SeenCase) -> Iterator[str]:
    """Each issued paper and what came of it."""
    for paper in seen.case.papers:
        yield _words(seen, paper)


def _words(seen: SeenCase, paper: IssuedPaper) -> str:
    return joined(
        paper.number,
        word("paper", paper.paper),
        f"version {paper.version}, copy {paper.copy}",
        f"issued {seen.time(paper.at)} as entry {seen.ordinals.get(paper.entry_id, '?')}",
        *(_outcome(one) for one in paper.outcomes),
    )


def _outcome(code: str) -> str:
    if code == "print_failed":
        return "no paper came out"
    return word("outlet", code.removeprefix("printed_"))


def document(seen: SeenCase) -> dict[str, Any]:
    """The issued papers, each with the place of its entry in the log."""
    return {"papers": [_paper(seen, one) for one in seen.case.papers]}


def _paper(seen: SeenCase, paper: IssuedPaper) -> dict[str, Any]:
    made: dict[str, Any] = plain(paper)
    return made | {"ordinal": seen.ordinals.get(paper.entry_id)}
