"""Who the child is: each fact with its source, rivals side by side; ages, class, how we met."""

from minors_desk.domain.ages import adult_months, age_is_disputed, known_ages, treated_as_child
from minors_desk.domain.fact_table import FACTS, FactKind
from minors_desk.domain.facts import AnyFact, answers
from minors_desk.domain.when import in_zone
from minors_desk.ui.kit.chips import Chip
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.tokens import Tone
from minors_desk.ui.views.sections.context import Context
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import age_words, clock_time, exactly
from minors_desk.wording.values import language_name, partial_date, value_words

RIVAL = "or"
"""The label of a value that stands beside the leading one."""
_FIRST = frozenset({"name", "age", "birth_date", "sex_said", "sex_recorded"})
_ALARMING = frozenset({"danger_feared", "allergy"})


def identity(context: Context) -> Section:
    """Who the child is, as far as anybody told, saw, or said that it cannot be told."""
    names = context.case.names
    section = Section("Identity", Chip(f"{len(names)} names differ") if len(names) > 1 else None)
    if not names and answers(context.case, "name").is_open:
        section.add_row("Name", "not told yet", tone=Tone.MUTED)
    _fact(context, section, FACTS["name"])
    _ages(context, section)
    _sex(context, section)
    for kind in FACTS.values():
        if kind.id not in _FIRST:
            _fact(context, section, kind)
    _interpreters(context, section)
    _asked_before(context, section)
    _legal_class(context, section)
    met = context.case.encounter
    if met is not None:
        at = exactly(met.at, met.precision, context.zone)
        section.add_row("Met", joined(at, met.place, met.how_found))
    return section


def known(fact: AnyFact) -> str:
    """Who says so, and how sure it is."""
    by = f"told by {fact.said_by}" if fact.said_by else word("source", fact.source)
    return joined(by, word("certainty", fact.certainty))


def _fact(context: Context, section: Section, kind: FactKind) -> None:
    """All values of a fact, or why there is none; of what nobody spoke there is no row."""
    found = answers(context.case, kind.id)
    label = word("fact", kind.id)
    if found.no_value is not None and found.unanswered is not None:
        at = clock_time(found.unanswered.occurred_at, context.zone)
        section.add_row(label, f"— {word('no_value', found.no_value)}", at, Tone.MUTED)
    for place, fact in enumerate(found.told):
        assert fact.value is not None  # noqa: S101 - what is ranked has a value
        rival = RIVAL if place and not kind.many else ""
        words = value_words(kind.id, fact.value)
        tone = Tone.AMBER if kind.id in _ALARMING else None
        section.add_row(rival or ("" if place else label), words, known(fact), tone)


def _ages(context: Context, section: Section) -> None:
    """Every age that anything gives today; in dispute the child counts as a child."""
    case, zone = context.case, context.zone
    today = in_zone(context.ticker.now(), zone).date()
    told = {one.entry_id: one for one in case.facts}
    ages = known_ages(case, today)
    for place, one in enumerate(ages):
        fact = told.get(one.entry_id)
        about = "" if one.known_from == "birth_date" else "about "
        how = "as seen" if fact is None else known(fact)
        words = joined(f"{about}{age_words(one.low, one.high)}", word("known_from", one.known_from))
        section.add_row(RIVAL if place else "Age", words, how)
    if not ages and answers(case, "age").is_open:
        section.add_row("Age", "not estimated", "as seen", Tone.MUTED)
    for fact_id in ("birth_date", "age"):
        kind = FACTS[fact_id]
        if fact_id == "birth_date" or answers(case, "age").no_value is not None:
            _fact(context, section, kind)
    adult = adult_months(context.page.jurisdiction)
    if age_is_disputed(case, today, adult):
        section.add_row("Age disputed", "treated as a child until it is settled", tone=Tone.AMBER)
    elif not treated_as_child(case, today, adult):
        words = f"every age told or seen is {adult // 12} or more"
        section.add_row("Adult", words, tone=Tone.AMBER)


def _sex(context: Context, section: Section) -> None:
    met = context.case.encounter
    if met is None or met.apparent_sex is None:
        section.add_row("Sex", "not written down", "as seen", tone=Tone.MUTED)
    else:
        section.add_row("Sex", word("sex", met.apparent_sex), "as seen")
    for fact_id in ("sex_said", "sex_recorded"):
        _fact(context, section, FACTS[fact_id])


def _interpreters(context: Context, section: Section) -> None:
    for one in context.case.interpreters:
        until = "" if one.until is None else f" to {clock_time(one.until, context.zone)}"
        words = joined(
            language_name(one.language),
            word("interpreter_mode", one.mode),
            one.name,
            one.agency,
            "a relative or a child" if one.is_relative_or_child else "",
        )
        tone = Tone.AMBER if one.is_relative_or_child else None
        section.add_row("Interpreter", words, f"{clock_time(one.at, context.zone)}{until}", tone)


def _asked_before(context: Context, section: Section) -> None:
    for one in context.case.asked:
        when = "" if one.when is None else partial_date(one.when)
        section.add_row(
            "Asked before", joined(one.agency, one.person, one.what, one.reference), when
        )


def _legal_class(context: Context, section: Section) -> None:
    case = context.case
    if case.class_given is None:
        section.add_row("Legal class", "not chosen: counts as non-offender", tone=Tone.AMBER)
        return
    last = case.classings[-1] if case.classings else None
    more = () if last is None else (last.offence, last.authority, last.note)
    at = "" if last is None else clock_time(last.at, context.zone)
    section.add_row("Legal class", joined(word("legal_class", case.class_given), *more), at)
