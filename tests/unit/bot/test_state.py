"""Dialog state: held back while an update is handled, kept as JSON, found again under keys that never collide."""

import asyncio
import json

import pytest
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.base import StorageKey

from bot.codes import LIFE, MemoryCodeKeeper
from bot.drafts import StateDraftStore
from bot.fsm_storage import StateFSMStorage
from bot.state_scope import ScopedState
from core.petitions.draft import DraftFile
from core.petitions.model import FileKind, Kind
from core.shared.ids import TelegramUserId
from tests.core_rig import a_draft
from tests.fakes.database import FakeDatabase
from tests.fakes.stores import FakeStateStore
from tests.fakes.world import FakeElapsed

pytestmark = pytest.mark.unit

WHO = TelegramUserId(5_000_000_001)


@pytest.fixture
def database() -> FakeDatabase:
    return FakeDatabase()


@pytest.fixture
def state(database: FakeDatabase) -> ScopedState:
    return ScopedState(FakeStateStore(database))


async def test_outside_a_scope_writes_go_through(state: ScopedState, database: FakeDatabase) -> None:
    await state.put({"a": "1", "b": "2"})
    await state.put({"a": None})

    assert database.committed.state == {"b": "2"}
    assert await state.get("a") is None


async def test_inside_a_scope_writes_are_held_and_seen(state: ScopedState, database: FakeDatabase) -> None:
    await state.put({"a": "old", "gone": "old"})
    with state.scope() as writes:
        await state.put({"a": "new", "gone": None})
        assert (await state.get("a"), await state.get("gone")) == ("new", None)
        await state.put({"a": "newer"})

    assert writes == {"a": "newer", "gone": None}
    assert database.committed.state == {"a": "old", "gone": "old"}
    assert await state.get("a") == "old"


async def test_what_a_failed_scope_wrote_is_forgotten(state: ScopedState) -> None:
    async def handle() -> None:
        with state.scope():
            await state.put({"a": "half"})
            raise TimeoutError

    with pytest.raises(TimeoutError):
        await handle()
    assert await state.get("a") is None


async def test_two_scopes_at_once_do_not_see_each_other(state: ScopedState) -> None:
    first_wrote, second_read = asyncio.Event(), asyncio.Event()

    async def first() -> dict[str, str | None]:
        with state.scope() as writes:
            await state.put({"a": "first"})
            first_wrote.set()
            await second_read.wait()
        return writes

    async def second() -> dict[str, str | None]:
        await first_wrote.wait()
        with state.scope() as writes:
            assert await state.get("a") is None
            await state.put({"b": "second"})
            second_read.set()
        return writes

    assert await asyncio.gather(first(), second()) == [{"a": "first"}, {"b": "second"}]


async def test_a_task_that_outlives_its_scope_writes_through(state: ScopedState, database: FakeDatabase) -> None:
    """aiogram-dialog may go on in the background: nobody would commit what it held back then."""
    closed = asyncio.Event()

    async def background() -> str | None:
        await closed.wait()
        seen = await state.get("a")
        await state.put({"late": "yes"})
        return seen

    async with asyncio.TaskGroup() as tasks:
        with state.scope() as writes:
            await state.put({"a": "held"})
            late = tasks.create_task(background())
        closed.set()

    assert late.result() is None
    assert writes == {"a": "held"}
    assert database.committed.state == {"late": "yes"}


class Steps(StatesGroup):
    one = State()


KEY = StorageKey(bot_id=42, chat_id=1, user_id=1)
OTHERS = [
    StorageKey(bot_id=43, chat_id=1, user_id=1),
    StorageKey(bot_id=42, chat_id=2, user_id=1),
    StorageKey(bot_id=42, chat_id=1, user_id=2),
    StorageKey(bot_id=42, chat_id=1, user_id=1, thread_id=5),
    StorageKey(bot_id=42, chat_id=1, user_id=1, destiny="aiogd:stack:"),
]


@pytest.fixture
def storage(state: ScopedState) -> StateFSMStorage:
    return StateFSMStorage(state)


async def test_state_is_kept_under_its_name(storage: StateFSMStorage) -> None:
    assert await storage.get_state(KEY) is None
    await storage.set_state(KEY, Steps.one)
    assert await storage.get_state(KEY) == "Steps:one"
    await storage.set_state(KEY, "other")
    assert await storage.get_state(KEY) == "other"
    await storage.set_state(KEY)
    assert await storage.get_state(KEY) is None


async def test_data_is_kept_replaced_and_erased(storage: StateFSMStorage, database: FakeDatabase) -> None:
    assert await storage.get_data(KEY) == {}
    await storage.set_data(KEY, {"a": "字", "n": [1, 2.5, None, True]})
    assert await storage.get_data(KEY) == {"a": "字", "n": [1, 2.5, None, True]}
    assert await storage.update_data(KEY, {"b": 1}) == {"a": "字", "n": [1, 2.5, None, True], "b": 1}
    assert await storage.get_value(KEY, "b") == 1
    await storage.set_data(KEY, {})
    assert await storage.get_data(KEY) == {}
    assert database.committed.state == {}


async def test_what_is_handed_out_is_a_copy(storage: StateFSMStorage) -> None:
    await storage.set_data(KEY, {"list": []})
    (await storage.get_data(KEY))["list"].append("changed")

    assert await storage.get_data(KEY) == {"list": []}


@pytest.mark.parametrize("other", OTHERS, ids=str)
async def test_no_two_conversations_share_a_key(storage: StateFSMStorage, other: StorageKey) -> None:
    await storage.set_state(KEY, Steps.one)
    await storage.set_data(KEY, {"a": 1})

    assert await storage.get_state(other) is None
    assert await storage.get_data(other) == {}


async def test_what_is_not_json_fails_at_once(storage: StateFSMStorage, database: FakeDatabase) -> None:
    with pytest.raises(TypeError):
        await storage.set_data(KEY, {"a": object()})
    assert database.committed.state == {}
    await storage.close()
    assert await storage.get_data(KEY) == {}


async def test_a_draft_is_kept_apart_from_dialogs_and_comes_back(state: ScopedState, database: FakeDatabase) -> None:
    drafts = StateDraftStore(state)
    draft = a_draft(kind=Kind.SERVICE, files=[DraftFile(kind=FileKind.VOICE, file_id="v")], latitude=1.5)
    assert await drafts.get(WHO) is None

    await drafts.put(WHO, draft)

    assert await drafts.get(WHO) == draft
    assert await drafts.get(TelegramUserId(1)) is None
    assert list(database.committed.state) == [f"draft:{WHO}"]
    assert json.loads(database.committed.state[f"draft:{WHO}"])["parts"] == draft.parts
    await drafts.delete(WHO)
    assert database.committed.state == {}


def test_a_code_is_remembered_for_some_minutes() -> None:
    elapsed = FakeElapsed()
    codes = MemoryCodeKeeper(elapsed)
    assert codes.code_of(WHO) is None

    codes.remember(WHO, "ABCD")
    elapsed.pass_by(LIFE - 1)
    assert codes.code_of(WHO) == "ABCD"
    elapsed.pass_by(1)
    assert codes.code_of(WHO) is None


def test_a_code_is_forgotten_when_asked_and_for_its_person_only() -> None:
    codes = MemoryCodeKeeper(FakeElapsed())
    codes.remember(WHO, "ABCD")
    codes.remember(TelegramUserId(2), "EFGH")

    codes.forget(WHO)
    codes.forget(WHO)

    assert codes.code_of(WHO) is None
    assert codes.code_of(TelegramUserId(2)) == "EFGH"


def test_old_codes_do_not_pile_up() -> None:
    elapsed = FakeElapsed()
    codes = MemoryCodeKeeper(elapsed)
    codes.remember(WHO, "ABCD")
    elapsed.pass_by(LIFE + 1)
    codes.remember(TelegramUserId(2), "EFGH")

    assert list(codes._codes) == [2]
