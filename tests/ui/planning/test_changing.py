"""A booking that is there: edited, moved, confirmed, cancelled; alone, or with its series."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.bookings import Scope
from tests.ui.planning.desk import (
    COLLEAGUE,
    CONTROL,
    THURSDAY,
    TUESDAY,
    Desk,
    at,
    plainly,
)

Key = Qt.Key


def open_booking(desk: Desk, title: str, day: date = THURSDAY) -> None:
    row = desk.booking(title, day)
    desk.screen.panels.open_booking(row.id)
    desk.until(lambda: desk.panel.row is not None and desk.panel.row.id == row.id)
    desk.rest()


def save(desk: Desk) -> None:
    desk.key(Key.Key_Return, CONTROL)


def test_an_end_before_its_start_is_refused_at_the_hours(desk: Desk) -> None:
    open_booking(desk, "P06")
    desk.fill(desk.form.hours, "10h-9h30")
    save(desk)
    assert desk.fault("hours") == (
        "L’heure de fin (9 h 30) doit être après l’heure de début (10 h)."
    )
    assert desk.form.hours.hasFocus()
    assert desk.booking("P06").ends_at == at(13)


def test_a_booking_that_would_run_into_the_next_says_how_long_it_may_last(desk: Desk) -> None:
    open_booking(desk, "P06")
    desk.form.room.choose(desk.room_id("BP1"))
    desk.fill(desk.form.hours, "10h-14h30")
    desk.until(lambda: desk.panel.verdict.tone == "error")
    expected = "Bureau 1 est réservé de 14 h à 17 h (permanence). Durée possible : jusqu’à 14 h."
    assert desk.verdict() == expected
    save(desk)
    desk.until(lambda: desk.fault("hours"))
    assert desk.fault("hours") == expected


def test_opening_a_booking_judges_nothing_until_something_changes(desk: Desk) -> None:
    open_booking(desk, "P06")
    assert not desk.panel.verdict.isVisible()
    desk.fill(desk.form.heads, "4")
    assert desk.verdict() == "Bureau 2 est libre, 10 h – 13 h."


def test_an_edit_saves_only_what_changed(desk: Desk) -> None:
    before = desk.booking("Coordination des maraudes")
    open_booking(desk, "Coordination des maraudes")
    desk.fill(desk.form.heads, "26")
    save(desk)
    after = desk.booking("Coordination des maraudes")
    assert after == before._replace(heads=26, version=before.version + 1)
    assert after.status == "arrived"


def test_saving_what_did_not_change_closes_without_a_word(desk: Desk) -> None:
    before = desk.booking("P06")
    open_booking(desk, "P06")
    save(desk)
    assert not desk.panel.isVisible()
    assert desk.booking("P06") == before
    assert desk.notices == []


def test_move_offers_the_like_rooms_first_and_the_inaccessible_last(desk: Desk) -> None:
    open_booking(desk, "P06")
    desk.click(desk.panel.move_it)
    desk.until(lambda: desk.panel.moves.offers.buttons)
    buttons = desk.panel.moves.offers.buttons
    names = [button.offer.room.name for button in buttons]
    assert names[:2] == ["Bureau 1", "Boussole"]
    assert names[-1] == "Bureau 3"
    assert not buttons[-1].offer.can_be_taken
    assert "Non accessible PMR" in buttons[-1].accessibleName()
    desk.click(buttons[0])
    moved = desk.booking("P06")
    assert moved.room_code == "BP1"
    assert desk.said() == "Réservation déplacée : Bureau 1. Affiche de porte à réimprimer."


def test_choosing_a_room_that_cannot_be_had_says_why_and_moves_nothing(desk: Desk) -> None:
    open_booking(desk, "P06")
    desk.click(desk.panel.move_it)
    desk.until(lambda: desk.panel.moves.offers.buttons)
    desk.click(desk.panel.moves.offers.buttons[-1])
    assert desk.said() == "Bureau 3 : Non accessible PMR"
    assert desk.booking("P06").room_code == "BP2"


def test_cancelling_asks_a_reason_and_keeps_the_row(desk: Desk) -> None:
    open_booking(desk, "Réunion des bénévoles")
    desk.click(desk.panel.cancel_it)
    card = desk.panel.cancelling
    assert plainly(card.late.text()) == "Annulation tardive : moins de 7 jours avant."
    desk.key(Key.Key_Return)
    assert desk.booking("Réunion des bénévoles").status == "confirmed"
    assert plainly(card.form.rows["reason"].line.text()) == "Indiquez le motif de l’annulation."
    desk.fill(card.reason, "l’association rappellera")
    desk.key(Key.Key_Return)
    row = desk.booking("Réunion des bénévoles")
    assert (row.status, row.reason) == ("cancelled", "l’association rappellera")
    assert desk.said() == "Réservation annulée."
    desk.view.setFocus()
    desk.key(Key.Key_Z, CONTROL)
    assert desk.booking("Réunion des bénévoles").status == "confirmed"


def test_escape_in_the_reason_cancels_nothing(desk: Desk) -> None:
    open_booking(desk, "P06")
    desk.click(desk.panel.cancel_it)
    desk.fill(desk.panel.cancelling.reason, "erreur")
    desk.key(Key.Key_Escape)
    assert not desk.panel.cancelling.isVisible()
    assert desk.panel.isVisible()
    assert desk.booking("P06").status == "confirmed"


def an_option(desk: Desk) -> None:
    from dataclasses import replace

    from desktop_app.domain.bookings import Draft, Kind, Status

    draft = Draft(
        desk.room_id("AGB"),
        at(18, 30, TUESDAY),
        at(20, 30, TUESDAY),
        Kind.MEETING,
        "Option du soir",
    )
    option = replace(draft, status=Status.OPTION)
    desk.ask(lambda services: services.bookings.book(option, by=COLLEAGUE))


def test_an_option_is_confirmed_with_one_button(desk: Desk) -> None:
    an_option(desk)
    open_booking(desk, "Option du soir", TUESDAY)
    assert desk.panel.confirm_it.isVisible()
    desk.click(desk.panel.confirm_it)
    assert desk.booking("Option du soir", TUESDAY).status == "confirmed"
    assert desk.said() == "Réservation confirmée."


def test_cancelling_an_option_is_never_late(desk: Desk) -> None:
    an_option(desk)
    open_booking(desk, "Option du soir", TUESDAY)
    desk.click(desk.panel.cancel_it)
    assert not desk.panel.cancelling.late.isVisible()


def test_a_change_to_a_series_touches_this_date_unless_said_otherwise(desk: Desk) -> None:
    open_booking(desk, "P06")
    assert desk.panel.scope.scope() is Scope.THIS
    assert desk.panel.scope.count.text() == "1 date concernée."
    desk.fill(desk.form.hours, "10h30-13h")
    save(desk)
    dates = desk.ask(lambda services: services.series.dates(desk_series(services, "P06")))
    changed = [row for row in dates if row.starts_at.hour == 10 and row.starts_at.minute == 30]
    assert [row.starts_at.date() for row in changed] == [THURSDAY]


def desk_series(services, code: str) -> int:
    return next(row.id for row in services.series.all() if row.code == code)


def test_the_following_dates_change_together_after_their_count_was_shown(desk: Desk) -> None:
    open_booking(desk, "P06")
    desk.panel.scope.choice.choose("following")
    desk.rest()
    count = int(desk.panel.scope.count.text().split()[0])
    assert count > 20
    desk.fill(desk.form.hours, "10h30-13h")
    save(desk)
    assert desk.said() == f"{count} dates modifiées."
    before = desk.booking("P06", date(2026, 11, 19))
    assert before.starts_at.hour * 60 + before.starts_at.minute == 600
    assert desk.booking("P06", date(2026, 12, 3)).starts_at == at(10, 30, date(2026, 12, 3))
    desk.view.setFocus()
    desk.key(Key.Key_Z, CONTROL)
    assert desk.booking("P06", date(2026, 12, 3)).starts_at == at(10, 0, date(2026, 12, 3))


def test_a_series_does_not_change_its_day_from_one_date(desk: Desk) -> None:
    open_booking(desk, "P06")
    desk.panel.scope.choice.choose("all")
    desk.fill(desk.form.day, "27/11/2026")
    save(desk)
    assert desk.fault("day") == (
        "Pour plusieurs dates à la fois, changez la salle ou l’horaire, pas le jour."
    )


def test_the_rest_of_a_series_is_cancelled_with_one_reason(desk: Desk) -> None:
    open_booking(desk, "P06")
    desk.panel.scope.choice.choose("following")
    desk.click(desk.panel.cancel_it)
    desk.fill(desk.panel.cancelling.reason, "le collectif déménage")
    desk.click(desk.panel.cancelling.do)
    assert desk.said().endswith("dates annulées.")
    assert desk.booking("P06", date(2026, 12, 3)).status == "cancelled"
    assert desk.booking("P06", date(2026, 11, 19)).status == "confirmed"


def test_the_series_lists_every_date_with_what_became_of_it(desk: Desk) -> None:
    row = desk.booking("P06")
    desk.ask(
        lambda services: services.bookings.change(
            row.id, row.version, by=COLLEAGUE, room_id=desk.room_id("BP1")
        )
    )
    open_booking(desk, "P06")
    desk.click(desk.panel.see_series)
    series = desk.screen.panels.series
    desk.until(series.isVisible)
    assert plainly(series.summary.text()) == "42 dates, 3 supprimées (fermeture)"
    lines = [plainly(series.list.item(place).text()) for place in range(series.list.count())]
    assert "jeu. 26/11 · déplacée : Bureau 1" in lines
    assert "jeu. 03/12 · Confirmée" in lines
    assert "jeu. 24/12 · Supprimée (fermeture)" in lines
    assert series.list.hasFocus()
    series.list.setCurrentRow(lines.index("jeu. 03/12 · Confirmée"))
    desk.key(Key.Key_Return)
    desk.until(lambda: desk.panel.row is not None and desk.panel.isVisible())
    assert desk.screen.day == date(2026, 12, 3)


def colleague_changes(desk: Desk, title: str, **facts: object) -> None:
    row = desk.booking(title)
    desk.ask(lambda services: services.bookings.change(row.id, row.version, by=COLLEAGUE, **facts))


@pytest.fixture
def contested(desk: Desk) -> Desk:
    """Both desks changed the heads of the same booking; this one saved second."""
    open_booking(desk, "Réunion des bénévoles")
    desk.fill(desk.form.heads, "12")
    colleague_changes(desk, "Réunion des bénévoles", heads=15, note="avec café")
    save(desk)
    desk.until(desk.panel.comparing.isVisible)
    return desk


def test_a_stale_edit_shows_both_versions_and_overwrites_nothing(contested: Desk) -> None:
    assert contested.panel.comparing.shown == (
        ("Participants", "15", "12"),
        ("Note", "avec café", ""),
    )
    assert contested.booking("Réunion des bénévoles").heads == 15
    assert contested.form.heads.text() == "12"


def test_of_two_versions_theirs_can_be_kept(contested: Desk) -> None:
    contested.click(contested.panel.comparing.theirs)
    contested.until(lambda: contested.form.heads.text() == "15")
    assert contested.booking("Réunion des bénévoles").heads == 15


def test_of_two_versions_mine_can_be_saved_knowingly(contested: Desk) -> None:
    contested.click(contested.panel.comparing.mine)
    contested.until(lambda: contested.booking("Réunion des bénévoles").heads == 12)
    assert contested.said() == "Réservation modifiée."


def test_the_panel_follows_the_other_desk_while_nobody_types(desk: Desk) -> None:
    open_booking(desk, "Réunion des bénévoles")
    colleague_changes(desk, "Réunion des bénévoles", heads=9)
    desk.until(lambda: desk.form.heads.text() == "9")


def test_the_panel_leaves_alone_what_somebody_is_typing(desk: Desk) -> None:
    open_booking(desk, "Réunion des bénévoles")
    desk.fill(desk.form.title, "Titre en cours")
    colleague_changes(desk, "Réunion des bénévoles", heads=9)
    desk.rest()
    assert desk.form.title.text() == "Titre en cours"
    assert desk.form.heads.text() == "16"


def test_a_cancelled_booking_is_only_read(desk: Desk) -> None:
    row = desk.booking("Réunion des bénévoles")
    desk.ask(
        lambda services: services.bookings.cancel(row.id, row.version, "doublon", by=COLLEAGUE)
    )
    open_booking(desk, "Réunion des bénévoles")
    assert not desk.panel.save.isEnabled()
    assert not desk.panel.move_it.isEnabled()
    assert plainly(desk.panel.state.text()) == "Annulée"


def test_looking_at_another_booking_loses_nothing_that_was_typed(desk: Desk) -> None:
    desk.screen.panels.book(None)
    desk.fill(desk.form.title, "Nouvelle, à finir")
    open_booking(desk, "P06")
    desk.fill(desk.form.heads, "4")
    open_booking(desk, "Réunion des bénévoles")
    assert desk.form.heads.text() == "16"
    open_booking(desk, "P06")
    assert desk.form.heads.text() == "4"
    assert desk.panel.resumed.isVisible()
    desk.screen.panels.book(None)
    assert desk.form.title.text() == "Nouvelle, à finir"


def test_what_was_typed_can_be_thrown_away(desk: Desk) -> None:
    open_booking(desk, "P06")
    desk.fill(desk.form.heads, "4")
    desk.key(Key.Key_Escape)
    open_booking(desk, "P06")
    assert desk.form.heads.text() == "4"
    desk.click(desk.panel.forget_draft)
    desk.until(lambda: desk.form.heads.text() == "3")
    assert not desk.panel.resumed.isVisible()


def test_what_was_typed_is_not_put_onto_a_newer_version(desk: Desk) -> None:
    open_booking(desk, "Réunion des bénévoles")
    desk.fill(desk.form.heads, "4")
    desk.key(Key.Key_Escape)
    colleague_changes(desk, "Réunion des bénévoles", heads=9)
    open_booking(desk, "Réunion des bénévoles")
    assert desk.form.heads.text() == "9"


def test_a_reason_being_typed_is_not_pulled_away_by_the_other_desk(desk: Desk) -> None:
    open_booking(desk, "Réunion des bénévoles")
    desk.click(desk.panel.cancel_it)
    desk.fill(desk.panel.cancelling.reason, "l’association")
    colleague_changes(desk, "Réunion des bénévoles", heads=9)
    colleague_changes(desk, "P06", heads=4)
    desk.rest()
    assert desk.panel.cancelling.isVisible()
    assert desk.panel.cancelling.reason.hasFocus()
    desk.key(Key.Key_Return)
    desk.until(desk.panel.comparing.isVisible)
    assert desk.booking("Réunion des bénévoles").status == "confirmed"
