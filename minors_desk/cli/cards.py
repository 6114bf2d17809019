"""A case in lists of the command line: as a line, and as JSON."""

from typing import Any

from minors_desk.domain.board import Card
from minors_desk.domain.when import as_utc
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined, lock_words, place_words
from minors_desk.wording.sentences import card_title
from minors_desk.wording.times import day_and_time


def card_document(card: Card) -> dict[str, Any]:
    """The card for ``--json``; instants in UTC."""
    return {
        "id": str(card.case_id),
        "number": card.number,
        "state": card.state,
        "title": card_title(card),
        "name": card.name,
        "place": card.place,
        "room": card.room,
        "secure": card.secure,
        "met_at": _instant(card.met_at),
        "custody_start": _instant(card.custody_start),
        "custody_end": _instant(card.custody_end),
        "receiver": card.receiver,
        "findings": card.findings,
        "duties": [
            {"rule": one.rule_id, "title": one.title, "due": _instant(one.due)}
            for one in card.open_clocks
        ],
    }


def _instant(moment: Any) -> str | None:
    return None if moment is None else as_utc(moment).isoformat().replace("+00:00", "Z")


def card_line(card: Card, zone: str) -> str:
    """The card in one line, times as the station's clock shows them."""
    due = next((one for one in card.open_clocks if one.due is not None), None)
    where = ""
    if card.state == "in_custody":
        where = joined(place_words(card.place, card.room), lock_words(card.secure))
    return joined(
        card.number,
        card_title(card),
        word("state", card.state),
        where,
        card.receiver,
        "" if due is None or due.due is None else f"{due.title}: {day_and_time(due.due, zone)}",
    )
