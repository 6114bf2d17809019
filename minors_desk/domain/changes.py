"""What a use-case touched, so that each view can decide whether to look again."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """The cases and kinds of entries that one use-case wrote; ``station`` for the station's own."""

    case_ids: frozenset[UUID] = frozenset()
    kinds: frozenset[str] = frozenset()
    station: bool = False

    def and_also(self, other: "Changes") -> "Changes":
        """Both, where one use-case takes two transactions."""
        return Changes(
            case_ids=self.case_ids | other.case_ids,
            kinds=self.kinds | other.kinds,
            station=self.station or other.station,
        )

    def touches(self, case_id: UUID) -> bool:
        """Whether that case has new entries."""
        return case_id in self.case_ids
