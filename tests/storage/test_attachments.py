"""Files of cases: encrypted, proved before a byte is shown, swept away when nothing names them."""

import io
import os
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minors_desk.domain.alter import Amended
from minors_desk.domain.attachments import AttachmentAdded
from minors_desk.domain.codec import plain
from minors_desk.errors import BadInput, CannotOpen, DeskError, RecordDamaged
from minors_desk.storage import attachments
from minors_desk.storage.attachments import Stored
from minors_desk.storage.record import Vault
from minors_desk.storage.sealing import CHUNK, TAG, opened_chunks, sealed_chunks
from minors_desk.storage.verify import verify
from tests.storage.scratch import CANARY, NIGHT, Template, add, checked, dice

PHOTO = (CANARY.encode() * 9000)[: 3 * CHUNK + 17]


def kept(folder: Path, content: bytes = PHOTO) -> Stored:
    return attachments.store(folder, uuid4(), io.BytesIO(content))


def path_of(folder: Path, stored: Stored) -> Path:
    return folder / attachments.FOLDER / stored.file_id.hex


def read(folder: Path, stored: Stored) -> bytes:
    return attachments.read(folder, stored.file_id, stored.key, stored.sha256)


@given(
    st.lists(st.integers(0, 2 * CHUNK), max_size=4),
    st.sampled_from([1000, CHUNK, CHUNK + TAG, 3 * CHUNK]),
)
def test_any_stream_comes_back(sizes: list[int], part: int) -> None:
    plain = [bytes([number]) * size for number, size in enumerate(sizes)]
    sealed = b"".join(sealed_chunks(plain, bytes(32), b"name"))
    parts = [sealed[at : at + part] for at in range(0, len(sealed), part)]
    assert b"".join(opened_chunks(parts, bytes(32), b"name")) == b"".join(plain)
    with pytest.raises(RecordDamaged):
        list(opened_chunks(parts, bytes(32), b"other"))


def test_chunks_cannot_be_cut_off_doubled_or_swapped() -> None:
    whole = b"".join(sealed_chunks([PHOTO], bytes(32), b""))
    step = CHUNK + TAG
    chunks = [whole[at : at + step] for at in range(0, len(whole), step)]
    first, second, third, last = chunks
    for other in ([first, second, third], [first, first, second, last], [second, first], [last]):
        shown = []
        with pytest.raises(RecordDamaged):
            shown.extend(opened_chunks(other, bytes(32), b""))
        assert len(shown) < len(other)


def test_a_file_comes_back_and_is_no_plain_text(folder: Path) -> None:
    stored = kept(folder)
    assert stored.sha256 == sha256(PHOTO).hexdigest()
    assert read(folder, stored) == PHOTO
    path = path_of(folder, stored)
    assert CANARY.encode() not in path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0
    assert CANARY not in repr(stored)
    assert stored.key.hex() not in repr(stored)


def test_every_change_of_a_file_is_found(folder: Path) -> None:
    stored = kept(folder)
    path = path_of(folder, stored)
    good = path.read_bytes()
    chance = dice("files")
    spoilt = [good[: chance.randrange(len(good))] for _ in range(20)]
    for _ in range(200):
        changed = bytearray(good)
        changed[chance.randrange(len(good))] ^= 1 << chance.randrange(8)
        spoilt.append(bytes(changed))
    named = [(stored.file_id, stored.key, stored.sha256)]
    for bad in (*spoilt, good + b"x", b""):
        path.write_bytes(bad)
        with pytest.raises(RecordDamaged):
            read(folder, stored)
        assert [one for one, _sentence in attachments.check(folder, named)] == [stored.file_id]
    path.write_bytes(good)
    assert list(attachments.check(folder, named)) == []


def test_a_missing_or_exchanged_file_is_named(folder: Path) -> None:
    one, other = kept(folder), kept(folder, b"another")
    path_of(folder, other).replace(path_of(folder, one))
    named = [(found.file_id, found.key, found.sha256) for found in (one, other)]
    told = dict(attachments.check(folder, named))
    assert "A file of the record is damaged" in told[one.file_id]
    assert "missing" in told[other.file_id]
    attachments.erase(folder, one.file_id)
    attachments.erase(folder, one.file_id)
    assert attachments.present(folder) == ()


@pytest.mark.parametrize("content", [b"", b"x" * 30])
def test_a_refused_file_leaves_nothing(
    folder: Path, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachments, "MOST_BYTES", 20)
    with pytest.raises(BadInput):
        kept(folder, content)
    assert attachments.present(folder) == ()


def test_a_full_disk_leaves_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "full")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(CannotOpen, match="disk is full"):
            kept(folder)
    assert attachments.present(folder) == ()


def test_links_are_not_followed(folder: Path, tmp_path: Path) -> None:
    stored = kept(folder)
    outside = tmp_path / "outside"
    path_of(folder, stored).rename(outside)
    path_of(folder, stored).symlink_to(outside)
    with pytest.raises(DeskError, match="link"):
        read(folder, stored)


def test_what_nothing_names_is_swept(opened: Vault, template: Template) -> None:
    orphan, named = kept(opened.folder), kept(opened.folder)
    (opened.folder / attachments.FOLDER / "notes.txt").write_bytes(b"x")
    add(opened, checked(f"the log speaks of {named.file_id}"), case_id=template.case_id)
    assert opened.sweep_attachments() == 2
    assert attachments.present(opened.folder) == (path_of(opened.folder, named),)
    assert opened.sweep_attachments() == 0
    assert orphan.file_id != named.file_id


def named(stored: Stored) -> AttachmentAdded:
    return AttachmentAdded(
        occurred_at=NIGHT,
        file_id=stored.file_id,
        sha256=stored.sha256,
        size=stored.size,
        media_type="image/png",
        key=stored.key.hex(),
        what="document",
        purpose="identity",
    )


def test_a_named_file_stays_and_verify_reads_it(opened: Vault, template: Template) -> None:
    stored, other = kept(opened.folder), kept(opened.folder)
    (entry,) = add(opened, named(stored), case_id=template.case_id)
    in_its_place = Amended(
        occurred_at=NIGHT, target=entry.id, replacement=plain(named(other)), reason="blurred"
    )
    add(opened, in_its_place, case_id=template.case_id, minutes=1)
    assert opened.sweep_attachments() == 0
    report = verify(opened)
    assert (report.problems, report.counts["attachments"]) == ((), 2)
    opened.rebuild_index()
    assert verify(opened).good
    path_of(opened.folder, stored).write_bytes(b"MDFILE1\n")
    (problem,) = verify(opened).problems
    assert (problem.code, problem.ordinal) == ("attachment", entry.ordinal)
