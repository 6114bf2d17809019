"""Checks what the question for a paper was given, and gives the answer and the pages back to it."""

from pathlib import Path

from minors_desk.domain.case import Case
from minors_desk.services import cases, proving
from minors_desk.services.desk import Desk
from minors_desk.services.proving import Given, Proof
from minors_desk.ui.dialogs.verify_dialog import VerifyDialog
from minors_desk.ui.tasks import Tasks

Found = tuple[Given, Proof, Case | None]


def answer(dialog: VerifyDialog, desk: Desk, tasks: Tasks) -> None:
    """Answer each time that the dialog asks; a file's pages follow its answer."""

    def told(found: Found) -> None:
        given, proof, case = found
        tasks.in_turns(dialog, dialog.show_proof((proof, case)))
        if proof.by != "code":
            tasks.aside(
                dialog,
                lambda: proving.side_by_side(given, proof),
                dialog.show_pages,
                dialog.fail,
            )

    dialog.answered.connect(
        lambda asked: tasks.on_record(dialog, lambda: _found(desk, asked), told, dialog.fail)
    )


def _found(desk: Desk, asked: str | Path) -> Found:
    """The answer, with the case for what was entered since; runs on the record lane."""
    given = Given(code=asked) if isinstance(asked, str) else proving.read_file(asked)
    proof = proving.prove(desk, given)
    proved = proof.proved
    if proved.case_id is None or not proved.later:
        return given, proof, None
    return given, proof, cases.read(desk, proved.case_id)
