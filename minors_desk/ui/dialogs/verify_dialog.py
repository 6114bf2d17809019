"""Asks for the seal code of a paper and says whether paper and record agree."""

from PySide6.QtWidgets import QWidget

from minors_desk.domain.case import Case
from minors_desk.domain.entries import Entry
from minors_desk.domain.printed import PaperIssued, PaperPrinted, PrintFailed
from minors_desk.services.printing import Proved
from minors_desk.ui.kit.dialog import Ask
from minors_desk.ui.kit.field import LineField, first_wrong
from minors_desk.ui.kit.notice import Notice
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.tokens import Tone
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
    "head": "Head",
    "foot": "Foot",
    "child": "Child",
    "from": "From",
    "to": "To",
    "transfer": "Transfer",
}


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
        self.told.hide()
        for widget in (self.code, self.verdict, self.told):
            self.add(widget)
        self.code.setFocus()

    def answer(self) -> str | None:
        """The code as typed, or None when there is none."""
        empty = "Type the seal code." if self.code.is_empty() else None
        if first_wrong([(self.code, lambda: empty)]) is not None:
            return None
        self.verdict.say_nothing()
        self.told.hide()
        return self.code.text()

    def show_proof(self, found: tuple[Proved, Case | None]) -> None:
        """Say one of the four answers, and what it rests on."""
        proved, case = found
        self.set_busy(False)
        tone, title, hint = SAYS[proved.verdict]
        self.verdict.show_words(tone, title, REASONS.get(proved.reason, hint))
        self.told.clear_rows()
        if proved.issued_at is not None:
            self._tell(proved, case)
        self.told.setVisible(proved.issued_at is not None)
        self._fit()
        self.code.setFocus()

    def _tell(self, proved: Proved, case: Case | None) -> None:
        if proved.issued_at is None:
            return
        version = f"version {proved.version}, copy {proved.copy}"
        self.told.add_row("Number", joined(proved.number, version))
        issued = day_and_time(proved.issued_at, self._zone)
        self.told.add_row("Issued", joined(issued, proved.issued_by))
        if proved.changed:
            self.told.add_row("Reads otherwise", "; ".join(_box(one) for one in proved.changed))
        if case is not None:
            self.told.add_row("Entered since", "\n".join(map(self._line, _since(proved, case))))
        if proved.verdict == "agrees":
            for _page, box, text in proved.boxes:
                if text.strip():
                    self.told.add_row(_box(box), text)

    def _line(self, entry: Entry) -> str:
        return joined(day_and_time(entry.recorded_at, self._zone), heading(entry))


def _since(proved: Proved, case: Case) -> list[Entry]:
    """What was entered since, in order; that papers were issued changes no box."""
    entries = (line.entry for line in case.log if line.entry.ordinal in proved.later)
    told = [one for one in entries if not isinstance(one.body, _OF_PAPERS)]
    return sorted(told, key=lambda one: one.ordinal)


def _box(name: str) -> str:
    """A box's name in words: `child.own_script` is *Child: own script*."""
    group, _, rest = name.partition(".")
    words = rest.replace("_", " ")
    return f"{GROUPS.get(group, group)}: {words}" if rest else group.replace("_", " ")
