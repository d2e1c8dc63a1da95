"""Booking, changing, cancelling, undoing: every path through the same check, on both engines."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from database import tables
from desktop_app.domain.bookings import Kind, Status
from desktop_app.domain.changes import Changes
from desktop_app.domain.refusals import Refusal
from desktop_app.services.house import Services
from tests.builders import KIOSK, MANAGER, NOW, RECEPTION, THURSDAY, a_draft, an_association, at

PAST = date(2025, 12, 1)


def held_rooms(house: Services, booking_id: int) -> list[str]:
    """Codes of the elementary rooms a booking holds."""
    with house.database.reading() as connection:
        return sorted(
            connection.execute(
                select(tables.room.c.code)
                .join(tables.occupancy, tables.occupancy.c.room_id == tables.room.c.id)
                .where(tables.occupancy.c.booking_id == booking_id)
            ).scalars()
        )


def refusal_of(act) -> Refusal:
    with pytest.raises(Refusal) as raised:
        act()
    return raised.value


def test_a_booking_is_stored_and_journaled(house: Services):
    row = house.bookings.book(a_draft(house.database, heads=20), by=RECEPTION)
    assert (row.room_code, row.status, row.heads, row.version) == ("AGB", "confirmed", 20, 1)
    assert house.planning.days(row.starts_at.date(), row.starts_at.date()) == (row,)
    with house.database.reading() as connection:
        line = connection.execute(select(tables.audit_entry)).one()
    assert (line.verb, line.subject_id, line.login) == ("book", row.id, "acl")


def test_back_to_back_bookings_do_not_clash(house: Services):
    house.bookings.book(a_draft(house.database, hours="14:00-16:00"), by=RECEPTION)
    house.bookings.book(a_draft(house.database, hours="16:00-18:00"), by=RECEPTION)


@pytest.mark.parametrize(
    "hours",
    ["18:00-19:00", "20:00-21:00", "19:00-20:00", "18:30-20:30", "18:00-21:00", "18:30-19:00"],
    ids=["start", "end", "inside", "same", "around", "same-start"],
)
def test_an_overlap_is_refused_and_nothing_is_written(house: Services, hours: str):
    house.bookings.book(a_draft(house.database), by=RECEPTION)
    refusal = refusal_of(
        lambda: house.bookings.book(a_draft(house.database, hours=hours), by=RECEPTION)
    )
    assert refusal.code == "room_taken"
    assert refusal.values["room"] == "Agora B"
    assert len(house.planning.days(THURSDAY, THURSDAY + timedelta(days=30))) == 1


def test_how_long_the_room_is_still_free_is_said(house: Services):
    house.bookings.book(a_draft(house.database, hours="18:00-20:00"), by=RECEPTION)
    refusal = refusal_of(
        lambda: house.bookings.book(a_draft(house.database, hours="16:00-19:00"), by=RECEPTION)
    )
    assert refusal.values["free_until"] == at("18:00-20:00")[0]
    assert refusal.field == "end"


def test_a_discreet_holder_is_not_named(house: Services):
    holder = an_association(house.database, "Femmes en chemin")
    house.bookings.book(
        a_draft(house.database, organisation_id=holder, discreet=True, kind=Kind.PERMANENCE),
        by=RECEPTION,
    )
    refusal = refusal_of(lambda: house.bookings.book(a_draft(house.database), by=RECEPTION))
    assert refusal.values["holder"] is None
    assert refusal.values["kind"] == "permanence"


@pytest.mark.parametrize(("first", "second"), [("AGO", "AGA"), ("AGA", "AGO"), ("AGO", "AGO")])
def test_a_composite_and_its_parts_exclude_each_other(house: Services, first: str, second: str):
    house.bookings.book(a_draft(house.database, first), by=RECEPTION)
    refusal = refusal_of(lambda: house.bookings.book(a_draft(house.database, second), by=RECEPTION))
    assert refusal.code == "room_taken"


def test_the_two_parts_of_a_composite_are_independent(house: Services):
    house.bookings.book(a_draft(house.database, "AGA"), by=RECEPTION)
    house.bookings.book(a_draft(house.database, "AGB"), by=RECEPTION)


def test_a_composite_holds_every_part(house: Services):
    row = house.bookings.book(a_draft(house.database, "AGO"), by=RECEPTION)
    assert held_rooms(house, row.id) == ["AGA", "AGB"]


@pytest.mark.parametrize(
    ("facts", "code", "field"),
    [
        ({"day": PAST}, "day_past", "day"),
        ({"day": date(2026, 12, 25)}, "venue_closed", "day"),
        ({"day": date(2026, 12, 6)}, "venue_closed", "day"),
        ({"hours": "21:00-23:00"}, "closes_earlier", "end"),
        ({"hours": "08:00-10:00"}, "opens_later", "start"),
        ({"hours": "10:00-09:30"}, "hours_in_wrong_order", "end"),
        ({"hours": "10:00-10:00"}, "hours_in_wrong_order", "end"),
        ({"heads": 9000}, "no_room_that_size", "heads"),
        ({"heads": 31}, "over_headcount", "heads"),
        ({"heads": -3}, "count_negative", "heads"),
        ({"title": "   "}, "title_missing", "title"),
        ({"title": "x" * 301}, "text_too_long", "title"),
        ({"contact_phone": "06 39 98 12"}, "phone_invalid", "contact_phone"),
        ({"status": Status.ARRIVED}, "status_impossible", "status"),
        ({"organisation_id": 999}, "organisation_unknown", "organisation"),
    ],
)
def test_bad_input_is_refused_on_its_field_and_writes_nothing(
    house: Services, facts: dict, code: str, field: str
):
    facts = dict(facts)
    draft = a_draft(
        house.database,
        "AGB",
        facts.pop("hours", "18:30-20:30"),
        facts.pop("day", date(2026, 12, 1)),
        **facts,
    )
    refusal = refusal_of(lambda: house.bookings.book(draft, by=RECEPTION))
    assert (refusal.code, refusal.field) == (code, field)
    with house.database.reading() as connection:
        assert connection.execute(select(tables.booking)).all() == []
        assert connection.execute(select(tables.audit_entry)).all() == []


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"insurance_until": date(2026, 10, 31)}, "insurance_expired"),
        ({"agreement_until": date(2026, 8, 31)}, "agreement_expired"),
        ({"insurance_until": None, "agreement_until": None}, "file_incomplete"),
        ({"suspended_until": date(2026, 12, 31)}, "organisation_suspended"),
        ({"archived": True}, "organisation_archived"),
    ],
)
def test_the_rules_on_loans_refuse_a_confirmed_booking(house: Services, facts: dict, code: str):
    asker = an_association(house.database, **facts)
    draft = a_draft(house.database, organisation_id=asker)
    assert refusal_of(lambda: house.bookings.book(draft, by=RECEPTION)).code == code


@pytest.mark.parametrize(
    "facts", [{"insurance_until": date(2026, 10, 31)}, {"agreement_until": None}]
)
def test_an_option_needs_no_complete_file_but_its_confirmation_does(house: Services, facts: dict):
    asker = an_association(house.database, **facts)
    draft = a_draft(house.database, organisation_id=asker, status=Status.OPTION)
    row = house.bookings.book(draft, by=RECEPTION)
    refusal = refusal_of(lambda: house.bookings.confirm(row.id, row.version, by=RECEPTION))
    assert refusal.code in {"insurance_expired", "file_incomplete"}


def test_a_manager_passes_over_a_rule_with_a_reason_and_it_is_journaled(house: Services):
    asker = an_association(house.database, insurance_until=date(2026, 10, 31))
    draft = a_draft(house.database, organisation_id=asker)
    assert refusal_of(lambda: house.bookings.book(draft, by=MANAGER)).code == "insurance_expired"
    house.bookings.book(draft, by=MANAGER, override="attestation vue ce matin")
    with house.database.reading() as connection:
        details = connection.execute(select(tables.audit_entry.c.details)).scalar_one()
    assert details["rules"] == ["insurance_expired"]
    assert details["override"] == "attestation vue ce matin"


def test_nobody_passes_over_a_taken_room(house: Services):
    house.bookings.book(a_draft(house.database), by=RECEPTION)
    refusal = refusal_of(
        lambda: house.bookings.book(a_draft(house.database), by=MANAGER, override="urgent")
    )
    assert refusal.code == "room_taken"


def test_an_override_is_refused_to_reception(house: Services):
    asker = an_association(house.database, insurance_until=date(2026, 10, 31))
    draft = a_draft(house.database, organisation_id=asker)
    refusal = refusal_of(lambda: house.bookings.book(draft, by=RECEPTION, override="je sais"))
    assert refusal.code == "insurance_expired"


def test_the_kiosk_books_nothing(house: Services):
    refusal = refusal_of(lambda: house.bookings.book(a_draft(house.database), by=KIOSK))
    assert refusal.code == "role_forbidden"


def test_an_option_never_holds_past_48_hours_before(house: Services):
    row = house.bookings.book(a_draft(house.database, status=Status.OPTION), by=RECEPTION)
    assert row.option_expires_on == date(2026, 11, 29)


def test_an_option_holds_five_days_when_the_date_is_far(house: Services):
    row = house.bookings.book(
        a_draft(house.database, day=date(2027, 1, 12), status=Status.OPTION), by=RECEPTION
    )
    assert row.option_expires_on == date(2026, 12, 1)


def test_an_option_for_tomorrow_comes_too_late(house: Services):
    draft = a_draft(
        house.database, hours="10:00-12:00", day=date(2026, 11, 27), status=Status.OPTION
    )
    assert refusal_of(lambda: house.bookings.book(draft, by=RECEPTION)).code == "option_too_late"


def test_an_option_expires_by_itself_and_frees_its_room(house: Services, clock):
    option = house.bookings.book(a_draft(house.database, status=Status.OPTION), by=RECEPTION)
    clock.set(datetime(2026, 11, 29, 23, 59))
    assert house.bookings.expire_options() == 0
    clock.set(datetime(2026, 11, 30, 0, 1))
    house.bookings.book(a_draft(house.database), by=RECEPTION)
    over = house.planning.booking(option.id)
    assert (over.status, over.reason) == ("cancelled", "option_expired")


def test_a_confirmed_option_no_longer_expires(house: Services):
    option = house.bookings.book(a_draft(house.database, status=Status.OPTION), by=RECEPTION)
    row = house.bookings.confirm(option.id, option.version, by=RECEPTION)
    assert (row.status, row.option_expires_on) == ("confirmed", None)


def test_cancelling_asks_a_reason_keeps_the_row_and_frees_the_room(house: Services):
    row = house.bookings.book(a_draft(house.database), by=RECEPTION)
    refusal = refusal_of(lambda: house.bookings.cancel(row.id, row.version, "  ", by=RECEPTION))
    assert (refusal.code, refusal.field) == ("reason_missing", "reason")
    gone = house.bookings.cancel(row.id, row.version, "l’association rappellera", by=RECEPTION)
    assert (gone.status, gone.reason) == ("cancelled", "l’association rappellera")
    assert held_rooms(house, row.id) == []
    house.bookings.book(a_draft(house.database), by=RECEPTION)


@pytest.mark.parametrize(("status", "late"), [(Status.CONFIRMED, True), (Status.OPTION, False)])
def test_a_late_cancellation_is_noted_but_never_for_an_option(
    house: Services, status: Status, late: bool
):
    row = house.bookings.book(a_draft(house.database, status=status), by=RECEPTION)
    house.bookings.cancel(row.id, row.version, "erreur", by=RECEPTION)
    with house.database.reading() as connection:
        details = connection.execute(
            select(tables.audit_entry.c.details).where(tables.audit_entry.c.verb == "cancelled")
        ).scalar_one()
    assert details["late"] is late


def test_a_cancelled_booking_is_not_changed(house: Services):
    row = house.bookings.book(a_draft(house.database), by=RECEPTION)
    gone = house.bookings.cancel(row.id, row.version, "erreur", by=RECEPTION)
    refusal = refusal_of(
        lambda: house.bookings.change(gone.id, gone.version, by=RECEPTION, heads=3)
    )
    assert refusal.code == "booking_is_over"


def test_moving_to_a_taken_room_is_refused_and_leaves_both(house: Services):
    one = house.bookings.book(a_draft(house.database, "AGB"), by=RECEPTION)
    other = house.bookings.book(a_draft(house.database, "AGA"), by=RECEPTION)
    refusal = refusal_of(
        lambda: house.bookings.change(one.id, one.version, by=RECEPTION, room_id=other.room_id)
    )
    assert refusal.code == "room_taken"
    assert house.planning.booking(one.id) == one


def test_a_booking_may_be_lengthened_over_its_own_time(house: Services):
    row = house.bookings.book(a_draft(house.database), by=RECEPTION)
    longer = house.bookings.change(
        row.id, row.version, by=RECEPTION, ends_at=row.ends_at + timedelta(minutes=30)
    )
    assert longer.ends_at == row.ends_at + timedelta(minutes=30)


def test_a_stale_edit_is_refused(house: Services):
    row = house.bookings.book(a_draft(house.database), by=RECEPTION)
    house.bookings.change(row.id, row.version, by=RECEPTION, heads=5)
    refusal = refusal_of(lambda: house.bookings.change(row.id, row.version, by=RECEPTION, heads=9))
    assert refusal.code == "stale_edit"
    assert house.planning.booking(row.id).heads == 5


def test_what_a_change_leaves_alone_is_not_held_against_it(house: Services):
    asker = an_association(house.database, insurance_until=date(2026, 10, 31))
    row = house.bookings.book(
        a_draft(house.database, organisation_id=asker), by=MANAGER, override="vue"
    )
    assert house.bookings.change(row.id, row.version, by=RECEPTION, heads=12).heads == 12


def test_too_soon_and_too_far_are_refused_to_an_association(house: Services):
    asker = an_association(house.database, insurance_until=date(2028, 1, 1))
    for day, code in (
        (date(2026, 11, 27), "too_soon_to_book"),
        (date(2027, 6, 1), "too_far_to_book"),
    ):
        draft = a_draft(house.database, hours="10:00-12:00", day=day, organisation_id=asker)
        assert refusal_of(lambda draft=draft: house.bookings.book(draft, by=RECEPTION)).code == code


def test_undo_and_redo_of_a_booking(house: Services):
    row = house.bookings.book(a_draft(house.database), by=RECEPTION)
    house.bookings.undo(by=RECEPTION)
    assert house.planning.booking(row.id).status == "cancelled"
    assert held_rooms(house, row.id) == []
    house.bookings.redo(by=RECEPTION)
    again = house.planning.booking(row.id)
    assert again == row._replace(version=again.version)
    assert held_rooms(house, row.id) == ["AGB"]


def test_undo_goes_back_step_by_step(house: Services):
    row = house.bookings.book(a_draft(house.database), by=RECEPTION)
    moved = house.bookings.change(row.id, row.version, by=RECEPTION, heads=8)
    house.bookings.cancel(moved.id, moved.version, "erreur", by=RECEPTION)
    house.bookings.undo(by=RECEPTION)
    assert house.planning.booking(row.id).status == "confirmed"
    house.bookings.undo(by=RECEPTION)
    assert house.planning.booking(row.id).heads == 0
    house.bookings.redo(by=RECEPTION)
    house.bookings.redo(by=RECEPTION)
    assert house.planning.booking(row.id).status == "cancelled"


def test_undo_of_a_cancel_is_refused_when_the_place_is_gone(house: Services):
    row = house.bookings.book(a_draft(house.database), by=RECEPTION)
    house.bookings.cancel(row.id, row.version, "erreur", by=RECEPTION)
    other = house.bookings.book(a_draft(house.database, title="Chorale"), by=RECEPTION)
    house.bookings.undo(by=RECEPTION)
    assert house.planning.booking(other.id).status == "cancelled"
    house.bookings.redo(by=RECEPTION)
    house.bookings.history.drop_undo()
    refusal = refusal_of(lambda: house.bookings.undo(by=RECEPTION))
    assert refusal.code == "room_taken"
    assert house.planning.booking(row.id).status == "cancelled"


def test_undo_never_overwrites_what_somebody_else_saved(house: Services):
    from desktop_app.services.house import house_of

    other_desk = house_of(house.database, resources=house.care._resources)
    row = house.bookings.book(a_draft(house.database), by=RECEPTION)
    changed = other_desk.bookings.change(row.id, row.version, by=MANAGER, heads=15)
    assert refusal_of(lambda: house.bookings.undo(by=RECEPTION)).code == "stale_edit"
    assert house.planning.booking(row.id) == changed
    assert refusal_of(lambda: house.bookings.undo(by=RECEPTION)).code == "nothing_to_undo"


def test_nothing_to_undo_or_redo_is_said(house: Services):
    assert refusal_of(lambda: house.bookings.undo(by=RECEPTION)).code == "nothing_to_undo"
    assert refusal_of(lambda: house.bookings.redo(by=RECEPTION)).code == "nothing_to_redo"


def test_a_place_lost_meanwhile_is_told_as_lost(house: Services):
    house.bookings.book(a_draft(house.database, status=Status.OPTION), by=RECEPTION)
    refusal = refusal_of(
        lambda: house.bookings.book(a_draft(house.database), by=RECEPTION, seen_free=True)
    )
    assert (refusal.code, refusal.values["status"]) == ("room_just_taken", "option")


def test_a_commit_rings_the_bell_with_what_it_touched(house: Services):
    heard: list[Changes] = []
    house.database.listeners.append(heard.append)
    row = house.bookings.book(a_draft(house.database), by=RECEPTION)
    refusal_of(lambda: house.bookings.book(a_draft(house.database), by=RECEPTION))
    assert [change.touched for change in heard] == [frozenset({("booking", row.id)})]


def test_phones_are_kept_in_one_form(house: Services):
    row = house.bookings.book(a_draft(house.database, contact_phone="0639981234"), by=RECEPTION)
    assert row.contact_phone == "+33639981234"


def test_the_clock_is_the_one_handed_in(house: Services):
    assert house.database.clock.now() == NOW


def test_a_need_for_a_way_without_steps_is_kept_on_the_booking(house: Services):
    row = house.bookings.book(a_draft(house.database, step_free=True), by=RECEPTION)
    assert row.step_free
    changed = house.bookings.change(row.id, row.version, by=RECEPTION, step_free=False)
    assert not changed.step_free
