"""The keys of the window by place: what F1 lists, and the shortcuts of the desk as a whole."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from minors_desk.ui import places
from minors_desk.ui.acts import catalog
from minors_desk.ui.kit.keys import KeyGroup, KeyHint

LOCK, PALETTE, PASSPHRASE, FIND = "Ctrl+L", "Ctrl+K", "Ctrl+Shift+P", "Ctrl+F"
BRIEF = "Ctrl+B"
EVERYWHERE = (
    KeyHint("Ctrl+N", "new encounter"),
    KeyHint(FIND, "find a case by whatever is known of it"),
    KeyHint(LOCK, "lock at once; what is typed is kept"),
    *places.hints(),
    KeyHint(PASSPHRASE, "change your passphrase"),
    KeyHint("Ctrl+D", "colours: as the system, dark, light"),
    KeyHint("Ctrl++", "larger text"),
    KeyHint("Ctrl+-", "smaller text"),
    KeyHint("Ctrl+0", "text at its usual size"),
    KeyHint("F1", "this list"),
)
ON_A_CHILD = (
    KeyHint("Enter", "open the case (board)"),
    KeyHint(BRIEF, "brief of the shift, over all children (board)"),
    *catalog.meanings(),
    KeyHint(PALETTE, "all that can be done, found by typing"),
    KeyHint("A", "amend the chosen line of the log (case page)"),
    KeyHint("Del", "withdraw the chosen line of the log (case page)"),
    KeyHint("Esc", "back to the board (case page)"),
)
IN_A_QUESTION = (
    KeyHint("Ctrl+Enter", "save"),
    KeyHint("Esc", "close; what was typed comes back the next time"),
    KeyHint("N", "in a time field: now"),
    KeyHint("1 to 9", "choose what bears the digit"),
    KeyHint("O, A, R", "offered, accepted, refused (care)"),
    KeyHint("C", "also for the children found together (care)"),
    KeyHint("Alt+A", "add a line to the list (belongings, cash, injuries)"),
    KeyHint("Down", "in a new encounter: from the name to earlier records; O opens one"),
    KeyHint("PgDn, PgUp", "next step, step before (screening)"),
    KeyHint("S, E", "in a call: it starts, it ends"),
    KeyHint("T", "in a call: try again in 15 minutes"),
    KeyHint("F", "in a call and the directory: find"),
    KeyHint("Tab", "next field"),
    KeyHint("Arrows", "choose within a group"),
)
ON_A_LIST = (
    KeyHint("Enter", "open the case (find, review, handoffs)"),
    KeyHint("A", "approve (review); add somebody (people)"),
    KeyHint("R", "return with reasons (review); receipt (handoffs); roles (people)"),
    KeyHint("F", "narrow the list (handoffs)"),
    KeyHint("O", "sort by the next column (handoffs)"),
    KeyHint("P", "print (handoffs); give a new passphrase (people)"),
    KeyHint("E", "export as CSV (handoffs)"),
    KeyHint("U", "unlock (people)"),
    KeyHint("D", "disable (people)"),
    KeyHint("B", "back up now (record)"),
    KeyHint("V", "verify now (record)"),
    KeyHint("I", "make the index again (record)"),
)
GROUPS = (
    KeyGroup("Everywhere", EVERYWHERE),
    KeyGroup("On a child, on the board and the case page", ON_A_CHILD),
    KeyGroup("On the lists of supervisors", ON_A_LIST),
    KeyGroup("In a question", IN_A_QUESTION),
)


def bind(window: QWidget, keys: Mapping[str, Callable[[], object]]) -> None:
    """Let keys work wherever the focus is in this window; not while a question is open over it."""
    for key, act in keys.items():
        QShortcut(QKeySequence(key), window).activated.connect(act)


def bind_within(page: QWidget, keys: Mapping[str, Callable[[], object]]) -> None:
    """Let keys work while the focus is on this page, and not on another one of the window."""
    for key, act in keys.items():
        shortcut = QShortcut(QKeySequence(key), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
