"""What scenes with several staff groups share: who is in them, how the program is put out and brought back."""

import re

from tests.e2e.desk import DESK, Staff
from tests.e2e.house import House
from tests.e2e.people import Person, files_a_petition, newcomer, said
from tests.sandbox_client import Json

GROUP, STREET, OPERATORS = "desk-group", "desk-street", "fresh-group"
RIGHTS = {"can_delete_messages": True, "can_pin_messages": True, "can_manage_topics": True}


def code_in(printed: str) -> str:
    """Return the bind code that a command printed."""
    found = re.search(r"[A-Z2-9]{4}-[A-Z2-9]{4}", printed)
    assert found, printed
    return found[0]


async def operators(house: House) -> None:
    """Bind a group for those who run the service, once."""
    if any("已绑定到" in said(m) for m in await house.box.messages(OPERATORS)):
        return
    await house.box.promote("staff-liu", OPERATORS, "bot", RIGHTS)
    code = code_in(await house.command("unit", "bind", "和平街道", "--purpose", "operators"))
    await house.box.text("staff-liu", f"/bind {code}", chat=OPERATORS)
    await house.box.wait_message(OPERATORS, "已绑定到")


async def of_third_group(house: House, name: str) -> Person:
    person = await newcomer(house, name)
    await person.start("u_SANZU")
    for typed in ("1", "1", "1"):
        await person.write(typed)
    return person


async def last_id(house: House, chat: str) -> int:
    seen = await house.box.messages(chat)
    return int(seen[-1]["message_id"]) if seen else 0


async def saying(house: House, chat: str | int, words: str) -> list[Json]:
    return [m for m in await house.box.messages(chat) if words in said(m) and m["from"].get("is_bot")]


CARDS = {"一": "🙋", "二": "💬", "三": "❓", "四": "📄"}
"""What has been done in four cases: taken, replied, asked for more, answered."""


async def whose(house: House, person: Person) -> dict[str, Staff]:
    """File five cases that 赵 takes in the third group, four of them each at another stage; by their names."""
    cases = {}
    for name in (*CARDS, "五"):
        cases[name] = zhao = Staff(house, "leader-zhao", await files_a_petition(person, f"换人的事{name}"), chat=GROUP)
        await zhao.press("🙋")
        if CARDS.get(name) == "💬":
            await zhao.write("看过了")
            await zhao.card("答 1")
        elif CARDS.get(name) in {"❓", "📄"}:
            await zhao.answer_prompt(CARDS[name], "几楼的")
            await zhao.card("答 1")
    return cases


async def queue(house: House) -> list[str]:
    """Return the lines of the third group's queue."""
    asked = await house.box.text("leader-zhao", "/queue", chat=GROUP)
    return said(await house.box.wait_message(GROUP, "待办", after=asked["message_id"])).split("\n")[1:]


async def each_word_stands_once(house: House, second: str) -> None:
    for chat in (GROUP, DESK):
        for words in ("水漏到楼下了", "社区派人来了", "我先去看看"):
            assert len(await saying(house, chat, words)) == (0 if (chat, words) in SAID_THERE else 1), (chat, words)
        assert len([m for m in await saying(house, chat, "三组门灯不亮") if second in said(m)]) == 1
    assert not await saying(house, DESK, "谢谢大家")
    assert len(await saying(house, DESK, "暂时联系不上")) == 1


SAID_THERE = {(GROUP, "我先去看看"), (DESK, "社区派人来了")}
"""Words that staff wrote in the very group: nobody tells them to it."""
