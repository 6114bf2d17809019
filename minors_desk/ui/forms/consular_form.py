"""A form about a child's consulate: what applies to the chosen country, and what is held."""

from collections.abc import Sequence

from minors_desk.domain.consular import STRICTEST_FIRST, Nationality, Standing
from minors_desk.ui.acts.act import Asking
from minors_desk.ui.forms.asked_form import AskedForm, FormSpec
from minors_desk.ui.forms.asks import answer_of
from minors_desk.ui.kit.notice import Notice
from minors_desk.ui.kit.tokens import GRID, Tone
from minors_desk.wording.consular import (
    cautions,
    held_words,
    laws,
    list_source,
    named,
    what_applies,
)

WIDE = 132 * GRID
"""A form with the law above its fields: wide, so that it needs no scrolling."""


class ConsularForm(AskedForm):
    """Says above the fields which law applies to the country in ``watched``, and what is held.

    With ``says`` it offers what must be said of it too, until somebody chooses otherwise.
    """

    def __init__(self, spec: FormSpec, asking: Asking, watched: str = "", says: str = "") -> None:
        standing: Standing = asking.known
        self._standing, self._watched, self._says = standing, watched, says
        self._offered_said: str | None = None
        self.law, self.hold = Notice(), Notice()
        super().__init__(spec, asking.case, asking.at_desk, asking.parent)
        self.least_width = WIDE
        for notice in (self.law, self.hold):
            self.body.insertWidget(0, notice)
        held = standing.notice_held
        if held:
            said = held_words(held, is_mandatory=standing.kind == "mandatory")
            self.hold.show_words(Tone.AMBER, *said, icon="warning")
        if watched in self.asked:
            self.asked[watched].changed.connect(self._name_the_law)
        self._name_the_law()

    def chosen(self) -> tuple[Nationality, ...]:
        """What applies to the countries that are chosen, the strictest first.

        Where none is asked for: what is mandatory, unless a hold says so already.
        """
        lines = [one for one in self._standing.lines if one.kind != "none"]
        if not self._watched:
            held = bool(self._standing.notice_held)
            lines = [one for one in lines if one.kind == "mandatory" and not held]
        elif self._watched in self.asked:
            ask = next(one for one in self.spec.asks if one.name == self._watched)
            read = ask.read(self.asked[self._watched]) or ()
            codes = (read,) if isinstance(read, str) else read
            lines = [one for one in lines if {one.code, one.told_to} & set(codes)]
        return tuple(sorted(lines, key=lambda one: STRICTEST_FIRST.index(one.kind)))

    def _name_the_law(self) -> None:
        lines = self.chosen()
        before = self.law.title()
        if lines:
            first = lines[0]
            tone = Tone.AMBER if first.kind in ("mandatory", "ask_first") else Tone.ACCENT
            title = f"{named(first)}: {what_applies(first)}"
            self.law.show_words(tone, title, self._behind(lines), icon="law")
        else:
            self.law.say_nothing()
        if self._says:
            self._offer_said(lines)
        if self.law.title() != before:
            self.fit_again()

    def _behind(self, lines: Sequence[Nationality]) -> str:
        """What applies to each other country, what is to be known, the law and its list."""
        others = [f"{named(one)}: {what_applies(one)}" for one in lines[1:]]
        known = [words for one in lines for words in cautions(one)]
        rules = dict.fromkeys(rule for one in lines for rule in one.rules[:1])
        return "\n".join((*others, *known, laws(tuple(rules)), list_source(self._standing)))

    def _offer_said(self, lines: tuple[Nationality, ...]) -> None:
        """What has to be said by that law, where nothing else was chosen."""
        field = self.asked[self._says]
        ask = next(one for one in self.spec.asks if one.name == self._says)
        said = "will_be_told" if lines and lines[0].kind == "mandatory" else "may_be_told"
        if lines and (not answer_of(field) or ask.read(field) == self._offered_said):
            self._offered_said = said
            ask.fill(field, said)
