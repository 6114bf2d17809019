"""Where one can go: each place of the rail, its key, who may, and how its page is made.

A page is made when it is first gone to. A place without a page asks a question over the page
that stands.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from minors_desk.domain import roles
from minors_desk.ui.kit.keys import KeyHint
from minors_desk.ui.kit.rail import Place

if TYPE_CHECKING:
    from minors_desk.ui.session import Session
    from minors_desk.ui.views.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """A place with the right (of `domain.roles`) that shows it, and its page or its question."""

    place: Place
    needs: str
    page: "Callable[[Session], QWidget] | None" = None
    question: "Callable[[Session], None] | None" = None


def _board(session: "Session") -> QWidget:
    return session.board


def _check_paper(session: "Session") -> None:
    session.case_actions.verify_paper()


def _directory(session: "Session") -> "Page":
    from minors_desk.ui.views.directory_view import DirectoryView

    view = DirectoryView(session.lanes)
    view.left.connect(session.go_home)
    return view


def _find(session: "Session") -> "Page":
    from minors_desk.ui.views.find_view import FindView

    view = FindView(session.lanes)
    view.case_chosen.connect(session.open_case)
    view.left.connect(session.go_home)
    return view


def _rules(session: "Session") -> "Page":
    from minors_desk.ui.views.rules_view import RulesView

    view = RulesView(session.lanes)
    view.left.connect(session.go_home)
    return view


def _review(session: "Session") -> "Page":
    from minors_desk.ui.views.review_view import ReviewView

    view = ReviewView(session.lanes, session.now)
    view.case_chosen.connect(session.open_case)
    return view


def _handoffs(session: "Session") -> "Page":
    from minors_desk.ui.views.handoffs_view import HandoffsView

    view = HandoffsView(session.lanes)
    view.case_chosen.connect(session.open_case)
    view.receipt_wanted.connect(session.case_actions.print_receipt_of)
    return view


def _people(session: "Session") -> "Page":
    from minors_desk.ui.views.people_view import PeopleView

    return PeopleView(session.lanes)


def _record(session: "Session") -> "Page":
    from minors_desk.ui.views.record_view import RecordView

    return RecordView(session.lanes)


def _forms(session: "Session") -> "Page":
    from minors_desk.ui.views.forms_view import FormsView

    view = FormsView(session.lanes)
    view.left.connect(session.go_home)
    return view


PLACES = (
    Destination(place=Place("board", "Board", "board", "1"), needs=roles.READ_CASES, page=_board),
    Destination(
        place=Place("verify", "Check paper", "check", "2"),
        needs=roles.READ_CASES,
        question=_check_paper,
    ),
    Destination(
        place=Place("directory", "Directory", "phone", "3"),
        needs=roles.READ_CASES,
        page=_directory,
    ),
    Destination(place=Place("find", "Find", "search", "4"), needs=roles.READ_CASES, page=_find),
    Destination(place=Place("rules", "Rules", "law", "5"), needs=roles.READ_CASES, page=_rules),
    Destination(place=Place("review", "Review", "eye", "6"), needs=roles.SEE_REVIEWS, page=_review),
    Destination(
        place=Place("handoffs", "Handoffs", "handoff", "7"),
        needs=roles.SEE_REVIEWS,
        page=_handoffs,
    ),
    Destination(
        place=Place("people", "People", "person", "8"), needs=roles.SEE_PEOPLE, page=_people
    ),
    Destination(
        place=Place("record", "Record", "record", "9"), needs=roles.KEEP_RECORD, page=_record
    ),
    Destination(place=Place("forms", "Forms", "print", "0"), needs=roles.ADOPT_FORMS, page=_forms),
)
"""In the order of the rail."""


def places_of(person_roles: frozenset[str]) -> tuple[Destination, ...]:
    """The places that somebody in these roles may go to; the first is home."""
    return tuple(one for one in PLACES if roles.may(person_roles, one.needs))


def hints() -> tuple[KeyHint, ...]:
    """The keys of the places, for the list under F1."""
    return tuple(KeyHint(one.place.key, one.place.words.lower()) for one in PLACES)
