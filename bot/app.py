"""One process: updates in, messages out, and what falls due. `linli serve` and `linli deliver` run the same apart."""

import asyncio
import logging
import signal
from collections.abc import Sequence
from contextlib import AsyncExitStack, suppress
from typing import Any

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import ClientDecodeError, TelegramAPIError, TelegramNotFound, TelegramUnauthorizedError

from bot.adapters.file_keeper import FileKeeper
from bot.config import ConfigError, Settings
from bot.container import Container, build_container
from bot.dispatcher import build_dispatcher, feed
from bot.foundation import Foundation, open_foundation
from bot.handlers.groups import refused
from bot.inbox import InboxRunner
from bot.incidents import end_press
from bot.jobs.board import build_ticker
from bot.jobs.ticker import Ticker
from bot.membership import Membership
from bot.menu_commands import set_commands
from bot.metrics import Metrics, kind_of
from bot.middlewares.session import ErrorsMiddleware, GateMiddleware
from bot.nursery import Nursery
from bot.outage import AnsweredTime, OutageWatch
from bot.polling import Poller
from bot.process import has_died, process_name
from bot.session import ApiSession, NoBotApiError
from bot.web import ask_for_updates, be_watched, served, stay_reachable
from core.people.backlog import TellBacklog
from core.people.outage import TellOutage
from core.privacy.export import MakeExport
from core.shared.errors import StorageError
from core.shared.gate import ChatGate
from delivery.bot import sending_bot
from delivery.pace import Pace
from delivery.worker import DeliveryWorker
from storage.queries.campaigns import SqlCampaignReader
from storage.queries.cards import SqlCardReader
from storage.queries.depth import SqlDepths
from storage.queries.prompts import SqlPromptReader

_log = logging.getLogger(__name__)
REQUEST_SECONDS = 15.0
"""A request that hangs holds one of four conversations back; it is tried again."""
PURGE_EVERY = 30.0
"""Seconds between two looks for what is to be erased."""
PURGE_PAUSE = 3.0
"""Seconds after which what has been erased is gone from SQLite's log too, while people write."""
PURGE_AFTER = 7 * 86_400.0
"""Elapsed seconds a sent payload is kept."""
KEPT_UPDATES = 100_000
"""Numbers of handled updates kept so that none is handled twice; Telegram repeats none that is older than a day."""
LOOK_EVERY = 30.0
"""Seconds between two looks at how old what waits has grown."""
STOP_PATIENCE = 10.0
"""Seconds a stopping process gives to what it is handling."""


def build_aiogram(
    token: str, api_url: str, gate: ChatGate, pace: Pace, time: AnsweredTime, errors: ErrorsMiddleware
) -> Bot:
    """Return aiogram's bot for any Bot API server, passing through the shared gate; its answers tell `time`."""
    session = ApiSession(api=TelegramAPIServer.from_base(api_url), timeout=REQUEST_SECONDS, dated=time.note)
    session.middleware(errors)
    session.middleware(GateMiddleware(gate, pace))
    how = DefaultBotProperties(
        parse_mode="HTML",
        link_preview_is_disabled=True,
        allow_sending_without_reply=True,  # what is answered may have been deleted meanwhile
    )
    return Bot(token, session=session, default=how)


async def run(settings: Settings, parts: set[str]) -> None:
    """Work until SIGTERM or SIGINT, then end what is in flight.

    Raises ConfigError for a token Telegram refuses, and for an address at which there is no Bot API.
    """
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with AsyncExitStack() as open_things:
        base = await open_things.enter_async_context(open_foundation(settings))
        process = _Process(settings, base)
        open_things.push_async_callback(process.bot.session.close)
        async with Nursery() as nursery:
            await process.work(nursery, parts, stop)


class _Process:
    """The parts of one process and what they share: gate, pace, bot, use cases."""

    def __init__(self, settings: Settings, base: Foundation) -> None:
        self._settings = settings
        self._base = base
        self._gate, self._talks = ChatGate(), ChatGate()
        self._pace = Pace(
            per_second=settings.per_second,
            person_per_second=settings.person_per_second,
            group_per_minute=settings.group_per_minute,
        )
        self._time, self._metrics = AnsweredTime(base.elapsed), Metrics(SqlDepths(base.database), base.elapsed)
        self._errors = ErrorsMiddleware(self._metrics)
        self.bot = build_aiogram(settings.token(), settings.api_url, self._gate, self._pace, self._time, self._errors)
        self._container: Container = build_container(settings, base, self.bot)
        self._worker: DeliveryWorker | None = None
        self._runner: InboxRunner | None = None
        self._inbox = base.inbox
        self._erased = asyncio.Event()
        self._keeper = FileKeeper(
            uow=base.uow, downloader=self._container.downloader, blobs=base.blobs, elapsed=base.elapsed
        )

    async def work(self, nursery: Nursery, parts: set[str], stop: asyncio.Event) -> None:
        tasks = [nursery.start(_until(stop), name="stop")]
        await self._base.calendar.refresh()
        nursery.keep_up(self._base.calendar.run, name="calendar")
        if self._settings.demo:
            nursery.keep_up(self._base.offset.run, name="clock")
        nursery.keep_up(self._watch_backlog, name="backlog")
        if "deliver" in parts:
            tasks.append(nursery.start(self._deliver(), name="delivery"))
            if "serve" not in parts and self._settings.watched:
                nursery.keep_up(
                    lambda: be_watched(self._settings, self._base.ready, self._metrics.exposed), name="watched"
                )
            nursery.keep_up(self._purge, name="purge")
        if "serve" in parts:
            tasks.append(nursery.start(self._serve(nursery), name="updates"))
            nursery.keep_up(self._keeper.run, name="files")
        if "schedule" in parts:
            nursery.keep_up(self._ticker().run, name="jobs")
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        stop.set()
        await self._end_conversations(tasks)
        for task in tasks:
            if task.get_name() == "delivery":
                if self._worker is not None:
                    self._worker.stop()
                await asyncio.wait([task], timeout=30)
            if task.done() and not task.cancelled() and (error := task.exception()) is not None:
                raise error

    def _ticker(self) -> Ticker:
        return build_ticker(self._settings, self._base, self._something_to_send, self._metrics)

    async def _end_conversations(self, tasks: Sequence[asyncio.Task[None]]) -> None:
        """Ask for no more updates, and let the presses and messages being handled come to their end."""
        for task in tasks:
            if task.get_name() == "updates":
                task.cancel()
        if self._runner is not None:
            await self._runner.stop(STOP_PATIENCE)

    async def _serve(self, nursery: Nursery) -> None:
        """Updates: take up what is unfinished, then poll or wait for more."""
        membership = Membership(self.bot, self._base.elapsed)
        dispatcher = build_dispatcher(
            self._container.use_cases,
            self._container.renderer,
            self._container.state,
            membership,
            self._metrics,
        )

        async def handle(payload: dict[str, Any], album_caption: str) -> None:
            kind = kind_of(payload)
            try:
                await feed(dispatcher, self.bot, payload, album_caption)
            except Exception:
                self._metrics.update(kind, "failed")
                raise
            self._metrics.update(kind, "handled")
            self._keeper.wake.set()
            self._erased.set()
            self._something_to_send()

        async def alarm(payload: dict[str, Any]) -> None:
            self._metrics.update(kind_of(payload), "parked")
            self._something_to_send()
            await end_press(self.bot, payload)

        runner = self._runner = InboxRunner(
            self._inbox,
            self._container.state,
            handle,
            alarm,
            self._base.ids,
            nursery,
            self._base.turns,
            self._errors.answered,
            self._talks,
        )
        nursery.keep_up(lambda: self._base.turns.follow(runner.wake), name="turns")
        nursery.keep_up(runner.look_after, name="what waits")
        try:
            async with AsyncExitStack() as listening:
                if self._settings.listens:
                    ready, expose = self._base.ready, self._metrics.exposed
                    await listening.enter_async_context(served(self._settings, ready, expose, runner.accept))
                await self._prepare()
                nursery.launch(self._container.router.warm(), name="router")
                watch = OutageWatch(self._container.state, self._time, TellOutage(uow=self._base.uow))
                if self._settings.webhook_url:
                    await ask_for_updates(self.bot, self._settings)
                    await stay_reachable(self.bot, self._settings, watch)
                await Poller(self.bot, runner, watch, self._base.turns.ready).run()
        except TelegramUnauthorizedError:
            raise _refused() from None

    def _something_to_send(self) -> None:
        if self._worker is not None:
            self._worker.wake.set()

    async def _prepare(self) -> None:
        """Leave webhook mode where we poll, and name the commands; trouble here is no reason not to work."""
        try:
            if not self._settings.webhook_url:
                await self.bot.delete_webhook()
            await set_commands(self.bot, self._container.renderer)
        except TelegramUnauthorizedError:
            raise
        except (NoBotApiError, TelegramNotFound):
            raise ConfigError("config-api-url-wrong", key="LINLI_API_URL", url=self._settings.api_url) from None
        except (TelegramAPIError, ClientDecodeError) as error:
            _log.warning("commands not set: %s", type(error).__name__)

    async def _deliver(self) -> None:
        token, api_url = self._settings.token(), self._settings.api_url
        async with sending_bot(token, api_url, pace=self._pace, gate=self._gate) as bot:
            self._worker = DeliveryWorker(
                owner=process_name(),
                queue=self._base.outbox,
                cards=SqlCardReader(self._base.database),
                prompts=SqlPromptReader(self._base.database),
                campaigns=SqlCampaignReader(self._base.database),
                languages=self._container.languages,
                blobs=self._base.blobs,
                bot=bot,
                renderer=self._container.renderer,
                elapsed=self._base.elapsed,
                pace=self._pace,
                talks=self._talks,
                meter=self._metrics,
                follow=lambda old, new: self._container.use_cases.follow_chat(old, moved_to=new),
                put_out=lambda chat, row: refused(self.bot, self._container.use_cases, chat, row),
                exports=MakeExport(uow=self._base.uow, blobs=self._base.blobs),
            )
            freed = await self._base.outbox.release(has_died, now=self._base.elapsed.seconds())
            if freed:
                _log.info("taking over %d rows of a process that has died", freed)
            await self._worker.run()

    async def _watch_backlog(self) -> None:
        """Tell the operators of messages that wait for long; whoever has lost the database is told by /metrics."""
        patience = self._settings.backlog_minutes * 60
        depths, tell = SqlDepths(self._base.database), TellBacklog(uow=self._base.uow, patience=patience)
        while True:
            await asyncio.sleep(min(LOOK_EVERY, patience))
            try:
                await tell(await depths(), self._base.elapsed.seconds())
            except StorageError as error:
                _log.warning("what waits cannot be looked at: %s", error.code)

    async def _purge(self) -> None:
        """Erase payloads that were sent a week ago, and what has been erased from the write-ahead log too."""
        while True:
            self._erased.clear()
            try:
                await self._base.outbox.purge(self._base.elapsed.seconds() - PURGE_AFTER)
                await self._inbox.prune(KEPT_UPDATES)
                await self._base.database.checkpoint()
            except StorageError as error:
                _log.warning("erasing waits: %s", error.code)
            await asyncio.sleep(PURGE_PAUSE)
            with suppress(TimeoutError):
                async with asyncio.timeout(PURGE_EVERY):  # not `wait_for`: it may lose the cancellation at the end
                    await self._erased.wait()


def _refused() -> ConfigError:
    return ConfigError("config-bot-token-refused", key="LINLI_BOT_TOKEN")


async def _until(stop: asyncio.Event) -> None:
    await stop.wait()
