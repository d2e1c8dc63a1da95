"""The words of a weighed question: one sentence, its tone, its remarks."""

from __future__ import annotations

from typing import NamedTuple

from desktop_app.domain.availability import preventing
from desktop_app.domain.venue import Venue
from desktop_app.ui.planning.panel.judge import Weighed
from desktop_app.wording import _
from desktop_app.wording.dates import say_hours
from desktop_app.wording.equipment import label_of_equipment
from desktop_app.wording.phrases import say_list
from desktop_app.wording.refusals import say


class VerdictWords(NamedTuple):
    """tone: `ok`, `warning` or `error`."""

    tone: str
    sentence: str
    remarks: tuple[str, ...] = ()


def words_of(weighed: Weighed, venue: Venue) -> VerdictWords:
    """Free; free, with what is to be known; or why not, the gravest first."""
    if weighed.refusal is not None:
        return VerdictWords("error", say(weighed.refusal))
    draft = weighed.question.draft
    room = venue.room(draft.room_id)
    against = preventing(weighed.objections)
    if against:
        rest = [say(one.refusal()) for one in weighed.objections if one is not against[0]]
        return VerdictWords("error", say(against[0].refusal()), tuple(dict.fromkeys(rest)))
    remarks = [say(one.refusal()) for one in weighed.objections]
    missing = [code for code in weighed.question.equipment if code not in room.equipment]
    if missing:
        names = say_list([label_of_equipment(code) for code in missing])
        remarks.append(_("{room} n’a pas : {equipment}.").format(room=room.name, equipment=names))
    if weighed.question.step_free and not room.step_free:
        remarks.append(_("{room} n’est pas accessible PMR.").format(room=room.name))
    sentence = _("{room} est libre, {hours}.").format(
        room=room.name, hours=say_hours(draft.starts_at, draft.ends_at)
    )
    return VerdictWords("warning" if remarks else "ok", sentence, tuple(remarks))
