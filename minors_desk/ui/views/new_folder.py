"""Whether a record can be made in a folder that was typed or chosen."""

from pathlib import Path


def folder_wrong(typed: str) -> str | None:
    """Why no record can be made in that folder, or None."""
    folder = Path(typed.strip())
    if not typed.strip() or not folder.is_absolute():
        return "Choose a folder."
    try:
        taken = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    except OSError:
        return "This folder cannot be read. Choose another."
    return "Something is in this folder already. Choose a new one." if taken else None
