"""Which act fills a box of a paper that should hold something: found by the entry it prints."""

from collections.abc import Mapping

from minors_desk.domain.board import state_of
from minors_desk.domain.case import Case
from minors_desk.ui.acts import catalog
from minors_desk.ui.acts.act import Act

_OF_FACTS: Mapping[str, str] = {
    "fact_told.value.as_said": "tell_name",
    "fact_told.value.own_script": "tell_name",
    "fact_told.value.language": "tell_language",
    "fact_told.value.year": "tell_birth_date",
    "fact_told.value.low_months": "tell_age",
    "fact_told.value.number": "tell_identity_number",
}
"""Of facts whose value is of one kind only; for the others the palette of facts is opened."""
_OF_KINDS: Mapping[str, str] = {
    "attachment_added": "add_file",
    "companion_linked": "companion",
    "detainer_answered": "answer_detainer",
    "fact_told": "tell_fact",
    "handoff_accepted": "hand_over",
    "handoff_counted": "hand_over",
    "handoff_proposed": "hand_over",
    "handoff_signed": "hand_over",
    "person_told": "person",
    "receiver_checked": "receiver_check",
}
"""Of entries whose act asks more than one described form."""


def _acts() -> dict[str, Act]:
    found: dict[str, Act] = {}
    for act in catalog.ALL:
        for spec in act.amends:
            found.setdefault(str(spec.kind.__struct_config__.tag), act)
    return found | {kind: catalog.BY_NAME[name] for kind, name in _OF_KINDS.items()}


_BY_KIND = _acts()


def act_that_fills(field: str, case: Case) -> Act | None:
    """The act for a field of an entry (kind.field) that a paper prints.

    None where no act does it, such as the approval of a supervisor, or none that makes sense as
    the case stands.
    """
    name = _OF_FACTS.get(field)
    act = _BY_KIND.get(field.partition(".")[0]) if name is None else catalog.BY_NAME[name]
    return act if act is not None and act.why_not(state_of(case)) is None else None
