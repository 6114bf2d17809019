"""The commands on rules: list, show, coverage and check without a record; explain and simulate."""

from typing import Any

from minors_desk.cli.options import a_path, a_text, add_group, add_leaf, add_reference

KINDS = ("deadline", "interval", "prohibition", "gate", "record")
"""The kinds of rules, told here again: ``--help`` imports no layer below (a test compares)."""
_COVERAGE = """Ends with 1 when a row of the research is in no pack, or a rule is of no row."""
_CHECK = """Each fault is one line: file, rule, field, what is expected there. Of a station's pack
also what would ask less than the law that it tightens. Ends with 0 when there is no fault."""
_EXPLAIN = """For each rule of the packs in force: its clock, its gate, what it forbids, or what
keeps it from applying. With --json everything of it."""
_WHOM = "such as immigration_authority, child_protection, consulate, parent"
_SIMULATE = """The story is a JSON object:

  {"jurisdiction": "US-IL", "zone": "America/Chicago",
   "at": "2026-11-24T09:00:00-06:00",
   "packs": ["draft.toml"],
   "entries": [{"kind": "encountered", ...}, {"kind": "custody_began", ...}]}

jurisdiction   whose shipped packs are used
zone           the station's time zone
at             the instant to look at; null or left out: that of the last entry
packs          files of packs, from the folder of the story; one with the id of a shipped
               pack stands in its place. May be left out
entries        as `minors-desk case add` takes them, the encounter first. Each may have
               "recorded_at", else it was recorded when it happened; and "id", for others
               to name it. What was recorded after `at` is not known yet. The digest of a
               signature may be left out: it is that of what stood on screen
title          of the story; may be left out
children       several children of one night: {"Ana": "id of her case", ...}. An entry is
               then of all of them, or has "child": a name, or a list of names
looks          in place of `at` several instants: [{"at": ..., "child": "Ana",
               "why": "...", "expect": {"duties": [...], "gates": [...]}}]
expect         whole lists: what is given and not named here is a fault too
               duties    rule, citation, start, due, state, tone; may have met_at,
                         target_at, earlier_missed, let_go
               others    what is asked of others: rule, citation, binds, start, due
               gates     rule, citation, before, state: open, shut, or the answer
               breaches  rule, citation, at
               calls     in their order: purpose; whom: the line, the person's role, or the
                         name; why: {rule: citation}, or practice, planned, promised;
                         missing; may have next, due, presses, tries, escalation
               not_called   whom, purpose, reason; may have until
               federal   of a call to a federal agency: answer, why
               disclosures  no whole list, but what the law is asked: about, to, answer,
                         why; may have needs
dated          true where the dates matter: `minors-desk sample --story` leaves them

No record is needed, and nothing is written. Ends with 1 when something is not as expected.
Twelve such stories lie in tests/stories."""


def add_commands(commands: Any) -> None:
    """Adds them to the tree of commands."""
    rules = add_group(commands, "rules", "the rules of law: which there are, and what they ask")
    _list(rules)
    show = add_leaf(rules, "show", "rules:shown", "everything of a rule, in words")
    show.add_argument("rule", metavar="ID", type=a_text("ID"), help="such as US-IL-01")
    coverage = add_leaf(
        rules, "coverage", "rules:covered", "which researched row of the law is in which pack"
    )
    coverage.epilog = _COVERAGE
    check = add_leaf(rules, "check", "rule_checking:checked", "what is wrong with files of packs")
    check.add_argument(
        "files", metavar="FILE", type=a_path("FILE"), nargs="+", help="a pack: TOML in UTF-8"
    )
    check.epilog = _CHECK
    explain = add_leaf(
        rules, "explain", "explaining:explained", "why each rule applies to a case or does not"
    )
    add_reference(explain)
    explain.add_argument("--rule", type=a_text("--rule"), metavar="ID", help="this one only")
    explain.epilog = _EXPLAIN
    tell = add_leaf(
        rules, "may-tell", "may_tell:told", "what may be told to whom about a child, and why"
    )
    add_reference(tell)
    tell.add_argument(
        "--about",
        type=a_text("--about"),
        metavar="WHAT",
        action="append",
        required=True,
        help="such as address, birthplace, whole_record; may be given again",
    )
    tell.add_argument("--to", type=a_text("--to"), metavar="WHOM", required=True, help=_WHOM)
    simulate = add_leaf(
        rules, "simulate", "simulating:simulated", "what the rules make of an invented story"
    )
    simulate.add_argument("source", metavar="FILE", help="JSON: the story; - reads standard input")
    simulate.epilog = _SIMULATE


def _list(rules: Any) -> None:
    leaf = add_leaf(rules, "list", "rules:listed", "one line for each rule that the program brings")
    leaf.add_argument(
        "--jurisdiction",
        type=a_text("--jurisdiction"),
        metavar="PLACE",
        help="only the pack of that place, such as US-IL; US is federal law",
    )
    leaf.add_argument(
        "--kind",
        type=a_text("--kind"),
        metavar="KIND",
        help=", ".join(KINDS) + " or outside: what no program can hold",
    )
    leaf.add_argument("--not-verified", action="store_true", help="only what nobody has verified")
