"""What can be taken into a case from outside: a photograph, a scan, a recording."""

from uuid import UUID

from minors_desk.domain.attachments import AttachmentAdded
from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case
from minors_desk.services import attachments
from minors_desk.ui.acts.act import ALWAYS, Act, Asking
from minors_desk.ui.dialogs.copy_dialog import CopyDialog
from minors_desk.ui.dialogs.file_dialog import SAID_OF_IT, FileDialog
from minors_desk.ui.forms.asked_form import FormSpec


def amended_by(_case: Case, body: Body) -> FormSpec | None:
    """The form by which what is said of a file is amended; the file itself stays what it is."""
    if not isinstance(body, AttachmentAdded):
        return None
    file = {
        name: getattr(body, name)
        for name in ("file_id", "sha256", "size", "media_type", "key", "device", "about", "copy_of")
    }
    return FormSpec(
        kind=AttachmentAdded,
        heading="Photo, scan or recording",
        asks=SAID_OF_IT,
        make=lambda said, _: AttachmentAdded(**file, **said),
    )


ATTACH_COPY = "attach_copy"


def _copy(asking: Asking) -> CopyDialog:
    """The scan of a copy signed by hand; the subject is the entry that issued the copy."""
    issued = asking.subject if isinstance(asking.subject, UUID) else None
    return CopyDialog(asking.case, asking.at_desk, asking.parent, issued)


ACTS = (
    Act(
        name="add_file",
        key="D",
        words="photo, scan",
        meaning="take in a photograph, a scan or a recording",
        when=ALWAYS,
        ask=lambda a: FileDialog(a.case, a.at_desk, a.parent),
        save=attachments.add,
        hint=False,
    ),
    Act(
        name=ATTACH_COPY,
        words="attach the signed copy",
        meaning="scan back in a copy that was signed by hand",
        when=ALWAYS,
        ask=_copy,
        save=attachments.add,
    ),
)
