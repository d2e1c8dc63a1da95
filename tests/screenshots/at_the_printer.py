"""The windows of paper for pictures: the plan of the week, the badges of a training."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from desktop_app.domain.papers import A3, PaperKind, Wanted

if TYPE_CHECKING:
    from desktop_app.ui.front_desk import FrontDesk
    from desktop_app.ui.paper.preview import PreviewWindow
    from desktop_app.ui.session_papers.badge_studio import BadgeStudio

Settle = Callable[[], None]
PATIENCE = 60.0


def preview_of(desk: FrontDesk) -> PreviewWindow:
    preview = desk.paper.preview
    assert preview is not None
    return preview


def studio_of(desk: FrontDesk) -> BadgeStudio:
    studio = desk.session_papers.studio
    assert studio is not None
    return studio


def look_at_the_week(desk: FrontDesk, settle: Settle) -> None:
    preview = desk.paper.open(Wanted(PaperKind.WEEK, desk.context.clock.today(), A3))
    settle()
    _wait(lambda: preview.paper is not None and not preview.worker.is_busy)


def look_at_the_badges(desk: FrontDesk, settle: Settle) -> None:
    """Those of today's first session."""
    context = desk.context
    found: list[int] = []
    today = context.clock.today()
    context.background.ask(
        lambda: context.services.trainings.sessions(today, today)[0].id, found.append
    )
    settle()
    studio = desk.session_papers.open_studio(found[0])
    settle()
    _wait(lambda: not studio.worker.is_busy)


def put_paper_away(desk: FrontDesk) -> None:
    for window in (desk.paper.preview, desk.session_papers.studio):
        if window is not None:
            window.hide()
    desk.window.activateWindow()


def _wait(ready: Callable[[], bool]) -> None:
    """Until the pages are drawn, by the window's own thread."""
    end = time.monotonic() + PATIENCE
    calm = 0
    while calm < 5 and time.monotonic() < end:
        QApplication.processEvents()
        calm = calm + 1 if ready() else 0
        time.sleep(0.02)
