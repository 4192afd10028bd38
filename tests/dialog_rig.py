"""The production dispatcher on in-memory storage, and a person in a private chat who types and presses."""

import json
from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import TelegramMethod
from aiogram.types import Chat, ChatMemberMember, Message, User

from bot.dispatcher import build_dispatcher, feed
from bot.drafts import StateDraftStore
from bot.membership import Membership
from bot.metrics import Metrics
from bot.newcomers import StateNewcomerStore
from bot.passing import StatePassingStore
from bot.raw import clean_update
from bot.state_scope import ScopedState
from core.petitions.draft import Draft
from core.routing.ports import TextRouter
from core.shared.ids import TelegramUserId
from locales.catalogue import default_catalogue
from locales.render import Renderer
from tests.core_rig import CoreRig, nothing_known
from tests.fakes.database import FakeDatabase
from tests.fakes.stores import FakeStateStore, nothing_waits
from tests.fakes.world import SHANGHAI, START, FakeElapsed
from tests.report_parts import ReportParts

DATE = 1_795_399_200


class RecordingSession(BaseSession):
    """Telegram, as far as dialogs need it: keeps what each chat shows now, and the answers to presses."""

    def __init__(self) -> None:
        super().__init__()
        self.messages: dict[tuple[int, int], dict[str, Any]] = {}
        self.answers: list[str] = []
        self.called: list[str] = []
        self.members: set[tuple[int, int]] = set()
        self.refuse: dict[str, str] = {}
        self.ids = 1_000

    async def close(self) -> None:
        """Nothing to close."""

    async def stream_content(self, *args: Any, **kwargs: Any) -> AsyncGenerator[bytes, None]:
        raise NotImplementedError
        yield b""

    async def make_request(self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None) -> Any:  # noqa: ASYNC109 - its signature
        name = method.__api_method__
        given = method.model_dump(exclude_none=True, exclude_unset=True, warnings=False)
        self.called.append(name)
        if name in self.refuse:
            raise TelegramBadRequest(method, f"Bad Request: {self.refuse.pop(name)}")
        if name == "answerCallbackQuery":
            self.answers.append(given.get("text") or "")
            return True
        if name == "getMe":
            return User(id=bot.id, is_bot=True, first_name="邻里", username="linli_bot")
        if name == "getChatMember":
            if (given["chat_id"], given["user_id"]) not in self.members:
                raise TelegramBadRequest(method, "Bad Request: user not found")
            return ChatMemberMember(user=User(id=given["user_id"], is_bot=False, first_name="x"))
        if name == "deleteMessage":
            self.messages.pop((given["chat_id"], given["message_id"]), None)
        if name == "sendMessage":
            self.ids += 1
            given["message_id"] = self.ids
        if name in {"sendMessage", "editMessageText", "editMessageReplyMarkup"}:
            key = (given["chat_id"], given["message_id"])
            kept = self.messages.setdefault(key, {})
            kept.pop("reply_markup", None)
            kept |= {part: given[part] for part in ("text", "reply_markup", "protect_content") if part in given}
            if "inline_keyboard" not in kept.get("reply_markup", {}):
                kept.pop("reply_markup", None)  # a keyboard below the screen is no part of the message
            return Message.model_validate(
                {
                    "message_id": key[1],
                    "date": DATE,
                    "chat": {"id": key[0], "type": "private" if key[0] > 0 else "supergroup"},
                    **kept,
                },
                context={"bot": bot},
            )
        return True


@dataclass(slots=True)
class Person:
    """Presses the buttons of the latest window unless told otherwise."""

    rig: "DialogRig"
    telegram_id: TelegramUserId
    language_code: str = "zh-hans"
    name: str = "王秀英"

    @property
    def windows(self) -> list[dict[str, Any]]:
        mine = {key[1]: kept for key, kept in self.rig.session.messages.items() if key[0] == self.telegram_id}
        return [{"message_id": message_id, **mine[message_id]} for message_id in sorted(mine)]

    @property
    def shown(self) -> str:
        return str(self.windows[-1]["text"])

    @property
    def buttons(self) -> list[dict[str, str]]:
        rows = self.windows[-1].get("reply_markup", {}).get("inline_keyboard", [])
        return [button for row in rows for button in row]

    @property
    def labels(self) -> list[str]:
        return [button["text"] for button in self.buttons]

    @property
    def draft(self) -> Draft | None:
        raw = self.rig.core.tables.state.get(f"draft:{self.telegram_id}")
        return None if raw is None else Draft.from_json(json.loads(raw))

    @property
    def words(self) -> Draft | None:
        raw = self.rig.core.tables.state.get(f"words:{self.telegram_id}")
        return None if raw is None else Draft.from_json(json.loads(raw))

    async def says(self, text: str = "", **content: Any) -> int:
        """Send a message and return its id."""
        self.rig.session.ids += 1
        message_id = self.rig.session.ids
        await self.rig.handle({"message": self.message(message_id, text, content)})
        return message_id

    async def says_at_once(self, *texts: str) -> None:
        """Send several messages before any of them is answered."""
        first = self.rig.session.ids + 1
        self.rig.session.ids += len(texts)
        for message_id, text in enumerate(texts, first):
            await self.rig.handle({"message": self.message(message_id, text)})

    async def edits(self, message_id: int, text: str = "", **content: Any) -> None:
        """Make a message of before say something else."""
        edited = {**self.message(message_id, text, content), "edit_date": DATE}
        await self.rig.handle({"edited_message": edited})

    async def presses(self, label: str) -> None:
        (button,) = [button for button in self.buttons if label in button["text"]]
        await self.forges(button["callback_data"])

    async def presses_twice(self, label: str) -> None:
        """Press before what the first press did is seen."""
        window = self.windows[-1]
        (button,) = [button for button in self.buttons if label in button["text"]]
        for _ in range(2):
            await self.forges(button["callback_data"], window)

    async def forges(self, data: str, window: dict[str, Any] | None = None) -> None:
        """Press a button with any data, whether or not it is there."""
        window = window or self.windows[-1]
        message = {"date": DATE, "chat": self._chat, "from": {"id": 42, "is_bot": True, "first_name": "邻里"}}
        self.rig.presses += 1
        callback = {
            "id": f"c{self.rig.presses}",
            "from": self._user,
            "chat_instance": "i",
            "data": data,
            "message": {**window, **message},
        }
        await self.rig.handle({"callback_query": callback})

    def message(self, message_id: int, text: str, content: Mapping[str, Any] = MappingProxyType({})) -> dict[str, Any]:
        message = {"message_id": message_id, "date": DATE, "chat": self._chat, "from": self._user, **content}
        return {**message, **({"text": text} if text else {})}

    @property
    def _chat(self) -> dict[str, Any]:
        return Chat(id=self.telegram_id, type="private").model_dump(exclude_none=True)

    @property
    def _user(self) -> dict[str, Any]:
        who = {"id": self.telegram_id, "is_bot": False, "first_name": self.name}
        return {**who, "language_code": self.language_code}


@dataclass(slots=True)
class DialogRig:
    core: CoreRig = field(init=False)
    session: RecordingSession = field(default_factory=RecordingSession)
    updates: int = 0
    presses: int = 0
    latest: dict[str, Any] = field(default_factory=dict)
    undo_seconds: float = 0
    route: TextRouter = nothing_known
    dies: bool = False
    """Killed after the use case has committed and before the update is finished with its dialog state."""
    bot: Bot = field(init=False)
    state: ScopedState = field(init=False)
    dispatcher: Any = field(init=False)
    metrics: Metrics = field(init=False)

    def __post_init__(self) -> None:
        database = FakeDatabase()
        self.state = ScopedState(FakeStateStore(database))
        self.core = CoreRig(
            database=database,
            drafts=StateDraftStore(self.state),
            words=StateDraftStore(self.state, "words"),
            newcomers=StateNewcomerStore(self.state),
            held=StatePassingStore(self.state, "held"),
            windows=StatePassingStore(self.state, "windows"),
            why=StatePassingStore(self.state, "why"),
            reports=ReportParts(state=self.state),
            undo_seconds=self.undo_seconds,
            route=self.route,
        )
        self.bot = Bot("42:TEST", session=self.session, default=DefaultBotProperties(parse_mode="HTML"))
        self.restart()

    def restart(self) -> None:
        """A new process on the same database."""
        self.state.forget()
        renderer = Renderer(default_catalogue(), SHANGHAI, lambda: START)
        elapsed = FakeElapsed()
        membership = Membership(self.bot, elapsed)
        self.metrics = Metrics(nothing_waits, elapsed)
        self.dispatcher = build_dispatcher(self.core.use, renderer, self.state, membership, self.metrics)

    async def repeat(self) -> None:
        """Handle the last update once more, as after a kill."""
        self.dies = False
        self.updates -= 1
        await self.handle(self.latest)

    async def handle(self, update: dict[str, Any], album_caption: str = "") -> None:
        """One update as the inbox handles it: cleaned, in one scope of dialog state."""
        self.updates += 1
        self.latest = update
        with self.state.scope() as writes:
            await feed(self.dispatcher, self.bot, clean_update({"update_id": self.updates, **update}), album_caption)
        if not self.dies:
            await self.state.put(writes)
            self.state.settle(writes)

    def person(self, **given: Any) -> Person:
        """Somebody new."""
        return Person(self, **{"telegram_id": TelegramUserId(5_500_000_001), **given})

    def resident(self) -> Person:
        """Somebody who agreed to everything long ago."""
        return Person(self, self.core.wang.telegram_id)
