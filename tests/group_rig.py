"""A staff group before the production dispatcher: who writes, presses and edits in it, and what they are told."""

from dataclasses import dataclass
from typing import Any

from core.petitions.model import Author, Stage
from core.shared.actions import Action, ActionCode
from core.shared.ids import MessageId, PetitionId
from core.shared.link_roles import LinkRole
from tests.core_rig import a_draft
from tests.dialog_rig import DATE, DialogRig
from tests.fakes.database import Link

LIU = 7001
CARD = 500
TOPIC = 9


@dataclass(slots=True)
class Group:
    """The desk's group, with a case whose card stands and has a topic."""

    rig: DialogRig
    case_id: PetitionId

    @property
    def chat(self) -> dict[str, Any]:
        return {"id": self.rig.core.desk.chat_id, "type": "supergroup", "title": "值班室", "is_forum": True}

    def topic(self, **given: Any) -> dict[str, Any]:
        return {"message_thread_id": TOPIC, "is_topic_message": True, **given}

    def answering(self, message_id: int) -> dict[str, Any]:
        bot = {"id": 42, "is_bot": True, "first_name": "邻里"}
        return {"reply_to_message": {"message_id": message_id, "date": DATE, "chat": self.chat, "from": bot}}

    async def says(
        self, text: str = "", user: int = LIU, name: str = "刘敏", album_caption: str = "", **content: Any
    ) -> int:
        self.rig.session.ids += 1
        message = {"message_id": self.rig.session.ids, "date": DATE, "chat": self.chat, **content}
        message["from"] = {"id": user, "is_bot": False, "first_name": name}
        await self.rig.handle({"message": {**message, **({"text": text} if text else {})}}, album_caption)
        return int(message["message_id"])

    async def presses(self, action: Action, user: int = LIU, call: str = "c1") -> None:
        message = {"message_id": CARD, "date": DATE, "chat": self.chat}
        who = {"id": user, "is_bot": False, "first_name": "刘敏"}
        data = ActionCode(action, self.case_id, 1).pack()
        callback = {"id": call, "from": who, "chat_instance": "i", "data": data, "message": message}
        await self.rig.handle({"callback_query": callback})

    async def edits(self, message_id: int, text: str = "", user: int = LIU, **content: Any) -> None:
        """Make a message of before say something else."""
        message = {"message_id": message_id, "date": DATE, "edit_date": DATE, "chat": self.chat, **content}
        message["from"] = {"id": user, "is_bot": False, "first_name": "刘敏"}
        await self.rig.handle({"edited_message": {**message, **({"text": text} if text else {})}})

    @property
    def told(self) -> str:
        """The bot's latest words in the group."""
        mine = {key[1]: kept["text"] for key, kept in self.rig.session.messages.items() if key[0] < 0}
        return mine[max(mine)] if mine else ""

    @property
    def authors(self) -> list[tuple[Author, str]]:
        return [(message.author, message.text) for message in self.rig.core.messages(self.case_id)]

    @property
    def stage(self) -> Stage:
        return self.rig.core.case(self.case_id).stage


async def a_group(undo_seconds: float = 0) -> Group:
    """Two staff members in it, and a case of 王秀英 that nobody has taken."""
    rig = DialogRig(undo_seconds=undo_seconds)
    case_id = (await rig.core.use.submit(rig.core.wang, a_draft(parts=["楼道灯坏了"]))).petition_id
    await rig.core.card_stands(case_id, message_id=CARD, thread_id=TOPIC)
    link = Link(petition_id=case_id, role=LinkRole.CARD, case_message_id=None)
    rig.core.tables.links[rig.core.desk.chat_id, MessageId(CARD)] = link
    rig.session.members |= {(rig.core.desk.chat_id, user) for user in (LIU, 7002)}
    return Group(rig, case_id)
