"""Disclosure in staff groups, before the production dispatcher."""

from dataclasses import dataclass
from typing import Any

import pytest

from core.disclosure.model import State
from core.shared.actions import Action, ActionCode
from core.shared.actor import StaffActor
from core.shared.ids import MessageId
from tests.dialog_rig import DATE, DialogRig
from tests.news_rig import Paper, material

pytestmark = pytest.mark.unit


@dataclass(slots=True)
class Chats:
    """People in the desk's group and in those that review."""

    rig: DialogRig
    paper: Paper

    async def says(self, who: StaffActor, text: str = "", **content: Any) -> int:
        self.rig.session.ids += 1
        number = self.rig.session.ids
        message = {"message_id": number, "date": DATE, "chat": self._chat(who), "from": self._user(who), **content}
        await self.rig.handle({"message": {**message, **({"text": text} if text else {})}})
        return number

    async def edits(self, who: StaffActor, number: int, text: str) -> None:
        message = {"message_id": number, "date": DATE, "edit_date": DATE, "chat": self._chat(who), "text": text}
        await self.rig.handle({"edited_message": {**message, "from": self._user(who)}})

    async def presses(self, who: StaffActor, number: int, code: ActionCode, **message: Any) -> str:
        """Press under one of our messages; return what the press was answered with."""
        shown = {"message_id": number, "date": DATE, "chat": self._chat(who), "from": _BOT, "text": "x", **message}
        if shown["date"] == 0:  # Telegram shows it no more
            shown = {"message_id": number, "date": 0, "chat": self._chat(who)}
        self.rig.presses += 1
        press = {"id": f"p{self.rig.presses}", "chat_instance": "i", "data": code.pack(), "message": shown}
        await self.rig.handle({"callback_query": {**press, "from": self._user(who)}})
        return self.rig.session.answers[-1]

    def answering(self, who: StaffActor, number: int, **message: Any) -> dict[str, Any]:
        given = {"message_id": number, "date": DATE, "chat": self._chat(who), "from": _BOT, "text": "x", **message}
        return {"reply_to_message": given}

    def shown(self, who: StaffActor, number: int | None = None) -> dict[str, Any]:
        mine = {key[1]: kept for key, kept in self.rig.session.messages.items() if key[0] == who.chat_id}
        return {"message_id": number or max(mine), **mine[number or max(mine)]}

    @property
    def versions(self) -> list[Any]:
        return [*self.rig.core.tables.versions.values()]

    def _chat(self, who: StaffActor) -> dict[str, Any]:
        return {"id": who.chat_id, "type": "supergroup", "title": "群"}

    def _user(self, who: StaffActor) -> dict[str, Any]:
        return {"id": who.user_id, "is_bot": False, "first_name": who.name}


_BOT = {"id": 42, "is_bot": True, "first_name": "邻里"}


@pytest.fixture
def chats() -> Chats:
    rig = DialogRig()
    made = Chats(rig, Paper(rig.core))
    for who in (rig.core.liu, rig.core.chen, made.paper.qian, made.paper.wu, made.paper.zheng):
        rig.session.members.add((who.chat_id, who.user_id))
    return made


def codes(shown: dict[str, Any]) -> list[str]:
    rows = shown.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["callback_data"].split(":")[1] for row in rows for button in row]


async def test_a_draft_is_made_ready_by_buttons_and_answers(chats: Chats) -> None:
    liu = chats.rig.core.liu
    document = {"document": {"file_id": "f1", "file_unique_id": "u1", "file_name": "a.pdf", "file_size": 9}}
    meant = chats.answering(liu, 5, **{"from": chats._user(liu), "caption": "收支", **document})
    del meant["reply_to_message"]["text"]
    await chats.says(liu, "/publish 三季度", **meant)
    panel = chats.shown(liu)
    assert "三季度" in panel["text"]
    assert codes(panel) == ["dpn"] * 3 + ["ddr"]
    (version,) = chats.versions
    number = panel["message_id"]
    for more in (".c.affairs", ".t", ".t.2026-Q3", ".t.none", ".c", ".c.party"):
        await chats.presses(liu, number, ActionCode(Action.PANEL, version.id + more))
    assert codes(chats.shown(liu, number)) == ["dsb", "dpn", "dpn", "ddr"]
    await chats.says(liu, "再加一句", **chats.answering(liu, number))
    await chats.says(liu, "Title： 新的题目", **chats.answering(liu, number))
    (version,) = chats.versions
    assert (version.words.text, version.title, len(version.files)) == ("收支\n再加一句", "新的题目", 1)
    await chats.presses(liu, number, ActionCode(Action.SEND_TO_REVIEW, version.id))
    assert "已送居务监督委员会" in chats.shown(liu, number)["text"]
    assert codes(chats.shown(liu, number)) == ["dpn"]
    await chats.presses(liu, number, ActionCode(Action.PANEL, f"{version.id}.b"))
    assert codes(chats.shown(liu, number)) == ["dsb", "dpn", "dpn", "ddr"]
    await chats.presses(liu, number, ActionCode(Action.DROP_DRAFT, version.id))
    assert codes(chats.shown(liu, number)) == []


async def test_numbers_of_people_are_asked_about_before_anything_is_sent(chats: Chats) -> None:
    liu = chats.rig.core.liu
    version = await chats.paper.drafts(what=material("王大爷 13800001234"))
    await chats.presses(liu, 60, ActionCode(Action.SEND_TO_REVIEW, version))
    panel = chats.shown(liu, 60)
    assert "13800001234。公示后谁都能看到" in panel["text"]
    assert codes(panel) == ["dsb", "dpn", "ddr"]
    await chats.presses(liu, 60, ActionCode(Action.PANEL, version))
    assert "公示后谁都能看到" not in chats.shown(liu, 60)["text"]
    await chats.presses(liu, 60, ActionCode(Action.SEND_TO_REVIEW, f"{version}.sure"))
    assert "已送居务监督委员会" in chats.shown(liu, 60)["text"]


async def test_what_is_forged_is_refused(chats: Chats) -> None:
    liu = chats.rig.core.liu
    seen = await chats.paper.begins()
    for more in (".c.nothing", ".t.2026-Q9", ".x.y", ".c.party.more"):
        assert "没有找到" in await chats.presses(liu, 5, ActionCode(Action.PANEL, seen.version.id + more))
    for action in (Action.APPROVE, Action.REJECT):
        assert "没有找到" in await chats.presses(chats.paper.qian, 5, ActionCode(action, seen.version.id))
    version = await chats.paper.sends()
    assert "没有找到" in await chats.presses(chats.paper.qian, 5, ActionCode(Action.REJECT, f"{version}.s.9", 1))
    assert "没有找到" in await chats.presses(liu, 5, ActionCode(Action.DISCLOSE))


async def test_a_button_under_what_telegram_shows_no_more_is_answered(chats: Chats) -> None:
    version = await chats.paper.drafts()
    gone = {"date": 0}
    assert "过期" in await chats.presses(chats.rig.core.liu, 5, ActionCode(Action.PANEL, version), **gone)
    look = await chats.paper.sends()
    await chats.presses(chats.paper.qian, 5, ActionCode(Action.APPROVE, f"{look}.s", 1), **gone)
    assert chats.paper.version(look).state is State.PUBLISHED


async def test_papers_and_what_is_passed_on_are_offered_to_the_board(chats: Chats) -> None:
    core = chats.rig.core
    paper = {"document": {"file_id": "f1", "file_unique_id": "u1", "file_name": "收支.XLSX"}}
    await chats.says(core.liu, **paper)
    assert codes(chats.shown(core.liu)) == ["dis"]
    count = len(chats.rig.session.messages)
    await chats.says(chats.paper.qian, **paper)
    await chats.says(core.liu, "只是闲聊")
    await chats.says(core.liu, document={"file_id": "f2", "file_unique_id": "u2", "file_name": "a.mp3"})
    assert len(chats.rig.session.messages) == count
    origin = {"type": "hidden_user", "sender_user_name": "某人", "date": DATE}
    passed = await chats.says(core.liu, "上级通知", forward_origin=origin)
    offer = chats.shown(core.liu)
    meant = {"message_id": passed, "date": DATE, "chat": chats._chat(core.liu), "text": "上级通知"}
    given = {"reply_to_message": {**meant, "from": chats._user(core.liu), "forward_origin": origin}}
    for _ in range(2):
        await chats.presses(core.liu, offer["message_id"], ActionCode(Action.DISCLOSE), **given)
    (version,) = chats.versions
    assert version.words.text == "上级通知"
    assert "准备公示" in chats.shown(core.liu, offer["message_id"])["text"]


async def test_a_position_or_a_sticker_is_nothing_to_publish(chats: Chats) -> None:
    liu = chats.rig.core.liu
    version = await chats.paper.drafts()
    await chats.paper.use.see(liu, version, MessageId(900))
    sticker = {"file_id": "s", "file_unique_id": "u", "type": "regular", "width": 1, "height": 1}
    flags = {"is_animated": False, "is_video": False}
    for content in ({"location": {"latitude": 1.0, "longitude": 2.0}}, {"sticker": {**sticker, **flags}}):
        await chats.says(liu, **content, **chats.answering(liu, 900))
        assert "还没有内容" in chats.shown(liu)["text"]


async def test_an_edit_changes_a_draft_and_nothing_that_is_out(chats: Chats) -> None:
    core = chats.rig.core
    version = await chats.paper.drafts(what=material("旧的", 800))
    await chats.edits(core.liu, 800, "新的")
    assert chats.paper.version(version).words.text == "新的"
    assert "新的" in chats.shown(core.liu)["text"]
    await chats.paper.use.send(core.liu, version)
    await chats.paper.use.publish(chats.paper.qian, chats.paper.look(version))
    await chats.edits(core.liu, 800, "更新的")
    assert "改这条消息不会改公示" in chats.shown(core.liu)["text"]
    assert chats.paper.version(version).words.text == "新的"


async def test_reviewers_decide_under_the_card(chats: Chats) -> None:
    core, paper = chats.rig.core, chats.paper
    version = await paper.sends()
    code = ActionCode(Action.REJECT, f"{version}.s", 1)
    await chats.presses(paper.qian, 70, code)
    assert codes(chats.shown(paper.qian, 70)) == ["drj"] * 4 + ["dap"]
    await chats.says(paper.wu, "看不懂", **chats.answering(paper.wu, 70))
    assert paper.version(version).state is State.DRAFT
    assert "已退回" in chats.shown(paper.wu, 70)["text"]
    await paper.use.send(core.liu, version)
    await chats.presses(paper.qian, 71, ActionCode(Action.REJECT, f"{version}.s.0", 2))
    assert "已退回" in chats.shown(paper.qian, 71)["text"]
    await paper.use.send(core.liu, version)
    await chats.presses(paper.qian, 72, ActionCode(Action.APPROVE, f"{version}.s", 3))
    assert "GK-2026-0001" in chats.shown(paper.qian, 72)["text"]


async def test_sheets_are_printed_in_the_language_of_the_chat(chats: Chats) -> None:
    core = chats.rig.core
    await chats.says(core.liu, "/board")
    item = await chats.paper.publishes(what=material("正文"))
    await chats.presses(core.liu, 5, ActionCode(Action.SHEET, item.id))
    board, sheet = core.sheets.made
    assert board.link == f"https://t.me/linli_bot?start=b_{core.unit.invite}"
    assert sheet.link == "https://t.me/linli_bot?start=d_GK-2026-0001"
    assert "正文" in sheet.lines


async def test_how_to_publish_is_told(chats: Chats) -> None:
    liu = chats.rig.core.liu
    created = {"name": "x", "icon_color": 7322096}
    topic = {"message_id": 3, "date": DATE, "chat": chats._chat(liu), "from": _BOT, "forum_topic_created": created}
    await chats.says(liu, "/publish", reply_to_message=topic)
    assert "要公示什么" in chats.shown(liu)["text"]
    await chats.says(liu, "不是回复", reply_to_message=topic)
    assert chats.versions == []


async def test_of_an_album_one_picture_is_taken_and_said_so(chats: Chats) -> None:
    liu = chats.rig.core.liu
    picture = {"photo": [{"file_id": "p", "file_unique_id": "u", "width": 1, "height": 1}], "media_group_id": "a1"}
    meant = chats.answering(liu, 5, **{"from": chats._user(liu)}, **picture)
    del meant["reply_to_message"]["text"]
    await chats.says(liu, "/publish 照片", **meant)
    assert "相册里的一张" in chats.shown(liu)["text"]
    (version,) = chats.versions
    assert len(version.files) == 1
