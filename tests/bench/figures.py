"""Results as people read them: a line while the run goes on, a table, the document's figures."""

from __future__ import annotations

import os
import platform
import sqlite3
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import PySide6

from tests.bench.rounds import Result

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "performance.md"
_START, _END = "<!-- figures: ./dev bench --write -->", "<!-- end of figures -->"
_HEAD = ("bench", "what ÷ limit", "ratio", "target", "held", "ours, ms", "limit, ms")


def cells_of(result: Result) -> tuple[str, ...]:
    is_count = result.unit != "x"
    return (
        result.name,
        result.what,
        f"{result.ratio:g} {result.unit}" if is_count else f"{result.ratio:.2f} x",
        f"= {result.target:g}" if is_count else f"≤ {result.target:g} x",
        "yes" if result.held else "**no**",
        _milliseconds(result.ours_ms),
        _milliseconds(result.limit_ms),
    )


def _milliseconds(time: float | None) -> str:
    return "–" if time is None else f"{time:.3g}" if time < 100 else f"{time:.0f}"


def line_of(result: Result) -> str:
    name, what, ratio, target, held, *_times = cells_of(result)
    return f"{'✓' if held == 'yes' else '✗ missed'} {name}: {ratio} ({target}) · {what}"


def table(results: Sequence[Result]) -> str:
    """A table that reads well on a terminal and in Markdown alike."""
    rows = [_HEAD, *map(cells_of, results)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in rows
    ]
    rule = "| " + " | ".join("-" * width for width in widths) + " |"
    return "\n".join((lines[0], rule, *lines[1:]))


def machine() -> str:
    """What the figures were taken on, without naming it."""
    return (
        f"{date.today():%-d %B %Y}: {os.cpu_count()} cores, {platform.system()}, "
        f"CPython {platform.python_version()}, SQLite {sqlite3.sqlite_version}, "
        f"PySide6 {PySide6.__version__}."
    )


def write(results: Sequence[Result]) -> None:
    """Put these figures between the document's two marks."""
    text = DOCUMENT.read_text("utf-8")
    before, _, rest = text.partition(_START)
    _, _, after = rest.partition(_END)
    figures = f"{_START}\n{machine()}\n\n{table(results)}\n{_END}"
    DOCUMENT.write_text(before + figures + after, "utf-8")
