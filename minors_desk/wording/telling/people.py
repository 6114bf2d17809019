"""Relatives and other adults, in one line each."""

from collections.abc import Callable
from typing import Any

from minors_desk.domain.people import PersonTold
from minors_desk.i18n import N_, SOURCE_LANGUAGE, translator
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined

_ = translator(SOURCE_LANGUAGE)

HEADINGS: dict[str, str] = {
    "person_told": N_("Person"),
}


def _person(body: PersonTold) -> str:
    carer = {True: _("cares for the child"), False: _("does not care for the child")}
    return joined(
        word("person_role", body.role),
        _("says: {relation}").format(relation=body.claimed_relation)
        if body.claimed_relation
        else "",
        _("proof: {proof}").format(proof=body.proof) if body.proof else "",
        word("safe_to_contact", body.safe_to_contact) if body.safe_to_contact else "",
        body.why,
        body.where,
        word("alive", body.alive) if body.alive else "",
        "" if body.is_carer is None else carer[body.is_carer],
    )


SENTENCES: dict[type, Callable[[Any], str]] = {
    PersonTold: _person,
}
