"""What is said of an attendance sheet: why its proof may be doubted. Every floor above enters."""

from __future__ import annotations

from desktop_app.domain.attendance import Doubt
from desktop_app.wording import _
from desktop_app.wording.dates import say_day
from desktop_app.wording.reasons import say_reason


def say_doubt(doubt: Doubt) -> str:
    """One sentence, with what to do when there is something."""
    if doubt.code == "over_headcount":
        return _(
            "{heads} personnes avec la formatrice ou le formateur : la salle en admet {maximum}."
        ).format(heads=doubt.heads, maximum=doubt.maximum)
    if doubt.code == "trainer_missing":
        return _("La session n’a ni formatrice ni formateur : inscrire son nom avant de signer.")
    assert doubt.day is not None
    day = say_day(doubt.day)
    if doubt.code == "public_holiday":
        return _("Le {day} est férié ({holiday}).").format(
            day=day, holiday=say_reason(doubt.reason)
        )
    if doubt.reason:
        return _("Le lieu est fermé le {day} : {reason}.").format(
            day=day, reason=say_reason(doubt.reason)
        )
    return _("Le lieu est fermé le {day}.").format(day=day)
