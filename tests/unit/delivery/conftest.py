from collections.abc import AsyncIterator

import pytest
from telegram.ext import ExtBot

from core.shared.gate import ChatGate
from delivery.limiter import SmoothRateLimiter
from tests.delivery_rig import InstantPace, Rig
from tests.telegram_double import RecordingTelegram


@pytest.fixture
def telegram() -> RecordingTelegram:
    return RecordingTelegram()


@pytest.fixture
async def rig(telegram: RecordingTelegram) -> AsyncIterator[Rig]:
    pace = InstantPace()
    limiter = SmoothRateLimiter(pace, ChatGate())
    async with ExtBot("1:token", request=telegram, get_updates_request=telegram, rate_limiter=limiter) as bot:
        yield Rig(bot=bot, pace=pace)
