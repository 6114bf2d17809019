"""What the card of a child says in words, the same on the board and on the brief of the shift."""

from minors_desk.domain.board import Card
from minors_desk.i18n import SOURCE_LANGUAGE, ngettext, translator
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined, lock_words
from minors_desk.wording.sentences import card_title
from minors_desk.wording.times import age_words
from minors_desk.wording.values import language_name

_ = translator(SOURCE_LANGUAGE)
MISSING_NOW, IN_CUSTODY_NOW = "Left without leave - missing", "In our custody now"
MET_ONLY, OWED_STILL = "Met, not in custody", "Handed over or ended, still owed"
"""The sections that children stand in, by what is to be done for them."""


def titled(card: Card) -> str:
    """``Ana Caal, about 8``: the child's name and age, or what is seen of a child without one."""
    title = card_title(card)
    if card.name is None or card.age_low is None or card.age_high is None:
        return title
    about = "about " if card.age_from == "estimate" else ""
    return f"{title}, {about}{age_words(card.age_low, card.age_high)}"


def spoken(card: Card) -> str:
    """The languages of the child, and whether an interpreter was there."""
    if not card.languages:
        return "language not known"
    languages = ", ".join(language_name(one) for one in card.languages)
    return f"{languages}, interpreter" if card.interpreted else languages


def where(card: Card) -> tuple[str, str]:
    """Where the child is or was last, or who has it; and how it is watched there."""
    if card.state == "handed_over":
        return card.receiver or "receiver not named", "has custody"
    if card.state == "ended":
        found = card.end_reason == "left_without_leave"  # and is missing no longer
        return word("end_reason", card.end_reason), "found again" if found else "custody ended"
    if card.state == "missing":
        return card.place, "was last here"
    if card.state == "met":
        return card.place, "custody not begun"
    watched = joined(lock_words(card.secure), card.watched_by)
    if card.in_transit:
        return f"To {card.place}", joined("on the way", watched)
    return card.room or card.place, watched


def finding_count(count: int) -> str:
    """``2 findings``."""
    return ngettext(SOURCE_LANGUAGE, "{n} finding", "{n} findings", count).format(n=count)


def together(card: Card) -> str:
    """``siblings 2``: how many children it was found with; empty for none."""
    if not card.companions:
        return ""
    all_siblings = card.siblings == card.companions
    return f"{'siblings' if all_siblings else 'companions'} {card.companions}"
