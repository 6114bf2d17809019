"""Words of attachments: what was taken into the record."""

from minors_desk.i18n import N_

WORDS: dict[str, dict[str, str]] = {
    "attachment_what": {
        "photo_of_child": N_("Photograph of the child"),
        "document": N_("Document"),
        "signed_paper": N_("Signed paper"),
        "injury_photo": N_("Photograph of an injury"),
        "recording": N_("Recording"),
        "other": N_("Another file"),
    },
    "media_type": {
        "image/jpeg": N_("photograph (JPEG)"),
        "image/png": N_("picture (PNG)"),
        "application/pdf": N_("PDF"),
        "audio/wav": N_("sound (WAV)"),
        "audio/mpeg": N_("sound (MP3)"),
        "audio/mp4": N_("sound (M4A)"),
    },
}

FINDINGS: dict[str, str] = {
    "attachment_added_twice": N_("A file that was added already"),
}

REFUSALS: dict[str, tuple[str, str]] = {
    "attachment_added_twice": (
        N_("That file is in this case already"),
        N_("Look for it among the attachments."),
    ),
}
