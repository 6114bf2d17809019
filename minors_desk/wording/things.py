"""Belongings and injuries as they stand, in words: for lists in the window, terminal and papers."""

from minors_desk.domain.belongings import Belonging
from minors_desk.domain.money import totals
from minors_desk.domain.screening import Injury
from minors_desk.i18n import SOURCE_LANGUAGE, translator
from minors_desk.wording.codes import word
from minors_desk.wording.money import money
from minors_desk.wording.phrases import joined

_ = translator(SOURCE_LANGUAGE)


def thing_words(one: Belonging) -> str:
    """What a line of the list is: its description, or the cash by its last count."""
    if one.listed is None:
        sums = ", ".join(money(*each) for each in totals(one.cash).items())
        return _("Cash {sums}").format(sums=sums)
    if one.listed.quantity == 1:
        return one.listed.description
    return _("{n} x {what}").format(n=one.listed.quantity, what=one.listed.description)


def place_of_thing(one: Belonging) -> str:
    """Where it is now: with the child, in which bag and place, who has it, to whom it went."""
    if one.returned is not None:
        return joined(word("returned_to", one.returned.to), one.returned.to_name)
    if one.category == "kept_by_child":
        return _("with the child")
    bag = _("bag {bag}").format(bag=one.bag) if one.bag else ""
    return joined(bag, one.place, one.holder)


def injury_words(one: Injury) -> str:
    """``Knee, left · Scrape · two fingers long``."""
    where = word("body_part", one.part)
    if one.side is not None and one.side != "middle":
        where = f"{where}, {word('body_side', one.side)}"
    return joined(where, word("injury", one.injury), one.words)
