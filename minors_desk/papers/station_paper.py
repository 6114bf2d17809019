"""A paper of the station and of no one case: what it is composed of, its name and its templates."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from minors_desk.domain.board import Card
from minors_desk.domain.case import Case
from minors_desk.domain.station import Person, StationFounded
from minors_desk.domain.when import in_zone
from minors_desk.papers.paper import person_words
from minors_desk.papers.sheet import Form, Head
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import day_and_time


@dataclass(frozen=True, slots=True, kw_only=True)
class OnBoard:
    """One child of whom something is to be done: its card as the board has it, and its case."""

    card: Card
    case: Case


@dataclass(frozen=True, slots=True, kw_only=True)
class StationInput:
    """Everything that such a paper may print; all of it comes from entries, so it can be had again.

    `children` are those on the board as the issue saw them, the most urgent first. `as_of` (UTC) is
    when the paper is issued, `prepared_by` who issues it; `statute` as for a paper of a case.
    """

    children: tuple[OnBoard, ...]
    station: StationFounded
    as_of: datetime
    prepared_by: Person | None = None
    statute: str = ""

    @property
    def zone(self) -> str:
        """The zone of all times on the paper: the station's."""
        return self.station.zone

    def head(self) -> Head:
        """The common head, without a case."""
        station = self.station
        return Head(
            agency=station.agency or station.station,
            unit=station.station if station.agency else "",
            case_number=None,
            statute=self.statute or f"under the law of {station.jurisdiction}",
            zone=self.zone,
            jurisdiction=station.jurisdiction,
        )

    def prepared(self) -> str:
        """Who issues the paper, of which unit, and when."""
        who = person_words(self.prepared_by)
        unit = self.station.station if who else ""
        named = ", ".join(part for part in (who, unit) if part)
        return joined(named, day_and_time(self.as_of, self.zone))


@dataclass(frozen=True, slots=True, kw_only=True)
class StationPaper:
    """One kind of paper of the station; `number_prefix`, `templates`, `boxes` and `labels` are as
    in a paper of a case."""

    name: str
    number_prefix: str
    title: str
    templates: Mapping[int, Callable[[StationInput], Form]]
    boxes: Mapping[str, str]
    labels: Mapping[str, str]

    @property
    def template_version(self) -> int:
        """The version that is issued now."""
        return max(self.templates)

    def compose(self, given: StationInput, template: int | None = None) -> Form:
        """Compose the paper; raises KeyError for a template that this program does not know."""
        return self.templates[self.template_version if template is None else template](given)

    def number(self, station: StationFounded, at: datetime) -> str:
        """The number that copies of one day at the station carry: ``SB-AC-20261124``."""
        day = in_zone(at, station.zone)
        return f"{self.number_prefix}-{station.code}-{day:%Y%m%d}"
