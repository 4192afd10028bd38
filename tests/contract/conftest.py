from collections.abc import AsyncIterator
from pathlib import Path
from shutil import copyfile

import pytest

from core.shared.inbox import Inbox
from core.shared.state import KeptState
from storage.blobs import FileBlobStore
from storage.case_search import SqlCaseSearch
from storage.engine import Database
from storage.inbox import SqlInbox
from storage.outbox import SqlOutboxQueue
from storage.queries.booking import SqlBookingReader
from storage.queries.campaigns import SqlCampaignReader
from storage.queries.cards import SqlCardReader
from storage.queries.cases import SqlCaseReader
from storage.queries.desk_stats import SqlDeskStatsReader
from storage.queries.disclosure import SqlDisclosureReader
from storage.queries.figures import SqlFiguresReader
from storage.queries.languages import SqlLanguageReader
from storage.queries.prompts import SqlPromptReader
from storage.queries.queue import SqlQueueReader
from storage.queries.shifts import SqlShiftReader
from storage.redis_state import RedisInbox, RedisStateStore
from storage.state import SqlStateStore
from storage.unit_of_work import SqlUnitOfWorkFactory
from tests.fakes.bundle import StoragePorts, fake_ports
from tests.fakes.world import FakeClock

BACKENDS = ("fake", "sqlite", "postgres", "valkey")
"""A further database is a further name here and a further branch in `database_url`; with valkey, rows are in SQLite."""


@pytest.fixture(params=BACKENDS)
def backend(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def database_url(backend: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the address of an empty, migrated database of this test's own; the fake has none."""
    if backend in {"sqlite", "valkey"}:
        path = tmp_path / "linli.db"
        copyfile(request.getfixturevalue("migrated_file"), path)
        return f"sqlite+aiosqlite:///{path}"
    if backend == "postgres":
        return str(request.getfixturevalue("postgres_url"))
    return ""


@pytest.fixture
async def redis(backend: str, request: pytest.FixtureRequest) -> AsyncIterator[RedisStateStore | None]:
    """Where dialog state lies outside of the database."""
    if backend != "valkey":
        yield None
        return
    store = RedisStateStore(request.getfixturevalue("valkey"))
    yield store
    await store.close()


@pytest.fixture
async def ports(database_url: str, redis: RedisStateStore | None, tmp_path: Path) -> AsyncIterator[StoragePorts]:
    if not database_url:
        yield fake_ports()
        return
    database, clock = Database(database_url), FakeClock()
    state: KeptState = SqlStateStore(database)
    inbox: Inbox = SqlInbox(database)
    if redis is not None:
        state, inbox = redis, RedisInbox(inbox, redis)
    yield StoragePorts(
        uow=SqlUnitOfWorkFactory(database),
        queue=SqlOutboxQueue(database, clock),
        inbox=inbox,
        state=state,
        blobs=FileBlobStore(tmp_path / "blobs"),
        cases=SqlCaseReader(database),
        queue_page=SqlQueueReader(database),
        search=SqlCaseSearch(database),
        shifts=SqlShiftReader(database),
        stats=SqlDeskStatsReader(database),
        figures=SqlFiguresReader(database),
        cards=SqlCardReader(database),
        prompts=SqlPromptReader(database),
        languages=SqlLanguageReader(database),
        booking=SqlBookingReader(database),
        disclosure=SqlDisclosureReader(database),
        campaigns=SqlCampaignReader(database),
        clock=clock,
    )
    await database.close()
