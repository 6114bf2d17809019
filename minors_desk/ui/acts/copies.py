"""What can be done about the copies of papers: it is told what became of one that was given out."""

from dataclasses import replace
from uuid import UUID

from minors_desk.domain.printed import CopyAccounted, IssuedPaper
from minors_desk.errors import DeskError
from minors_desk.ui.acts.act import ALWAYS, Act, Asking
from minors_desk.ui.forms.asked_form import AskedForm, FormSpec
from minors_desk.ui.forms.asks import Line, Lines, Pick
from minors_desk.ui.forms.value_asks import Chosen
from minors_desk.ui.kit.choice import Choice
from minors_desk.wording.codes import word
from minors_desk.wording.copies import standing_words
from minors_desk.wording.phrases import joined

NAME = "account_copy"
_HAS_IT = ("what", frozenset({"passed_on", "returned"}))
_IS_GONE = ("what", frozenset({"destroyed", "lost"}))
ACCOUNTED = FormSpec(
    kind=CopyAccounted,
    heading="What became of a copy",
    asks=(
        Pick(
            name="what",
            label="It was",
            codes="copy_fate",
            digits=True,
            needed="Choose what became of it.",
        ),
        Line(
            name="to",
            label="To whom",
            hint="Name, and badge or agency",
            needed="Write who has it now.",
            only_if=_HAS_IT,
        ),
        Lines(
            name="reason",
            label="How, or why",
            needed="Write how or why it came to that.",
            only_if=_IS_GONE,
        ),
    ),
)


def _account(asking: Asking) -> AskedForm:
    """The form over the copies of the case that are out, the newest first."""
    copies = [one for one in reversed(asking.case.papers) if one.is_out]
    if not copies:
        raise DeskError(
            "No copy of this case is out", "Print one first; it stands under Papers then"
        )
    which = Chosen(
        name="issued",
        label="Which copy",
        choices=tuple(map(_choice, copies)),
        reads=UUID,
        needed="Choose the copy.",
    )
    only = str(copies[0].entry_id) if len(copies) == 1 else ""
    spec = replace(
        ACCOUNTED,
        asks=(which, *ACCOUNTED.asks),
        offered=lambda _case, _desk: {"issued": only},
    )
    return AskedForm(spec, asking.case, asking.at_desk, asking.parent)


def _choice(paper: IssuedPaper) -> Choice:
    which = f"version {paper.version}, copy {paper.copy}"
    words = joined(word("paper", paper.paper), paper.number, which)
    return Choice(str(paper.entry_id), words, standing_words(paper))


ACTS = (
    Act(
        name=NAME,
        words="what became of a copy",
        meaning="a printed copy was passed on, returned, destroyed or lost",
        when=ALWAYS,
        ask=_account,
    ),
)
