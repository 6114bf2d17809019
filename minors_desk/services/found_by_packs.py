"""Findings of single entries that no fold can tell, but only the packs that a case is judged by."""

from minors_desk.domain.case import Case
from minors_desk.domain.consular import Standing
from minors_desk.domain.disclosing_wrongs import without_rule
from minors_desk.domain.folding import Finding
from minors_desk.services import packs
from minors_desk.services.desk import Desk


def found(desk: Desk, case: Case, consular: Standing) -> tuple[Finding, ...]:
    """What a supervisor must see besides what the fold found; ``consular``: how it stands there."""
    judging = packs.judging(case, desk.station, desk.packs)
    return (*consular.wrong, *without_rule(case, judging, desk.zone))
