"""All services of the venue, introduced to each other once. Windows and commands are handed it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from database.change_feed import ChangeFeed
from database.schema import prepare
from database.unit_of_work import Database
from desktop_app.domain.clock import Clock
from desktop_app.services.arrivals import Arrivals
from desktop_app.services.attestations import AttestationDesk
from desktop_app.services.badges import BadgeDesk
from desktop_app.services.bookings import Bookings
from desktop_app.services.cafe import Cafe
from desktop_app.services.care import Care
from desktop_app.services.checkin import CheckInStation
from desktop_app.services.finding import RoomFinder
from desktop_app.services.history import History
from desktop_app.services.importing.importing import Importing
from desktop_app.services.keys import Keys
from desktop_app.services.organisations import Organisations
from desktop_app.services.paper_head import PaperHead
from desktop_app.services.papers import Papers
from desktop_app.services.placing import Placing
from desktop_app.services.planning import Planning
from desktop_app.services.search import Search
from desktop_app.services.series import Series
from desktop_app.services.today import Today
from desktop_app.services.training_papers import TrainingPapers
from desktop_app.services.trainings import Trainings
from desktop_app.services.venue import VenueBook


@dataclass(frozen=True, slots=True)
class Services:
    """The verbs and questions of the venue."""

    database: Database
    venue: VenueBook
    planning: Planning
    bookings: Bookings
    series: Series
    finder: RoomFinder
    organisations: Organisations
    arrivals: Arrivals
    keys: Keys
    cafe: Cafe
    trainings: Trainings
    check_in: CheckInStation
    today: Today
    search: Search
    importing: Importing
    papers: Papers
    training_papers: TrainingPapers
    attestations: AttestationDesk
    badges: BadgeDesk
    care: Care
    feed: ChangeFeed

    def close(self) -> None:
        """Give the database back. Called on the thread that used it."""
        self.database.close()


def open_house(address: str, clock: Clock, *, desk: str, resources: Path) -> Services:
    """Open the database at this address, bring it up to date, and build every service on it.

    Raises the Troubles of `database.schema` and `database.engine`. Must run on the one thread
    that will use the services.
    """
    database = Database(address, clock, desk)
    try:
        prepare(database)
    except BaseException:
        database.close()
        raise
    return house_of(database, resources=resources)


def house_of(database: Database, *, resources: Path) -> Services:
    """Every service on a database that is ready for use."""
    venue = VenueBook(database)
    history = History()
    placing = Placing(database, venue)
    organisations = Organisations(database, venue)
    arrivals = Arrivals(placing, history)
    cafe = Cafe(database)
    finder = RoomFinder(database, venue)
    planning = Planning(database)
    keys = Keys(placing, history, arrivals)
    today = Today(database, venue, cafe, organisations, finder)
    trainings = Trainings(database, venue)
    head, fonts = PaperHead(database, venue), resources / "fonts"
    return Services(
        database=database,
        venue=venue,
        planning=planning,
        bookings=Bookings(placing, history),
        series=Series(placing, history),
        finder=finder,
        organisations=organisations,
        arrivals=arrivals,
        keys=keys,
        cafe=cafe,
        trainings=trainings,
        check_in=CheckInStation(database, venue),
        today=today,
        search=Search(database, venue, organisations),
        importing=Importing(database, database.clock, venue),
        papers=Papers(database, venue, today, head, resources),
        badges=BadgeDesk(database, venue, fonts),
        attestations=AttestationDesk(database, venue, head, fonts),
        training_papers=TrainingPapers(venue, trainings, head, database.clock, fonts),
        care=Care(database, venue, resources),
        feed=ChangeFeed(database),
    )
