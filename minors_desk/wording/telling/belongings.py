"""Belongings, in one line each."""

from collections.abc import Callable
from typing import Any

from minors_desk.domain.belongings import BagSealed, CashCounted, PropertyLine, PropertyTaken
from minors_desk.domain.money import totals
from minors_desk.domain.property_moves import (
    PhoneSearched,
    PropertyDisputed,
    PropertyMoved,
    PropertyReturned,
)
from minors_desk.i18n import N_, SOURCE_LANGUAGE, ngettext, translator
from minors_desk.wording.codes import word
from minors_desk.wording.money import money
from minors_desk.wording.phrases import joined
from minors_desk.wording.values import spoken

_ = translator(SOURCE_LANGUAGE)

HEADINGS: dict[str, str] = {
    "property_taken": N_("Property taken"),
    "cash_counted": N_("Cash counted"),
    "bag_sealed": N_("Bag sealed"),
    "property_moved": N_("Property moved"),
    "property_returned": N_("Property returned"),
    "property_disputed": N_("Property disputed"),
    "phone_searched": N_("Phone searched"),
}


def _line(one: PropertyLine) -> str:
    return _("{line}: {n} x {what} ({why})").format(
        line=one.line,
        n=one.quantity,
        what=one.description,
        why=word("property_category", one.category),
    )


def _lines(lines: tuple[int, ...]) -> str:
    if not lines:
        return ""
    words = ngettext(SOURCE_LANGUAGE, "line {numbers}", "lines {numbers}", len(lines))
    return words.format(numbers=", ".join(map(str, lines)))


def _bag(bag: str) -> str:
    return _("bag {bag}").format(bag=bag) if bag else ""


def _seal(intact: str | None) -> str:
    return {"yes": _("seal intact"), "no": _("seal broken")}.get(intact or "", "")


def _taken(body: PropertyTaken) -> str:
    return joined("; ".join(_line(one) for one in body.lines), body.taken_from, body.storage)


def _counted(body: CashCounted) -> str:
    return joined(
        _lines((body.line,)),
        ", ".join(money(currency, cents) for currency, cents in totals(body.amounts).items()),
        _("counted with {who}").format(who=body.second_counter.name),
        body.storage,
        body.note,
    )


def _sealed(body: BagSealed) -> str:
    return joined(_bag(body.bag), _("seal {seal}").format(seal=body.seal), _lines(body.lines))


def _moved(body: PropertyMoved) -> str:
    return joined(
        _lines(body.lines),
        _bag(body.bag),
        body.from_place,
        _("to {where}").format(where=", ".join(filter(None, (body.to_place, body.to_person)))),
        body.purpose,
        _seal(body.seal_intact),
    )


def _returned(body: PropertyReturned) -> str:
    return joined(
        word("returned_to", body.to),
        body.to_name,
        _("everything") if body.everything else "",
        _lines(body.lines),
        _bag(body.bag),
        _seal(body.seal_intact),
        _("missing: {what}").format(what=body.missing) if body.missing else "",
    )


def _disputed(body: PropertyDisputed) -> str:
    return joined(_lines(body.lines), body.words, spoken(body.language))


def _looked_into(body: PhoneSearched) -> str:
    return joined(
        _lines(() if body.line is None else (body.line,)),
        _("by {who}").format(who=body.by),
        body.looked_at,
        body.authority,
        _("consent: {answer}").format(answer=word("answer", body.consent)) if body.consent else "",
    )


SENTENCES: dict[type, Callable[[Any], str]] = {
    PropertyTaken: _taken,
    CashCounted: _counted,
    BagSealed: _sealed,
    PropertyMoved: _moved,
    PropertyReturned: _returned,
    PropertyDisputed: _disputed,
    PhoneSearched: _looked_into,
}
