"""*Affiche de porte*: read at two metres, whole words, and where to go when something moved."""

from __future__ import annotations

from datetime import datetime

from desktop_app.documents import door_sheet
from desktop_app.documents.door_facts import LATER, NEXT, NOW, PAST, Elsewhere, entries_of
from desktop_app.domain.rooms import RoomUnavailability
from tests.documents.every_sheet import B19, EVERY, NOON, THURSDAY, door, fourteen, room
from tests.documents.reading_pdf import whole_text
from tests.documents.recording import FONTS, RecordingSheet
from tests.documents.venue_facts import LONG_NAME, ROOM_IDS, a_booking


def text_of(facts) -> str:
    return whole_text(door_sheet.render(facts, FONTS).pdf)


def drawn(facts) -> RecordingSheet:
    sheet = RecordingSheet(595.28, 841.89)
    door_sheet.draw(sheet, facts)
    return sheet


def test_the_room_the_day_and_each_booking_are_told_large() -> None:
    sheet = drawn(door())
    sizes = {words.words: words.size for words in sheet.written}
    assert sizes["Agora B"] >= 60
    assert sizes["9\u00a0h\u00a030 – 12\u00a0h\u00a030"] >= 30
    assert sizes["Coordination des maraudes"] >= 26


def test_the_longest_name_is_there_to_its_last_letter() -> None:
    row = a_booking(1, THURSDAY, "10:00-13:00", "BP2", organisation_name=LONG_NAME)
    text = text_of(door("BP2", rows=(row,)))
    assert LONG_NAME in text
    assert "…" not in text


def test_fourteen_bookings_are_all_there_on_pages_still_read_at_two_metres() -> None:
    facts = door("BP2", rows=fourteen())
    text, sheet = text_of(facts), drawn(facts)
    assert text.count(LONG_NAME) == 7
    for number in range(1, 15):
        assert f"Réunion {number}" in text
    small = [one for one in sheet.written if one.words.startswith("Réunion")]
    assert min(one.size for one in small) >= 18


def test_now_next_and_past_are_those_of_the_edition_on_the_very_day() -> None:
    nine = entries_of(door(at=datetime(2026, 11, 26, 9, 0)))
    assert [one.when for one in nine] == [NEXT, LATER]
    ten = entries_of(door(at=datetime(2026, 11, 26, 10, 5, 40)))
    assert [one.when for one in ten] == [NOW, NEXT]
    assert ten[0].tag == "En cours à 10\u00a0h\u00a005"
    noon = entries_of(door(at=NOON))
    assert [one.when for one in noon] == [PAST, NEXT]
    assert "Plus tôt ce jour" in text_of(door(at=NOON))


def test_a_sheet_made_the_day_before_says_neither_now_nor_next() -> None:
    assert {one.when for one in entries_of(door())} == {LATER}
    assert "Ensuite" not in text_of(door())


def test_what_was_moved_says_where_in_white_on_black_above_the_rest() -> None:
    text = whole_text(EVERY["door, something moved"]().pdf())
    assert "Déplacée en Agora B (RdC)" in text
    assert text.index("Déplacée") < text.index("Aucune réservation ce jour")
    assert "Le B.A.-BA de la lutte contre l’exclusion" in text


def test_what_was_cancelled_says_so() -> None:
    gone = B19._replace(status="cancelled", reason="motif qui ne regarde personne")
    text = text_of(door("AGA", elsewhere=(Elsewhere(gone, None),)))
    assert "Annulée" in text
    assert "regarde" not in text


def test_a_discreet_group_is_not_named_even_when_it_moves() -> None:
    row = a_booking(
        1,
        THURSDAY,
        "14:00-17:00",
        "BP2",
        kind="permanence",
        discreet=True,
        title="Titre à taire",
        organisation_name="Groupe à taire",
        heads=4321,
        contact_name="Zénobie",
    )
    moved = text_of(door("BP1", rows=(), elsewhere=(Elsewhere(row, room("BP2")),)))
    here = text_of(door("BP2", rows=(row,)))
    for text in (moved, here):
        assert "Permanence associative" in text
        for word in ("à taire", "4321", "Zénobie"):
            assert word not in text


def test_a_closed_day_says_why() -> None:
    text = whole_text(EVERY["door, closed"]().pdf())
    assert "Fermé" in text
    assert "Noël" in text


def test_a_room_out_of_use_says_when_and_not_why() -> None:
    out = RoomUnavailability(
        1, ROOM_IDS["BP3"], datetime(2026, 11, 26, 13, 20), datetime(2026, 11, 26, 18), "fuite"
    )
    facts = door("BP3")
    given = type(facts)(
        facts.opening, facts.room, facts.rooms, (), facts.edition, unavailabilities=(out,)
    )
    text = text_of(given)
    assert "Indisponible" in text
    assert "13\u00a0h\u00a020 – 18\u00a0h" in text
    assert "fuite" not in text
