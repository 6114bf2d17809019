"""Which official form a paper of ours is a worksheet for, by the place of the station."""

from collections.abc import Mapping

_CHILD_WELFARE: Mapping[str, str] = {
    "US-CA": "CA DOJ SS 8572, Suspected Child Abuse Report",
    "US-NY": "NY LDSS-2221A, Report of Suspected Child Abuse or Maltreatment",
    "US-MA": "MA 51A",
    "US-PA": "PA CY-47 (number not verified)",
    "US-MI": "MI DHS-3200 (number not verified)",
    "US-IL": "IL CANTS 4/5 (number not verified)",
    "US-MD": "MD DHS/SSA 180 (number not verified)",
}
"""By state. A number that was only remembered, and not read in a source, says so."""
_WORKSHEET = "Worksheet for {what}, not an official form"
TRAFFICKING = _WORKSHEET.format(
    what="OMB 0970-0362, Request for Assistance for Child Victims of Human Trafficking"
)


def child_welfare(jurisdiction: str) -> str:
    """What the child-welfare referral is a worksheet for at a station there."""
    named = _CHILD_WELFARE.get(jurisdiction)
    if named is None:
        state = "province or territory" if jurisdiction.startswith("CA") else "state"
        named = f"the written report of the {state}"
    return _WORKSHEET.format(what=named)
