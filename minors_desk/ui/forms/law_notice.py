"""Names the law against locking a child up where the answer stands; it does not block."""

from collections.abc import Sequence

from minors_desk.domain.rules import Rule
from minors_desk.ui.kit.notice import Notice
from minors_desk.ui.kit.tokens import Tone


class LawNotice(Notice):
    """Amber, as all that is no duty with a due instant; hidden while the answer breaks no rule."""

    def __init__(self, forbidding: Sequence[Rule]) -> None:
        super().__init__()
        self._forbidding = tuple(forbidding)

    def look(self, *, forbidden: bool) -> None:
        """Name the rules when there are any that forbid what is answered."""
        if not forbidden or not self._forbidding:
            self.say_nothing()
            return
        named = "; ".join(f"{one.citation} ({one.id})" for one in self._forbidding)
        hint = f"{named}. If it happened, save it: it will stand as a finding"
        self.show_words(Tone.AMBER, self._forbidding[0].title, hint, icon="warning")
