"""The live verdict of what the form asks: free, free with a remark, or why not and what instead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop_app.ui.planning.panel.offer_list import OfferList
from desktop_app.ui.planning.panel.soft_box import SoftBox
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.text import Text
from desktop_app.wording import _

if TYPE_CHECKING:
    from desktop_app.services.finding import Offer

_ICONS = {"ok": "circle-check", "warning": "triangle-alert", "error": "circle-x", "info": "info"}


class VerdictCard(SoftBox):
    """A sign, a sentence, remarks, and the rooms to take instead."""

    room_taken = Signal(int)
    """One of the alternatives was taken: the room's id."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "info", parent)
        self._icon = QLabel()
        self.sentence = Text(theme, "", "strong", wraps=True)
        self.remarks = Text(theme, "", "small", wraps=True)
        self.remarks.hide()
        self.heading = Text(theme, _("À la place :"), "small", "muted")
        self.heading.hide()
        self.offers = OfferList(theme)
        self.offers.taken.connect(self._on_taken)
        self._head = QHBoxLayout()
        self._head.addWidget(self._icon)
        self._head.addWidget(self.sentence, 1)
        self.column.addLayout(self._head)
        for part in (self.remarks, self.heading, self.offers):
            self.column.addWidget(part)
        theme.changed.connect(self._dress)
        self._dress()

    def say(
        self, tone: str, sentence: str, remarks: Sequence[str] = (), offers: Sequence[Offer] = ()
    ) -> None:
        """Show a verdict. tone: `ok`, `warning`, `error`, or `info` for what is not known yet."""
        self.tone = tone
        self.sentence.setText(sentence)
        self.remarks.setText("\n".join(remarks))
        self.remarks.setVisible(bool(remarks))
        self.heading.setVisible(bool(offers))
        self.offers.show_offers(offers)
        self.setAccessibleName(" ".join((sentence, *remarks)))
        self._dress()
        self.show()
        self.updateGeometry()

    def say_nothing(self) -> None:
        """There is nothing to judge yet."""
        self.tone = "info"
        self.sentence.setText("")
        self.offers.show_offers(())
        self.hide()

    @Slot(object)
    def _on_taken(self, offer: Offer) -> None:
        self.room_taken.emit(offer.room.id)

    @Slot()
    def _dress(self) -> None:
        px = self._theme.px
        self._icon.setPixmap(self._theme.pixmap(_ICONS[self.tone], self.tone))
        self._head.setSpacing(px(8))
        self.update()
