"""A headless Chromium with one tab: find by what a person sees, wait instead of sleeping."""

import asyncio
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

WIDE, PHONE = (1280, 800), (390, 844)
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
PATIENCE_S = 10.0
LOOK_EVERY_S = 0.03


class Page:
    """The browser's one tab: waits instead of sleeping, and finds by what a person sees."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self.driver = driver

    def open(self, url: str, size: tuple[int, int] = WIDE) -> None:
        width, height = size
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": size == PHONE}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        self.driver.get("about:blank")
        self.driver.get(url)

    @contextmanager
    def standing_in(self, zone: str) -> Iterator[None]:
        """The browser's own time zone, for the block."""
        self.driver.execute_cdp_cmd("Emulation.setTimezoneOverride", {"timezoneId": zone})
        try:
            yield
        finally:
            self.driver.execute_cdp_cmd("Emulation.setTimezoneOverride", {"timezoneId": ""})

    def errors(self) -> Any:
        return self.driver.get_log("browser")  # type: ignore[no-untyped-call]  # selenium leaves this one untyped

    def run(self, script: str, *arguments: Any) -> Any:
        return self.driver.execute_script(script, *arguments)

    async def until(self, check: Callable[[], Any], what: str) -> Any:
        end = asyncio.get_running_loop().time() + PATIENCE_S
        while not (found := check()):
            if asyncio.get_running_loop().time() > end:
                raise AssertionError(f"{what}; the page's own errors: {self.errors()}")
            await asyncio.sleep(LOOK_EVERY_S)
        return found

    async def see(self, css: str, text: str = "", *, pane: int | None = None) -> WebElement:
        inside = css if pane is None else f"#pane-{pane} {css}"

        def look() -> WebElement | None:
            script = (
                "return [...document.querySelectorAll(arguments[0])].find((e) => e.checkVisibility() "
                "&& e.textContent.includes(arguments[1])) ?? null"
            )
            found: WebElement | None = self.run(script, inside, text)
            return found

        seen: WebElement = await self.until(look, f"no {inside} with {text!r}")
        return seen

    async def gone(self, css: str) -> None:
        await self.until(lambda: not self.driver.find_elements(By.CSS_SELECTOR, css), f"{css} stays")

    async def press(self, css: str, text: str = "", *, pane: int | None = None) -> None:
        self.run("arguments[0].click()", await self.see(css, text, pane=pane))


@contextmanager
def chromium(profile: Path) -> Iterator[webdriver.Chrome | None]:
    """Nothing when this machine has no Chromium."""
    browser, chauffeur = shutil.which("chromium"), shutil.which("chromedriver")
    if not browser or not chauffeur:
        yield None
        return
    options = webdriver.ChromeOptions()
    options.binary_location = browser
    for flag in [*FLAGS.split(), f"--user-data-dir={profile}"]:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    started = webdriver.Chrome(options=options, service=Service(chauffeur))
    try:
        yield started
    finally:
        started.quit()
