"""How a case stands about trafficking, in words: why to screen, what was found, the notice."""

from collections.abc import Iterator

from minors_desk.domain.case import Case
from minors_desk.domain.trafficking import TraffickingSigns
from minors_desk.domain.trafficking_screening import (
    FOUND,
    GROUPS,
    Group,
    IndicatorAnswer,
    Looked,
    Setting,
    TraffickingScreened,
)
from minors_desk.domain.trafficking_standing import Notice, calls_for_screening, is_screened
from minors_desk.i18n import N_, SOURCE_LANGUAGE, translator
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.telling.trafficking import discovered
from minors_desk.wording.telling.trafficking_screening import NO_VERDICT, counted

_ = translator(SOURCE_LANGUAGE)
_TO_COME = N_("the rest is still to come")
_NOTHING_FOUND: tuple[IndicatorAnswer, ...] = ("not_seen", "could_not_tell", "not_asked")


def why_screen(case: Case) -> tuple[str, ...]:
    """What calls for a screening that nobody made; nothing once there is one."""
    if is_screened(case):
        return ()
    return tuple(word("why_screen", why) for why, _entry in calls_for_screening(case))


def sign_words(sign: TraffickingSigns) -> str:
    """What was discovered, how, and in which words."""
    return discovered("trafficking_sign", sign)


def setting_words(setting: Setting) -> str:
    """Who screened and who could hear it."""
    private = {"yes": _("alone with the child"), "no": _("not alone with the child")}
    return joined(
        setting.screener,
        word("screener_trained", setting.trained) if setting.trained else "",
        private.get(setting.in_private or "", ""),
        word("escort_where", setting.escort) if setting.escort else "",
        word("interpreted_by", setting.interpreted_by) if setting.interpreted_by else "",
        setting.interpreter,
    )


def outcome_words(sheet: TraffickingScreened) -> str:
    """What came of a screening, how much was asked, and that it is no verdict."""
    return joined(word("trafficking_outcome", sheet.outcome), counted(sheet), _(NO_VERDICT).lower())


def by_group(sheet: TraffickingScreened) -> Iterator[tuple[Group, tuple[Looked, ...]]]:
    """The indicators that were come to, in the groups of the sheet; an empty group is left out."""
    told = {one.indicator: one for one in sheet.looked}
    for group, members in GROUPS.items():
        if looked := tuple(told[one] for one in members if one in told):
            yield group, looked


def looked_words(one: Looked) -> str:
    """One indicator with its answer and the words used."""
    answer = word("indicator_answer", one.answer)
    return joined(word("trafficking_indicator", one.indicator), answer, one.words)


def found_words(sheet: TraffickingScreened) -> Iterator[tuple[str, str]]:
    """Each indicator that was seen or told, with the name of its group before it."""
    for group, looked in by_group(sheet):
        for one in looked:
            if one.answer in FOUND:
                yield word("indicator_group", group), looked_words(one)


def not_found_words(sheet: TraffickingScreened) -> Iterator[tuple[IndicatorAnswer, str]]:
    """Those of which nothing was found, by answer: not asked is not the same as not seen."""
    for answer in _NOTHING_FOUND:
        named = (
            joined(word("trafficking_indicator", one.indicator), one.words)
            for one in sheet.looked
            if one.answer == answer
        )
        if words := "; ".join(named):
            yield answer, words


def pressed_words(sheet: TraffickingScreened) -> str:
    """Whether the child told of its own will; empty while nobody answered the closing question."""
    said = {"yes": _("the child was not pressed"), "no": _("the child was pressed")}
    return said.get(sheet.not_pressed or "", "")


def notice_words(stands: Notice, between: str = ", ") -> str:
    """What of the notice went out, with ``between`` its parts; whole, to whom and its number."""
    state = word("notice_state", stands.state)
    if stands.state == "in_part":
        return joined(state, between.join(stands.parts), _(_TO_COME))
    if stands.state == "whole":
        return joined(state, stands.sent[-1].to, stands.sent[-1].reference)
    return state
