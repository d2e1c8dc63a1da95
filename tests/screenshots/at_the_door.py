"""The check-in station for pictures: a training opened by hand, its people coming in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from desktop_app.ui.navigation import Destination
from desktop_app.ui.trainings.screen import TrainingsScreen

if TYPE_CHECKING:
    from desktop_app.domain.trainings import SessionDetail
    from desktop_app.ui.front_desk import FrontDesk

T = TypeVar("T")
HERE = 18


def open_the_door(desk: FrontDesk, settle: Callable[[], None]) -> None:
    """Open today's first session, let most of its people in, and show its station."""
    context = desk.context

    def ask(work: Callable[[], T]) -> T:
        answers: list[T] = []
        context.background.ask(work, answers.append)
        settle()
        return answers[0]

    def begin() -> SessionDetail:
        services, today = context.services, context.clock.today()
        session = services.trainings.sessions(today, today)[0]
        services.trainings.open_session(session.id, by=context.actor)
        return services.trainings.session(session.id)

    detail = ask(begin)
    context.navigator.open(Destination("trainings", session_id=detail.session.id))
    settle()
    screen = desk.window.current
    assert isinstance(screen, TrainingsScreen)
    awaited = [one for one in detail.attendees if not one.arrivals]
    missing = HERE - (len(detail.attendees) - len(awaited))
    coming = awaited[: max(0, missing)]
    for person in coming:
        screen.station.verbs.check_in(person.enrolment_id)
        settle()


def somebody_comes(desk: FrontDesk, settle: Callable[[], None]) -> None:
    """One more person, and the verdict still up."""
    open_the_door(desk, settle)
    screen = desk.window.current
    assert isinstance(screen, TrainingsScreen)
    people = screen.station.card.model.rows
    awaited = [one for one in people if not one.arrivals]
    screen.station.verbs.check_in((awaited or people)[0].enrolment_id)
    settle()


def leave_the_door(desk: FrontDesk) -> None:
    """The list of sessions again."""
    screen = desk.window.current
    assert isinstance(screen, TrainingsScreen)
    screen.station.panel.wait_again()
    screen.show_list()
