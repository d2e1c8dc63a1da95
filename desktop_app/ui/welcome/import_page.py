"""The dry run, line by line; then the import, with its progress and its way back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.import_report import ImportReport
from desktop_app.domain.refusals import Refusal, Trouble
from desktop_app.ui.announcing import announce
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.table_model import RowModel
from desktop_app.ui.welcome import import_rows
from desktop_app.ui.welcome.import_run import ImportRun, Judged, Written
from desktop_app.ui.welcome.verdict_counts import VerdictCounts
from desktop_app.ui.widgets import Button, Card, EmptyState, TableView, Text
from desktop_app.wording import _, n_


class ImportPage(QWidget):
    """Choose tables, read the report, import what is sure."""

    imported = Signal(int)
    """Lines were written: how many."""

    left = Signal()
    """Somebody goes back without importing."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._report: ImportReport | None = None
        self._rows: tuple[import_rows.ImportRow, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.run = ImportRun(context, self)
        self._build()
        self._connect()
        self._show_idle()
        context.theme.changed.connect(self._dress)
        self._dress()

    def _build(self) -> None:
        theme = self._context.theme
        self.folder_button = Button(theme, _("Choisir un dossier"), icon="folder-open")
        self.files_button = Button(theme, _("Choisir des fichiers"), icon="file-spreadsheet")
        self.back_button = Button(theme, _("Retour"), icon="arrow-left", tone="ghost")
        self.counts = VerdictCounts(theme)
        self.model = RowModel(import_rows.columns(), import_rows.key_of, self)
        self.table = TableView(theme, _("Lignes des tableaux"), self.model, stretch=4)
        self.table.sort_by(0)
        self.empty = EmptyState(
            theme,
            "file-spreadsheet",
            _("Choisissez le dossier de vos tableaux"),
            _(
                "Salles, clés, horaires, fermetures, associations, formations, permanences, "
                "réservations, inscriptions : chaque tableau est reconnu à ses colonnes."
            ),
        )
        self.why = Text(theme, "", "body", wraps=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Avancement de l’import"))
        self.state = Text(theme, "", "small", "muted")
        self.cancel_button = Button(theme, _("Annuler l’import"), icon="x", compact=True)
        self.sure_button = Button(theme, "", icon="check", tone="primary", keys="Ctrl+Return")
        self.doubtful_button = Button(theme, "", icon="circle-question-mark")
        self._lay_out()

    def _lay_out(self) -> None:
        head = self._head = QHBoxLayout()
        for widget in (self.back_button, self.folder_button, self.files_button):
            head.addWidget(widget)
        head.addStretch(1)
        self.card = Card(self._context.theme, _("Essai à blanc"), padded=False)
        self.card.header.addStretch(1)
        self.card.header.addWidget(self.counts)
        self.card.body.addWidget(self.table, 1)
        self.card.body.addWidget(self.empty, 1)
        progress = self._progress = QHBoxLayout()
        progress.addWidget(self.bar, 1)
        progress.addWidget(self.state)
        progress.addWidget(self.cancel_button)
        verbs = self._verbs = QGridLayout()
        verbs.addWidget(self.why, 0, 0)
        verbs.setColumnStretch(0, 1)
        verbs.addWidget(self.doubtful_button, 0, 1, Qt.AlignmentFlag.AlignBottom)
        verbs.addWidget(self.sure_button, 0, 2, Qt.AlignmentFlag.AlignBottom)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addWidget(self.card, 1)
        self._column.addLayout(progress)
        self._column.addLayout(verbs)

    def _connect(self) -> None:
        self.folder_button.clicked.connect(self._choose_folder)
        self.files_button.clicked.connect(self._choose_files)
        self.back_button.clicked.connect(self.left)
        self.counts.chosen.connect(self._filter)
        self.table.row_chosen.connect(self._explain)
        self.sure_button.clicked.connect(self._import_sure)
        self.doubtful_button.clicked.connect(self._import_all)
        self.cancel_button.clicked.connect(self._cancel)
        run = self.run
        run.judged.connect(self.show_report)
        run.progressed.connect(self._show_progress)
        run.written.connect(self._finish)
        run.failed.connect(self._say_failure)
        run.ended.connect(self._show_idle)

    @Slot()
    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, _("Dossier des tableaux"))
        if folder:
            self.judge(Path(folder))

    @Slot()
    def _choose_files(self) -> None:
        kinds = _("Tableaux (*.csv *.tsv *.txt *.xlsx)")
        names, _kind = QFileDialog.getOpenFileNames(self, _("Tableaux à importer"), "", kinds)
        if names:
            self.judge(*map(Path, names))

    def judge(self, *paths: Path) -> None:
        """Start the dry run of a folder, or of files."""
        self.card.set_title(_("Essai à blanc"))
        self._show_busy(_("Lecture des tableaux…"), can_cancel=False)
        self.run.judge(paths)

    @Slot(object)
    def show_report(self, judged: Judged) -> None:
        """Show what an import would do."""
        self._report, self._rows = judged
        self.counts.show_counts(judged.report.counts)
        self._filter("all")
        announce(self, self.counts.sentence())
        self.table.show()
        self.table.setFocus()

    @Slot(str)
    def _filter(self, choice: str) -> None:
        self.model.set_rows(import_rows.kept(self._rows, choice))
        if self.model.rowCount():
            self.table.selectRow(0)

    @Slot(object)
    def _explain(self, row: import_rows.ImportRow | None) -> None:
        self.why.setText(row.why if row is not None else "")

    @Slot()
    def _import_sure(self) -> None:
        self._import(take_doubtful=False)

    @Slot()
    def _import_all(self) -> None:
        self._import(take_doubtful=True)

    def _import(self, *, take_doubtful: bool) -> None:
        if self._report is not None:
            self._show_busy(_("Import en cours…"), can_cancel=True)
            self.run.write(self._report, take_doubtful=take_doubtful)

    @Slot()
    def _cancel(self) -> None:
        self.state.setText(_("Annulation…"))
        self.cancel_button.setEnabled(False)
        self.run.cancel()

    @Slot(int, int)
    def _show_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.state.setText(_("{done} lignes sur {total}").format(done=done, total=total))

    @Slot(object)
    def _finish(self, written: Written) -> None:
        outcome = written.outcome
        notices = self._context.notices
        if outcome.cancelled:
            notices.say(_("Import annulé : rien n’a été écrit."), tone="info")
            return
        count = outcome.written
        words = n_("{n} ligne importée.", "{n} lignes importées.", count).format(n=count)
        notices.say(words)
        self.show_report(written.judged)
        self.card.set_title(_("Import terminé"))
        # What was written would only be written again: the next report starts from the files.
        self._report = None
        self.imported.emit(count)

    @Slot(object)
    def _say_failure(self, error: Refusal | Trouble) -> None:
        self._context.notices.say_refusal(error)

    def _show_busy(self, words: str, *, can_cancel: bool) -> None:
        self.bar.setRange(0, 0)
        self.state.setText(words)
        for widget in (self.bar, self.state):
            widget.show()
        self.cancel_button.setVisible(can_cancel)
        self.cancel_button.setEnabled(True)
        # The pressed button is about to be switched off: keep the keyboard on this page.
        (self.cancel_button if can_cancel else self).setFocus()
        for button in (self.folder_button, self.files_button, self.back_button):
            button.setEnabled(False)
        self.sure_button.setEnabled(False)
        self.doubtful_button.setEnabled(False)

    @Slot()
    def _show_idle(self) -> None:
        for widget in (self.bar, self.state, self.cancel_button):
            widget.hide()
        for button in (self.folder_button, self.files_button, self.back_button):
            button.setEnabled(True)
        report = self._report
        sure = report.to_write(take_doubtful=False) if report else 0
        every = report.to_write(take_doubtful=True) if report else 0
        self.sure_button.set_word(
            n_("Importer la ligne sûre", "Importer les {n} lignes sûres", sure).format(n=sure)
            if sure
            else _("Importer les lignes sûres")
        )
        doubtful = every - sure
        self.doubtful_button.set_word(
            n_("Importer aussi la douteuse", "Importer aussi les {n} douteuses", doubtful).format(
                n=doubtful
            )
        )
        self.sure_button.setEnabled(sure > 0)
        self.doubtful_button.setEnabled(doubtful > 0)
        self.doubtful_button.setVisible(doubtful > 0)
        self.table.setVisible(bool(self._rows))
        self.counts.setVisible(bool(self._rows))
        self.empty.setVisible(not self._rows)

    @Slot()
    def _dress(self) -> None:
        px = self._context.theme.px
        self._column.setContentsMargins(px(22), px(18), px(22), px(18))
        for layout in (self._column, self._head, self._progress):
            layout.setSpacing(px(12))
        self._verbs.setHorizontalSpacing(px(8))
