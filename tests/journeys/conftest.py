"""Journeys that go through the window have what the window's own tests have."""

from __future__ import annotations

from tests.ui.conftest import background, context, qapp, theme  # noqa: F401
from tests.ui.demonstrated import demonstration, housed  # noqa: F401
