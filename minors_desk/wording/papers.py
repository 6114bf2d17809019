"""How full a paper is, in words: what is filled, short, answered otherwise, and withheld."""

from collections.abc import Sequence

from minors_desk.i18n import SOURCE_LANGUAGE, translator
from minors_desk.wording.phrases import joined

_ = translator(SOURCE_LANGUAGE)


def counts_words(filled: int, missing: int, answered: int, nothing: int, withheld: int) -> str:
    """``31 filled · 2 missing · 4 unknown, refused or not asked · 3 nothing recorded``."""
    return joined(
        _("{count} filled").format(count=filled),
        _("{count} missing").format(count=missing) if missing else _("nothing missing"),
        _("{count} unknown, refused, not asked or not applying").format(count=answered)
        if answered
        else "",
        _("{count} with nothing recorded").format(count=nothing) if nothing else "",
        _("{count} withheld by law").format(count=withheld) if withheld else "",
    )


def lines_words(signed: Sequence[str], unsigned: Sequence[str], void: Sequence[str]) -> str:
    """Which lines are signed, and which still wait; empty for a paper without such lines."""
    return joined(
        _("Signed: {lines}").format(lines="; ".join(signed)) if signed else "",
        _("To be signed: {lines}").format(lines="; ".join(unsigned)) if unsigned else "",
        _("Void: {lines}").format(lines="; ".join(void)) if void else "",
    )
