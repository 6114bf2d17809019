"""The morning: another supervisor is let in, reads what was done, returns a case, approves one."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt

from minors_desk.domain.board import Card
from minors_desk.ui.dialogs.person_dialogs import AddPersonDialog
from minors_desk.ui.dialogs.review_dialogs import ApproveDialog, ReturnDialog
from minors_desk.ui.tour.first_night import LOGIN, PASSPHRASE
from minors_desk.ui.tour.handing_over import HandingOver
from minors_desk.ui.tour.hands import CONTROL, TourStopped
from minors_desk.ui.tour.walk import Walk, question
from minors_desk.ui.views.handoffs_view import HandoffsView
from minors_desk.ui.views.page import Page
from minors_desk.ui.views.people_view import PeopleView
from minors_desk.ui.views.print_view import PrintView
from minors_desk.ui.views.review_view import ReviewView

REVIEWER = "cole"
GIVEN, CHOSEN = "four quiet paper boats", "nine grey herons wading"
_NIGHT = 5 * 60
_NO_BABY = 36
Key = Qt.Key
P = TypeVar("P", bound=Page)


class LettingIn(Walk):
    """Before the night ends, the first supervisor lets another one in."""

    def go(self) -> None:
        """Do all of it."""
        hands = self.hands
        with hands.action("Somebody let in"):
            self.place(Key.Key_8, PeopleView)
            hands.press(Key.Key_A)
            self.asked(AddPersonDialog)
            ask = question(AddPersonDialog)
            for field, text in (
                (ask.name, "M. Cole"),
                (ask.badge, "101"),
                (ask.login, REVIEWER),
                (ask.passphrase, GIVEN),
            ):
                self.fill(field, text)
            hands.click(ask.roles.button("supervisor"))
        self.pictures.take("person-let-in")
        with hands.action("Somebody let in, saved"):
            hands.press(Key.Key_Return, CONTROL)
            self.saved()
        self.pictures.take("people")
        hands.press(Key.Key_1)
        self.quiet()

    def place(self, key: Qt.Key, kind: type[P]) -> P:
        """Go to a place of the rail by its key, and wait until its page is read."""
        self.hands.press(key)
        page = self.session.pages.currentWidget()
        if not isinstance(page, kind):
            raise TourStopped("The key led to another page", "Report it with the log.")
        self.quiet()
        return page


class SigningIn(Walk):
    """Somebody comes to a locked desk."""

    def go(self, login: str, passphrase: str) -> None:
        """Acknowledge the notice and sign in."""
        hands = self.hands
        hands.press(Key.Key_Return)
        hands.type(login)
        hands.press(Key.Key_Tab)
        hands.type(passphrase)
        hands.press(Key.Key_Return)
        hands.until(
            "the desk",
            lambda: self.window.session is not None or self.window.new_passphrase is not None,
        )
        self.quiet()


class SecondHandoff(HandingOver):
    """The brother goes too; nobody prints the receipt, which the morning finds."""

    def go(self, folder: Path) -> Path:
        """Proposed, checked, signed; answers the folder, as nothing was saved in it."""
        with self.hands.action("Case of the brother opened"):
            self.open_child(_is_the_brother)
        self._propose()
        self._check()
        self._sign()
        self.hands.press(Key.Key_Escape)
        self.saved()
        return folder


def _is_the_brother(card: Card) -> bool:
    """The sibling who is still here and no baby."""
    return card.state == "in_custody" and card.siblings > 0 and (card.age_low or 0) >= _NO_BABY


class Evening(LettingIn):
    """The first supervisor again: the brother is handed over, and somebody let in."""

    def go(self) -> None:
        """Without pictures of what was pictured before."""
        with self.hands.action("Signed in again"):
            SigningIn(self.window, self.hands, self.pictures, self.clock).go(LOGIN, PASSPHRASE)
        unseen = self.pictures.unseen()
        SecondHandoff(self.window, self.hands, unseen, self.clock).go(Path())
        super().go()


class Morning(LettingIn):
    """The other supervisor's morning: an own passphrase, one case returned, one approved."""

    def go(self) -> None:
        """Do all of it."""
        self.clock.forward(_NIGHT)
        self._come()
        self._take_over()
        self._return()
        self._approve()
        with self.hands.action("Handoff log"):
            self.place(Key.Key_7, HandoffsView)
        self.pictures.take("handoff-log")

    def _come(self) -> None:
        """Sign in with the passphrase that was given, and change it."""
        hands = self.hands
        with hands.action("First sign-in: own passphrase"):
            SigningIn(self.window, hands, self.pictures, self.clock).go(REVIEWER, GIVEN)
            view = self.window.new_passphrase
            if view is None:
                raise TourStopped("No passphrase was asked for", "Report it with the log.")
            for field, text in zip(view.fields.all(), (GIVEN, CHOSEN, CHOSEN), strict=True):
                self.fill(field, text)
        self.pictures.take("own-passphrase")
        with hands.action("First sign-in: kept"):
            hands.press(Key.Key_Return)
            hands.until("the desk", lambda: self.window.session is not None)
            self.quiet()

    def _take_over(self) -> None:
        """Read the brief of the shift that ended, as a preview; nothing is issued."""
        hands = self.hands
        with hands.action("Brief of the shift"):
            hands.press(Key.Key_B, CONTROL)
            self.asked(PrintView)
            view = question(PrintView)
            hands.until("the brief", view.panel.save_button.isEnabled)
            self.quiet()
        self.pictures.take("shift-brief")
        hands.press(Key.Key_Escape)
        self.quiet()

    def _return(self) -> None:
        hands = self.hands
        with hands.action("Review read"):
            self._read()
        self.pictures.take("review")
        with hands.action("Case returned"):
            hands.press(Key.Key_R)
            self.asked(ReturnDialog)
            ask = question(ReturnDialog)
            self.fill(ask.words, "Say who was called before DCFS")
            self.fill(ask.due, "14:00")
        self.pictures.take("case-returned")
        with hands.action("Case returned, saved"):
            hands.press(Key.Key_Return, CONTROL)
            self.saved()

    def _approve(self) -> None:
        hands = self.hands
        with hands.action("Case approved"):
            self._read()
            hands.press(Key.Key_A)
            self.asked(ApproveDialog)
            hands.type("Read to the end.")
        self.pictures.take("case-approved")
        with hands.action("Case approved, saved"):
            hands.press(Key.Key_Return, CONTROL)
            self.saved()
        self.pictures.take("review-done")

    def _read(self) -> ReviewView:
        page = self.place(Key.Key_6, ReviewView)
        self.hands.until("the sheet", lambda: page.sheet() is not None)
        self.quiet()
        return page
