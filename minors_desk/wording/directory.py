"""How sure a number is, and where it is from, in one line."""

from minors_desk.domain.calling import CallLine
from minors_desk.i18n import SOURCE_LANGUAGE, translator
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import day_and_time
from minors_desk.wording.values import country_name

_ = translator(SOURCE_LANGUAGE)


def our_telephone(station: str, number: str) -> str:
    """Under which number our own station is called back, or that nobody has set one."""
    if not number:
        return _("{station}: no telephone set; receipts say so").format(station=station)
    return _("{station}: {number}; receipts print it").format(station=station, number=number)


def only_for(country: str) -> str:
    """Of a line of one country, whose children it serves; else nothing."""
    if not country:
        return ""
    return _("only for children of {country}").format(country=country_name(country))


def no_number() -> str:
    """What stands where a number would, when nobody found one."""
    return _("no number on record")


def sureness_words(line: CallLine) -> str:
    """``verified``, ``not verified``, or that the agency entered it itself."""
    if line.is_own:
        return _("the agency's own number") if line.number else _("the agency knows no number")
    if not line.number:
        return no_number()
    return _("verified") if line.verified else _("not verified")


def source_words(line: CallLine, zone: str) -> str:
    """Who says so and when: the person who entered it, or the source and its own date."""
    return joined(said_by(line), dated_words(line, zone))


def said_by(line: CallLine) -> str:
    """Who entered it, or the source as it is named."""
    if not line.is_own:
        return line.source
    return _("entered by {name}").format(name=line.set_by or _("somebody not known"))


def dated_words(line: CallLine, zone: str) -> str:
    """When it was entered, or the date that the source bears."""
    if line.set_at is not None:
        return day_and_time(line.set_at, zone)
    return line.dated or _("source bears no date")
