import base64
import json

from core.people.intake import Intake
from core.people.ports import Secrets
from core.shared.ids import TelegramUserId
from core.shared.state import StateStore


class StateIntakeStore:
    """Forms beside the dialog state, sealed: it may lie in Redis, and in copies of the database."""

    def __init__(self, state: StateStore, secrets: Secrets) -> None:
        self._state = state
        self._secrets = secrets

    async def get(self, user_id: TelegramUserId) -> Intake | None:
        raw = await self._state.get(self._key(user_id))
        return None if raw is None else Intake.from_json(json.loads(self._secrets.open(base64.b64decode(raw))))

    async def put(self, user_id: TelegramUserId, intake: Intake | None) -> None:
        sealed = None
        if intake is not None:
            plain = json.dumps(intake.to_json(), ensure_ascii=False)
            sealed = base64.b64encode(self._secrets.seal(plain)).decode()
        await self._state.put({self._key(user_id): sealed})

    def _key(self, user_id: TelegramUserId) -> str:
        return f"intake:{user_id}"
