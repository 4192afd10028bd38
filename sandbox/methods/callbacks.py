import re

from sandbox.calls import Call, method
from sandbox.errors import bad_request


@method("answerCallbackQuery")
def answer_callback_query(call: Call) -> bool:
    params, world = call.params, call.world
    answer = {"text": params.get("text") or "", "show_alert": bool(params.get("show_alert"))}
    if params.get("url"):
        if not _opens_bot(params["url"], world.bot.username or ""):
            raise bad_request("URL_INVALID")
        answer["url"] = params["url"]
    press = world.presses.answer(params["callback_query_id"], answer)
    told = {"user": press.user_id, "chat_id": press.chat_id, "message_id": press.message_id, **answer}
    world.events.tell("callback_answer", told, [press.user_id])
    return True


def _opens_bot(url: str, username: str) -> bool:
    """Only a deep link to the bot itself may be opened by an answer; games do not exist here."""
    name = re.escape(username)
    web = rf"(?:https?://)?(?:t|telegram)\.me/{name}/?\?start="
    app = rf"tg:(?://)?resolve\?domain={name}&start="
    return re.fullmatch(rf"(?:{web}|{app})[A-Za-z0-9_\-]{{1,64}}", url, re.IGNORECASE) is not None
