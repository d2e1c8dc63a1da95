"""Papers: what stands at their head, the texts of letters, and the day printed by itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLabel, QLineEdit, QWidget

from desktop_app.domain.papers import PaperKind
from desktop_app.domain.refusals import Refusal, Trouble
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.settings.template_window import TemplateWindow
from desktop_app.ui.widgets import Button, Card, Form, FormRow
from desktop_app.wording import _
from desktop_app.wording.papers import label_of_paper

if TYPE_CHECKING:
    from desktop_app.services.paper_head import Head

_PICTURE = QSize(220, 52)


class PaperCard(Card):
    """Each choice is kept at once: head and texts for the venue, the rest for this PC."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, _("Papiers"), parent=parent)
        self._context, self._theme = context, context.theme
        theme = context.theme
        self.form = Form()
        self.head_text = QLineEdit()
        self.head_text.setMaxLength(120)
        self.picture = QLabel()
        self.picture.setAccessibleName(_("Image de l’en-tête"))
        self.choose = Button(theme, _("Choisir une image…"), compact=True)
        self.remove = Button(theme, _("Retirer l’image"), tone="ghost", compact=True)
        self.letters = {
            kind: Button(theme, label_of_paper(kind), icon="file-text", compact=True)
            for kind in (PaperKind.CONFIRMATION, PaperKind.AGREEMENT)
        }
        self.morning = QCheckBox(_("Imprimer la journée à l’ouverture, sur ce poste"))
        self.morning.setChecked(context.preferences.print_morning)
        self._windows: dict[PaperKind, TemplateWindow] = {}
        self._lay_out()
        self.picture.hide()
        self.remove.hide()
        self._connect()

    def _lay_out(self) -> None:
        theme = self._theme
        self.body.addWidget(
            self.form.add(
                "header",
                FormRow(
                    theme,
                    _("En-tête des documents"),
                    self.head_text,
                    hint=_("Vide : le nom du lieu."),
                ),
            )
        )
        image = QWidget()
        row = QHBoxLayout(image)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self.picture, self.choose, self.remove):
            row.addWidget(part)
        row.addStretch(1)
        self.body.addWidget(
            self.form.add(
                "image", FormRow(theme, _("Image de l’en-tête"), image, hint=_("PNG ou JPEG."))
            )
        )
        texts = QWidget()
        letters = QHBoxLayout(texts)
        letters.setContentsMargins(0, 0, 0, 0)
        for button in self.letters.values():
            letters.addWidget(button)
        letters.addStretch(1)
        self.body.addWidget(FormRow(theme, _("Modèles de lettres"), texts))
        self.body.addWidget(self.morning)

    def _connect(self) -> None:
        self.head_text.editingFinished.connect(self._keep_header)
        self.choose.clicked.connect(self._choose_image)
        self.remove.clicked.connect(self._remove_image)
        self.morning.toggled.connect(self._keep_morning)
        for button in self.letters.values():
            button.clicked.connect(self._open_template)

    def reload(self) -> None:
        """Read the head again."""
        services = self._context.services
        self._context.background.ask(
            lambda: services.papers.head.head(), self.show_head, self._refuse, owner=self
        )

    def show_head(self, head: Head) -> None:
        """What papers carry now."""
        if not self.head_text.hasFocus():
            self.head_text.setText(head.text)
        image = QImage.fromData(head.image) if head.image else QImage()
        shown = QPixmap.fromImage(image)
        if not shown.isNull():
            shown = shown.scaled(
                _PICTURE,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        self.picture.setPixmap(shown)
        self.picture.setVisible(not image.isNull())
        self.remove.setVisible(not image.isNull())

    @Slot()
    def _keep_header(self) -> None:
        services, actor, text = self._context.services, self._context.actor, self.head_text.text()
        self._do("header", lambda: services.papers.head.save_text(text, by=actor))

    @Slot()
    def _choose_image(self) -> None:
        dialog = QFileDialog(self, _("Image de l’en-tête"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(_("Images (*.png *.jpg *.jpeg)"))
        dialog.fileSelected.connect(self.keep_image)
        dialog.open()

    @Slot(str)
    def keep_image(self, file: str) -> None:
        """Take the picture of a file."""
        services, actor = self._context.services, self._context.actor

        def keep() -> None:
            try:
                image = Path(file).read_bytes()
            except OSError as error:
                raise Refusal("image_unreadable", field="image") from error
            services.papers.head.save_image(image, by=actor)

        self._do("image", keep)

    @Slot()
    def _remove_image(self) -> None:
        services, actor = self._context.services, self._context.actor
        self._do("image", lambda: services.papers.head.save_image(b"", by=actor))

    @Slot(bool)
    def _keep_morning(self, wanted: bool) -> None:
        self._context.preferences.set("print_morning", wanted)

    @Slot()
    def _open_template(self) -> None:
        kind = next(kind for kind, button in self.letters.items() if button is self.sender())
        window = self._windows.get(kind)
        if window is None:
            window = self._windows[kind] = TemplateWindow(self._context, kind, self.window())
        window.open_template()

    def _do(self, row: str, work: Callable[[], object]) -> None:
        self._context.background.ask(work, partial(self._done, row), self._refuse, owner=self)

    def _done(self, row: str, _nothing: object) -> None:
        """What was kept is no longer at fault; what was refused elsewhere still is."""
        self.form.rows[row].clear_fault()
        self.reload()

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, Refusal) and self.form.show_refusal(error):
            return
        if isinstance(error, Refusal | Trouble):
            self._context.notices.say_refusal(error)
