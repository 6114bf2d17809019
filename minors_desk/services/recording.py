"""The one function through which every change of the record goes."""

from collections.abc import Container, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from minors_desk.domain import reviewing, roles
from minors_desk.domain.admission import Refusal, check_case, check_times
from minors_desk.domain.alter import Amended, Withdrawn
from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case
from minors_desk.domain.changes import Changes
from minors_desk.domain.closing import CaseClosed, DutyWaived
from minors_desk.domain.disclosures import FederalContactDecided
from minors_desk.domain.duties import clocks, is_open
from minors_desk.domain.entries import NewEntry, kind_of
from minors_desk.domain.official_forms import FormAdopted
from minors_desk.domain.reviewing import CaseApproved, CaseReturned
from minors_desk.domain.station import ClockJumped, PackAdopted
from minors_desk.domain.unexplained import unexplained
from minors_desk.errors import Refused
from minors_desk.services.desk import BEHIND, Desk
from minors_desk.storage.drafts import DraftKey
from minors_desk.wording import codes

Item = tuple[UUID | None, Body]
"""The case (None: the station) and what is to be said of it."""


NEEDS: Mapping[type[Body], str] = {
    DutyWaived: roles.WAIVE_DUTIES,
    PackAdopted: roles.SET_RULES,
    FormAdopted: roles.ADOPT_FORMS,
    FederalContactDecided: roles.DECIDE_FEDERAL,
    **dict.fromkeys(reviewing.KINDS, roles.REVIEW_CASES),
}
"""What a kind of entry asks of who writes it, besides the action that it is part of."""


def record(
    desk: Desk,
    action: str,
    items: Sequence[Item],
    *,
    form: str | None = None,
    ids: Sequence[UUID] = (),
) -> Changes:
    """One permission check, one domain check, one transaction, one returned ``Changes``.

    ``action`` is one of ``domain.roles``; ``form`` names the draft that these entries came from.
    ``ids`` are those of the first items, made at this desk, where another item speaks of them.
    Raises Refused, with nothing saved; what it returns of is saved and survives a power cut.
    """
    for needed in (action, *(NEEDS[type(body)] for _case, body in items if type(body) in NEEDS)):
        require(desk, needed)
    at = desk.clock()
    jump = _clock_jump(desk, at)
    beside: list[Item] = [] if desk.arrival is None else [(None, desk.arrival.entry)]
    if jump is not None:
        beside.append((None, jump))
    said = (*beside, *items)
    known = (*(None for _ in beside), *ids, *(None for _ in items[len(ids) :]))
    new = [
        NewEntry(id=one or desk.new_id(), case_id=case, body=body)
        for one, (case, body) in zip(known, said, strict=True)
    ]
    draft = None
    if form is not None:
        of_case = items[0][0] if not _is_opening(items) else None
        draft = DraftKey(person=desk.person.id, case_id=of_case, form=form)
    try:
        now = desk.now()
        for _case, body in items:
            check_times(body, now)
        desk.journal.append(
            new, at=at, check=lambda cases, added: _check(desk, cases, added), draft=draft
        )
    except Refusal as refusal:
        raise as_refused(refusal) from None
    desk.arrived()
    desk.clock_told = desk.clock_told or jump is not None
    return Changes(
        case_ids=frozenset(one.case_id for one in new if one.case_id is not None),
        kinds=frozenset(kind_of(body) for _case, body in items),
        station=any(case is None for case, _body in items),
    )


def require(desk: Desk, action: str) -> None:
    """Raises Refused when none of the person's roles allows the action."""
    if not roles.may(desk.person.roles, action):
        raise as_refused(Refusal("not_your_role"))
    if desk.must_change and action != roles.CHANGE_OWN:
        raise as_refused(Refusal("passphrase_is_temporary"))


def as_refused(refusal: Refusal) -> Refused:
    """The domain's refusal, in words."""
    title, hint = codes.refusal(refusal)
    return Refused(title, hint, code=refusal.code, missing=refusal.missing)


def _is_opening(items: Sequence[Item]) -> bool:
    return any(kind_of(body) == "encountered" for _case, body in items)


def _check(desk: Desk, cases: Mapping[UUID, Case], added: Sequence[NewEntry]) -> None:
    for case_id, case in cases.items():
        of_case = [one for one in added if one.case_id == case_id]
        for one in of_case:
            if isinstance(one.body, (Amended, Withdrawn)):
                _may_correct(desk, case, one.body.target)
            if isinstance(one.body, reviewing.KINDS):
                _may_review(desk, case, one.body, {other.id for other in of_case})
        check_case(case, of_case)
        if any(isinstance(one.body, CaseClosed) for one in of_case):
            _may_close(desk, case)
        if any(isinstance(one.body, (CaseClosed, CaseApproved)) for one in of_case):
            _reasons_told(desk, case)


def _may_close(desk: Desk, case: Case) -> None:
    """A case closes when no duty of it is open, or each was waived by name (CONTRACT 2.7)."""
    owed = [one.rule.title for one in clocks(case, desk.packs, desk.zone) if is_open(one)]
    if owed:
        raise Refusal("still_owed", first=owed[0], count=str(len(owed)))


def _reasons_told(desk: Desk, case: Case) -> None:
    """Why a limit of the law was passed is said before a case is closed or approved."""
    missed = unexplained(clocks(case, desk.packs, desk.zone), case.limits, desk.now())
    if missed:
        raise Refusal("reason_missing", first=missed[0].rule.title, count=str(len(missed)))


def _may_correct(desk: Desk, case: Case, target: UUID) -> None:
    """Only the author or a supervisor corrects, after approval only a supervisor (CONTRACT 3.5).

    An absent target just waits.
    """
    line = next((one for one in case.log if one.entry.id == target), None)
    if line is None or "supervisor" in desk.person.roles:
        return
    review = case.review
    approved = review.last is not None and review.last.approved
    if approved and line.entry.id not in review.since:
        raise Refusal("approved_already")
    author = desk.author(line.entry.chain)
    if author is None or author.id != desk.person.id:
        raise Refusal("not_yours_to_correct")


def _may_review(
    desk: Desk, case: Case, body: CaseApproved | CaseReturned, added: Container[UUID]
) -> None:
    """Never one's own case (CONTRACT 3.6), and only as far as it was read."""
    if reviewing.wrote_in(case.log, desk.station.chains_of(desk.person.id)):
        raise Refusal("own_case")
    before = (line.entry for line in case.log if line.entry.id not in added)
    last = max(before, key=lambda one: one.ordinal, default=None)
    if last is None or last.id != body.last.entry_id:
        raise Refusal("changed_meanwhile")


def _clock_jump(desk: Desk, at: datetime) -> ClockJumped | None:
    """The entry that says that the clock was set back, once for each time at the desk."""
    last = desk.journal.last_recorded_at()
    if last is None or desk.clock_told or at >= last - BEHIND:
        return None
    return ClockJumped(occurred_at=at, seconds_back=int((last - at).total_seconds()))
