"""Everything an edge may do or read about reports, put together from the ports."""

from dataclasses import dataclass
from typing import Any

from core.ballots.ports import Shuffler
from core.people.ports import Secrets
from core.petitions.ports import FileIntake
from core.reports.model import Vault
from core.reports.office import DisciplineOffice
from core.reports.ports import Present, ReportDraftStore
from core.reports.seating import FindSeat
from core.reports.usecases import (
    AddToReport,
    FindOfficers,
    OwnReports,
    PassReportOn,
    ReviewReport,
    SeeReport,
    SubmitReport,
    SupervisedReports,
)
from core.shared.blobs import BlobStore
from core.shared.clock import Clock
from core.shared.ids import IdSource
from core.uow import UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportUseCases:
    drafts: ReportDraftStore
    blobs: BlobStore
    """Files of reports: apart from all others, and sealed."""
    office: DisciplineOffice
    present: Present
    officers: FindOfficers
    submit: SubmitReport
    own: OwnReports
    add: AddToReport
    see: SeeReport
    review: ReviewReport
    pass_on: PassReportOn
    supervised: SupervisedReports


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPorts:
    """What reports need besides what everything has."""

    secrets: Secrets
    files: FileIntake
    blobs: BlobStore
    drafts: ReportDraftStore
    present: Present
    shuffle: Shuffler
    office: DisciplineOffice


def report_use_cases(uow: UnitOfWorkFactory, clock: Clock, ids: IdSource, ports: ReportPorts) -> ReportUseCases:
    shared: dict[str, Any] = {
        "uow": uow,
        "clock": clock,
        "ids": ids,
        "vault": Vault(ports.secrets),
        "find_seat": FindSeat(uow=uow, present=ports.present),
        "shuffle": ports.shuffle,
    }
    return ReportUseCases(
        drafts=ports.drafts,
        blobs=ports.blobs,
        office=ports.office,
        present=ports.present,
        officers=FindOfficers(uow=uow),
        submit=SubmitReport(**shared, files=ports.files),
        own=OwnReports(**shared),
        add=AddToReport(**shared, files=ports.files),
        see=SeeReport(**shared),
        review=ReviewReport(**shared, files=ports.files),
        pass_on=PassReportOn(**shared),
        supervised=SupervisedReports(uow=uow, clock=clock),
    )
