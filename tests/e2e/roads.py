"""The side roads of a case, driven over HTTP: every deed by the shortest way there is, and then what the row says."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from tests.e2e import looking
from tests.e2e.house import House
from tests.e2e.people import Person, said
from tests.sandbox_client import Json

CHATS = {"幸福三组": "desk-group", "幸福社区": "desk-community", "和平街道": "desk-street"}
UNITS = {"G": "幸福三组", "C": "幸福社区", "S": "和平街道"}
BY = {"desk-group": "leader-zhao", "desk-community": "staff-liu", "desk-street": "street-he"}
CODES = {
    "claim": "clm",
    "close": "cls",
    "reply": "rpl",
    "ask_more": "ask",
    "answer": "ans",
    "note": "nte",
    "review_done": "frd",
    "review_redo": "frr",
    "rereview_done": "ffi",
    "hand_back": "fhb",
    "escalate": "fes",
    "object": "fob",
    "not_accept": "fna",
    "same_matter": "fsm",
    "reopen": "fro",
}
COMMANDS = {
    "hand_back": "handback",
    "escalate": "escalate",
    "object": "object",
    "not_accept": "refuse",
    "same_matter": "same",
    "reopen": "reopen",
}
WHOLE = "诉求：修好\n事实：坏了\n依据：条例\n决定：{}"
"""An answer as the street has to give it."""
ROADS = {
    "reconsider": "复议",
    "reopen_mine": "请重新办理",
    "go_to_street": "直接交到和平街道",
    "ask_review": "申请复查",
    "ask_rereview": "申请复核",
}


@dataclass
class Journey:
    """One case on its way. What is done is written as the event; behind `_x` the person does it who keeps out next."""

    house: House
    person: Person
    number: str
    other: str = ""
    """The number of the author's own pending case."""
    spare: list[int] = field(default_factory=list)
    """Staff of every desk who have kept out of nothing yet."""
    done: int = 0

    def row(self, asked: str, *given: Any) -> Any:
        found = looking.row(self.house, asked, *given)
        return None if found is None else found[0] if len(found) == 1 else found

    @property
    def case(self) -> str:
        return str(self.row("SELECT id FROM petitions WHERE number = ?", self.number))

    @property
    def unit(self) -> str:
        asked = "SELECT units.name FROM petitions JOIN units ON units.id = unit_id WHERE number = ?"
        return str(self.row(asked, self.number))

    @property
    def chat(self) -> str:
        return CHATS[self.unit]

    @property
    def stage(self) -> str:
        return str(self.row("SELECT stage FROM petitions WHERE number = ?", self.number))

    async def until(self, asked: str, *given: Any) -> Any:
        """Wait until the database has an answer."""
        end = asyncio.get_running_loop().time() + 40
        while True:
            found = self.row(asked, *given)
            if found is not None:
                return found
            if asyncio.get_running_loop().time() > end:
                seen = [said(m) for m in (await self.house.box.messages(self.person.ref))[-8:]]
                raise AssertionError(self.number, self.stage, asked, given, seen)
            await asyncio.sleep(0.02)

    async def card(self) -> Json:
        """Wait for the case's card in the chat that works on it; return where to answer it."""
        asked = "SELECT message_id FROM staff_cards WHERE petition_id = ? AND chat_id = ? AND message_id IS NOT NULL"
        number = next(c["id"] for c in (await self.house.box.world())["chats"] if c.get("slug") == self.chat)
        return {"message_id": await self.until(asked, self.case, number)}

    async def go(self, *events: str) -> "Journey":
        for event in events:
            await self.do(event)
        return self

    async def do(self, event: str) -> None:
        """Let one thing happen, and wait until the history has it."""
        box, self.done = self.house.box, self.done + 1
        before = self.row("SELECT count(*) FROM petition_history WHERE petition_id = ?", self.case)
        chat, why = self.chat, f"{event}-{self.done}"
        who = BY[chat]
        if event in ROADS:
            await self._take_road(event, f"因为第{self.done}步")
        elif event == "withdraw":
            for typed in ("/cases", self.number[3:], "撤回", "确定撤回"):
                await box.text(self.person.ref, typed)
        elif event == "resident_adds":
            told = "SELECT message_id FROM message_links WHERE petition_id = ? AND role = 'receipt'"
            await box.text(self.person.ref, f"补充第{self.done}步", reply_to=await self.until(told, self.case))
        elif event == "recuse":
            card = await self.card()
            await box.forge(self.spare.pop(), card["message_id"], f"l1:frc:{self.case}.y:1", chat=chat)
        elif event in COMMANDS and (self.done % 2 or event == "same_matter"):
            words = f"{self.other} 一样" if event == "same_matter" else why
            await box.text(who, f"/{COMMANDS[event]} {self.number} {words}", chat=chat)
        elif event.startswith("transfer"):
            unit = self.row("SELECT id FROM units WHERE name = ?", UNITS[event[-1]])
            await self._asked_for(who, chat, f"l1:fto:{self.case}.{unit[:12]}:1", why)
        elif event.startswith(("claim", "take_over", "close")):
            card, by = await self.card(), self.spare[-1] if event.endswith("_x") else who
            code = CODES["close" if event == "close" else "claim"]
            await box.forge(by, card["message_id"], f"l1:{code}:{self.case}:1", chat=chat)
        else:
            code, said = CODES[event], WHOLE.format(why) if event == "answer" else why
            await self._asked_for(who, chat, f"l1:{code}:{self.case}:1", said)
        asked = "SELECT event FROM petition_history WHERE petition_id = ? ORDER BY id LIMIT 1 OFFSET ?"
        found = await self.until(asked, self.case, before)
        assert found == event.partition(":")[0].removesuffix("_mine").removesuffix("_x"), (found, event)

    async def _take_road(self, event: str, why: str) -> None:
        """Choose it by typing, as in any window; with its letters a number looks like a code, to be tried few times."""
        early = self.stage not in {"answered", "closed", "not_accepted", "reviewed"}
        label = f"请{self._above()}复议" if event == "reconsider" else ROADS[event]
        for typed in ("/cases", self.number[3:], "直接交到街道" if early else "不满意？还可以…", label, why):
            await self.house.box.text(self.person.ref, typed)

    async def _asked_for(self, who: str, chat: str, code: str, words: str) -> None:
        """Press what asks for words, and answer the card with them: whoever was asked means that."""
        card = await self.card()
        before = self.row("SELECT count(*) FROM staff_intents WHERE petition_id = ?", self.case)
        assert before == 0
        await self.house.box.forge(who, card["message_id"], code, chat=chat)
        await self.until("SELECT 1 FROM staff_intents WHERE petition_id = ? AND album = ''", self.case)
        await self.house.box.text(who, words, chat=chat, reply_to=card["message_id"])

    def _above(self) -> str:
        return {"幸福三组": "幸福社区", "幸福社区": "和平街道"}[self.unit]


async def staff_everywhere(house: House, count: int) -> list[int]:
    """Return people who have joined every desk, so that each can keep out of a case once."""
    people = []
    for number in range(count):
        user = await house.box.add_user(f"同事{number}", language_code="zh-hans")
        for chat in BY:
            await house.box.join(user["id"], chat)
        people.append(int(user["id"]))
    return people
