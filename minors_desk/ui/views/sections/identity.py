"""Who the child is: each fact with its source, rivals side by side."""

from minors_desk.domain.facts import Fact
from minors_desk.domain.values import PersonName
from minors_desk.ui.kit.chips import Chip
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.tokens import Tone
from minors_desk.ui.views.sections.context import Context
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import age, exactly


def identity(context: Context) -> Section:
    """Who the child is: each name with its source, rivals side by side; age and sex as seen."""
    case, zone = context.case, context.zone
    names = case.names
    section = Section("Identity", Chip(f"{len(names)} names differ") if len(names) > 1 else None)
    if not names:
        section.add_row("Name", "not told yet", tone=Tone.MUTED)
    for fact in names:
        section.add_row(word("name_kind", fact.value.name_kind), _name(fact), _known(fact))
    met = case.encounter
    if met is None:
        return section
    told = age(met.apparent_age)
    section.add_row("Age", f"about {told}" if told else "not estimated", "as seen")
    if met.apparent_sex is None:
        section.add_row("Sex", "not written down", "as seen", tone=Tone.MUTED)
    else:
        section.add_row("Sex", word("sex", met.apparent_sex), "as seen")
    given = met.legal_class
    if given is None:
        section.add_row("Legal class", "not chosen: counts as non-offender", tone=Tone.AMBER)
    else:
        section.add_row("Legal class", word("legal_class", given))
    at = exactly(met.at, met.precision, zone)
    section.add_row("Met", joined(at, met.place, met.how_found))
    return section


def _name(fact: Fact[PersonName]) -> str:
    return joined(fact.value.as_said, fact.value.own_script)


def _known(fact: Fact[PersonName]) -> str:
    return joined(word("source", fact.source), word("certainty", fact.certainty))
