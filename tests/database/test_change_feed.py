"""The bell between processes: other connections' commits are heard, our own are not."""

from __future__ import annotations

import pytest

from database.change_feed import ChangeFeed
from database.unit_of_work import Database
from desktop_app.domain.changes import EVERYTHING, Changes
from tests import builders

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"])


def test_our_own_commits_are_not_heard(database: Database):
    feed = ChangeFeed(database)
    builders.a_venue(database)
    assert feed.listen() is False


def test_somebody_elses_commit_is_heard_once(database: Database):
    heard: list[Changes] = []
    feed = ChangeFeed(database)
    database.listeners.append(heard.append)
    other = Database(str(database.path), database.clock)
    builders.a_venue(other)
    other.close()
    assert feed.listen() is True
    assert feed.listen() is False
    assert heard == [EVERYTHING]
