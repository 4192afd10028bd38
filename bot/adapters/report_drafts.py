import json
from base64 import b64decode, b64encode

from core.people.ports import Secrets
from core.reports.draft import ReportDraft
from core.reports.usecases.tending import DRAFT_SHELF
from core.shared.ids import TelegramUserId
from core.shared.state import StateStore


class SealedReportDrafts:
    """Reports being written, beside the dialog state: sealed, and under a key that names nobody."""

    def __init__(self, state: StateStore, secrets: Secrets) -> None:
        self._state = state
        self._secrets = secrets

    async def get(self, telegram_id: TelegramUserId) -> ReportDraft | None:
        kept = await self._state.get(self._key(telegram_id))
        return ReportDraft.from_json(json.loads(self._secrets.open(b64decode(kept)))) if kept else None

    async def put(self, telegram_id: TelegramUserId, draft: ReportDraft) -> None:
        sealed = self._secrets.seal(json.dumps(draft.to_json(), ensure_ascii=False))
        await self._state.put({self._key(telegram_id): b64encode(sealed).decode()})

    async def delete(self, telegram_id: TelegramUserId) -> None:
        await self._state.put({self._key(telegram_id): None})

    def _key(self, telegram_id: TelegramUserId) -> str:
        return DRAFT_SHELF + self._secrets.keyed_hash("report-writer", str(telegram_id))
