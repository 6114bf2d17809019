"""What one country has and another has not: choices that are not offered, words that differ."""

from collections.abc import Mapping

from minors_desk.i18n import N_, SOURCE_LANGUAGE, translator
from minors_desk.wording.codes import word

_ = translator(SOURCE_LANGUAGE)

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


_CALLED_IN: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "CA": {
        "legal_class": {
            "non_offender": N_("Accused of nothing"),
            "status_offender": N_("Runaway, truant, by-law"),
            "accused_delinquent": N_("Accused young person"),
        }
    }
}
"""By country, list and code: what is called otherwise there. *Non-offender*, *status offender* and
*delinquent* are terms of the United States (34 U.S.C. 11133), *young person* is that of Canada."""


def word_in(codes: str, code: str, jurisdiction: str) -> str:
    """The words for a code of that list as they are at a station there."""
    lists = _CALLED_IN.get(jurisdiction.partition("-")[0], {})
    own = lists.get(codes, {}).get(code)
    return word(codes, code) if own is None else _(own)
