"""Short ways to what is told of a consulate, and one body of each of its kinds."""

from minors_desk.domain.bodies import Body
from minors_desk.domain.consulate import (
    ConsularNotice,
    ConsularOffer,
    CounselAnswered,
    CounselHold,
    GuardianNeeded,
)
from minors_desk.domain.facts import FactTold
from minors_desk.domain.values import Country
from tests.domain.moments import at


def national(minutes: float, code: str) -> FactTold:
    """The child is said to be of that country."""
    value = Country(code=code)
    return FactTold(occurred_at=at(minutes), fact="nationality", value=value, source="said")


def offered(minutes: float, *countries: str, **changed: object) -> ConsularOffer:
    """The child was told that its consulate may be told, and declined."""
    told: dict[str, object] = {"said": "may_be_told", "answer": "declines", "answered_by": "child"}
    return ConsularOffer(occurred_at=at(minutes), countries=countries, **(told | changed))  # type: ignore[arg-type]


def notified(minutes: float, country: str, **changed: object) -> ConsularNotice:
    """That country's consulate was told."""
    told: dict[str, object] = {
        "post": "Consulate general, Chicago",
        "why": "asked",
        "method": "fax",
        "told": ("name", "held_where", "contact"),
    }
    return ConsularNotice(occurred_at=at(minutes), country=country, **(told | changed))  # type: ignore[arg-type]


def guardian(minutes: float, *why: str) -> GuardianNeeded:
    """Facts by which a guardian may be needed."""
    return GuardianNeeded(occurred_at=at(minutes), why=why or ("no_parent_found",))  # type: ignore[arg-type]


def held(minutes: float, *what: str, **changed: object) -> CounselHold:
    """The notice is held back until counsel answers."""
    told: dict[str, object] = {"what": what or ("consular_notice",), "counsel": "L. Park"}
    return CounselHold(occurred_at=at(minutes), **(told | changed))  # type: ignore[arg-type]


def answered(minutes: float, answer: str = "go_ahead", *what: str) -> CounselAnswered:
    """Counsel answered."""
    return CounselAnswered(
        occurred_at=at(minutes),
        what=what or ("consular_notice",),  # type: ignore[arg-type]
        counsel="L. Park",
        answer=answer,  # type: ignore[arg-type]
    )


ONE_OF_EACH_OF_CONSULATE: tuple[Body, ...] = (
    offered(
        53,
        "GT",
        "MX",
        words="Your consulate can be told that you are here",
        language="Mam",
        interpreter="IX-7",
        answer="wants",
        answered_by="parent",
        answered_name="Rosa López",
    ),
    notified(
        54,
        "GT",
        post="Consulate of Guatemala, Chicago",
        method="telephone",
        number="312 555 0170",
        spoke_with="Vice-consul Paz",
        reference="G-12",
    ),
    GuardianNeeded(
        occurred_at=at(55),
        why=("parents_far_away", "court_asked"),
        handled_by="Juvenile court",
        worker="M. Ruiz",
        docket="26 JA 88",
        hearing_at=at(2000),
        note="aunt in Joliet",
    ),
    held(56, "consular_notice", "disclosure_abroad", reason="She is afraid of the police there"),
    CounselAnswered(
        occurred_at=at(57),
        what=("consular_notice",),
        counsel="L. Park",
        answer="keep_back",
        words="Not before Monday",
    ),
)
"""A body of every kind of the feature; ``vectors/bodies_consulate.json`` holds its bytes."""
