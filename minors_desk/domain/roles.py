"""Who may do what: one table, read by the one function in services that changes the record."""

from collections.abc import Mapping

READ_CASES = "read_cases"
WRITE_CASES = "write_cases"
PRINT_PAPERS = "print_papers"
VERIFY = "verify"
MANAGE_PEOPLE = "manage_people"
RELEASE_LOGINS = "release_logins"
KEEP_RECORD = "keep_record"
"""Back the record up, bring one back from a backup, make its index again."""
EXPORT_CASES = "export_cases"
SET_DIRECTORY = "set_directory"
WAIVE_DUTIES = "waive_duties"
SET_RULES = "set_rules"
ADOPT_FORMS = "adopt_forms"
"""Say how a form of another agency is filled here."""
DECIDE_FEDERAL = "decide_federal_contact"
DISABLE_LOGINS = "disable_logins"
RESET_PASSPHRASES = "reset_passphrases"
SEE_PEOPLE = "see_people"
CHANGE_OWN = "change_own_login"
SEE_REVIEWS = "see_reviews"
REVIEW_CASES = "review_cases"
EXPORT_LISTS = "export_lists"

_EVERYBODY = frozenset({VERIFY, CHANGE_OWN})
_OFFICER = _EVERYBODY | {READ_CASES, WRITE_CASES, PRINT_PAPERS}
_LOGINS = frozenset({RELEASE_LOGINS, DISABLE_LOGINS, SEE_PEOPLE})
MAY: Mapping[str, frozenset[str]] = {
    "officer": _OFFICER,
    "supervisor": _OFFICER
    | _LOGINS
    | {RESET_PASSPHRASES, SEE_REVIEWS, REVIEW_CASES, EXPORT_LISTS, EXPORT_CASES}
    | {KEEP_RECORD, SET_DIRECTORY, WAIVE_DUTIES, SET_RULES, DECIDE_FEDERAL}
    | {ADOPT_FORMS},
    "administrator": _EVERYBODY | _LOGINS | {MANAGE_PEOPLE, KEEP_RECORD},
    "auditor": _EVERYBODY | {READ_CASES, SEE_REVIEWS, SEE_PEOPLE},
}
"""Administrators see no case content; auditors change nothing."""


def may(roles: frozenset[str], action: str) -> bool:
    """Whether any of the roles allows the action."""
    return any(action in MAY.get(role, frozenset()) for role in roles)
