"""A kind of paper: its name and templates, what it is composed of, the frame that all have."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from minors_desk.domain.case import Case
from minors_desk.domain.disclosing import AnswerOn, Question, ruling
from minors_desk.domain.duties import Breach, DutyClock
from minors_desk.domain.findings import ReviewFinding
from minors_desk.domain.gates import About, To
from minors_desk.domain.notice_texts import NoticeText
from minors_desk.domain.packets import GoesTo
from minors_desk.domain.rules import Pack
from minors_desk.domain.signing import drawn_at
from minors_desk.domain.station import Person, StationFounded
from minors_desk.papers.sheet import Form, Head
from minors_desk.papers.signing import Signable, signable, with_drawings
from minors_desk.papers.withholding import withheld_by, withhold
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import day_and_time


def _nothing_found(_now: datetime) -> tuple[ReviewFinding, ...]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperInput:
    """Everything that a paper may print; all of it comes from entries, so it can be had again.

    `subject` is what of the case the paper is about, such as the number of a handoff. `authors`
    go by the chain of their entries. `prepared_at` and `reviewed_at` are in UTC. `statute` is what
    makes the paper confidential, from the rule packs; the jurisdiction stands there under packs of
    before they told it. `telephone` is the station's own. `passed` are the steps that were taken
    before what a rule wants first. `packs` are those in force, and `as_of` (UTC) is when the paper
    is issued: by both it is found what of the child may be told to whom. `find` finds what the
    review sheet has to show at an instant (UTC): asked only by the papers that print it. `notices`
    are the agency's own reviewed texts of a child's rights.
    """

    case: Case
    subject: int
    station: StationFounded
    prepared_by: Person | None = None
    prepared_at: datetime | None = None
    reviewed_by: Person | None = None
    reviewed_at: datetime | None = None
    clocks: tuple[DutyClock, ...] = ()
    breaches: tuple[Breach, ...] = ()
    passed: tuple[Breach, ...] = ()
    authors: Mapping[bytes, Person] = field(default_factory=dict)
    statute: str = ""
    telephone: str = ""
    packs: tuple[Pack, ...] = ()
    as_of: datetime | None = None
    notices: tuple[NoticeText, ...] = ()
    find: Callable[[datetime], tuple[ReviewFinding, ...]] = field(default=_nothing_found)

    @property
    def country(self) -> str:
        """The country of the station: ``US`` or ``CA``."""
        return self.station.jurisdiction.partition("-")[0]

    def may_be_told(self, about: About, to: To) -> AnswerOn | None:
        """What the law in force at `as_of` answers on that piece; None where no instant is known.

        Raises nothing: where no rule speaks the answer says so.
        """
        if self.as_of is None:
            return None
        asked = Question(step="disclosure", about=(about,), to=to)
        return ruling(self.case, self.packs, asked, self.as_of, self.zone).on(about)

    @property
    def zone(self) -> str:
        """The zone of all times on the paper: the station's."""
        return self.station.zone

    def head(self) -> Head:
        """The common head."""
        station = self.station
        return Head(
            agency=station.agency or station.station,
            unit=station.station if station.agency else "",
            case_number=self.case.number,
            statute=self.statute or f"under the law of {station.jurisdiction}",
            zone=self.zone,
            jurisdiction=station.jurisdiction,
        )

    def prepared(self) -> str:
        """Who prepared the paper, of which unit, and when."""
        unit = self.station.station if self.prepared_by is not None else ""
        who = ", ".join(part for part in (person_words(self.prepared_by), unit) if part)
        return joined(who, self._at(self.prepared_at))

    def reviewed(self) -> str:
        """Who reviewed it and when; empty where no review is recorded."""
        return joined(person_words(self.reviewed_by), self._at(self.reviewed_at))

    def _at(self, moment: datetime | None) -> str:
        return "" if moment is None else day_and_time(moment, self.zone)


def person_words(person: Person | None) -> str:
    """``M. Rivera, badge 2217``; empty for nobody."""
    if person is None:
        return ""
    return f"{person.name}, badge {person.badge}" if person.badge else person.name


FRAME_BOXES = {
    "head.agency": "station_founded.agency",
    "head.unit": "station_founded.station",
    "head.case_number": "encountered.number",
    "head.statute": "station_founded.jurisdiction",
    "head.zone": "station_founded.zone",
    "foot.prepared_by": "person_added.name",
}
"""What the common head and foot print, by box name: the entry field (kind.field)."""
POINTER_BOX = {"head.pointer": "station_founded.jurisdiction"}
"""The same for papers that are a worksheet for an official form."""


def always(_: PaperInput) -> tuple[str, str] | None:
    """Most papers are a matter of nobody's leave."""
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One kind of paper; `number_prefix` begins the number of each issued one.

    `templates` has every version there ever was, as an issued paper is composed again to be
    verified. `subjects` of a case are what such a paper can be about, the likeliest first; where
    there are none, `nothing_yet` says (what is so, what to do). `prepared_in` names the entry
    whose author prepared it, so that a reprint by somebody else stays a copy. `boxes` names the
    entry field (kind.field) behind each box, `labels` how those of its body are called on the page;
    in the names of cells `*` stands for the line. `subject_word` is what a subject is one of. `to`
    is whom the paper is addressed to, and `about` which information each box tells: what `to` may
    not be told is withheld, with the rule. `allowed` gives None where such a paper may be issued
    at all, else (what is so, what to do). `goes_to` says whose packet it is in: a paper of which
    nothing is said never leaves the station in one. `each_in_packet`: one for every subject goes,
    not only for the likeliest. `after_others`: it lists the other papers, so in a packet it is
    issued when they are.
    """

    name: str
    number_prefix: str
    title: str
    templates: Mapping[int, Callable[[PaperInput], Form]]
    subjects: Callable[[Case], tuple[int, ...]]
    nothing_yet: tuple[str, str]
    prepared_in: Callable[[Case, int], UUID | None]
    boxes: Mapping[str, str]
    labels: Mapping[str, str]
    subject_word: str = ""
    to: To | None = None
    about: Mapping[str, About] = field(default_factory=dict)
    allowed: Callable[[PaperInput], tuple[str, str] | None] = always
    goes_to: tuple[GoesTo, ...] = ("station",)
    each_in_packet: bool = False
    after_others: bool = False

    @property
    def template_version(self) -> int:
        """The version that is issued now."""
        return max(self.templates)

    def compose(self, given: PaperInput, template: int | None = None) -> Form:
        """Compose the paper, by an earlier template if asked to, less what may not be told.

        Drawings made on screen stand at its lines, as far as they hold for what it says now.

        Raises KeyError for a template that this program does not know, NotFound if the case has no
        such subject.
        """
        form = self._composed(given, template)
        drawn = drawn_at(given.case.signatures, self.name, given.subject)
        if not drawn:
            return form
        return with_drawings(form, drawn, self.signable(given, template).digest, given.zone)

    def signable(self, given: PaperInput, template: int | None = None) -> Signable:
        """What of the paper can be signed on screen, as it stands. Raises as `compose` does.

        Who reviewed the case is no part of the text that is signed: a supervisor approves after
        the paper was signed, and says nothing else by it than that it was read.
        """
        unreviewed = replace(given, reviewed_by=None, reviewed_at=None)
        return signable(self._composed(unreviewed, template))

    def _composed(self, given: PaperInput, template: int | None) -> Form:
        form = self.templates[self.template_version if template is None else template](given)
        to = self.to
        if to is None:
            return form

        def reason(about: About) -> str:
            return withheld_by(given.case, to, given.may_be_told(about, to))

        return withhold(form, self.about, reason)

    def number(self, case: Case, subject: int) -> str:
        """The number that copies carry; holds no name, so files may be called by it.

        A paper about the whole case has subject 0, which the number leaves out.
        """
        return "-".join((self.number_prefix, case.number, *([str(subject)] if subject else [])))
