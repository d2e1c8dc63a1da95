"""Every “no” the venue can say: a code and its values, never a sentence.

The sentence is made by `desktop_app.wording.refusals`, in the reader's language. Everyone may
raise a `Refusal`; only the wording turns it into words.
"""

from __future__ import annotations

from typing import Any


class Refusal(Exception):
    """The venue says no. Nothing was written.

    code: stable identifier, snake_case (`room_taken`, `time_unreadable`…).
    field: the form field at fault (`start`, `end`, `heads`, `organisation`…), so that the window
    can put the focus there; None when no single field is at fault.
    values: what the sentence needs, as domain values (dates, spans, names), not as text.
    """

    def __init__(self, code: str, *, field: str | None = None, **values: Any) -> None:
        super().__init__(code)
        self.code = code
        self.field = field
        self.values = values

    def __repr__(self) -> str:
        return f"Refusal({self.code!r}, field={self.field!r}, {self.values!r})"


class Trouble(Exception):
    """The world failed, not the program: disk full, server away, printer missing.

    code and values work as in `Refusal`; work goes on where it can.
    """

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code)
        self.code = code
        self.values = values
