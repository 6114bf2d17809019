"""Reads a file of rules as text; what is in it is judged by whoever asks."""

from pathlib import Path

from minors_desk.cli.reading import bytes_of
from minors_desk.errors import BadInput

MOST_BYTES = 2_000_000
"""As much as the record takes of a pack (`domain.station.PackAdopted`)."""


def text_of(file: Path, option: str) -> str:
    """The text of that file; raises BadInput when it is none, or larger than a pack may be."""
    data = bytes_of(file, MOST_BYTES + 1, option)
    if len(data) > MOST_BYTES:
        raise BadInput(
            f"The file of {option} is larger than a pack may be", "Check its name.", field=option
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(
            f"The file of {option} is not UTF-8 at byte {error.start + 1}",
            "Expected is a pack of rules, saved as UTF-8.",
            field=option,
        ) from None
