from io import BytesIO

from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramBadRequest, TelegramNotFound
from aiohttp import ClientError

from core.shared.errors import NotFoundError, StorageError


class AiogramDownloader:
    """Fetches files from Telegram (or any Bot API server)."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def download(self, file_id: str, limit: int) -> bytes:
        """Return the bytes; raises NotFoundError("file-gone") or StorageError("file-unavailable")."""
        buffer = BytesIO()
        try:
            file = await self._bot.get_file(file_id)
            if file.file_path is None or (file.file_size or 0) > limit:
                raise NotFoundError("file-gone")
            await self._bot.download_file(file.file_path, buffer, timeout=60)
        except (TelegramBadRequest, TelegramNotFound):
            raise NotFoundError("file-gone") from None
        except (AiogramError, ClientError, OSError, TimeoutError):  # aiogram lets aiohttp's errors through here
            raise StorageError("file-unavailable") from None
        data = buffer.getvalue()
        if not data:
            raise StorageError("file-unavailable")  # Telegram has no empty files: the answer broke off
        return data
