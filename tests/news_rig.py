"""A desk that writes, supervisors and a finance group that review: disclosure on in-memory storage."""

from itertools import count
from typing import Any

from core.disclosure.model import Category, Item, Version
from core.disclosure.ports import Offered
from core.disclosure.usecases.drafting import Material, Seen
from core.disclosure.usecases.review import Look
from core.people.model import Purpose, StaffChat
from core.shared.actor import StaffActor
from core.shared.ids import ItemId, MessageId, VersionId
from core.shared.marks import Marked
from tests.core_rig import CoreRig, staff_of
from tests.factories.cases import a_staff_chat

_numbers = count(500)


def material(text: str = "电梯大修", message_id: int | None = None, file: str = "", name: str = "") -> Material:
    offered = Offered("document", file, name) if file else None
    return Material(MessageId(message_id or next(_numbers)), Marked(text), offered)


class Paper:
    """What a desk writes, and who looks at it."""

    def __init__(self, rig: CoreRig, *, supervised: bool = True, financed: bool = True) -> None:
        self.rig = rig
        self.use = rig.use.disclosure
        self.supervision = self._chat(Purpose.SUPERVISION, bound=supervised)
        self.finance = self._chat(Purpose.FINANCE, bound=financed)
        self.qian = staff_of(self.supervision, 7101, "钱监督")
        self.wu = staff_of(self.supervision, 7102, "吴监督")
        self.zheng = staff_of(self.finance, 7103, "郑会计")

    def _chat(self, purpose: Purpose, *, bound: bool) -> StaffChat:
        chat = a_staff_chat(self.rig.unit, purposes=frozenset({purpose}))
        if bound:
            self.rig.tables.staff_chats[chat.chat_id] = chat
        return chat

    async def begins(self, what: Material | None = None, title: str = "", who: StaffActor | None = None) -> Seen:
        source = f"tg:{next(_numbers)}"
        return await self.use.begin(who or self.rig.liu, source, title=title, material=what or material())

    async def drafts(self, category: Category = Category.AFFAIRS, **given: Any) -> VersionId:
        seen = await self.begins(**given)
        await self.use.choose(self.rig.liu, seen.version.id, category=category)
        await self.use.choose(self.rig.liu, seen.version.id, no_span=True)
        return seen.version.id

    async def sends(self, category: Category = Category.AFFAIRS, **given: Any) -> VersionId:
        version = await self.drafts(category, **given)
        await self.use.send(self.rig.liu, version)
        return version

    async def publishes(self, **given: Any) -> Item:
        version = await self.sends(**given)
        item, _ = await self.use.publish(self.qian, self.look(version))
        return item

    def look(self, version_id: VersionId, **given: Any) -> Look:
        version = self.version(version_id)
        return Look(**{"version_id": version_id, "stage": version.state, "round": version.round, **given})

    def version(self, version_id: VersionId) -> Version:
        return self.rig.tables.versions[version_id]

    def item(self, item_id: ItemId) -> Item:
        return self.rig.tables.items[item_id]

    def told(self, chat: StaffChat) -> list[str]:
        return self.rig.said(chat.chat_id)
