"""What a person does to a case, opened by one key from the board and from the case page alike."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage

from minors_desk.domain import roles
from minors_desk.domain.admission import Refusal
from minors_desk.domain.attachments import Attachment
from minors_desk.domain.board import Card, state_of
from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case, LogLine
from minors_desk.domain.changes import Changes
from minors_desk.domain.duties import prohibitions
from minors_desk.domain.gating import gates
from minors_desk.domain.printed import RECEIPT
from minors_desk.domain.rules import Rule
from minors_desk.errors import DeskError
from minors_desk.services import (
    attachments,
    cases,
    companions,
    handoff,
    station_rules,
)
from minors_desk.services.desk import Desk
from minors_desk.services.recording import as_refused
from minors_desk.ui import checking_papers
from minors_desk.ui.acts import belongings, catalog, facts, law
from minors_desk.ui.acts.act import Act, Asking
from minors_desk.ui.asker import Asker
from minors_desk.ui.dialogs.belongings_dialog import BelongingsDialog
from minors_desk.ui.dialogs.file_view import FileView, pictures_of
from minors_desk.ui.dialogs.form import CaseForm
from minors_desk.ui.dialogs.handoff_dialog import HandoffDialog
from minors_desk.ui.dialogs.law_dialog import Found, LawDialog
from minors_desk.ui.dialogs.palette_dialog import PaletteDialog
from minors_desk.ui.dialogs.verify_dialog import VerifyDialog
from minors_desk.ui.dialogs.withdraw_dialog import WithdrawDialog
from minors_desk.ui.forms.amend_form import AmendForm
from minors_desk.ui.forms.asked_form import AskedForm, Made
from minors_desk.ui.handing_over import HandingOver
from minors_desk.ui.views.labels_dialog import LabelsDialog
from minors_desk.ui.views.print_view import PaperWanted, PrintView, shown_in
from minors_desk.ui.views.sections.belongings import listed
from minors_desk.wording.places import is_offered


def _offered(acts: Sequence[Act], place: str) -> tuple[Act, ...]:
    """Those that make sense at a station there."""
    facts_told = ((one, one.name.removeprefix("tell_")) for one in acts)
    return tuple(one for one, fact in facts_told if is_offered("fact", fact, place))


class CaseActions(Asker):
    """Reads the case on the record lane, asks in a dialog, saves what it answers, tells the bus.

    All methods return at once; the dialog opens when the case is read, and only one at a time.
    `opened` carries it. `case_wanted` carries the id of another case to open. `failed` carries an
    exception that no dialog is there to show: the page shows it in its notice.
    """

    case_wanted = Signal(object)

    def do(self, name: str, case_id: UUID, subject: UUID | str | None = None) -> None:
        """Do to this case what the act of that name does; raises KeyError for no such act.

        ``subject`` is the entry that it is about, such as the call to be made again, or the id of
        the rule.
        """
        act = catalog.BY_NAME[name]
        if act.writes and not roles.may(self._desk.person.roles, roles.WRITE_CASES):
            self.failed.emit(as_refused(Refusal("not_your_role")))
        elif name == law.NAME:
            self.law(case_id, str(subject or ""))
        elif act.ask is None:
            getattr(self, name)(case_id)
        else:
            self._fill(case_id, act, subject)

    def choose(self, case_id: UUID) -> None:
        """Ctrl+K: all that can be done to this child now, found by typing."""
        place, zone = self.at_desk.jurisdiction, self._desk.zone

        def show(case: Case) -> None:
            palette = PaletteDialog(case, _offered(catalog.ALL, place), zone, self._window())
            palette.chosen.connect(lambda name: self.do(name, case_id))
            self._show(palette)

        self._with_case(case_id, show)

    def belongings(self, case_id: UUID) -> None:
        """V: what the child had on it, and what can be done about it."""

        def show(case: Case) -> None:
            zone = self._desk.zone
            section = listed(case, zone)
            dialog = BelongingsDialog(case, belongings.PARTS, section, zone, self._window())
            dialog.chosen.connect(lambda name: self.do(name, case_id))
            self._show(dialog)

        self._with_case(case_id, show)

    def tell_fact(self, case_id: UUID) -> None:
        """F: which fact was told, found by typing; then its form."""
        place, zone = self.at_desk.jurisdiction, self._desk.zone

        def show(case: Case) -> None:
            told = _offered(facts.FACT_ACTS, place)
            palette = PaletteDialog(case, told, zone, self._window(), "What was told")
            palette.chosen.connect(lambda name: self.do(name, case_id))
            self._show(palette)

        self._with_case(case_id, show)

    def open_companion(self, case_id: UUID) -> None:
        """O: the next child of those found together, by case number, from this one on."""

        def show(case: Case, cards: tuple[Card, ...]) -> None:
            card = companions.next_after(case, cards)
            if card is None:
                raise DeskError(
                    "No other child is tied to this case", "Tie one to it with the key Q"
                )
            self.case_wanted.emit(card.case_id)

        self._with_more(case_id, companions.cards, show)

    def law(self, case_id: UUID, rule_id: str = "") -> None:
        """Shift+L: the law of the most urgent duty, or of that rule."""

        def show(case: Case, found: Found) -> None:
            if not found:
                raise DeskError(
                    "Nothing is owed for this child now", "All rules stand in the place Rules"
                )
            self._show(LawDialog(case, found, self._desk.zone, rule_id, self._window()))

        self._with_more(case_id, station_rules.behind, show)

    def look_at(self, file: Attachment) -> None:
        """Show a photograph or scan, read into memory only."""
        if self._reading or self.current() is not None:
            return
        self._reading = True
        desk = self._desk

        def done(pictures: list[QImage]) -> None:
            self._reading = False
            self._show(FileView(file, pictures, self._window()))

        def failed(error: Exception) -> None:
            self._reading = False
            self.failed.emit(error)

        def work() -> list[QImage]:
            return pictures_of(attachments.read(desk, file), file.media_type)

        self._tasks.on_record(self, work, done, failed)

    def hand_over(self, case_id: UUID) -> None:
        """H: hand the child over to a receiver."""

        def show(case: Case, ready: handoff.Ready) -> None:
            catalog.BY_NAME["hand_over"].refuse(case)
            dialog = HandoffDialog(case, ready, self.at_desk, self._desk.zone, self._window())
            keeper = self._keep(dialog, case_id)
            lanes = (self._desk, self._tasks, self._bus)
            steps = HandingOver(dialog, keeper, lanes, self.failed.emit)
            steps.receipt_wanted.connect(partial(self.print_receipt_of, case_id))
            steps.stop_wanted.connect(lambda: self.do("not_handed_over", case_id))
            back = partial(self.hand_over, case_id)
            steps.act_wanted.connect(lambda act: self._mend(act, case_id, back))
            steps.paper_wanted.connect(
                lambda paper: self.print_paper(case_id, (paper.name, paper.subject))
            )
            self._show(dialog)

        self._with_more(case_id, handoff.readiness, show)

    def _mend(self, act: str, case_id: UUID, then: Callable[[], None]) -> None:
        """Do what a handoff or a paper still wants, and come back when that is done or left."""
        self.do(act, case_id)
        if self._reading:
            self._after = then

    def withdraw(self, case_id: UUID, entry_id: UUID) -> None:
        """Del on a line of the log: the entry counts no longer, and why."""

        def show(case: Case) -> None:
            line = _counting(case, entry_id)
            dialog = WithdrawDialog(line, self.at_desk, self._desk.zone, self._window())
            self._keep(dialog, case_id)
            dialog.answered.connect(lambda body: self._add(dialog, case_id, body))
            self._show(dialog)

        self._with_case(case_id, show)

    def amend(self, case_id: UUID, entry_id: UUID) -> None:
        """A on a line of the log: the entry as it should have been, and why; both stay readable."""

        def show(case: Case, forbidding: tuple[Rule, ...]) -> None:
            line = _counting(case, entry_id)
            body = line.counts
            spec = None if body is None else catalog.amended_by(case, body)
            if spec is None or body is None:
                raise DeskError(
                    "This kind of entry is not amended", "Withdraw it, and log what is right"
                )
            told = (entry_id, body)
            dialog = AmendForm(
                spec, case, told, self.at_desk, self._window(), forbidding=forbidding
            )
            self._keep(dialog, case_id)
            dialog.answered.connect(lambda body: self._add(dialog, case_id, body))
            self._show(dialog)

        self._with_more(case_id, _forbidding, show)

    def print_receipt(self, case_id: UUID) -> None:
        """P: preview, issue and print a paper of the case.

        Of a child that was handed over the receipt of that handoff is shown, else the likeliest
        paper; all others stand beside it.
        """
        self.print_paper(case_id, None)

    def print_paper(self, case_id: UUID | None, wanted: PaperWanted | None) -> None:
        """Preview, issue and print that paper; all others of the case stand beside it.

        With no case it is one of the station, such as the brief of the shift.
        """

        def show(case: Case | None) -> None:
            first, accepted = wanted, None if case is None else case.accepted_handoff
            over = case is not None and state_of(case) == "handed_over"
            if first is None and accepted is not None and over:
                first = (RECEIPT, accepted.number)
            lanes = (self._desk, self._tasks, self._bus)
            view = PrintView(lanes, case, first, self._window())
            if case_id is not None:
                view.act_wanted.connect(
                    lambda act: self._mend(
                        act, case_id, partial(self.print_paper, case_id, shown_in(view))
                    )
                )
            self._show(view)

        if case_id is not None:
            self._with_case(case_id, show)
        elif not self._reading and self.current() is None:
            show(None)

    def print_receipt_of(self, case_id: UUID, number: int) -> None:
        """The receipt of that attempt to hand over."""
        self.print_paper(case_id, (RECEIPT, number))

    def print_labels(self, case_id: UUID) -> None:
        """Labels for the wristband or the bags; only a code stands on them unless chosen."""

        def show(case: Case) -> None:
            lanes = (self._desk, self._tasks, self._bus)
            self._show(LabelsDialog(lanes, case, self._window()))

        self._with_case(case_id, show)

    def verify_paper(self) -> None:
        """Type a seal code or give a file; see whether paper and record agree."""
        if self._reading or self.current() is not None:
            return
        dialog = VerifyDialog(self._desk.zone, self._window())
        checking_papers.answer(dialog, self._desk, self._tasks)
        self._show(dialog)

    def _fill(self, case_id: UUID, act: Act, subject: UUID | str | None) -> None:
        """Open the form of an act; what it answers is added, and its draft goes with it."""

        parent = self._window()

        def look(desk: Desk, case: Case) -> Asking:
            return Asking(
                desk=desk,
                case=case,
                at_desk=self.at_desk,
                forbidding=_forbidding(desk, case),
                parent=parent,
                others=_others(act)(desk, case),
                subject=subject,
                known=None if act.look is None else act.look(desk, case),
            )

        def opened(asking: Asking) -> None:
            assert act.ask is not None  # noqa: S101 - the caller asked
            dialog = act.ask(asking)
            self._keep(dialog, case_id)
            all_ids = (case_id, *(one.case_id for one in asking.others))
            dialog.answered.connect(
                lambda told: self._save(dialog, self._saving(act, dialog, all_ids, told))
            )
            self._show(dialog)

        def show(case: Case, asking: Asking) -> None:
            act.refuse(case)
            if act.ahead:
                self._reading = True
                self._tasks.in_turns(self, self._made_ahead(act, asking, opened))
            else:
                opened(asking)

        self._with_more(case_id, look, show)

    def _made_ahead(
        self, act: Act, asking: Asking, opened: Callable[[Asking], None]
    ) -> Iterator[None]:
        """Make the fields of a long form one from `yield` to `yield`, and then the form of them."""
        made = {}
        for ask in act.ahead:
            made[ask.name] = ask.field(asking.at_desk)
            yield
        self._reading = False
        opened(replace(asking, made=made))

    def _saving(
        self, act: Act, dialog: CaseForm, case_ids: Sequence[UUID], told: Made
    ) -> Callable[[], Changes]:
        """What saves an answer: in the child's case, or in those of its companions too."""
        desk, form = self._desk, dialog.form
        if isinstance(dialog, AskedForm) and dialog.is_for_companions() and isinstance(told, Body):
            return lambda: cases.add_each(desk, case_ids, told, form=form)
        return lambda: act.save(desk, case_ids[0], told, form=form)

    def _add(self, dialog: CaseForm | WithdrawDialog, case_id: UUID, body: Body) -> None:
        """Save a correction: it stands in the case whose entry it corrects."""
        desk, form = self._desk, dialog.form
        self._save(dialog, lambda: cases.add(desk, case_id, body, form=form))


def _forbidding(desk: Desk, case: Case) -> tuple[Rule, ...]:
    """The rules against locking this child up, and the shut gates before it is questioned."""
    now, zone = desk.clock(), desk.zone
    shut = [
        one.rule for one in gates(case, desk.packs, "questioning", now, zone) if not one.is_open
    ]
    return (*prohibitions(case, desk.packs, "secured", now, zone), *shut)


def _others(act: Act) -> Callable[[Desk, Case], tuple[Card, ...]]:
    """Finds the other children whom the form of an act is about too."""
    if act.needs_others:
        return companions.possible
    if any(spec.for_companions for spec in act.amends):
        return companions.alongside
    return lambda _desk, _case: ()


def _counting(case: Case, entry_id: UUID) -> LogLine:
    line = next((one for one in case.log if one.entry.id == entry_id), None)
    if line is None or line.counts is None:
        raise DeskError("This entry counts no longer", "Choose one that still counts")
    return line
