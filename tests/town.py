"""Three levels with a desk each, on in-memory storage; and a case that goes between them."""

from typing import Any

import pytest

from core.people.model import StaffChat
from core.petitions.model import Event, Petition, Stage
from core.petitions.places import Standing
from core.shared.actor import StaffActor
from core.shared.errors import DomainError
from core.shared.ids import PetitionId
from core.shared.link_roles import LinkRole
from core.shared.marks import Marked
from tests.core_rig import CoreRig, a_group_below, staff_of, words


class Town:
    """Three levels with a desk each; 王秀英 lives in the group."""

    def __init__(self, rig: CoreRig) -> None:
        self.rig, self.use = rig, rig.use
        self.group: StaffChat = a_group_below(rig)
        self.leader = staff_of(self.group, 7009, "赵组长")
        self.liu, self.he = rig.liu, rig.stranger

    async def filed(self, **given: Any) -> PetitionId:
        return await self.rig.submitted(**given)

    def at(self, case: PetitionId) -> tuple[str, Stage]:
        petition = self.rig.case(case)
        return self.rig.tables.units[petition.unit_id].name, petition.stage

    def standing(self, case: PetitionId, chat: StaffChat) -> Standing | None:
        card = self.rig.tables.cards.get((case, chat.chat_id))
        return card.standing if card else None

    async def transfer(self, who: StaffActor, case: PetitionId, unit: str, why: str = "该他们管") -> Petition:
        await self.rig.use.prompt(who, case, LinkRole.PROMPT_TRANSFER, press=f"{case}{why}{unit}", subject=unit[:12])
        return await self.use.flow.transfer(who, case, words(why))

    async def go(self, case: PetitionId, event: Event, why: str = "不对") -> Petition:
        return await self.use.flow.roads(self.rig.wang, case, event, Marked(why), source=f"{event}{why}")

    async def answered(self, who: StaffActor, case: PetitionId) -> None:
        await self.use.answer(who, case, words("诉求：修\n事实：坏了\n依据：条例\n决定：答复"))

    def said(self, chat: StaffChat) -> list[str]:
        return self.rig.said(chat.chat_id)


async def refused(work: Any) -> str:
    with pytest.raises(DomainError) as error:
        await work
    return error.value.code
