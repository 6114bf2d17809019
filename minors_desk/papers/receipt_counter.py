"""Boxes of the receipt on what was done at the counter: a private receiver's checks, the count."""

from collections.abc import Callable

from minors_desk.domain.handoff_values import ReceiverCheck
from minors_desk.papers.boxes import BoxSource
from minors_desk.papers.receipt_boxes import View
from minors_desk.wording.handoff import count_words, witness_words


def _of_check(say: Callable[[ReceiverCheck], str]) -> Callable[[View], str]:
    """What the check of the receiver says, once there is one."""
    return lambda view: "" if view.handoff.check is None else say(view.handoff.check)


def _counted(view: View) -> str:
    return "" if view.handoff.count is None else count_words(view.handoff.count)


COUNTER = {
    "to.relation": BoxSource(
        "Relation to the child, and how shown",
        "receiver_checked.relation",
        _of_check(lambda check: check.relation),
        "none_recorded",
    ),
    "to.called_back": BoxSource(
        "Who was called back, at which number",
        "receiver_checked.called_back",
        _of_check(lambda check: check.called_back),
        "none_recorded",
    ),
    "to.witness": BoxSource(
        "Who saw the check",
        "receiver_checked.witness",
        _of_check(lambda check: "" if check.witness is None else witness_words(check.witness)),
        "none_recorded",
    ),
    "transfer.counted": BoxSource(
        "Belongings counted by both", "handoff_counted.agrees", _counted, "none_recorded"
    ),
}
"""By the name that stands in the digest; since template 5."""
