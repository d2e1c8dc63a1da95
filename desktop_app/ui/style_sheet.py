"""The style sheet of Qt's own widgets: fields, lists, menus, scroll bars. Our widgets paint
themselves (see `widgets`); what is here is only what they do not draw. Every measure is scaled."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.ui.tokens import Tokens, luminance

# The border of a focused field grows by one pixel and its padding shrinks by one: nothing jumps.
_SHEET = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QAbstractSpinBox {
  background: $card; color: $ink; border: $onepx solid $line_strong; border-radius: $radiuspx;
  padding: $field_vpx $field_hpx; selection-background-color: $navigation;
  selection-color: $on_navigation; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
  border: $twopx solid $focus; padding: $field_v1px $field_h1px; }
QLineEdit[faulty="true"], QComboBox[faulty="true"], QPlainTextEdit[faulty="true"] {
  border: $twopx solid $error; padding: $field_v1px $field_h1px; background: $error_soft; }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled {
  background: $paper; color: $muted; border-color: $line; }
QLineEdit[inner="true"] { border: none; background: transparent; padding: 0; }
QComboBox::drop-down { border: none; width: $droppx; }
QComboBox::down-arrow { image: url("$icons/$chevron.svg");
  width: $tickpx; height: $tickpx; }
QComboBox QAbstractItemView { background: $card; border: $onepx solid $line; padding: $fourpx;
  outline: none; }
QAbstractItemView { background: $card; color: $ink; border: none; outline: none;
  alternate-background-color: $field; gridline-color: $line; }
QAbstractItemView::item { padding: $fourpx $eightpx; }
QAbstractItemView::item:hover { background: $hover; color: $ink; }
QAbstractItemView::item:selected { background: $info_soft; color: $ink; }
QTableView:focus, QListView:focus, QTreeView:focus { border: $twopx solid $focus; }
QTableView, QListView, QTreeView { border: $twopx solid transparent; }
QHeaderView { background: $card; }
QHeaderView::section { background: $card; color: $muted; border: none;
  border-bottom: $onepx solid $line; padding: $sixpx $eightpx; font-weight: 600; }
QTableCornerButton::section { background: $card; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: $barpx; margin: 0; }
QScrollBar:horizontal { background: transparent; height: $barpx; margin: 0; }
QScrollBar::handle { background: $line_strong; border-radius: $thumbpx; margin: $gappx; }
QScrollBar::handle:vertical { min-height: $handlepx; }
QScrollBar::handle:horizontal { min-width: $handlepx; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { background: $card; color: $ink; border: $onepx solid $line; padding: $fourpx; }
QMenu::item { padding: $sixpx $twentypx; border-radius: $fourpx; }
QMenu::item:selected { background: $navigation; color: $on_navigation; }
QMenu::separator { height: $onepx; background: $line; margin: $fourpx; }
QToolTip { background: $ink; color: $card; border: none; padding: $sixpx $eightpx; }
QCheckBox, QRadioButton { spacing: $eightpx; padding: $fourpx; border-radius: $fourpx;
  border: $twopx solid transparent;
  outline: none; }
QCheckBox::indicator { width: $tickpx; height: $tickpx; border-radius: $fourpx;
  border: $onepx solid $line_strong; background: $card; }
QCheckBox::indicator:checked { background: $navigation; border-color: $navigation;
  image: url("$icons/check-on-dark.svg"); }
QRadioButton::indicator { width: $tickpx; height: $tickpx; border-radius: $roundpx;
  border: $onepx solid $line_strong; background: $card; }
QRadioButton::indicator:checked { border: $fivepx solid $navigation; }
QCheckBox:focus, QRadioButton:focus { border: $twopx solid $focus; }
QProgressBar { background: $neutral_soft; border: none; border-radius: $fourpx;
  max-height: $eightpx; min-height: $eightpx; }
QProgressBar::chunk { background: $ok; border-radius: $fourpx; }
QFrame#hits { background: $card; border: $onepx solid $line_strong; border-radius: $eightpx; }
QSplitter::handle { background: $line; }
"""


def style_sheet(tokens: Tokens, px: Callable[[float], int], icons: str) -> str:
    """The sheet for these colours and measures.

    px: scales a measure to the text size; icons: the icons' folder, as a style sheet writes it.
    """
    one = max(1, px(1))
    values: dict[str, object] = {
        "paper": tokens.paper,
        "card": tokens.card,
        "line": tokens.line,
        "line_strong": tokens.line_strong,
        "ink": tokens.ink,
        "muted": tokens.muted,
        "navigation": tokens.navigation,
        "on_navigation": tokens.on_navigation,
        "field": tokens.field,
        "hover": tokens.hover,
        "focus": tokens.focus,
        "ok": tokens.ok.solid,
        "error": tokens.error.solid,
        "error_soft": tokens.error.soft,
        "info_soft": tokens.info.soft,
        "neutral_soft": tokens.neutral.soft,
        "icons": icons,
        "chevron": "chevron-down-on-dark" if luminance(tokens.card) < 0.2 else "chevron-down",
        "one": one,
        "two": 2 * one,
        "four": px(4),
        "five": px(5),
        "six": px(6),
        "round": px(8) + one,
        "eight": px(8),
        "twenty": px(20),
        "radius": px(8),
        "field_v": px(7),
        "field_h": px(10),
        "field_v1": px(7) - one,
        "field_h1": px(10) - one,
        "drop": px(28),
        "tick": px(16),
        "bar": px(12),
        "thumb": px(3),
        "gap": px(3),
        "handle": px(36),
    }
    sheet = _SHEET
    # Not `string.Template`: its pattern alone would cost a start five milliseconds. Long names go
    # first, so that `$line` does not eat the head of `$line_strong`.
    for name in sorted(values, key=len, reverse=True):
        sheet = sheet.replace(f"${name}", str(values[name]))
    return sheet
