"""Who signed on screen, when and with what, in the words that page, log and papers share."""

from datetime import datetime

from minors_desk.domain.handoff_values import Device
from minors_desk.i18n import SOURCE_LANGUAGE, translator
from minors_desk.wording.codes import word
from minors_desk.wording.times import day_and_time

_ = translator(SOURCE_LANGUAGE)


def signer_words(name: str, badge: str, title: str) -> str:
    """``A. Osei, badge 77, sergeant``; without what was not told."""
    told = _("badge {badge}").format(badge=badge) if badge.strip() else ""
    return ", ".join(part for part in (name, told, title) if part.strip())


def drawn_words(at: datetime, zone: str, device: Device | None) -> str:
    """``24 Nov 2026 03:20 CST, on screen with a pen``; an old drawing does not tell with what."""
    return f"{day_and_time(at, zone)}, {device_words(device)}"


def seal_words(bottom_line: bool, subject: str, issuer: str, problem: str) -> str:
    """What holds of a signature by a certificate, in one sentence or two."""
    who = _("{subject}, issued by {issuer}").format(subject=subject, issuer=issuer)
    if bottom_line:
        return _("The signature holds: {who}.").format(who=who)
    why = word("signature_problem", problem)
    return _("The signature does not hold: {who}. {why}").format(who=who, why=why)


def device_words(device: Device | None) -> str:
    """``on screen with a pen``."""
    if device is None:
        return _("on screen")
    return _("on screen with {device}").format(device=word("device", device))
