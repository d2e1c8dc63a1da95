"""Another room for a booking: every room in order of fitness, one click each; or why not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.rooms import Room
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import Text, painting
from desktop_app.ui.widgets.painted_button import PaintedButton
from desktop_app.wording import _, n_
from desktop_app.wording.equipment import label_of_equipment
from desktop_app.wording.phrases import say_list
from desktop_app.wording.refusals import say

if TYPE_CHECKING:
    from desktop_app.services.finding import Offer


class MoveSection(QWidget):
    """The offers of the room finder for the time of one booking."""

    room_chosen = Signal(object)
    """The `Room` to move to."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._heading = Text(theme, _("Déplacer dans"), "label", "muted")
        self._column.addWidget(self._heading)
        self.offers: list[OfferButton] = []
        theme.changed.connect(self._dress)
        self._dress()

    def show_offers(self, offers: Sequence[Offer], but: int) -> None:
        """Show them in their order; `but` is the room the booking is in."""
        for button in self.offers:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.offers = [OfferButton(self._theme, offer) for offer in offers if offer.room.id != but]
        for button in self.offers:
            button.taken.connect(self.room_chosen)
            self._column.addWidget(button)

    def first_focus(self) -> QWidget | None:
        return next((button for button in self.offers if button.isEnabled()), None)

    @Slot()
    def _dress(self) -> None:
        self._column.setSpacing(self._theme.px(6))


class OfferButton(PaintedButton):
    """One room: press it to move there; greyed with its reason when it cannot be had."""

    taken = Signal(object)
    """Its `Room` was chosen."""

    def __init__(self, theme: Theme, offer: Offer, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.room = offer.room
        self.reason = why_not(offer)
        self._words = self.reason or say_room(offer.room)
        self.setEnabled(offer.can_be_taken)
        self.setAccessibleName(_("{room}, {words}").format(room=offer.room.name, words=self._words))
        self.setToolTip(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._take)

    @Slot()
    def _take(self) -> None:
        self.taken.emit(self.room)

    def sizeHint(self) -> QSize:
        theme = self._theme
        height = theme.metrics("strong").height() + theme.metrics("small").height() + theme.px(12)
        return QSize(theme.px(200), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        body = self.rect()
        if self.hasFocus():
            body = painting.focus_ring(painter, theme, body, px(8)).toRect()
        on = self.isEnabled()
        fill = theme.colour("hover" if self.hovered and on else "card" if on else "paper")
        painting.rounded(painter, body, px(8), fill, theme.colour("line"), max(1, px(1)))
        strong, small = theme.metrics("strong"), theme.metrics("small")
        left, width = px(12), self.width() - px(24) - (px(24) if on else 0)
        top = (self.height() - strong.height() - small.height()) // 2
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour("ink" if on else "muted"))
        name = strong.elidedText(self.room.name, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRect(left, top, width, strong.height()), 0, name)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("muted"))
        words = small.elidedText(self._words, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRect(left, top + strong.height(), width, small.height()), 0, words)
        if on:
            icon = theme.pixmap("arrow-right", "ink", 18)
            painter.drawPixmap(self.width() - px(30), (self.height() - px(18)) // 2, icon)


def say_room(room: Room) -> str:
    """“RdC · 4 p. · accessible PMR”."""
    words = [room.floor] if room.floor else []
    words.append(n_("{n} p.", "{n} p.", room.max_headcount).format(n=room.max_headcount))
    words.append(_("accessible PMR") if room.step_free else _("marches"))
    return " · ".join(words)


def why_not(offer: Offer) -> str:
    """Why this room cannot be had; empty when it can."""
    if offer.can_be_taken:
        return ""
    if offer.lacks_step_free:
        return _("non accessible PMR")
    preventing = [objection for objection in offer.objections if not objection.is_warning]
    if preventing:
        return say(preventing[0].refusal())
    lacking = [label_of_equipment(code) for code in offer.lacking_equipment]
    return _("il manque : {equipment}").format(equipment=say_list(lacking))
