"""One sentence for each kind of entry, and the child's title: for the log, lists and papers."""

from collections.abc import Callable
from typing import Any

from minors_desk.domain.ages import known_ages
from minors_desk.domain.board import Card, last_day
from minors_desk.domain.case import Case
from minors_desk.domain.entries import Entry, Gone, Unread, kind_of
from minors_desk.i18n import N_, SOURCE_LANGUAGE, translator
from minors_desk.wording.telling import (
    alter,
    attachments,
    backups,
    belongings,
    care,
    classing,
    closing,
    companions,
    consulate,
    contacts,
    custody,
    disclosures,
    encounter,
    exporting,
    facts,
    handoff,
    interpreting,
    limits,
    missing_reports,
    people,
    printed,
    protection,
    questioning,
    reviewing,
    rights,
    screening,
    searches,
    station,
    trafficking,
    trafficking_screening,
)
from minors_desk.wording.times import age_words

_ = translator(SOURCE_LANGUAGE)
_FEATURES = (
    encounter,
    facts,
    attachments,
    companions,
    interpreting,
    people,
    classing,
    custody,
    limits,
    care,
    screening,
    rights,
    searches,
    contacts,
    belongings,
    consulate,
    questioning,
    missing_reports,
    protection,
    trafficking,
    trafficking_screening,
    disclosures,
    handoff,
    closing,
    printed,
    reviewing,
    exporting,
    alter,
    station,
    backups,
)

HEADINGS = {
    **{kind: words for one in _FEATURES for kind, words in one.HEADINGS.items()},
    "expunged": N_("Expunged"),
    "unreadable": N_("Unreadable entry"),
}
"""The short word before a log line, by kind of entry."""
_SENTENCES: dict[type, Callable[[Any], str]] = {
    kind: teller for one in _FEATURES for kind, teller in one.SENTENCES.items()
}


def heading(entry: Entry) -> str:
    """The short word for that entry's kind."""
    return heading_of(kind_of(entry.body))


def heading_of(kind: str) -> str:
    """The short word for a kind of entry, by its name in the log."""
    return _(HEADINGS[kind]) if kind in HEADINGS else _("Entry of a later version")


def sentence(body: Any) -> str:
    """What the entry says, in one line; names are text as typed, never markup."""
    if isinstance(body, Unread) and body.kind == "unreadable":
        return _("The content of this entry cannot be read.")
    if isinstance(body, Unread):
        return _("This entry was written by a later version of the program.")
    if isinstance(body, Gone):
        return _("The content of this entry was expunged.")
    maker = _SENTENCES.get(type(body))
    return maker(body) if maker is not None else ""


def unnamed(sex: str | None, age_text: str) -> str:
    """``Unknown girl, about 8``: how a child without a name is called."""
    called = {"girl": _("Unknown girl"), "boy": _("Unknown boy")}
    who = called.get(sex or "", _("Unknown child"))
    return _("{who}, about {age}").format(who=who, age=age_text) if age_text else who


def card_title(card: Card) -> str:
    """The child's name, or what is seen of a child nobody has named."""
    if card.name is not None:
        return card.name
    known = card.age_low is not None and card.age_high is not None
    age_text = age_words(card.age_low or 0, card.age_high or 0) if known else ""
    return unnamed(card.sex, age_text)


def case_title(case: Case, zone: str) -> str:
    """The child's leading name in full; of a child nobody has named, the leading age, as on cards.

    ``zone`` is the station's.
    """
    names = case.names
    if names:
        return names[0].value.as_said
    seen = case.encounter
    lead = next(iter(known_ages(case, last_day(case, zone))), None)
    told = "" if lead is None else age_words(lead.low, lead.high)
    return unnamed(None if seen is None else seen.apparent_sex, told)
