"""The handoff in the words that page, command line and papers share."""

from minors_desk.domain.handoff import Stopped
from minors_desk.i18n import SOURCE_LANGUAGE, translator
from minors_desk.wording.codes import word

_ = translator(SOURCE_LANGUAGE)


def why_stopped(stopped: Stopped) -> str:
    """``refused by the receiver: No space``, or ``failed: The receiver did not come``."""
    if stopped.by is None:
        reason = word("failure_reason", stopped.reason)
        return _("failed: {reason}").format(reason=reason)
    reason = word("refusal_reason", stopped.reason)
    return _("refused by {who}: {reason}").format(who=word("refused_by", stopped.by), reason=reason)
