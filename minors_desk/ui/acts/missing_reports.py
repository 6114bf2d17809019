"""That somebody reported this child missing."""

from typing import get_args

from minors_desk.domain.board import State
from minors_desk.domain.missing_reports import MissingReportReceived
from minors_desk.ui.acts.act import form
from minors_desk.ui.forms.asked_form import FormSpec
from minors_desk.ui.forms.asks import Line, Lines, Pick

REPORTED = FormSpec(
    kind=MissingReportReceived,
    heading="Reported missing",
    asks=(
        Line(name="reported_by", label="Who reported it", needed="Write who reported it."),
        Line(name="number", beside=True, label="Report number", hint="Empty when it has none"),
        Pick(
            name="category",
            label="Category",
            hint="As in the file of missing persons of the police",
            codes="missing_category",
            needed="Choose the category.",
        ),
        Lines(name="note", label="Note", rows=1),
    ),
)
ACTS = (
    form(
        REPORTED,
        name="missing_report",
        words="reported missing",
        meaning="somebody reported this child missing",
        when=frozenset(get_args(State)),
    ),
)
