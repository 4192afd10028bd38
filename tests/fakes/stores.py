import hashlib
import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from core.people.model import Newcomer
from core.petitions.draft import MAX_UNNAMED_FILE, Draft
from core.petitions.model import FileKind
from core.shared.blobs import BlobStore
from core.shared.errors import DomainError, NotFoundError, StorageError
from core.shared.followups import parked_alert
from core.shared.ids import BlobId, TelegramUserId
from core.shared.inbox import InboxRow
from core.shared.outbox import OutboxItem
from core.shared.watch import Depth
from tests.fakes.database import FakeDatabase, Tables


class FakeInbox:
    def __init__(self, database: FakeDatabase) -> None:
        self._database = database

    async def put(self, rows: Sequence[InboxRow]) -> Sequence[InboxRow]:
        new: list[InboxRow] = []
        async with self._database.transaction() as tables:
            for row in rows:
                if row.update_id not in tables.inbox:
                    tables.inbox[row.update_id] = row
                    new.append(row)
        return new

    async def conversations(self) -> Sequence[str]:
        return [*dict.fromkeys(row.order_key for row in await self.pending())]

    async def pending(self, order_key: str | None = None, *, limit: int = 1_000_000) -> Sequence[InboxRow]:
        tables = self._database.committed
        rows = [row for row in tables.inbox.values() if row and row.update_id not in tables.parked]
        return [row for row in rows if order_key in {None, row.order_key}][:limit]

    async def finish(self, update_id: int, writes: Mapping[str, str | None]) -> bool:
        async with self._database.transaction() as tables:
            waits = tables.inbox.get(update_id) is not None and update_id not in tables.parked
            if waits:
                tables.inbox[update_id] = None
                _write_state(tables, writes)
            return waits

    async def applied(self, update_id: int) -> bool:
        tables = self._database.committed
        return tables.inbox.get(update_id) is None or update_id in tables.parked

    async def park(self, update_id: int, *, incident: str, payload: str, notice: OutboxItem | None = None) -> bool:
        async with self._database.transaction() as tables:
            if (row := tables.inbox.get(update_id)) is None or update_id in tables.parked:
                return False
            tables.inbox[update_id] = replace(row, payload=payload)
            tables.parked[update_id], tables.parked_at[update_id] = incident, time.time()
            for chat in tables.operators():
                tables.enqueue(parked_alert(incident, chat))
            if notice is not None:
                tables.enqueue(notice)
            return True

    async def parked(self, limit: int = 100) -> Sequence[str]:
        parked = self._database.committed.parked
        return [parked[number] for number in self._database.committed.inbox if number in parked][:limit]

    async def forget_parked(self, before: float) -> int:
        async with self._database.transaction() as tables:
            old = [number for number in tables.parked if tables.parked_at[number] < before]
            for number in old:
                del tables.parked[number]
                tables.inbox[number] = None
            return len(old)

    async def unpark(self, incident: str) -> bool:
        async with self._database.transaction() as tables:
            found = [number for number, told in tables.parked.items() if told == incident]
            for number in found:
                del tables.parked[number]
            return bool(found)

    async def prune(self, keep: int) -> int:
        async with self._database.transaction() as tables:
            old = list(tables.inbox)[: -keep or None]
            handled = [number for number in old if tables.inbox[number] is None]
            for number in handled:
                del tables.inbox[number]
            return len(handled)


class FakeStateStore:
    def __init__(self, database: FakeDatabase) -> None:
        self._database = database

    async def get(self, key: str) -> str | None:
        return self._database.committed.state.get(key)

    async def put(self, writes: Mapping[str, str | None]) -> None:
        async with self._database.transaction() as tables:
            _write_state(tables, writes)

    async def idle(self) -> Mapping[str, int]:
        tables = self._database.committed
        return {key: tables.state_idle.get(key, 0) for key in tables.state}

    async def forget(self, keys: Collection[str], days: int) -> None:
        idle = await self.idle()
        await self.put({key: None for key in keys if idle.get(key, 0) > days})


def _write_state(tables: Tables, writes: Mapping[str, str | None]) -> None:
    for key, value in writes.items():
        tables.state_idle.pop(key, None)
        if value is None:
            tables.state.pop(key, None)
        else:
            tables.state[key] = value


class FakeBlobStore:
    def __init__(self) -> None:
        self.blobs: dict[BlobId, bytes] = {}

    async def put(self, data: bytes) -> BlobId:
        blob_id = BlobId(hashlib.sha256(data).hexdigest())
        self.blobs[blob_id] = data
        return blob_id

    async def get(self, blob_id: BlobId) -> bytes:
        if blob_id not in self.blobs:
            raise NotFoundError("file-unknown")
        return self.blobs[blob_id]


class FakeFileIntake:
    """Knows the files a test puts into `telegram`; everything else is unavailable."""

    def __init__(self, blobs: BlobStore) -> None:
        self._blobs = blobs
        self.telegram: dict[str, bytes] = {}

    async def anonymise(self, kind: FileKind, file_id: str) -> BlobId:
        if file_id not in self.telegram:
            raise StorageError("file-unavailable")
        if len(self.telegram[file_id]) > MAX_UNNAMED_FILE:
            raise DomainError("file-too-large")
        return await self._blobs.put(b"clean " + kind.encode() + b":" + self.telegram[file_id])


class FakeNewcomerStore:
    def __init__(self) -> None:
        self._newcomers: dict[TelegramUserId, Newcomer] = {}

    async def get(self, telegram_id: TelegramUserId) -> Newcomer | None:
        return self._newcomers.get(telegram_id)

    async def put(self, telegram_id: TelegramUserId, newcomer: Newcomer) -> None:
        self._newcomers[telegram_id] = newcomer

    async def delete(self, telegram_id: TelegramUserId) -> None:
        self._newcomers.pop(telegram_id, None)


class FakeDraftStore:
    """Keeps drafts as JSON, as the real one does: what is handed out is a copy."""

    def __init__(self) -> None:
        self._drafts: dict[TelegramUserId, Draft] = {}

    async def get(self, telegram_id: TelegramUserId) -> Draft | None:
        draft = self._drafts.get(telegram_id)
        return None if draft is None else Draft.from_json(draft.to_json())

    async def put(self, telegram_id: TelegramUserId, draft: Draft) -> None:
        self._drafts[telegram_id] = Draft.from_json(draft.to_json())

    async def delete(self, telegram_id: TelegramUserId) -> None:
        self._drafts.pop(telegram_id, None)


class FakePassingStore:
    def __init__(self) -> None:
        self._texts: dict[TelegramUserId, str | None] = {}

    async def get(self, telegram_id: TelegramUserId) -> str | None:
        return self._texts.get(telegram_id)

    async def put(self, telegram_id: TelegramUserId, text: str | None) -> None:
        self._texts[telegram_id] = text


class FakeCodeKeeper:
    def __init__(self) -> None:
        self._codes: dict[TelegramUserId, str] = {}

    def remember(self, telegram_id: TelegramUserId, code: str) -> None:
        self._codes[telegram_id] = code

    def code_of(self, telegram_id: TelegramUserId) -> str | None:
        return self._codes.get(telegram_id)

    def forget(self, telegram_id: TelegramUserId) -> None:
        self._codes.pop(telegram_id, None)


async def nothing_waits() -> Depth:
    """Inbox and outbox of a quiet day."""
    return Depth(inbox={}, outbox={}, inbox_since=None, outbox_since=None)
