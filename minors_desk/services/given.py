"""What is given to be proved: a seal code as typed, or the file of a paper, read within bounds."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from minors_desk.errors import BadInput, NotFound
from minors_desk.papers import scans, seal

By = Literal["code", "pdf", "picture"]
_SIGNS = {b"%PDF-": "pdf", b"\x89PNG": "picture", b"\xff\xd8\xff": "picture"}
_TIFF = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_MOST_FILE = scans.MOST_BYTES


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What is to be proved: a seal code as typed, or the bytes of a file."""

    code: str = ""
    data: bytes = b""

    @property
    def by(self) -> By:
        """What kind of thing it is; raises BadInput for a file of another kind."""
        if self.code:
            return "code"
        for sign, kind in _SIGNS.items():
            if sign in self.data[:1024] if kind == "pdf" else self.data.startswith(sign):
                return "pdf" if kind == "pdf" else "picture"
        if self.data.startswith(_TIFF):
            return "picture"
        raise BadInput(
            "This file is neither a PDF nor a picture of a paper",
            "Give a PDF, PNG, JPEG or TIFF file, or type the seal code.",
            field="file",
        )


def may_be_a_code(text: str) -> bool:
    """Whether what was typed has the form of a seal code."""
    try:
        seal.parse_seal_code(text)
    except BadInput:
        return False
    return True


def file_named(text: str) -> Path | None:
    """The file that what was typed names; None for a seal code, and where there is no such file."""
    try:
        return Path(text) if not may_be_a_code(text) and Path(text).is_file() else None
    except (OSError, ValueError):
        return None


def read_file(path: Path) -> Given:
    """The file to be proved; raises NotFound or BadInput for one that cannot be read."""
    try:
        size = path.stat().st_size
        if size > _MOST_FILE:
            raise BadInput(
                "This file is larger than any paper", "Choose the file of one paper.", field="file"
            )
        return Given(data=path.read_bytes())
    except OSError as error:
        raise NotFound("The file cannot be read", "Check where it is, and its rights.") from error
