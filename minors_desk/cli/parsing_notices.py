"""The commands on texts that tell children their rights: adopt, withdraw, list, check."""

from typing import Any

from minors_desk.cli.options import a_path, a_text, add_group, add_leaf

_FILE = """A text is TOML in UTF-8:

  [notice]
  language = "spa"              ISO 639-3
  jurisdiction = "US-IL"        or US: the place that it is for
  reviewed_by = "Counsel of the agency, A. Lee"
  reviewed_on = 2026-10-01
  source = "General order 6-4, annex B"

  [[point]]
  id = "doctor"                 as `minors-desk notice list --json` names them
  text = "..."                  the words in that language, as they were reviewed
  rests_on = ["US-CN-01"]       ids of rules; may be left out

A point that it has no words for prints in English, marked. Nothing is translated."""


def add_commands(commands: Any) -> None:
    """Adds them to the tree of commands."""
    notice = add_group(commands, "notice", "texts that tell children their rights, by language")
    adopt = add_leaf(notice, "adopt", "notices:adopted", "print a reviewed text from now on")
    adopt.add_argument("file", metavar="FILE", type=a_path("FILE"), help="the text: TOML in UTF-8")
    adopt.epilog = _FILE
    withdraw = add_leaf(notice, "withdraw", "notices:withdrawn", "print such a text no more")
    withdraw.add_argument("language", metavar="LANGUAGE", type=a_text("LANGUAGE"), help="as spa")
    withdraw.add_argument("place", metavar="PLACE", type=a_text("PLACE"), help="as US-IL or US")
    withdraw.add_argument("--reason", type=a_text("--reason"), required=True, help="why")
    add_leaf(notice, "list", "notices:listed", "the texts that this desk prints")
    check = add_leaf(notice, "check", "notices:checked", "what is wrong with files of texts")
    check.add_argument(
        "files", metavar="FILE", type=a_path("FILE"), nargs="+", help="a text: TOML in UTF-8"
    )
    check.epilog = f"{_FILE}\n\nNo record is needed. Ends with 0 when there is no fault."
