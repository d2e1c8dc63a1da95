"""The screen *Réglages*: thin on purpose; the venue's own editors come with their own screens."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.venue import Venue
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.navigation import Destination
from desktop_app.ui.screen import Screen
from desktop_app.ui.settings.care_card import CareCard
from desktop_app.ui.settings.paper_card import PaperCard
from desktop_app.ui.settings.this_pc import ThisPcCard
from desktop_app.ui.settings.venue_card import VenueCard
from desktop_app.ui.widgets import Button, Card, Text
from desktop_app.wording import _


class SettingsScreen(Screen):
    """backups: the folder where copies go on this PC."""

    watches: ClassVar[frozenset[str]] = frozenset({"room", "opening", "setting"})

    def __init__(
        self, context: ScreenContext, *, backups: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent)
        self.this_pc = ThisPcCard(context)
        self.venue = VenueCard(context.theme)
        self.care = CareCard(context, backups)
        self.papers = PaperCard(context)
        self.lists = self._lists_card()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns = (QVBoxLayout(), QVBoxLayout())
        for column, cards in zip(
            self._columns,
            ((self.this_pc, self.papers), (self.venue, self.lists, self.care)),
            strict=True,
        ):
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            self._row.addLayout(column, 1)
        context.theme.changed.connect(self._dress)
        self._dress()

    def title(self) -> str:
        return _("Réglages")

    def subtitle(self) -> str:
        return _("ce poste, le lieu, les sauvegardes")

    def first_focus(self) -> QWidget:
        return self.this_pc.desk

    def reload(self) -> None:
        self.ask("venue", self._venue_now, self.venue.show_venue)
        self.papers.reload()

    def _venue_now(self) -> Venue:
        return self.context.services.venue.venue()

    def _lists_card(self) -> Card:
        theme = self.context.theme
        card = Card(theme, _("Tableaux"))
        words = _(
            "Salles, horaires, associations, permanences et inscriptions viennent de vos "
            "tableaux. Les importer de nouveau les met à jour sans les doubler."
        )
        card.body.addWidget(Text(theme, words, "body", "muted", wraps=True))
        button = Button(theme, _("Importer des tableaux"), icon="file-spreadsheet")
        button.clicked.connect(self._open_lists)
        card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    @Slot()
    def _open_lists(self) -> None:
        self.context.navigator.open(Destination("welcome", text="tables"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Two columns when they fit, else one below the other."""
        two = self.width() >= self.context.theme.px(900)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(beside if two else below)

    @Slot()
    def _dress(self) -> None:
        px = self.context.theme.px
        self._row.setContentsMargins(px(22), px(18), px(22), px(18))
        for layout in (self._row, *self._columns):
            layout.setSpacing(px(16))
        self._arrange()
