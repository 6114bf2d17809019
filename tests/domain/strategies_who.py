"""Anything that may be told about who a child is, for hypothesis; every body could be stored."""

from hypothesis import strategies as st

from minors_desk.domain.answers import NoAnswer
from minors_desk.domain.bodies import Body
from minors_desk.domain.companions import CompanionsKept
from minors_desk.domain.facts import Source
from tests.domain.moments import CASE, at, ident
from tests.domain.samples_who import (
    BROTHER,
    VALUES,
    attached,
    classed,
    fact,
    interpreted,
    linked,
    parted,
    person,
)

minutes = st.integers(0, 12)
people = st.sampled_from([None, ident(700), ident(701)])
others = st.sampled_from([BROTHER, ident(720), CASE])
no_values = st.sampled_from([None, None, "unknown", "refused", "not_asked", "does_not_apply"])


@st.composite
def facts_told(draw: st.DrawFn) -> Body:
    """A value of any fact, or why there is none."""
    told, value = draw(st.sampled_from(VALUES))
    without: NoAnswer | None = draw(no_values)
    source: Source = draw(st.sampled_from(["said", "document", "record", "seen"]))
    about = draw(people)
    body = fact(
        draw(minutes),
        told,
        None if without else value,
        no_value=without,
        source=source,
        preferred=draw(st.booleans()),
        about=about,
    )
    if body.misfit() is None:
        return body
    return fact(0, told, value)


who_bodies: st.SearchStrategy[Body] = st.one_of(
    facts_told(),
    facts_told(),
    st.builds(
        lambda m, who, safe, why: person(m, person_id=who, safe_to_contact=safe, why=why),
        minutes,
        st.sampled_from([ident(700), ident(701)]),
        st.sampled_from([None, "yes", "no", "ask_first"]),
        st.sampled_from(["", "He hit her"]),
    ),
    st.builds(lambda m, other: linked(m, other=other), minutes, others),
    st.builds(lambda m, other: parted(m, other=other), minutes, others),
    st.builds(
        lambda m, with_whom: CompanionsKept(occurred_at=at(m), others=tuple(with_whom)),
        minutes,
        st.lists(others, min_size=1, max_size=3),
    ),
    st.builds(
        classed,
        minutes,
        st.sampled_from(["non_offender", "status_offender", "accused_delinquent"]),
    ),
    st.builds(
        lambda m, until: interpreted(m, until=at(until), is_relative_or_child=until > 6),
        minutes,
        minutes,
    ),
    st.builds(
        lambda m, file, about: attached(m, file_id=file, about=about),
        minutes,
        st.sampled_from([ident(710), ident(711)]),
        people,
    ),
)
