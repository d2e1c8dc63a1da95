"""The booking panel at work: opens on a place or on a booking, saves, moves, cancels, compares.

What is typed stays until it is saved or thrown away on purpose, whatever is refused or closed.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.domain.bookings import LIVE, BookingChange, BookingRow, Draft, Scope, Status
from desktop_app.domain.loans import is_late_cancellation
from desktop_app.domain.organisations import OrganisationRow
from desktop_app.domain.refusals import Refusal, Trouble
from desktop_app.domain.venue import Venue
from desktop_app.ui.context import ScreenContext
from desktop_app.ui.planning.ghost import Ghost
from desktop_app.ui.planning.panel import snapshot
from desktop_app.ui.planning.panel.drafting import changed_facts, facts_for_series
from desktop_app.ui.planning.panel.finder_panel import Found
from desktop_app.ui.planning.panel.judge import Question, alternatives
from desktop_app.ui.planning.panel.live_verdict import LiveVerdict
from desktop_app.ui.planning.panel.moving import Moving
from desktop_app.ui.planning.panel.panel_parts import PanelParts
from desktop_app.ui.planning.panel.reading_booking import Opened, read_opened
from desktop_app.ui.planning.panel.stale_edit import StaleEdit
from desktop_app.ui.planning.verbs import Verbs
from desktop_app.wording import _
from desktop_app.wording.dates import say_day_without_weekday
from desktop_app.wording.labels import label_of_kind, label_of_status
from desktop_app.wording.refusals import say

_TONES = {Status.OPTION: "warning", Status.CONFIRMED: "ok", Status.ARRIVED: "ok"}


class BookingPanel(PanelParts):
    """The panel for one booking, new or not."""

    saved = Signal(int, object)
    """A booking was saved: look at it on the planning. Its id and its day; None: where it was."""

    shown = Signal(object)
    """The id of the booking now in the panel; None for a new one."""

    series_wished = Signal(int)
    """Wish to see all dates of a series."""

    addition_wished = Signal(str)
    """Wish to add an organisation of this name."""

    def __init__(self, context: ScreenContext, verbs: Verbs, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._context, self._verbs = context, verbs
        self.live = LiveVerdict(context, self)
        self._kept: dict[int | None, snapshot.Snapshot] = {}
        self.moving = Moving(context, self, self.live)
        self.stale = StaleEdit(context, self, self.live)
        self._connect()
        self._start(None)

    def _connect(self) -> None:
        form = self.form
        form.organisation.searched.connect(self._search)
        form.organisation.addition_wished.connect(self.addition_wished)
        self.moving.room_chosen.connect(self._move_to)
        self.save.clicked.connect(self.save_now)
        self.leave.clicked.connect(self.close_panel)
        self.forget_draft.clicked.connect(self.forget)
        self.move_it.clicked.connect(self.moving.offer)
        self.confirm_it.clicked.connect(self._confirm)
        self.cancel_it.clicked.connect(self.ask_reason)
        self.see_series.clicked.connect(self._wish_series)
        self.cancelling.confirmed.connect(self._cancel)
        self.stale.theirs_chosen.connect(self._take_theirs)
        self.stale.mine_chosen.connect(self._keep_mine)

    @property
    def row(self) -> BookingRow | None:
        """The booking shown; None for a new one."""
        return self.live.row

    # -- opening ------------------------------------------------------------------------------

    def set_venue(self, venue: Venue) -> None:
        self.live.venue = venue
        self.form.set_venue(venue)

    def open_new(self, ghost: Ghost | None) -> None:
        """A new booking at a place; a draft that was left is taken up again."""
        if self.row is not None or not self.form.is_touched:
            self._leave()
            self._start(None)
            self.form.clear()
            self.form.room.choose(None)
            self._take_up(None)
            self.scroll_to_top()
        self.resumed.setVisible(self.form.is_touched)
        self.show()
        if ghost is not None:
            self.form.put_place(ghost)
        else:
            self.live.look()
        first = self.form.organisation if ghost is not None else self.form.day
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_found(self, found: Found) -> None:
        """A room the finder found, with what was asked for."""
        self.open_new(found.ghost)
        self.form.put_need(found.heads, found.layout, found.equipment, found.step_free)

    def open_booking(self, booking_id: int, then: str = "") -> None:
        """A booking that is there. then: `cancel` asks the reason, `move` offers rooms."""
        context = self._context

        def work() -> Opened | None:
            return read_opened(context.services, booking_id)

        context.background.ask(work, partial(self._show_opened, then), owner=self)

    def refresh(self) -> None:
        """The booking may have changed: show it again unless somebody is busy with it."""
        if self.row is not None and self.isVisible() and not self._is_asking:
            self.open_booking(self.row.id, "quietly")

    @property
    def _is_asking(self) -> bool:
        """Somebody is at a question of the panel, or typing: nothing may be pulled away."""
        cards = (self.cancelling, self.moves, self.comparing)
        return self.form.is_touched or any(card.isVisible() for card in cards)

    @Slot()
    def forget(self) -> None:
        """Throw away what was typed, on purpose; the place of a new booking stays."""
        if self.row is not None:
            self.form.is_touched = False
            self.open_booking(self.row.id)
            return
        ghost = self.form.ghost(None)
        self._start(None)
        self.form.clear()
        self.resumed.hide()
        if ghost is not None:
            self.form.put_place(ghost)
        self.form.organisation.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        """Keep what was typed for this booking, or for a new one, until somebody comes back."""
        row = self.row
        if self.form.is_touched:
            kept = snapshot.take(self.form, row.version if row is not None else None)
            self._kept[row.id if row is not None else None] = kept

    def _take_up(self, row: BookingRow | None) -> None:
        """Put back what was typed; not onto a booking that was saved meanwhile."""
        kept = self._kept.pop(row.id if row is not None else None, None)
        if kept is not None and kept.version == (row.version if row is not None else None):
            snapshot.put_back(self.form, kept)

    def close_panel(self) -> None:
        if self.row is not None:
            self._leave()
        super().close_panel()

    def take_organisation(self, row: OrganisationRow) -> None:
        """An organisation that was just added is for this booking."""
        self.form.organisation.set_row(row)
        self.form.organisation.chosen.emit(row)
        self.form.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _start(self, row: BookingRow | None) -> None:
        """Everything but the form back to its beginning."""
        self.live.start(row)
        for card in (self.series, self.moves, self.cancelling, self.comparing, self.scope):
            card.hide()
        self.scope.start()
        self.verbs_bar.setVisible(row is not None)
        self.form.form.rows["repeat"].setVisible(row is None)
        self.set_title(_("Nouvelle réservation") if row is None else label_of_kind(row.kind))
        self.save.set_word(_("Réserver") if row is None else _("Enregistrer"))
        self.save.setEnabled(row is None or can_change(row))
        self.shown.emit(row.id if row is not None else None)

    def _show_opened(self, then: str, opened: Opened | None) -> None:
        if opened is None:
            self._context.notices.say_refusal(Refusal("booking_unknown"))
            self.close_panel()
            return
        row = opened.row
        if then == "quietly" and (row == self.row or self._is_asking):
            return
        self._leave()
        self._start(row)
        self.show()
        self.form.fill(row, opened.organisation)
        self._take_up(row)
        self.resumed.setVisible(self.form.is_touched)
        self._show_state(row)
        self.scope.setVisible(row.series_id is not None and can_change(row))
        self.scope.show_counts(opened.counts)
        if then != "quietly":
            self.scroll_to_top()
        if then == "cancel":
            self.ask_reason()
        elif then == "move":
            self.moving.offer()
        elif then != "quietly":
            self.save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_state(self, row: BookingRow) -> None:
        words = label_of_status(row.status)
        if row.status == Status.OPTION and row.option_expires_on is not None:
            day = say_day_without_weekday(row.option_expires_on)
            words = _("Option jusqu’au {day}").format(day=day)
        self.state.set(words, _TONES.get(Status(row.status), "neutral"))
        for button in (self.move_it, self.cancel_it):
            button.setEnabled(can_change(row))
        held = row.status in (Status.OPTION, Status.PENDING)
        self.show_verbs(confirm=held, series=row.series_id is not None)

    def _search(self, text: str) -> None:
        context = self._context

        def work() -> tuple[OrganisationRow, ...]:
            return context.services.organisations.find(text)

        answer = partial(self.form.organisation.show_candidates, text)
        context.background.ask(work, answer, owner=self)

    # -- saving -------------------------------------------------------------------------------

    @Slot()
    def save_now(self) -> None:
        """Read the form, then book, or change what changed. Refusals go to their field."""
        try:
            draft = self.live.draft()
            series = self.live.series_of(draft)
            if self.row is not None:
                self._save_changes(self.row, draft)
                return
        except Refusal as refusal:
            self._refused(refusal)
            return
        self.save.setEnabled(False)
        if series is not None:
            skip = self.series.skipped()
            self._verbs.create_series(
                series, skip, self._on_series_made, self._refused, ended=self._free_save
            )
        else:
            self._verbs.book(
                draft,
                self._on_saved,
                self._refused,
                seen_free=self.live.seen_free,
                override=self.override.text(),
                ended=self._free_save,
            )

    def _free_save(self) -> None:
        """The answer is there: the button may be pressed again."""
        self.save.setEnabled(self.row is None or can_change(self.row))

    def _save_changes(self, row: BookingRow, draft: Draft) -> None:
        facts = changed_facts(row, draft)
        if not facts:
            self.close_panel()
            return
        scope = self.scope.scope() if row.series_id is not None else Scope.THIS
        override = self.override.text()
        if scope is Scope.THIS:
            self._verbs.change(row, facts, self._on_saved, self._refused, override=override)
        else:
            facts = facts_for_series(row, facts)
            done = partial(self._on_series_changed, row.id)
            self._verbs.change_series(row, scope, facts, done, self._refused, override=override)

    def _on_saved(self, row: BookingRow) -> None:
        self._finish(row.id, row.starts_at.date())

    def _on_series_made(self, change: BookingChange) -> None:
        """Its first date that holds its room is the one to look at."""
        made = [one for _was, one in change.pairs if one.status in LIVE]
        if made:
            self._finish(made[0].id, made[0].starts_at.date())
        else:
            self._finish(0)

    def _on_series_changed(self, booking_id: int, change: BookingChange) -> None:
        self._finish(booking_id)

    def _finish(self, booking_id: int, day: date | None = None) -> None:
        self.form.is_touched = False
        self._start(None)
        self.form.clear()
        self.close_panel()
        self.saved.emit(booking_id, day)

    def _refused(self, error: Exception) -> None:
        """Keep everything as typed; say it at its field, or in the verdict; offer what can be."""
        if isinstance(error, Refusal) and error.code == "stale_edit" and self.row is not None:
            self.stale.compare(self.row.id)
            return
        if isinstance(error, Trouble) or not isinstance(error, Refusal):
            if isinstance(error, Trouble):
                self._context.notices.say_refusal(error)
            return
        if not self.form.show_refusal(error):
            self.verdict.say("error", say(error))
        row = self.form.form.rows.get(error.field or "")
        self.reveal(row if row is not None else self.verdict)
        if error.code in ("room_taken", "room_just_taken", "room_busy_just_now"):
            self._offer_instead(error)

    def _offer_instead(self, error: Refusal) -> None:
        glimpse, context = self.form.glimpse(), self._context
        if glimpse is None:
            return
        question = Question(
            glimpse,
            self.row.id if self.row is not None else None,
            self.form.wanted_equipment(),
            self.form.step_free.isChecked(),
        )

        def work() -> Any:
            return alternatives(context.services, question)

        def show(offers: Any) -> None:
            self.verdict.say("error", say(error), offers=offers)

        context.background.ask(work, show, owner=self)

    @Slot(object)
    def _take_theirs(self, theirs: BookingRow) -> None:
        self.form.is_touched = False
        self._kept.pop(theirs.id, None)
        self.open_booking(theirs.id)

    @Slot(object)
    def _keep_mine(self, theirs: BookingRow) -> None:
        self.live.row = theirs
        self.save_now()

    # -- moving, confirming, cancelling -------------------------------------------------------

    @Slot(int)
    def _move_to(self, room_id: int) -> None:
        if self.row is not None:
            self._verbs.change(self.row, {"room_id": room_id}, self._on_saved, self._refused)

    @Slot()
    def _confirm(self) -> None:
        if self.row is not None:
            self._verbs.confirm(self.row, self._on_saved, self._refused)

    @Slot()
    def ask_reason(self) -> None:
        """Ask why, in the panel; nothing is cancelled yet."""
        row, venue = self.row, self.live.venue
        if row is None or venue is None or not can_change(row):
            return
        self.moves.hide()
        now = self._context.clock.now()
        late = row.status != Status.OPTION and is_late_cancellation(row.starts_at, now, venue.rules)
        self.cancelling.start(late_days=venue.rules.late_cancellation_days if late else None)
        self.reveal(self.cancelling)

    @Slot(str)
    def _cancel(self, reason: str) -> None:
        if self.row is not None:
            scope = self.scope.scope() if self.row.series_id is not None else Scope.THIS
            self._verbs.cancel(self.row, scope, reason, self._on_cancelled, self._cancel_refused)

    def _on_cancelled(self, result: object) -> None:
        self.cancelling.reason.clear()
        row = self.row
        self._finish(row.id if row is not None else 0)

    def _cancel_refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal) or not self.cancelling.show_refusal(error):
            self._refused(error)

    @Slot()
    def _wish_series(self) -> None:
        if self.row is not None and self.row.series_id is not None:
            self.series_wished.emit(self.row.series_id)


def can_change(row: BookingRow) -> bool:
    """What is over, cancelled or dropped is only read."""
    return row.status in LIVE and row.status != Status.DONE
