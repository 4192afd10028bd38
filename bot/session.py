"""aiogram's way to the Bot API, which tells a server that is none from one that is in trouble."""

from collections.abc import Callable
from functools import cache
from http import HTTPStatus
from types import SimpleNamespace
from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import ClientDecodeError, TelegramAPIError
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiohttp import ClientSession, TraceConfig, TraceRequestEndParams
from aiohttp.hdrs import DATE


class GarbledAnswerError(ClientDecodeError):
    """What came is no answer of a Bot API, to `method` at least."""

    def __init__(self, method: TelegramMethod[Any], error: ClientDecodeError) -> None:
        super().__init__(error.message, error.original, error.data)
        self.method = method


class NoBotApiError(GarbledAnswerError):
    """Something answers at the address, but no Bot API: a page of HTML that says neither "later" nor "broken"."""


def api_method(error: Exception) -> str:
    """Return what was asked of the Bot API when it failed; "" if that is not known."""
    return error.method.__api_method__ if isinstance(error, GarbledAnswerError | TelegramAPIError) else ""


def _unheard(_date: str) -> None:
    """Nobody asks what time it is there."""


@cache
def _answer_of(returning: object) -> object:
    """Hold on to the model of an answer: pydantic forgets one that nobody holds, and builds it anew each time."""
    return Response[returning]  # type: ignore[valid-type]  # a type is given


class ApiSession(AiohttpSession):
    """`dated` is called with the `Date` of every answer that has one."""

    def __init__(self, *, api: TelegramAPIServer, timeout: float, dated: Callable[[str], None] = _unheard) -> None:
        super().__init__(api=api, timeout=timeout)
        self._dates = TraceConfig()
        self._dated = dated
        self._dates.on_request_end.append(self._answered)
        self._dates.freeze()

    async def create_session(self) -> ClientSession:
        session = await super().create_session()
        if self._dates not in session.trace_configs:
            session.trace_configs.append(self._dates)
        return session

    async def _answered(self, _session: ClientSession, _context: SimpleNamespace, end: TraceRequestEndParams) -> None:
        if (date := end.response.headers.get(DATE)) is not None:
            self._dated(date)

    def check_response(
        self, bot: Bot, method: TelegramMethod[TelegramType], status_code: int, content: str
    ) -> Response[TelegramType]:
        _answer_of(method.__returning__)
        try:
            return super().check_response(bot, method, status_code, content)
        except ClientDecodeError as error:
            if status_code >= HTTPStatus.INTERNAL_SERVER_ERROR or not isinstance(error.data, str):
                raise GarbledAnswerError(method, error) from None
            raise NoBotApiError(method, error) from None
