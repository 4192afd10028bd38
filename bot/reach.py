"""A short word with Telegram, for commands: who the token is, or one sentence about what is in the way."""

from aiogram import Bot
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramUnauthorizedError,
)
from aiogram.types import User

from bot.config import ConfigError
from bot.session import ApiSession, NoBotApiError
from core.shared.errors import AppError

SECONDS = 15


def telegram(api_url: str, token: str) -> Bot:
    """Return a bot for a few calls; close it with `async with`."""
    return Bot(token, session=ApiSession(api=TelegramAPIServer.from_base(api_url), timeout=SECONDS))


async def identify(bot: Bot, api_url: str) -> User:
    """Return who the token is.

    Raises ConfigError("check-token-refused") or ("config-api-url-wrong"); AppError("check-no-answer") and
    ("check-odd-answer") for what may be over in a minute.
    """
    try:
        return await bot.get_me()
    except TelegramUnauthorizedError:
        raise ConfigError("check-token-refused") from None
    except TelegramNetworkError:
        raise AppError("check-no-answer", url=api_url) from None
    except (NoBotApiError, TelegramNotFound):
        raise ConfigError("config-api-url-wrong", key="LINLI_API_URL", url=api_url) from None
    except (TelegramAPIError, ClientDecodeError) as error:
        raise AppError("check-odd-answer", error=type(error).__name__) from None
