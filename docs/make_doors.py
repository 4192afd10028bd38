"""Photograph the five doors of `linli demo` and the staff's own: `docs/images/doors.png` and its English sister.

Run as `python docs/make_doors.py`; needs Chromium with its driver, and fonts for Chinese and emoji.
"""

import asyncio
import io
import sys
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "docs")]  # the people of the end-to-end tests are not installed

from make_picture import DESK, IMAGES, demo  # noqa: E402 - after the path

from tests.browser_page import Page, chromium  # noqa: E402 - same
from tests.e2e.ballots import codes, grades, opens, shows_who  # noqa: E402 - same
from tests.e2e.desk import Staff  # noqa: E402 - same
from tests.e2e.house import House  # noqa: E402 - same
from tests.e2e.people import number_in, said  # noqa: E402 - same
from tests.e2e.walker import Walker  # noqa: E402 - same
from tests.sandbox_client import SandboxClient  # noqa: E402 - same

SIZE, GAP, IN_A_ROW = (820, 760), 12, 3
FRIDAY, MORNING, SHANGHAI = 4, 10, ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """People of one community, each at another door, in one language."""

    picture: str
    page_language: str
    language: str
    staff_language: str
    petition: str
    lawyer: str
    ask: str
    ballot: str
    grade: str
    people: tuple[str, str, str, str]


SCENES = (
    Scene(
        picture="doors.png",
        page_language="zh",
        language="zh-cn",
        staff_language="zh-CN",
        petition="垃圾桶三天没人清，味道很大",
        lawyer="下周二想找律师问遗产",
        ask="上个月电梯维修花了多少",
        ballot="年度居委会民主测评",
        grade="较好",
        people=("resident-wang", "resident-li", "resident-chen", "leader-zhao"),
    ),
    Scene(
        picture="doors.en.png",
        page_language="en",
        language="en",
        staff_language="en",
        petition="The bins have not been emptied for three days",
        lawyer="lawyer",
        ask="/news 电梯大修",
        ballot="年度居委会民主测评",
        grade="Good",
        people=("resident-wang", "resident-li", "resident-smith", "leader-zhao"),
    ),
)


async def person(house: House, slug: str, scene: Scene) -> Walker:
    world = await house.box.world()
    walker = Walker(house, next(user["id"] for user in world["users"] if user["slug"] == slug))
    await walker.start("u_XINGFU")
    await walker.walk(f"language.{scene.language} privacy.yes abroad.yes")
    return walker


async def play(box: SandboxClient, scene: Scene) -> tuple[Staff, Walker]:
    """Bring each person to a door, and the staff to the petition; return who has it, and who reads the news."""
    house = House(box, ROOT, {})
    wang, li, voter, zhao = [await person(house, slug, scene) for slug in scene.people]
    await wang.say("/petition")
    await wang.walk("kind.complaint")
    await wang.say(scene.petition)
    await wang.walk("text.done place.skip preview.confirm")
    staff = Staff(house, "staff-liu", number_in(said(await wang.look("🧾"))))
    await box.text("staff-liu", f"/language {scene.staff_language}", chat=DESK)
    await staff.card()
    await staff.press("🙋")
    await wang.look("📌")
    await li.say(scene.lawyer, "🧭")
    if any("c:month." in code for code in codes(await li.look("🧭"))):  # in English it names no day
        await li.walk("month.*")
    await li.walk("day.* preview.confirm\n? 🎫")
    await shows_who(voter)
    await opens(voter, scene.ballot)
    await voter.walk("ballot.start debrief.go")
    await grades(voter, scene.grade, 2)
    await zhao.say(scene.ask, "🔍")
    await zhao.walk("found.*")
    await box.idle(quiet_ms=1500, timeout_ms=20_000)
    return staff, zhao


async def friday_passes(box: SandboxClient, reader: Walker) -> None:
    """Subscribe, and go to the day after the next Friday: what is voted on then is still open."""
    await reader.say("/subscribe", "📬")
    await reader.walk("main.weekly")
    now = datetime.fromtimestamp((await box.time())["now"], SHANGHAI)
    hours = (MORNING - now.hour) % 24  # nobody is written to at night
    await box.move_time(days=(FRIDAY - now.weekday()) % 7 + 1, seconds=hours * 3600)
    await box.wait_message(reader.ref, "📅", after=reader.seen, timeout_s=90)


async def main() -> None:
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as profile, chromium(Path(profile)) as driver:
        if driver is None:
            raise SystemExit("no chromium and chromedriver on this machine")
        page = Page(driver)
        for scene in SCENES:
            async with demo() as box:
                staff, reader = await play(box, scene)
                where = [f"{who}/private" for who in scene.people] + [f"staff-liu/{DESK}/{staff.thread}"]
                panels = [await panel(page, f"{box.url}/#{each}", scene) for each in where]
                await friday_passes(box, reader)
                panels.insert(4, await panel(page, f"{box.url}/#{scene.people[3]}/private", scene))
            width, height = panels[0].width + GAP, panels[0].height + GAP
            rows = -(-len(panels) // IN_A_ROW)
            whole = Image.new("RGB", (width * IN_A_ROW - GAP, height * rows - GAP), "white")
            for number, one in enumerate(panels):
                whole.paste(one, (number % IN_A_ROW * width, number // IN_A_ROW * height))
            whole.quantize(128).save(IMAGES / scene.picture, optimize=True)


async def panel(page: Page, address: str, scene: Scene) -> Image.Image:
    page.open(address.partition("#")[0], SIZE)
    page.run("localStorage.setItem('sandbox.language', arguments[0])", scene.page_language)
    page.open(address, SIZE)
    await page.see(".message", pane=0)
    await asyncio.sleep(1)  # pictures and scrolling settle
    found = await page.see("", pane=0)
    return Image.open(io.BytesIO(found.screenshot_as_png)).convert("RGB")


if __name__ == "__main__":
    asyncio.run(main())
