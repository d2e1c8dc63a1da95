"""What a refusal says, without a `with` around it."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.domain.refusals import Refusal


def code_of(ask: Callable[..., object], *arguments: object) -> str:
    """The code of the refusal that asking raises; empty when nothing is refused."""
    try:
        ask(*arguments)
    except Refusal as refused:
        return refused.code
    return ""
