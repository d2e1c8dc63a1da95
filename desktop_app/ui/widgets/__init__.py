"""Small parts shared by the screens. Each takes the theme first and follows its changes."""

from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.chip import Chip, KeyCap
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

__all__ = [
    "Button",
    "Card",
    "Chip",
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
