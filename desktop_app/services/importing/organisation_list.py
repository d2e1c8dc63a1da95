"""The venue's list of associations, residents' groups and institutions."""

from __future__ import annotations

import re
from datetime import date

from desktop_app.domain.identifiers import (
    normalise_email,
    normalise_phone,
    normalise_rna,
    normalise_siren,
)
from desktop_app.domain.import_report import LineReport
from desktop_app.domain.imported import ListedOrganisation
from desktop_app.domain.organisations import OrganisationKind
from desktop_app.domain.reading_day import parse_day
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.search_text import fold
from desktop_app.services.importing.columns import Line, Table
from desktop_app.services.importing.known import Known
from desktop_app.services.importing.lines import (
    Judging,
    Once,
    code_in,
    day_in,
    plan_lines,
    required,
    text_in,
)
from desktop_app.services.importing.words import organisation_kind

_SUSPENDED = re.compile(
    r"suspend\w*\s+(?:until|jusqu\s+au)\s+(?P<day>\d{1,2}\s\d{1,2}\s\d{4})", re.IGNORECASE
)


def plan_organisations(table: Table, known: Known) -> tuple[LineReport, ...]:
    """Known by their code; a RNA number belongs to one of them only."""
    once = Once()

    def plan(judging: Judging) -> LineReport:
        organisation = _read(judging, known)
        once.refuse_repeat(organisation.code, judging.line, "code")
        _refuse_known_rna(known, organisation)
        before = known.organisations.get(organisation.code)
        if before is None:
            _remark_near_duplicate(judging, known, organisation)
        verdict = judging.verdict(before, organisation)
        if known.learns("organisation", organisation.code, verdict):
            known.organisations[organisation.code] = organisation
        return judging.report(f"{organisation.code} {organisation.name}", verdict, organisation)

    return plan_lines(table, plan)


def _read(judging: Judging, known: Known) -> ListedOrganisation:
    line = judging.line
    required(line, "name")
    kind = organisation_kind(required(line, "kind"))
    if kind is None:
        judging.doubt("import_organisation_kind_unknown", "kind", text=line.get("kind"))
        kind = OrganisationKind.ASSOCIATION
    note = text_in(line, "note", 400)
    words = fold(note)
    return ListedOrganisation(
        code=code_in(line, "code"),
        name=text_in(line, "name", 300),
        kind=kind,
        rna=normalise_rna(line.get("rna")),
        siren=normalise_siren(line.get("siren")),
        insurance_until=day_in(line, "insurance_until", known.today),
        agreement_until=day_in(line, "agreement_until", known.today),
        suspended_until=_suspended_until(words, known.today),
        archived=kind is OrganisationKind.DISSOLVED or "archiv" in words,
        discreet="discret" in words,
        note=note,
        phone=_contact(judging, "phone"),
        email=_contact(judging, "email"),
    )


def _contact(judging: Judging, key: str) -> str | None:
    line = judging.line
    if not line.has(key):
        return None
    normalise = normalise_phone if key == "phone" else normalise_email
    return judging.tried(lambda: normalise(line.get(key)), key)


def _suspended_until(words: str, today: date) -> date | None:
    found = _SUSPENDED.search(words)
    return parse_day(found["day"].replace(" ", "/"), today, field="note") if found else None


def _refuse_known_rna(known: Known, organisation: ListedOrganisation) -> None:
    for other in known.organisations.values():
        if organisation.rna and other.rna == organisation.rna and other.code != organisation.code:
            raise Refusal("rna_already_known", field="rna", organisation=other.name)


def _remark_near_duplicate(
    judging: Judging, known: Known, organisation: ListedOrganisation
) -> None:
    """A hint, never a refusal: “Élan du Canal”, “Elan du canal 20e”."""
    name = fold(organisation.name)
    for other in known.organisations.values():
        theirs = fold(other.name)
        if name == theirs or name.startswith(theirs + " ") or theirs.startswith(name + " "):
            judging.remark("import_near_duplicate", "name", other=other.code, name=other.name)


def new_organiser(line: Line, known: Known, name: str) -> ListedOrganisation | None:
    """The organisation to make for an organiser that only a week's list names: the venue itself,
    or an institution. None when the name says neither."""
    folded = fold(name)
    if folded and fold(known.venue_name).startswith(folded):
        return ListedOrganisation("LIEU", name, OrganisationKind.INTERNAL)
    kind = organisation_kind(name)
    if kind is None and organisation_kind(line.get("kind")) is OrganisationKind.INSTITUTION:
        kind = OrganisationKind.INSTITUTION
    if kind is not OrganisationKind.INSTITUTION:
        return None
    return ListedOrganisation(_free_code(known), name, OrganisationKind.INSTITUTION)


def _free_code(known: Known) -> str:
    numbers = range(1, len(known.organisations) + 2)
    return next(c for n in numbers if (c := f"I{n:02d}") not in known.organisations)
