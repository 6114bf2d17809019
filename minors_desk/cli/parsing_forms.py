"""The commands on forms of other agencies: fields, map, check, adopt, list, fill."""

from typing import Any

from minors_desk.cli.options import a_path, a_text, add_group, add_leaf, add_reference

_MAP = """Each guess is marked `to_check = true`. Look at it, correct it, and take that line out;
what no fact fills is left to whoever completes the form."""
_ADOPT = """Blank and mapping are kept in the record, so that a filled form can be filled again and
proved. Adopted again under its name a form is the next version; papers of before keep theirs."""
_FILL = """Every value is read back from the file and compared, by field and as a picture; if
anything differs there is no file. What does not fit stands on a sheet behind the form."""


def add_commands(commands: Any) -> None:
    """Adds them to the tree of commands."""
    form = add_group(commands, "form", "fillable PDFs of other agencies, filled from a case")
    add_leaf(form, "facts", "official_forms:facts", "what a field may be filled with")
    _file(add_leaf(form, "fields", "official_forms:fields", "the fields of a fillable PDF"))
    mapped = add_leaf(form, "map", "official_forms:mapped", "begin a mapping, with guesses")
    _file(mapped)
    mapped.add_argument(
        "--name", type=a_text("--name", 40), required=True, help="what the form is called here"
    )
    mapped.add_argument(
        "--out", type=a_path("--out"), metavar="FILE", required=True, help="a new TOML file"
    )
    mapped.epilog = _MAP
    checked = add_leaf(form, "check", "official_forms:checked", "hold a mapping against a PDF")
    _file(checked)
    _mapping(checked)
    adopt = add_leaf(form, "adopt", "official_forms:adopted", "let a form be filled here")
    _file(adopt)
    _mapping(adopt)
    adopt.epilog = _ADOPT
    add_leaf(form, "list", "official_forms:listed", "the forms that may be filled here")
    filled = add_leaf(form, "fill", "official_forms:filled", "fill a form, and save it as a PDF")
    filled.add_argument("name", metavar="NAME", help="of the form; see `minors-desk form list`")
    add_reference(filled)
    filled.add_argument(
        "--out", type=a_path("--out"), metavar="FILE", required=True, help="a new file"
    )
    filled.epilog = _FILL


def _file(leaf: Any) -> None:
    leaf.add_argument("file", metavar="FILE.pdf", type=a_path("FILE.pdf"), help="the blank form")


def _mapping(leaf: Any) -> None:
    leaf.add_argument("map", metavar="MAP.toml", type=a_path("MAP.toml"), help="its mapping")
