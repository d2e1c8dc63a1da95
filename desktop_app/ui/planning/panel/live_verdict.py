"""Keeps the verdict under the form true to what is typed, and the planning's ghost with it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.domain.bookings import BookingRow, Draft, Status
from desktop_app.domain.loans import option_expiry
from desktop_app.domain.series import SeriesDraft
from desktop_app.domain.venue import Venue
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.planning.ghost import Ghost
from desktop_app.ui.planning.panel.drafting import last_day_of
from desktop_app.ui.planning.panel.judge import Judge, Question, Weighed
from desktop_app.ui.planning.panel.panel_parts import PanelParts
from desktop_app.ui.planning.panel.verdict_words import words_of
from desktop_app.wording import _
from desktop_app.wording.dates import say_day, say_day_without_weekday
from desktop_app.wording.recurrence import say_rule


class LiveVerdict(QObject):
    """Asks when the form changes, shows what comes back."""

    ghost_moved = Signal(object)
    """A `Ghost`: the place the form asks for; None when it asks for none, or changes none."""

    def __init__(self, context: ScreenContext, panel: PanelParts) -> None:
        super().__init__(panel)
        self._context, self._panel = context, panel
        self.venue: Venue | None = None
        self.row: BookingRow | None = None
        self.weighed: Weighed | None = None
        self._judge = Judge(context, self)
        self._judge.weighed.connect(self._show)
        panel.form.edited.connect(self.look)
        panel.verdict.room_taken.connect(self._take_room)

    def start(self, row: BookingRow | None) -> None:
        """Another booking, or a new one: nothing is known of it yet."""
        self.row, self.weighed = row, None
        self._judge.ask(None)
        self._panel.verdict.say_nothing()
        self._panel.series.forget()
        self._panel.override.clear()
        self._panel.override_row.hide()

    @property
    def seen_free(self) -> bool:
        """What is in the form now was shown as free."""
        return self.weighed is not None and self.weighed.is_free

    # -- reading the form ---------------------------------------------------------------------

    def draft(self) -> Draft:
        """The whole draft. Raises the first refusal of the form, with its field."""
        return self._with_state(self._panel.form.read())

    def series_of(self, draft: Draft) -> SeriesDraft | None:
        """The series asked for, if a rule is typed. Raises the rule's refusal."""
        reading = self._panel.form.repeat.value() if self.row is None else None
        if reading is None:
            return None
        return SeriesDraft(draft, reading.rule, last_day_of(reading.rule, draft.starts_at.date()))

    def _with_state(self, draft: Draft) -> Draft:
        """The state of a booking changes only when somebody changes it in the form."""
        row = self.row
        if row is None:
            return draft
        held = row.status in (Status.OPTION, Status.PENDING)
        shown = Status.OPTION if held else Status.CONFIRMED
        return replace(draft, status=Status(row.status)) if draft.status is shown else draft

    # -- living -------------------------------------------------------------------------------

    @Slot()
    def look(self) -> None:
        """Draw the place, say the option's end, have the question weighed."""
        panel = self._panel
        glimpse = panel.form.glimpse()
        self._say_option(glimpse)
        self.ghost_moved.emit(self._ghost())
        untouched = self.row is not None and not panel.form.is_touched
        if glimpse is None or untouched:
            self._judge.ask(None)
            self.weighed = None
            panel.verdict.say_nothing()
            panel.series.hide()
            return
        draft = self._with_state(glimpse)
        reading = panel.form.repeat.reading() if self.row is None else None
        series = None
        if reading is not None:
            last_day = last_day_of(reading.rule, draft.starts_at.date())
            series = SeriesDraft(draft, reading.rule, last_day)
        self._judge.ask(
            Question(
                draft,
                self.row.id if self.row is not None else None,
                panel.form.wanted_equipment(),
                panel.form.step_free.isChecked(),
                series,
            )
        )

    def _ghost(self) -> Ghost | None:
        row = self.row
        ghost = self._panel.form.ghost(row.id if row is not None else None)
        if ghost is None or not self._panel.isVisible():
            return None
        if row is not None and ghost[:3] == (row.room_id, row.starts_at, row.ends_at):
            return None
        return ghost

    def _say_option(self, glimpse: Draft | None) -> None:
        words = ""
        if glimpse is not None and glimpse.status is Status.OPTION and self.venue is not None:
            today = self._context.clock.today()
            until = option_expiry(glimpse.starts_at, today, self.venue.rules)
            if until >= today:
                words = _("Option jusqu’au {day}").format(day=say_day(until))
        self._panel.form.form.rows["status"].set_echo(words)

    @Slot(object)
    def _show(self, weighed: Weighed) -> None:
        panel, self.weighed = self._panel, weighed
        if self.venue is None:
            return
        series = weighed.question.series
        if series is not None and weighed.preview is not None:
            panel.verdict.say_nothing()
            told = _("{rule}, jusqu’au {day}").format(
                rule=say_rule(replace(series.rule, until=None)),
                day=say_day_without_weekday(series.last_day),
            )
            panel.series.show_preview(weighed.preview, told)
            return
        panel.series.hide()
        words = words_of(weighed, self.venue)
        panel.verdict.say(words.tone, words.sentence, words.remarks, weighed.offers)
        soft = bool(weighed.objections) and not any(one.is_hard for one in weighed.objections)
        may = self._context.actor.may_override and soft and words.tone == "error"
        panel.override_row.setVisible(may)

    @Slot(int)
    def _take_room(self, room_id: int) -> None:
        """One click on an alternative puts it in the form; Enter then saves."""
        self._panel.form.room.choose(room_id)
        self._judge.ask_now()
        self._panel.save.setFocus()
