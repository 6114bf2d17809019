"""Forms of other agencies that may be filled here: the blank PDF and its mapping, as adopted."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec

from minors_desk.domain.attachments import Bytes
from minors_desk.domain.bodies import Body, Hex32, Needed

PREFIX = "official:"
"""How the name of the paper begins that a filled form is; behind it stands the form's name."""


class FormAdopted(Body, frozen=True, kw_only=True, tag="form_adopted"):
    """An agency's form is filled here from now on as ``mapping`` (TOML) says, kept whole.

    The blank PDF lies in the record encrypted under ``key``, as an attached file does;
    ``sha256`` is of its plain bytes. Adopted again under its name it is the next version.
    """

    form: Annotated[str, msgspec.Meta(pattern="^[a-z0-9][a-z0-9-]{0,39}$")]
    title: Needed
    mapping: Annotated[str, msgspec.Meta(min_length=1, max_length=2_000_000)]
    file_id: UUID
    sha256: Hex32
    size: Bytes
    key: Hex32


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptedForm:
    """A form as it was adopted; ``version`` counts from 1 under its name, ``at`` is in UTC."""

    form: str
    version: int
    title: str
    mapping: str
    file_id: UUID
    sha256: str
    key: str = field(repr=False)
    at: datetime
    by: str

    @property
    def paper(self) -> str:
        """The name of the paper that a filled one is."""
        return f"{PREFIX}{self.form}"


KINDS = (FormAdopted,)
