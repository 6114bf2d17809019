"""A rule in words: how long it gives, from what on, and what meets it."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from minors_desk.domain.gates import GateTerms
from minors_desk.domain.periods import plain_words
from minors_desk.domain.rules import Pack, Rule
from minors_desk.i18n import SOURCE_LANGUAGE, ngettext, translator
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import span

_ = translator(SOURCE_LANGUAGE)


def time_words(rule: Rule, target: timedelta | None = None) -> str:
    """``6 h 00 min behind a lock``, ``without delay``; ``target`` is the station's own aim."""
    aim = "" if target is None else _("station target {time}").format(time=span(target))
    if not rule.has_clock:
        return word("rule_kind", rule.kind)
    if rule.within is None:
        return joined(_("without delay"), aim)
    if rule.within.days:
        days = rule.within.days
        time = ngettext(SOURCE_LANGUAGE, "{n} day", "{n} days", days).format(n=days)
    else:
        time = span(rule.within.exact)
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


def event_words(events: Iterable[str]) -> str:
    """Events as a rule names them, in plain words: *custody began or encountered*."""
    return _(" or ").join(name.replace("_", " ") for name in events)


def confidential_words(packs: Sequence[Pack], jurisdiction: str) -> str:
    """The statute that makes the record confidential, or that it is not known which.

    Empty where all packs are of before they were asked: a paper issued then says so as it did.
    """
    said = [one.confidential for one in packs if one.confidential is not None]
    known = next((one for one in reversed(said) if one), "")
    if known or not said:
        return known
    return _("statute not known here ({jurisdiction})").format(jurisdiction=jurisdiction)
