"""What the law answers to a request, in words: the answer, what it needs, and who says so."""

from collections.abc import Iterable, Sequence

from minors_desk.domain.disclosing import AnswerOn, Voice
from minors_desk.domain.gates import Needs, Word
from minors_desk.domain.lawful import Lawful, Wanted, whole
from minors_desk.i18n import SOURCE_LANGUAGE, translator
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.rules import checked_words

_ = translator(SOURCE_LANGUAGE)


def wanted_words(wanted: Wanted) -> str:
    """``Address``, ``Hold the child``: what is asked of us."""
    return word(wanted.codes, wanted.code)


def answer_words(answer: Word, needs: Iterable[Needs]) -> str:
    """``Forbidden``, ``Needs an order of a judge``; where nothing is known, whom to ask."""
    if answer == "silent":
        return _("No rule known: not verified - ask a supervisor or counsel")
    if answer == "not_forbidden":
        return _("Not forbidden; nobody must tell it")
    if answer == "needs":
        return _("Needs {what}").format(what=", ".join(word("gate_need", one) for one in needs))
    return word("law_word", answer)


def whole_words(found: Sequence[Lawful]) -> str:
    """``Forbidden in part``: the strictest of the answers, and whether the others are looser."""
    same = len({one.answer.word for one in found}) == 1
    return word("law_whole" if same else "law_in_part", whole(found))


def voice_words(voice: Voice) -> str:
    """A rule that speaks: title, citation, what it says, who checked it, and what it comes to."""
    rule = voice.rule
    waived = ""
    if voice.waiver is not None:
        waived = _("waived by {who}: {why} ({authority})").format(
            who=voice.waiver.by, why=voice.waiver.reason, authority=voice.waiver.authority
        )
    return joined(
        f"{rule.citation} ({rule.id})",
        checked_words(rule.checked),
        answer_words(voice.word, voice.terms.needs),
        "" if voice.place == "decides" else word("voice_place", voice.place),
        waived,
    )


def because(answer: AnswerOn) -> str:
    """By which citations the answer is what it is, and whether somebody verified them."""
    return "; ".join(
        f"{one.citation} ({one.id}), {checked_words(one.checked)}" for one in answer.deciding
    )
