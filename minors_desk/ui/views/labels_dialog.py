"""Prints labels for a child's wristband or its bags: which, in which format, with a name or not."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from minors_desk.domain.belongings import bags
from minors_desk.domain.case import Case
from minors_desk.domain.labels import LABEL_KINDS
from minors_desk.domain.printed import Outlet
from minors_desk.services import labels
from minors_desk.services.desk import Desk
from minors_desk.services.labels import MadeLabels, Wanted
from minors_desk.ui.bus import Bus
from minors_desk.ui.kit.choice import Choice, ChoiceField
from minors_desk.ui.tasks import Tasks
from minors_desk.ui.views.way_out import OutDialog, OutWords, Printers
from minors_desk.wording.codes import word

_WORDS = OutWords(
    heading="Labels",
    intro=(
        "The code on a label says which case or bag it is of, and nothing of the child. Scanned or "
        "typed into Find it opens the case."
    ),
    what="the labels",
    prints="Print labels",
    saves="Save labels as PDF",
    done={
        "printer": ("The labels were printed", "Each code stands in the log of the case"),
        "file": ("The labels were saved", "Each code stands in the log of the case"),
    },
)
_USUAL = {"wristband": "25x279", "bags": "62x29"}
_NO, _YES = "no", "yes"


class LabelsDialog(OutDialog):
    """Makes the labels, which is an entry, then prints or saves them."""

    def __init__(
        self,
        lanes: tuple[Desk, Tasks, Bus],
        case: Case,
        parent: QWidget | None = None,
        printers: Printers = Printers(),  # noqa: B008 - it is frozen
    ) -> None:
        self._desk, tasks, self._bus = lanes
        super().__init__(_WORDS, tasks, printers, parent)
        self._case = case
        count = len(bags(case))
        told = {"bags": f"{word('label_kind', 'bags')}: {count}"}
        self.what = ChoiceField(
            "Label for",
            [Choice(one, told.get(one, word("label_kind", one))) for one in LABEL_KINDS],
        )
        self.format = ChoiceField(
            "Format", [Choice(name, title) for name, title in labels.formats().items()]
        )
        self.with_name = ChoiceField(
            "The child's name on it", [Choice(_NO, "No name"), Choice(_YES, "With the name")]
        )
        for field in (self.what, self.format, self.with_name):
            self.add(field)
        self.add_way_out()
        self.what.changed.connect(self._usual)
        self.what.set_value("bags" if count else "wristband")
        self.with_name.set_value(_NO)

    def _wanted(self) -> Wanted:
        what = next(one for one in LABEL_KINDS if one == self.what.value())
        with_name = self.with_name.value() == _YES
        return Wanted(what=what, format=self.format.value() or "", with_name=with_name)

    def _usual(self) -> None:
        """Another kind of label comes in its usual format."""
        self.format.set_value(_USUAL[self.what.value() or "bags"])

    def _file_name(self) -> str:
        return f"labels-{self._case.number}.pdf"

    def _make(self, then: Callable[[MadeLabels], None]) -> None:
        wanted, case_id = self._wanted(), self._case.id

        def done(made: MadeLabels) -> None:
            self._bus.publish(made.changes)
            then(made)

        self._tasks.on_record(
            self, lambda: labels.make_labels(self._desk, case_id, wanted), done, self.fail
        )

    def _came_out(self, made: MadeLabels, outlet: Outlet) -> None:
        self.say_done(outlet)

    def _came_to_nothing(self, made: MadeLabels, error: Exception) -> None:
        self.fail(error)
