"""A test that pytest never collects proves nothing: none may hide behind its name or its file."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
FILES = sorted(TESTS.rglob("*.py"))
Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions_of(tree: ast.AST) -> Iterator[Function]:
    """Functions of the module and methods of its classes, not those inside functions."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, Function):
            yield node
        elif isinstance(node, ast.ClassDef):
            yield from functions_of(node)


def hidden_tests(text: str, file_name: str) -> list[str]:
    """Names of functions that look like tests and are not run."""
    tree = ast.parse(text)
    collected = file_name.startswith("test_")
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    used |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    used |= {
        arg.arg for node in ast.walk(tree) if isinstance(node, ast.arguments) for arg in node.args
    }
    found = []
    for function in functions_of(tree):
        named = function.name.startswith("test")
        asserts = any(isinstance(node, ast.Assert) for node in ast.walk(function))
        orphan = asserts and not function.decorator_list and function.name not in used
        right = function.name.startswith("test_") and collected
        if (named and not right) or (collected and orphan and not right):
            found.append(function.name)
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and any(
            function.name.startswith("test_") for function in functions_of(node)
        ):
            found += [] if collected and node.name.startswith("Test") else [node.name]
    return found


def test_no_test_of_this_project_is_hidden() -> None:
    hidden = {
        str(path.relative_to(TESTS)): names
        for path in FILES
        if (names := hidden_tests(path.read_text("utf-8"), path.name))
    }
    assert hidden == {}


@pytest.mark.parametrize(
    ("text", "file_name"),
    [
        ("def a_room_is_free():\n    assert 1", "test_rooms.py"),
        ("def testing_a_room():\n    assert 1", "test_rooms.py"),
        ("def test_a_room():\n    assert 1", "rooms.py"),
        ("class Rooms:\n    def test_one(self):\n        assert 1", "test_rooms.py"),
    ],
)
def test_a_hidden_test_is_found(text: str, file_name: str) -> None:
    assert hidden_tests(text, file_name)


@pytest.mark.parametrize(
    "text",
    [
        "def test_a_room():\n    assert 1",
        "def must_be_free(x):\n    assert x\ndef test_a_room():\n    must_be_free(1)",
        "import pytest\n@pytest.fixture\ndef room():\n    assert 1\n    return 2",
        "class TestRooms:\n    def test_one(self):\n        assert 1",
    ],
)
def test_ordinary_files_are_left_alone(text: str) -> None:
    assert hidden_tests(text, "test_rooms.py") == []
