"""What a finding says to the supervisor, in one line, and the law behind it in another."""

from datetime import timedelta

from minors_desk.domain.duties import Breach
from minors_desk.domain.findings import ReviewFinding
from minors_desk.domain.rules import Rule
from minors_desk.i18n import SOURCE_LANGUAGE, ngettext, translator
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import span

_ = translator(SOURCE_LANGUAGE)
_LISTS = {"finding": "finding", "paper": "paper", "reason": "late"}
"""The list that words a parameter which is a code."""


def finding_words(found: ReviewFinding) -> str:
    """What there is to see; rule, finding and paper by their own words."""
    said = {name: _said(name, value) for name, value in found.params.items()}
    if "minutes" in said:
        said["late"] = span(timedelta(minutes=int(said["minutes"])))
    if "times" in said:
        count = int(said["times"])
        said["times"] = ngettext(SOURCE_LANGUAGE, "once", "{n} times", count).format(n=count)
    rule = "" if found.rule is None else found.rule.title
    return word("review_finding", found.code).format(**said, rule=rule)


def breach_words(breach: Breach) -> str:
    """What went against which rule: forbidden, or done before what the rule wants first."""
    rule = breach.rule
    if not rule.forbids:
        first = _("the law wants something first") if rule.is_law else _("a station rule wants it")
        return f"{first}: {rule.title}"
    forbidden = _("forbidden by law") if rule.is_law else _("against a station rule")
    return f"{forbidden}: {rule.title}"


def law_behind(rule: Rule | None) -> str:
    """Citation, rule and pack, and whether anybody verified it; empty where no rule is behind."""
    if rule is None:
        return ""
    if not rule.is_law:
        return joined(_("station rule, not law"), rule.id)
    checked = "" if rule.checked.verified else _("not verified")
    return joined(rule.citation, rule.id, checked)


def _said(name: str, value: str) -> str:
    if name == "screen_for":
        return "; ".join(word("why_screen", one) for one in value.split(","))
    return word(_LISTS[name], value) if name in _LISTS else value
