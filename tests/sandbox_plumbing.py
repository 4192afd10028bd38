"""What the sandbox's client is built on: the HTTP calls and what a viewer sees of a chat."""

from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

import aiohttp

Json = dict[str, Any]
Ref = int | str


class SandboxRefusedError(Exception):
    """The control API would not do it: the act makes no sense in the world as it is."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(f"{status}: {reason}")
        self.status = status
        self.reason = reason


@dataclass(frozen=True, slots=True)
class ChatView:
    """What one viewer sees of a chat now."""

    messages: list[Json]
    reply_keyboard: Json | None
    pinned: int | None

    @property
    def texts(self) -> list[str]:
        return [message.get("text") or message.get("caption") or "" for message in self.messages]

    @property
    def last(self) -> Json:
        return self.messages[-1]


def buttons(message: Json) -> list[str]:
    """The texts on a message's inline buttons, row by row."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]


class ControlApi:
    """The bare calls: a refusal of the control API is an exception, one of the Bot API an answer."""

    def __init__(self, url: str, token: str = "") -> None:
        self.url = url.rstrip("/")
        self.token = token
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=60))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session is not None:
            await self._session.close()

    @property
    def session(self) -> aiohttp.ClientSession:
        assert self._session is not None, "use `async with`"
        return self._session

    async def call(self, verb: str, path: str, body: Json | None = None, **query: Any) -> Json:
        asked = {key: str(value) for key, value in query.items() if value is not None}
        async with self.session.request(verb, f"{self.url}/sandbox/{path}", json=body, params=asked) as answer:
            said: Json = await answer.json()
            if answer.status >= 400:
                raise SandboxRefusedError(answer.status, said.get("error", ""))
            return said

    async def bot(self, method: str, **params: Any) -> Json:
        """A raw Bot API call in the bot's place; the whole answer, refusals too."""
        async with self.session.post(f"{self.url}/bot{self.token}/{method}", json=params) as answer:
            said: Json = await answer.json()
            return said
