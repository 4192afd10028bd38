"""Programs and pages sent as documents: not taken, whatever window is open, and said in answer to that very message."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Filter
from aiogram.types import Message

from core.petitions.files import is_dangerous
from dialogs.file_names import safe_name
from dialogs.speech import Speech


class Harmful(Filter):
    async def __call__(self, message: Message) -> bool | dict[str, str]:
        other = message.external_reply
        document = message.document or (other.document if other is not None else None)
        if document is None or message.animation is not None:
            return False
        name = safe_name(document.file_name or "")
        return {"file_name": name or "…"} if is_dangerous(name, document.mime_type or "") else False


async def refuse_file(message: Message, speech: Speech, file_name: str) -> None:
    await message.reply(speech.html("file-dangerous", name=file_name))


def build_harmful_router() -> Router:
    router = Router(name="harmful")
    router.message.filter(F.chat.type == ChatType.PRIVATE)
    router.message.register(refuse_file, Harmful())
    return router
