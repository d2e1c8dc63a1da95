"""What the documents say of this checkout is there: links, pictures, tests by name."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *ROOT.glob("docs/**/*.md")])
PAGES += sorted(ROOT.glob("installers/**/*.md"))
LARGEST_PICTURE = 400 * 1024
_LINK = re.compile(r"\]\((?P<target>[^)#\s]+)(?:#(?P<place>[^)\s]+))?\)")
_PICTURE = re.compile(r"!\[[^\]]*\]\((?P<target>[^)]+)\)")
_PLACE = re.compile(r"\]\(#(?P<place>[^)\s]+)\)")
_TEST = re.compile(r"`(?P<file>tests/[\w/]+\.py)(?:::(?P<name>\w+))?`")


class Link(NamedTuple):
    page: Path
    target: str


def links() -> list[Link]:
    """Every link of every page to a file of this checkout."""
    return [
        Link(page, found["target"])
        for page in PAGES
        for found in _LINK.finditer(page.read_text(encoding="utf-8"))
        if "://" not in found["target"]
    ]


def anchor(title: str) -> str:
    """The place a title makes on its page."""
    return re.sub(r"[^\w\- ]", "", title.strip().lower()).replace(" ", "-")


@pytest.mark.parametrize("link", links(), ids=lambda link: f"{link.page.name}:{link.target}")
def test_a_link_leads_somewhere(link: Link):
    assert (link.page.parent / link.target).exists()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_place_on_the_page_is_there(page: Path):
    text = page.read_text(encoding="utf-8")
    titles = {anchor(line.lstrip("#")) for line in text.splitlines() if line.startswith("#")}
    assert {found["place"] for found in _PLACE.finditer(text)} <= titles


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_test_that_is_named_exists(page: Path):
    for found in _TEST.finditer(page.read_text(encoding="utf-8")):
        file = ROOT / found["file"]
        assert file.is_file(), found[0]
        if found["name"]:
            assert f"def {found['name']}(" in file.read_text(encoding="utf-8"), found[0]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_its_pictures_are_light(page: Path):
    """What `./dev screenshots` takes; those kept in the repository are made smaller still."""
    for found in _PICTURE.finditer(page.read_text(encoding="utf-8")):
        assert (page.parent / found["target"]).stat().st_size <= LARGEST_PICTURE, found["target"]
