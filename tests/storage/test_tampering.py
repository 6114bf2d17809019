"""History rewritten with the true keys: verify names the first bad entry, whoever rewrote it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from minors_desk.domain import chain
from minors_desk.domain.entries import NewEntry
from minors_desk.domain.printed import Seen
from minors_desk.domain.station import PersonAdded
from minors_desk.errors import NotFound
from minors_desk.papers.seal import matches, seal_code
from minors_desk.storage import rows
from minors_desk.storage.header import Header, write_header
from minors_desk.storage.keys import public_bytes
from minors_desk.storage.vault import Credentials
from minors_desk.storage.verify import Report, verify
from tests.storage.attacker import Attacker, Fields, Row
from tests.storage.scratch import NIGHT, Template, add, checked, issued, signed_in

BAD = 12
"""The entry that is tampered with: a welfare check, two before the end."""


@pytest.fixture
def attacker(folder: Path, template: Template) -> Iterator[Attacker]:
    """The supervisor herself, with the database open and every key but the officer's."""
    attacker = Attacker(folder, template.rivera)
    yield attacker
    attacker.raw.close()


def report(template: Template, folder: Path, *, signatures: bool = False) -> Report:
    """What verify says, by the officer."""
    opened = template.open(folder, write=False, who="okafor")
    found = verify(opened, signatures=signatures)
    opened.close()
    return found


def codes(found: Report) -> set[str]:
    """The codes of what was found, each told in one sentence."""
    for problem in found.problems:
        assert problem.sentence.endswith(".") and "\n" not in problem.sentence
    return {problem.code for problem in found.problems}


def _row(log: list[Row]) -> Row:
    return log[BAD - 1]


def _content(attacker: Attacker, log: list[Row]) -> None:
    _row(log)["body"] = _row(log)["body"].replace(b"calm", b"upset")


def _content_and_commitment(attacker: Attacker, log: list[Row]) -> None:
    attacker.rewrite(_row(log), checked("changed"))


def _time(attacker: Attacker, log: list[Row]) -> None:
    _row(log)["recorded_at"] += 60_000_000


def _flag(attacker: Attacker, log: list[Row]) -> None:
    _row(log)["clock_flag"] = 1


def _case(attacker: Attacker, log: list[Row]) -> None:
    _row(log)["case_id"] = uuid4().bytes


def _signature(attacker: Attacker, log: list[Row]) -> None:
    log[-1]["sig"] = bytes(64)


def _delete(attacker: Attacker, log: list[Row]) -> None:
    del log[BAD - 1]


def _delete_and_close_the_gap(attacker: Attacker, log: list[Row]) -> None:
    del log[BAD - 1]
    for ordinal, row in enumerate(log, 1):
        row["ordinal"] = ordinal


def _swap(attacker: Attacker, log: list[Row]) -> None:
    one, two = log[BAD - 1], log[BAD]
    one["ordinal"], two["ordinal"] = two["ordinal"], one["ordinal"]
    log[BAD - 1], log[BAD] = two, one


def _swap_contents(attacker: Attacker, log: list[Row]) -> None:
    one, two = log[BAD - 1], log[BAD]
    for name in ("salt", "body"):
        one[name], two[name] = two[name], one[name]


def _empty(attacker: Attacker, log: list[Row]) -> None:
    _row(log)["salt"], _row(log)["body"] = b"", b""


def _lose_content(attacker: Attacker, log: list[Row]) -> None:
    _row(log)["body"] = None


def _insert_a_copy(attacker: Attacker, log: list[Row]) -> None:
    log.insert(BAD, {**_row(log), "id": uuid4().bytes})
    for ordinal, row in enumerate(log, 1):
        row["ordinal"] = ordinal
    log[BAD]["hash"] = bytes(32)
    log[BAD]["chain_seq"] = 999


CLUMSY: list[tuple[Callable[[Attacker, list[Row]], None], str, int]] = [
    (_content, "commitment", BAD),
    (_content_and_commitment, "hash", BAD),
    (_time, "hash", BAD),
    (_flag, "hash", BAD),
    (_case, "hash", BAD),
    (_signature, "signature", 14),
    (_delete, "order", BAD),
    (_delete_and_close_the_gap, "chain", BAD),
    (_swap, "log_hash", BAD),
    (_swap_contents, "commitment", BAD),
    (_empty, "commitment", BAD),
    (_lose_content, "payload", BAD),
    (_insert_a_copy, "hash", BAD + 1),
]


@pytest.mark.parametrize(("spoil", "code", "ordinal"), CLUMSY)
def test_what_is_changed_is_named(
    attacker: Attacker,
    template: Template,
    folder: Path,
    spoil: Callable[[Attacker, list[Row]], None],
    code: str,
    ordinal: int,
) -> None:
    log = attacker.rows()
    spoil(attacker, log)
    attacker.store(log)
    attacker.close()
    found = report(template, folder)
    assert code in codes(found)
    named = [one.ordinal for one in found.problems if one.code not in {"index", "missing_work"}]
    assert min(one for one in named if one is not None) == ordinal


def test_an_untouched_copy_is_good(attacker: Attacker, template: Template, folder: Path) -> None:
    log = attacker.rows()
    attacker.store(attacker.made_whole(log))
    attacker.seal(log)
    attacker.close()
    assert report(template, folder, signatures=True).problems == ()


def test_a_cut_tail_is_missing_work(attacker: Attacker, template: Template, folder: Path) -> None:
    attacker.store(attacker.rows()[:-3])
    attacker.close()
    found = report(template, folder)
    assert "missing_work" in codes(found)
    assert any("3 entries after entry 11" in one.sentence for one in found.problems)


def test_another_past_is_not_the_sealed_one(
    attacker: Attacker, template: Template, folder: Path
) -> None:
    log = attacker.rows()
    attacker.rewrite(_row(log), checked("changed"))
    attacker.store(attacker.made_whole(log))
    attacker.close()
    assert {"head_mark", "missing_work"} <= codes(report(template, folder))
    opened = template.open(folder)
    assert opened.missing_work is not None and "entry 14" in opened.missing_work
    opened.close()


@pytest.mark.parametrize("cut", [False, True])
def test_what_another_person_signed_later_binds_the_past(
    template: Template, folder: Path, cut: bool
) -> None:
    """Own tail, own key, own true signatures, log hashes and head rewritten: still found."""
    opened = template.open(folder, who="okafor")
    add(opened, signed_in(opened))
    opened.close()
    attacker = Attacker(folder, template.rivera)
    log = attacker.rows()
    if cut:
        del log[BAD - 1]
    else:
        attacker.rewrite(_row(log), checked("changed"))
    attacker.store(attacker.made_whole(log))
    attacker.seal(log)
    attacker.close()
    found = report(template, folder, signatures=True)
    assert codes(found) - {"index"} == {"anchor"}
    assert found.problems[-1].ordinal == log[-1]["ordinal"]


@pytest.mark.parametrize("cut", [False, True])
def test_a_printed_seal_code_binds_what_nobody_signed_after(
    template: Template, folder: Path, cut: bool
) -> None:
    """When nothing in the record can show it, the paper in somebody's hand does."""
    opened = template.open(folder)
    add(opened, checked("before the paper"), case_id=template.case_id)
    paper = issued(opened)
    (entry,) = add(opened, paper, case_id=template.case_id)
    code = seal_code(entry.ordinal, opened.journal.proof(entry.id).hash)
    opened.close()
    attacker = Attacker(folder, template.rivera)
    log = attacker.rows()
    if cut:
        log = log[:-2]
    else:
        attacker.rewrite(log[-2], checked("changed"))
        seen = Seen(ordinal=entry.ordinal - 1, log_hash=_log_hash(attacker, log))
        attacker.rewrite(log[-1], msgspec.structs.replace(paper, seen=seen))
    attacker.store(attacker.made_whole(log))
    attacker.seal(log)
    attacker.close()
    opened = template.open(folder)
    opened.rebuild_index()
    assert verify(opened, signatures=True).problems == ()
    if cut:
        with pytest.raises(NotFound):
            opened.journal.entry(entry.ordinal)
    else:
        stored = opened.journal.proof(opened.journal.entry(entry.ordinal).id)
        assert not matches(code, entry.ordinal, stored.hash)
    opened.close()


def _log_hash(attacker: Attacker, log: list[Row]) -> str:
    """The log hash that the rewritten log will have before its last entry."""
    return str(attacker.made_whole([dict(row) for row in log])[-2]["log_hash"].hex())


def test_a_key_of_ones_own_making_is_nobodys(
    attacker: Attacker, template: Template, folder: Path
) -> None:
    """Re-chained and re-signed throughout with a new key: that key was never introduced."""
    stranger = Ed25519PrivateKey.generate()
    log = attacker.rows()
    mine = chain.chain_id(public_bytes(attacker.own))
    for row in log[BAD - 1 :]:
        assert row["chain"] == mine
        row["chain"] = chain.chain_id(public_bytes(stranger))
    attacker.store(attacker.made_whole(log, stranger))
    attacker.seal(log)
    attacker.close()
    found = report(template, folder)
    assert codes(found) == {"key"}
    assert found.problems[0].ordinal == BAD


def test_signing_as_another_person_needs_their_key(template: Template, folder: Path) -> None:
    """The officer rewrites what the supervisor wrote and signs it with the officer's key."""
    attacker = Attacker(folder, template.okafor)
    log = attacker.rows()
    attacker.rewrite(_row(log), checked("changed"))
    prev, log_hash = log[BAD - 2]["hash"], log[BAD - 2]["log_hash"]
    for row in log[BAD - 1 :]:
        row["prev"] = prev
        prev = row["hash"] = _hash(row)
        row["sig"] = attacker.own.sign(prev)
        log_hash = row["log_hash"] = chain.log_hash(log_hash, row["hash"])
    attacker.store(log)
    attacker.seal(log)
    attacker.close()
    found = report(template, folder)
    assert codes(found) == {"signature", "index"}
    assert found.problems[0].ordinal == 14
    every = report(template, folder, signatures=True)
    signed = [one.ordinal for one in every.problems if one.code == "signature"]
    assert signed == [12, 13, 14]


def _hash(row: Row) -> bytes:
    return chain.entry_hash(rows.to_link(Fields(row)))


def test_nobody_makes_themselves_a_supervisor(template: Template, folder: Path) -> None:
    opened = template.open(folder, who="okafor")
    body = PersonAdded(
        occurred_at=NIGHT, person_id=uuid4(), login="okafor", name="o", badge="", roles=("officer",)
    )
    (entry,) = add(opened, body)
    opened.close()
    found = report(template, folder)
    assert codes(found) == {"authority"}
    assert found.problems[0].ordinal == entry.ordinal


def test_a_way_in_that_the_log_does_not_know_is_named(template: Template, folder: Path) -> None:
    opened = template.open(folder)
    slot = opened.new_slot(Credentials(login="mallory", passphrase="x" * 20))
    opened.keep_slot(slot)
    found = verify(opened)
    opened.close()
    assert codes(found) == {"slot"}


def test_dropped_guards_are_noticed(attacker: Attacker, template: Template, folder: Path) -> None:
    attacker.raw.execute("DROP TRIGGER no_update_of_entries")
    attacker.close()
    assert codes(report(template, folder)) == {"guards"}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE case_index SET state = 'handed_over'",
        "UPDATE case_index SET last_ordinal = 3",
        "DELETE FROM case_index",
        "UPDATE case_words SET texts = 'elsewhere' WHERE names != '' OR texts != ''",
        "DELETE FROM case_words",
        "INSERT INTO attachments VALUES (x'00', 5)",
        "INSERT INTO case_words (rowid, names) VALUES (99, 'ana')",
        "INSERT INTO line_calls VALUES (3, x'00', 'us-il-child-protection', 1, 'reached')",
        "INSERT INTO papers VALUES (3, x'00', x'00', 'transfer_receipt', 'TR-9')",
    ],
)
def test_the_index_is_never_believed(
    attacker: Attacker, template: Template, folder: Path, statement: str
) -> None:
    attacker.raw.execute(statement)
    attacker.close()
    assert codes(report(template, folder)) == {"index"}


def test_a_header_rewritten_with_the_store_key_is_named(template: Template, folder: Path) -> None:
    opened = template.open(folder)
    changed: Header = msgspec.structs.replace(opened.header, founder_key="ab" * 32)
    write_header(folder, changed, template.rivera.keys, {})
    found = verify(opened)
    opened.close()
    assert codes(found) == {"files"}


def test_the_first_bad_entry_stands_first(template: Template, folder: Path) -> None:
    attacker = Attacker(folder, template.rivera)
    log = attacker.rows()
    for place in (13, 9, 11):
        attacker.rewrite(log[place - 1], checked("changed"))
    attacker.store(log)
    attacker.close()
    ordinals = [one.ordinal for one in report(template, folder).problems if one.code == "hash"]
    assert ordinals == [9, 11, 13]


def test_new_entries_go_on_from_a_verified_record(template: Template, folder: Path) -> None:
    opened = template.open(folder)
    items = [NewEntry(id=uuid4(), case_id=template.case_id, body=checked()) for _ in range(3)]
    opened.journal.append(items, at=NIGHT)
    assert verify(opened).good
    opened.close()
