"""The style sheet of Qt's own widgets: fields, lists, menus, scroll bars. Our widgets paint
themselves (see `widgets`); what is here is only what they do not draw. Every measure is scaled."""

from __future__ import annotations

from collections.abc import Callable
from string import Template

from desktop_app.ui.tokens import Tokens

# The border of a focused field grows by one pixel and its padding shrinks by one: nothing jumps.
_SHEET = Template(
    """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QAbstractSpinBox {
  background: $card; color: $ink; border: ${one}px solid $line_strong; border-radius: ${radius}px;
  padding: ${field_v}px ${field_h}px; selection-background-color: $navigation;
  selection-color: $on_navigation; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
  border: ${two}px solid $focus; padding: ${field_v1}px ${field_h1}px; }
QLineEdit[faulty="true"], QComboBox[faulty="true"], QPlainTextEdit[faulty="true"] {
  border: ${two}px solid $error; padding: ${field_v1}px ${field_h1}px; background: $error_soft; }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled {
  background: $paper; color: $muted; border-color: $line; }
QLineEdit[inner="true"] { border: none; background: transparent; padding: 0; }
QComboBox::drop-down { border: none; width: ${drop}px; }
QComboBox::down-arrow { image: url("$icons/chevron-down.svg");
  width: ${tick}px; height: ${tick}px; }
QComboBox QAbstractItemView { background: $card; border: ${one}px solid $line; padding: ${four}px;
  outline: none; }
QAbstractItemView { background: $card; color: $ink; border: none; outline: none;
  alternate-background-color: $field; gridline-color: $line; }
QAbstractItemView::item { padding: ${four}px ${eight}px; }
QAbstractItemView::item:hover { background: $hover; color: $ink; }
QAbstractItemView::item:selected { background: $info_soft; color: $ink; }
QTableView:focus, QListView:focus, QTreeView:focus { border: ${two}px solid $focus; }
QTableView, QListView, QTreeView { border: ${two}px solid transparent; }
QHeaderView { background: $card; }
QHeaderView::section { background: $card; color: $muted; border: none;
  border-bottom: ${one}px solid $line; padding: ${six}px ${eight}px; font-weight: 600; }
QTableCornerButton::section { background: $card; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: ${bar}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${bar}px; margin: 0; }
QScrollBar::handle { background: $line_strong; border-radius: ${thumb}px; margin: ${gap}px; }
QScrollBar::handle:vertical { min-height: ${handle}px; }
QScrollBar::handle:horizontal { min-width: ${handle}px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { background: $card; color: $ink; border: ${one}px solid $line; padding: ${four}px; }
QMenu::item { padding: ${six}px ${twenty}px; border-radius: ${four}px; }
QMenu::item:selected { background: $navigation; color: $on_navigation; }
QMenu::separator { height: ${one}px; background: $line; margin: ${four}px; }
QToolTip { background: $ink; color: $card; border: none; padding: ${six}px ${eight}px; }
QCheckBox, QRadioButton { spacing: ${eight}px; padding: ${four}px; border-radius: ${four}px;
  border: ${two}px solid transparent; }
QCheckBox::indicator { width: ${tick}px; height: ${tick}px; border-radius: ${four}px;
  border: ${one}px solid $line_strong; background: $card; }
QCheckBox::indicator:checked { background: $navigation; border-color: $navigation;
  image: url("$icons/check-on-dark.svg"); }
QRadioButton::indicator { width: ${tick}px; height: ${tick}px; border-radius: ${round}px;
  border: ${one}px solid $line_strong; background: $card; }
QRadioButton::indicator:checked { border: ${five}px solid $navigation; }
QCheckBox:focus, QRadioButton:focus { border: ${two}px solid $focus; }
QProgressBar { background: $neutral_soft; border: none; border-radius: ${four}px;
  max-height: ${eight}px; min-height: ${eight}px; }
QProgressBar::chunk { background: $ok; border-radius: ${four}px; }
QFrame#hits { background: $card; border: ${one}px solid $line_strong; border-radius: ${eight}px; }
QSplitter::handle { background: $line; }
"""
)


def style_sheet(tokens: Tokens, px: Callable[[float], int], icons: str) -> str:
    """The sheet for these colours and measures.

    px: scales a measure to the text size; icons: the icons' folder, as a style sheet writes it.
    """
    one = max(1, px(1))
    return _SHEET.substitute(
        paper=tokens.paper,
        card=tokens.card,
        line=tokens.line,
        line_strong=tokens.line_strong,
        ink=tokens.ink,
        muted=tokens.muted,
        navigation=tokens.navigation,
        on_navigation=tokens.on_navigation,
        field=tokens.field,
        hover=tokens.hover,
        focus=tokens.focus,
        ok=tokens.ok.solid,
        error=tokens.error.solid,
        error_soft=tokens.error.soft,
        info_soft=tokens.info.soft,
        neutral_soft=tokens.neutral.soft,
        icons=icons,
        one=one,
        two=2 * one,
        four=px(4),
        five=px(5),
        six=px(6),
        round=px(8) + one,
        eight=px(8),
        twenty=px(20),
        radius=px(8),
        field_v=px(7),
        field_h=px(10),
        field_v1=px(7) - one,
        field_h1=px(10) - one,
        drop=px(28),
        tick=px(16),
        bar=px(12),
        thumb=px(3),
        gap=px(3),
        handle=px(36),
    )
