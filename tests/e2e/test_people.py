"""People: the roster from a file, who somebody is, filing for somebody else, and those who have no telephone."""

import re
from collections.abc import Callable
from itertools import count

import pytest

from tests.e2e.desk import DESK, Staff
from tests.e2e.house import House
from tests.e2e.people import Person, consented, newcomer, number_in, said
from tests.e2e.walker import Walker, walks_in
from tests.paper import words_of_pdf
from tests.sandbox_client import Json, buttons

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.parametrize("database", ["postgres"], indirect=True, scope="module"),
]
MEASURED = True

_numbers = count(1)


async def resident(house: House, name: str, phone: str) -> Walker:
    user = await house.box.add_user(name, phone=phone, language_code="zh-hans")
    person = Person(house, user["id"])
    await person.start("u_XINGFU")
    for typed in ("1", "1", "1"):
        await person.write(typed)
    return await walks_in(person)


async def takes_in(house: House, *rows: str, expect: int = 0, more: tuple[str, ...] = ("--yes",)) -> str:
    file = house.folder / f"roster{next(_numbers)}.csv"
    file.write_bytes("\n".join(("姓名,手机号,住址,户号,社区,身份", *rows)).encode("gb18030"))
    return await house.command("roster", "import", str(file), *more, expect=expect)


async def in_group(
    house: House, text: str, wanted: str | Callable[[Json], bool], who: str = "staff-liu", **more: object
) -> Json:
    sent = await house.box.text(who, text, chat=DESK, **more)
    return await house.box.wait_message(DESK, wanted, after=sent["message_id"])


async def pressed(house: House, message: Json, label: str, who: str = "staff-liu") -> str:
    text = next(text for text in buttons(message) if label in text)
    answered = await house.box.press(who, message, text=text, chat=DESK, wait_ms=8_000)
    return (answered["answer"] or {}).get("text") or ""


async def test_a_roster_is_taken_in_while_the_house_works(house: House) -> None:
    refused = await takes_in(house, "张一,13900000001,1-1,1-1,没有的社区,", expect=1)
    assert "line 2" in refused
    await takes_in(house, "张一,13900000001,1-1,1-1,幸福三组,", expect=1, more=())
    done = await takes_in(
        house,
        "张一,13900000001,9号楼1单元101,9-1-101,幸福三组,党员",
        "张妈妈,,9号楼1单元101,9-1-101,幸福三组,",
        "李老大,13900000002,9号楼1单元102,9-1-102,幸福三组,",
        "李老二,13900000002,9号楼1单元102,9-1-102,幸福三组,",
        "周九,13900000009,9号楼1单元109,9-1-109,幸福三组,",
    )
    assert "5 new" in done
    listed = await house.command("roster", "list", "--problems")
    assert "李老二 (幸福三组): shares a phone" in listed


async def test_only_ones_own_number_tells_who_one_is(house: House) -> None:
    zhang, other = await resident(house, "张一", "13900000001"), await newcomer(house, "路人")
    number = await files(zhang, "没核对身份以前的事")
    await zhang.walk(
        "> /menu\nmain.more more.identity main.verify share.menu main.more more.identity main.verify share.share"
    )
    await house.box.wait_message(zhang.ref, "屏幕最下面")
    await zhang.say("13900000001", "打出来的号码不能证明")
    await house.box.contact(zhang.ref, of=other.ref, phone_number="13900000003")
    await house.box.wait_message(zhang.ref, "请出示您自己的手机号")
    card = await house.box.contact(zhang.ref, phone_number="13900000004")
    await house.box.wait_message(zhang.ref, "名册上没有这个手机号", after=card["message_id"])

    await house.box.contact(zhang.ref)
    shown = await zhang.look("您已核对为 张一（幸福三组）")
    assert "党员" not in said(shown)
    await house.box.wait_message(DESK, f"来信人现在属于 幸福三组。{number}")
    await zhang.walk("main.menu\nmain.more more.identity main.menu")


async def files(person: Walker, text: str) -> str:
    for typed in ("/petition", "1", text, "1", "1"):
        await person.write(typed)
    await person.walk("preview.confirm")
    return number_in(said(await person.house.box.wait_message(person.ref, "🧾")))


async def test_two_on_one_phone_are_bound_at_the_counter(house: House) -> None:
    li, him = await resident(house, "李老大的手机", "13900000002"), "李老二"
    await li.walk("> /menu\nmain.more more.identity main.verify")
    await house.box.contact(li.ref)
    await house.box.wait_message(li.ref, "机器分不清是谁")
    await li.walk("share.back main.paper")
    code = re.search(r"[A-Z2-9]{4}-[A-Z2-9]{4}", said(await li.look("您的办理码")))
    assert code
    await in_group(house, "/bindperson", "用法")
    await in_group(house, f"/bindperson NOPE-NOPE {him}", "办理码不对")
    await in_group(house, f"/bindperson {code[0]} 没这个人", "没有找到这个人")
    asked = await house.box.text("supervisor-qian", f"/bindperson {code[0]} {him}", chat="supervision")
    await house.box.wait_message("supervision", "请在办来信的工作群里办", after=asked["message_id"])
    which = await in_group(house, f"/bindperson {code[0]} {him} 9号楼", "请看过证件再按")
    await pressed(house, which, "李老二")
    await house.box.wait_message(DESK, "账号已绑定到 李老二", after=which["message_id"] - 1)
    await li.press("看核对结果", "您已核对为 李老二")

    await li.walk("main.paper")
    second = re.search(r"[A-Z2-9]{4}-[A-Z2-9]{4}", said(await li.look("您的办理码")))
    assert second
    taken = await in_group(house, f"/bindperson {second[0]} 张一", "只是可以替这个人")
    assert "已经有账号" in await pressed(house, taken, "张一")
    helped = await in_group(house, f"/bindperson {second[0]} 李老大", "只是可以替这个人")
    await pressed(house, helped, "李老大")
    await house.box.wait_message(li.ref, "您可以替 李老大 写来信")
    await li.walk("> /menu\nmain.more more.identity main.paper")
    await li.say("好", "只显示一次")
    await li.walk("code.new code.back main.paper code.menu")
    for typed in ("/petition", "1", "大哥家的门坏了", "1", "1"):
        await li.write(typed)
    await li.walk("preview.whose whose.home-0")
    await li.look("为 李老大 提交")
    await li.walk("preview.confirm")


async def test_a_petition_is_filed_for_somebody_else(house: House) -> None:
    walker = await walks_in(await consented(house, "孝顺的人"))
    for typed in ("/petition", "1", "妈妈家的灯坏了", "1", "1"):
        await walker.write(typed)
    await walker.walk("preview.whose whose.self preview.whose whose.back preview.whose whose.other")
    await walker.say("名" * 101, "请只写姓名")
    await walker.walk("whose_name.menu main.draft preview.whose whose.menu main.draft preview.whose whose.other")
    await walker.say("邻居老王", "电话")
    await walker.say("不是电话", "这不是电话号码")
    await walker.say("13900000077", "为 邻居老王 提交")
    await walker.walk("preview.whose whose.other whose_name.back preview.whose whose.other")
    await walker.say("老王", "电话")
    await walker.walk("whose_phone.back preview.whose whose.other")
    await walker.say("老王", "电话")
    await walker.walk("whose_phone.menu main.draft preview.whose whose.other")
    await walker.say("老王", "电话")
    await walker.walk("whose_phone.skip preview.whose whose.household")
    await walker.say("妈妈", "为 妈妈 提交")
    await walker.walk("preview.confirm")
    receipt = await house.box.wait_message(walker.ref, "🧾")
    assert "孝顺的人 代 妈妈 提交" in said(receipt)
    card = await Staff(house, "staff-liu", number_in(said(receipt))).card("孝顺的人 代 妈妈 提交")
    assert "妈妈家的灯坏了" in said(card)


async def test_whoever_works_at_the_desk_is_a_resident_in_private(house: House) -> None:
    """Their private words are no deed of the desk, and their own case is for colleagues."""
    person = Person(house, 1006)
    await person.start("u_XINGFU")
    liu = await walks_in(person)
    for typed in ("1", "1", "1"):
        await liu.write(typed)
    number = await files(liu, "我自己家楼道的灯")
    await liu.write("/queue", "没有这个命令")
    own = Staff(house, "staff-liu", number)
    assert "请同事来办" in await own.press("🙋")
    await own.write("我给自己办了")
    await house.box.wait_message(DESK, f"{number} 是您自己提交的", thread=own.thread)
    sun = Staff(house, "staff-sun", number)
    assert number in await sun.press("🙋")
    await sun.write("小孙来修")
    await liu.look("小孙来修")
    assert not [m for m in await house.box.messages(liu.ref) if "我给自己办了" in said(m)]


async def test_staff_file_for_a_walk_in_who_gets_a_slip(house: House) -> None:
    kind = await in_group(house, "/intake", "登记来访")
    await pressed(house, kind, "投诉")
    name = await house.box.wait_message(DESK, "叫什么名字", after=kind["message_id"])
    await house.box.text("staff-liu", "大家吃饭了吗", chat=DESK)
    await house.box.text("staff-sun", "我不是登记的人", chat=DESK, reply_to=name["message_id"])
    await answers(house, name, "名" * 101, "太长了")
    phone = await answers(house, name, "周九", "来人的电话")
    await answers(house, phone, "一三九", "这不是电话号码")
    await house.box.media("staff-liu", "photo", chat=DESK, reply_to=phone["message_id"])
    await house.box.wait_message(DESK, "请回复文字", after=phone["message_id"])
    room = await answers(house, phone, "13900000009", "住哪里")
    await answers(house, room, "房" * 65, "太长了")
    matter = await answers(house, room, "无", "是什么事")
    look = await answers(house, matter, "窗户外面太吵", "请核对")
    assert "周九" in said(look)
    assert "吃饭" not in said(look)
    assert "别人的登记表" in await pressed(house, look, "登记并出单子", "staff-sun")
    await answers(house, room, "9号楼109", lambda m: "9号楼109" in said(m) and "请核对" in said(m))
    look = await house.box.wait_message(DESK, lambda m: "9号楼109" in said(m) and "请核对" in said(m))
    await pressed(house, look, "登记并出单子")
    slip = await house.box.wait_message(
        DESK, lambda m: "document" in m and "请打印" in said(m), after=look["message_id"]
    )
    number = number_in(said(slip))
    first = await code_on(house, slip, number)

    staff = Staff(house, "staff-liu", number)
    card = await staff.card("周九")
    assert "留了电话" in said(card)
    assert "13900000009" not in said(card)
    menu = await more_of(house, staff)
    assert "周九：+8613900000009" in await pressed(house, menu, "看电话")
    await pressed(house, menu, "重打单子")
    again = await house.box.wait_message(
        DESK, lambda m: "document" in m and number in said(m), after=slip["message_id"]
    )
    code = await code_on(house, again, number)
    await staff.write("后天来装隔音窗")
    await house.box.wait_message(DESK, "凭单子上的取件码看", thread=staff.thread)

    child = await newcomer(house, "周九的孩子")
    await child.start(f"c_{code}")
    for typed in ("1", "1", "1"):
        await child.write(typed)
    assert "后天来装隔音窗" in said(await child.look("后天来装隔音窗"))
    await child.write("要早上来", "已补充")
    await house.box.wait_message(DESK, "要早上来", thread=staff.thread)
    await child.start(f"c_{first}")
    await child.look("查询码")

    zhou = await resident(house, "周九", "13900000009")
    await zhou.walk("> /menu\nmain.more more.identity main.verify")
    await house.box.contact(zhou.ref)
    await zhou.look(f"登记过 1 件来信：{number}")
    await zhou.walk("main.take")
    await zhou.look("归到您名下")
    await staff.write("师傅出发了")
    await zhou.look("师傅出发了")


async def answers(house: House, question: Json, text: str, wanted: str | Callable[[Json], bool]) -> Json:
    return await in_group(house, text, wanted, reply_to=question["message_id"])


async def code_on(house: House, slip: Json, number: str) -> str:
    words = words_of_pdf(await house.box.file(slip["document"]["file_id"]))
    assert number in words
    assert "周九" in words
    found = re.search(rf"{number}([A-Z2-9]{{4}}(?:-[A-Z2-9]{{4}}){{2}})", words)
    assert found, words
    return found[1]


async def more_of(house: House, staff: Staff) -> Json:
    before = (await house.box.messages(DESK))[-1]["message_id"]
    await staff.press("更多")
    return await house.box.wait_message(DESK, lambda m: any("看电话" in b for b in buttons(m)), after=before)


async def test_a_form_is_written_at_once_and_cancelled(house: House) -> None:
    await in_group(house, "/intake 内容：", "这一项要写")
    typed = "/intake 姓名：赵六\n电话：12\n类别：意见建议\n内容：多放几张椅子"
    wrong = await in_group(house, typed, "这不是电话号码")
    phone = await house.box.wait_message(DESK, "来人的电话", after=wrong["message_id"])
    again = await in_group(house, "/intake 电话：010-5550-0008\n房号：1-1", "请核对")
    assert "多放几张椅子" in said(again)
    await in_group(house, "/intake", "还没登记完")
    await answers(house, phone, "取消", "已取消")
    assert "登记、取消了" in await pressed(house, again, "登记并出单子")
    kind = await in_group(house, "/intake", "登记来访")
    await pressed(house, kind, "取消")
    await house.box.wait_message(DESK, "已取消", after=kind["message_id"])
    asked = await house.box.text("supervisor-qian", "/intake", chat="supervision")
    await house.box.wait_message("supervision", "请在办来信的工作群里办", after=asked["message_id"])
