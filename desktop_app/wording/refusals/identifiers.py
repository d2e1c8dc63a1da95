"""Sentences of the refusals about RNA, SIREN, telephone numbers and e-mail addresses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from desktop_app.wording import _


def _rna_invalid(values: Mapping[str, Any]) -> str:
    return _(
        "« {text} » n’est pas un numéro RNA : il faut un W suivi de neuf chiffres, "
        "par exemple W759000001."
    ).format(**values)


def _siren_invalid(values: Mapping[str, Any]) -> str:
    return _("« {text} » n’est pas un numéro SIREN : il faut neuf chiffres.").format(**values)


def _siren_checksum(values: Mapping[str, Any]) -> str:
    return _("Ce numéro SIREN est incorrect (clé de contrôle). Vérifiez chaque chiffre.")


def _phone_invalid(values: Mapping[str, Any]) -> str:
    return _(
        "« {text} » n’est pas un numéro de téléphone : il faut dix chiffres, "
        "ou un numéro étranger qui commence par +."
    ).format(**values)


def _email_invalid(values: Mapping[str, Any]) -> str:
    return _(
        "« {text} » n’est pas une adresse e-mail : il faut un nom, une arobase et un domaine, "
        "par exemple prenom@example.org."
    ).format(**values)


SENTENCES: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "rna_invalid": _rna_invalid,
    "siren_invalid": _siren_invalid,
    "siren_checksum": _siren_checksum,
    "phone_invalid": _phone_invalid,
    "email_invalid": _email_invalid,
}
