"""From a method's name and raw parameters to its result: validation, pace, the method itself, the log."""

import asyncio
import inspect
from typing import Any

from sandbox import methods
from sandbox.calllog import Activity, CallLog
from sandbox.calls import HANDLERS, Call
from sandbox.errors import ApiError, bad_request
from sandbox.faults import FaultBook
from sandbox.intake import Intake
from sandbox.limits import Pace
from sandbox.validation import NO_METHOD, validate
from sandbox.world import World
from sandbox.world.chats import number_of

METHOD_MODULES = methods.__all__  # importing the package is what fills the table
NAMES = {name.lower(): name for name in HANDLERS}
POLL = "getUpdates"
# Parameters of emulated methods that would change what happens, and that the sandbox does not know how to do:
# refused aloud, because passing over them would be a lie. `docs/sandbox.md` lists them.
NOT_EMULATED = (
    "allow_paid_broadcast",
    "business_connection_id",
    "certificate",
    "cover",
    "direct_messages_topic_id",
    "ephemeral_message_parameters",
    "message_effect_id",
    "rich_message",
    "suggested_post_parameters",
)
SEVERAL = {"sendMediaGroup": "media", "copyMessages": "message_ids", "forwardMessages": "message_ids"}


class BotApi:
    """The emulated Bot API over one world: every refusal is an `ApiError` and every call is logged."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.pace = Pace(world.clock)
        self.faults = FaultBook()
        self.log = CallLog(world.clock)
        self.activity = Activity(world.clock)
        self.latency_ms = 0
        self.webhook_retry_ms = 1000
        self.time_command: tuple[str, ...] = ()
        self.moving = asyncio.Lock()

    async def perform(self, method: str, intake: Intake, fault: int | None = None) -> Any:
        """The result of one call; method names are matched without regard to case, as by Telegram.

        `fault`: the one that will keep the answer from the bot, or late; the log names it.
        """
        chat_id = chat_of(intake.params)
        try:
            result = await self._perform(method, intake)
        except ApiError as refusal:
            outcome = {"ok": False, "error_code": refusal.code, "description": refusal.description}
            self.log.add(method, _loggable(intake), chat_id, outcome)
            raise
        if method != POLL:
            met = {} if fault is None else {"fault": fault}
            self.log.add(method, _loggable(intake), chat_id, {"ok": True, **_numbers(result), **met})
        return result

    async def _perform(self, method: str, intake: Intake) -> Any:
        handler = HANDLERS.get(method)
        if handler is None:
            raise ApiError(404, NO_METHOD)
        params = validate(method, intake.params, intake.files.keys())
        if refused := [name for name in NOT_EMULATED if params.get(name)]:
            raise bad_request(f"the sandbox does not emulate {', '.join(refused)}")
        self._keep_pace(method, params)
        result = handler(Call(world=self.world, method=method, params=params, files=intake.files))
        return await result if inspect.isawaitable(result) else result

    def _keep_pace(self, method: str, params: dict[str, Any]) -> None:
        chat_id = chat_of(params)
        if chat_id is None or chat_id not in self.world.chats or not _counts(method, in_group=chat_id < 0):
            return
        several = params.get(SEVERAL.get(method, ""))
        self.pace.spend(chat_id, len(several) if isinstance(several, list) else 1)


def canonical(method: str) -> str:
    return NAMES.get(method.lower(), method)


def chat_of(params: dict[str, Any]) -> int | None:
    return number_of(params.get("chat_id"))


def _counts(method: str, *, in_group: bool) -> bool:
    """Whether Telegram's pace knows of this call: messages everywhere, edits and new topics in groups."""
    if in_group and (method.startswith("editMessage") or method == "createForumTopic"):
        return True
    return method.startswith(("send", "copy", "forward")) and method != "sendChatAction"


def _loggable(intake: Intake) -> dict[str, Any]:
    files = {name: {"file_name": blob.file_name, "file_size": len(blob.content)} for name, blob in intake.files.items()}
    return {**intake.params, **files}


def _numbers(result: Any) -> dict[str, Any]:
    """Which messages a call made or changed."""
    if isinstance(result, dict) and "message_id" in result:
        return {"result_message_id": result["message_id"]}
    if isinstance(result, list) and result and isinstance(result[0], dict) and "message_id" in result[0]:
        return {
            "result_message_id": result[0]["message_id"],
            "result_message_ids": [each["message_id"] for each in result],
        }
    return {}
