"""`accueil backup` and `accueil doctor`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from desktop_app.commands import DONE, UNSOUND
from desktop_app.domain.staff import DESK
from desktop_app.wording import _
from desktop_app.wording.doctor import say_finding, say_state

if TYPE_CHECKING:
    from desktop_app.services.care import Finding
    from desktop_app.services.house import Services


def back_up(services: Services, asked: argparse.Namespace) -> int:
    """Write a whole, checked copy of the database."""
    target = services.care.back_up(asked.target.absolute(), by=DESK)
    sys.stdout.write(_("Copie vérifiée : {path}").format(path=target) + "\n")
    return DONE


def say_findings(findings: Iterable[Finding]) -> int:
    """Say of each part of the installation how it is."""
    code = DONE
    for finding in findings:
        sentence = say_finding(finding.code, finding.values)
        sys.stdout.write(f"{say_state(finding.state):<12}{sentence}\n")
        if finding.state == "error":
            code = UNSOUND
    return code
