"""The search index: written with each save, equal to a rebuilt one, empty of what was erased."""

from uuid import UUID, uuid4

import pytest

from minors_desk.domain.alter import Amended, Withdrawn
from minors_desk.domain.codec import plain
from minors_desk.domain.facts import FactTold, PersonName
from minors_desk.domain.searching import terms
from minors_desk.storage import search
from minors_desk.storage.record import Vault
from minors_desk.storage.search import Found
from minors_desk.storage.verify import verify
from tests.storage.scratch import CANARY, NIGHT, Template, add, checked, met


def named(name: str) -> FactTold:
    value = PersonName(as_said=name)
    return FactTold(occurred_at=NIGHT, fact="name", value=value, source="said")


def found(opened: Vault, typed: str, limit: int = 50) -> tuple[Found, ...]:
    with opened.journal.reading() as connection:
        return search.find(connection, terms(typed), limit)


def cases(opened: Vault, typed: str) -> list[UUID]:
    return [one.case_id for one in found(opened, typed)]


def stored(opened: Vault) -> list[tuple[object, ...]]:
    with opened.journal.reading() as connection:
        read = connection.exec_driver_sql("SELECT rowid, * FROM case_words ORDER BY rowid")
        return [tuple(row) for row in read]


def test_terms_meet_in_their_case_whatever_entry_holds_them(opened: Vault) -> None:
    ana, bea = uuid4(), uuid4()
    add(opened, met(), named("Ana López"), checked("asks for her sister Bea"), case_id=ana)
    add(opened, met(), named("Bea López"), case_id=bea)
    assert cases(opened, "lopez ana") == [ana]
    assert cases(opened, "bea") == [bea, ana]
    assert [one.where for one in found(opened, "bea")] == ["name", "text"]
    assert cases(opened, "lopez sister bea") == [ana]
    assert cases(opened, "lopez carla") == []
    assert len(found(opened, "lopez", limit=1)) == 1


def test_the_entry_that_told_it_is_named(opened: Vault) -> None:
    case_id = uuid4()
    _met, name, note = add(opened, met(), named("Ana"), checked("blue coat"), case_id=case_id)
    (by_name,), (by_text,) = found(opened, "ana"), found(opened, "coat")
    assert (by_name.case_id, by_name.entry_id, by_name.where) == (case_id, name.id, "name")
    assert (by_text.case_id, by_text.entry_id, by_text.where) == (case_id, note.id, "text")
    assert [one.where for one in found(opened, "ac-26-0002")] == ["number"]


def test_corrections_take_effect_and_can_be_undone(opened: Vault) -> None:
    case_id = uuid4()
    _met, name = add(opened, met(), named("Anna"), case_id=case_id)
    amended = Amended(
        occurred_at=NIGHT, target=name.id, replacement=plain(named("Hana")), reason="misheard"
    )
    (correction,) = add(opened, amended, case_id=case_id, minutes=1)
    assert (cases(opened, "anna"), cases(opened, "hana")) == ([], [case_id])
    assert cases(opened, "misheard") == [case_id]
    undone = Withdrawn(occurred_at=NIGHT, target=correction.id, reason="was right")
    add(opened, undone, case_id=case_id, minutes=2)
    assert (cases(opened, "anna"), cases(opened, "hana")) == ([case_id], [])
    gone = Withdrawn(occurred_at=NIGHT, target=name.id, reason="another child")
    add(opened, gone, case_id=case_id, minutes=3)
    assert cases(opened, "anna") == []
    live = stored(opened)
    opened.rebuild_index()
    assert stored(opened) == live
    assert verify(opened, signatures=True).problems == ()


@pytest.mark.parametrize(
    "typed", ['a" OR "b', "names:ana", "NEAR(a b)", "ana*^", "-ana", "a AND b"]
)
def test_what_is_typed_is_never_an_operator(opened: Vault, typed: str) -> None:
    add(opened, met(), named("Ana"), case_id=uuid4())
    assert [one for one in cases(opened, typed) if len(terms(typed)) > 1] == []


def test_a_withdrawn_name_stays_in_no_page(opened: Vault) -> None:
    case_id = uuid4()
    for other in ("Abena", "Qwyn", "Zoe"):
        add(opened, met(), named(other), case_id=uuid4())
    _met, name = add(opened, met(), named("Qwyxzotl"), case_id=case_id)
    assert any(b"yxzotl" in block for block in blocks(opened))
    withdrawn = Withdrawn(occurred_at=NIGHT, target=name.id, reason="wrong child")
    add(opened, withdrawn, case_id=case_id, minutes=1)
    assert not any(b"yxzotl" in block for block in blocks(opened))


def blocks(opened: Vault) -> list[bytes]:
    with opened.journal.reading() as connection:
        read = connection.exec_driver_sql("SELECT block FROM case_words_data")
        return [bytes(row[0]) for row in read]


def test_secure_delete_is_on(opened: Vault) -> None:
    with opened.journal.reading() as connection:
        set_to = connection.exec_driver_sql(
            "SELECT v FROM case_words_config WHERE k='secure-delete'"
        ).scalar_one()
    assert set_to == 1


def test_the_template_is_found_by_its_notes(opened: Vault, template: Template) -> None:
    assert cases(opened, "nandu xochitl") == [template.case_id]
    assert CANARY not in str(stored(opened))
