"""What can be taken into a case from outside: a photograph, a scan, a recording."""

from minors_desk.domain.attachments import AttachmentAdded
from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case
from minors_desk.services import attachments
from minors_desk.ui.acts.act import ALWAYS, Act
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
)
