"""Play one petition in `linli demo` and photograph the page: `docs/images/demo.png` and its English sister.

Run as `python docs/make_picture.py`; needs Chromium with its driver, and fonts for Chinese and emoji.
"""

import asyncio
import re
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # the people of the end-to-end tests live in `tests`, which is not installed

from tests.browser_page import Page, chromium  # noqa: E402 - after the path
from tests.e2e.desk import Staff  # noqa: E402 - same
from tests.e2e.house import LINLI, House  # noqa: E402 - same
from tests.e2e.people import Person, number_in, said  # noqa: E402 - same
from tests.sandbox_client import SandboxClient  # noqa: E402 - same

IMAGES = ROOT / "docs" / "images"
SIZE = (1440, 900)
DESK = "desk-community"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One resident's story, and in which language it is told."""

    picture: str
    page_language: str
    staff_language: str
    resident: str
    choose: str
    petition: str
    file: str
    """The numbers that file it: English words are asked for their kind first."""
    place: str
    note: str
    reply: str


SCENES = (
    Scene(
        picture="demo.png",
        page_language="zh",
        staff_language="zh-CN",
        resident="resident-wang",
        choose="1",
        petition="3栋2单元三楼的楼道灯坏了一个星期了，晚上老人上下楼看不见台阶，请尽快来修。",
        file="1",
        place="3栋2单元三楼",
        note="//已给电工老周打过电话，他明早有空。",
        reply="王阿姨您好，电工明天上午9点来换灯。修好以后我给您回话。",
    ),
    Scene(
        picture="demo.en.png",
        page_language="en",
        staff_language="en",
        resident="resident-smith",
        choose="3",
        petition="The light on the stairs has been out for a week; after dark nobody sees the steps. Please repair it.",
        file="11",
        place="Building 6, entrance 1, third floor",
        note="//Called the electrician: free tomorrow morning.",
        reply="Good evening! The electrician comes tomorrow at 9. I'll write again when it is done.",
    ),
)


@asynccontextmanager
async def demo() -> AsyncIterator[SandboxClient]:
    """`linli demo` on a free port, for as long as the block lasts."""
    process = await asyncio.create_subprocess_exec(
        str(LINLI), "demo", "--no-browser", "--port", "0", cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None  # noqa: S101 - asked for above
    try:
        url = None
        while url is None:
            line = (await process.stdout.readline()).decode()
            if not line:
                raise SystemExit("the demo did not start")
            url = re.search(r"http://\S+?(?=/?\s)", line)
        async with SandboxClient(url[0], "") as box:
            yield box
    finally:
        process.terminate()
        await process.communicate()


async def play(box: SandboxClient, scene: Scene) -> str:
    """Write, confirm, claim, note, reply; return the address that shows both sides."""
    world = await box.world()
    ref = next(user["id"] for user in world["users"] if user["slug"] == scene.resident)
    house = House(box, ROOT, {})
    resident = Person(house, ref)
    await box.text("staff-liu", f"/language {scene.staff_language}", chat=DESK)
    await resident.start()
    for typed in (scene.choose, "1", "1", scene.petition, *scene.file, scene.place, "1"):
        await resident.write(typed)
    number = number_in(said(await resident.look("🧾")))
    staff = Staff(house, "staff-liu", number)
    await staff.card()
    await staff.press("🙋")
    await resident.look("📌")
    await staff.write(scene.note)
    reply = await staff.write(scene.reply)
    await resident.look(scene.reply[:6])
    await staff.reacted(reply)
    await box.idle(quiet_ms=1500, timeout_ms=20_000)
    return f"{box.url}/#{scene.resident}/private|staff-liu/{DESK}/{staff.thread}"


async def photograph(page: Page, address: str, scene: Scene) -> None:
    page.open(address.partition("#")[0], SIZE)
    page.run("localStorage.setItem('sandbox.language', arguments[0])", scene.page_language)
    page.open(address, SIZE)
    await page.see(".message", scene.reply[:6], pane=0)
    await page.see(".message", scene.reply[:6], pane=1)
    await asyncio.sleep(1)  # pictures and scrolling settle
    if not page.driver.save_screenshot(str(IMAGES / scene.picture)):
        raise SystemExit("no picture")


async def main() -> None:
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as profile, chromium(Path(profile)) as driver:
        if driver is None:
            raise SystemExit("no chromium and chromedriver on this machine")
        for scene in SCENES:
            async with demo() as box:
                await photograph(Page(driver), await play(box, scene), scene)


if __name__ == "__main__":
    asyncio.run(main())
