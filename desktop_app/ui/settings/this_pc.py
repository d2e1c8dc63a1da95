"""What this PC may choose for itself: its name, text size, colours, sound, names masked."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from desktop_app.ui.context import ScreenContext
from desktop_app.ui.tokens import LIGHT, THEMES
from desktop_app.ui.widgets import Card, ChoiceField, FormRow
from desktop_app.wording import _, language

SCALES = (100, 110, 125, 150, 175, 200)


class ThisPcCard(Card):
    """Each choice is kept and takes effect at once: there is nothing to save."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, _("Ce poste"), parent=parent)
        self._context = context
        theme, preferences = context.theme, context.preferences
        self.desk = QLineEdit(preferences.desk_name)
        self.desk.setPlaceholderText(_("Accueil principal"))
        self.desk.setMaxLength(40)
        self.scale = ChoiceField()
        for percent in SCALES:
            self.scale.addItem(_("{percent} %").format(percent=percent), percent)
        self.colours = ChoiceField()
        for name, word in (
            ("light", _("Clair")),
            ("dark", _("Sombre")),
            ("high_contrast", _("Contraste élevé")),
        ):
            self.colours.addItem(word, name)
        self.colours.setCurrentIndex(self.colours.findData(preferences.theme))
        self.language = ChoiceField()
        # Each language by its own name: whoever cannot read the other finds it.
        for code, name in (("fr", "Français"), ("en", "English")):
            self.language.addItem(name, code)
        self.language.setCurrentIndex(self.language.findData(language()))
        self.sound = QCheckBox(_("Sons du pointage"))
        self.sound.setChecked(not preferences.muted)
        self.masked = QCheckBox(_("Masquer les noms (F12)"))
        self.masked.setChecked(context.privacy.masked)
        self.body.addWidget(
            FormRow(
                theme,
                _("Nom du poste"),
                self.desk,
                hint=_("Inscrit dans le journal, à côté de chaque action."),
            )
        )
        self.body.addWidget(
            FormRow(theme, _("Taille du texte"), self.scale, hint=_("Aussi par Ctrl + et Ctrl −."))
        )
        self.body.addWidget(FormRow(theme, _("Couleurs"), self.colours))
        self.body.addWidget(
            FormRow(
                theme,
                _("Langue"),
                self.language,
                hint=_("Prend effet au prochain démarrage."),
            )
        )
        self.body.addWidget(self.sound)
        self.body.addWidget(self.masked)
        self._show_scale()
        self._connect()

    def _connect(self) -> None:
        context = self._context
        self.desk.editingFinished.connect(self._keep_desk)
        self.scale.activated.connect(self._keep_scale)
        self.colours.activated.connect(self._keep_colours)
        self.language.activated.connect(self._keep_language)
        self.sound.toggled.connect(self._keep_sound)
        self.masked.toggled.connect(context.privacy.set_masked)
        context.privacy.masked_changed.connect(self.masked.setChecked)
        context.theme.changed.connect(self._show_scale)

    @Slot()
    def _show_scale(self) -> None:
        """The size may have been changed by the keys, to a step between those listed."""
        percent = self._context.theme.scale
        if self.scale.findData(percent) < 0:
            self.scale.addItem(_("{percent} %").format(percent=percent), percent)
        self.scale.setCurrentIndex(self.scale.findData(percent))

    @Slot()
    def _keep_desk(self) -> None:
        self._context.preferences.set("desk_name", self.desk.text().strip())

    @Slot()
    def _keep_scale(self) -> None:
        percent = int(self.scale.currentData())
        self._context.preferences.set("text_scale", percent)
        self._context.theme.set_scale(percent)

    @Slot()
    def _keep_colours(self) -> None:
        name = str(self.colours.currentData())
        self._context.preferences.set("theme", name)
        self._context.theme.set_tokens(THEMES.get(name, LIGHT))

    @Slot()
    def _keep_language(self) -> None:
        self._context.preferences.set("language", str(self.language.currentData()))

    @Slot(bool)
    def _keep_sound(self, sounding: bool) -> None:
        self._context.preferences.set("muted", not sounding)
