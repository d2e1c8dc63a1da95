"""No “no” without words: each code raised in the program is said, each sentence is of some use."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from desktop_app.wording.refusals import sentences

ROOT = Path(__file__).parents[2]
FOLDERS = ("desktop_app", "database")
RAISED = {"Refusal", "Trouble", "Objection"}


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path, ast.parse(path.read_text("utf-8"))


def strings_in(node: ast.AST) -> Iterator[str]:
    for inner in ast.walk(node):
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
            yield inner.value


def codes_raised(tree: ast.Module) -> Iterator[str]:
    """The codes written where a refusal is made, both of an `a if … else b`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
            first = node.args[0]
            chosen = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
            if node.func.id in RAISED:
                yield from (code for choice in chosen for code in strings_in(choice))


def test_every_code_that_is_raised_has_a_sentence():
    raised = {
        (code, str(path.relative_to(ROOT))) for path, tree in trees() for code in codes_raised(tree)
    }
    assert len(raised) > 50
    assert {(code, path) for code, path in raised if code not in sentences()} == set()


def test_every_sentence_has_somebody_who_says_it():
    written = {
        text
        for path, tree in trees()
        if "wording/refusals" not in path.as_posix()
        for text in strings_in(tree)
    }
    assert set(sentences()) - written == set()


def test_a_code_chosen_between_two_is_seen():
    tree = ast.parse("raise Refusal('early' if soon else 'late', field=None)")
    assert list(codes_raised(tree)) == ["early", "late"]
