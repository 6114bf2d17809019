"""Holds the rules of the house that a machine can see: sizes, opening sentences, words, habits."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FILE_LINES = 400
FUNCTION_LINES = 50
CLASS_METHODS = 20

# The words of the field are encounter, minor, receiver, paper; see README, "Words".
WRONG_WORDS = re.compile(r"(?<![a-z])(kid|detainee|alien|client)s?(?![a-z])", re.IGNORECASE)
# Qt's own name for a row is all over its interface, so this one is looked for in texts
# that a person may see.
WRONG_IN_TEXT = re.compile(r"(?<![:\w])items?(?!\w)", re.IGNORECASE)
OWN_FILE = Path(__file__).resolve()
MACHINE_PATH = re.compile(r"(?<![\w.~}])/(?:work|root|tmp|home|opt)/\w")
TEXT_FILES = {".py", ".md", ".toml", ".lock", ".txt", ".csv", ".json", ""}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def sources(*folders: str) -> list[Path]:
    return sorted(file for folder in folders for file in (ROOT / folder).rglob("*.py"))


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def nodes(*folders: str) -> Iterator[tuple[Path, ast.AST]]:
    for file in sources(*folders):
        for node in ast.walk(tree(file)):
            yield file, node


@cache
def docstrings(file: Path) -> set[ast.AST]:
    owners = (n for n in ast.walk(tree(file)) if isinstance(n, (*FUNCTIONS, ast.ClassDef)))
    firsts = [owner.body[0] for owner in (tree(file), *owners) if owner.body]
    return {first.value for first in firsts if isinstance(first, ast.Expr)}


def at(file: Path, node: ast.AST) -> str:
    return f"{file.relative_to(ROOT)}:{getattr(node, 'lineno', 1)}"


def all_sources() -> list[Path]:
    return sources("minors_desk", "tests", "installer")


def test_files_stay_short() -> None:
    long = {
        str(file.relative_to(ROOT)): lines
        for file in all_sources()
        if (lines := len(file.read_text(encoding="utf-8").splitlines())) > FILE_LINES
    }
    assert long == {}


def test_functions_stay_short() -> None:
    long = [
        f"{at(file, node)} {node.name}"
        for file, node in nodes("minors_desk", "tests", "installer")
        if isinstance(node, FUNCTIONS)
        and (node.end_lineno or node.lineno) - node.lineno + 1 > FUNCTION_LINES
    ]
    assert long == []


def test_classes_stay_small() -> None:
    large = [
        f"{at(file, node)} {node.name}"
        for file, node in nodes("minors_desk", "tests", "installer")
        if isinstance(node, ast.ClassDef)
        and sum(isinstance(part, FUNCTIONS) for part in node.body) > CLASS_METHODS
    ]
    assert large == []


def test_every_module_opens_with_a_sentence() -> None:
    silent = []
    for file in all_sources():
        first = (ast.get_docstring(tree(file)) or "").split("\n\n")[0]
        if not re.fullmatch(r"\S.*[.:]", first, re.DOTALL):
            silent.append(str(file.relative_to(ROOT)))
    assert silent == []


def test_no_nested_event_loops() -> None:
    nested = [
        at(file, node)
        for file, node in nodes("minors_desk/ui")
        if isinstance(node, ast.Attribute) and node.attr in {"exec", "exec_", "processEvents"}
    ]
    assert nested == []


def test_no_error_is_swallowed() -> None:
    silent = [
        at(file, node)
        for file, node in nodes("minors_desk", "tests", "installer")
        if isinstance(node, ast.ExceptHandler)
        and all(isinstance(part, ast.Pass) or _is_ellipsis(part) for part in node.body)
    ]
    assert silent == []


MAY_SKIP = (
    "tests/cli/test_real_rows.py",
    "tests/papers/test_official_real.py",
    "tests/papers/test_card.py",
)
"""The first two need rows and forms that are no part of the project, the last a card in software,
which is no part of Python; the reason names what is missing."""


def test_tests_neither_sleep_nor_skip() -> None:
    banned = {"sleep", "skip", "skipif", "xfail", "importorskip", "flaky"}
    found = [
        at(file, node)
        for file, node in nodes("tests")
        if isinstance(node, ast.Attribute) and node.attr in banned
    ]
    assert [one for one in found if not one.startswith(MAY_SKIP)] == []


def test_nothing_is_left_for_later() -> None:
    marks = re.compile(r"#.*\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
    assert [str(f) for f in all_sources() if marks.search(f.read_text(encoding="utf-8"))] == []


def test_words_of_the_field() -> None:
    wrong = []
    for file, node in nodes("minors_desk", "installer"):
        for name in _names(node):
            if WRONG_WORDS.search(name.replace("_", " ")):
                wrong.append(f"{at(file, node)} {name}")
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            patterns = [WRONG_WORDS] if node in docstrings(file) else [WRONG_WORDS, WRONG_IN_TEXT]
            for pattern in patterns:
                wrong += [f"{at(file, node)} {hit[0]}" for hit in pattern.finditer(node.value)]
    assert "\n".join(wrong) == ""


def test_no_path_of_one_machine() -> None:
    folders = [ROOT / name for name in ("minors_desk", "tests", "installer", "resources", ".ci")]
    files = [file for folder in folders for file in folder.rglob("*")]
    files += [file for file in ROOT.iterdir() if file.suffix in {".md", ".toml"}]
    found = [
        str(file.relative_to(ROOT))
        for file in files
        if file.is_file()
        and file != OWN_FILE
        and file.suffix in TEXT_FILES
        and MACHINE_PATH.search(file.read_text(encoding="utf-8"))
    ]
    assert found == []


def _is_ellipsis(part: ast.stmt) -> bool:
    return (
        isinstance(part, ast.Expr)
        and isinstance(part.value, ast.Constant)
        and part.value.value is Ellipsis
    )


def _names(node: ast.AST) -> list[str]:
    """The names that a node of ours gives to something."""
    if isinstance(node, (*FUNCTIONS, ast.ClassDef)):
        return [node.name]
    if isinstance(node, ast.arg):
        return [node.arg]
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        return [node.id]
    return []
