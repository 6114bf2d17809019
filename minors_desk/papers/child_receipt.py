"""The sheet that the child keeps: who looks after it now, whom to telephone, where its things are.

In plain words and short, for a child who reads or to be read to one. It is in English until a
translation was reviewed; another language is another template.
"""

from collections.abc import Callable
from uuid import UUID

from minors_desk.domain.belongings import NOT_FOR_THE_CHILD, Belonging
from minors_desk.domain.case import Case
from minors_desk.domain.facts import answers
from minors_desk.domain.money import totals
from minors_desk.domain.packets import CHILD_RECEIPT
from minors_desk.domain.values import LanguageValue
from minors_desk.errors import NotFound
from minors_desk.papers.boxes import Abreast, Boxes, BoxSource, changes, row_of, with_struck
from minors_desk.papers.grids import CellSource, TableSource, fields_of, labels_of
from minors_desk.papers.paper import FRAME_BOXES, Paper, PaperInput
from minors_desk.papers.receipt_annex import WholeView
from minors_desk.papers.sheet import Form, Section
from minors_desk.wording.money import money
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import day_and_time
from minors_desk.wording.values import language_name

TITLE, TITLE_FR = "For the child to keep", "À conserver par l'enfant"
REVIEWED = frozenset({"eng"})
"""Languages in which the words of this sheet were reviewed."""
_HELP = (
    "You may ask any grown-up who looks after you to telephone {station}. Show them this sheet: "
    "the case number is at the top. If you are in danger, call 911, or ask a grown-up to call. "
    "You did nothing wrong by asking for help."
)


def _name(view: WholeView) -> str:
    return view.case.names[0].value.as_said if view.case.names else ""


def _in_language(view: WholeView) -> str:
    """That the sheet is in English, and how it reaches a child of another language."""
    spoken = [
        one.value.language
        for one in answers(view.case, "language").told
        if isinstance(one.value, LanguageValue)
    ]
    if not spoken:
        return "English. The child's language is not known: have it read to the child."
    if spoken[0] in REVIEWED:
        return "English"
    return (
        f"English. There is no reviewed text in {language_name(spoken[0])}: an interpreter should "
        "read this sheet to the child."
    )


def _since(view: WholeView) -> str:
    at = view.handoff.accepted_at
    return "" if at is None else day_and_time(at, view.zone)


def _officer(view: WholeView) -> str:
    signature = view.handoff.signature("officer")
    return "" if signature is None else joined(signature.name, signature.badge)


BOXES: dict[str, BoxSource[WholeView]] = {
    "keep.name": BoxSource("Your name", "fact_told.value.as_said", _name, "unknown", True),
    "keep.language": BoxSource("Language of this sheet", "fact_told.value.language", _in_language),
    "keep.person": BoxSource(
        "The person who looks after you now",
        "handoff_proposed.receiver.person",
        lambda view: view.handoff.receiver.person,
        strong=True,
    ),
    "keep.agency": BoxSource(
        "That person comes from",
        "handoff_proposed.receiver.agency",
        lambda view: joined(view.handoff.receiver.agency, view.handoff.receiver.office),
        strong=True,
    ),
    "keep.phone": BoxSource(
        "Telephone of that person",
        "handoff_proposed.receiver.phone",
        lambda view: view.handoff.receiver.phone,
        strong=True,
    ),
    "keep.since": BoxSource("Since", "handoff_accepted.occurred_at", _since, "none_recorded"),
    "keep.place": BoxSource(
        "You met at", "handoff_proposed.place", lambda view: view.handoff.place
    ),
    "keep.station": BoxSource(
        "The police station where you were",
        "station_founded.station",
        lambda view: joined(view.station.agency, view.station.station),
    ),
    "keep.station_phone": BoxSource(
        "Telephone of the police station",
        "station_telephone_set.telephone",
        lambda view: view.given.telephone,
        strong=True,
    ),
    "keep.help": BoxSource(
        "If something is wrong",
        "station_founded.station",
        lambda view: _HELP.format(station=view.station.station),
    ),
    "keep.officer": BoxSource(
        "The officer who handed you over", "handoff_signed.name", _officer, "not_signed"
    ),
}


def _thing(_: WholeView, one: Belonging) -> str:
    if one.listed is None:
        return "Money: " + ", ".join(money(code, cents) for code, cents in totals(one.cash).items())
    count = f"{one.listed.quantity} x " if one.listed.quantity > 1 else ""
    return f"{count}{one.listed.description}"


def _bag(_: WholeView, one: Belonging) -> str:
    return f"Bag {one.bag}" if one.bag else ""


def _goes(view: WholeView, one: Belonging) -> bool:
    """Whether it is with the child or with who takes it over."""
    if one.returned is not None and view.in_time(one.returned.at):
        return one.returned.to in ("child", "receiver")
    if one.category == "kept_by_child":
        return True
    return view.handoff.state == "open" and one.category not in NOT_FOR_THE_CHILD


def _who_has(view: WholeView, one: Belonging) -> str:
    returned = one.returned
    if returned is not None and view.in_time(returned.at):
        words = {"child": "You", "receiver": "The person who looks after you now"}
        return words.get(returned.to, returned.to_name or "Somebody else")
    if one.category == "kept_by_child":
        return "You"
    if one.category in NOT_FOR_THE_CHILD:
        return "The police keep it"
    return "Goes with you" if view.handoff.state == "open" else "Still at the police station"


Wanted = Callable[[WholeView, Belonging], bool]
Things = TableSource[WholeView, Belonging]


def _table(name: str, label: str, wanted: Wanted, *, bags: bool) -> Things:
    """The things of which that is so, each with who has it."""
    what: CellSource[WholeView, Belonging] = CellSource(
        label, "property_taken.lines.description", _thing, 12, True
    )
    bag: CellSource[WholeView, Belonging] = CellSource("In", "bag_sealed.bag", _bag, 5)
    who: CellSource[WholeView, Belonging] = CellSource(
        "Who has it", "property_returned.to", _who_has, 9, True
    )
    return TableSource(
        name,
        lambda view: (
            one for one in view.case.belongings if view.in_time(one.at) and wanted(view, one)
        ),
        {"what": what, **({"bag": bag} if bags else {}), "who": who},
        lambda one: (one.at, f"{one.entry_id}.{one.line:05}"),
    )


GOES = _table("goes", "What goes with you", _goes, bags=True)
STAYS = _table(
    "stays", "What does not go with you", lambda view, one: not _goes(view, one), bags=False
)
_ROWS: tuple[tuple[str, tuple[Abreast, ...]], ...] = (
    ("You", ((("keep.name",), (), 1), (("keep.language",), (), 2))),
    (
        "Who looks after you now",
        (
            (("keep.person", "keep.agency"), (1, 1), 2),
            (("keep.phone", "keep.since", "keep.place"), (1, 1, 1), 2),
        ),
    ),
    (
        "Who looked after you before",
        (
            (("keep.station",), (), 1),
            (("keep.station_phone", "keep.officer"), (1, 1), 1),
            (("keep.help",), (), 3),
        ),
    ),
)


def compose(given: PaperInput) -> Form:
    """Compose the sheet of one handoff. Raises NotFound if the case has no such attempt."""
    view = _whole(given, given.case)
    if view is None:
        raise NotFound(
            f"This case has no handoff attempt number {given.subject}",
            "Look at the case for the attempts it has, or propose the handoff first.",
        )
    made = changes(given)
    boxes = with_struck(given, lambda case: _boxes(given, case), made)
    tables = [one.table(view, lambda case: _whole(given, case), made) for one in (GOES, STAYS)]
    return Form(
        paper=CHILD_RECEIPT,
        template_version=1,
        title=TITLE,
        head=given.head(),
        sections=(
            *(Section(title, tuple(row_of(boxes, row) for row in rows)) for title, rows in _ROWS),
            Section("Your things", tuple(tables)),
        ),
        prepared_by=given.prepared(),
        reviewed_by=given.reviewed(),
        title_fr=TITLE_FR,
    )


def _whole(given: PaperInput, case: Case) -> WholeView | None:
    handoff = case.handoff(given.subject)
    return None if handoff is None else WholeView(case, handoff, given.station, given)


def _boxes(given: PaperInput, case: Case) -> Boxes:
    view = _whole(given, case)
    return {} if view is None else {name: one.box(name, view) for name, one in BOXES.items()}


def _subjects(case: Case) -> tuple[int, ...]:
    """The attempt under way or accepted last; of what came to nothing the child has no sheet."""
    found = [one.number for one in case.handoffs if one.state in ("open", "accepted")]
    return tuple(reversed(found))


def _prepared_in(case: Case, subject: int) -> UUID | None:
    attempt = case.handoff(subject)
    return None if attempt is None else attempt.entry_id


PAPER = Paper(
    name=CHILD_RECEIPT,
    number_prefix="CH",
    title=TITLE,
    templates={1: compose},
    subjects=_subjects,
    nothing_yet=("This case has no handoff to tell the child of", "Propose a handoff first."),
    prepared_in=_prepared_in,
    boxes={**FRAME_BOXES, **fields_of(BOXES, (GOES, STAYS))},
    labels=labels_of(BOXES, (GOES, STAYS)),
    subject_word="attempt",
    goes_to=("child", "receiver", "station"),
)
