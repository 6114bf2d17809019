"""Finding a case by what is known of it: names, numbers, any text of its entries."""

from dataclasses import dataclass
from uuid import UUID

from minors_desk.domain import board, codec, roles
from minors_desk.domain.board import Card
from minors_desk.domain.entries import kind_of
from minors_desk.domain.searching import terms
from minors_desk.errors import BadInput
from minors_desk.services.desk import Desk
from minors_desk.services.recording import require
from minors_desk.storage import search
from minors_desk.storage.search import Where

MOST_HITS = 50


@dataclass(frozen=True, slots=True)
class Hit:
    """A case that was found: its card, the entry that told it and its kind, whether by a name."""

    card: Card
    entry_id: UUID
    kind: str
    where: Where


def find(desk: Desk, text: str, *, limit: int = MOST_HITS) -> tuple[Hit, ...]:
    """Cases in which every word of the text begins a word, in any order and without accents.

    Found by name first, then by number, then by any text; within each the newest case first.
    Raises BadInput (field ``text``) when the text holds no letter or digit.
    """
    require(desk, roles.READ_CASES)
    wanted = terms(text)
    if not wanted:
        raise BadInput("There is nothing to look for", "Type a name or a number.", field="text")
    with desk.journal.reading() as connection:
        found = search.find(connection, wanted, limit)
    return tuple(
        Hit(board.read_card(one.card), one.entry_id, kind_of(codec.decode(one.body)), one.where)
        for one in found
    )
