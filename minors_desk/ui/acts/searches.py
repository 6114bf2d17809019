"""A search of the child."""

from minors_desk.domain.searches import ChildSearched
from minors_desk.ui.acts.act import WITH_US, form
from minors_desk.ui.editors.second_field import SecondField
from minors_desk.ui.forms.answer_asks import Own
from minors_desk.ui.forms.asked_form import FormSpec
from minors_desk.ui.forms.asks import Line, Lines, Pick

SEARCH = FormSpec(
    kind=ChildSearched,
    heading="Child searched",
    asks=(
        Pick(
            name="extent",
            label="How far it went",
            codes="search_extent",
            digits=True,
            needed="Choose how far it went.",
        ),
        Line(name="by", label="Searched by", hint="Name and badge", needed="Write who searched."),
        Pick(
            name="same_sex",
            label="Of the child's sex",
            beside=True,
            codes="same_sex",
            needed="Choose whether of the same sex.",
        ),
        Line(name="reason", label="Why", needed="Write why the child was searched."),
        Line(name="found", label="What was found", hint="Empty when nothing was", beside=True),
        Own(name="witness", label="Witness", made=SecondField),
        Line(
            name="approved_by",
            label="Approved by",
            needed="Write who approved it, or that nobody did.",
            only_if=("extent", frozenset({"strip"})),
        ),
        Lines(
            name="authority",
            label="Under which authority",
            hint="Warrant, order or statute, in words",
            rows=1,
        ),
        Pick(name="guardian_told", label="A parent or guardian was told", codes="answer"),
    ),
)
ACTS = (
    form(
        SEARCH,
        name="search_child",
        words="child searched",
        meaning="the child or its bag was searched: by whom, how far, why",
        when=WITH_US,
    ),
)
