"""The journal: one transaction for all, refused as a whole, read back as it was written."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from minors_desk.domain.case import Case
from minors_desk.domain.entries import NewEntry
from minors_desk.errors import CannotOpen, DeskError, NotFound, RecordDamaged
from minors_desk.storage import drafts, index
from minors_desk.storage.drafts import DraftKey
from minors_desk.storage.record import Vault
from minors_desk.storage.signing import ClockWatch
from minors_desk.storage.verify import verify
from tests.storage.scratch import NIGHT, Template, add, checked, issued, met, seen


def test_entries_come_back_as_they_were_written(opened: Vault, template: Template) -> None:
    body = checked("awake")
    (entry,) = add(opened, body, case_id=template.case_id)
    assert entry.body == body
    assert opened.journal.entry(entry.ordinal) == entry
    assert opened.journal.entry_by_id(entry.id) == entry
    assert opened.journal.entries_of(template.case_id)[-1] == entry
    assert opened.journal.log_head().ordinal == entry.ordinal


def test_new_cases_are_numbered_by_the_counter_alone(opened: Vault) -> None:
    numbers = []
    for _ in range(2):
        case_id = uuid4()
        add(opened, met(), case_id=case_id)
        numbers.append(opened.journal.case(case_id).number)
    assert numbers == ["AC-26-0002", "AC-26-0003"]


def test_the_year_of_a_number_is_the_stations(opened: Vault) -> None:
    case_id = uuid4()
    add(opened, met(), case_id=case_id, minutes=38 * 24 * 60)  # 1 January in UTC, not in Chicago
    assert opened.journal.case(case_id).number == "AC-26-0002"


def test_a_refusal_saves_nothing_not_even_a_number(opened: Vault) -> None:
    before = opened.journal.log_head()

    def refuse(cases: Mapping[UUID, Case], new: Sequence[NewEntry]) -> None:
        assert [case.number for case in cases.values()] == ["AC-26-0002"]
        raise RecordDamaged("No", "Never.")

    item = NewEntry(id=uuid4(), case_id=uuid4(), body=met())
    with pytest.raises(RecordDamaged, match="No"):
        opened.journal.append([item], at=NIGHT, check=refuse)
    assert opened.journal.log_head() == before
    case_id = uuid4()
    add(opened, met(), case_id=case_id)
    assert opened.journal.case(case_id).number == "AC-26-0002"


def test_three_children_go_in_together(opened: Vault) -> None:
    ids = [uuid4() for _ in range(3)]
    items = [NewEntry(id=uuid4(), case_id=case_id, body=met()) for case_id in ids]
    opened.journal.append(items, at=NIGHT)
    with opened.journal.reading() as connection:
        assert len(index.listed(connection)) == 4
    assert verify(opened).good


def test_an_entry_goes_in_once(opened: Vault, template: Template) -> None:
    item = NewEntry(id=uuid4(), case_id=template.case_id, body=checked())
    opened.journal.append([item], at=NIGHT)
    with pytest.raises(DeskError, match="each entry once"):
        opened.journal.append([item], at=NIGHT)
    add(opened, checked(), case_id=template.case_id)
    assert verify(opened, signatures=True).good


def test_no_entries_are_no_save(opened: Vault) -> None:
    before = opened.journal.log_head()
    assert opened.journal.append([], at=NIGHT) == ()
    assert opened.journal.log_head() == before


def test_the_log_only_grows(opened: Vault) -> None:
    for statement in (
        "UPDATE entries SET recorded_at = 0",
        "DELETE FROM entries",
        "UPDATE payloads SET body = x'00'",
        "DELETE FROM payloads",
        "INSERT OR REPLACE INTO payloads SELECT * FROM payloads",
    ):
        with (
            pytest.raises(DeskError, match="only grows"),
            opened.journal.changing() as connection,
        ):
            connection.exec_driver_sql(statement)
    assert verify(opened).good


def test_no_second_file_is_ever_attached(opened: Vault) -> None:
    with pytest.raises(DeskError), opened.journal.changing() as connection:
        connection.exec_driver_sql("ATTACH ':memory:' AS other KEY ''")


def test_a_clock_set_back_is_flagged_and_kept(opened: Vault, template: Template) -> None:
    (on_time,) = add(opened, checked(), case_id=template.case_id, minutes=20)
    (behind,) = add(opened, checked(), case_id=template.case_id, minutes=10)
    assert (on_time.clock_flag, behind.clock_flag) == (0, 1)
    assert behind.recorded_at == NIGHT + timedelta(minutes=10)
    assert opened.journal.last_recorded_at() == on_time.recorded_at


def test_a_clock_that_jumps_is_flagged(opened: Vault, template: Template) -> None:
    steady = iter([0.0, 60.0, 120.0])
    opened.journal.clock = ClockWatch(lambda: next(steady))
    flags = [
        add(opened, checked(), case_id=template.case_id, minutes=minutes)[0].clock_flag
        for minutes in (10, 11, 60)
    ]
    assert flags == [0, 0, 2]


def test_a_draft_goes_with_the_entry_that_uses_it(opened: Vault, template: Template) -> None:
    key = DraftKey(person=uuid4(), case_id=template.case_id, form="check")
    with opened.journal.changing() as connection:
        drafts.keep(connection, key, b"old", NIGHT)
        drafts.keep(connection, key, b"typed", NIGHT)
    with opened.journal.reading() as connection:
        kept = drafts.find(connection, key)
        assert kept is not None and kept.body == b"typed"
        assert drafts.of_person(connection, key.person) == (kept,)
        assert drafts.of_person(connection, uuid4()) == ()
    item = NewEntry(id=uuid4(), case_id=template.case_id, body=checked())
    opened.journal.append([item], at=NIGHT, draft=key)
    with opened.journal.reading() as connection:
        assert drafts.find(connection, key) is None


def test_what_is_not_there_is_said(opened: Vault) -> None:
    with pytest.raises(NotFound):
        opened.journal.entry(9999)
    with pytest.raises(NotFound):
        opened.journal.proof(uuid4())
    with pytest.raises(NotFound):
        opened.journal.case(uuid4())


def test_cases_are_found_by_number_and_by_beginning(opened: Vault, template: Template) -> None:
    with opened.journal.reading() as connection:
        for text in ("AC-26-0001", "ac-26-0001", "AC-2", str(template.case_id)[:12]):
            assert index.looked_up(connection, text) == (template.case_id,)
        assert index.looked_up(connection, "%") == ()


def test_an_issued_paper_is_found_by_its_ordinal(opened: Vault, template: Template) -> None:
    (entry,) = add(opened, issued(opened), case_id=template.case_id)
    with opened.journal.reading() as connection:
        found = index.paper_at(connection, entry.ordinal)
        assert index.paper_at(connection, 1) is None
    assert found is not None and found.entry_id == entry.id
    assert verify(opened).counts["papers"] == 1


def test_the_index_is_made_again_as_it_was(opened: Vault, template: Template) -> None:
    add(opened, issued(opened), case_id=template.case_id)
    with opened.journal.reading() as connection:
        before = index.listed(connection)
    told: list[tuple[int, int]] = []
    assert opened.rebuild_index(lambda done, total: told.append((done, total))) == 1
    with opened.journal.reading() as connection:
        assert index.listed(connection) == before
    assert told == [(1, 1)]
    assert verify(opened).good


def test_another_summariser_renews_the_index(opened: Vault) -> None:
    assert not opened.renew_index()
    opened.journal.summariser = index.Summariser(7, lambda _: index.Summary(state="new"))
    assert opened.renew_index()
    with opened.journal.reading() as connection:
        assert [row.state for row in index.listed(connection)] == ["new"]


def test_readers_see_what_is_saved_meanwhile(
    opened: Vault, template: Template, folder: object
) -> None:
    reader = template.open(opened.folder, write=False, who="okafor")
    before = reader.journal.entries_of(template.case_id)
    (entry,) = add(opened, checked(), case_id=template.case_id)
    assert reader.journal.entries_of(template.case_id) == (*before, entry)
    assert reader.missing_work is None
    with pytest.raises(CannotOpen, match="reading only"):
        add(reader, checked(), case_id=template.case_id)
    assert verify(reader).good
    reader.close()


def test_each_author_writes_a_chain_of_their_own(
    opened: Vault, template: Template, folder: object
) -> None:
    opened.close()
    other = template.open(opened.folder, who="okafor")
    (entry,) = add(other, checked(), case_id=template.case_id)
    assert entry.chain == other.signer.chain != opened.signer.chain
    report = verify(other, signatures=True)
    assert report.good
    wanted = {"entries": 15, "chains": 2, "papers": 0, "signatures": 15, "attachments": 0}
    assert report.counts == wanted
    other.close()


def test_a_head_is_quoted_as_it_stands(opened: Vault) -> None:
    head = opened.journal.log_head()
    assert seen(opened).ordinal == head.ordinal
    assert seen(opened).log_hash == head.log_hash.hex()
