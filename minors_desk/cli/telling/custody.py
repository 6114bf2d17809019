"""Who had the child, and where it was, as `case show` tells it."""

from collections.abc import Iterator
from typing import Any

from minors_desk.cli.telling.seen import SeenCase, plain
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined, lock_words, place_words
from minors_desk.wording.times import exactly, span


def lines(seen: SeenCase) -> Iterator[str]:
    """Each custody of ours, each stay, and the time behind a lock."""
    for episode in seen.case.episodes:
        end = "until now" if episode.end is None else f"until {seen.time(episode.end)}"
        length = span((episode.end or seen.moment) - episode.start)
        yield joined(
            f"ours from {exactly(episode.start, episode.precision, seen.zone)}",
            end,
            length,
            word("starts_from", episode.starts_from),
        )
    for stay in seen.case.spans:
        end = "now" if stay.end is None else seen.time(stay.end)
        yield joined(
            f"{seen.time(stay.start)} to {end}",
            place_words(stay.place, stay.room),
            lock_words(stay.secure),
            f"watched by {stay.watched_by}",
        )
    if seen.case.spans:
        yield f"locked: {seen.secure.total} min in all, {seen.secure.longest} min unbroken"


def document(seen: SeenCase) -> dict[str, Any]:
    """Custodies, stays, and whole minutes behind a lock."""
    return {
        "episodes": plain(seen.case.episodes),
        "spans": plain(seen.case.spans),
        "secure_minutes": {"total": seen.secure.total, "longest": seen.secure.longest},
    }
