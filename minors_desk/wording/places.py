"""Choices and acts that one country has and another has not: none of them is offered elsewhere."""

from collections.abc import Mapping

_ONLY_IN: Mapping[str, Mapping[str, frozenset[str]]] = {
    "US": {
        "contact_purpose": frozenset({"interstate_office", "tribe"}),
        "reference_system": frozenset({"ncic", "ncmec", "hhs_otip"}),
        "fact": frozenset({"tribal_link"}),
    },
    "CA": {"reference_system": frozenset({"cpic"})},
}
"""By country and list: the Interstate Compact, the tribes of 25 U.S.C. 1903 and NCIC are of the
United States, CPIC is of Canada. What stands in an entry already is told everywhere."""


def is_offered(codes: str, code: str, jurisdiction: str) -> bool:
    """Whether that choice of a list makes sense at a station there; all do without a place."""
    country = jurisdiction.partition("-")[0]
    elsewhere = (lists.get(codes, ()) for name, lists in _ONLY_IN.items() if name != country)
    return not jurisdiction or not any(code in one for one in elsewhere)
