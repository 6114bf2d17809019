"""A rule in words: how long it gives, from what on, when it applies, and what meets it."""

from collections.abc import Collection, Iterable, Sequence
from datetime import timedelta

from minors_desk import lists
from minors_desk.domain.applying import Hindrance
from minors_desk.domain.gates import GateTerms
from minors_desk.domain.periods import Period, plain_words
from minors_desk.domain.rules import Checked, Pack, Rule
from minors_desk.i18n import SOURCE_LANGUAGE, ngettext, translator
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.sentences import heading_of
from minors_desk.wording.times import span

_ = translator(SOURCE_LANGUAGE)
FEW = 3
"""So many countries are named; more are counted."""


def time_words(rule: Rule, target: timedelta | None = None) -> str:
    """``6 h 00 min behind a lock``, ``without delay``; ``target`` is the station's own aim."""
    aim = "" if target is None else _("station target {time}").format(time=span(target))
    if not rule.has_clock:
        return word("rule_kind", rule.kind)
    if rule.within is None:
        return joined(_("without delay"), aim)
    time = period_words(rule.within)
    if rule.kind == "interval":
        time = _("every {time}").format(time=time)
    left_out = [
        _("not on weekends") if rule.calendar.weekends else "",
        _("not on holidays") if rule.calendar.holidays else "",
    ]
    lock = _("behind a lock") if rule.counts == "secure_time" else ""
    longer = "" if rule.may_extend_to is None else longer_words(rule)
    return joined(" ".join(filter(None, (time, lock))), *left_out, longer)


def longer_words(rule: Rule) -> str:
    """Up to what time somebody may prolong it, and who."""
    if rule.may_extend_to is None:
        return ""
    time = plain_words(rule.may_extend_to)
    return _("up to {time} if prolonged: {who}").format(time=time, who=rule.extended_by)


def gate_words(terms: GateTerms) -> str:
    """Before which step, and what the law answers where it answers itself."""
    before = _("before {step}").format(step=word("step", terms.before))
    about = ", ".join(word("told_about", one) for one in terms.about)
    to = ", ".join(word("told_to", one) for one in terms.to)
    needs = ", ".join(word("gate_need", one) for one in terms.needs)
    answer = "" if terms.answer is None else word("gate_answer", terms.answer)
    if needs:
        answer = _("only with {needs}").format(needs=needs)
    return joined(before, about, _("to {whom}").format(whom=to) if to else "", answer)


def period_words(period: Period) -> str:
    """``30 days``, ``6 h 00 min``."""
    if period.days:
        return ngettext(SOURCE_LANGUAGE, "{n} day", "{n} days", period.days).format(n=period.days)
    return span(period.exact)


def event_words(events: Iterable[str]) -> str:
    """Events as a rule names them, in plain words: *custody began or the child was met*."""
    return _(" or ").join(word("rule_event", name) for name in events)


def condition_words(rule: Rule) -> tuple[str, ...]:
    """When it applies: *only when custody began*, *not when a parent was reached*."""
    found = [_only_when(one) for one in rule.applies]
    found += [_not_when(one) for one in rule.unless]
    return (*found, *_country_words(rule))


def hindrance_words(rule: Rule, hindrance: Hindrance) -> tuple[str, ...]:
    """Why the rule does not apply, as short sentences."""
    if hindrance.obstacle == "needs":
        return (_only_when(hindrance.condition),)
    if hindrance.obstacle == "unless":
        return (_not_when(hindrance.condition),)
    if hindrance.obstacle == "nationality":
        return _country_words(rule)
    if hindrance.obstacle == "before_its_time":
        return (_("in force from {day}").format(day=rule.effective_from.isoformat()),)
    until = rule.effective_until
    return (_("in force until {day}").format(day="" if until is None else until.isoformat()),)


def _only_when(condition: str) -> str:
    return _("only when {condition}").format(condition=word("rule_condition", condition))


def _not_when(condition: str) -> str:
    return _("not when {condition}").format(condition=word("rule_condition", condition))


def _country_words(rule: Rule) -> tuple[str, ...]:
    found = []
    if rule.nationality:
        found.append(_("only a national of {where}").format(where=_named(rule.nationality)))
    if rule.nationality_not:
        found.append(_("not one who is of {where} only").format(where=_named(rule.nationality_not)))
    return tuple(found)


def _named(countries: Collection[str]) -> str:
    if len(countries) > FEW:
        return ngettext(
            SOURCE_LANGUAGE, "{n} listed country", "{n} listed countries", len(countries)
        ).format(n=len(countries))
    return _(" or ").join(_country(one) for one in sorted(countries))


def _country(code: str) -> str:
    known = lists.country_coded(code)
    return code if known is None else known.name


def held_words(places: Iterable[str]) -> str:
    """Where something is written: *entry "Custody began", paper "Juvenile custody log"*."""
    return _(", ").join(_held(one) for one in places)


def _held(place: str) -> str:
    sort, _colon, name = place.partition(":")
    if sort == "fact":
        return _("fact “{name}”").format(name=word("fact", name))
    if sort == "paper":
        return _("paper “{name}”").format(name=word("paper", name))
    return _("entry “{name}”").format(name=heading_of(name))


def checked_words(checked: Checked) -> str:
    """``verified on 2026-11-24``, or that nobody did and counsel has to be asked."""
    if not checked.verified or checked.on is None:
        return _("not verified - ask counsel")
    return _("verified on {day}").format(day=checked.on.isoformat())


def confidential_words(packs: Sequence[Pack], jurisdiction: str) -> str:
    """The statute that makes the record confidential, or that it is not known which.

    Empty where all packs are of before they were asked: a paper issued then says so as it did.
    """
    said = [one.confidential for one in packs if one.confidential is not None]
    known = next((one for one in reversed(said) if one), "")
    if known or not said:
        return known
    return _("statute not known here ({jurisdiction})").format(jurisdiction=jurisdiction)
