"""A delivery worker on in-memory storage, with everything around it in reach of the test."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace

from telegram.ext import ExtBot

from core.people.model import StaffChat
from core.petitions.model import Petition
from core.petitions.places import CardPlace
from core.shared.clock import Elapsed
from core.shared.gate import ChatGate
from core.shared.ids import ChatId
from core.shared.language import Language
from core.shared.outbox import OutboxItem, RowState
from delivery.limiter import Allowance
from delivery.pace import Pace
from delivery.worker import DeliveryWorker
from locales.catalogue import Catalogue
from locales.render import Renderer
from tests.factories.cases import a_petition, a_resident, a_staff_chat, a_unit
from tests.fakes.broadcast import FakeCampaignReader
from tests.fakes.database import FakeDatabase, FakeOutboxRow
from tests.fakes.outbox import FakeOutboxQueue
from tests.fakes.queries import FakeCardReader, FakeLanguageReader, FakePromptReader
from tests.fakes.stores import FakeBlobStore
from tests.fakes.world import SHANGHAI, START, FakeClock, FakeElapsed

PERSON = 1001


async def until(seen: Callable[[], object], within: float = 15.0) -> None:
    async with asyncio.timeout(within):
        while not seen():  # noqa: ASYNC110 - neither rows nor calls ring a bell
            await asyncio.sleep(0.002)


class PlainCatalogue(Catalogue):
    """Says key and arguments, so that tests see what was meant and no catalogue is needed."""

    def __init__(self) -> None:
        """Read nothing."""

    def format(self, key: str, args: Mapping[str, str | int], language: Language) -> str:
        return " ".join([key, *(str(value) for value in args.values())])


class InstantPace(Pace):
    """Time passes as soon as somebody waits for it."""

    def __init__(self) -> None:
        self.time = 0.0
        super().__init__(now=lambda: self.time, sleep=self._pass)

    async def _pass(self, seconds: float) -> None:
        self.time += seconds
        await asyncio.sleep(0)

    def delay(self, chat_id: int, messages: int = 1) -> float:
        return 0.0


class Tally:
    """What was counted, in order."""

    def __init__(self) -> None:
        self.tries: list[tuple[str, str]] = []
        self.errors: list[tuple[str, str]] = []

    def delivered(self, operation: str, outcome: str) -> None:
        self.tries.append((operation, outcome))

    def send_failed(self, edge: str, kind: str) -> None:
        self.errors.append((edge, kind))


class RealElapsed:
    def seconds(self) -> float:
        return time.time()


@dataclass(slots=True, kw_only=True)
class Rig:
    bot: ExtBot[Allowance]
    pace: Pace
    elapsed: Elapsed = field(default_factory=FakeElapsed)
    database: FakeDatabase = field(default_factory=FakeDatabase)
    blobs: FakeBlobStore = field(default_factory=FakeBlobStore)
    moves: list[tuple[int, int]] = field(default_factory=list)
    put_out: list[tuple[int, int]] = field(default_factory=list)
    lease: float = 60.0
    talks: ChatGate = field(default_factory=ChatGate)
    meter: Tally = field(default_factory=Tally)
    queue: FakeOutboxQueue = field(init=False)
    worker: DeliveryWorker = field(init=False)

    def __post_init__(self) -> None:
        self.queue = FakeOutboxQueue(self.database, FakeClock())
        self.worker = self.new_worker()

    def new_worker(self) -> DeliveryWorker:
        return DeliveryWorker(
            owner="test",
            queue=self.queue,
            cards=FakeCardReader(self.database),
            prompts=FakePromptReader(self.database),
            campaigns=FakeCampaignReader(self.database),
            languages=FakeLanguageReader(self.database),
            blobs=self.blobs,
            bot=self.bot,
            renderer=Renderer(PlainCatalogue(), SHANGHAI, lambda: START),
            elapsed=self.elapsed,
            pace=self.pace,
            talks=self.talks,
            meter=self.meter,
            follow=self._follow,
            put_out=self._put_out,
            lease=self.lease,
            poll=0.01,
        )

    async def _follow(self, old: ChatId, new: ChatId) -> None:
        self.moves.append((old, new))
        async with self.database.transaction() as tables:
            for row in list(tables.outbox.values()):
                if row.item.chat_id == old:
                    tables.outbox[row.id] = replace(row, item=replace(row.item, chat_id=new))

    async def _put_out(self, chat_id: ChatId, row_id: int) -> None:
        self.put_out.append((chat_id, row_id))

    async def put(self, *items: OutboxItem) -> None:
        async with self.database.transaction() as tables:
            for item in items:
                tables.enqueue(item)

    async def case(self, chat_id: int, *, is_forum: bool = True, text: str = "路灯坏了") -> Petition:
        """A case with a card to be in a staff chat."""
        unit = a_unit()
        resident = a_resident(unit)
        petition = a_petition(unit, resident, text=text)
        chat: StaffChat = a_staff_chat(unit, chat_id=ChatId(chat_id), is_forum=is_forum)
        async with self.database.transaction() as tables:
            tables.units[unit.id] = unit
            tables.residents[resident.id] = resident
            tables.petitions[petition.id] = petition
            tables.staff_chats[chat.chat_id] = chat
            key = (petition.id, chat.chat_id)
            tables.cards[key] = CardPlace(petition_id=petition.id, chat_id=chat.chat_id)
        return petition

    def card(self, petition: Petition, chat_id: int) -> CardPlace:
        return self.database.committed.cards[petition.id, ChatId(chat_id)]

    @property
    def rows(self) -> list[FakeOutboxRow]:
        return list(self.database.committed.outbox.values())

    @property
    def states(self) -> list[RowState]:
        return [row.state for row in self.rows]

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self.worker.run())
            try:
                yield
            finally:
                self.worker.stop()

    async def deliver(self, within: float = 10.0) -> None:
        """Run until nothing is pending that is due now."""
        async with asyncio.timeout(within), self.running():
            await until(lambda: not any(row.state is RowState.PENDING and self._due(row) for row in self.rows))
        self.worker = self.new_worker()

    def _due(self, row: FakeOutboxRow) -> bool:
        now = self.elapsed.seconds()
        return row.not_before <= now or row.lease_until > now
