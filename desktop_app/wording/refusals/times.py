"""Sentences of the refusals about dates, hours, weeks, counts and the venue's opening."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

SENTENCES: dict[str, Callable[[Mapping[str, Any]], str]] = {}
