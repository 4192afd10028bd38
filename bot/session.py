"""aiogram's way to the Bot API, which tells a server that is none from one that is in trouble."""

from http import HTTPStatus

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.exceptions import ClientDecodeError
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType


class NoBotApiError(ClientDecodeError):
    """Something answers at the address, but no Bot API: a page of HTML that says neither "later" nor "broken"."""


class ApiSession(AiohttpSession):
    def check_response(
        self, bot: Bot, method: TelegramMethod[TelegramType], status_code: int, content: str
    ) -> Response[TelegramType]:
        try:
            return super().check_response(bot, method, status_code, content)
        except ClientDecodeError as error:
            if status_code >= HTTPStatus.INTERNAL_SERVER_ERROR or not isinstance(error.data, str):
                raise
            raise NoBotApiError(error.message, error.original, error.data) from None
