"""Enrolment lists as form tools export them: who comes to which session, and nothing more.

Kept of a person: last name, first name, e-mail, telephone, association as typed. An accessibility
need is counted on the session and never kept on the person.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from hashlib import sha256

from desktop_app.domain.identifiers import normalise_email, normalise_phone
from desktop_app.domain.import_report import LineReport, Verdict
from desktop_app.domain.imported import ListedEnrolment, ListedPerson, changed_facts
from desktop_app.domain.reading_day import parse_day
from desktop_app.domain.reading_time import parse_hours, parse_time
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.search_text import fold
from desktop_app.domain.typed_text import plain
from desktop_app.services.importing.columns import Line, Table
from desktop_app.services.importing.known import Known, KnownSession, name_key
from desktop_app.services.importing.lines import (
    Judging,
    plan_lines,
    required,
    text_in,
    yes_or_no,
)
from desktop_app.services.importing.matching import find_person

_HOUR_AT_THE_END = re.compile(
    r"(?P<day>.+?)[,;]?(?: a| de| -|)\s(?P<hours>\d{1,2} ?(?:h|heures?|:)(?: ?\d{2})?\b.*)$"
)
_STAMP = re.compile(r"(?P<day>\S+)[ ,T]+(?P<time>\d{1,2}[:h]\d{2})(?::\d{2})?.*")
_NINE_DIGITS = re.compile(r"[1-9]\d{8}")
_DAMAGED = ("?", "\ufffd")
_NO_NEED = frozenset({"", "non", "aucun", "aucune", "neant", "rien", "ras", "0"})
_LONGEST_NEED = 80


def plan_enrolments(table: Table, known: Known) -> tuple[LineReport, ...]:
    """First come, first served: lines are judged in the order of their time stamps."""
    stamps = {line.number: _stamp(line, known.today) for line in table.lines}
    in_order = sorted(
        table.lines, key=lambda line: (stamps[line.number] or datetime.max, line.number)
    )

    def plan(judging: Judging) -> LineReport:
        return _plan(judging, known, stamps[judging.line.number])

    reports = plan_lines(table, plan, in_order)
    return tuple(sorted(reports, key=lambda report: report.line))


def _plan(judging: Judging, known: Known, stamp: datetime | None) -> LineReport:
    line = judging.line
    session, listed_at = _session(judging, known)
    _require_consent(judging)
    person = _person(judging)
    source_key = _source_key(session.title_code, listed_at, person, stamp)
    match = find_person(judging, known.people, person, session.source_keys.get(source_key))
    after = match.person
    label = " ".join(filter(None, (person.first_name, person.last_name)))
    ref = match.ref
    if ref is not None and ref in session.persons:
        return _known_already(judging, known, label, session, ref, after, source_key)
    if session.closed:
        raise Refusal("import_session_closed", field="session")
    status = _place_in(judging, session)
    verdict = judging.verdict(None, after)
    if ref is None:
        ref = known.people.new(after)
    if known.learns("enrolment", source_key, verdict):
        known.people.know(ref, after)
        session.persons.add(ref)
        session.source_keys[source_key] = ref
        session.people += status == "enrolled"
    record = ListedEnrolment(
        source_key=source_key,
        title_code=session.title_code,
        starts_at=session.starts_at,
        person_ref=ref,
        person=after,
        status=status,
        enrolled_at=stamp,
        need=_need(line),
    )
    return judging.report(label, verdict, record)


def _known_already(
    judging: Judging,
    known: Known,
    label: str,
    session: KnownSession,
    ref: int,
    after: ListedPerson,
    source_key: str,
) -> LineReport:
    """Enrolled before: by an earlier import, or twice in this list. Contacts may have changed."""
    before = known.people.person(ref)
    judging.remark("import_enrolled_already")
    if not changed_facts(before, after):
        # What was doubtful about the line changes nothing any more.
        judging.doubts.clear()
        return judging.report(label, Verdict.UNCHANGED, None)
    verdict = judging.verdict(before, after)
    if known.learns("enrolment", source_key, verdict):
        known.people.know(ref, after)
    record = ListedEnrolment(
        source_key, session.title_code, session.starts_at, ref, after, "enrolled", is_new=False
    )
    return judging.report(label, verdict, record)


def _place_in(judging: Judging, session: KnownSession) -> str:
    """A place, or the waiting list once the room is full, its trainer counted."""
    if session.people >= session.capacity:
        judging.remark("import_waitlisted", "session", capacity=session.capacity)
        return "waitlisted"
    if session.people >= session.group_size:
        judging.remark("import_over_group", "session", group=session.group_size)
    return "enrolled"


# -- reading ------------------------------------------------------------------------------


def _session(judging: Judging, known: Known) -> tuple[KnownSession, datetime]:
    """The session a line means, and when it starts according to the line.

    One whose hour changed since is found when it is the only one of its day.
    """
    line = judging.line
    title = known.title(required(line, "title"))
    if title is None:
        raise Refusal("import_training_unknown", field="title", text=line.get("title"))
    day, starts_at = _when(line, known.today)
    same_day = [
        session
        for session in known.sessions.values()
        if session.title_code == title.code and session.starts_at.date() == day
    ]
    wanted = [one for one in same_day if starts_at is None or one.starts_at == starts_at]
    if not wanted and len(same_day) == 1:
        wanted = same_day
        judging.doubt("import_session_other_hour", "session", starts_at=same_day[0].starts_at)
    if len(wanted) != 1:
        raise Refusal(
            "import_session_unknown", field="session", title=title.title, text=line.get("session")
        )
    found = wanted[0]
    judging.doubt_if_hanging(known, "title", title.code, "title")
    return found, starts_at or found.starts_at


def day_of_session(line: Line, today: date) -> date:
    """The day a line is about. Raises the refusals of days."""
    return _when(line, today)[0]


def _when(line: Line, today: date) -> tuple[date, datetime | None]:
    """“jeudi 26 novembre 2026, 14 h”: the day, and the start when an hour is given."""
    text = required(line, "session")
    found = _HOUR_AT_THE_END.fullmatch(plain(text))
    if found is None:
        return parse_day(text, today, field="session"), None
    day = parse_day(found["day"].rstrip(" ,;-"), today, field="session")
    hours = found["hours"]
    try:
        start = parse_time(hours, field="session")
    except Refusal:
        start = parse_hours(hours, field="session")[0]
    return day, datetime.combine(day, start)


def _require_consent(judging: Judging) -> None:
    """Without consent nothing may be kept, not even the name."""
    line = judging.line
    if not line.has("consent"):
        return
    consents = yes_or_no(line, "consent", empty=None)
    if consents is None:
        judging.doubt("import_consent_missing", "consent")
    elif not consents:
        raise Refusal("import_consent_refused", field="consent")


def _person(judging: Judging) -> ListedPerson:
    line = judging.line
    last_name, first_name = text_in(line, "last_name", 120), text_in(line, "first_name", 120)
    if not last_name and not first_name:
        raise Refusal("import_name_missing", field="last_name")
    for key, name in (("last_name", last_name), ("first_name", first_name)):
        if any(sign in name for sign in _DAMAGED):
            judging.doubt("import_name_damaged", key, name=name)
    phone = line.get("phone")
    # A workbook that took the number for a quantity has eaten its zero.
    phone = "0" + phone if _NINE_DIGITS.fullmatch(phone) else phone
    return ListedPerson(
        last_name=last_name,
        first_name=first_name,
        email=judging.tried(lambda: normalise_email(line.get("email")), "email"),
        phone=judging.tried(lambda: normalise_phone(phone), "phone"),
        organisation_label=text_in(line, "organisation", 300),
    )


def _need(line: Line) -> str:
    need = " ".join(line.get("need").split())[:_LONGEST_NEED]
    return "" if fold(need) in _NO_NEED else need


def _stamp(line: Line, today: date) -> datetime | None:
    """When the form was filled, in wall time; None when it cannot be told."""
    found = _STAMP.fullmatch(line.get("stamp"))
    try:
        if found is None:
            return None
        day = parse_day(found["day"].rstrip(","), today)
        return datetime.combine(day, parse_time(found["time"].replace("h", ":")))
    except Refusal:
        return None


def _source_key(
    title_code: str, listed_at: datetime, person: ListedPerson, stamp: datetime | None
) -> str:
    """The same at each import of the list, and readable by nobody: the session as the list names
    it, then a digest of the name with the e-mail (which alone may be a family's), or with the
    time stamp."""
    other = person.email or (stamp.isoformat() if stamp else "")
    digest = sha256(f"{name_key(person)}|{other}".encode()).hexdigest()[:32]
    return f"{title_code}/{listed_at:%Y%m%d%H%M}/{digest}"
