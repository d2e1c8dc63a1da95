"""The week of one room and of one association: to scale, side by side, nothing missing."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from desktop_app.documents import agenda_plan
from desktop_app.documents.agenda_axis import axis_of, in_lanes
from desktop_app.documents.agenda_plan import lay_out
from desktop_app.domain.rooms import RoomUnavailability
from tests.documents.every_sheet import (
    EVERY,
    THURSDAY,
    agenda,
    agenda_of_all,
    fourteen,
    held_in,
)
from tests.documents.reading_pdf import whole_text
from tests.documents.recording import FONTS, RecordingSheet
from tests.documents.venue_facts import BOOKINGS_48, ROOM_IDS, WEEK_53, a_booking


def text_of(facts) -> str:
    return whole_text(agenda_plan.render(facts, FONTS).pdf)


def drawn(facts) -> RecordingSheet:
    sheet = RecordingSheet(841.89, 595.28)
    agenda_plan.draw(sheet, facts)
    return sheet


def test_a_room_shows_what_holds_it_through_the_divided_one_too() -> None:
    text = text_of(agenda("AGB"))
    assert "5 réservations" in text
    assert text.count("Agora (A+B)") == 2  # Tuesday's training, Friday's exhibition
    assert "Coordination de secteur" not in text  # that is Agora A's


def test_a_divided_room_shows_what_takes_a_part_of_it() -> None:
    text = text_of(agenda("AGO"))
    assert "Agora A" in text
    assert "Agora B" in text
    assert "7 réservations" in text


def test_a_booking_is_as_tall_as_it_is_long() -> None:
    plan = lay_out(agenda("BP1"), drawn(agenda("BP1")).faces)
    heights = {one.said.hours: one.height for one in plan.placed}
    two, three = heights["10\u00a0h – 12\u00a0h"], heights["14\u00a0h – 17\u00a0h"]
    assert three / two == pytest.approx(1.5)


def test_every_booking_is_drawn_or_listed_under_the_grid() -> None:
    facts = agenda_of_all()
    plan = lay_out(facts, drawn(facts).faces)
    listed = sum(len(part.items) for part in (*plan.under, *plan.apart))
    assert len(plan.placed) + listed == len(BOOKINGS_48)
    assert listed


def test_an_association_is_not_named_again_in_each_block_and_its_rooms_are() -> None:
    facts = agenda_of_all()
    assert all(not event.said.organisation for event in agenda_plan.words_of(facts))
    assert all(event.said.space for event in agenda_plan.words_of(facts))


def test_fourteen_in_a_day_each_keep_their_hours() -> None:
    text = text_of(agenda("BP2", rows=fourteen()))
    for row in fourteen():
        start = row.starts_at
        hour = f"{start.hour}\u00a0h" + (f"\u00a0{start.minute:02d}" if start.minute else "")
        assert f"{hour} –" in text


def test_week_53_has_its_closed_days_and_lists_what_they_took() -> None:
    text = whole_text(EVERY["week of a room, week 53"]().pdf())
    assert "du lundi 28\u00a0décembre 2026 au dimanche 3\u00a0janvier 2027" in text
    assert "fermeture annuelle d’hiver" in text
    assert "Jour de l’An" in text
    assert "Dates supprimées (fermeture)" in text
    assert "P10 Écoute" in text


def test_an_empty_week_says_so() -> None:
    assert "Aucune réservation" in text_of(agenda("BP3"))


def test_the_public_reads_no_discreet_group_and_no_headcount() -> None:
    text = text_of(agenda("BP1", audience="public"))
    assert "Permanence associative" in text
    for word in ("Violences", "Femmes en chemin", "3 p.", "4 p.", "discret"):
        assert word not in text


def test_a_room_out_of_use_is_on_the_axis_its_reason_for_the_team_only() -> None:
    out = RoomUnavailability(
        1,
        ROOM_IDS["AGA"],
        datetime(2026, 11, 27, 9, 30),
        datetime(2026, 11, 27, 13),
        "vidéoprojecteur",
    )
    team = text_of(agenda("AGO", unavailabilities=(out,)))
    assert "Indisponible" in team
    assert "vidéoprojecteur" in team
    public = text_of(agenda("AGO", unavailabilities=(out,), audience="public"))
    assert "vidéoprojecteur" not in public


def test_an_evening_past_midnight_has_its_place() -> None:
    night = (a_booking(1, THURSDAY, "22:00-01:00", "CAFE", title="Nuit de la Solidarité"),)
    text = text_of(agenda("CAFE", rows=night))
    assert "22\u00a0h" in text
    assert "(lendemain)" in text


class Span:
    def __init__(self, start: datetime, minutes: int) -> None:
        self.start, self.end = start, start + timedelta(minutes=minutes)


NINE = datetime(2026, 11, 26, 9)


def test_things_that_touch_share_the_width_and_the_next_has_it_whole() -> None:
    things = [Span(NINE, 60), Span(NINE + timedelta(minutes=30), 60), Span(NINE, 30)]
    apart = Span(NINE + timedelta(hours=3), 60)
    placed, over = in_lanes([*things, apart], timedelta(minutes=15), 3)
    assert over == []
    assert [lane.of for _thing, lane in placed] == [2, 2, 2, 1]
    assert {lane.place for _thing, lane in placed[:3]} == {0, 1}


def test_a_short_block_pushes_its_neighbour_aside_rather_than_cover_it() -> None:
    placed, _over = in_lanes(
        [Span(NINE, 10), Span(NINE + timedelta(minutes=10), 30)], timedelta(minutes=25), 2
    )
    assert [lane.place for _thing, lane in placed] == [0, 1]


def test_the_axis_holds_the_day_and_ends_on_a_half_hour() -> None:
    axis = axis_of((), [Span(NINE + timedelta(minutes=20), 400)], 0, 100)
    assert (axis.first, axis.last) == (9 * 60, 16 * 60)
    assert axis.at(9 * 60) == 0
    assert axis.at(16 * 60) == 100


def test_the_week_of_a_closed_week_is_still_a_page() -> None:
    assert agenda_plan.render(agenda("BP1", WEEK_53, ()), FONTS).pages == 1
    assert held_in("BP1", ()) == ()
