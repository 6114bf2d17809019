"""Checking the whole record: who may ask, and what was found."""

from minors_desk.domain import roles
from minors_desk.services.desk import Desk
from minors_desk.services.recording import require
from minors_desk.storage import verify
from minors_desk.storage.verify import Report


def verify_record(desk: Desk, *, signatures: bool = False) -> Report:
    """Checks files, pages, every entry of the log and what is derived; the first fault first.

    ``signatures``: each entry's, not only those that bind all before them (CONTRACT 5.10). Damage
    is reported, not raised; raises Refused when the person's roles do not allow it.
    """
    require(desk, roles.VERIFY)
    return verify.verify(desk.vault, signatures=signatures)
