"""Trafficking as `case show` tells it: signs, screenings item by item, what of a notice is out."""

from collections.abc import Iterator
from typing import Any

from minors_desk.cli.telling.seen import SeenCase, plain
from minors_desk.domain.trafficking_standing import calls_for_screening, discoveries, notice
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.trafficking import (
    by_group,
    looked_words,
    notice_words,
    outcome_words,
    pressed_words,
    setting_words,
    sign_words,
    why_screen,
)


def lines(seen: SeenCase) -> Iterator[str]:
    """What was discovered and screened; that a screening is called for, and is not there."""
    case = seen.case
    for why in why_screen(case):
        yield f"not screened, although {why}"
    for sign in case.trafficking:
        yield joined(f"sign {seen.time(sign.at)}", sign_words(sign))
    for one in case.trafficking_screenings:
        sheet = one.sheet
        yield joined(f"screened {seen.time(one.at)}", outcome_words(sheet))
        if who := setting_words(sheet.setting):
            yield f"  {who}"
        for group, looked in by_group(sheet):
            yield f"  {word('indicator_group', group)}"
            yield from (f"    {looked_words(each)}" for each in looked)
        if account := joined(sheet.account, pressed_words(sheet)):
            yield f"  the child: {account}"
        if sheet.look_again_at is not None:
            yield f"  next look {seen.time(sheet.look_again_at)}"
    stands = notice(case)
    if stands.state == "in_part":
        yield f"notice: {notice_words(stands, ' · ')}"


def document(seen: SeenCase) -> dict[str, Any]:
    """The same, whole."""
    case = seen.case
    return {
        "trafficking_signs": plain(case.trafficking),
        "trafficking_screenings": plain(case.trafficking_screenings),
        "trafficking_discoveries": plain(discoveries(case)),
        "trafficking_notice": plain(notice(case)),
        "screening_called_for": [why for why, _entry in calls_for_screening(case)],
    }
