"""What a person can do in the sandbox, one typed method per act."""

import base64
from collections.abc import Sequence
from typing import Any, Literal

from tests.sandbox_plumbing import ControlApi, Json, Ref

MediaKind = Literal["photo", "document", "voice", "video", "video_note", "audio", "animation", "sticker"]


class Acts(ControlApi):
    """Each act is somebody's: the user comes first; without `chat` it happens in their chat with the bot."""

    async def act(self, user: Ref, do: str, **said: Any) -> Json:
        given = {key: value for key, value in said.items() if value is not None}
        return await self.call("POST", "act", {"user": user, "do": do, **given})

    async def _say(self, user: Ref, do: str, **said: Any) -> Json:
        message: Json = (await self.act(user, do, **said))["message"]
        return message

    async def text(self, user: Ref, text: str, *, chat: Ref | None = None, **more: Any) -> Json:
        return await self._say(user, "text", text=text, chat=chat, **more)

    async def start(self, user: Ref, payload: str | None = None) -> Json:
        return await self._say(user, "start", payload=payload)

    async def media(
        self, user: Ref, kind: MediaKind, *, content: bytes | None = None, chat: Ref | None = None, **more: Any
    ) -> Json:
        data = base64.b64encode(content).decode() if content is not None else None
        return await self._say(user, "media", kind=kind, data_base64=data, chat=chat, **more)

    async def album(self, user: Ref, items: Sequence[Json], *, chat: Ref | None = None, **more: Any) -> list[Json]:
        said = await self.act(user, "album", items=list(items), chat=chat, **more)
        posted: list[Json] = said["messages"]
        return posted

    async def location(
        self, user: Ref, latitude: float, longitude: float, *, chat: Ref | None = None, **more: Any
    ) -> Json:
        return await self._say(user, "location", latitude=latitude, longitude=longitude, chat=chat, **more)

    async def move(self, user: Ref, message: Json | int, latitude: float, longitude: float) -> Json:
        number, chat = _where(message, None)
        return await self._say(user, "move", message_id=number, chat=chat, latitude=latitude, longitude=longitude)

    async def other(self, user: Ref, kind: str, *, chat: Ref | None = None, **more: Any) -> Json:
        """A poll, dice, checklist, story, game, paid media or a live photo."""
        return await self._say(user, "other", kind=kind, chat=chat, **more)

    async def contact(self, user: Ref, *, of: Ref | None = None, chat: Ref | None = None, **more: Any) -> Json:
        return await self._say(user, "contact", of=of, chat=chat, **more)

    async def press(
        self,
        user: Ref,
        message: Json | int,
        text: str | None = None,
        *,
        data: str | None = None,
        row: int | None = None,
        col: int | None = None,
        chat: Ref | None = None,
        wait_ms: int | None = None,
    ) -> Json:
        """Presses a button by its text, its data or its place; the chat comes from the message when given whole."""
        number, chat = _where(message, chat)
        place = {"text": text, "data": data, "row": row, "col": col, "wait_ms": wait_ms}
        result: Json = (await self.act(user, "press", message_id=number, chat=chat, **place))["result"]
        return result

    async def forge(self, user: Ref, message: Json | int, data: str, *, chat: Ref | None = None) -> Json:
        number, chat = _where(message, chat)
        result: Json = (await self.act(user, "forge", message_id=number, chat=chat, data=data))["result"]
        return result

    async def press_reply(self, user: Ref, text: str, *, chat: Ref | None = None, **more: Any) -> Json:
        return await self._say(user, "press_reply", text=text, chat=chat, **more)

    async def edit(self, user: Ref, message: Json | int, *, chat: Ref | None = None, **new: Any) -> Json:
        number, chat = _where(message, chat)
        return await self._say(user, "edit", message_id=number, chat=chat, **new)

    async def forward(self, user: Ref, message: Json, *, chat: Ref | None = None) -> Json:
        source = message["chat"]["id"]
        return await self._say(user, "forward", message_id=message["message_id"], from_chat=source, chat=chat)

    async def react(self, user: Ref, message: Json | int, emoji: str | None, *, chat: Ref | None = None) -> None:
        number, chat = _where(message, chat)
        await self.act(user, "react", message_id=number, chat=chat, emoji=emoji)

    async def delete_message(self, user: Ref, message: Json | int, *, chat: Ref | None = None) -> None:
        number, chat = _where(message, chat)
        await self.act(user, "delete_message", message_id=number, chat=chat)

    async def pin(self, user: Ref, message: Json | int, *, chat: Ref | None = None) -> None:
        number, chat = _where(message, chat)
        await self.act(user, "pin", message_id=number, chat=chat)

    async def unpin(self, user: Ref, message: Json | int, *, chat: Ref | None = None) -> None:
        number, chat = _where(message, chat)
        await self.act(user, "unpin", message_id=number, chat=chat)

    async def long_text(self, user: Ref, text: str, *, chat: Ref | None = None) -> list[Json]:
        """What Telegram's apps make of a text that is too long for one message."""
        said = await self.act(user, "text", text=text, chat=chat)
        posted: list[Json] = said.get("messages") or [said["message"]]
        return posted

    # ------------------------------------------------------------ standing
    async def block(self, user: Ref) -> None:
        await self.act(user, "block")

    async def unblock(self, user: Ref) -> None:
        await self.act(user, "unblock")

    async def deactivate(self, user: Ref) -> None:
        await self.act(user, "deactivate")

    async def join(self, user: Ref, chat: Ref) -> None:
        await self.act(user, "join", chat=chat)

    async def leave(self, user: Ref, chat: Ref) -> None:
        await self.act(user, "leave", chat=chat)

    async def add(self, user: Ref, chat: Ref, target: Ref) -> None:
        await self.act(user, "add", chat=chat, target=target)

    async def add_bot(self, user: Ref, chat: Ref) -> None:
        await self.act(user, "add_bot", chat=chat)

    async def promote(self, user: Ref, chat: Ref, target: Ref, rights: dict[str, bool] | None = None) -> None:
        """Exactly these rights; without `rights` the usual ones. The bot is the target `bot`."""
        await self.act(user, "promote", chat=chat, target=target, rights=rights)

    async def demote(self, user: Ref, chat: Ref, target: Ref) -> None:
        await self.act(user, "demote", chat=chat, target=target)

    async def restrict(self, user: Ref, chat: Ref, target: Ref, permissions: dict[str, bool] | None = None) -> None:
        """Only these permissions are left; without them none."""
        await self.act(user, "restrict", chat=chat, target=target, permissions=permissions)

    async def kick(self, user: Ref, chat: Ref, target: Ref) -> None:
        await self.act(user, "kick", chat=chat, target=target)

    async def set_title(self, user: Ref, chat: Ref, title: str) -> None:
        await self.act(user, "set_title", chat=chat, title=title)

    async def set_forum(self, user: Ref, chat: Ref, *, is_forum: bool) -> None:
        await self.act(user, "set_forum", chat=chat, is_forum=is_forum)

    async def migrate(self, user: Ref, chat: Ref) -> int:
        """The supergroup's number."""
        return int((await self.act(user, "migrate", chat=chat))["result"]["chat_id"])

    # ------------------------------------------------------------ topics
    async def topic_create(self, user: Ref, chat: Ref, name: str) -> int:
        made = await self.act(user, "topic_create", chat=chat, name=name)
        return int(made["result"]["message_thread_id"])

    async def topic_edit(self, user: Ref, chat: Ref, thread: int, name: str) -> None:
        await self.act(user, "topic_edit", chat=chat, thread=thread, name=name)

    async def topic_close(self, user: Ref, chat: Ref, thread: int | None = None) -> None:
        await self.act(user, "topic_close", chat=chat, thread=thread)

    async def topic_reopen(self, user: Ref, chat: Ref, thread: int | None = None) -> None:
        await self.act(user, "topic_reopen", chat=chat, thread=thread)

    async def topic_delete(self, user: Ref, chat: Ref, thread: int) -> None:
        await self.act(user, "topic_delete", chat=chat, thread=thread)


def _where(message: Json | int, chat: Ref | None) -> tuple[int, Ref | None]:
    if isinstance(message, int):
        return message, chat
    return message["message_id"], message["chat"]["id"] if chat is None else chat
