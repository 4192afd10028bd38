"""Pushes updates to the bot's webhook: in order within a chat, several chats at once, again after a failure."""

import asyncio
import json
from typing import Any

import aiohttp

from sandbox.api import BotApi, canonical
from sandbox.errors import ApiError
from sandbox.intake import Intake
from sandbox.updates import Update, Webhook
from sandbox.world.files import Blob

PROOF_HEADER = "X-Telegram-Bot-Api-Secret-Token"
LONGEST_PAUSE_S = 30.0
PATIENCE_S = 30.0


class Pusher:
    """Works while a webhook is set; an update leaves the queue only after a 2xx answer."""

    def __init__(self, api: BotApi) -> None:
        self._api = api
        self._queue = api.world.updates
        self._clock = api.world.clock
        self._loop_task: asyncio.Task[None] | None = None
        self._pushes: set[asyncio.Task[None]] = set()
        self._busy: set[int] = set()
        self._pause_until: dict[int, float] = {}
        self._failures: dict[int, int] = {}
        self._session: aiohttp.ClientSession | None = None

    def start(self) -> None:
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=PATIENCE_S))
        self._loop_task = asyncio.get_running_loop().create_task(self._run())

    async def close(self) -> None:
        tasks = [task for task in (self._loop_task, *self._pushes) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    async def _run(self) -> None:
        while True:
            hook = self._queue.webhook
            now = self._clock.steady()
            self._pause_until = {lane: until for lane, until in self._pause_until.items() if until > now}
            if hook is not None:
                self._start_pushes(hook)
            await self._queue.bell.wait(self._next_retry())

    def _start_pushes(self, hook: Webhook) -> None:
        now = self._clock.steady()
        for update in self._queue.unconfirmed:
            if len(self._busy) >= hook.max_connections:
                return
            if update.lane in self._busy or self._pause_until.get(update.lane, 0) > now:
                continue
            self._busy.add(update.lane)
            push = asyncio.get_running_loop().create_task(self._push(hook, update))
            self._pushes.add(push)
            push.add_done_callback(self._pushes.discard)

    def _next_retry(self) -> float | None:
        now = self._clock.steady()
        waits = [until - now for lane, until in self._pause_until.items() if lane not in self._busy]
        return max(0.0, min(waits)) if waits else None

    async def _push(self, hook: Webhook, update: Update) -> None:
        headers = {PROOF_HEADER: hook.secret_token} if hook.secret_token else {}
        pause = self._api.webhook_retry_ms / 1000 * 2 ** self._failures.get(update.lane, 0)
        try:
            assert self._session is not None  # noqa: S101 - `start` comes first
            with self._api.activity:
                async with self._session.post(
                    hook.url, json=update.json(), headers=headers, allow_redirects=False
                ) as answer:
                    if 200 <= answer.status < 300:
                        await self._delivered(update, answer)
                        return
                    hook.last_error_message = f"Wrong response from the webhook: {answer.status} {answer.reason}"
                    asked = answer.headers.get("Retry-After", "")
                    pause = float(asked) if asked.isdigit() else pause
        except (aiohttp.ClientError, TimeoutError) as failure:
            hook.last_error_message = _in_words(failure)
        finally:
            self._busy.discard(update.lane)
            self._queue.bell.ring()
        hook.last_error_date = self._clock.now()
        self._failures[update.lane] = self._failures.get(update.lane, 0) + 1
        self._pause_until[update.lane] = self._clock.steady() + min(pause, LONGEST_PAUSE_S)

    async def _delivered(self, update: Update, answer: aiohttp.ClientResponse) -> None:
        self._queue.confirm(update.update_id)
        self._failures.pop(update.lane, None)
        self._pause_until.pop(update.lane, None)
        called = await _called_method(answer)
        if called is None:
            return
        method = canonical(called.params.pop("method"))
        try:
            await self._api.perform(method, called)
        except ApiError:
            return  # Telegram, too, tells nobody how a call in a webhook's answer went; it is in the log.


def _in_words(failure: Exception) -> str:
    if isinstance(failure, aiohttp.ClientConnectorError):
        return "Connection refused"
    return "Read timeout expired" if isinstance(failure, TimeoutError) else "Connection reset by peer"


async def _called_method(answer: aiohttp.ClientResponse) -> Intake | None:
    """The one Bot API call a webhook may put into its answer."""
    if answer.content_type.startswith("multipart/"):
        called = await _from_parts(answer)
    else:
        called = Intake(params=_from_json(await answer.text()))
    return called if isinstance(called.params.get("method"), str) else None


def _from_json(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


async def _from_parts(answer: aiohttp.ClientResponse) -> Intake:
    intake = Intake()
    async for part in aiohttp.MultipartReader.from_response(answer):
        if not isinstance(part, aiohttp.BodyPartReader) or part.name is None:
            continue
        content = bytes(await part.read())
        if part.filename is None:
            intake.params[part.name] = content.decode()
        else:
            intake.files[part.name] = Blob(content=content, file_name=part.filename)
    return intake
