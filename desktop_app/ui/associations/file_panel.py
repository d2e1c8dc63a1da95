"""The panel at the right: the file of the organisation chosen in the list."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.associations.coming import ComingSection, SeriesSection
from desktop_app.ui.associations.dates_form import DatesForm
from desktop_app.ui.associations.facts import File
from desktop_app.ui.associations.looks import look_of, name_of
from desktop_app.ui.associations.sections import IdentitySection, empty
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.widgets import Chip, SidePanel
from desktop_app.ui.widgets.callout import Callout
from desktop_app.ui.widgets.flow import Flow
from desktop_app.wording import _
from desktop_app.wording.labels import label_of_organisation_kind
from desktop_app.wording.organisations import say_advice, say_matter, say_state

PANEL_WIDTH = 392
_NO_LIMIT = 16_777_215


class FillingPanel(SidePanel):
    """A side panel that takes the whole place when the window is narrow."""

    def __init__(self, context: ScreenContext, title: str, parent: QWidget | None = None) -> None:
        self._fills = False
        super().__init__(context.theme, title, width=PANEL_WIDTH, parent=parent)
        self._reveal = QTimer(self)
        self._reveal.setSingleShot(True)
        self._reveal.timeout.connect(self._show_focus)
        bar = self.scroll_area.verticalScrollBar()
        bar.rangeChanged.connect(self._keep_width)
        context.theme.changed.connect(self._fit)

    def hasHeightForWidth(self) -> bool:
        """What does not fit scrolls in here, never the screen around it."""
        return False

    @Slot()
    def _keep_width(self) -> None:
        """The scroll bar takes its place from the margin: fields do not move when it comes."""
        margins, bar = self.body.contentsMargins(), self.scroll_area.verticalScrollBar()
        shown = bar.sizeHint().width() if bar.maximum() > 0 else 0
        margins.setRight(max(0, margins.left() - shown))
        self.body.setContentsMargins(margins)

    def reveal_focus(self) -> None:
        """Bring what has the focus into sight, once its refusal has taken its room."""
        self._reveal.start()

    @Slot()
    def _show_focus(self) -> None:
        inner = self.scroll_area.widget()
        focused: QWidget | None = self.focusWidget()
        if inner is None or focused is None or not inner.isAncestorOf(focused):
            return
        row = focused.parentWidget()
        shown = focused if row is None or row is inner else row
        self.scroll_area.ensureWidgetVisible(shown, 0, self._theme.px(20))

    def set_filling(self, fills: bool) -> None:
        self._fills = fills
        self._fit()

    @Slot()
    def _fit(self) -> None:
        if self._fills:
            self.setMinimumWidth(0)
            self.setMaximumWidth(_NO_LIMIT)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        else:
            self.setFixedWidth(self.sizeHint().width())
        self._keep_width()


class FilePanel(FillingPanel):
    """What is wrong and what to do, the two papers, identity, what comes next."""

    edit_asked = Signal(object)
    """The row somebody wants to change."""

    booking_opened = Signal(object)
    """The booking somebody wants to see on the planning."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context, "", parent)
        self._context = context
        self.file: File | None = None
        self.kind_chip = Chip(context.theme)
        self.discreet_chip = Chip(context.theme, _("Affichage discret"), "neutral", "eye-off")
        self.state_chip = Chip(context.theme)
        self._chips = Flow()
        for chip in (self.state_chip, self.kind_chip, self.discreet_chip):
            self._chips.addWidget(chip)
        self._matters = QVBoxLayout()
        self.dates = DatesForm(context)
        self.identity = IdentitySection(context)
        self.coming = ComingSection(context.theme)
        self.series = SeriesSection(context.theme)
        self.body.addLayout(self._chips)
        self.body.addLayout(self._matters)
        for part in (self.dates, self.identity, self.series, self.coming):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self._connect()
        self._fit_body()

    def _connect(self) -> None:
        self.identity.edit_asked.connect(self._ask_to_edit)
        self.coming.opened.connect(self.booking_opened)
        self.series.opened.connect(self.booking_opened)
        self._context.privacy.masked_changed.connect(self._show_name)
        self._context.theme.changed.connect(self._fit_body)

    def show_file(self, file: File) -> None:
        """Show a file, or hear that the one shown changed."""
        if file == self.file:
            return
        self.file = file
        self._show_name()
        self._show_chips(file)
        self._show_matters(file)
        self.dates.show_file(file)
        self.identity.show_row(file.row)
        self.coming.show_file(file)
        self.series.show_file(file)

    @Slot()
    def _show_name(self) -> None:
        if self.file is not None:
            self.set_title(name_of(self.file.row, self._context.privacy))

    def _show_chips(self, file: File) -> None:
        row, state = file.row, file.line.state
        self.state_chip.set(say_state(state), *look_of(state))
        self.kind_chip.set(label_of_organisation_kind(row.kind), "neutral")
        self.discreet_chip.setVisible(row.discreet)

    def _show_matters(self, file: File) -> None:
        empty(self._matters)
        for matter in file.line.matters:
            tone, icon = look_of(matter)
            words, advice = say_matter(matter), say_advice(matter)
            self._matters.addWidget(Callout(self._context.theme, tone, words, advice, icon=icon))

    @Slot()
    def _ask_to_edit(self) -> None:
        if self.file is not None:
            self.edit_asked.emit(self.file.row)

    @Slot()
    def _fit_body(self) -> None:
        px = self._context.theme.px
        self._chips.setSpacing(px(6))
        self._matters.setSpacing(px(8))
        self.body.setSpacing(px(16))
        # Nothing stands in the footer of this one.
        self.footer.setContentsMargins(0, 0, 0, px(4))
        self.title.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
