"""Who is in a staff group now. Restricted people may be inside or outside, and Telegram says which."""

from typing import Any

import pytest
from aiogram.exceptions import TelegramMigrateToChat
from aiogram.methods import GetChatMember
from aiogram.types import ChatMemberBanned, ChatMemberLeft, ChatMemberMember, ChatMemberRestricted, User

from bot.membership import KEPT, Membership
from core.shared.ids import ChatId, TelegramUserId
from tests.fakes.world import FakeElapsed

pytestmark = pytest.mark.unit

LIU = User(id=7, is_bot=False, first_name="刘敏")
GROUP, USER = ChatId(-100), TelegramUserId(7)


class Asked:
    def __init__(self, member: Any) -> None:
        self.member = member
        self.times = 0

    async def get_chat_member(self, chat_id: int, user_id: int) -> Any:
        assert (chat_id, user_id) == (GROUP, USER)
        self.times += 1
        return self.member


class Moved(Asked):
    """The group has become a supergroup; in the old one Telegram tells of nobody any more."""

    async def get_chat_member(self, chat_id: int, user_id: int) -> Any:
        if chat_id == GROUP:
            method = GetChatMember(chat_id=chat_id, user_id=user_id)
            raise TelegramMigrateToChat(method=method, message="upgraded", migrate_to_chat_id=-200)
        assert chat_id == -200
        return self.member


@pytest.mark.parametrize(("member", "inside"), [(ChatMemberMember(user=LIU), True), (ChatMemberLeft(user=LIU), False)])
async def test_members_of_a_group_that_has_moved_are_looked_for_there(member: Any, inside: bool) -> None:
    membership = Membership(Moved(member), FakeElapsed())  # type: ignore[arg-type] # only what is asked of it

    assert await membership.is_member(GROUP, USER) is inside


def restricted(*, inside: bool) -> ChatMemberRestricted:
    return ChatMemberRestricted.model_construct(status="restricted", user=LIU, is_member=inside)


@pytest.mark.parametrize(
    ("member", "inside"),
    [
        (ChatMemberMember(user=LIU), True),
        (restricted(inside=True), True),
        (restricted(inside=False), False),
        (ChatMemberLeft(user=LIU), False),
        (ChatMemberBanned(user=LIU, until_date=0), False),
    ],
    ids=["member", "restricted inside", "restricted outside", "left", "banned"],
)
async def test_only_who_is_inside_is_a_member(member: Any, inside: bool) -> None:
    assert await Membership(Asked(member), FakeElapsed()).is_member(GROUP, USER) is inside  # type: ignore[arg-type] # all that is asked of it


async def test_an_answer_is_believed_for_seconds_and_until_telegram_reports_a_change() -> None:
    asked, elapsed = Asked(ChatMemberMember(user=LIU)), FakeElapsed()
    membership = Membership(asked, elapsed)  # type: ignore[arg-type] # all that is asked of it

    for _ in range(3):
        await membership.is_member(GROUP, USER)
    assert asked.times == 1
    elapsed.pass_by(KEPT + 1)
    await membership.is_member(GROUP, USER)
    assert asked.times == 2

    asked.member = ChatMemberLeft(user=LIU)
    membership.forget(GROUP)
    assert not await membership.is_member(GROUP, USER)
