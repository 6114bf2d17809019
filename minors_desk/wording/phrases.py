"""The small pieces that sentences are made of."""

from minors_desk.i18n import SOURCE_LANGUAGE, translator

_ = translator(SOURCE_LANGUAGE)


def joined(*parts: str) -> str:
    """The parts that say something, with a middle dot between them."""
    return " · ".join(part for part in parts if part)


def place_words(place: str, room: str) -> str:
    """``Area Central, interview room 2``."""
    return f"{place}, {room}" if room else place


def lock_words(secure: bool) -> str:
    """``locked`` or ``not locked``."""
    return _("locked") if secure else _("not locked")
