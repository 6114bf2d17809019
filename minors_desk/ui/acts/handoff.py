"""Handing over and printing: more than one form each, so the desk's actions do them by name."""

from minors_desk.ui.acts.act import ALWAYS, IN_CUSTODY, Act

ACTS = (
    Act(name="hand_over", key="H", words="hand over", meaning="hand over", when=IN_CUSTODY),
    Act(name="print_receipt", key="P", words="print", meaning="print a paper", when=ALWAYS),
)
