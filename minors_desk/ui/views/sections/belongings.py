"""What the child had on it: where each thing is, bags and seals, cash, what is open or disputed."""

from minors_desk.domain.belongings import Belonging, bags, cash_totals, open_property
from minors_desk.domain.case import Case
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.chips import Chip
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.tokens import Tone
from minors_desk.ui.views.sections.context import Context
from minors_desk.wording.codes import word
from minors_desk.wording.money import money
from minors_desk.wording.phrases import joined
from minors_desk.wording.things import place_of_thing, thing_words
from minors_desk.wording.times import clock_time


def belongings(context: Context) -> Section | None:
    """The list with its button; absent while nothing is on it."""
    section = listed(context.case, context.zone)
    if section is not None:
        more = Button("Belongings", Kind.PLAIN, "V")
        more.clicked.connect(lambda: context.act("belongings"))
        section.head.addWidget(more)
    return section


def listed(case: Case, zone: str) -> Section | None:
    """Each line with where it is; bags, cash by currency, disputes, phones that were searched."""
    if not case.belongings and not case.disputes and not case.phone_searches:
        return None
    count = len(open_property(case))
    section = Section("Belongings", Chip(f"{count} with us") if count else None)
    for one in case.belongings:
        tone = Tone.AMBER if one.is_disputed else Tone.MUTED if one.returned else None
        words = joined(thing_words(one), _marks(one), "disputed" if one.is_disputed else "")
        section.add_row(f"{one.line}", words, _where(one, zone), tone)
    for bag in bags(case):
        lines = ", ".join(map(str, bag.lines))
        section.add_row("Bag", joined(bag.bag, f"seal {bag.seal}", f"lines {lines}"))
    sums = cash_totals(case)
    if sums:
        section.add_row("Cash in all", ", ".join(money(*each) for each in sums.items()))
    for dispute in case.disputes:
        lines = ", ".join(map(str, dispute.lines))
        which = f"lines {lines}" if lines else "the whole list"
        said = joined(f"\u201c{dispute.words}\u201d", dispute.language, which)
        section.add_row(f"Disputed {clock_time(dispute.at, zone)}", said, tone=Tone.AMBER)
    for search in case.phone_searches:
        bare = search.searched_without_authority
        why = "without authority or consent" if bare else search.told.authority or "with consent"
        words = joined(f"by {search.told.by}", why, search.told.looked_at)
        label = f"Phone {clock_time(search.at, zone)}"
        section.add_row(label, words, tone=Tone.AMBER if bare else None)
    return section


def _marks(one: Belonging) -> str:
    if one.listed is None:
        return ""
    return joined(word("property_category", one.category), one.listed.marks, one.listed.condition)


def _where(one: Belonging, zone: str) -> str:
    at = "" if one.returned is None else clock_time(one.returned.at, zone)
    return joined(place_of_thing(one), at)
