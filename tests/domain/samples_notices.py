"""A sample of each kind of entry on texts that tell children their rights."""

from minors_desk.domain.bodies import Body
from minors_desk.domain.notices import NoticeAdopted, NoticeWithdrawn
from tests.domain.moments import T0, at

NOTICES: tuple[Body, ...] = (
    NoticeAdopted(
        occurred_at=T0,
        language="spa",
        jurisdiction="US-IL",
        content="[notice]\n",
        content_hash="0a" * 32,
    ),
    NoticeWithdrawn(
        occurred_at=at(60), language="spa", jurisdiction="US-IL", reason="A new order of counsel"
    ),
)
