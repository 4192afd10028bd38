"""Telegram as python-telegram-bot's own transport sees it: remembers calls, answers as told, goes wrong on order."""

import asyncio
import json
from collections import Counter, defaultdict, deque
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from telegram.request import BaseRequest, RequestData

BOT = {"id": 1, "is_bot": True, "first_name": "邻里", "username": "linli_bot"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    method: str
    params: dict[str, Any]
    files: dict[str, Any] = field(default_factory=dict)

    @property
    def chat_id(self) -> int:
        return int(self.params["chat_id"])

    @property
    def said(self) -> str:
        return str(self.params.get("text") or self.params.get("caption") or "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """One answer that is not ok; with `done` the deed was done all the same and only the answer is lost."""

    code: int = 400
    description: str = "Bad Request: nonsense"
    parameters: dict[str, Any] | None = None
    done: bool = False


class RecordingTelegram(BaseRequest):
    """`calls` holds what was performed, `refused` what was not; `busiest` how many went on at once per chat."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.refused: list[Call] = []
        self.busiest: Counter[int] = Counter()
        self.most_in_flight = 0
        self.hold: asyncio.Event | None = None
        self.held_chats: Collection[int] = ()
        """Whom `hold` holds up; nobody here: everybody."""
        self._wrong: defaultdict[str, deque[Wrong]] = defaultdict(deque)
        self._active: Counter[int] = Counter()
        self._ids = 100

    @property
    def read_timeout(self) -> float | None:
        return 5.0

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    def goes_wrong(self, method: str, *wrong: Wrong) -> None:
        self._wrong[method].extend(wrong)

    @property
    def waiting(self) -> int:
        """How many requests are going on at this moment."""
        return self._active.total()

    @property
    def methods(self) -> list[str]:
        return [call.method for call in self.calls]

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *args: Any, **timeouts: Any
    ) -> tuple[int, bytes]:
        if "/file/" in url:
            return 200, b"fetched"
        call = _call(url, request_data)
        if call.method == "getMe":
            return _ok(BOT)
        chat = int(call.params.get("chat_id", 0))
        self._active[chat] += 1
        self.busiest[chat] = max(self.busiest[chat], self._active[chat])
        self.most_in_flight = max(self.most_in_flight, self._active.total())
        try:
            for _ in range(3):
                await asyncio.sleep(0)
            if self.hold is not None and (chat in self.held_chats or not self.held_chats):
                await self.hold.wait()
            return self._answer(call)
        finally:
            self._active[chat] -= 1

    def _answer(self, call: Call) -> tuple[int, bytes]:
        ordered = self._wrong[call.method] or self._wrong["*"]
        if not ordered:
            self.calls.append(call)
            return _ok(self._result(call))
        wrong = ordered.popleft()
        (self.calls if wrong.done else self.refused).append(call)
        said = {"ok": False, "error_code": wrong.code, "description": wrong.description}
        return wrong.code, json.dumps(said | ({"parameters": wrong.parameters} if wrong.parameters else {})).encode()

    def _result(self, call: Call) -> Any:
        self._ids += 1
        if call.method == "createForumTopic":
            return {"message_thread_id": self._ids, "name": call.params["name"], "icon_color": 7322096}
        if call.method == "getFile":
            return {"file_id": "f", "file_unique_id": "u", "file_path": "voice/1.ogg"}
        if call.method == "sendMediaGroup":
            return [self._result(Call(method="sendPhoto", params=call.params)) for _ in call.params["media"]]
        if call.method.startswith(("send", "edit")):
            kind = "private" if call.chat_id > 0 else "supergroup"
            number = int(call.params.get("message_id", self._ids))
            return {"message_id": number, "date": 1, "chat": {"id": call.chat_id, "type": kind}}
        return True


def _call(url: str, data: RequestData | None) -> Call:
    files = dict(data.multipart_data or {}) if data else {}
    return Call(method=url.rsplit("/", 1)[1], params=dict(data.parameters) if data else {}, files=files)


def _ok(result: Any) -> tuple[int, bytes]:
    return 200, json.dumps({"ok": True, "result": result}).encode()
