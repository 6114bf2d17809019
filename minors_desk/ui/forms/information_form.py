"""The form of a request for information: what is held for counsel, the law, what was given."""

from minors_desk.domain.consulate import ABROAD
from minors_desk.ui.acts.act import Asking
from minors_desk.ui.dialogs.form import PAIRED
from minors_desk.ui.forms.asked_form import FormSpec
from minors_desk.ui.forms.asks import answer_of
from minors_desk.ui.forms.law_form import LawForm, LawSpec
from minors_desk.ui.kit.notice import Notice
from minors_desk.ui.kit.several import SeveralField
from minors_desk.ui.kit.tokens import GRID, Tone
from minors_desk.wording.consular import abroad_words

WIDE = PAIRED + 8 * GRID


class InformationForm(LawForm):
    """What was asked is offered as what was given, once the answer gives it."""

    least_width = WIDE

    def __init__(self, spec: FormSpec, law: LawSpec, asking: Asking) -> None:
        self.held = Notice()
        super().__init__(spec, law, asking)
        self.asked["answer"].changed.connect(self._offer_all)

    def lay(self) -> None:
        """What is held back stands above what the law says."""
        super().lay()
        self.panel.body.insertWidget(0, self.held)

    def look_at_law(self) -> None:
        """Show the answer again, and say first what is held for counsel, whatever the law says."""
        held = self.case.consular.held("disclosure_abroad")
        if held and not ABROAD.isdisjoint(answer_of(self.asked["who"])):
            self.held.show_words(Tone.AMBER, *abroad_words(held), icon="warning")
        else:
            self.held.say_nothing()
        super().look_at_law()

    def _offer_all(self) -> None:
        given, about = self.asked["given"], self.asked["about"]
        assert isinstance(given, SeveralField)  # noqa: S101 - what a Several makes
        assert isinstance(about, SeveralField)  # noqa: S101
        if given.is_empty() and not given.isHidden():
            given.set_values(about.values())
