"""Papers into files: asks where, publishes, writes on a thread of its own, says what it did.

A saved plan is an edition like a printed one: it will be out in the world.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.domain.papers import Wanted
from desktop_app.services.saving import save
from desktop_app.ui.background import Background
from desktop_app.ui.context import ScreenContext
from desktop_app.wording import _

if TYPE_CHECKING:
    from desktop_app.services.papers import Paper


class FileSaver(QObject):
    """Saves papers for a window. worker: the thread that may wait for a slow disk."""

    saved = Signal(object)
    """The `Path` of a file that was written; of a folder, when it was several."""

    refused = Signal(object)
    """A `Refusal` or a `Trouble`: nothing was written."""

    def __init__(self, context: ScreenContext, worker: Background, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._worker, self._window = context, worker, window

    def ask_where(self, name: str, then: Callable[[str], object]) -> None:
        """Ask for a file; the window goes on meanwhile."""
        dialog = QFileDialog(self._window, _("Enregistrer le document"), _documents())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(_("Documents PDF (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(name)
        dialog.fileSelected.connect(then)
        dialog.open()

    def ask_folder(self, then: Callable[[str], object]) -> None:
        """Ask for a folder that takes several papers."""
        dialog = QFileDialog(self._window, _("Dossier des documents"), _documents())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(then)
        dialog.open()

    def save_paper(self, wanted: Wanted, file: Path, *, accessible: bool = False) -> None:
        """Publish a paper and write it into a file."""
        services, actor = self._context.services, self._context.actor
        self._context.background.ask(
            lambda: services.papers.publish(wanted, by=actor, accessible=accessible),
            partial(self._write, file),
            self.refused.emit,
            owner=self,
        )

    def save_papers(self, papers: Sequence[Wanted], folder: Path) -> None:
        """Publish several and write them into a folder, each under its own name."""
        services, actor = self._context.services, self._context.actor
        self._context.background.ask(
            lambda: [services.papers.publish(one, by=actor) for one in papers],
            partial(self._write_all, folder),
            self.refused.emit,
            owner=self,
        )

    def _write(self, file: Path, paper: Paper) -> None:
        work = partial(save, file, paper.pdf)
        self._worker.ask(work, self.saved.emit, self.refused.emit, owner=self)

    def _write_all(self, folder: Path, papers: list[Paper]) -> None:
        def work() -> Path:
            for paper in papers:
                save(folder / paper.file_name, paper.pdf)
            return folder

        self._worker.ask(work, self.saved.emit, self.refused.emit, owner=self)


def open_file(path: Path) -> None:
    """Show a file, or a folder, with the program the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _documents() -> str:
    places = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.DocumentsLocation)
    return places[0] if places else ""
