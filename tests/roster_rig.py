"""`linli roster` on a database of its own, and files made for it."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
from sqlalchemy import select
from typer.testing import CliRunner

from bot.cli import app
from core.people.model import Resident, RosterEntry, Unit
from core.shared.errors import AppError
from storage.engine import Database
from storage.tables import outbox
from storage.unit_of_work import SqlUnitOfWorkFactory
from tests.factories.cases import a_resident, a_unit
from tests.fakes.world import START

HEAD = ("姓名", "手机号", "楼栋-单元-房号", "户号", "小组", "身份")
WANG = ("王秀英", "13800001001", "3号楼2单元301", "3-2-301", "幸福三组", "党员、居民代表")
LI = ("李强", "138 0000 1002", "3-1-502", "3-1-502", "幸福社区", "")


class Desk:
    """A database with a community and a group, and the command."""

    def __init__(self, url: str, folder: Path) -> None:
        self.database = Database(url)
        self.folder = folder
        self.uow = SqlUnitOfWorkFactory(self.database)
        self.community = a_unit(name="幸福社区")
        self.group = a_unit(name="幸福三组", parent_id=self.community.id)

    async def set_up(self) -> None:
        async with self.uow() as uow:
            uow.units.add(self.community)
            uow.units.add(self.group)
            await uow.commit()

    async def run(self, *arguments: str) -> tuple[str, str]:
        done = await asyncio.to_thread(CliRunner().invoke, app, ["roster", *arguments])
        error = done.exception
        return error.code if isinstance(error, AppError) else str(done.exit_code), done.output

    async def take(self, *rows: Sequence[Any], yes: bool = True) -> tuple[str, str]:
        return await self.run("import", str(self.sheet(*rows)), *(["--yes"] if yes else []))

    def sheet(self, *rows: Sequence[Any], head: Sequence[str] = HEAD) -> Path:
        book = openpyxl.Workbook()
        for row in (head, *rows):
            book.worksheets[0].append(list(row))
        file = self.folder / "roster.xlsx"
        book.save(file)
        return file

    async def everybody(self) -> dict[str, RosterEntry]:
        async with self.uow.reading() as uow:
            return {entry.name: entry for entry in await uow.roster.everybody()}

    async def resident(self, unit: Unit) -> Resident:
        resident = a_resident(unit).agrees(START).agrees_to_transfer(START)
        async with self.uow() as uow:
            await uow.residents.save(resident)
            await uow.commit()
        return resident

    async def bind(self, name: str, resident: Resident) -> None:
        entry = (await self.everybody())[name]
        async with self.uow() as uow:
            assert await uow.roster.bind(entry.id, resident.id)
            await uow.commit()

    async def outbox(self) -> Sequence[Any]:
        async with self.database.reading() as connection:
            return (await connection.execute(select(outbox))).mappings().all()
