"""Whose fault it is when Telegram says that it failed: the update's, or Telegram's own."""

from typing import Any

import pytest
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramConflictError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import GetMe

from bot.inbox import MAX_TRIES, REFUSALS
from bot.session import GarbledAnswerError
from tests.inbox_rig import Rig, update

pytestmark = [pytest.mark.unit, pytest.mark.usefixtures("waits")]


REFUSING = [
    TelegramServerError(GetMe(), "Internal Server Error"),
    TelegramNotFound(GetMe(), "Not Found"),
    TelegramConflictError(GetMe(), "Conflict"),
    GarbledAnswerError(GetMe(), ClientDecodeError("Failed", ValueError(), "<html>")),
]


@pytest.mark.parametrize("error", REFUSING, ids=repr)
async def test_a_server_that_fails_on_one_update_holds_its_conversation_up_for_less(rig: Rig, error: Exception) -> None:
    tries = 0

    async def never(payload: dict[str, Any]) -> None:
        nonlocal tries
        if payload["update_id"] == 1:
            tries += 1
            rig.answered["getMe"] += 1  # for others it is done meanwhile
            raise error

    rig.handle = never
    await rig.take(update(1), update(2))

    assert REFUSALS <= tries < MAX_TRIES / 2
    assert [number for number, _ in rig.told] == [1]
    assert 2 in rig.handled


@pytest.mark.parametrize(
    "error", [TelegramNetworkError(GetMe(), "gone"), TelegramUnauthorizedError(GetMe(), "no"), *REFUSING], ids=repr
)
async def test_an_outage_of_hours_sets_nothing_aside(rig: Rig, waits: list[float], error: Exception) -> None:
    """Whatever Telegram, or what stands before it, says meanwhile."""

    async def cut_off(payload: dict[str, Any]) -> None:
        if sum(waits) < 20 * 3_600:
            raise error

    rig.handle = cut_off
    await rig.take(update(1), update(2, chat=6))

    assert sorted(rig.handled) == [1, 2]
    assert rig.told == []


@pytest.mark.parametrize("error", REFUSING, ids=repr)
async def test_telegram_failing_in_one_thing_for_everybody_sets_nothing_aside(
    rig: Rig, waits: list[float], error: Exception
) -> None:
    """By webhook updates come all the same, and those that ask nothing, or something else, come to their end."""
    others = 0

    async def cut_off(payload: dict[str, Any]) -> None:
        nonlocal others
        if payload["update_id"] == 1 and sum(waits) < 20 * 3_600:
            others += 1
            rig.answered["getChatMember"] += 1
            await rig.runner.accept([update(100 + others, chat=6)])
            raise error

    rig.handle = cut_off
    await rig.take(update(1))

    assert rig.handled[-1] == 1
    assert len(rig.handled) == others + 1 > REFUSALS
    assert rig.told == []
