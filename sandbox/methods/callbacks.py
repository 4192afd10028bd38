from sandbox.calls import Call, method


@method("answerCallbackQuery")
def answer_callback_query(call: Call) -> bool:
    params, world = call.params, call.world
    answer = {"text": params.get("text") or "", "show_alert": bool(params.get("show_alert"))}
    if params.get("url"):
        answer["url"] = params["url"]
    press = world.presses.answer(params["callback_query_id"], answer)
    told = {"user": press.user_id, "chat_id": press.chat_id, "message_id": press.message_id, **answer}
    world.events.tell("callback_answer", told, [press.user_id])
    return True
