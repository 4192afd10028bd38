"""An update is confirmed to Telegram only after it is in the inbox: that is the whole promise."""

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest
from aiogram.exceptions import (
    TelegramConflictError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods import GetMe

from bot import polling
from bot.polling import ALLOWED_UPDATES, GetRawUpdates, Poller
from core.shared.errors import StorageError

pytestmark = pytest.mark.unit

END = TelegramUnauthorizedError(GetMe(), "Unauthorized")
"""Ends the poller, as a revoked token does."""


class Telegram:
    """Answers one call after the other, and remembers which offset each one asked for."""

    def __init__(self, *answers: object) -> None:
        self.answers = [*answers, END]
        self.offsets: list[int | None] = []

    async def __call__(self, call: GetRawUpdates, request_timeout: int) -> Any:
        assert call.allowed_updates == ALLOWED_UPDATES
        assert call.timeout is not None
        assert request_timeout > call.timeout
        self.offsets.append(call.offset)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def delete_webhook(self) -> None:
        self.webhooks_gone = getattr(self, "webhooks_gone", 0) + 1


class Desk:
    def __init__(self, *troubles: Exception) -> None:
        self.troubles = list(troubles)
        self.taken: list[int] = []
        self.in_touch = 0
        self.serves: list[asyncio.Event] = []

    async def ready(self) -> None:
        if self.serves:
            await self.serves.pop(0).wait()

    async def heard(self) -> None:
        self.in_touch += 1

    async def accept(self, updates: Sequence[dict[str, Any]]) -> None:
        if self.troubles:
            raise self.troubles.pop(0)
        self.taken += [update["update_id"] for update in updates]


def updates(*numbers: int) -> list[dict[str, Any]]:
    return [{"update_id": number} for number in numbers]


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    waited: list[float] = []

    async def remember(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr(polling.asyncio, "sleep", remember)
    return waited


async def polled(telegram: Telegram, desk: Desk) -> None:
    with pytest.raises(TelegramUnauthorizedError):
        async with asyncio.timeout(5):
            await Poller(telegram, desk, desk, desk.ready).run()  # type: ignore[arg-type] # only what is called of them


async def test_what_is_written_down_is_confirmed_with_the_next_question() -> None:
    telegram, desk = Telegram(updates(7, 9, 8), [], updates(10)), Desk()

    await polled(telegram, desk)

    assert desk.taken == [7, 9, 8, 10]
    assert telegram.offsets == [None, 10, 10, 11]
    assert desk.in_touch == 3


async def test_whoever_has_lost_its_place_asks_no_more_until_it_has_it_again() -> None:
    telegram, desk = Telegram(updates(7), updates(8)), Desk()
    serves, stands_by = asyncio.Event(), asyncio.Event()
    serves.set()
    desk.serves = [serves, stands_by]
    async with asyncio.TaskGroup() as tasks:
        polling = tasks.create_task(polled(telegram, desk))
        while desk.serves:  # noqa: ASYNC110 - a list of the double's
            await asyncio.sleep(0)
        await asyncio.sleep(0)

        assert desk.taken == [7]
        stands_by.set()
        await polling

    assert desk.taken == [7, 8]


async def test_what_could_not_be_written_down_is_asked_for_again(waits: list[float]) -> None:
    telegram, desk = Telegram(updates(7), updates(7)), Desk(StorageError("storage-failed"))

    await polled(telegram, desk)

    assert telegram.offsets == [None, None, 8]
    assert desk.taken == [7]
    assert waits == [0.5]


async def test_waits_grow_with_every_failure_and_begin_anew_after_success(waits: list[float]) -> None:
    gone = [TelegramNetworkError(GetMe(), "gone")] * 8
    telegram = Telegram(*gone, [], TelegramNetworkError(GetMe(), "gone"))

    await polled(telegram, Desk())

    assert waits == [0.5, 1, 2, 4, 8, 16, 30, 30, 0.5]


async def test_telegram_is_given_its_time_and_another_poller_its_chance(
    waits: list[float], caplog: pytest.LogCaptureFixture
) -> None:
    telegram = Telegram(TelegramRetryAfter(GetMe(), "flood", 7), TelegramConflictError(GetMe(), "another"))

    await polled(telegram, Desk())

    assert waits == [7, 5]
    assert "another program polls with this token" in caplog.text


async def test_updates_are_taken_though_nothing_can_be_noted(waits: list[float]) -> None:
    """Dialog state may lie on another server than the inbox."""
    telegram, desk = Telegram(updates(7), updates(8)), Desk()

    async def away() -> None:
        raise StorageError("storage-failed")

    desk.heard = away  # type: ignore[method-assign] # the server is away
    await polled(telegram, desk)

    assert desk.taken == [7, 8]
    assert telegram.offsets == [None, 8, 9]
    assert waits == []


async def test_a_webhook_left_from_before_is_taken_away(waits: list[float]) -> None:
    left = TelegramConflictError(GetMe(), "Conflict: can't use getUpdates method while webhook is active; use …")
    other = TelegramConflictError(GetMe(), "Conflict: terminated by other getUpdates request")
    telegram, desk = Telegram(left, other, updates(7)), Desk()

    await polled(telegram, desk)

    assert telegram.webhooks_gone == 1
    assert desk.taken == [7]
    assert waits == [5, 5]
