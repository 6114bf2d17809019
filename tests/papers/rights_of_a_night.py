"""Nights and adopted texts for the rights notice: accused or not, in Arabic, in Hindi, in Canada.

The texts of an agency are no translations: each line says in its language that it is a test.
"""

from dataclasses import replace
from functools import cache

import msgspec

from minors_desk.domain.bodies import Body
from minors_desk.domain.classing import LegalClassed
from minors_desk.domain.encounter import Encountered, LegalClass
from minors_desk.domain.facts import FactTold
from minors_desk.domain.notice_texts import NoticeText, read_notice
from minors_desk.domain.values import Country, LanguageLevel, LanguageValue
from minors_desk.papers.paper import PaperInput
from minors_desk.papers.rights_view import shipped
from tests.papers.case_of_a_night import night
from tests.papers.case_of_ana import minute
from tests.papers.referral_of_a_night import at as at_station

LINES = {
    "ara": "هذا نص للاختبار فقط",
    "hin": "यह केवल परीक्षण के लिए है",
    "spa": "Esto es solo una prueba",
}


def toml(language: str, place: str = "US", *, without: tuple[str, ...] = (), head: str = "") -> str:
    """Return an agency's own text with a line for each point of its country, but for those."""
    points = [
        f'[[point]]\nid = "{name}"\ntext = "{LINES.get(language, "Test")}: {number}"'
        for number, name in enumerate(shipped(place[:2], 1).points, start=1)
        if name not in without
    ]
    reviewed = head or 'reviewed_by = "Counsel A. Lee"\nreviewed_on = 2026-10-01'
    top = (
        f'[notice]\nlanguage = "{language}"\njurisdiction = "{place}"\n{reviewed}\n'
        'source = "General order 6-4"'
    )
    return "\n\n".join([top, *points]) + "\n"


@cache
def text(language: str, place: str = "US", *, without: tuple[str, ...] = ()) -> NoticeText:
    """Return such a text, read."""
    return read_notice(toml(language, place, without=without))


def speaks(language: str, level: LanguageLevel = "first_language", *, at: float = 14) -> FactTold:
    """Return that the child speaks that language, which is said to be read."""
    value = LanguageValue(language=language, level=level, how="card", reads="yes")
    return FactTold(occurred_at=minute(at), fact="language", value=value, source="document")


def of_nationality(code: str) -> FactTold:
    """Return that the child is of that country."""
    return FactTold(
        occurred_at=minute(15), fact="nationality", value=Country(code=code), source="document"
    )


def classed(given: LegalClass | None, *more: Body) -> list[Body]:
    """Return the night of a child of that class, or of one whose class nobody has decided."""
    told: list[Body] = []
    for one in night():
        if isinstance(one, LegalClassed):
            continue
        if isinstance(one, FactTold) and one.fact in ("language", "nationality"):
            continue
        told.append(
            msgspec.structs.replace(one, legal_class=given) if isinstance(one, Encountered) else one
        )
    return [*told, *more]


def given(station: str, told: list[Body], *notices: NoticeText) -> PaperInput:
    """Return what the notice is composed of at a station there that adopted these texts."""
    return replace(at_station(station, told), subject=0, notices=notices)
