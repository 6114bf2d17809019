"""A case that left the desk as a file: for whom, why, and whether it was encrypted."""

from typing import TYPE_CHECKING, Annotated, ClassVar

import msgspec

from minors_desk.domain.bodies import Body, Handlers, Hex32, Line, Needed

if TYPE_CHECKING:
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft

Count = Annotated[int, msgspec.Meta(ge=1)]


class CaseExported(Body, frozen=True, kw_only=True, tag="case_exported"):
    """All ``entries`` of the case that there were before this one were given out as a file.

    ``digest`` is the SHA-256 of what was exported, before it was encrypted; ``plain`` that it was
    not, with ``plain_because``; ``files`` how many photographs, scans and recordings went with it.
    """

    added: ClassVar[frozenset[str]] = frozenset({"files"})
    purpose: Needed
    recipient: Needed
    entries: Count
    digest: Hex32
    plain: bool = False
    plain_because: Line = ""
    files: Annotated[int, msgspec.Meta(ge=0)] = 0


def _exported(_draft: "Draft", _entry: "Entry", _body: CaseExported) -> None:
    """Told in the log; nothing of the child changes by it."""


KINDS = (CaseExported,)
HANDLERS: Handlers = {CaseExported: _exported}
