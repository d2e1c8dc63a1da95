"""Who acts at the desk, and what each role may do. Checked by the services, not only hidden."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.refusals import Refusal


class Role(StrEnum):
    """Roles of the venue's staff (source: the venue's list of staff)."""

    RECEPTION = "reception"
    TRAINING = "training"
    ASSOCIATIONS = "associations"
    MANAGER = "manager"
    KIOSK = "kiosk"


@dataclass(frozen=True, slots=True)
class Actor:
    """The person, or the post, on whose behalf a verb runs."""

    login: str
    role: Role
    may_override: bool = False

    def require(self, *roles: Role) -> None:
        """Raise `role_forbidden` unless the actor holds one of these roles; a manager may all."""
        if self.role is not Role.MANAGER and self.role not in roles:
            raise Refusal("role_forbidden", role=self.role)


DESK = Actor("accueil", Role.RECEPTION)
"""The reception post before anybody has signed in."""

DESK_ROLES = (Role.RECEPTION, Role.TRAINING, Role.ASSOCIATIONS)
"""Roles that may do everything the desk does in a day."""
