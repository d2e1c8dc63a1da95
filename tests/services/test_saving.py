"""A document is on the disk whole, or the one before it still is."""

from __future__ import annotations

import resource
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.commands import training_papers
from desktop_app.domain.refusals import Trouble
from desktop_app.services.saving import save

ROOM = 4096


@pytest.fixture
def little_room() -> Iterator[None]:
    """A disk that takes no file above a few kilobytes, as this process sees it."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("write", [save, training_papers.write])
def test_a_sheet_that_does_not_fit_leaves_yesterdays_sheet(
    tmp_path: Path, little_room: None, write: Callable[[Path, bytes], object]
) -> None:
    sheet = tmp_path / "jour.pdf"
    write(sheet, b"hier")
    with pytest.raises(Trouble) as told:
        write(sheet, b"x" * (ROOM + 1))
    assert (told.value.code, told.value.values["path"]) == ("file_unwritable", str(sheet))
    assert [path.name for path in tmp_path.iterdir()] == ["jour.pdf"]
    assert sheet.read_bytes() == b"hier"
