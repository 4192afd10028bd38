"""Figures for the staff of a unit, and of the units above it; the public reads what is disclosed to it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Protocol

from core.figures.hot_words import HotWord, title
from core.figures.model import FiguresReader, Said
from core.figures.outcome_lines import outcome_lines, volunteer_lines
from core.figures.report import Report, lines_of, subtree
from core.figures.spans import Span, year_before
from core.people.model import Purpose, Unit
from core.shared.actor import StaffActor
from core.shared.blobs import BlobStore
from core.shared.clock import Clock, local_day
from core.shared.errors import DomainError
from core.shared.ids import UnitId
from core.shared.language import Language
from core.shared.messages import MediaRef, MessageSpec
from core.shared.outbox import Operation, OutboxItem, Priority
from core.uow import UnitOfWorkFactory

WEEK = timedelta(days=7)


class Form(StrEnum):
    """A file that figures come as; in button codes by value."""

    PICTURE = "png"
    XLSX = "xlsx"
    CSV = "csv"
    PDF = "pdf"


class FigureFiles(Protocol):
    async def make(self, report: Report, hot: list[HotWord], form: Form, language: Language) -> bytes:
        """Return the file's bytes, in a language."""
        ...


FindHotWords = Callable[[Said], Awaitable[list[HotWord]]]
"""Slow the first time; never inside a unit of work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeReport:
    """Count a unit and all below it, beside the same days of the year before, in reads of its own."""

    reader: FiguresReader
    clock: Clock
    find: FindHotWords

    async def __call__(self, units: list[Unit], span: Span) -> Report:
        """`units` are the unit and those below it, parents first. Raises DomainError("figures-future")."""
        today = local_day(self.clock.now(), self.clock.zone)
        if span.first > today:
            raise DomainError("figures-future")
        until, ids = span.until(today), [unit.id for unit in units]
        before = year_before(span.first)
        before_until = year_before(until) if until < span.last else span.a_year_before.last
        now = self.clock.now()
        this = await self.reader.count(ids, self._at(span.first), self._after(until), now)
        last = await self.reader.count(ids, self._at(before), self._after(before_until), now)
        lines = lines_of((this, last), units, yearly=not span.parted)
        came = [
            await self.reader.outcomes(ids, self._at(start), self._after(last_day), _days_of(start.year, today))
            for start, last_day in ((span.first, until), (before, before_until))
        ]
        lines += outcome_lines((came[0], came[1]), units, span, self.clock.zone)
        if not span.parted and until == today:  # nobody has noted how it was in other years
            lines += volunteer_lines(await self.reader.helpers(ids))
        return Report(
            unit=units[0],
            span=span,
            until=until,
            before_until=before_until,
            lines=lines,
            below=[unit for unit in units if unit.parent_id == units[0].id],
        )

    async def hot_words(self, units: list[Unit]) -> list[HotWord]:
        """Return those of the seven days up to now."""
        now = self.clock.now()
        return await self.find(await self.reader.said([unit.id for unit in units], now - WEEK, now))

    def _at(self, day: date) -> datetime:
        return datetime.combine(day, time(), tzinfo=self.clock.zone)

    def _after(self, day: date) -> datetime:
        return self._at(day + timedelta(days=1))


def _days_of(year: int, today: date) -> tuple[date, date]:
    """Return the days of a year whose ratings are told: today's are not, so that whoever looks twice learns nothing."""
    return date(year, 1, 1), min(date(year + 1, 1, 1), today)


@dataclass(frozen=True, slots=True, kw_only=True)
class TellWords:
    """The week's hot words in a line for each unit that has a desk, of it and all below it."""

    uow: UnitOfWorkFactory
    make: MakeReport

    async def __call__(self) -> dict[UnitId, MessageSpec]:
        """Slow; raises StorageError."""
        async with self.uow.reading() as uow:
            units = await uow.units.all()
            desks = {chat.unit_id for chat in await uow.staff_chats.all() if Purpose.DESK in chat.purposes}
        found = {unit: await self.make.hot_words(subtree(units, unit)) for unit in sorted(desks)}
        return {unit: MessageSpec("branch-brief-words", {"words": title(hot)}) for unit, hot in found.items() if hot}


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeFigures:
    """What a desk may see of its unit and of the units below."""

    uow: UnitOfWorkFactory
    make: MakeReport

    async def __call__(self, actor: StaffActor, unit_id: UnitId | None, span: Span) -> Report:
        """Raises DomainError("figures-at-desk") elsewhere, ("figures-not-below") for another unit, "figures-future"."""
        return await self.make(await self._units(actor, unit_id), span)

    async def hot_words(self, actor: StaffActor, unit_id: UnitId | None) -> tuple[Unit, list[HotWord]]:
        """Raises the same."""
        units = await self._units(actor, unit_id)
        return units[0], await self.make.hot_words(units)

    async def _units(self, actor: StaffActor, unit_id: UnitId | None) -> list[Unit]:
        async with self.uow.reading() as uow:
            chat = await uow.staff_chats.get(actor.chat_id)
            if chat is None or Purpose.DESK not in chat.purposes:
                raise DomainError("figures-at-desk")
            everything = await uow.units.all()
        ours = subtree(everything, chat.unit_id)
        wanted = unit_id or chat.unit_id
        if wanted not in {unit.id for unit in ours}:
            raise DomainError("figures-not-below")
        return subtree(everything, wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class SendFigures:
    """Make a file of figures and send it to the desk that asked."""

    uow: UnitOfWorkFactory
    see: SeeFigures
    files: FigureFiles
    blobs: BlobStore

    async def __call__(self, actor: StaffActor, unit_id: UnitId | None, span: Span, form: Form, press: str) -> None:
        """`press` names the press, so that a repeated update sends one file. Raises what `SeeFigures` raises."""
        report = await self.see(actor, unit_id, span)
        hot = (await self.see.hot_words(actor, unit_id))[1] if form is Form.PDF else []
        blob = await self.blobs.put(await self.files.make(report, hot, form, actor.language))
        kind = "photo" if form is Form.PICTURE else "document"
        media = MediaRef(kind, blob=blob, name=f"{span.key}.{form}")
        spec = MessageSpec("figures-file", report.heading(), media=media)
        item = OutboxItem(
            dedupe=f"figures:{press}",
            operation=Operation.SEND,
            chat_id=actor.chat_id,
            priority=Priority.REPLY,
            spec=spec,
        )
        async with self.uow() as uow:
            uow.outbox.add(item)
            await uow.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresUseCases:
    see: SeeFigures
    send: SendFigures


def figures_use_cases(
    uow: UnitOfWorkFactory, make: MakeReport, files: FigureFiles, blobs: BlobStore
) -> FiguresUseCases:
    see = SeeFigures(uow=uow, make=make)
    return FiguresUseCases(see=see, send=SendFigures(uow=uow, see=see, files=files, blobs=blobs))
