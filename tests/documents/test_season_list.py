"""*Dates de la saison*: every date is there, and what is not held says why."""

from __future__ import annotations

from datetime import timedelta

from desktop_app.documents import season_list
from desktop_app.documents.season_rows import SeasonPart, sections_of
from desktop_app.domain.series import SKIPPED
from tests.documents.every_sheet import season, series
from tests.documents.reading_pdf import whole_text
from tests.documents.recording import FONTS
from tests.documents.venue_facts import BOOKINGS_48, ROOM_IDS


def changed(place: int, **facts) -> SeasonPart:
    """The season of P06 with one date changed."""
    part = series()
    rows = list(part.bookings)
    rows[place] = rows[place]._replace(**facts)
    return SeasonPart(part.series, tuple(rows))


def text_of(facts) -> str:
    return whole_text(season_list.render(facts, FONTS).pdf)


def note_on(part: SeasonPart, place: int, audience: str = "team") -> tuple[str, bool]:
    """The note of a date, by its place in the season."""
    (section,) = sections_of(season(part, audience=audience))
    day = part.bookings[place].original_day
    line = next(one for one in section.dates if one.day == day)
    return line.note, line.struck


def test_every_date_of_the_rule_is_listed_closures_explained() -> None:
    (section,) = sections_of(season())
    assert len(section.dates) == 45
    closed = [one for one in section.dates if one.struck]
    assert [one.note for one in closed] == [
        "fermeture annuelle d’hiver",
        "fermeture annuelle d’hiver",
        "fermé\u00a0: Ascension",
    ]
    assert section.sum == "42 dates · 3 supprimées (fermeture)"


def test_the_head_says_the_rule_the_hours_and_the_room() -> None:
    text = text_of(season())
    assert "Chaque jeudi · 10\u00a0h – 13\u00a0h · Bureau 2, RdC" in text
    assert "Du 1er\u00a0septembre 2026 au 9\u00a0juillet 2027" in text
    assert "jeudi\u00a01er" in text  # 1 October
    assert text.count("Novembre 2026") == 1


def test_a_date_in_another_room_says_which() -> None:
    part = changed(3, room_id=ROOM_IDS["BP1"])
    assert note_on(part, 3) == ("déplacée en Bureau 1", False)


def test_a_date_put_off_is_found_on_both_days() -> None:
    row = series().bookings[8]
    later = row.starts_at + timedelta(days=1)
    part = changed(8, starts_at=later, ends_at=row.ends_at + timedelta(days=1))
    assert note_on(part, 8) == ("reportée au vendredi 30\u00a0octobre", True)
    (section,) = sections_of(season(part))
    (line,) = [one for one in section.dates if one.day == later.date()]
    assert line.note == "au lieu du jeu.\u00a029/10"


def test_other_hours_are_told() -> None:
    row = series().bookings[10]
    part = changed(10, ends_at=row.ends_at + timedelta(hours=1))
    (section,) = sections_of(season(part))
    assert [one.hours for one in section.dates if one.hours] == ["10\u00a0h – 14\u00a0h"]


def test_why_a_date_was_cancelled_is_for_the_team_only() -> None:
    part = changed(5, status="cancelled", reason="bénévoles en formation")
    assert note_on(part, 5) == ("annulée\u00a0: bénévoles en formation", True)
    assert note_on(part, 5, "public") == ("annulée", True)


def test_a_date_left_out_from_the_start_is_not_called_cancelled() -> None:
    part = changed(5, status="cancelled", reason=SKIPPED)
    assert note_on(part, 5) == ("non réservée", True)


def test_that_a_group_did_not_come_is_the_teams_business() -> None:
    part = changed(2, status="no_show")
    assert note_on(part, 2) == ("non-présentation", False)
    assert note_on(part, 2, "public") == ("", False)


def test_a_discreet_permanence_hangs_without_its_names() -> None:
    part = series(discreet=True, title="Titre à taire", organisation_name="Groupe à taire")
    text = text_of(season(part, audience="public", organisation_name=""))
    assert "Permanence associative" in text
    assert "à taire" not in text


def test_an_association_has_its_series_and_its_single_bookings() -> None:
    facts = season(series(), SeasonPart(None, BOOKINGS_48[:3]))
    text = text_of(facts)
    assert "P06 Exil" in text
    assert "Réservations ponctuelles" in text
    assert "14\u00a0h\u00a030 – 17\u00a0h\u00a030 · Bureau 1 · P11 Emploi" in text


def test_a_season_without_a_date_says_so() -> None:
    facts = season(organisation_name="Élan du Canal")
    empty = type(facts)((), facts.rooms, facts.edition, facts.first, facts.last, "Élan du Canal")
    assert "Aucune date sur cette période." in text_of(empty)
