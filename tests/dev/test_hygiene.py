"""The hygiene check finds what it is for, and only that."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import hygiene


@pytest.mark.parametrize(
    ("name", "text", "finding"),
    [
        ("a.py", 'PATH = "/ro' + 'ot/project"', "a path of one machine"),
        ("a.md", "see `/ho" + "me/camille/accueil`", "a path of one machine"),
        ("a.md", "https:/" + "/registry.invalid/simple", "unknown host registry.invalid"),
        ("a.py", "x = 1\n" * 401, "401 lines"),
        ("requirements/dev.txt", "--index-url somewhere", "only hashed versions"),
        ("requirements/dev.txt", "six==1.17.0", "only hashed versions"),
    ],
)
def test_a_planted_fault_is_found(tmp_path, name, text, finding):
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    assert finding in "\n".join(hygiene.troubles_of(path))


def test_ordinary_text_is_left_alone(tmp_path):
    path = tmp_path / "a.md"
    path.write_text("Un lieu ~/work/x, https://example.org, 8/9, and/or", "utf-8")
    assert list(hygiene.troubles_of(path)) == []


def test_the_path_of_this_checkout_is_found(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(str(hygiene.ROOT), "utf-8")
    assert list(hygiene.troubles_of(path))


def test_files_not_yet_committed_are_looked_at_too():
    assert Path(__file__) in hygiene.files()
