from typing import Any

from sandbox.calls import Call, method
from sandbox.errors import ApiError
from sandbox.methods.access import find_chat

MENU_DEFAULT: dict[str, Any] = {"type": "default"}


@method("getMe")
def get_me(call: Call) -> dict[str, Any]:
    return {
        **call.world.bot.json(),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "supports_guest_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
        "supports_join_request_queries": False,
    }


@method("setMyCommands")
def set_my_commands(call: Call) -> bool:
    kept = [
        {"command": one["command"].removeprefix("/"), "description": one["description"]}
        for one in call.params["commands"]
    ]
    call.world.profile.commands[_where(call)] = kept
    return True


@method("getMyCommands")
def get_my_commands(call: Call) -> list[dict[str, str]]:
    return call.world.profile.commands.get(_where(call), [])


@method("deleteMyCommands")
def delete_my_commands(call: Call) -> bool:
    call.world.profile.commands.pop(_where(call), None)
    return True


def _where(call: Call) -> tuple[str, str]:
    scope = call.params.get("scope") or {"type": "default"}
    kind = scope["type"]
    if "chat_id" in scope:
        chat = find_chat(call.world, scope["chat_id"])
        if chat.is_private and kind != "chat":
            raise ApiError(400, "Bad Request: can't use specified scope in private chats")
        kind = f"{kind}:{chat.id}:{scope.get('user_id', '')}"
    return kind, _language(call)


def _language(call: Call) -> str:
    code: str = call.params.get("language_code") or ""
    if code and not (len(code) == 2 and code.isascii() and code.islower()):
        raise ApiError(400, "Bad Request: invalid language code specified")
    return code


@method("setMyName")
def set_my_name(call: Call) -> bool:
    return _say(call.world.profile.names, call, "name")


@method("getMyName")
def get_my_name(call: Call) -> dict[str, str]:
    names = call.world.profile.names
    return {"name": names.get(_language(call)) or names.get("") or call.world.bot.first_name}


@method("setMyDescription")
def set_my_description(call: Call) -> bool:
    return _say(call.world.profile.descriptions, call, "description")


@method("getMyDescription")
def get_my_description(call: Call) -> dict[str, str]:
    return _said(call.world.profile.descriptions, call, "description")


@method("setMyShortDescription")
def set_my_short_description(call: Call) -> bool:
    return _say(call.world.profile.short_descriptions, call, "short_description")


@method("getMyShortDescription")
def get_my_short_description(call: Call) -> dict[str, str]:
    return _said(call.world.profile.short_descriptions, call, "short_description")


def _say(texts: dict[str, str], call: Call, key: str) -> bool:
    language = _language(call)
    text = call.params.get(key) or ""
    if text:
        texts[language] = text
    else:
        texts.pop(language, None)
    return True


def _said(texts: dict[str, str], call: Call, key: str) -> dict[str, str]:
    return {key: texts.get(_language(call)) or texts.get("", "")}


@method("setChatMenuButton")
def set_chat_menu_button(call: Call) -> bool:
    button = call.params.get("menu_button") or MENU_DEFAULT
    buttons = call.world.profile.menu_buttons
    buttons[_menu_chat(call)] = button
    return True


@method("getChatMenuButton")
def get_chat_menu_button(call: Call) -> dict[str, Any]:
    buttons = call.world.profile.menu_buttons
    button = buttons.get(_menu_chat(call), MENU_DEFAULT)
    if button["type"] == "default":
        button = buttons.get(0, MENU_DEFAULT)
    return {"type": "commands"} if button["type"] == "default" else button


def _menu_chat(call: Call) -> int:
    """Zero stands for every chat; Telegram sets the button only in private ones."""
    ref = call.params.get("chat_id")
    if ref is None:
        return 0
    chat = find_chat(call.world, ref)
    if not chat.is_private:
        raise ApiError(400, "Bad Request: chat_id must be a private chat")
    return chat.id


@method("setMyDefaultAdministratorRights")
def set_my_default_administrator_rights(call: Call) -> bool:
    call.world.profile.default_rights[_rights_for(call)] = call.params.get("rights") or {}
    return True


@method("getMyDefaultAdministratorRights")
def get_my_default_administrator_rights(call: Call) -> dict[str, bool]:
    asked = call.world.profile.default_rights.get(_rights_for(call), {})
    needed = (
        "is_anonymous",
        "can_manage_chat",
        "can_delete_messages",
        "can_manage_video_chats",
        "can_restrict_members",
        "can_promote_members",
        "can_change_info",
        "can_invite_users",
        "can_post_stories",
        "can_edit_stories",
        "can_delete_stories",
        "can_send_welcome_messages",
    )
    return {**dict.fromkeys(needed, False), **asked}


def _rights_for(call: Call) -> str:
    return "channels" if call.params.get("for_channels") else "groups"
