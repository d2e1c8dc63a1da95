"""Where refusals are made in the source, read without running it: code, file and named values."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
FOLDERS = ("desktop_app", "database")
MAKERS = {"Refusal", "Trouble", "Objection"}


class Raised(NamedTuple):
    """One place. names: what its values are called; None when the source alone cannot tell."""

    code: str
    place: str
    names: frozenset[str] | None


def places() -> Iterator[Raised]:
    """Every place in the program that makes a refusal whose code is written there."""
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield from places_in(path.read_text("utf-8"), str(path.relative_to(ROOT)))


def places_in(source: str, file: str) -> Iterator[Raised]:
    """The same, of one module."""
    tree = ast.parse(source)
    known = dict(_literal_dicts(tree))
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
            continue
        if node.func.id in MAKERS and node.args:
            names = _names(node, node.func.id, known)
            for code in _codes(node.args[0]):
                yield Raised(code, f"{file}:{node.lineno}", names)


def _codes(node: ast.expr) -> Iterator[str]:
    """The code written; both of an `a if … else b`; none of one that is computed."""
    chosen = [node.body, node.orelse] if isinstance(node, ast.IfExp) else [node]
    for choice in chosen:
        if isinstance(choice, ast.Constant) and isinstance(choice.value, str):
            yield choice.value


def _names(call: ast.Call, maker: str, known: dict[str, frozenset[str]]) -> frozenset[str] | None:
    if maker == "Objection":
        given = call.args[2] if len(call.args) > 2 else _keyword(call, "values")
        return frozenset() if given is None else _keys(given, known)
    found: set[str] = set()
    for keyword in call.keywords:
        if keyword.arg is None:
            inner = _keys(keyword.value, known)
            if inner is None:
                return None
            found |= inner
        elif keyword.arg != "field":
            found.add(keyword.arg)
    return frozenset(found)


def _keyword(call: ast.Call, name: str) -> ast.expr | None:
    return next((keyword.value for keyword in call.keywords if keyword.arg == name), None)


def _keys(node: ast.expr, known: dict[str, frozenset[str]]) -> frozenset[str] | None:
    """The keys of a dictionary written here, or of a variable that was given one nearby."""
    if isinstance(node, ast.Name):
        return known.get(node.id)
    if not isinstance(node, ast.Dict):
        return None
    found: set[str] = set()
    for key, value in zip(node.keys, node.values, strict=True):
        inner = _keys(value, known) if key is None else None
        if isinstance(key, ast.Constant) and isinstance(key.value, str):
            found.add(key.value)
        elif inner is None:
            return None
        else:
            found |= inner
    return frozenset(found)


def _literal_dicts(tree: ast.Module) -> Iterator[tuple[str, frozenset[str]]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict):
            keys = _keys(node.value, {})
            for target in node.targets:
                if isinstance(target, ast.Name) and keys is not None:
                    yield target.id, keys
