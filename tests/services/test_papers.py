"""Papers of a real venue: numbered when they go out, and called stale when they no longer hold."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from desktop_app.domain.bookings import Kind, Scope
from desktop_app.domain.papers import PaperKind, Wanted
from desktop_app.domain.presence import VisitCategory
from desktop_app.domain.recurrence_words import parse_rule
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.series import SeriesDraft
from desktop_app.services.house import Services
from desktop_app.wording.refusals import say
from tests import builders
from tests.builders import MANAGER, RECEPTION, THURSDAY, a_booking, a_key, room_id
from tests.documents.reading_pdf import whole_text

WEEK = Wanted(PaperKind.WEEK, THURSDAY, "A3")
DAY = Wanted(PaperKind.DAY, THURSDAY)


@pytest.fixture
def row(house: Services):
    """A permanence of Thursday's in Bureau 2."""
    return a_booking(house, "BP2", "10:00-13:00", kind=Kind.PERMANENCE, title="Exil", heads=3)


def door(house: Services, code: str, day: date = THURSDAY) -> Wanted:
    return Wanted(PaperKind.DOOR, day, subject=room_id(house.database, code))


def moved(house: Services, row, code: str):
    return house.bookings.change(
        row.id, row.version, by=MANAGER, override="panne", room_id=room_id(house.database, code)
    )


def text_of(house: Services, wanted: Wanted) -> str:
    return whole_text(house.papers.make(wanted).pdf)


# -- editions -------------------------------------------------------------------------------


def test_looking_numbers_nothing_printing_does(house: Services, row) -> None:
    assert house.papers.make(WEEK).edition == 1
    assert not house.papers.was_printed(WEEK)
    assert house.papers.publish(WEEK, by=RECEPTION).edition == 1
    assert house.papers.was_printed(WEEK)


def test_what_was_seen_is_what_is_printed(house: Services, row) -> None:
    assert house.papers.make(WEEK).pdf == house.papers.publish(WEEK, by=RECEPTION).pdf


def test_the_same_facts_again_are_the_same_edition_byte_for_byte(house, row, clock) -> None:
    first = house.papers.publish(WEEK, by=RECEPTION)
    clock.advance(hours=3)
    assert house.papers.make(WEEK) == first
    assert house.papers.publish(WEEK, by=RECEPTION) == first


def test_a_change_makes_the_next_edition_which_says_what_it_replaces(house, row, clock) -> None:
    house.papers.publish(WEEK, by=RECEPTION)
    clock.advance(minutes=65)
    moved(house, row, "BP1")
    paper = house.papers.publish(WEEK, by=RECEPTION)
    assert paper.edition == 2
    assert (
        "Édition 2 du 26/11/2026 à 11\u00a0h, remplace l’édition 1 du 26/11/2026 à 9\u00a0h\u00a055"
    ) in whole_text(paper.pdf)


def test_each_sheet_counts_for_itself(house: Services, row) -> None:
    house.papers.publish(WEEK, by=RECEPTION)
    for other in (
        Wanted(PaperKind.WEEK, THURSDAY, "A4"),
        Wanted(PaperKind.WEEK, THURSDAY, "A3", "public"),
        Wanted(PaperKind.WEEK, date(2026, 12, 3), "A3"),
        DAY,
    ):
        assert house.papers.publish(other, by=RECEPTION).edition == 1


def test_an_arrival_makes_another_edition_when_printed_and_nothing_stale(house, row) -> None:
    house.papers.publish(DAY, by=RECEPTION)
    house.arrivals.arrive(row.id, by=RECEPTION)
    assert house.papers.stale() == ()
    assert house.papers.publish(DAY, by=RECEPTION).edition == 2


def test_the_journal_says_what_was_printed(house: Services, row) -> None:
    house.papers.publish(WEEK, by=RECEPTION)
    with house.database.reading() as connection:
        line = connection.exec_driver_sql(
            "SELECT verb, login FROM audit_entry ORDER BY id DESC"
        ).first()
    assert line is not None
    assert tuple(line) == ("print", "acl")


def test_a_kiosk_prints_no_plan(house: Services, row) -> None:
    with pytest.raises(Refusal) as refusal:
        house.papers.publish(WEEK, by=builders.KIOSK)
    assert refusal.value.code == "role_forbidden"


def test_letters_and_blank_sheets_have_no_number(house: Services, row) -> None:
    for wanted in (
        Wanted(PaperKind.CONFIRMATION, THURSDAY, subject=row.id),
        Wanted(PaperKind.EVACUATION, THURSDAY),
        Wanted(PaperKind.BLANK_DAY, THURSDAY),
    ):
        paper = house.papers.publish(wanted, by=RECEPTION)
        assert paper.edition == 0
        assert "Édition" not in whole_text(paper.pdf)
        assert not house.papers.was_printed(wanted)


# -- stale ----------------------------------------------------------------------------------


def stale(house: Services) -> list[str]:
    return [one.title for one in house.papers.stale()]


def test_a_move_makes_stale_what_shows_it_and_only_that(house: Services, row) -> None:
    for wanted in (WEEK, DAY, door(house, "BP2"), door(house, "ATE"),
                   Wanted(PaperKind.WEEK, date(2026, 12, 3), "A3")):  # fmt: skip
        house.papers.publish(wanted, by=RECEPTION)
    assert stale(house) == []
    moved(house, row, "BP1")
    assert sorted(stale(house)) == [
        "Affiche de porte – Bureau 2, 26/11/2026",
        "Planning de la semaine – S48 (A3)",
        "Planning du jour – 26/11/2026",
    ]


def test_printing_again_what_is_stale_makes_it_right(house: Services, row) -> None:
    house.papers.publish(WEEK, by=RECEPTION)
    house.papers.publish(DAY, by=RECEPTION)
    moved(house, row, "BP1")
    for one in house.papers.stale():
        house.papers.publish(one.wanted, by=RECEPTION)
    assert stale(house) == []


def test_putting_it_back_makes_the_paper_on_the_wall_right_again(house: Services, row) -> None:
    house.papers.publish(WEEK, by=RECEPTION)
    moved(house, row, "BP1")
    assert stale(house)
    house.bookings.undo(by=MANAGER)
    assert stale(house) == []


def test_yesterdays_sheets_are_left_alone(house: Services, row, clock) -> None:
    house.papers.publish(DAY, by=RECEPTION)
    moved(house, row, "BP1")
    clock.advance(days=1)
    assert stale(house) == []


def test_a_group_that_did_not_come_makes_no_sheet_stale(house: Services, row, clock) -> None:
    house.papers.publish(WEEK, by=RECEPTION)
    clock.advance(hours=1)
    house.arrivals.mark_no_show(row.id, by=RECEPTION)
    assert stale(house) == []


def test_a_telephone_number_changes_the_teams_day_and_nothing_public(house, row) -> None:
    public = Wanted(PaperKind.DAY, THURSDAY, audience="public")
    house.papers.publish(DAY, by=RECEPTION)
    house.papers.publish(public, by=RECEPTION)
    house.bookings.change(
        row.id, row.version, by=MANAGER, override="oui", contact_phone="06 39 98 12 34"
    )
    assert stale(house) == ["Planning du jour – 26/11/2026"]


# -- doors ----------------------------------------------------------------------------------


def test_the_old_door_says_where_the_group_went(house: Services, row) -> None:
    moved(house, row, "ATE")
    assert "Déplacée en Atelier (RdC)" in text_of(house, door(house, "BP2"))
    assert "Déplacée" not in text_of(house, door(house, "ATE"))
    assert "Exil" in text_of(house, door(house, "ATE"))


def test_taken_back_it_is_on_its_own_door_again(house: Services, row) -> None:
    moved(house, row, "ATE")
    house.bookings.undo(by=MANAGER)
    assert "Déplacée" not in text_of(house, door(house, "BP2"))
    assert "Aucune réservation" in text_of(house, door(house, "PAS"))


def a_series(house: Services) -> None:
    draft = builders.a_draft(
        house.database, "BP2", "10:00-13:00", THURSDAY, kind=Kind.PERMANENCE, title="Exil"
    )
    rule = parse_rule("chaque semaine", weekday=3).rule
    house.series.create(SeriesDraft(draft, rule, date(2027, 1, 31)), by=MANAGER)


def test_one_date_of_a_series_that_moved_is_told_on_the_usual_door(house: Services) -> None:
    a_series(house)
    (first, *_rest) = house.planning.held(THURSDAY, THURSDAY)
    house.bookings.change(first.id, first.version, by=MANAGER, override="panne",
                          room_id=room_id(house.database, "BP1"))  # fmt: skip
    assert "Déplacée en Bureau 1" in text_of(house, door(house, "BP2"))
    next_week = date(2026, 12, 3)
    assert "Déplacée" not in text_of(house, door(house, "BP2", next_week))


def test_doors_in_use_are_those_with_a_word_to_say(house: Services, row) -> None:
    a_booking(house, "AGO", "18:30-21:00", kind=Kind.TRAINING, title="Se mobiliser")
    moved(house, row, "BP1")
    names = [house.papers.name_of(one) for one in house.papers.morning(THURSDAY)]
    assert names == [
        "Planning du jour – 26/11/2026",
        "Préparation et ménage – 26/11/2026",
        "Affiche de porte – Agora A, 26/11/2026",
        "Affiche de porte – Agora B, 26/11/2026",
        "Affiche de porte – Bureau 1, 26/11/2026",
        "Affiche de porte – Bureau 2, 26/11/2026",
    ]


# -- the other sheets -----------------------------------------------------------------------


def test_the_week_of_a_room_tells_what_the_planning_holds(house: Services, row) -> None:
    a_booking(house, "AGO", "18:30-21:00", kind=Kind.TRAINING, title="Se mobiliser")
    agb = Wanted(PaperKind.ROOM_WEEK, THURSDAY, subject=room_id(house.database, "AGB"))
    paper = house.papers.make(agb)
    assert "Se mobiliser" in whole_text(paper.pdf)
    assert "1 réservation" in whole_text(paper.pdf)
    assert paper.file_name == "semaine-salle-agora-b-2026-S48.pdf"


def test_the_week_and_the_season_of_an_association(house: Services) -> None:
    asker = builders.an_association(house.database, "Élan du Canal")
    a_booking(house, "BP2", "10:00-13:00", title="Bureau", organisation_id=asker)
    a_booking(house, "ATE", "10:00-13:00", title="Autre")
    for kind in (PaperKind.ORGANISATION_WEEK, PaperKind.SEASON):
        text = text_of(house, Wanted(kind, THURSDAY, subject=asker))
        assert "Élan du Canal" in text
        assert "Bureau" in text
        assert "Autre" not in text


def test_a_discreet_association_has_no_sheet_for_the_public(house: Services) -> None:
    asker = builders.an_association(house.database, "Femmes en chemin", discreet=True)
    for kind in (PaperKind.ORGANISATION_WEEK, PaperKind.SEASON):
        with pytest.raises(Refusal) as refusal:
            house.papers.make(Wanted(kind, THURSDAY, audience="public", subject=asker))
        assert "affichage discret" in say(refusal.value)


def test_a_discreet_association_is_not_named_though_its_booking_was_not_marked(house) -> None:
    asker = builders.an_association(house.database, "Femmes en chemin", discreet=True)
    a_booking(house, "BP2", "10:00-13:00", title="Groupe de parole", organisation_id=asker,
              kind=Kind.PERMANENCE, discreet=False)  # fmt: skip
    for wanted in (
        Wanted(PaperKind.WEEK, THURSDAY, audience="public"),
        Wanted(PaperKind.DAY, THURSDAY, audience="public"),
        door(house, "BP2"),
        Wanted(PaperKind.ROOM_WEEK, THURSDAY, "A4", "public", room_id(house.database, "BP2")),
    ):
        text = text_of(house, wanted)
        assert "Permanence associative" in text
        assert "Femmes" not in text
        assert "parole" not in text


def test_the_season_of_a_permanence_has_all_its_dates(house: Services) -> None:
    a_series(house)
    (series,) = house.series.all()
    paper = house.papers.make(Wanted(PaperKind.SERIES, THURSDAY, subject=series.id))
    text = whole_text(paper.pdf)
    rows = house.series.dates(series.id)
    assert "8 dates · 2 supprimées (fermeture)" in text
    assert len(rows) == 10
    assert "fermeture annuelle d’hiver" in text


def test_cancelling_a_date_makes_the_printed_season_stale(house: Services) -> None:
    a_series(house)
    (series,) = house.series.all()
    wanted = Wanted(PaperKind.SERIES, THURSDAY, subject=series.id)
    house.papers.publish(wanted, by=RECEPTION)
    date_ = house.series.dates(series.id)[1]
    house.series.cancel(date_.id, date_.version, Scope.THIS, "bénévoles absents", by=MANAGER)
    assert stale(house) == ["Dates d’une permanence – Exil, 2026-2027"]
    assert "annulée\u00a0: bénévoles absents" in text_of(house, wanted)


def test_the_set_up_list_has_keys_and_the_last_remark(house: Services, row) -> None:
    a_key(house.database, "K08", "BP2")
    text = text_of(house, Wanted(PaperKind.SETUP, THURSDAY))
    assert "clé K08" in text
    assert "Exil" in text


def test_evacuation_counts_what_the_home_screen_counts(house: Services, row, clock) -> None:
    clock.set(datetime(2026, 11, 26, 10, 30))
    house.arrivals.arrive(row.id, by=RECEPTION)
    a_booking(house, "ATE", "10:00-12:00", title="Chorale", heads=18)
    house.cafe.count(VisitCategory.CAFE, "one", by=RECEPTION)
    board = house.today.board(clock.now())
    text = " ".join(whole_text(house.papers.evacuation().pdf).split())
    assert f"{board.headcount.total}sur place, estimation (maximum 190)" in text
    assert "1au café" in text
    assert "Bureau 2 RdC 3 3" in text
    assert "Atelier RdC 18 –" in text
    for name in ("Exil", "Chorale"):
        assert name not in text


def test_a_room_nobody_knows_is_refused_in_words(house: Services) -> None:
    with pytest.raises(Refusal) as refusal:
        house.papers.make(Wanted(PaperKind.DOOR, THURSDAY, subject=9999))
    assert say(refusal.value) == ("Cette salle n’est pas connue. Choisissez-en une dans la liste.")


def test_every_kind_of_paper_can_be_made(house: Services, row) -> None:
    asker = builders.an_association(house.database, "Élan du Canal")
    a_series_id = 0
    a_series_rows = house.series.all()
    if not a_series_rows:
        draft = builders.a_draft(house.database, "ATE", "18:30-20:30", title="Chorale")
        rule = parse_rule("chaque semaine", weekday=1).rule
        house.series.create(SeriesDraft(draft, rule, date(2027, 1, 31)), by=MANAGER)
        a_series_id = house.series.all()[0].id
    subjects = {
        PaperKind.ROOM_WEEK: room_id(house.database, "BP2"),
        PaperKind.DOOR: room_id(house.database, "BP2"),
        PaperKind.ORGANISATION_WEEK: asker,
        PaperKind.SEASON: asker,
        PaperKind.SERIES: a_series_id,
        PaperKind.CONFIRMATION: row.id,
        PaperKind.AGREEMENT: row.id,
    }
    for kind in PaperKind:
        paper = house.papers.make(Wanted(kind, THURSDAY, subject=subjects.get(kind, 0)))
        assert paper.pdf.startswith(b"%PDF")
        assert paper.title
        assert paper.file_name.endswith(".pdf")
        assert paper.file_name == paper.file_name.encode("ascii").decode()


def test_the_accessible_copy_is_of_the_same_edition(house: Services, row, clock) -> None:
    house.papers.publish(DAY, by=RECEPTION)
    clock.advance(minutes=20)
    copy = house.papers.publish(DAY, by=RECEPTION, accessible=True)
    assert copy.edition == 1
    assert "Édition 1 du 26/11/2026 à 9\u00a0h\u00a055" in whole_text(copy.pdf)
    assert copy.file_name == "planning-jour-2026-11-26-accessible.pdf"


def test_a_sheet_of_numbers_has_no_accessible_copy(house: Services) -> None:
    with pytest.raises(Refusal) as refusal:
        house.papers.make(Wanted(PaperKind.EVACUATION, THURSDAY), accessible=True)
    assert say(refusal.value) == "Ce document n’a pas de copie accessible."
