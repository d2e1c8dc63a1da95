"""Rooms offered for a need, ranked: those to take first, the others greyed with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.availability import preventing
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import painting
from desktop_app.wording import _, n_
from desktop_app.wording.equipment import label_of_equipment
from desktop_app.wording.phrases import say_list
from desktop_app.wording.refusals import say

if TYPE_CHECKING:
    from desktop_app.services.finding import Offer


def say_facts(offer: Offer) -> str:
    """“30 p. · RdC · vidéoprojecteur, écran”."""
    room = offer.room
    parts = [n_("{n} p.", "{n} p.", room.max_headcount).format(n=room.max_headcount)]
    if room.floor:
        parts.append(room.floor)
    if room.equipment:
        parts.append(", ".join(label_of_equipment(code) for code in room.equipment[:3]))
    return " · ".join(parts)


def say_state(offer: Offer) -> str:
    """Why it cannot be taken, or what is told beside it; “libre” when there is nothing to say."""
    if offer.lacks_step_free:
        return _("Non accessible PMR")
    against = preventing(offer.objections)
    if against:
        return say(against[0].refusal())
    if offer.lacking_equipment:
        names = say_list([label_of_equipment(code) for code in offer.lacking_equipment])
        return _("Sans {equipment}").format(equipment=names)
    if offer.objections:
        return say(offer.objections[0].refusal())
    return _("Libre")


class OfferButton(QAbstractButton):
    """One room of the list. Two lines: its name and what it holds; whether it can be had."""

    def __init__(self, theme: Theme, offer: Offer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.offer = theme, offer
        self._state = say_state(offer)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if offer.can_be_taken:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        words = _("{room}, {facts} : {state}").format(
            room=offer.room.name, facts=say_facts(offer), state=self._state
        )
        self.setAccessibleName(words)
        self.setToolTip(f"{offer.room.name} · {say_facts(offer)}\n{self._state}")
        theme.changed.connect(self._dress)

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = self._theme
        height = theme.metrics("strong").height() + theme.metrics("small").height() + theme.px(14)
        return QSize(theme.px(200), height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            if not self.focusNextPrevChild(event.key() == Qt.Key.Key_Down):
                event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        box = self.rect().toRectF()
        if self.hasFocus():
            box = painting.focus_ring(painter, theme, box, px(8))
        taken = self.offer.can_be_taken
        ground = "hover" if taken and (self.underMouse() or self.isDown()) else "card"
        painting.rounded(
            painter, box, px(8), theme.colour(ground if taken else "paper"), theme.colour("line")
        )
        size, left = px(18), px(10)
        icon, tone = ("circle-check", "ok") if taken else ("circle-slash", "muted")
        if taken and self.offer.objections:
            icon, tone = "triangle-alert", "warning"
        painter.drawPixmap(left, (self.height() - size) // 2, theme.pixmap(icon, tone))
        left += size + px(8)
        self._paint_words(painter, left, tone)

    def _paint_words(self, painter: QPainter, left: int, tone: str) -> None:
        theme, px = self._theme, self._theme.px
        strong, small = theme.metrics("strong"), theme.metrics("small")
        width = self.width() - left - px(8)
        top = (self.height() - strong.height() - small.height()) // 2 + strong.ascent()
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour("ink" if self.offer.can_be_taken else "muted"))
        name = strong.elidedText(self.offer.room.name, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QPoint(left, top), name)
        used = strong.horizontalAdvance(name) + px(8)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("muted"))
        facts = small.elidedText(say_facts(self.offer), Qt.TextElideMode.ElideRight, width - used)
        painter.drawText(QPoint(left + used, top), facts)
        painter.setPen(theme.colour(tone))
        state = small.elidedText(self._state, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QPoint(left, top + small.height()), state)


class OfferList(QWidget):
    """Offers from the best to the last."""

    taken = Signal(object)
    """The `Offer` somebody chose; only one that can be had."""

    declined = Signal(object)
    """An `Offer` that cannot be had was chosen all the same."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.buttons: list[OfferButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setAccessibleName(_("Salles proposées"))
        self.hide()

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Replace what is shown; the focus stays in the list if it was there.

        The same offers again leave the buttons alone: none vanishes under the mouse.
        """
        if [button.offer for button in self.buttons] == list(offers):
            return
        had_focus = any(button.hasFocus() for button in self.buttons)
        for button in self.buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [OfferButton(self._theme, offer, self) for offer in offers]
        self._column.setSpacing(self._theme.px(6))
        for button in self.buttons:
            button.clicked.connect(self._on_clicked)
            self._column.addWidget(button)
        self.setVisible(bool(self.buttons))
        if had_focus:
            self.focus_first()

    def focus_first(self) -> None:
        if self.buttons:
            self.buttons[0].setFocus()

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, OfferButton):
            wish = self.taken if button.offer.can_be_taken else self.declined
            wish.emit(button.offer)
