"""A series before it is made: the rule told back, each date with its verdict, kept or skipped."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop_app.domain.availability import preventing
from desktop_app.domain.series import SeriesDate, SeriesPreview
from desktop_app.ui.planning.panel.soft_box import SoftBox
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.text import Text
from desktop_app.wording import _, n_
from desktop_app.wording.dates import say_day_short
from desktop_app.wording.phrases import say_list
from desktop_app.wording.reasons import say_reason
from desktop_app.wording.refusals import say

_DAY = Qt.ItemDataRole.UserRole
_MOST_SHOWN = 9
_ICONS = {"free": ("circle-check", "ok"), "closed": ("calendar-x", "muted")}


class SeriesCard(SoftBox):
    """The dates of a rule. Those that are free are ticked; unticking one skips it."""

    skipping_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "ok", parent)
        self._preview: SeriesPreview | None = None
        self._skipped: set[date] = set()
        self.summary = Text(theme, "", "strong", wraps=True)
        self.told = Text(theme, "", "small", "muted", wraps=True)
        self.alerts = Text(theme, "", "small", "warning", wraps=True)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Dates de la série"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.itemChanged.connect(self._on_item)
        for part in (self.summary, self.told, self.alerts, self.list):
            self.column.addWidget(part)
        theme.changed.connect(self._dress)
        self._dress()

    def show_preview(self, preview: SeriesPreview, told: str) -> None:
        """Show the dates. told: the rule in words, with its end."""
        days = {one.day for one in preview.dates}
        self._skipped &= days
        self._preview = preview
        self.told.setText(told)
        self._fill(preview)
        self._sum_up()
        self.show()

    def forget(self) -> None:
        """There is no rule any more."""
        self._preview = None
        self._skipped.clear()
        self.hide()

    def skipped(self) -> frozenset[date]:
        """Free dates that were unticked."""
        return frozenset(self._skipped)

    def kept(self) -> int:
        """How many dates will be booked."""
        if self._preview is None:
            return 0
        return sum(1 for one in self._preview.free if one.day not in self._skipped)

    def _fill(self, preview: SeriesPreview) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for one in preview.dates:
            item = QListWidgetItem(say_date_of(one))
            item.setToolTip(say_date_of(one))
            item.setData(_DAY, one.day)
            icon, tone = _ICONS.get(one.verdict, ("circle-x", "error"))
            if one.alerts and one.can_be_taken:
                icon, tone = "triangle-alert", "warning"
            item.setIcon(self._theme.icon(icon, tone))
            if one.can_be_taken:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                kept = one.day not in self._skipped
                item.setCheckState(Qt.CheckState.Checked if kept else Qt.CheckState.Unchecked)
            else:
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                item.setForeground(self._theme.colour("muted"))
                font = self.list.font()
                font.setStrikeOut(True)
                item.setFont(font)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._fit()

    def _fit(self) -> None:
        rows = min(self.list.count(), _MOST_SHOWN)
        height = sum(self.list.sizeHintForRow(place) for place in range(rows))
        self.list.setFixedHeight(height + self._theme.px(6))

    def _sum_up(self) -> None:
        assert self._preview is not None
        total, free, kept = len(self._preview.dates), len(self._preview.free), self.kept()
        words = n_("{n} date à créer sur {total}", "{n} dates à créer sur {total}", kept)
        self.summary.setText(words.format(n=kept, total=total))
        late = [one for one in self._preview.dates if one.alerts and one.can_be_taken]
        self.alerts.setVisible(bool(late))
        if late:
            days = say_list([say_day_short(one.day) for one in late[:6]])
            self.alerts.setText(
                _("{days} : {why}").format(days=days, why=say(late[0].alerts[0].refusal()))
            )
        self.set_tone("error" if not kept else "ok" if free == total and not late else "warning")
        self.setAccessibleName(self.summary.text())

    @Slot(QListWidgetItem)
    def _on_item(self, item: QListWidgetItem) -> None:
        day = item.data(_DAY)
        if item.checkState() is Qt.CheckState.Checked:
            self._skipped.discard(day)
        else:
            self._skipped.add(day)
        self._sum_up()
        self.skipping_changed.emit()

    @Slot()
    def _dress(self) -> None:
        self.list.setFont(self._theme.font("small"))
        if self.list.count():
            self._fit()


def say_date_of(one: SeriesDate) -> str:
    """“mar. 29/12 · Supprimée (fermeture annuelle d’hiver)”."""
    return _("{day} · {verdict}").format(day=say_day_short(one.day), verdict=_verdict(one))


def _verdict(one: SeriesDate) -> str:
    if one.verdict == "free":
        return _("libre, à surveiller") if one.alerts else _("libre")
    if one.verdict == "closed":
        reason = say_reason(one.closed_reason) or _("pas d’ouverture ce jour-là")
        return _("supprimée ({reason})").format(reason=reason)
    against = preventing(one.objections)
    return say(against[0].refusal()) if against else one.verdict
