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

MAY: Mapping[str, frozenset[str]] = {
    "officer": frozenset({READ_CASES, WRITE_CASES, PRINT_PAPERS, VERIFY}),
    "supervisor": frozenset(
        {
            READ_CASES,
            WRITE_CASES,
            PRINT_PAPERS,
            VERIFY,
            RELEASE_LOGINS,
            KEEP_RECORD,
            EXPORT_CASES,
            SET_DIRECTORY,
            WAIVE_DUTIES,
            SET_RULES,
        }
    ),
    "administrator": frozenset({MANAGE_PEOPLE, RELEASE_LOGINS, VERIFY, KEEP_RECORD}),
    "auditor": frozenset({READ_CASES, VERIFY}),
}
"""Administrators see no case content; auditors change nothing."""


def may(roles: frozenset[str], action: str) -> bool:
    """Whether any of the roles allows the action."""
    return any(action in MAY.get(role, frozenset()) for role in roles)
