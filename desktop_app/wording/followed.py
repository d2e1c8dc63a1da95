"""What somebody has followed, in a few words. Every floor above the domain enters."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.followed import FollowedTitle
from desktop_app.wording import _, n_
from desktop_app.wording.dates import say_date
from desktop_app.wording.phrases import say_list

_MOST = 3


def say_followed(titles: Sequence[FollowedTitle]) -> str:
    """“A suivi T01 (24/11/2026) et T02 (03/09/2026)”; empty when there is nothing."""
    if not titles:
        return ""
    shown = [
        _("{code} ({day})").format(code=one.code, day=say_date(one.day)) for one in titles[:_MOST]
    ]
    more = len(titles) - len(shown)
    if more:
        shown.append(n_("{n} autre", "{n} autres", more).format(n=more))
    return _("A suivi {trainings}").format(trainings=say_list(shown))
