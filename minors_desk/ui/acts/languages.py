"""The languages of the world by name, for forms that keep a language in words."""

from functools import lru_cache

from minors_desk import lists
from minors_desk.ui.kit.choice import Choice


@lru_cache(maxsize=1)
def language_choices() -> tuple[Choice, ...]:
    """One choice for each name; none is ever preset."""
    return tuple(Choice(name, "") for name in dict.fromkeys(one.name for one in lists.languages()))
