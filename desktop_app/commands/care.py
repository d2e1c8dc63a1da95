"""`accueil backup` and `accueil doctor`."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from desktop_app.commands import DONE, UNSOUND
from desktop_app.domain.staff import DESK
from desktop_app.wording import _
from desktop_app.wording.doctor import say_finding, say_state

if TYPE_CHECKING:
    from desktop_app.services.house import Services


def back_up(services: Services, asked: argparse.Namespace) -> int:
    """Write a whole, checked copy of the database."""
    target = services.care.back_up(asked.target.absolute(), by=DESK)
    sys.stdout.write(_("Copie vérifiée : {path}").format(path=target) + "\n")
    return DONE


def examine(services: Services, _asked: argparse.Namespace) -> int:
    """Say of each part of the installation how it is."""
    findings = services.care.examine()
    for finding in findings:
        sentence = say_finding(finding.code, finding.values)
        sys.stdout.write(f"{say_state(finding.state):<12}{sentence}\n")
    return UNSOUND if any(finding.state == "error" for finding in findings) else DONE
