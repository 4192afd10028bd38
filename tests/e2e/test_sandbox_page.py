"""The sandbox's page in a real browser, against a real sandbox; the test itself plays the bot over HTTP."""

import shlex
import sys
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from tests.browser_page import PHONE, Page, chromium
from tests.sandbox_client import SandboxClient, running_sandbox

pytestmark = pytest.mark.browser

WANG, DESK = 1001, -1000000002001
DROP_A_PICTURE = """
const done = arguments[arguments.length - 1];
const canvas = Object.assign(document.createElement('canvas'), {width: 40, height: 30});
canvas.getContext('2d').fillRect(0, 0, 40, 30);
canvas.toBlob((blob) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([blob], 'lamp.png', {type: 'image/png'}));
  const drop = new DragEvent('drop', {dataTransfer, bubbles: true, cancelable: true});
  document.querySelector('#pane-0').dispatchEvent(drop);
  done();
});
"""
CONTRASTS = """
const numbers = (colour) => {
  const [r, g, b] = colour.match(/[0-9.]+/g).map(Number).map((v) => v / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const probe = document.body.appendChild(document.createElement('i'));
const light = (name) => {
  probe.style.color = `var(--${name})`;
  return numbers(getComputedStyle(probe).color);
};
return arguments[0].map(([one, other]) => {
  const [high, low] = [light(one), light(other)].sort((a, b) => b - a);
  return [one, other, (high + 0.05) / (low + 0.05)];
});
"""
BACK = """
return [...document.querySelectorAll('.civil-time button')]
  .some((button) => button.textContent === '回到现在' && button.checkVisibility())
"""
GROUND = "return getComputedStyle(document.body).getPropertyValue('--panel')"
PAIRS = [
    *((words, ground) for words in ("text", "dim", "accent", "danger", "success") for ground in ("panel", "panel-2")),
    *(("text", ground) for ground in ("mine", "theirs", "selected", "button")),
    *((f"tone-{number}", "theirs") for number in range(7)),
    *(("mine-dim", "mine"), ("accent-strong", "mine"), ("accent-strong", "button"), ("on-accent", "accent")),
]


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    with chromium(tmp_path_factory.mktemp("profile")) as started:
        if started is None:
            pytest.skip("no chromium and chromedriver on this machine")
        yield started


@pytest.fixture
def page(driver: webdriver.Chrome) -> Page:
    return Page(driver)


@pytest.fixture
async def sandbox() -> AsyncIterator[SandboxClient]:
    async with running_sandbox(limits=False) as client:
        yield client


async def send(sandbox: SandboxClient, chat: int, text: str, **more: Any) -> int:
    answer = await sandbox.bot("sendMessage", chat_id=chat, text=text, **more)
    assert answer["ok"], answer
    return int(answer["result"]["message_id"])


def keyboard(*texts: str) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": text, "callback_data": f"do:{text}"} for text in texts]]}


async def test_a_visitor_starts_the_bot_and_reads_formatted_text(page: Page, sandbox: SandboxClient) -> None:
    page.open(sandbox.url)
    await page.press("button.start", "开始", pane=0)
    await page.see(".message.mine .text-command", "/start", pane=0)
    await send(sandbox, WANG, "👋👋 您好，<b>王秀英</b>。<tg-spoiler>秘密</tg-spoiler>", parse_mode="HTML")
    await send(sandbox, WANG, "<img src=x onerror=alert(1)>")

    bold = await page.see(".message.theirs strong", pane=0)
    await page.see(".message.theirs .text", "<img src=x onerror=alert(1)>", pane=0)

    assert bold.text == "王秀英"
    assert page.run("return document.querySelectorAll('#pane-0 .text img').length") == 0
    names = page.run("return performance.getEntriesByType('resource').map((entry) => new URL(entry.name).origin)")
    assert set(names) == {sandbox.url}


async def test_a_pressed_button_waits_until_the_bot_answers(page: Page, sandbox: SandboxClient) -> None:
    await sandbox.start(WANG)
    await send(sandbox, WANG, "选一个", reply_markup=keyboard("同意", "不同意"))
    page.open(sandbox.url)
    await page.press(".inline-button", "不同意", pane=0)
    await page.see(".inline-button.pending", "不同意", pane=0)
    updates = await sandbox.bot("getUpdates", offset=-1, timeout=5)
    query = updates["result"][0]["callback_query"]["id"]
    await sandbox.bot("answerCallbackQuery", callback_query_id=query, text="请先同意", show_alert=True)

    await page.see("dialog.modal .modal-body", "请先同意")
    await page.gone(".inline-button.pending")


async def test_news_moves_neither_the_reader_nor_the_half_written_text(page: Page, sandbox: SandboxClient) -> None:
    await sandbox.start(WANG)
    first = await send(sandbox, WANG, "第一条", reply_markup=keyboard("甲"))
    for number in range(30):
        await send(sandbox, WANG, f"消息 {number}\n二\n三")
    page.open(sandbox.url)
    await page.see(".message .text", "消息 29", pane=0)
    page.driver.find_element(By.CSS_SELECTOR, "#pane-0 textarea").send_keys("写了一半")
    page.run("document.querySelector('#pane-0 .scroller').scrollTop = 40")
    await page.see(".below", pane=0)
    page.run("window.kept = document.querySelector(`[data-message='${arguments[0]}']`)", first)
    await sandbox.bot("editMessageText", chat_id=WANG, message_id=first, text="改过了", reply_markup=keyboard("乙"))
    await send(sandbox, WANG, "新消息")

    await page.see(".inline-button", "乙", pane=0)
    await page.see(".message .text", "新消息", pane=0)

    assert page.run("return document.querySelector('#pane-0 .scroller').scrollTop") == 40
    assert page.run("return document.querySelector('#pane-0 textarea').value") == "写了一半"
    assert page.run("return window.kept.isConnected && window.kept.querySelector('.text').textContent") == "改过了"


async def test_the_phone_number_is_shared_only_after_a_yes(page: Page, sandbox: SandboxClient) -> None:
    await sandbox.start(WANG)
    asked = {"keyboard": [[{"text": "分享手机号", "request_contact": True}]], "one_time_keyboard": True}
    await send(sandbox, WANG, "请分享", reply_markup=asked)
    page.open(sandbox.url)
    await page.press(".reply-button", "分享手机号", pane=0)
    await page.see("dialog.modal .modal-body", "+8613800001001")
    assert all("contact" not in message for message in await sandbox.messages(WANG))
    await page.press("dialog.modal .primary")

    await page.see(".contact", "+8613800001001", pane=0)
    await page.until(lambda: not page.run("return document.querySelector('.reply-button')?.checkVisibility()"), "open")


async def test_staff_find_a_new_topic_and_reply_to_its_card(page: Page, sandbox: SandboxClient) -> None:
    page.open(sandbox.url)
    await page.see(".topic-tab", "综合", pane=1)
    topic = await sandbox.bot("createForumTopic", chat_id=DESK, name="XF-2026-000123")
    thread = topic["result"]["message_thread_id"]
    card = await send(sandbox, DESK, "楼道灯坏了", message_thread_id=thread)
    await page.see(".topic-tab .badge", "2", pane=1)
    await page.press(".topic-tab", "XF-2026-000123", pane=1)
    await page.press(f'[data-message="{card}"] .tools .icon-button', pane=1)
    page.driver.find_element(By.CSS_SELECTOR, "#pane-1 textarea").send_keys("今天去修", Keys.ENTER)

    await page.see(".message.mine .quoted", "楼道灯坏了", pane=1)
    said = (await sandbox.messages("desk-community", thread=thread))[-1]
    assert (said["text"], said["reply_to_message"]["message_id"]) == ("今天去修", card)


async def test_a_dropped_picture_is_sent_with_its_caption(page: Page, sandbox: SandboxClient) -> None:
    await sandbox.start(WANG)
    page.open(sandbox.url)
    await page.see(".message.mine", "/start", pane=0)
    page.driver.execute_async_script(DROP_A_PICTURE)
    caption = await page.see("dialog.modal input[name=caption]")
    caption.send_keys("就是这盏灯", Keys.ENTER)

    await page.see(".message.mine .photo img", pane=0)
    sent = (await sandbox.messages(WANG))[-1]
    assert (sent["caption"], sent["photo"][-1]["width"]) == ("就是这盏灯", 40)


async def test_a_link_to_the_bot_starts_it_with_the_payload(page: Page, sandbox: SandboxClient) -> None:
    await sandbox.start(WANG)
    link = "https://t.me/linli_demo_bot?start=case_7"
    await send(sandbox, WANG, "看这里", entities=[{"type": "text_link", "offset": 0, "length": 2, "url": link}])
    page.open(sandbox.url)
    await page.press(".text a", "看这", pane=0)

    await page.see(".message.mine", "/start case_7", pane=0)


async def test_a_link_with_an_odd_payload_only_opens_the_chat(page: Page, sandbox: SandboxClient) -> None:
    await sandbox.start(WANG)
    links = [f"https://t.me/linli_demo_bot?start={payload}" for payload in ("case%207", "x" * 65, "", "case_7")]
    page.open(sandbox.url)
    script = "return import('/js/links.js').then((m) => arguments[0].map((link) => m.telegramLink(link).kind))"
    assert page.run(script, links) == ["user", "user", "user", "start"]


async def test_on_a_phone_one_column_at_a_time(page: Page, sandbox: SandboxClient) -> None:
    await sandbox.start(WANG)
    await send(sandbox, WANG, "长" * 400, reply_markup=keyboard("一个很长很长很长很长很长很长的按钮", "另一个"))
    page.open(sandbox.url, PHONE)
    await page.press(".chat-row", "邻里")
    await page.see(".inline-button", "另一个", pane=0)
    assert page.run("return document.documentElement.scrollWidth") == PHONE[0]
    await page.press(".pane-header .icon-button[title='返回']", pane=0)
    await page.see(".person", "刘敏")


async def test_the_page_speaks_english_when_asked(page: Page, sandbox: SandboxClient) -> None:
    page.open(sandbox.url)
    await page.press(".tongue", "EN")

    await page.see("button.start", "Start", pane=0)
    await page.see(".pane-subtitle", "You are 王秀英", pane=0)
    unnamed = (
        "return [...document.querySelectorAll('button')]"
        ".filter((b) => b.checkVisibility() && !b.textContent.trim() && !b.ariaLabel).length"
    )
    assert page.run(unnamed) == 0
    await page.press(".tongue", "中文")


async def test_the_date_is_moved_by_hand_and_back(page: Page) -> None:
    today = "return document.querySelector('.civil-time .today').textContent"
    async with running_sandbox(limits=False) as sandbox:
        await sandbox.start(WANG)
        page.open(sandbox.url)
        await page.see(".civil-time .today")
        before = page.run(today)
        await page.press(".civil-time button", "+1 天")
        await page.until(lambda: page.run(today) != before, "the date stands still")
        assert (await sandbox.time())["shift_s"] == 86_400
        await sandbox.move_time(days=400)  # by somebody else: the page hears of it
        year = str(datetime.fromtimestamp((await sandbox.time())["now"], UTC).year)
        await page.see(".civil-time .today", year)
        await sandbox.text(WANG, "以后的话")
        await page.see(".day", "今天", pane=0)
        await page.press(".civil-time button", "回到现在")
        await page.until(lambda: page.run(today) == before, "no way back")
        assert (await sandbox.time())["shift_s"] == 0
        await page.until(lambda: not page.run(BACK), "nothing to go back from")


async def test_times_are_those_of_the_community(page: Page) -> None:
    """Two communities at opposite ends of the calendar, seen by one browser in a third place."""
    with page.standing_in("Pacific/Honolulu"):
        for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
            async with running_sandbox("--timezone", zone, limits=False) as sandbox:
                said = await sandbox.text(WANG, "几点了")
                page.open(sandbox.url)
                await page.see(".civil-time .today", f"{datetime.now(ZoneInfo(zone)).day}日")
                await page.see(".message time", f"{datetime.fromtimestamp(said['date'], ZoneInfo(zone)):%H:%M}", pane=0)
                await page.see(".day", "今天", pane=0)


async def test_where_the_bot_does_not_move_its_time_the_page_says_why(page: Page) -> None:
    refuses = shlex.join([sys.executable, "-c", "print('only in a demo'); raise SystemExit(1)"])
    async with running_sandbox("--time-command", refuses, limits=False) as sandbox:
        page.open(sandbox.url)
        await page.press(".civil-time button", "+1 周")
        await page.see(".toast.bad", "only in a demo")
        await page.see(".civil-time button:not(:disabled)", "+1 周")


async def test_the_page_comes_back_with_the_server(page: Page) -> None:
    async with running_sandbox(limits=False) as first:
        port = first.url.rpartition(":")[2]
        await first.start(WANG)
        page.open(first.url)
        await page.see(".message.mine", "/start", pane=0)
    await page.see(".online", "连接中断")
    async with running_sandbox("--port", port, limits=False) as second:
        await page.see("button.start", "开始", pane=0)
        await second.text(WANG, "又在了")
        await page.see(".message.mine", "又在了", pane=0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_words_stand_out_from_their_ground(page: Page, sandbox: SandboxClient, scheme: str) -> None:
    wish = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", wish)
    page.open(sandbox.url)
    await page.until(lambda: page.run(GROUND), "no colours")
    measured = page.run(CONTRASTS, PAIRS)

    assert [(one, other, round(ratio, 1)) for one, other, ratio in measured if ratio < 4.5] == []
