"""Asks for a paper, by its seal code or a file, and says whether it and the record agree."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from minors_desk.domain.case import Case
from minors_desk.domain.entries import Entry
from minors_desk.domain.signing import OF_PAPERS
from minors_desk.services.printing import box_label
from minors_desk.services.proved import Proved
from minors_desk.services.proving import Difference, Proof, Shown
from minors_desk.ui.dialogs.form import PAIRED, beside
from minors_desk.ui.dialogs.verify_pages import VerifyPages
from minors_desk.ui.editors.file_field import FileField
from minors_desk.ui.kit.dialog import Ask
from minors_desk.ui.kit.field import LineField, first_wrong
from minors_desk.ui.kit.notice import Notice
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.spacing import TWO, clear, column
from minors_desk.ui.kit.tokens import Tone
from minors_desk.ui.kit.type import polishing
from minors_desk.wording import cards
from minors_desk.wording.phrases import joined
from minors_desk.wording.proof import box_words, difference_words, picture_words
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
    "file_differs": "What differs stands below. Do not rely on it; keep it, and tell a supervisor",
}
_ONLY_THE_CODE = "Its code is that of a paper of ours: compare the page with the one of the record"
_FILES = "PDF or picture (*.pdf *.png *.jpg *.jpeg *.tif *.tiff)"
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
    "packet": "Packet",
    "papers": "Copies in the packet",
    "keep": "For the child to keep",
    "goes": "Things of the child",
    "stays": "Things of the child",
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
    "notice": "Language of the notice",
    "points_here": "Why you are here",
    "points_needs": "What you can ask us for",
    "points_people": "Whom you can talk to",
    "points_asked": "If you are asked about something against the law",
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
    "shared": "Disclosures made",
    "open": "What the next shift owes",
    "points": "Supervisor's points",
    "late": "What was late",
    "returned": "Returned for correction",
    "review": "Decision of the reviewer",
    "questions": "Immigration status asked",
}
"""The parts of the paper, as they are titled there, by the first word of a box's name."""
_SIGNATURE, _CAPTION = "signature.", ".caption"
_DRAWINGS = {"strokes": "Drawn", "void": "Drawn for other values: counts no longer"}
"""What stands for a drawing: its digest says nothing to an eye."""
_MOST_TOLD = 12
_WIDE = 1180


class VerifyDialog(Ask):
    """Answers the code as typed, or the path of the file that was chosen or dropped.

    Its opener gives what was found back with `show_proof`, and the pages with `show_pages`.
    """

    least_width = PAIRED

    def __init__(self, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(
            "Check a paper",
            "Check",
            "Type the seal code from its foot, or give the PDF or a scan of it. By PDF every box "
            "is compared; on a scan only the square code.",
            parent,
        )
        self._zone = zone
        self.code = LineField(
            "Seal code", "Such as 17-7GQ4-0XKP-93MD; O, I, L are read as 0, 1, 1", most=60
        )
        self.file = FileField("Or a file", _FILES, "PDF, PNG, JPEG or TIFF; it may be dropped here")
        self.code.changed.connect(lambda: self._only(self.code))
        self.file.changed.connect(lambda: self._only(self.file))
        self.setAcceptDrops(True)
        self.verdict = Notice()
        self.told = Section("The paper")
        self.differs = Section("What differs")
        self.pages = VerifyPages()
        self._parts = QWidget()
        self._part_lines = column(self._parts, gap=TWO)
        asked = beside(self.code, self.file)
        for widget in (asked, self.verdict, self.told, self.differs, self.pages, self._parts):
            self.add(widget)
        self._forget()
        self.code.setFocus()

    def answer(self) -> str | Path | None:
        """The code as typed or the path of the file, None when there is neither."""
        nothing = self.code.is_empty() and self.file.is_empty()
        empty = "Type the seal code, or choose a file." if nothing else None
        if first_wrong([(self.code, lambda: empty)]) is not None:
            return None
        self.verdict.say_nothing()
        self._forget()
        return self.code.text() if self.file.is_empty() else Path(self.file.text().strip())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file of this computer, and nothing else."""
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Check the file that was dropped."""
        path = _dropped(event)
        if path is not None and self.action.isEnabled():
            event.acceptProposedAction()
            self.file.set_text(path)
            self.submit()

    def show_proof(self, found: tuple[Proof, Case | None]) -> Iterator[None]:
        """Say one of the four answers, and what it rests on; box by box from `yield` to `yield`."""
        proof, case = found
        proved = proof.proved
        tone, title, hint = SAYS[proved.verdict]
        if proof.by == "picture" and proof.good:
            tone, title = Tone.AMBER, _ONLY_THE_CODE
            hint = " ".join(picture_words(proved.number, proof.shown, proof.of, proof.unread))
        self.verdict.show_words(tone, title, REASONS.get(proved.reason, hint))
        self._forget()
        if proved.issued_at is not None:
            self._tell(proved, case)
            self.told.show()
        self._tell_differences(proof.differences)
        if proved.verdict == "agrees" and proof.by == "code":
            yield from self._tell_boxes(proved.boxes)
        self.set_busy(False)
        self._fit()
        (self.code if self.file.is_empty() else self.file).setFocus()

    def show_pages(self, pages: tuple[list[Shown], list[Shown]]) -> None:
        """Show the paper as it was issued beside what was given; the dialog takes their width."""
        record, given = pages
        self.pages.show_pages(record, given)
        self.least_width = _WIDE
        self._fit()

    def parts(self) -> list[Section]:
        """The parts of the paper that stand here for comparison."""
        return self._parts.findChildren(Section)

    def _forget(self) -> None:
        self.told.clear_rows()
        self.told.hide()
        self.differs.clear_rows()
        self.differs.hide()
        self.pages.hide()
        self.least_width = PAIRED
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

    def _only(self, field: LineField) -> None:
        """A code or a file: what is typed in one of them empties the other."""
        other = self.file if field is self.code else self.code
        if not field.is_empty() and not other.is_empty():
            other.set_text("")

    def _tell_differences(self, differences: tuple[Difference, ...]) -> None:
        for number, one in enumerate(differences[:_MOST_TOLD], start=1):
            box = box_words(one.box, box_label) if one.box else ""
            words = difference_words(one.what, one.page, box, (one.paper, one.record))
            self.differs.add_row(str(number), words)
        more = len(differences) - _MOST_TOLD
        if more > 0:
            self.differs.add_row("", f"and {more} more")
        self.differs.setVisible(bool(differences))

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


def _dropped(event: QDropEvent) -> str | None:
    """The one file that is dragged; None for anything else."""
    urls = event.mimeData().urls()
    return urls[0].toLocalFile() or None if len(urls) == 1 and urls[0].isLocalFile() else None


def _since(proved: Proved, case: Case) -> list[Entry]:
    """What was entered since, in order; that papers were issued changes no box."""
    entries = (line.entry for line in case.log if line.entry.ordinal in proved.later)
    told = [one for one in entries if not isinstance(one.body, OF_PAPERS)]
    return sorted(told, key=lambda one: one.ordinal)


def _whole(boxes: Iterable[tuple[int, str, str]]) -> dict[str, str]:
    """The whole text of each box that says something; a caption goes with its drawing."""
    found: dict[str, list[str]] = {}
    for _page, box, text in boxes:
        words = _drawing(text) if box.startswith(_SIGNATURE) else text
        if words.strip():
            found.setdefault(box.removesuffix(_CAPTION), []).append(words)
    return {
        box: joined(*texts) if texts[0] in _DRAWINGS.values() else " ".join(texts)
        for box, texts in found.items()
    }


def _drawing(text: str) -> str:
    return _DRAWINGS.get(text.split(" ", 1)[0], text)


def _group(box: str) -> str:
    group = box.split(".", 1)[0]
    return GROUPS.get(group, group)


def _label(box: str) -> str:
    """A box as it is labelled on the paper."""
    return box_words(box, box_label)
