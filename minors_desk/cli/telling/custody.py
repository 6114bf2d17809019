"""Who had the child, and where it was, as `case show` tells it."""

from collections.abc import Iterator
from typing import Any

from minors_desk.cli.telling.seen import SeenCase, plain
from minors_desk.domain.transport import Transport
from minors_desk.wording.codes import word
from minors_desk.wording.custody import driven, escorts, held_words, watched
from minors_desk.wording.phrases import joined, place_words
from minors_desk.wording.times import exactly, span


def lines(seen: SeenCase) -> Iterator[str]:
    """Each custody of ours, each stay and drive, the time behind a lock, ends, absences, links."""
    case = seen.case
    for episode in case.episodes:
        end = "until now" if episode.end is None else f"until {seen.time(episode.end)}"
        length = span((episode.end or seen.moment) - episode.start)
        yield joined(
            f"ours from {exactly(episode.start, episode.precision, seen.zone)}",
            end,
            length,
            word("starts_from", episode.starts_from),
            f"responsible: {episode.responsible}" if episode.responsible else "",
            episode.authority,
        )
    for stay in case.spans:
        end = "now" if stay.end is None else seen.time(stay.end)
        place = f"on the way to {stay.place}" if stay.in_transit else stay.place
        yield joined(
            f"{seen.time(stay.start)} to {end}",
            place_words(place, stay.room),
            held_words(stay.held_by),
            stay.secure_reason,
            watched(stay.watched_by),
        )
    if case.spans:
        yield f"locked: {seen.secure.total} min in all, {seen.secure.longest} min unbroken"
    yield from (_drive(seen, one) for one in case.transports)
    yield from _ends(seen)


def _drive(seen: SeenCase, drive: Transport) -> str:
    arrived = "not arrived yet"
    if drive.arrived_at is not None:
        arrived = f"arrived {seen.time(drive.arrived_at)}"
    return joined(
        f"drive {seen.time(drive.left_at)}",
        word("transport_purpose", drive.purpose),
        drive.to_place,
        drive.vehicle,
        escorts(drive.escorts),
        word("same_sex_escort", drive.same_sex_escort) if drive.same_sex_escort else "",
        arrived,
        driven(drive),
    )


def _ends(seen: SeenCase) -> Iterator[str]:
    for one in seen.case.endings:
        why = word("end_reason", one.reason)
        yield joined(f"ended {seen.time(one.at)}", why, one.detail, one.authority)
    for gone in seen.case.absences:
        end = "still missing" if gone.end is None else f"until {seen.time(gone.end)}"
        length = span((gone.end or seen.moment) - gone.start)
        yield joined(f"missing from {seen.time(gone.start)}", end, length)
    for link in seen.case.links:
        yield joined(f"linked to case {link.other}", word("link_reason", link.why))


def document(seen: SeenCase) -> dict[str, Any]:
    """Custodies, stays, drives, whole minutes behind a lock, ends, absences and linked cases."""
    case = seen.case
    return {
        "episodes": plain(case.episodes),
        "spans": plain(case.spans),
        "secure_minutes": {"total": seen.secure.total, "longest": seen.secure.longest},
        "transports": plain(case.transports),
        "endings": plain(case.endings),
        "absences": plain(case.absences),
        "links": plain(case.links),
    }
