"""Whoever presses everything twice gets where others get, and agrees to no more than they read."""

from typing import Any

import pytest
from aiogram.types import CallbackQuery, Chat, Message, Update, User

from bot.middlewares.presses import AT_ONCE, PressesMiddleware
from core.shared.ids import TelegramUserId
from tests.dialog_rig import DATE, DialogRig, Person

pytestmark = pytest.mark.unit

NEW = TelegramUserId(5_500_000_001)


async def test_agreeing_twice_to_the_first_question_does_not_answer_the_second(rig: DialogRig) -> None:
    person = rig.person()
    await person.says("/start")
    await person.presses_twice("简体中文")
    await person.presses_twice("1. 同意")

    resident = rig.core.tables.resident_of(NEW)
    assert resident is not None
    assert resident.consented_at is not None
    assert resident.abroad_consented_at is None
    assert "要单独问您" in person.shown


async def consents(rig: DialogRig) -> tuple[bool, bool]:
    resident = rig.core.tables.resident_of(NEW)
    if resident is None:
        return False, False  # nobody is written down before they agree
    return resident.consented_at is not None, resident.abroad_consented_at is not None


@pytest.mark.parametrize("typed", ["1", "同意", "好"])
async def test_what_is_typed_before_a_page_is_there_agrees_to_nothing(rig: DialogRig, typed: str) -> None:
    person = rig.person()
    await person.says("/start")
    await person.says_at_once("1", typed, typed)
    assert await consents(rig) == (False, False)
    assert "先说清楚" in person.shown
    assert len(person.windows) == 2

    await person.says_at_once(typed, typed, typed)
    assert await consents(rig) == (True, False)
    assert "要单独问您" in person.shown
    await person.says(typed)

    assert await consents(rig) == (True, True)


@pytest.mark.parametrize("pressed", ["简体中文", "同意"])
async def test_nor_does_what_is_typed_before_a_press_shows_its_page(rig: DialogRig, pressed: str) -> None:
    person = rig.person()
    await person.says("/start")
    if pressed == "同意":
        await person.says("1")
    rig.session.ids += 1
    typed = rig.session.ids
    await person.presses(f"1. {pressed}")
    before = await consents(rig)

    await rig.handle({"message": person.message(typed, "1")})

    assert await consents(rig) == before
    assert ("要单独问您" if pressed == "同意" else "先说清楚") in person.shown


async def test_words_typed_before_a_page_is_there_wait_all_the_same(rig: DialogRig) -> None:
    person = rig.person()
    await person.says("/start")
    await person.says_at_once("1", "楼道灯坏了")

    assert person.words is not None
    assert person.words.parts == ["楼道灯坏了"]


async def test_a_button_that_opens_something_opens_it_once_and_leaves_it_open(wang: Person) -> None:
    await wang.says("/start")
    await wang.presses_twice("我要反映")

    assert "哪一类" in wang.shown
    assert not [window for window in wang.windows if "过期" in window["text"]]


async def test_confirming_twice_is_one_case_and_one_answer(rig: DialogRig, wang: Person) -> None:
    await wang.says("/petition")
    for typed in ("1", "楼道灯坏了", "写完了", "不填"):
        await wang.says(typed)
    await wang.presses_twice("确认提交")

    assert len(rig.core.tables.petitions) == 1
    assert "收到了，编号" in wang.shown
    assert wang.labels != []


async def test_a_button_under_a_receipt_shows_the_case_once(wang: Person) -> None:
    await wang.says("/petition")
    for typed in ("1", "楼道灯坏了", "写完了", "不填", "1"):
        await wang.says(typed)
    before = len(wang.windows)
    await wang.presses_twice("看办到哪一步")

    assert len(wang.windows) == before + 1


@pytest.mark.parametrize("typed", ["对", "确认", "提交", "好的", "yes"])
async def test_is_this_right_can_be_answered_as_people_answer(rig: DialogRig, wang: Person, typed: str) -> None:
    await wang.says("/petition")
    for words in ("1", "楼道灯坏了", "写好了", "不填", typed):
        await wang.says(words)

    (case,) = rig.core.tables.petitions.values()
    assert case.text == "楼道灯坏了"


async def test_back_and_menu_are_understood_and_never_become_words(wang: Person) -> None:
    await wang.says("/petition")
    await wang.says("1")
    await wang.says("楼道灯坏了")
    await wang.says("返回")
    assert "哪一类" in wang.shown
    await wang.says("主菜单")

    assert "为您服务" in wang.shown
    assert wang.draft is not None
    assert wang.draft.parts == ["楼道灯坏了"]


async def test_a_house_number_with_a_stroke_is_no_command(wang: Person) -> None:
    await wang.says("/petition")
    await wang.says("1")
    await wang.says("/3号楼漏水")

    assert wang.draft is not None
    assert wang.draft.parts == ["/3号楼漏水"]


class Presses:
    def __init__(self) -> None:
        self.time = 0.0
        self.middleware = PressesMiddleware(lambda: self.time)

    async def __call__(self, call: str, data: str = "x", message_id: int = 1) -> bool:
        seen: list[bool] = []

        async def handler(_event: object, given: dict[str, Any]) -> None:
            seen.append(given["pressed_again"])

        who = User(id=7, is_bot=False, first_name="x")
        message = Message.model_validate(
            {"message_id": message_id, "date": DATE, "chat": Chat(id=7, type="private").model_dump(exclude_none=True)}
        )
        callback = CallbackQuery(id=call, from_user=who, chat_instance="i", data=data, message=message)
        await self.middleware(handler, Update(update_id=1, callback_query=callback), {})
        return seen[0]


async def test_what_counts_as_the_same_press() -> None:
    press = Presses()

    assert [await press("a"), await press("b"), await press("a")] == [False, True, False]
    assert not await press("c", data="y")
    assert not await press("d", message_id=2)
    press.time = AT_ONCE
    assert not await press("e")
