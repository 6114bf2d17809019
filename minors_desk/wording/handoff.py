"""The handoff in the words that page, command line and papers share."""

from minors_desk.domain.bodies import SecondPerson
from minors_desk.domain.counter import HandoffCounted
from minors_desk.domain.handoff import ReceiverChecked
from minors_desk.domain.handoff_values import Count, ReceiverCheck, Stopped
from minors_desk.domain.readiness import Condition
from minors_desk.i18n import SOURCE_LANGUAGE, translator
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import day_and_time

_ = translator(SOURCE_LANGUAGE)


def why_stopped(stopped: Stopped) -> str:
    """``refused by the receiver: No space``, or ``failed: The receiver did not come``."""
    if stopped.by is None:
        reason = word("failure_reason", stopped.reason)
        return _("failed: {reason}").format(reason=reason)
    reason = word("refusal_reason", stopped.reason)
    return _("refused by {who}: {reason}").format(who=word("refused_by", stopped.by), reason=reason)


def check_words(check: ReceiverCheck | ReceiverChecked) -> str:
    """How the receiver was checked, with what, and who saw it."""
    return joined(
        word("how_checked", check.how),
        check.document,
        check.relation,
        lives_at(check.address),
        promised(check.promise),
        called_back(check.called_back),
        word("check_result", check.result),
        "" if check.witness is None else witnessed(check.witness),
    )


def called_back(whom: str) -> str:
    """``called back: M. Ruiz's supervisor, 312 555 0100``; empty when nobody was."""
    return _("called back: {whom}").format(whom=whom) if whom else ""


def lives_at(address: str) -> str:
    """``lives at 12 Elm Street``; empty when nobody wrote down where."""
    return _("lives at {address}").format(address=address) if address else ""


def promised(promise: str) -> str:
    """``promised in writing: to bring her to court on 2 December``; empty when nothing was."""
    return _("promised in writing: {words}").format(words=promise) if promise else ""


def witness_words(witness: SecondPerson) -> str:
    """``K. Lee 88, signed on paper``."""
    who = f"{witness.name} {witness.badge}".rstrip()
    return f"{who}, {word('how_second', witness.how)}"


def witnessed(witness: SecondPerson) -> str:
    """``seen by K. Lee 88, signed on paper``."""
    return _("seen by {who}").format(who=witness_words(witness))


def counted_words(agrees: bool, differs: str) -> str:
    """Whether what was counted is what is listed, and what is not."""
    return _("all there") if agrees else _("does not agree: {words}").format(words=differs)


def count_words(count: Count | HandoffCounted) -> str:
    """``all there, lines 1, 2``."""
    lines = ", ".join(map(str, count.lines))
    listed = _("lines {lines}").format(lines=lines) if lines else ""
    return joined(counted_words(count.agrees, count.differs), listed)


def condition_words(condition: Condition, zone: str) -> str:
    """One line of what a handoff still wants, as a sentence."""
    words = word(f"condition_{condition.standing}", condition.code).format(**condition.params)
    if condition.at is not None:
        number = condition.proof or _("number not noted")
        return joined(words, number, day_and_time(condition.at, zone))
    if condition.due is None:
        return words
    return _("{words}, due {at}").format(words=words, at=day_and_time(condition.due, zone))
