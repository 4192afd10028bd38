"""Telegram's own words for refusals; where it has none, one plain sentence of ours."""

from sandbox.errors import ApiError, bad_request
from sandbox.schema import Field

_QUERY_GONE = "query is too old and response timeout expired or query ID is invalid"
_MISSING = {
    "chat_id": "chat_id is empty",
    "from_chat_id": "chat_id is empty",
    "user_id": "invalid user_id specified",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "message_thread_id": "message thread identifier is not specified",
    "latitude": "latitude is empty",
    "longitude": "longitude is empty",
    "file_id": "file_id not specified",
    "callback_query_id": _QUERY_GONE,
    "inline_query_id": _QUERY_GONE,
    "action": "wrong parameter action in request",
    "media": "media not found",
}
_EMPTY = {
    "text": "message text is empty",
    "message_text": "message text is empty",
    "callback_data": "BUTTON_DATA_INVALID",
    "question": "poll question must be non-empty",
    "title": "title must be non-empty",
    "name": "title must be non-empty",
    "InputPollOption.text": "poll options must be non-empty",
    "BotCommand.command": "BOT_COMMAND_INVALID",
    "BotCommand.description": "BOT_COMMAND_DESCRIPTION_INVALID",
    "sendMediaGroup.media": "too few media to send as an album",
    "sendPoll.options": "poll must have at least 1 option",
    "message_ids": "message identifiers are not specified",
}
_TOO_LONG = {
    "text": "message is too long",
    "message_text": "message is too long",
    "caption": "message caption is too long",
    "callback_data": "BUTTON_DATA_INVALID",
    "question": "poll question length must not exceed 300",
    "quote": "quote is too long",
    "answerCallbackQuery.text": "MESSAGE_TOO_LONG",
    "InputPollOption.text": "poll options length must not exceed 100",
    "BotCommand.command": "BOT_COMMAND_INVALID",
    "BotCommand.description": "BOT_COMMAND_DESCRIPTION_INVALID",
    "setMyCommands.commands": "BOT_COMMANDS_TOO_MUCH",
    "setWebhook.secret_token": "secret token is too long",
    "sendMediaGroup.media": "too many messages to send as an album",
    "sendPoll.options": "poll can't have more than 12 options",
    "answerInlineQuery.results": "too many inline query results specified",
    "message_ids": "too many message identifiers specified",
}
_WRONG_VALUE = {
    "parse_mode": "unsupported parse_mode",
    "action": "wrong parameter action in request",
    "sendPoll.type": "unsupported poll type specified",
    "ReactionTypeEmoji.emoji": "REACTION_INVALID",
    "MessageEntity.type": "can't parse MessageEntity: Unsupported type specified",
    "setWebhook.secret_token": "secret token contains unallowed characters",
    "user_id": "invalid user_id specified",
}
_JSON = {
    "reply_markup": "reply keyboard markup",
    "scope": "BotCommandScope",
    "results": "inline query results",
    "errors": "errors",
}
_OBJECT = {
    "InlineKeyboardButton": "inline keyboard button",
    "KeyboardButton": "keyboard button",
    "InlineKeyboardMarkup": "reply keyboard markup",
    "ReplyKeyboardMarkup": "reply keyboard markup",
    "ReplyKeyboardRemove": "reply keyboard markup",
    "ForceReply": "reply keyboard markup",
    "InputPollOption": "poll option",
    "LabeledPrice": "labeled price",
    "ShippingOption": "shipping option",
}


def _words(name: str) -> str:
    return name.replace("_", " ")


def _look(table: dict[str, str], owner: str, name: str) -> str | None:
    return table.get(f"{owner}.{name}", table.get(name))


def unknown_parameter(name: str) -> ApiError:
    return bad_request(f'unknown parameter "{name}"')


def missing(field: Field) -> ApiError:
    known = _MISSING.get(field.name)
    if field.file and known is None:
        known = f"there is no {_words(field.name)} in the request"
    return bad_request(known or f'parameter "{field.name}" is required')


def wrong_type(field: Field, wanted: str) -> ApiError:
    known = _WRONG_VALUE.get(field.name) if wanted == "Integer" else None
    return bad_request(known or f'parameter "{field.name}" must be of type {wanted}')


def not_uploaded(field: Field) -> ApiError:
    return bad_request(f"{_words(field.name)} should be uploaded as an InputFile")


def bad_json(field: Field) -> ApiError:
    return bad_request(f"can't parse {_JSON.get(field.name, _words(field.name))} JSON object")


def not_an_object(kind: str, field: Field) -> ApiError:
    if field.name == "reply_markup":
        return bad_request("object expected as reply markup")
    return nested(kind, "expected an Object")


def not_an_array(kind: str, field: Field) -> ApiError:
    if kind == "Array of InlineKeyboardButton":
        return bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    if kind == "Array of KeyboardButton":
        return bad_request('field "keyboard" must be an Array of Arrays')
    return bad_request(f"expected an Array of {_words(field.name)}")


def nested(kind: str, reason: str) -> ApiError:
    return bad_request(f"can't parse {_OBJECT.get(kind, kind)}: {reason}")


def no_field(kind: str, name: str) -> ApiError:
    return nested(kind, f'Can\'t find field "{name}"')


def unknown_field(kind: str, name: str) -> ApiError:
    return nested(kind, f'Unknown field "{name}"')


def wrong_field(kind: str, name: str, wanted: str) -> ApiError:
    return nested(kind, f'Field "{name}" must be of type {wanted}')


def no_attachment(owner: str, field: Field) -> ApiError:
    if owner in _OBJECT or field.name == "media":
        return bad_request("media not found")
    return bad_request(f"there is no {_words(field.name)} in the request")


def wrong_value(owner: str, field: Field, allowed: str) -> ApiError:
    name = "parse_mode" if field.name.endswith("parse_mode") else field.name
    known = _look(_WRONG_VALUE, owner, name)
    return bad_request(known or f'parameter "{field.name}" must be {allowed}')


def out_of_size(owner: str, field: Field, size: int, low: int, high: int, unit: str) -> ApiError:
    known = _look(_EMPTY if size < low else _TOO_LONG, owner, field.name)
    return bad_request(known or f'parameter "{field.name}" must have {low}-{high} {unit}')
