"""What happens to a document on its way to a printer, told at the desk."""

from __future__ import annotations

from desktop_app.wording import _


def say_sent(title: str, printer: str) -> str:
    """“« Planning… » est parti vers l’imprimante Accueil.”"""
    return _("« {title} » est parti vers l’imprimante {printer}.").format(
        title=title, printer=printer
    )


def say_held(title: str, printer: str, reason: str) -> str:
    """Why a document waits, and what to do. reason: one of `ui.devices.printing.REASONS`."""
    words = _holds().get(reason) or _holds()["stopped"]
    return words.format(title=title, printer=printer)


def _holds() -> dict[str, str]:
    return {
        "stopped": _(
            "L’imprimante {printer} est arrêtée : « {title} » attend. Remettez-la en marche, "
            "ou choisissez-en une autre."
        ),
        "paper": _(
            "L’imprimante {printer} n’a plus de papier : « {title} » sortira dès qu’il y en aura."
        ),
        "jam": _(
            "Un papier est coincé dans l’imprimante {printer} : « {title} » attend. Retirez-le, "
            "ou enregistrez en PDF."
        ),
        "cover": _(
            "L’imprimante {printer} est ouverte : « {title} » sortira quand elle sera refermée."
        ),
        "ink": _(
            "L’imprimante {printer} n’a plus d’encre : « {title} » attend. Choisissez-en une "
            "autre, ou enregistrez en PDF."
        ),
        "offline": _(
            "L’imprimante {printer} ne répond pas : « {title} » attend. Vérifiez qu’elle est "
            "allumée, ou enregistrez en PDF."
        ),
    }


def _conditions() -> dict[str, str]:
    return {
        "waiting": _("en attente"),
        "making": _("préparation…"),
        "sending": _("envoi…"),
        "sent": _("envoyé"),
        "held": _("retenu"),
        "printed": _("imprimé"),
        "failed": _("pas imprimé"),
    }


def label_of_condition(state: str) -> str:
    """The state of a document in the queue: “en attente”."""
    return _conditions().get(state, state)
