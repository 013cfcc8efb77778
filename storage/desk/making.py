"""Makes the desk of a store."""

from storage.database import Database
from storage.desk.audit import DeskAudit
from storage.desk.calls import DeskCalls
from storage.desk.interface import Desk
from storage.desk.moments import Clock, wall_clock
from storage.desk.outbox import DeskOutbox
from storage.desk.persons import DeskPersons
from storage.desk.retention import DeskRetention
from storage.desk.shares import DeskSharing
from storage.desk.sign_ins import DeskSignIns
from storage.desk.steps import DeskSteps
from storage.desk.workspace import DeskWorkspace


def desk_over(database: Database, clock: Clock = wall_clock) -> Desk:
    """The desk over `database`, by the time that `clock` gives."""
    return Desk(
        sharing=DeskSharing(database, clock),
        workspace=DeskWorkspace(database, clock),
        calls=DeskCalls(database, clock),
        steps=DeskSteps(database, clock),
        audit=DeskAudit(database, clock),
        sign_ins=DeskSignIns(database, clock),
        outbox=DeskOutbox(database, clock),
        retention=DeskRetention(database, clock),
        persons=DeskPersons(database, clock),
    )
