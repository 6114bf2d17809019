"""People at the desk: roles, temporary passphrases, the new key of a reset, disabled logins."""

from datetime import timedelta
from pathlib import Path

import pytest

from minors_desk.domain.station import KeyIntroduced
from minors_desk.errors import BadInput, CannotOpen, LockedOut, NotFound, Refused, WrongPassphrase
from minors_desk.services import cases, people, printing, signing_in, verifying
from minors_desk.services.desk import Desk
from minors_desk.storage.files import read_bytes
from minors_desk.storage.header import HEADER, SPARE
from tests.services.conftest import (
    OFFICER_PASSPHRASE,
    PASSPHRASE,
    SignIn,
    StoryClock,
    encounter,
)

GIVEN = "four quiet paper boats"
CHOSEN = "nine grey herons wading"


def enter(record: Path, login: str, passphrase: str, clock: StoryClock) -> Desk:
    return signing_in.sign_in(record, login, passphrase, clock=clock)


def code(refused: pytest.ExceptionInfo[Refused]) -> str:
    return refused.value.code


def added(desk: Desk, login: str, *roles: str) -> None:
    people.add(desk, (login, login.title(), "1"), roles, GIVEN)


def whole(desk: Desk) -> bool:
    return not verifying.verify_record(desk, signatures=True).problems


def test_a_first_passphrase_is_temporary_and_opens_nothing_else(
    desk: Desk, record: Path, clock: StoryClock
) -> None:
    added(desk, "okafor", "officer")
    assert [one.temporary for one in people.listed(desk)] == [False, False, True]
    desk.close()
    new = enter(record, "okafor", GIVEN, clock)
    assert new.must_change
    for act in (lambda: cases.open_case(new, encounter(new)), lambda: cases.listed(new)):
        with pytest.raises(Refused) as refused:
            act()
        assert code(refused) == "passphrase_is_temporary"
    with pytest.raises(WrongPassphrase):
        people.change_passphrase(new, "not what was given", CHOSEN)
    for weak in ("short", GIVEN):
        with pytest.raises(BadInput):
            people.change_passphrase(new, GIVEN, weak)
    people.change_passphrase(new, GIVEN, CHOSEN)
    assert not new.must_change
    cases.open_case(new, encounter(new))
    chain = new.vault.signer.chain
    new.close()
    with pytest.raises(WrongPassphrase):
        enter(record, "okafor", GIVEN, clock)
    again = enter(record, "okafor", CHOSEN, clock)
    assert (again.vault.signer.chain, again.must_change) == (chain, False)
    assert whole(again)
    again.close()


def test_a_reset_makes_a_new_key_that_a_supervisor_introduces(
    sign_in: SignIn, record: Path, clock: StoryClock
) -> None:
    desk = sign_in("ames")
    old = desk.vault.signer.chain
    case_id, _ = cases.open_case(desk, encounter(desk))
    desk = sign_in("rivera")
    kept = {name: read_bytes(record / name) for name in (HEADER, SPARE)}
    people.reset(desk, "AMES", GIVEN)
    introduced = desk.journal.entry(desk.journal.log_head().ordinal)
    assert isinstance(introduced.body, KeyIntroduced)
    assert (introduced.body.reason, introduced.chain) == ("reset", desk.vault.signer.chain)
    desk.close()
    with pytest.raises(WrongPassphrase):
        enter(record, "ames", OFFICER_PASSPHRASE, clock)
    new = enter(record, "ames", GIVEN, clock)
    assert new.vault.signer.chain != old
    assert new.must_change
    people.change_passphrase(new, GIVEN, CHOSEN)
    author = new.author(old)
    assert author is not None and author.id == new.person.id
    assert cases.read(new, case_id).number
    assert whole(new)
    new.close()
    # Whoever puts the header of before back cannot sign in with the key of before.
    for name, data in kept.items():
        (record / name).write_bytes(data)
    with pytest.raises(CannotOpen, match="disabled or reset"):
        enter(record, "ames", OFFICER_PASSPHRASE, clock)


def test_a_disabled_person_is_out_until_a_reset(
    desk: Desk, record: Path, clock: StoryClock
) -> None:
    people.disable(desk, "ames", "Left the agency")
    assert [(one.person.login, one.person.disabled) for one in people.listed(desk)] == [
        ("rivera", False),
        ("ames", True),
    ]
    desk.close()
    with pytest.raises(WrongPassphrase):
        enter(record, "ames", OFFICER_PASSPHRASE, clock)
    desk = enter(record, "rivera", PASSPHRASE, clock)
    people.reset(desk, "ames", GIVEN)
    assert not people.listed(desk)[0].person.disabled
    desk.close()
    enter(record, "ames", GIVEN, clock).close()


def test_a_supervisor_opens_a_locked_login(desk: Desk, record: Path, clock: StoryClock) -> None:
    desk.close()
    for _ in range(5):
        clock.moment += timedelta(seconds=30)
        with pytest.raises((WrongPassphrase, LockedOut)):
            signing_in.sign_in(record, "ames", "not the passphrase", clock=clock, write=False)
    with pytest.raises(LockedOut):
        enter(record, "ames", OFFICER_PASSPHRASE, clock)
    desk = enter(record, "rivera", PASSPHRASE, clock)
    assert [one.locked for one in people.listed(desk)] == [False, True]
    people.release(desk, "ames")
    assert not any(one.locked for one in people.listed(desk))
    desk.close()
    enter(record, "ames", OFFICER_PASSPHRASE, clock).close()


def test_roles_change_and_are_signed_for_by_a_supervisor(
    desk: Desk, record: Path, clock: StoryClock
) -> None:
    people.change_roles(desk, "ames", ("officer", "administrator"), "Night desk")
    assert people.listed(desk)[1].person.roles == {"officer", "administrator"}
    assert whole(desk)
    desk.close()
    ames = enter(record, "ames", OFFICER_PASSPHRASE, clock)
    for act, why in (
        (lambda: people.change_roles(ames, "rivera", ("officer",)), "roles_need_supervisor"),
        (lambda: added(ames, "new", "officer"), "supervisor_must_sign"),
        (lambda: people.reset(ames, "rivera", GIVEN), "not_your_role"),
        (lambda: people.disable(ames, "rivera"), "last_of_its_role"),
        (lambda: people.disable(ames, "ames"), "not_on_yourself"),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert code(refused) == why
    ames.close()


def test_who_is_not_there_or_taken(desk: Desk) -> None:
    for login in ("nobody", "recovery-key"):
        with pytest.raises(NotFound):
            people.disable(desk, login)
    with pytest.raises(BadInput):
        people.change_roles(desk, "ames", ("chief",))
    people.disable(desk, "ames")
    with pytest.raises(BadInput):
        added(desk, "Ames", "officer")


def test_an_administrator_sees_no_case(desk: Desk, record: Path, clock: StoryClock) -> None:
    case_id, _ = cases.open_case(desk, encounter(desk))
    added(desk, "adm", "administrator")
    added(desk, "aud", "auditor")
    desk.close()
    for login in ("adm", "aud"):
        at = enter(record, login, GIVEN, clock)
        people.change_passphrase(at, GIVEN, CHOSEN)
        at.close()
    admin = enter(record, "adm", CHOSEN, clock)
    for act in (
        lambda: cases.read(admin, case_id),
        lambda: cases.the_board(admin),
        lambda: cases.find(admin, "AC-26-0001"),
        lambda: printing.verify_paper(admin, "0000-0000-0000-0000"),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert code(refused) == "not_your_role"
    assert len(people.listed(admin)) == 4
    admin.close()
    auditor = enter(record, "aud", CHOSEN, clock)
    assert cases.page(auditor, case_id).case.number == "AC-26-0001"
    assert whole(auditor)
    with pytest.raises(Refused):
        cases.withdraw(auditor, case_id, case_id, "no")
    auditor.close()
