"""The next call in words: why, how the line stands, what to say, and who is not to be rung now."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from minors_desk.domain.call_words import Say
from minors_desk.domain.calling import RELATIVES, Callee
from minors_desk.domain.duties import DutyClock
from minors_desk.domain.federal_calls import WHO_REFERS, FederalCall
from minors_desk.domain.hours import Opening
from minors_desk.domain.line_history import LineHistory
from minors_desk.domain.next_call import Call
from minors_desk.domain.reaching import NotNow
from minors_desk.domain.when import in_zone
from minors_desk.i18n import SOURCE_LANGUAGE, ngettext, translator
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import age_words, clock_time
from minors_desk.wording.values import language_name

_ = translator(SOURCE_LANGUAGE)


def why_lines(call: Call, at: datetime, zone: str) -> list[str]:
    """Why the call is to be made, the most telling first."""
    lines = [duty_line(one, at, zone) for one in call.duties]
    if call.planned is not None:
        lines.append(_("Planned: try {name} again").format(name=call.planned.party.name))
    if call.promised is not None:
        name, due = call.promised.party.name, hour(call.promised.due, at, zone)
        lines.append(
            _("{name} promised by {time}, and was not heard of").format(name=name, time=due)
        )
    if call.is_practice and call.purpose != "federal_agency":
        lines.append(_("Usual in the field; no rule asks for it by now"))
    if call.tries:
        tries = ngettext(SOURCE_LANGUAGE, "{n} try", "{n} tries", call.tries).format(n=call.tries)
        lines.append(_("Nobody reached yet, {tries}").format(tries=tries))
    return lines


def duty_line(clock: DutyClock, at: datetime, zone: str) -> str:
    """The duty, its rule, and by when; that nobody verified it stands with it."""
    rule = clock.rule
    due = "" if clock.due is None else _("due {time}").format(time=hour(clock.due, at, zone))
    if clock.due is not None and clock.due < at:
        due = _("was due {time}").format(time=hour(clock.due, at, zone))
    if not clock.start_known:
        due = _("start not known")
    checked = "" if rule.checked.verified or not rule.is_law else _("not verified")
    return joined(rule.title, rule.id, due or _("without delay"), checked)


def hour(moment: datetime, at: datetime, zone: str) -> str:
    """``02:10``; of another day ``02:10 on 12 Nov``."""
    local = in_zone(moment, zone)
    if local.date() == in_zone(at, zone).date():
        return clock_time(moment, zone)
    return _("{time} on {day}").format(time=clock_time(moment, zone), day=f"{local.day} {local:%b}")


def opening_words(opening: Opening, at: datetime, zone: str) -> str:
    """``Open now until 17:00``, ``Closed now until 08:00 on 25 Nov``, ``Hours not known``."""
    words = word("opening", opening.state)
    if opening.until is None:
        return words
    return _("{words} until {time}").format(words=words, time=hour(opening.until, at, zone))


def history_words(told: LineHistory, at: datetime, zone: str) -> str:
    """When a line last answered, and how it did at such an hour, over all cases."""
    last = _("never answered")
    if told.last_answered is not None:
        last = _("last answered {time}").format(time=hour(told.last_answered, at, zone))
    of = ngettext(SOURCE_LANGUAGE, "{n} try", "{n} tries", told.tried).format(n=told.tried)
    part = _("at night") if told.by_night else _("by day")
    count = _("{answered} of the last {tries} {part} answered").format(
        answered=told.answered, tries=of, part=part
    )
    return joined(last, count if told.tried else "")


def not_now_words(one: NotNow, at: datetime, zone: str) -> str:
    """Why somebody is not to be rung now, and until when."""
    words = word("not_rung", one.reason)
    if one.until is None:
        person = one.callee.person
        return joined(words, "" if person is None else person.why)
    if one.reason == "next_try":
        return _("{words} {time}").format(words=words, time=hour(one.until, at, zone))
    return _("{words} until {time}").format(words=words, time=hour(one.until, at, zone))


def safety_words(callee: Callee) -> str:
    """That of a parent or relative nobody said whether contact is safe; else nothing."""
    person = callee.person
    if person is None or person.role not in RELATIVES or person.safe_to_contact is not None:
        return ""
    return _("not known whether safe to contact")


def say_words(said: Iterable[Say], zone: str) -> list[str]:
    """The sentences of a call, in order."""
    return [_sentence(one, zone) for one in said]


def _sentence(say: Say, zone: str) -> str:
    told = dict(say.params)
    if say.code == "call_back" and not told["number"]:
        return _("Call back: our own number is not set.")
    if say.code == "age":
        told["age"] = age_words(int(told["low"]), int(told["high"]))
    for name, words in _WORDED.items():
        if name in told:
            told[name] = words(told[name], zone)
    return word("say", say.code).format(**told)


def _instant(text: str, zone: str) -> str:
    local = in_zone(datetime.fromisoformat(text), zone)
    return _("{time} on {day}").format(time=f"{local:%H:%M}", day=f"{local.day} {local:%b}")


_WORDED: Mapping[str, Callable[[str, str], str]] = {
    "sex": lambda code, _zone: word("sex", code),
    "language": lambda code, _zone: language_name(code),
    "since": _instant,
    "at": _instant,
    "concern": lambda code, _zone: word("concern", code),
    "class": lambda code, _zone: word("legal_class", code),
    "lives_in": lambda code, _zone: word("lives_in", code).lower(),
    "tribal_link": lambda code, _zone: word("tribal_link", code).lower(),
}


def federal_lines(federal: FederalCall) -> list[str]:
    """Who refers a child to the federal government, and what stands before a call to it."""
    lines = [
        _(
            "Police do not refer a child to ORR: only a federal agency does ({law}). "
            "Police can call ICE or CBP, which may refer it."
        ).format(law=WHO_REFERS),
        word("federal_call", federal.answer),
    ]
    return lines + [joined(one.id, one.title, one.citation) for one in federal.rules]


def retry_words(outcome: str) -> str:
    """Why that next try is proposed: house practice, which is no law."""
    return _("Proposed after: {outcome}. House practice; change it as you need").format(
        outcome=word("contact_outcome", outcome).lower()
    )
