"""Several `linli run` on one PostgreSQL and one Valkey, behind a load balancer that gives each the next request."""

import asyncio
import itertools
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

from tests.e2e.house import House, open_house
from tests.e2e.people import Person, consented, number_in, said
from tests.postgres_server import Server
from tests.sandbox_client import Json

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(300)]
WORDS = ["一楼", "二楼", "三楼", "四楼", "五楼", "六楼"]


@dataclass
class Balancer:
    """Passes every request to the next process; past one that cannot be reached it goes on to the one after."""

    ports: list[str] = field(default_factory=list)
    taken: dict[str, int] = field(default_factory=dict)
    turn: "itertools.count[int]" = field(default_factory=itertools.count)

    async def pass_on(self, request: web.Request) -> web.Response:
        body = await request.read()
        start = next(self.turn)
        for port in [self.ports[(start + number) % len(self.ports)] for number in range(len(self.ports))]:
            try:
                async with (
                    aiohttp.ClientSession() as http,
                    http.post(f"http://127.0.0.1:{port}{request.path}", data=body, headers=request.headers) as answer,
                ):
                    self.taken[port] = self.taken.get(port, 0) + 1
                    return web.Response(status=answer.status)
            except aiohttp.ClientError:
                continue
        return web.Response(status=502)


def free_port() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


@asynccontextmanager
async def balanced(house: House) -> AsyncIterator[tuple[Balancer, House]]:
    """The house at work in two processes; the second one is yielded as a house of its own."""
    balancer, app = Balancer(), web.Application()
    app.router.add_post("/telegram", balancer.pass_on)
    runner = web.AppRunner(app)
    await runner.setup()
    port = free_port()
    await web.TCPSite(runner, "127.0.0.1", int(port)).start()
    house.environment["LINLI_WEBHOOK_URL"] = f"http://127.0.0.1:{port}/telegram"
    folder = house.folder / "second"
    folder.mkdir()
    second = replace(house, folder=folder, environment={**house.environment, "LINLI_HTTP_PORT": free_port()})
    balancer.ports += [one.environment["LINLI_HTTP_PORT"] for one in (house, second)]
    try:
        await house.start()
        await second.start()
        yield balancer, second
    finally:
        if second.process is not None and second.process.returncode is None:
            assert await second.stop() == 0, second.log
        await runner.cleanup()


async def files(house: House, name: str, begun: asyncio.Event | None = None) -> tuple[Person, str]:
    """File a petition in many messages, sent one upon the other without waiting for answers."""
    person = await consented(house, name)
    for typed in ("/petition", "1", f"{name}报修", "1", "1"):
        await person.write(typed)
    if begun is not None:
        begun.set()
    for word in WORDS:
        await house.box.text(person.ref, f"{name}{word}")
    await person.look(WORDS[-1])
    await person.write("1")
    return person, number_in(said(await person.look("🧾")))


def occurrences(messages: list[Json], words: str) -> int:
    return sum(words in said(message) for message in messages)


async def test_two_processes_share_the_residents_and_one_may_be_killed(
    tmp_path: Path, postgres: Server, valkey: str
) -> None:
    with postgres.database() as url:
        async with (
            open_house(tmp_path, database=url, redis=valkey, webhook=True, started=False, measured=False) as house,
            balanced(house) as (balancer, second),
        ):
            await house.box.settings(webhook_retry_ms=50)
            told = await asyncio.gather(*[files(house, f"甲{number}") for number in range(5)])
            assert min(balancer.taken.values()) > 20, balancer.taken

            begun = [asyncio.Event() for _ in range(3)]
            async with asyncio.TaskGroup() as tasks:
                filing = [tasks.create_task(files(house, f"乙{number}", event)) for number, event in enumerate(begun)]
                await asyncio.gather(*[event.wait() for event in begun])
                await second.kill()
            told += [one.result() for one in filing]

            assert len({number for _, number in told}) == 8
            assert await house.box.idle(quiet_ms=700, timeout_ms=30_000)
            desk = await house.box.messages("desk-community")
            for person, number in told:
                (card,) = [each for each in desk if number in said(each).split("\n")[0] and WORDS[0] in said(each)]
                places = [said(card).find(word) for word in WORDS]
                assert places == sorted(places), said(card)
                receipts = occurrences(await house.box.messages(person.ref), "🧾")
                assert receipts == 1, person
            assert "Traceback" not in house.log + second.log, house.log + second.log


async def test_a_second_program_on_the_same_database_stands_by(tmp_path: Path) -> None:
    """Without Redis one process serves; another takes over when it ends, and nothing is handled twice."""
    async with open_house(tmp_path, measured=False) as house:
        (tmp_path / "second").mkdir()
        second = replace(house, folder=tmp_path / "second", environment=dict(house.environment))
        await second.spawn()
        try:
            async with asyncio.timeout(60):
                while "standing by" not in second.log:  # noqa: ASYNC110 - another process
                    await asyncio.sleep(0.05)
            person, _ = await files(house, "丙一")
            await house.kill()
            await second.working()
            again, _ = await files(house, "丙二")

            for who in (person, again):
                assert occurrences(await house.box.messages(who.ref), "🧾") == 1
            assert "Conflict" not in second.log
            assert "another program polls" not in house.log + second.log
        finally:
            assert await second.stop() == 0, second.log
