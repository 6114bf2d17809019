"""Anything that may be told of care, screening, rights, searches and belongings, for hypothesis."""

from hypothesis import strategies as st

from minors_desk.domain.alter import Withdrawn
from minors_desk.domain.bodies import Body
from minors_desk.domain.screening import Signs
from tests.domain.moments import at, ident
from tests.domain.samples_care import (
    call_offered,
    carried,
    counted,
    disputed,
    dollars,
    given,
    medicine,
    phone_searched,
    returned,
    screened,
    sealed,
    searched,
    taken,
    thing,
    told,
)
from tests.domain.strategies import logs

minutes = st.integers(0, 12)
answers = st.sampled_from(["offered", "accepted", "refused"])
numbers = st.integers(1, 5)
some = st.lists(numbers, min_size=1, max_size=3, unique=True)
bags = st.sampled_from(["A", "B"])
seals = st.sampled_from(["yes", "no", None])
categories = st.sampled_from(["kept_by_child", "safekeeping", "evidence", "medicine", "contraband"])
things = st.lists(
    st.builds(thing, numbers, categories), min_size=1, max_size=3, unique_by=lambda one: one.line
)
cash = st.lists(
    st.builds(
        dollars,
        st.sampled_from([1, 25, 2_000]),
        st.integers(0, 3),
        st.sampled_from(["USD", "GTQ"]),
    ),
    min_size=1,
    max_size=3,
)
signs = st.builds(
    Signs,
    urgent=st.sampled_from([None, "unknown", (), ("bleeding",)]),
    pain=st.one_of(st.none(), st.just("refused"), st.integers(0, 10)),
)
instants = st.one_of(st.none(), st.integers(-300, 300).map(at))

care_bodies: st.SearchStrategy[Body] = st.one_of(
    st.builds(given, minutes, st.sampled_from(["food", "water", "rest"]), answers),
    st.builds(
        medicine,
        minutes,
        st.sampled_from(["Salbutamol", "insulin"]),
        answer=answers,
        last_dose_at=instants,
        next_due_at=instants,
    ),
    st.builds(
        screened,
        minutes,
        st.sampled_from(["fit_to_stay", "ems_called", "hospital", "clinic"]),
        signs,
        recheck_at=instants,
        given=st.sampled_from([(), ("food",), ("food", "food", "water")]),
    ),
    st.builds(
        told,
        minutes,
        st.sampled_from(["reason_held", "rights", "lawyer"]),
        understood=st.sampled_from([None, "yes", "no"]),
    ),
    st.builds(
        call_offered,
        minutes,
        st.sampled_from(["parent", "lawyer"]),
        st.sampled_from(["made", "refused", "not_possible"]),
    ),
    st.builds(
        searched,
        minutes,
        st.sampled_from(["pat_down", "bag", "strip"]),
        st.sampled_from(["yes", "no", "not_known"]),
    ),
)
property_bodies: st.SearchStrategy[Body] = st.one_of(
    st.builds(lambda m, listed: taken(m, *listed), minutes, things),
    st.builds(lambda m, line, amounts: counted(m, line, *amounts), minutes, numbers, cash),
    st.builds(lambda m, bag, lines: sealed(m, bag, *lines), minutes, bags, some),
    st.builds(lambda m, lines, seal: carried(m, *lines, seal_intact=seal), minutes, some, seals),
    st.builds(lambda m, bag: carried(m, bag=bag), minutes, bags),
    st.builds(lambda m, lines: returned(m, *lines), minutes, some),
    st.builds(lambda m, bag: returned(m, bag=bag), minutes, bags),
    st.builds(lambda m: returned(m, everything=True), minutes),
    st.builds(lambda m, lines: disputed(m, *lines), minutes, some),
    st.builds(
        phone_searched,
        minutes,
        line=st.one_of(st.none(), numbers),
        consent=st.sampled_from([None, "yes", "refused"]),
    ),
)
withdrawn = st.builds(
    lambda m, target: Withdrawn(occurred_at=at(m), target=ident(target), reason="wrong"),
    minutes,
    st.integers(1, 14),
)
care_logs = logs(st.one_of(care_bodies, property_bodies, property_bodies, withdrawn))
"""Logs of these features only, so that their entries meet each other often."""
