"""All tables and constraints, by subject. Both engines are built from this one description."""

from database.tables.attestations import attestation
from database.tables.base import metadata
from database.tables.bookings import booking, booking_series, occupancy, permanence
from database.tables.cafe import visit_count, visit_total
from database.tables.keys import key, key_loan, room_check
from database.tables.papers import print_edition
from database.tables.people import badge, organisation, person, staff
from database.tables.record import audit_entry, setting
from database.tables.rooms import (
    closure,
    opening_period,
    room,
    room_equipment,
    room_layout,
    room_part,
    room_unavailability,
    school_holiday,
)
from database.tables.trainings import (
    accessibility_need,
    check_in,
    enrolment,
    half_day,
    training_session,
    training_title,
)

__all__ = [
    "accessibility_need",
    "attestation",
    "audit_entry",
    "badge",
    "booking",
    "booking_series",
    "check_in",
    "closure",
    "enrolment",
    "half_day",
    "key",
    "key_loan",
    "metadata",
    "occupancy",
    "opening_period",
    "organisation",
    "permanence",
    "person",
    "print_edition",
    "room",
    "room_check",
    "room_equipment",
    "room_layout",
    "room_part",
    "room_unavailability",
    "school_holiday",
    "setting",
    "staff",
    "training_session",
    "training_title",
    "visit_count",
    "visit_total",
]
