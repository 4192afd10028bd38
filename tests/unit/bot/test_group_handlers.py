"""Binding a group and what happens to it: rights, members, becoming a supergroup."""

import asyncio
from typing import Any

import pytest
from aiogram.types import (
    ChatFullInfo,
    ChatMemberAdministrator,
    ChatMemberMember,
    ChatMemberOwner,
    ChatMemberRestricted,
    User,
)

from bot.membership import needed_rights
from core.people.model import Purpose
from core.people.refused import RefusedBind
from core.shared.ids import ChatId, TelegramUserId
from tests.dialog_rig import DATE, DialogRig, RecordingSession

pytestmark = pytest.mark.unit

NEW = -1_009_000_000_001
CHAT = {"id": NEW, "type": "supergroup", "title": "新的群"}
LIU = {"id": 7001, "is_bot": False, "first_name": "刘敏", "language_code": "zh-hans"}
ME = {"id": 42, "is_bot": True, "first_name": "邻里"}
RIGHTS = ("can_delete_messages", "can_pin_messages", "can_manage_topics")


class Telegram(RecordingSession):
    """Answers what the group is and what the bot may do in it."""

    def __init__(self) -> None:
        super().__init__()
        self.kind = "supergroup"
        self.forum = True
        self.rights: set[str] | None = set(RIGHTS)
        self.owner: int | None = 7001

    async def make_request(self, bot: Any, method: Any, timeout: int | None = None) -> Any:  # noqa: ASYNC109 - its signature
        if method.__api_method__ == "getChat":
            values = {"id": method.chat_id, "type": self.kind, "title": "新的群", "is_forum": self.forum}
            return ChatFullInfo.model_construct(**values)
        if method.__api_method__ == "getChatMember" and method.user_id == bot.id:
            me = User(**ME)
            if self.rights is None:
                return ChatMemberMember(user=me)
            return ChatMemberAdministrator.model_construct(user=me, **dict.fromkeys(self.rights, True))
        if method.__api_method__ == "getChatMember" and method.user_id == self.owner:
            return ChatMemberOwner(user=User(**LIU), is_anonymous=False)
        return await super().make_request(bot, method, timeout)


@pytest.fixture
def telegram() -> Telegram:
    return Telegram()


@pytest.fixture
def rig(telegram: Telegram) -> DialogRig:
    return DialogRig(session=telegram)


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.handlers.groups.MIGRATION", 0.2)


async def says(rig: DialogRig, text: str, **content: Any) -> str:
    rig.session.ids += 1
    message = {"message_id": rig.session.ids, "date": DATE, "chat": CHAT, "from": LIU, "text": text, **content}
    await rig.handle({"message": message})
    return told(rig)


def told(rig: DialogRig, chat: int = NEW) -> str:
    mine = {key[1]: kept["text"] for key, kept in rig.session.messages.items() if key[0] == chat}
    return mine[max(mine)] if mine else ""


async def test_a_code_binds_the_group(rig: DialogRig) -> None:
    code = await rig.core.use.issue_bind_code(rig.core.unit.id, Purpose.SUPERVISION)

    answer = await says(rig, f"/bind {code}")

    assert "已绑定到 <b>幸福社区</b>" in answer
    assert "居务监督" in answer
    assert ChatId(NEW) in rig.core.tables.staff_chats


async def test_the_link_that_adds_the_bot_binds_the_group(rig: DialogRig, telegram: Telegram) -> None:
    """Telegram sends the link's code itself; other programs' links and the group's profile send other words."""
    code = await rig.core.use.issue_bind_code(rig.core.unit.id, Purpose.SUPERVISION)
    assert "/bind" in await says(rig, "/start true")
    telegram.rights = {"can_manage_topics"}
    assert "删除消息" in await says(rig, f"/start bind_{code}")
    telegram.rights = set(RIGHTS)

    answer = await says(rig, f"/start bind_{code}")

    assert "已绑定到 <b>幸福社区</b>" in answer
    assert ChatId(NEW) in rig.core.tables.staff_chats


async def test_which_group_was_refused_is_known_until_it_is_bound(rig: DialogRig, telegram: Telegram) -> None:
    code = await rig.core.use.issue_bind_code(rig.core.unit.id, Purpose.SUPERVISION)
    telegram.rights = None
    await says(rig, "/bind AAAA-ZZZZ")
    assert not [key for key in rig.core.tables.state if key.startswith("bind-refused")]

    await says(rig, f"/start bind_{code}")

    refused = await rig.core.use.refused_binds.latest(code)
    assert refused == RefusedBind(chat_id=ChatId(NEW), by=TelegramUserId(7001))
    assert code not in repr(rig.core.tables.state)
    telegram.rights = set(RIGHTS)
    await says(rig, f"/bind {code}")
    assert await rig.core.use.refused_binds.latest(code) is None
    telegram.rights = None
    await says(rig, f"/bind {code}")
    assert await rig.core.use.refused_binds.latest(code) is None


async def test_only_an_administrator_binds(rig: DialogRig, telegram: Telegram) -> None:
    code = await rig.core.use.issue_bind_code(rig.core.unit.id, Purpose.TEAM)
    telegram.owner = 7002
    rig.session.members.add((NEW, 7001))
    assert "管理员来发" in await says(rig, f"/bind {code}")
    telegram.owner = 7001

    assert "已绑定" in await says(rig, f"/bind {code}")


@pytest.mark.parametrize(
    ("rights", "named"),
    [
        (None, ["管理员身份", "删除消息", "置顶消息", "管理话题"]),
        ({"can_delete_messages", "can_pin_messages"}, ["管理话题"]),
        ({"can_manage_topics"}, ["删除消息", "置顶消息"]),
    ],
)
async def test_missing_rights_are_named_and_the_code_stays_good(
    rig: DialogRig, telegram: Telegram, rights: set[str] | None, named: list[str]
) -> None:
    code = await rig.core.use.issue_bind_code(rig.core.unit.id, Purpose.SUPERVISION)
    telegram.rights = rights

    answer = await says(rig, f"/bind {code}")

    assert [line.removeprefix("• ") for line in answer.splitlines() if line.startswith("•")] == named
    assert ChatId(NEW) not in rig.core.tables.staff_chats
    telegram.owner = None  # Telegram need not tell a mere member who the others are
    assert await says(rig, f"/bind {code}") == answer
    telegram.owner, telegram.rights = 7001, set(RIGHTS)
    assert "已绑定" in await says(rig, f"/bind {code}")


async def test_a_group_without_topics_needs_no_right_to_manage_them(rig: DialogRig, telegram: Telegram) -> None:
    code = await rig.core.use.issue_bind_code(rig.core.unit.id, Purpose.SUPERVISION)
    telegram.forum, telegram.rights = False, {"can_delete_messages", "can_pin_messages"}

    assert "已绑定" in await says(rig, f"/bind {code}")
    assert needed_rights(is_forum=False) == ["can_delete_messages", "can_pin_messages"]


async def test_what_cannot_be_bound_is_told_why(rig: DialogRig, telegram: Telegram) -> None:
    code = await rig.core.use.issue_bind_code(rig.core.unit.id, Purpose.SUPERVISION)
    assert "绑定码" in await says(rig, "/bind")
    assert "绑定码不对" in await says(rig, "/bind AAAA-ZZZZ")
    assert "匿名管理员" in await says(rig, f"/bind {code}", sender_chat=CHAT)
    telegram.kind = "group"
    assert "普通群" in await says(rig, f"/bind {code}")

    assert ChatId(NEW) not in rig.core.tables.staff_chats


def member(status: str, user: dict[str, Any]) -> dict[str, Any]:
    rights = {name: False for name in ChatMemberAdministrator.model_fields if name.startswith(("can_", "is_"))}
    shown = rights if status == "administrator" else {}
    if status == "restricted":  # and has left: Telegram keeps the restriction
        kept = ChatMemberRestricted.model_fields
        shown = {name: False for name in kept if name.startswith(("can_", "is_"))}
    return {"status": status, "user": user, **shown, "until_date": 0}


async def happens(rig: DialogRig, kind: str, chat: dict[str, Any], old: str, new: str) -> None:
    user = ME if kind == "my_chat_member" else LIU
    event = {"chat": chat, "from": LIU, "date": DATE}
    both = {"old_chat_member": member(old, user), "new_chat_member": member(new, user)}
    await rig.handle({kind: {**event, **both}})


async def test_a_staff_group_that_becomes_a_supergroup_is_not_told_how_to_bind(rig: DialogRig) -> None:
    """Telegram says that we are in the new group before it says that the old one has become it."""

    async def follows() -> None:
        await asyncio.sleep(0.05)
        await rig.core.use.follow_chat(rig.core.desk.chat_id, moved_to=ChatId(NEW))

    await asyncio.gather(happens(rig, "my_chat_member", CHAT, "left", "administrator"), follows())

    assert "/bind" not in told(rig)


async def test_a_group_that_takes_us_in_is_told_how_to_bind(rig: DialogRig) -> None:
    await happens(rig, "my_chat_member", CHAT, "left", "member")
    assert "/bind" in told(rig)
    rig.session.messages.clear()

    await happens(rig, "my_chat_member", CHAT, "member", "administrator")
    await happens(rig, "my_chat_member", CHAT, "member", "left")
    assert told(rig) == ""


async def test_a_bound_group_hears_at_once_which_rights_are_gone(rig: DialogRig, telegram: Telegram) -> None:
    desk = {**CHAT, "id": rig.core.desk.chat_id}
    await happens(rig, "my_chat_member", desk, "administrator", "administrator")
    assert told(rig, rig.core.desk.chat_id) == ""

    telegram.rights = {"can_manage_topics", "can_delete_messages"}
    await happens(rig, "my_chat_member", desk, "administrator", "administrator")

    assert "置顶消息" in told(rig, rig.core.desk.chat_id)
    assert "删除消息" not in told(rig, rig.core.desk.chat_id)


async def test_a_group_that_becomes_a_supergroup_is_followed(rig: DialogRig) -> None:
    old = rig.core.desk.chat_id
    rig.session.members.add((old, 7001))
    message = {"message_id": 5, "date": DATE, "chat": {**CHAT, "id": old}, "from": LIU, "migrate_to_chat_id": NEW}

    await rig.handle({"message": message})

    assert ChatId(NEW) in rig.core.tables.staff_chats
    assert old not in rig.core.tables.staff_chats


async def test_a_member_who_left_is_forgotten_by_the_update(rig: DialogRig, telegram: Telegram) -> None:
    telegram.owner = None
    desk = {**CHAT, "id": rig.core.desk.chat_id}
    rig.session.members.add((rig.core.desk.chat_id, 7001))
    assert "没有待办" in await _queue(rig, desk)

    rig.session.members.clear()
    rig.session.messages.clear()
    await happens(rig, "chat_member", desk, "member", "left")

    assert await _queue(rig, desk) == ""


async def _queue(rig: DialogRig, chat: dict[str, Any]) -> str:
    message = {"message_id": 6, "date": DATE, "chat": chat, "from": LIU, "text": "/queue"}
    await rig.handle({"message": message})
    return told(rig, chat["id"])


async def test_the_owner_lacks_nothing(rig: DialogRig, telegram: Telegram, monkeypatch: pytest.MonkeyPatch) -> None:
    code = await rig.core.use.issue_bind_code(rig.core.unit.id, Purpose.SUPERVISION)

    async def owner(*_: Any, **__: Any) -> ChatMemberOwner:
        return ChatMemberOwner(user=User(**ME), is_anonymous=False)

    monkeypatch.setattr(type(rig.bot), "get_chat_member", owner)

    assert "已绑定" in await says(rig, f"/bind {code}")


async def test_words_in_a_group_we_were_put_out_of_say_that_we_are_back(rig: DialogRig, telegram: Telegram) -> None:
    """Telegram's own word of it may have been lost in a long outage."""
    desk = {**CHAT, "id": rig.core.desk.chat_id}
    await happens(rig, "my_chat_member", desk, "administrator", "kicked")
    assert rig.core.tables.staff_chats[rig.core.desk.chat_id].out_since is not None

    await _queue(rig, desk)
    assert rig.core.tables.staff_chats[rig.core.desk.chat_id].out_since is None


async def test_a_mere_member_stays_out(rig: DialogRig, telegram: Telegram) -> None:
    desk = {**CHAT, "id": rig.core.desk.chat_id}
    telegram.rights = None
    await happens(rig, "my_chat_member", desk, "administrator", "member")
    assert "管理员身份" in told(rig, rig.core.desk.chat_id)
    await _queue(rig, desk)

    assert rig.core.tables.staff_chats[rig.core.desk.chat_id].out_since is not None
