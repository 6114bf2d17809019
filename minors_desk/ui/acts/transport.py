"""What can be done about driving the child elsewhere: it left; while on the way, it arrived."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from minors_desk.domain.case import Case
from minors_desk.domain.transport import TransportArrived, TransportLeft
from minors_desk.ui.acts.act import IN_CUSTODY, form_for
from minors_desk.ui.acts.custody import PRESENCE
from minors_desk.ui.dialogs.form import AtDesk
from minors_desk.ui.forms.asked_form import FormSpec
from minors_desk.ui.forms.asks import Line, Pick
from minors_desk.ui.forms.transport_asks import Escorts, Odometer

_ODOMETER = Odometer(name="odometer_tenths", label="Odometer")
LEFT = FormSpec(
    kind=TransportLeft,
    heading="Left by transport",
    asks=(
        Pick(
            name="purpose",
            label="Where to",
            codes="transport_purpose",
            needed="Choose where to.",
        ),
        Line(name="to_place", label="Place", needed="Write the place the child is driven to."),
        Line(name="vehicle", label="Vehicle", beside=True),
        Escorts(
            name="escorts",
            label="Who goes with the child",
            hint="One to a line, the badge after a comma",
            needed="Write who goes with the child.",
        ),
        replace(_ODOMETER, beside=True),
        Pick(name="same_sex_escort", label="Escort of the child's sex", codes="yes_no"),
        Pick(
            name="secure",
            label="In the vehicle",
            codes="in_vehicle",
            truth=True,
            beside=True,
            forbidden_when=frozenset({"yes"}),
            needed="Choose whether the child is locked in or cuffed.",
        ),
        Line(
            name="secure_reason",
            label="Why it is held",
            only_if=("secure", frozenset({"yes"})),
        ),
    ),
    for_companions=True,
)


def _where_to(case: Case, at_desk: AtDesk) -> Mapping[str, Any]:
    drive = case.transport
    if drive is None:
        return {"watched_by": at_desk.officer}
    return {"place": drive.to_place, "watched_by": ", ".join(one.name for one in drive.escorts)}


ARRIVED = FormSpec(
    kind=TransportArrived,
    heading="Arrived",
    asks=(*PRESENCE, _ODOMETER),
    offered=_where_to,
    focus="room",
    for_companions=True,
)

ACTS = (
    form_for(
        lambda case: LEFT if case.transport is None else ARRIVED,
        name="transport",
        key="T",
        words="transport",
        meaning="left by transport; on the way: arrived",
        when=IN_CUSTODY,
        amends=(LEFT, ARRIVED),
        hint=False,
    ),
)
