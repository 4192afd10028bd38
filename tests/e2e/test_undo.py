"""A while in which a staff member can take back what they wrote, also over a kill."""

import pytest
import pytest_asyncio

from tests.e2e.desk import DESK, Staff
from tests.e2e.house import House, open_house
from tests.e2e.kinds import FLAT, open_flat_case
from tests.e2e.people import consented, files_a_petition, said
from tests.sandbox_client import Json

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]

SECONDS = 20
"""Twice the default: a busy machine needs longer than a person to write and change their mind."""
PICTURE = {"kind": "document", "size": 300, "file_name": "图.pdf"}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    async with open_house(tmp_path_factory.mktemp("house"), measured=False, undo=str(SECONDS)) as opened:
        yield opened
        assert "Traceback" not in opened.log, opened.log


async def test_what_is_taken_back_never_arrives_and_the_rest_does_in_time(house: House) -> None:
    box = house.box
    resident = await consented(house, "等答复的人")
    staff = Staff(house, "staff-liu", await files_a_petition(resident, "楼道灯坏了"))
    receipt = resident.window["message_id"]
    await staff.card()

    async def undo(who: str, wanted: str, answered: Json | None = None) -> None:
        more = {} if answered is None else {"reply_to": answered["message_id"]}
        asked = await box.text(who, "/undo", chat=DESK, thread=staff.thread, **more)
        await box.wait_message(DESK, wanted, after=asked["message_id"], thread=staff.thread)

    wrong = await staff.write("灯已经修好了（写错）")
    await undo("staff-sun", "只有写的人", wrong)
    await undo("staff-liu", "已撤回，没有发给居民")
    await undo("staff-liu", "不用撤回", wrong)
    await box.album("staff-liu", [PICTURE, PICTURE], chat=DESK, thread=staff.thread)
    await undo("staff-liu", "已撤回 2 条")
    await staff.card("备注 3")

    typed = await staff.write("明天上午9点来休")
    changed = await box.edit("staff-liu", typed, text="明天上午9点来修", chat=DESK)
    await box.idle()
    assert house.process is not None
    await house.kill()
    await house.start()
    arrived = await resident.look("明天上午9点来修")
    assert arrived["date"] - changed["edit_date"] >= SECONDS - 1, "dates are whole seconds"
    assert await staff.reacted(typed)
    told = [said(message) for message in await box.messages(resident.ref, after=receipt)]
    assert not [text for text in told if "写错" in text or "来休" in text or "✏️" in text]
    assert not [message for message in await box.messages(resident.ref) if "document" in message]
    await undo("staff-liu", "没有可撤回的")

    await resident.write("/cases", "1 件事")
    await resident.write("1", "明天上午9点来修")
    assert "写错" not in said(resident.window)


async def test_in_a_group_without_topics_the_answered_message_says_what_is_taken_back(house: House) -> None:
    box = house.box
    case, other = await open_flat_case(house, "三组的人"), await open_flat_case(house, "三组的邻居")

    async def undo(wanted: str, **more: int) -> None:
        asked = await box.text("leader-zhao", "/undo", chat=FLAT, **more)
        await case.at_desk(wanted, after=asked["message_id"])

    wrong = await box.text("leader-zhao", "给错人了", **case.there)
    right = await box.text("leader-zhao", "给对人了", **other.there)
    await undo("已撤回", reply_to=wrong["message_id"])
    await box.text("leader-zhao", "又写错了", **case.there)
    await undo("已撤回", reply_to=case.card)
    await box.text("leader-zhao", "还是错了", **case.there)
    await undo("已撤回")
    await undo("已撤回", reply_to=right["message_id"])  # it has waited all the while
    for person in (case.person, other.person):
        assert not [m for m in await box.messages(person.ref) if said(m).startswith("💬")]


async def test_an_answer_on_which_the_case_was_closed_is_not_taken_back(house: House) -> None:
    box, resident = house.box, await consented(house, "办结了的人")
    staff = Staff(house, "staff-liu", await files_a_petition(resident, "水管漏水"))
    await staff.press("我来办")
    await staff.answer_prompt("办理答复", "修好了")
    await staff.press("办结")
    asked = await box.text("staff-liu", "/undo", chat=DESK, thread=staff.thread)
    await box.wait_message(DESK, "撤不回了", after=asked["message_id"], thread=staff.thread)
    await resident.look("修好了")


async def test_what_may_be_the_rest_of_long_words_is_not_sent_on(house: House) -> None:
    box, resident = house.box, await consented(house, "等长信的人")
    staff = Staff(house, "staff-liu", await files_a_petition(resident, "说来话长"))
    await staff.card()
    long = await staff.write("很长的话" * 600)
    await box.text("staff-sun", "别的", chat=DESK)
    await box.text("staff-liu", "也许是后半段", chat=DESK)
    await box.wait_message(DESK, "这条没有发给居民", after=long["message_id"])
