"""The further deeds that staff and residents can do with a case, put together from the ports."""

from dataclasses import dataclass
from typing import TypedDict

from core.disclosure.ports import SheetMaker
from core.people.ports import Secrets
from core.petitions.stages import Event
from core.petitions.usecases.climbing import FindSameWords, FindStreet, TakeRoad
from core.petitions.usecases.deeds import HandBack, OpenMenu, Recuse
from core.petitions.usecases.desk import Grace
from core.petitions.usecases.find import FindCase
from core.petitions.usecases.moves import EscalateCase, ObjectToCase, Rules, TransferCase
from core.petitions.usecases.refusing import RecordOutcome, RefuseCase, RefuseSameMatter, ReopenCase
from core.shared.blobs import BlobStore
from core.shared.clock import Clock
from core.shared.ids import IdSource
from core.uow import UnitOfWorkFactory


class _Desk(TypedDict):
    """What they share."""

    uow: UnitOfWorkFactory
    clock: Clock
    ids: IdSource
    grace: Grace


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowUseCases:
    menu: OpenMenu
    hand_back: HandBack
    recuse: Recuse
    transfer: TransferCase
    escalate: EscalateCase
    object: ObjectToCase
    refuse: RefuseCase
    same_matter: RefuseSameMatter
    reopen: ReopenCase
    review_done: RecordOutcome
    review_redo: RecordOutcome
    rereview_done: RecordOutcome
    roads: TakeRoad
    same_words: FindSameWords
    street_of: FindStreet


def flow_use_cases(
    uow: UnitOfWorkFactory,
    clock: Clock,
    ids: IdSource,
    grace: Grace,
    *,
    rules: Rules,
    find: FindCase,
    sheets: SheetMaker,
    blobs: BlobStore,
    secrets: Secrets,
) -> FlowUseCases:
    desk: _Desk = {"uow": uow, "clock": clock, "ids": ids, "grace": grace}
    return FlowUseCases(
        menu=OpenMenu(**desk),
        hand_back=HandBack(**desk),
        recuse=Recuse(**desk),
        transfer=TransferCase(**desk, rules=rules),
        escalate=EscalateCase(**desk, rules=rules),
        object=ObjectToCase(**desk, rules=rules),
        refuse=RefuseCase(**desk),
        same_matter=RefuseSameMatter(**desk, find=find),
        reopen=ReopenCase(**desk),
        review_done=RecordOutcome(**desk, event=Event.REVIEW_DONE),
        review_redo=RecordOutcome(**desk, event=Event.REVIEW_REDO),
        rereview_done=RecordOutcome(**desk, event=Event.REREVIEW_DONE),
        roads=TakeRoad(uow=uow, clock=clock, ids=ids, rules=rules, sheets=sheets, blobs=blobs, secrets=secrets),
        same_words=FindSameWords(uow=uow),
        street_of=FindStreet(uow=uow),
    )
