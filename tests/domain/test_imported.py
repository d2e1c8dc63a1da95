"""What an import may keep of people, and how a changed line is told."""

from __future__ import annotations

import dataclasses

from database import tables
from desktop_app.domain.imported import ListedPerson, changed_facts


def test_of_a_person_nothing_else_is_kept():
    kept = {field.name for field in dataclasses.fields(ListedPerson)}
    assert kept == {"last_name", "first_name", "email", "phone", "organisation_label"}
    stored = {column.name for column in tables.person.columns}
    assert stored == kept | {"id", "search_key", "created_at"}


def test_changed_facts_are_named():
    before = ListedPerson("Petitjour-Test", "Lou", phone="+33639981300")
    after = dataclasses.replace(before, email="lou@example.org", phone="")
    assert changed_facts(before, after) == ("email", "phone")
    assert changed_facts(before, before) == ()
