"""Translates texts with gettext, one language beside another: no global language, no Qt.

A notice prints in the child's language while the screen stays in the officer's, so whoever speaks
asks for a translator of the language needed. English is the source; a text without a translation
stays English.
"""

import gettext
from collections.abc import Callable
from functools import cache

from minors_desk import assets

DOMAIN = "minors_desk"
SOURCE_LANGUAGE = "en"


def N_(text: str) -> str:  # noqa: N802 - the name gettext's own tools look for
    """Mark a text for translation where it is written; it is translated where it is shown."""
    return text


def translator(language: str) -> Callable[[str], str]:
    """Return the function that translates into `language` (a code such as `es` or `pt_BR`)."""
    translate = _catalogue(language).gettext

    def _(text: str) -> str:
        # gettext answers an empty text with the catalogue's own header.
        return translate(text) if text else ""

    return _


def ngettext(language: str, one: str, many: str, count: int) -> str:
    """Return the form of a text that `language` uses for `count` things."""
    return _catalogue(language).ngettext(one, many, count)


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    if language == SOURCE_LANGUAGE:
        return gettext.NullTranslations()
    try:
        folder = assets.path("locale")
    except FileNotFoundError:
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, str(folder), languages=[language], fallback=True)
