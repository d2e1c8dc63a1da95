"""What the home screen shows, and how it follows the clock and the bell."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from database import tables
from desktop_app.domain.presence import VisitCategory
from desktop_app.ui.navigation import Destination
from tests.builders import MANAGER, RECEPTION
from tests.ui.today.desk import TodayDesk, plainly


def test_the_day_is_named_with_its_week_and_its_opening(desk: TodayDesk) -> None:
    assert plainly(desk.screen.title()) == "Jeudi 26 novembre"
    assert plainly(desk.screen.subtitle()) == "semaine 48 · ouvert 9 h 30 – 21 h 30"


def test_every_room_and_every_booking_of_the_day_is_drawn(desk: TodayDesk) -> None:
    board = desk.board
    assert len(board.rooms) == 11
    drawn = {block.booking.id for block in desk.screen.rooms.timeline.blocks}
    assert drawn == {row.id for row in board.bookings}


def test_a_composite_is_drawn_across_its_parts(desk: TodayDesk) -> None:
    part = desk.booking("T02")
    desk.ask(lambda services: services.bookings.cancel(part.id, part.version, "essai", by=MANAGER))
    whole = desk.ask(lambda services: services.venue.venue().by_code["AGO"].id)
    meeting = desk.booking("Réunion des bénévoles")
    desk.ask(
        lambda services: services.bookings.change(
            meeting.id, meeting.version, room_id=whole, by=MANAGER, override="essai"
        )
    )
    desk.rest()
    blocks = {block.booking.id: block for block in desk.screen.rooms.timeline.blocks}
    tall, ordinary = blocks[meeting.id].rect, blocks[desk.booking("P06").id].rect
    assert tall.height() > 1.7 * ordinary.height()
    assert "Agora (A+B)" in blocks[meeting.id].face.detail


def test_the_now_line_follows_the_clock(desk: TodayDesk) -> None:
    timeline = desk.screen.rooms.timeline
    before = timeline.now_place()
    desk.at(11, 55)
    after = timeline.now_place()
    hour = (timeline.width() - 140) / 13
    assert 1.8 * hour < after - before < 2.2 * hour


def test_a_group_that_is_late_is_marked_and_first_in_the_list(desk: TodayDesk) -> None:
    desk.at(10, 12)
    assert desk.welcomed()[0] == "P06 Exil"
    assert desk.welcome_row("P06 Exil").late.text() == "+12\N{NO-BREAK SPACE}min"
    (block,) = [one for one in desk.screen.rooms.timeline.blocks if one.booking.title == "P06 Exil"]
    assert block.face.mark == "circle-alert"


def test_a_change_of_another_desk_is_shown_at_once(desk: TodayDesk) -> None:
    exile = desk.booking("P06")
    desk.ask(lambda services: services.arrivals.arrive(exile.id, by=RECEPTION))
    desk.until(lambda: desk.welcomed() == [])


def test_what_wants_attention_is_said_with_its_date(desk: TodayDesk) -> None:
    words = [plainly(line) for line in desk.screen.alerts.words()]
    assert "Croix du Sud Solidarité : assurance expirée le 31 octobre 2026" in words
    assert "1 assurance finit dans les 30 jours" in words


def test_a_room_out_of_use_is_hatched_and_said_with_its_reason(desk: TodayDesk) -> None:
    def break_the_projector(services: Any) -> None:
        room = services.venue.venue().by_code["AGA"].id
        with services.database.writing() as work:
            work.connection.execute(
                tables.room_unavailability.insert(),
                {
                    "room_id": room,
                    "starts_at": datetime(2026, 11, 26, 13, 20),
                    "ends_at": datetime(2026, 11, 26, 18),
                    "reason": "vidéoprojecteur",
                },
            )
            work.touch("unavailability")

    desk.ask(break_the_projector)
    desk.rest()
    assert plainly(desk.screen.alerts.words()[0]) == (
        "Agora A : indisponible de 13 h 20 à 18 h (vidéoprojecteur)"
    )
    (gap,) = desk.screen.rooms.timeline.gaps
    (training,) = [
        one for one in desk.screen.rooms.timeline.blocks if one.booking.title.startswith("T02")
    ]
    assert gap.rect.top() == training.rect.top()
    assert gap.rect.left() < training.rect.left()


def test_an_alert_leads_to_the_file(desk: TodayDesk) -> None:
    wishes: list[Destination] = []
    desk.context.navigator.go.connect(wishes.append)
    (line,) = [one for one in desk.screen.alerts.lines.all() if "Croix" in one.alert.text]
    desk.click(line)
    assert wishes[0].screen == "associations"
    assert wishes[0].organisation_id is not None


def test_the_headcount_counts_who_is_here_and_says_it_is_an_estimate(desk: TodayDesk) -> None:
    headcount = desk.screen.headcount
    in_cafe = desk.board.headcount.in_cafe
    assert headcount.number.text() == str(24 + in_cafe)
    assert plainly(headcount.maximum.text()) == "/ 190 personnes"
    assert "Personne n’est compté à la sortie" in headcount.toolTip()


def test_the_keys_that_are_out_say_until_when_and_then_how_late(desk: TodayDesk) -> None:
    (row,) = desk.screen.keys.rows.all()
    assert (row.key.text(), plainly(row.due.text())) == ("K05", "12 h 45")
    assert row.key.tone() == "neutral"
    desk.at(12, 46)
    (row,) = desk.screen.keys.rows.all()
    assert row.key.tone() == "error"
    assert desk.screen.keys.late.text() == "1 en retard"


def test_the_next_training_leads_to_its_check_in(desk: TodayDesk) -> None:
    wishes: list[Destination] = []
    desk.context.navigator.go.connect(wishes.append)
    assert desk.screen.training.ring.maximum == 25
    desk.click(desk.screen.training.check_in)
    assert wishes == [Destination("trainings", session_id=desk.board.training.session_id)]  # type: ignore[union-attr]


def test_a_passage_is_counted_by_its_tile_and_shown(desk: TodayDesk) -> None:
    tile = desk.screen.cafe.tiles[1]
    before = tile.count()
    desk.click(tile)
    assert tile.count() == before + 1
    assert desk.notices == [], "the tile shows it; no notice is needed"


def test_a_passage_is_counted_by_its_key_and_taken_back(desk: TodayDesk) -> None:
    before = [tile.count() for tile in desk.screen.cafe.tiles]
    desk.key(Qt.Key.Key_F3)
    assert desk.screen.cafe.tiles[2].count() == before[2] + 1
    desk.click(desk.screen.cafe.undo)
    assert [tile.count() for tile in desk.screen.cafe.tiles] == before
    assert desk.said() == "Annulé : +1 Renseignement"


def test_the_bars_by_hour_stand_beside_the_usual(desk: TodayDesk) -> None:
    bars = {plainly(bar.label): bar for bar in desk.screen.cafe.chart.bars()}
    assert bars["9 h"].value == desk.board.cafe.tally.in_hour(9)
    assert bars["9 h"].is_now
    assert bars["11 h"].usual > 0


# -- the keyboard and the screen reader -------------------------------------------------------


def test_arrows_walk_from_booking_to_booking_and_enter_opens(desk: TodayDesk) -> None:
    timeline = desk.screen.rooms.timeline
    assert QApplication.focusWidget() is timeline
    assert timeline.current_booking() == desk.booking("Coordination").id
    desk.key(Qt.Key.Key_Right)
    assert timeline.current_booking() == desk.booking("T12").id
    desk.key(Qt.Key.Key_Home)
    assert timeline.current_booking() == desk.booking("Coordination").id
    desk.key(Qt.Key.Key_End)
    desk.key(Qt.Key.Key_Up)
    assert timeline.current_booking() == desk.booking("T02").id
    desk.key(Qt.Key.Key_Return)
    desk.until(lambda: desk.panel.shown_id() == desk.booking("T02").id)


def test_at_the_edge_the_cursor_stays(desk: TodayDesk) -> None:
    timeline = desk.screen.rooms.timeline
    desk.key(Qt.Key.Key_Up, times=4)
    first = timeline.current_booking()
    assert first == desk.booking("Café-débat").id
    desk.key(Qt.Key.Key_Up)
    desk.key(Qt.Key.Key_Left)
    assert timeline.current_booking() == first


def test_a_screen_reader_finds_each_booking_by_name(desk: TodayDesk) -> None:
    found = QAccessible.queryAccessibleInterface(desk.screen.rooms.timeline)
    names = [
        plainly(found.child(place).text(QAccessible.Text.Name))
        for place in range(found.childCount())
    ]
    assert len(names) == len(desk.board.bookings)
    assert (
        "P06 Exil – Collectif Exil-Accueil, Permanence, Bureau 2, 10 h – 13 h, Confirmée" in names
    )
    assert not [name for name in names if "Femmes en chemin" in name], "a discreet group is named"
    focused = found.focusChild()
    assert focused.state().focused
    assert focused.rect().intersects(found.rect())


def test_the_tooltip_says_all_and_names_nobody_discreet(desk: TodayDesk) -> None:
    desk.at(14, 5)
    timeline = desk.screen.rooms.timeline
    discreet = next(one for one in timeline.blocks if one.booking.discreet)
    spot = discreet.rect.center()
    event = QHelpEvent(QEvent.Type.ToolTip, spot, timeline.mapToGlobal(spot))
    QApplication.sendEvent(timeline, event)
    words = plainly(QToolTip.text())
    assert "Permanence associative" in words
    assert "14 h – 17 h" in words
    assert "Femmes" not in words
    QToolTip.hideText()


def test_tab_leaves_the_timeline(desk: TodayDesk) -> None:
    desk.key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not desk.screen.rooms.timeline


def test_with_little_room_the_columns_stand_one_below_the_other(desk: TodayDesk) -> None:
    desk.context.theme.set_scale(200)
    desk.rest()
    rooms = desk.screen.rooms.mapTo(desk.screen, QPoint())
    welcome = desk.screen.welcome.mapTo(desk.screen, QPoint())
    assert welcome.y() > rooms.y() + desk.screen.rooms.height()
    desk.context.theme.set_scale(100)
    desk.rest()
    assert desk.screen.welcome.mapTo(desk.screen, QPoint()).x() > desk.screen.rooms.width()


def test_nothing_scrolls_at_the_smallest_usual_display(desk: TodayDesk) -> None:
    desk.at(14, 22)
    viewport = desk.screen.parentWidget()
    assert viewport is not None
    assert desk.screen.height() <= viewport.height()
    assert desk.screen.width() <= viewport.width()


def test_a_count_from_elsewhere_reaches_the_chart(desk: TodayDesk) -> None:
    before = desk.board.cafe.tally.total
    desk.ask(lambda services: services.cafe.count(VisitCategory.CAFE, "another desk", by=RECEPTION))
    desk.until(lambda: desk.board.cafe.tally.total == before + 1)


def test_the_day_after_is_another_day(desk: TodayDesk) -> None:
    desk.context.clock.set(datetime(2026, 11, 27, 9, 31))  # type: ignore[attr-defined]
    desk.screen._minute.timeout.emit()
    desk.rest()
    assert plainly(desk.screen.title()) == "Vendredi 27 novembre"
    assert {row.starts_at.day for row in desk.board.bookings} == {27}


def test_masking_the_screen_hides_how_to_reach_people(desk: TodayDesk) -> None:
    row = desk.booking("P06")
    desk.ask(
        lambda services: services.bookings.change(
            row.id, row.version, by=RECEPTION, contact_phone="0639981234"
        )
    )
    desk.rest()
    desk.open("P06")
    facts = desk.screen.panel.facts
    assert "06 39 98 12 34" in [plainly(line) for line in facts.words()]
    desk.context.privacy.set_masked(True)
    assert not [line for line in facts.words() if "39" in line]
    desk.context.privacy.set_masked(False)
    assert "06 39 98 12 34" in [plainly(line) for line in facts.words()]


def test_an_alert_too_long_for_its_line_takes_two(desk: TodayDesk) -> None:
    lines = {one.alert.text: one for one in desk.screen.alerts.lines.all()}
    (long,) = [line for text, line in lines.items() if "Croix" in text]
    (short,) = [line for text, line in lines.items() if text.startswith("1 assurance")]
    metrics = desk.context.theme.metrics("body")
    assert metrics.horizontalAdvance(long.alert.head + long.alert.tail) > long.width()
    assert long.height() == short.height() + metrics.height()
