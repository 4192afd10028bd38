"""Reports on their way from state to state, and who reads them, for tests/e2e/test_reports.py."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.e2e.ballots import shows_who
from tests.e2e.house import House
from tests.e2e.people import said
from tests.e2e.walker import Walker
from tests.sandbox_client import Json

ABOVE = "fresh-group"
"""The group of the street's committee, once there is one."""
STREET = {"上官察": "13800003001", "司徒察": "13800003002"}
LATER = "欧阳察", "13800003003"
HEAD = "姓名,手机号,楼栋-单元-房号,户号,小组,身份"

WAYS = """
> 我要举报张卫国收红包
rep_told.not-meant ask.drop drop.yes
> /report
rep_told.menu main.report rep_told.named
rep_words.menu main.report rep_told.named
> 吴监督和王某一起拿了钱
rep_words.done rep_accused.back rep_words.done
> 外地老板
? 外地老板
rep_accused.clear
> 刘
rep_accused.unlisted rep_accused.done
rep_named.no rep_check.words rep_words.done rep_accused.done rep_check.discard rep_drop.no
rep_check.accused rep_accused.clear
> 监督
rep_accused.who-*
rep_accused.menu main.report rep_told.go-on rep_check.menu main.report rep_told.go-on
rep_check.discard rep_drop.yes
"""

PATHS = (
    "add climb take ask note hand_out",
    "take add answer add climb hand_out",
    "take ask climb take answer note hand_out",
    "take ask answer climb",
    "climb take",
    "climb take ask",
)
"""What happens to reports one after the other; the last three are left lying in the street's committee."""


async def starts(who: Walker, payload: str) -> Json:
    """Follow a link into the private chat; return what is said there of a report."""
    sent = await who.house.box.start(who.ref, payload)
    who.seen = sent["message_id"] if isinstance(sent, dict) and "message_id" in sent else who.seen
    words = ("泄露", "打不开")  # and not the news that there is one to read, which may come just then
    return await who.house.box.wait_message(who.ref, lambda m: any(w in said(m) for w in words), after=who.seen)


async def supervisor(house: House, name: str, phone: str) -> Walker:
    """Somebody of the roster's, in the group of the street's committee and known by their number."""
    user = await house.box.add_user(name, phone=f"+86{phone}", language_code="zh-hans")
    await house.box.join(user["id"], ABOVE)
    walker = Walker(house, user["id"])
    await walker.start("u_XINGFU")
    await walker.walk("language.zh-cn privacy.yes abroad.yes")
    await shows_who(walker)
    return walker


async def street_committee(house: House) -> list[Walker]:
    """Let the street have a supervision committee of two."""
    roster = [{"unit": "和平街道", "name": n, "phone": p, "roles": ["supervision"]} for n, p in STREET.items()]
    chats = [{"slug": ABOVE, "unit": "和平街道", "purposes": ["supervision"]}]
    file, world = house.folder / "street.json", house.folder / "world.json"
    file.write_text(json.dumps({"units": [], "chats": chats, "roster": roster}), encoding="utf-8")
    world.write_text(json.dumps(await house.box.world()), encoding="utf-8")
    await house.command("seed", str(file), "--chats", str(world))
    return [await supervisor(house, name, phone) for name, phone in STREET.items()]


async def others_supervise(house: House) -> None:
    """By the street's new roster the first of its committee is of it no more, and somebody else is."""
    (gone, its), (stays, theirs) = STREET.items()
    lines = [f"{gone},{its},,,和平街道,", f"{stays},{theirs},,,和平街道,supervision"]
    lines += ["何主任,13800001008,,,和平街道,staff、petition_officer", f"{LATER[0]},{LATER[1]},,,和平街道,supervision"]
    file = house.folder / "street.csv"
    file.write_text("\n".join([HEAD, *lines]), encoding="utf-8")
    await house.command("roster", "import", str(file), "--yes")


async def told(walker: Walker) -> str:
    """What the last press was answered with."""
    return [(each.get("answer") or {}).get("text") or "" for each in await walker.house.box.callbacks(walker.ref)][-1]


@dataclass
class Matter:
    """A report without a name; the first of its readers does things, and after it has climbed one from above."""

    author: Walker
    readers: Sequence[Walker]
    above: Sequence[Walker]
    code: str = ""
    number: str = ""
    deeds: int = field(default=0)

    async def is_filed(self, accused: str) -> "Matter":
        author, box = self.author, self.author.house.box
        await author.walk(f"> /report\nrep_told.unnamed\n> 他拿了钱\nrep_words.done\n> {accused}")
        await author.walk("rep_accused.who-* rep_accused.done")
        check = await box.wait_message(author.ref, "请看一遍", after=author.seen)
        self.code = said(check).partition("查询码：")[2][:14]
        await author.walk("rep_check.confirm")
        receipt = said(await box.wait_message(author.ref, lambda m: self.code in said(m) and "JB-" in said(m)))
        self.number = receipt[receipt.index("JB-") :][:9]
        return self

    async def shown_to(self, reader: Walker) -> str:
        """What somebody who follows the link is told; the warning, if they were drawn."""
        return said(await starts(reader, "j_" + self.number.replace("-", "_")))

    async def is_opened(self, *readers: Walker) -> None:
        for reader in readers or self.readers[:1]:
            await self.shown_to(reader)
            await reader.walk("rev_warn.open")

    async def adds(self, words: str, wanted: str = "") -> None:
        """Its author comes back with the code and says more."""
        await self.author.say("/menu")
        await self.author.say(self.code, self.number)
        await self.author.say(words, wanted or words)

    async def do(self, deed: str) -> None:
        self.deeds += 1
        words, reader = f"{deed}-{self.deeds}-{self.code}", self.readers[0]
        match deed:
            case "take":
                await reader.walk("rev_open.take")
            case "note" | "ask" | "answer":
                await reader.walk(f"rev_open.do-{deed}")
                await reader.say(words, words)
            case "add":
                await self.adds(f"更多-{self.deeds}")
            case "climb" | "hand_out":
                await reader.walk(f"rev_open.do-{deed} rev_sure.yes")
        if deed == "climb":
            self.readers = self.above
            await self.is_opened()
        if deed == "hand_out":
            await self.adds("还有一句", "不再处理")
