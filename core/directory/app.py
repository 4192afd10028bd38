"""Everything an edge may do or read about the directory, put together from the ports."""

from dataclasses import dataclass

from core.directory.usecases import EditOffices, FindOffices
from core.shared.clock import Clock
from core.shared.ids import IdSource
from core.uow import UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectoryUseCases:
    find: FindOffices
    edit: EditOffices


def directory_use_cases(uow: UnitOfWorkFactory, clock: Clock, ids: IdSource) -> DirectoryUseCases:
    return DirectoryUseCases(find=FindOffices(uow=uow), edit=EditOffices(uow=uow, clock=clock, ids=ids))
