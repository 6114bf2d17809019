"""The blank sheets of paper days: intake, round sheet, call log, receipt, each with its number.

They say nothing of any child; every box is room for ink but the number and how to use the sheet.
"""

from collections.abc import Callable, Mapping

from minors_desk.domain.downtime import DOWNTIME, SheetKind
from minors_desk.papers.layout import lay_out
from minors_desk.papers.sheet import (
    Box,
    Column,
    Form,
    Head,
    Layout,
    Row,
    Section,
    Table,
    for_ink,
)
from minors_desk.wording.codes import choices

TEMPLATE = 1
TITLES: Mapping[SheetKind, tuple[str, str]] = {
    "intake": ("Downtime sheet: intake", "Panne : fiche d'accueil"),
    "rounds": ("Downtime sheet: rounds", "Panne : feuille de rondes"),
    "calls": ("Downtime sheet: calls", "Panne : registre des appels"),
    "receipt": ("Downtime sheet: receipt", "Panne : reçu"),
}
BY_HAND = "by hand: ______________________________________"
CASE_BY_HAND = "________________"
_USE = (
    "For one child, while the system is down. Write each line when it happens: date, 24-hour time, "
    "who saw it. When the system is back this sheet is entered line by line, with these times, and "
    "its scan is kept. A spoiled sheet is not thrown away: it is struck under its number."
)
_WROTE = "Who kept this sheet, by hand"


def compose(kind: SheetKind, number: str, head: Head) -> Form:
    """Compose the blank sheet of that number; its head has no case yet."""
    title, title_fr = TITLES[kind]
    first = Row((_given("sheet.number", "Number of this sheet", number), _ink("sheet.child")))
    return Form(
        paper=DOWNTIME,
        template_version=TEMPLATE,
        title=title,
        head=head,
        sections=(Section("This sheet", (first,), note=_USE), *_BODIES[kind]()),
        prepared_by=BY_HAND,
        title_fr=title_fr,
    )


def laid_out(kind: SheetKind, number: str, head: Head) -> Layout:
    """The sheet on its one page."""
    return lay_out(compose(kind, number, head))


def bound(layouts: tuple[Layout, ...]) -> Layout:
    """All sheets of a reservation as one layout, over which its digest is."""
    return Layout(tuple(page for layout in layouts for page in layout.pages))


_LABELS = {
    "sheet.child": "Child, or what it is called for now",
    "child.name": "Name as said",
    "child.script": "Name in its own script",
    "child.age": "Age as it looks, from / to",
    "child.sex": "Girl, boy, not clear",
    "child.born": "Date of birth, as told by",
    "child.language": "Language, and how well",
    "child.interpreter": "Interpreter, name and number",
    "met.at": "Met on (date, time)",
    "met.place": "Where",
    "met.how": "How the child was found",
    "custody.at": "Our custody began (date, time)",
    "custody.from": "By contact, arrival, transfer or return",
    "custody.place": "Place, room",
    "custody.watched": "Watched by (name, badge)",
    "custody.secure": "Locked in? Why, from / to",
    "custody.authority": "On what authority",
    "health.urgent": "Hurt, ill, in danger now? What was done, at what time",
    "health.medicine": "Medicine, allergies",
    "rights.told": "Told why it is held, and its rights (time, language, how understood)",
    "family.told": "Whom the child asks for (name, number)",
    "to.name": "Receiver: name",
    "to.agency": "Agency, badge or relation",
    "to.document": "Proved by (document, badge, call back)",
    "to.number": "Number to call",
    "to.authority": "On what authority the child is given over",
    "to.at": "Given over on (date, time)",
    "to.place": "Where",
    "to.needs": "Health, medicine, what the child needs tonight",
}
_COLUMNS: Mapping[str, tuple[tuple[str, str, int], ...]] = {
    "things": (("no", "No.", 2), ("what", "What", 14), ("where", "Kept where, seal", 10)),
    "rounds": (
        ("time", "Date, time", 6),
        ("condition", "Condition", 6),
        ("offered", "Offered, taken or refused", 11),
        ("note", "What was seen", 12),
        ("by", "By whom (name, badge)", 9),
    ),
    "calls": (
        ("time", "Date, time", 6),
        ("whom", "Whom, what for", 10),
        ("number", "Number called", 8),
        ("outcome", "What it came to", 7),
        ("said", "Spoke with, said, promised, reference", 13),
        ("by", "By whom (name, badge)", 8),
    ),
}
LABELS = {
    "sheet.number": "Number of this sheet",
    **_LABELS,
    **{
        f"{table}.*.{name}": label
        for table, columns in _COLUMNS.items()
        for name, label, _weight in columns
    },
}
"""How each box is called on the page, by its name with `*` for the line."""


def _given(name: str, label: str, text: str) -> Box:
    return Box(name, label, text, strong=True)


def _ink(name: str) -> Box:
    return Box(name, _LABELS[name], "", "to_be_written")


def _row(*names: str, lines: int = 1) -> Row:
    return Row(tuple(_ink(name) for name in names), lines=lines)


def _table(name: str, lines: int) -> Table:
    columns = _COLUMNS[name]
    return Table(
        name,
        tuple(Column(label, weight) for _box, label, weight in columns),
        tuple(
            tuple(
                Box(f"{name}.{number}.{box}", label, "", "to_be_written")
                for box, label, _weight in columns
            )
            for number in range(1, lines + 1)
        ),
    )


def _signed(*lines: tuple[str, str]) -> Section:
    return Section("By hand", (Row(tuple(for_ink(name, label) for name, label in lines)),))


def _intake() -> tuple[Section, ...]:
    return (
        Section(
            "Child",
            (
                _row("child.name", "child.script"),
                _row("child.age", "child.sex", "child.born"),
                _row("child.language", "child.interpreter"),
            ),
        ),
        Section("Met", (_row("met.at", "met.place"), _row("met.how"))),
        Section(
            "Custody",
            (
                _row("custody.at", "custody.from"),
                _row("custody.place", "custody.watched"),
                _row("custody.secure", "custody.authority"),
            ),
        ),
        Section(
            "Health, rights, family",
            (
                _row("health.urgent"),
                _row("health.medicine", "family.told"),
                _row("rights.told"),
            ),
        ),
        _signed(("signature.keeper", _WROTE)),
    )


def _rounds() -> tuple[Section, ...]:
    states = ", ".join(words.lower() for _code, words in choices("condition"))
    note = f"Condition: {states}. In person, not by camera: a look that was not made has no line."
    return (Section("Rounds", (_table("rounds", 14),), note=note),)


def _calls() -> tuple[Section, ...]:
    outcomes = ", ".join(words.lower() for _code, words in choices("contact_outcome"))
    note = f"Every try has a line of its own. What it came to: {outcomes}."
    return (Section("Calls", (_table("calls", 14),), note=note),)


def _receipt() -> tuple[Section, ...]:
    return (
        Section(
            "Given over to",
            (
                _row("to.name", "to.agency"),
                _row("to.document", "to.number"),
                _row("to.at", "to.place"),
                _row("to.authority"),
                _row("to.needs"),
            ),
        ),
        Section("Belongings given over", (_table("things", 6),)),
        _signed(
            ("signature.officer", "Officer who gives over, by hand"),
            ("signature.receiver", "Receiver, by hand"),
        ),
    )


_BODIES: Mapping[SheetKind, Callable[[], tuple[Section, ...]]] = {
    "intake": _intake,
    "rounds": _rounds,
    "calls": _calls,
    "receipt": _receipt,
}
