"""How a run of the queue went, in one sentence."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.ui.paper.print_queue import State, Task
from desktop_app.ui.paper.queue_card import name_of, trouble_of
from desktop_app.wording import n_
from desktop_app.wording.phrases import say_list
from desktop_app.wording.printing import say_sent
from desktop_app.wording.refusals import say


def failed_in(run: Sequence[Task]) -> tuple[Task, ...]:
    """Those that were not printed."""
    return tuple(task for task in run if task.state is State.FAILED)


def held_in(run: Sequence[Task]) -> tuple[Task, ...]:
    """Those that something keeps in the printer."""
    return tuple(task for task in run if task.state is State.HELD)


def tone_of(run: Sequence[Task]) -> str:
    """`ok`, or `warning` when anything is not out."""
    return "warning" if failed_in(run) or held_in(run) else "ok"


def say_outcome(run: Sequence[Task]) -> str:
    """What was sent, else why not: the first reason, and how many share it."""
    failed, held = failed_in(run), held_in(run)
    if failed:
        reason = say(failed[0].error) if failed[0].error is not None else trouble_of(failed[0])
        if len(run) == 1:
            return reason
        words = n_(
            "{n} document n’est pas imprimé. {reason}",
            "{n} documents ne sont pas imprimés. {reason}",
            len(failed),
        )
        return words.format(n=len(failed), reason=reason)
    if held:
        return trouble_of(held[0])
    if len(run) == 1:
        return say_sent(name_of(run[0]), run[0].printer)
    printers = dict.fromkeys(task.printer for task in run)
    words = n_(
        "{n} document est parti vers l’imprimante {printer}.",
        "{n} documents sont partis vers l’imprimante {printer}.",
        len(run),
    )
    return words.format(n=len(run), printer=say_list(tuple(printers)))
