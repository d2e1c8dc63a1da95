"""Small parts shared by the screens. Each takes the theme first and follows its changes.

A part is imported when a screen first names it: the first paint waits for none it does not show.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desktop_app.ui.widgets.button import Button
    from desktop_app.ui.widgets.card import Card
    from desktop_app.ui.widgets.chip import Chip, KeyCap
    from desktop_app.ui.widgets.choice_field import ChoiceField
    from desktop_app.ui.widgets.empty_state import EmptyState
    from desktop_app.ui.widgets.form import Form, FormRow
    from desktop_app.ui.widgets.gauge import Gauge, RingGauge
    from desktop_app.ui.widgets.reading_field import (
        CountField,
        DateField,
        HoursField,
        ReadingField,
        TimeField,
    )
    from desktop_app.ui.widgets.segmented import SegmentedControl
    from desktop_app.ui.widgets.side_panel import SidePanel
    from desktop_app.ui.widgets.table import TableView
    from desktop_app.ui.widgets.text import ElidedLabel, PersonLabel, Text

_HOMES = {
    "Button": "button",
    "Card": "card",
    "Chip": "chip",
    "ChoiceField": "choice_field",
    "CountField": "reading_field",
    "DateField": "reading_field",
    "ElidedLabel": "text",
    "EmptyState": "empty_state",
    "Form": "form",
    "FormRow": "form",
    "Gauge": "gauge",
    "HoursField": "reading_field",
    "KeyCap": "chip",
    "PersonLabel": "text",
    "ReadingField": "reading_field",
    "RingGauge": "gauge",
    "SegmentedControl": "segmented",
    "SidePanel": "side_panel",
    "TableView": "table",
    "Text": "text",
    "TimeField": "reading_field",
}

__all__ = [
    "Button",
    "Card",
    "Chip",
    "ChoiceField",
    "CountField",
    "DateField",
    "ElidedLabel",
    "EmptyState",
    "Form",
    "FormRow",
    "Gauge",
    "HoursField",
    "KeyCap",
    "PersonLabel",
    "ReadingField",
    "RingGauge",
    "SegmentedControl",
    "SidePanel",
    "TableView",
    "Text",
    "TimeField",
]


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(name)
    part = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = part
    return part
