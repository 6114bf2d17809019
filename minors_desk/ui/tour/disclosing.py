"""Immigration asks about the girl and sends a detainer: the law stands beside, both are refused."""

from PySide6.QtCore import Qt

from minors_desk.ui.tour.walk import Walk

Key = Qt.Key


class Disclosing(Walk):
    """Begins and ends on the page of the girl."""

    def go(self) -> None:
        """Do all of it."""
        self.clock.forward(2)
        self._asked()
        self._detainer()
        self._answered()

    def _asked(self) -> None:
        """U: who asks, and for what; the answer of the law stands below at once."""
        with self.hands.action("Asked for information, refused"):
            self.hands.press(Key.Key_U)
            form = self.form("Asked for information")
            self.choose(form, "who", "immigration_authority")
            for piece in ("birthplace", "immigration_status", "release_time"):
                self.pick(form, "about", piece)
            self.fill(form.asked["agency"], "ICE ERO Chicago")
        self.pictures.take("asked-for-information")
        with self.hands.action("Asked for information, saved"):
            self.choose(form, "how", "telephone")
            self.choose(form, "authority", "none")
            self.choose(form, "answer", "refused")
            self.now(form)
            self.save()

    def _detainer(self) -> None:
        with self.hands.action("A detainer came"):
            self.palette("detainer rec")
            form = self.form("Detainer received")
            for wish in ("hold", "notify_of_release"):
                self.pick(form, "asks", wish)
            self.choose(form, "form", "civil_detainer")
            self.fill(form.asked["agency"], "ICE ERO Chicago")
            self.choose(form, "how", "fax")
            self.now(form)
        self.pictures.take("detainer-received")
        with self.hands.action("A detainer came, saved"):
            self.save()
        self.pictures.take("case-detainer-waits")

    def _answered(self) -> None:
        with self.hands.action("The detainer was answered"):
            self.palette("answer a det")
            form = self.form("Answer to a detainer")
            self.choose(form, "answer", "refused")
            self.fill(form.asked["decided_by"], "Sgt. Osei")
            self.now(form)
            self.save()
