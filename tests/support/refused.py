"""What a refusal says, without a `with` around it."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.domain.refusals import Refusal


def code_of(ask: Callable[[], object]) -> str:
    """The code of the refusal asking raises; empty when nothing is refused."""
    try:
        ask()
    except Refusal as refused:
        return refused.code
    return ""
