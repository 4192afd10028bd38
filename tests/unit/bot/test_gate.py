"""Two libraries, one Telegram: whoever speaks to a chat is the only one who does, at the pace of both together."""

import asyncio
from typing import Any

import pytest
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import (
    AnswerCallbackQuery,
    EditMessageText,
    GetChatMember,
    GetUpdates,
    SendChatAction,
    SendMessage,
    TelegramMethod,
)

from bot.middlewares.session import GateMiddleware
from bot.nursery import Nursery
from core.shared.gate import ChatGate
from tests.delivery_rig import InstantPace, until
from tests.inbox_rig import Rig, update

pytestmark = pytest.mark.unit


class Timed(InstantPace):
    def __init__(self) -> None:
        super().__init__()
        self.turns: list[int | None] = []

    async def chat_turn(self, chat_id: int, messages: int = 1) -> None:
        await super().chat_turn(chat_id, messages)
        self.turns.append(chat_id)

    async def turn(self) -> None:
        await super().turn()
        self.turns.append(None)


class Server:
    """Takes requests; answers after some turns of the loop, so that two at once would be seen."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error
        self.called: list[str] = []
        self.inside = self.most = 0

    async def __call__(self, _bot: Any, method: TelegramMethod[Any]) -> Any:
        self.called.append(method.__api_method__)
        self.inside += 1
        self.most = max(self.most, self.inside)
        for _ in range(3):
            await asyncio.sleep(0)
        self.inside -= 1
        if self.error is not None:
            raise self.error


async def test_a_window_waits_while_delivery_speaks_to_its_chat() -> None:
    gate, server = ChatGate(), Server()
    middleware = GateMiddleware(gate, InstantPace())
    async with Nursery() as nursery:
        async with gate.hold(5):
            task = nursery.start(middleware(server, None, SendMessage(chat_id=5, text="x")), name="window")  # type: ignore[arg-type] # no bot is asked for
            await middleware(server, None, SendMessage(chat_id=6, text="y"))  # type: ignore[arg-type] # as above
            assert not task.done()
            assert server.called == ["sendMessage"]
        await task

    assert server.called == ["sendMessage", "sendMessage"]


async def test_two_windows_of_one_chat_come_one_after_the_other() -> None:
    server = Server()
    middleware = GateMiddleware(ChatGate(), InstantPace())
    calls = [SendMessage(chat_id=5, text="x"), EditMessageText(chat_id=5, message_id=1, text="y")]
    await asyncio.gather(*(middleware(server, None, call) for call in calls))  # type: ignore[arg-type] # no bot

    assert server.most == 1


async def test_everything_counts_but_asking_for_updates_and_posts_count_for_their_chat_too() -> None:
    pace, server = Timed(), Server()
    middleware = GateMiddleware(ChatGate(), pace)
    asked: list[TelegramMethod[Any]] = [
        SendMessage(chat_id=5, text="x"),
        EditMessageText(chat_id=5, message_id=1, text="y"),
        SendChatAction(chat_id=5, action="typing"),
        GetChatMember(chat_id=5, user_id=7),
        AnswerCallbackQuery(callback_query_id="1"),
        GetUpdates(),
    ]
    for method in asked:
        await middleware(server, None, method)  # type: ignore[arg-type] # no bot is asked for

    assert pace.turns == [5, None, 5, None, None, None, None]


async def test_answers_to_presses_leave_room_for_messages() -> None:
    """Both libraries together, whatever they ask: never more than 25 in a second."""
    pace, times = Timed(), list[float]()

    async def answered(_bot: Any, _method: TelegramMethod[Any]) -> Any:
        times.append(pace.time)

    middleware = GateMiddleware(ChatGate(), pace)
    press, member = AnswerCallbackQuery(callback_query_id="1"), GetChatMember(chat_id=5, user_id=7)
    posts = [SendMessage(chat_id=chat, text="x") for chat in range(1, 41)]
    calls: list[TelegramMethod[Any]] = [*posts, *[press, member] * 20]
    await asyncio.gather(*(middleware(answered, None, call) for call in calls))  # type: ignore[arg-type] # no bot

    assert len(times) == 80
    assert max(sum(start <= time < start + 1 for time in times) for start in times) <= 25


async def test_a_429_to_a_window_halts_delivery_too() -> None:
    pace = InstantPace()
    call = SendMessage(chat_id=5, text="x")
    server = Server(TelegramRetryAfter(call, "Too Many Requests", 30))

    with pytest.raises(TelegramRetryAfter):
        await GateMiddleware(ChatGate(), pace)(server, None, call)  # type: ignore[arg-type] # no bot is asked for

    assert pace.halted() == pytest.approx(30.1)


async def test_an_update_waits_while_delivery_talks_to_its_chat() -> None:
    async with Nursery() as nursery:
        rig = Rig(nursery)
        async with rig.talks.hold(5):
            await rig.runner.accept([update(1, chat=5), update(2, chat=6)])
            await until(lambda: rig.handled)
            for _ in range(20):
                await asyncio.sleep(0)
            assert rig.handled == [2]
        async with asyncio.timeout(5):
            await rig.runner.idle.wait()

    assert rig.handled == [2, 1]
