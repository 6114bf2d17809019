"""Asks for the seal code of a paper and says whether paper and record agree."""

from collections.abc import Iterable, Iterator

from PySide6.QtWidgets import QWidget

from minors_desk.domain.case import Case
from minors_desk.domain.entries import Entry
from minors_desk.domain.printed import PaperIssued, PaperPrinted, PrintFailed
from minors_desk.services.printing import Proved, box_label
from minors_desk.ui.kit.dialog import Ask
from minors_desk.ui.kit.field import LineField, first_wrong
from minors_desk.ui.kit.notice import Notice
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.spacing import TWO, clear, column
from minors_desk.ui.kit.tokens import Tone
from minors_desk.ui.kit.type import polishing
from minors_desk.wording import cards
from minors_desk.wording.phrases import joined
from minors_desk.wording.sentences import heading
from minors_desk.wording.times import day_and_time

SAYS: dict[str, tuple[Tone, str, str]] = {
    "agrees": (
        Tone.GREEN,
        "Paper and record agree",
        "Compare the boxes below with the paper in your hand",
    ),
    "agreed_when_issued": (
        Tone.AMBER,
        "The paper agreed when it was issued; the record went on since",
        "That is no alarm. What reads otherwise today stands below; print a new version if needed",
    ),
    "does_not_agree": (
        Tone.RED,
        "Paper and record do not agree",
        "Do not rely on this paper. Keep it, and tell a supervisor",
    ),
    "no_such_paper": (
        Tone.RED,
        "This record has issued no such paper",
        "Check the code with the foot of the paper; it may be of another station",
    ),
}
REASONS = {
    "code_differs": "The number is that of a paper of ours, the letters are not",
    "boxes_differ": "The boxes composed from the record are not those that were issued",
}
GROUPS = {
    "brief": "The shift",
    "brief_missing": cards.MISSING_NOW,
    "brief_custody": cards.IN_CUSTODY_NOW,
    "brief_met": cards.MET_ONLY,
    "brief_owed": cards.OWED_STILL,
    "head": "Head and foot",
    "foot": "Head and foot",
    "child": "Child",
    "from": "From",
    "to": "To",
    "transfer": "Transfer",
    "signature": "Signatures",
    "safety": "Safety",
    "health": "Condition and health",
    "doses": "Medicine",
    "going": "What the child was told",
    "route": "Way to the receiver",
    "property": "Property",
    "receiver_checks": "To",
    "owed": "Notices still owed",
    "consul": "What the consulate is told",
    "sending": "For this agency only",
    "offers": "Told to the child, and its answer",
    "tries": "Attempts to reach a consulate",
    "notices": "Notices sent to this consulate",
    "consulate_asks": "Access asked for by a consular officer",
    "access": "Access asked for by a consular officer",
    "guardians": "Why a guardian may be needed",
    "screened": "Screening",
    "urgent": "Urgent signs",
    "illness": "Signs of illness, and pain",
    "pain": "Signs of illness, and pain",
    "injuries": "Injuries",
    "wellbeing": "How the child is",
    "outcome": "Decision",
    "recheck": "Decision",
    "belongings": "How the belongings stand",
    "takings": "Taken into keeping",
    "things": "Things, line by line",
    "identity_papers": "Papers of identity",
    "cash": "Cash",
    "phones": "Phones",
    "phone_looks": "Looks into a phone",
    "bags": "Sealed bags",
    "chain": "Moved, returned, handed on",
    "disputes": "What the child does not agree with",
    "interpreters": "Interpreters",
    "met": "Encounter",
    "class": "Legal class",
    "classes": "Classes given",
    "custody": "Custody",
    "secure": "Custody",
    "presence": "Where the child was",
    "watches": "Each watch",
    "cuffs": "Cuffed to an object",
    "told": "What the child was told",
    "calls": "Calls offered",
    "parent": "Parents and supervisor",
    "supervisor": "Parents and supervisor",
    "checks": "Welfare checks",
    "care": "Care",
    "medicine": "Medicine",
    "screening": "Medical screening",
    "searches": "Searches",
    "clocks": "Deadlines",
    "limits": "Why a limit was passed",
    "breaches": "What a rule forbids",
    "passed": "What a rule wants first",
    "exit": "Exit",
    "contacts": "Attempts",
    "duties": "What came of each",
    "references": "Numbers of other systems",
    "reports": "Written reports sent",
    "requests": "Requests for information",
    "oral": "Oral report",
    "reported": "Oral report",
    "reporter": "Reporter",
    "life": "Child",
    "present": "Where the child is",
    "others": "Sisters, brothers and companions",
    "kin": "Parents, guardians, relatives",
    "adults": "Adult found with the child",
    "concern": "Concern",
    "stated": "Facts, with their source",
    "body": "Injuries and health",
    "injured": "Injuries and health",
    "risk": "Danger",
    "actions": "Actions taken",
    "agencies": "Other agencies told",
    "wanted": "Request and response",
    "written": "Written follow-up",
    "sent": "Written follow-up",
    "discovery": "Discovery",
    "discovered": "Discovery",
    "notice_owed": "Discovery",
    "notifier": "Requester",
    "near": "Immediate safety",
    "sector": "Sector",
    "indicators": "Indicators",
    "exploiter": "Who did it, and how",
    "dates": "Dates and places",
    "affected": "Minors also affected",
    "inquiry": "Investigation",
    "counsel": "Attorney or advocate",
    "services": "Services needed",
    "notice_sent": "Notice sent",
    "part_b": "Notice sent",
    "follow_ups": "Follow-up",
    "gate": "Legal gate",
    "dhs": "Department of Homeland Security",
    "observed": "Observations",
    "mind": "State of mind",
    "charge": "Charge",
    "faith": "Religion",
    "court": "Court",
    "withheld": "Withheld by law",
    "accepts": "Custody accepted",
    "detainers": "Detainers received",
    "replies": "Answers to detainers",
    "accesses": "Federal officers who asked for access",
    "decisions": "Contact with a federal agency",
    "timeline": "Timeline",
    "measured": "Minutes against each limit",
    "now": "Where the child is now",
    "papers": "Papers",
    "shared": "Disclosures made",
    "open": "What the next shift owes",
    "points": "Supervisor's points",
    "late": "What was late",
    "returned": "Returned for correction",
    "review": "Decision of the reviewer",
    "questions": "Immigration status asked",
}
"""The parts of the paper, as they are titled there, by the first word of a box's name."""
_COMMON = {
    "head.agency": "Agency",
    "head.unit": "Unit",
    "head.case_number": "Case",
    "head.statute": "Confidential",
    "head.zone": "Times",
    "foot.prepared_by": "Prepared by",
    "foot.reviewed_by": "Reviewed by",
    "signature.officer": "Handing over",
    "signature.receiver": "Receiving",
    "signature.witness": "Witness",
    "signature.copy": "Has a copy",
    "signature.supervisor": "Supervisor",
    "signature.approval": "Signed off in the record",
    "signature.statement": "Who makes the statement",
}
_SIGNATURES = ("signature.officer", "signature.receiver")
_CAPTION = ".caption"
_DRAWINGS = {"strokes": "Drawn", "void": "Drawn for other values: counts no longer"}
"""What stands for a drawing: its digest says nothing to an eye."""
_OF_PAPERS = (PaperIssued, PaperPrinted, PrintFailed)


class VerifyDialog(Ask):
    """Answers the code; its opener gives what was found back with `show_proof`."""

    def __init__(self, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(
            "Check a paper",
            "Check",
            "Type the seal code from the foot of the paper. The letters O, I and L are read as "
            "the digits they look like.",
            parent,
        )
        self._zone = zone
        self.code = LineField("Seal code", "Such as 17-7GQ4-0XKP-93MD", most=60)
        self.verdict = Notice()
        self.told = Section("The paper")
        self._parts = QWidget()
        self._part_lines = column(self._parts, gap=TWO)
        for widget in (self.code, self.verdict, self.told, self._parts):
            self.add(widget)
        self._forget()
        self.code.setFocus()

    def answer(self) -> str | None:
        """The code as typed, or None when there is none."""
        empty = "Type the seal code." if self.code.is_empty() else None
        if first_wrong([(self.code, lambda: empty)]) is not None:
            return None
        self.verdict.say_nothing()
        self._forget()
        return self.code.text()

    def show_proof(self, found: tuple[Proved, Case | None]) -> Iterator[None]:
        """Say one of the four answers, and what it rests on; box by box from `yield` to `yield`."""
        proved, case = found
        tone, title, hint = SAYS[proved.verdict]
        self.verdict.show_words(tone, title, REASONS.get(proved.reason, hint))
        self._forget()
        if proved.issued_at is not None:
            self._tell(proved, case)
            self.told.show()
        if proved.verdict == "agrees":
            yield from self._tell_boxes(proved.boxes)
        self.set_busy(False)
        self._fit()
        self.code.setFocus()

    def parts(self) -> list[Section]:
        """The parts of the paper that stand here for comparison."""
        return self._parts.findChildren(Section)

    def _forget(self) -> None:
        self.told.clear_rows()
        self.told.hide()
        clear(self._part_lines)
        self._parts.hide()

    def _tell(self, proved: Proved, case: Case | None) -> None:
        if proved.issued_at is None:
            return
        version = f"version {proved.version}, copy {proved.copy}"
        self.told.add_row("Number", joined(proved.number, version))
        issued = day_and_time(proved.issued_at, self._zone)
        self.told.add_row("Issued", joined(issued, proved.issued_by))
        if proved.changed:
            named = dict.fromkeys(f"{_group(one)}: {_label(one)}" for one in proved.changed)
            self.told.add_row("Reads otherwise", "; ".join(named))
        if case is not None:
            self.told.add_row("Entered since", "\n".join(map(self._line, _since(proved, case))))

    def _tell_boxes(self, boxes: Iterable[tuple[int, str, str]]) -> Iterator[None]:
        """The boxes under the titles and labels that they have on the paper, in its order."""
        parts: dict[str, Section] = {}
        for box, text in _whole(boxes).items():
            title = _group(box)
            if title not in parts:
                parts[title] = Section(title)
                self._part_lines.addWidget(parts[title])
            parts[title].add_row(_label(box), text)
            yield
        yield from polishing(self._parts)
        self._parts.show()

    def _line(self, entry: Entry) -> str:
        return joined(day_and_time(entry.recorded_at, self._zone), heading(entry))


def _since(proved: Proved, case: Case) -> list[Entry]:
    """What was entered since, in order; that papers were issued changes no box."""
    entries = (line.entry for line in case.log if line.entry.ordinal in proved.later)
    told = [one for one in entries if not isinstance(one.body, _OF_PAPERS)]
    return sorted(told, key=lambda one: one.ordinal)


def _whole(boxes: Iterable[tuple[int, str, str]]) -> dict[str, str]:
    """The whole text of each box that says something; a caption goes with its drawing."""
    found: dict[str, list[str]] = {}
    for _page, box, text in boxes:
        words = _drawing(text) if box in _SIGNATURES else text
        if words.strip():
            found.setdefault(box.removesuffix(_CAPTION), []).append(words)
    return {
        box: joined(*texts) if box in _SIGNATURES else " ".join(texts)
        for box, texts in found.items()
    }


def _drawing(text: str) -> str:
    return _DRAWINGS.get(text.split(" ", 1)[0], text)


def _group(box: str) -> str:
    group = box.split(".", 1)[0]
    return GROUPS.get(group, group)


def _label(box: str) -> str:
    """A box as it is labelled on the paper."""
    name = box.removesuffix(_CAPTION)
    return box_label(name) or _COMMON.get(name, name)
