"""Files of a case: taken in by what they are and not by their name, read back, refused whole."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from minors_desk.domain.encounter import Encountered
from minors_desk.errors import BadInput, Refused
from minors_desk.services import attachments, cases, printing
from minors_desk.services.attachments import MOST_MEGABYTES, NewFile, media_type_of
from minors_desk.services.desk import Desk

PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)


def a_case(desk: Desk) -> UUID:
    met = Encountered(occurred_at=desk.clock(), encounter_id=desk.new_id(), place="Store")
    return cases.open_case(desk, met)[0]


def new(desk: Desk, path: Path, **more: object) -> NewFile:
    common = {"occurred_at": desk.clock(), **more}
    return NewFile(
        path=path,
        what="photo_of_child",
        purpose="to find the family",
        authority="",
        about=None,
        common=common,
    )


def kept(desk: Desk) -> list[Path]:
    folder = desk.vault.folder / "attachments"
    return list(folder.iterdir()) if folder.is_dir() else []


def test_a_file_is_read_back_as_it_was_and_lies_encrypted(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "called-anything.txt"
    path.write_bytes(PNG)
    case_id = a_case(desk)
    attachments.add(desk, case_id, new(desk, path))
    (file,) = cases.read(desk, case_id).attachments
    assert (file.media_type, file.size, file.purpose) == (
        "image/png",
        len(PNG),
        "to find the family",
    )
    assert attachments.read(desk, file) == PNG
    (stored,) = kept(desk)
    assert b"PNG" not in stored.read_bytes()
    assert file.key not in repr(file)


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "kind"), (b"MZ\x90\x00 program", "kind"), (b"<svg/>", "kind"), (None, "no file")],
)
def test_what_is_not_taken_is_said_in_one_sentence(
    desk: Desk, tmp_path: Path, content: bytes | None, words: str
) -> None:
    path = tmp_path / "photo.jpg"
    if content is not None:
        path.write_bytes(content)
    case_id = a_case(desk)
    with pytest.raises(BadInput, match=words) as refused:
        attachments.add(desk, case_id, new(desk, path))
    assert refused.value.field == "file"
    assert cases.read(desk, case_id).attachments == ()
    assert kept(desk) == []


def test_a_huge_file_is_refused_before_it_is_read(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    with path.open("wb") as file:
        file.write(PNG)
        file.truncate(MOST_MEGABYTES * 1024 * 1024 + 1)
    with pytest.raises(BadInput, match="larger than"):
        attachments.add(desk, a_case(desk), new(desk, path))
    assert kept(desk) == []


def test_a_folder_is_no_file(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no file"):
        attachments.add(desk, a_case(desk), new(desk, tmp_path))


def test_a_file_whose_entry_is_refused_is_gone(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(PNG)
    case_id = a_case(desk)
    long_ago = desk.clock().replace(year=2020)
    with pytest.raises(Refused):
        attachments.add(desk, case_id, new(desk, path, occurred_at=long_ago))
    assert kept(desk) == []


@pytest.mark.parametrize(
    ("beginning", "kind"),
    [
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"%PDF-1.7", "application/pdf"),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", "audio/wav"),
        (b"RIFF\x00\x00\x00\x00AVI LIST", None),
        (b"GIF89a", None),
    ],
)
def test_a_file_is_what_its_first_bytes_say(beginning: bytes, kind: str | None) -> None:
    assert media_type_of(beginning) == kind


def test_a_scan_is_tied_to_the_copy_that_was_signed(
    desk: Desk, child: UUID, tmp_path: Path
) -> None:
    path = tmp_path / "scan.png"
    path.write_bytes(PNG)
    first, second = (printing.issue_paper(desk, child, "custody_log", 1) for _ in range(2))
    scan = replace(new(desk, path), what="signed_paper", copy_of=second.entry_id)
    attachments.add(desk, child, scan)
    (file,) = cases.read(desk, child).attachments
    assert file.copy_of == second.entry_id != first.entry_id
    assert cases.read(desk, child).findings == ()


def test_a_scan_of_a_copy_of_another_case_is_refused_before_it_is_stored(
    desk: Desk, child: UUID, tmp_path: Path
) -> None:
    path = tmp_path / "scan.png"
    path.write_bytes(PNG)
    issued = printing.issue_paper(desk, child, "custody_log", 1)
    scan = replace(new(desk, path), what="signed_paper", copy_of=issued.entry_id)
    with pytest.raises(BadInput, match="No copy of that issue") as error:
        attachments.add(desk, a_case(desk), scan)
    assert error.value.field == "copy_of" and kept(desk) == []
