"""How it stands with a consulate, in words: what applies, by which law, what was done."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from minors_desk.domain.consular import Nationality, Standing
from minors_desk.domain.consulate import Hold
from minors_desk.domain.rules import Rule
from minors_desk.i18n import N_, SOURCE_LANGUAGE, translator
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.values import country_name

_ = translator(SOURCE_LANGUAGE)
Times = Callable[[datetime], str]
"""How an instant (UTC) is written where the words stand."""
TECRO = {"TW": "TECRO"}
"""What stands in place of a consulate, as rule US-CN-10 names it."""


LIST_SOURCE = N_(
    "List of the US State Department, copied 2026-11-24: it prints 57 names and speaks of 58"
)
OUR_WORDS = {
    "may_be_told": N_(
        "You are from another country. If you wish, we tell the consulate of your country that "
        "you are here. You may say yes or no. Shall we tell it?"
    ),
    "will_be_told": N_(
        "You are from another country. By an agreement we must tell the consulate of your "
        "country that you are here. We tell it who you are, where you are and whom to ask."
    ),
}
"""What may be said to the child: our own plain words, for no source gives the official ones."""


def named(one: Nationality) -> str:
    """The country, or that it is not known."""
    return country_name(one.code or "XXX")


def what_applies(one: Nationality) -> str:
    """``Must be told: on the list ...``, and whose consulate that is where it is another's."""
    whose = ""
    if one.told_to in TECRO:
        whose = _("tell {whom}").format(whom=TECRO[one.told_to])
    elif one.told_to and one.told_to != one.code:
        whose = _("tell the consulate of {country}").format(country=country_name(one.told_to))
    said = f"{word('consular_kind', one.kind)}: {word('consular_why', one.why)}"
    return joined(said, whose)


def laws(rules: Sequence[Rule]) -> str:
    """The law that says so, by citation and rule, and whether all of it was verified."""
    named_by = "; ".join(f"{one.citation} ({one.id})" for one in rules)
    doubt = any(not one.checked.verified for one in rules)
    return joined(named_by, _("not verified - ask counsel") if doubt else "")


def cautions(one: Nationality) -> Iterator[str]:
    """What is to be known besides, one sentence each."""
    for caution in one.cautions:
        yield f"{named(one)}: {word('consular_caution', caution)}"


def offered(one: Nationality, time: Times) -> str:
    """What was said to the child and what was answered, or that nothing was yet."""
    if one.kind == "none":
        return ""
    if one.offer is None and one.rights_at is not None:
        return _("told {time}; its answer is in the log").format(time=time(one.rights_at))
    if one.offer is None:
        return _("not told yet")
    told = one.offer.told
    by = word("answered_by", told.answered_by) if told.answered_by else ""
    answer = "" if told.answer is None else word("offer_answer", told.answer)
    said = _("told {time}").format(time=time(one.offer.at))
    return joined(said, answer, by, told.answered_name)


def told(one: Nationality, time: Times) -> str:
    """Who of the consulate was told and when, or that it was not yet."""
    if one.kind == "none":
        return ""
    if not one.told:
        return _("not told")
    last = one.told[-1]
    return _("{whom} told {time}").format(whom=last.whom, time=time(last.at))


def list_source(standing: Standing) -> str:
    """Which list says what must be told, and how sure it is; empty where no list does."""
    return _(LIST_SOURCE) if standing.by_list else ""


def held_words(held: Sequence[Hold], *, is_mandatory: bool = False) -> tuple[str, str]:
    """What to do before a consulate is turned to, while that is held back."""
    names = ", ".join(dict.fromkeys(one.counsel for one in held))
    if is_mandatory:
        return (
            _("Held for counsel: call {who} now").format(who=names),
            _("The notice is mandatory and its time goes on: a hold stops no clock"),
        )
    return (
        _("Held for counsel: ask {who} first").format(who=names),
        _("A call to a consulate before that will stand as a finding"),
    )


def abroad_words(held: Sequence[Hold]) -> tuple[str, str]:
    """What to do before a consulate or another state is told anything, while that is held back."""
    names = ", ".join(dict.fromkeys(one.counsel for one in held))
    return (
        _("Held for counsel: ask {who} first").format(who=names),
        _("What goes abroad before that will stand as a finding"),
    )


def hold_words(hold: Hold, time: Times) -> str:
    """What is held back, since when, and what counsel said; never why."""
    what = word("held_back", hold.what)
    if hold.answered is None:
        said = _("{who} has not answered").format(who=hold.counsel)
    else:
        said = f"{hold.answered.counsel}: {word('counsel_says', hold.answered.answer)}"
    return joined(what, _("held since {time}").format(time=time(hold.at)), said)
