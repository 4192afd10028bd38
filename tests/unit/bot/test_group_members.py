"""Who belongs to a staff group: believed for seconds, and what happens when somebody leaves."""

import pytest

from bot.membership import KEPT, Membership
from core.shared.ids import ChatId, TelegramUserId
from tests.dialog_rig import DialogRig
from tests.fakes.world import FakeElapsed
from tests.unit.bot.test_group_handlers import CHAT, NEW, Telegram, happens

pytestmark = pytest.mark.unit


@pytest.fixture
def telegram() -> Telegram:
    return Telegram()


@pytest.fixture
def rig(telegram: Telegram) -> DialogRig:
    return DialogRig(session=telegram)


async def test_membership_is_believed_for_seconds_and_forgotten_on_a_change(rig: DialogRig, telegram: Telegram) -> None:
    telegram.owner = None
    elapsed, chat, liu = FakeElapsed(), ChatId(NEW), TelegramUserId(7001)
    membership = Membership(rig.bot, elapsed)
    rig.session.members.add((NEW, 7001))
    assert await membership.is_member(chat, liu)

    rig.session.members.clear()
    assert await membership.is_member(chat, liu)
    membership.forget(ChatId(1))
    assert await membership.is_member(chat, liu)
    membership.forget(chat)
    assert not await membership.is_member(chat, liu)

    rig.session.members.add((NEW, 7001))
    assert not await membership.is_member(chat, liu)
    elapsed.pass_by(KEPT)
    assert await membership.is_member(chat, liu)
    assert KEPT <= 60


@pytest.mark.parametrize("gone", ["left", "kicked", "restricted"])
async def test_the_cases_of_a_member_who_left_are_free_and_the_group_hears_of_it(rig: DialogRig, gone: str) -> None:
    case = await rig.core.submitted()
    await rig.core.use.claim(rig.core.liu, case)
    desk = {**CHAT, "id": rig.core.desk.chat_id}
    await happens(rig, "chat_member", desk, "member", "administrator")
    assert rig.core.case(case).handler is not None

    await happens(rig, "chat_member", desk, "member", gone)

    assert rig.core.case(case).handler is None
    assert rig.core.said(rig.core.desk.chat_id).count("handler-left") == 1
