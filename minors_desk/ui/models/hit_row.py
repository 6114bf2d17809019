"""A case that was found as a row of two lines: who and how it stands, then what told it."""

from minors_desk.domain.board import Card
from minors_desk.domain.when import in_zone
from minors_desk.services.finding import Hit
from minors_desk.ui.kit.pick_list import ListRow
from minors_desk.ui.kit.tokens import Tone
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.sentences import card_title, heading_of

_HERE = frozenset({"in_custody", "met", "missing"})
_TONES = {"in_custody": Tone.ACCENT, "missing": Tone.AMBER}


def is_here(card: Card) -> bool:
    """Whether the child is still ours to find: with us, met, or missing."""
    return card.state in _HERE


def hit_row(hit: Hit, zone: str) -> ListRow:
    """The row of a hit; its value is the id of the case."""
    card = hit.card
    return ListRow(
        value=str(card.case_id),
        title=card_title(card),
        detail=joined(
            card.number, _met(card, zone), f"{word('found_in', hit.where)}: {heading_of(hit.kind)}"
        ),
        aside=joined(word("state", card.state), card.receiver),
        aside_tone=_TONES.get(card.state, Tone.MUTED),
    )


def _met(card: Card, zone: str) -> str:
    return "" if card.met_at is None else f"{in_zone(card.met_at, zone):%Y-%m-%d %H:%M}"
