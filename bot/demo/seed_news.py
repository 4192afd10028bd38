"""A small archive of disclosures, so that there is something behind the door of a demo."""

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.adapters.sheets import PdfSheets
from bot.adapters.words import search_tokenizer
from bot.foundation import Foundation
from core.disclosure.model import Category, Event, Item, Part, Span, Version
from core.disclosure.ports import Sheet, SheetMaker
from core.disclosure.reading import findable, searchable
from core.disclosure.tables import Table
from core.people.model import Unit
from core.routing.ports import Tokenizer
from core.shared.blobs import BlobStore
from core.shared.clock import Clock, local_day
from core.shared.ids import IdSource, ItemId, VersionId
from core.shared.marks import Marked
from core.shared.messages import MediaRef
from core.uow import UnitOfWork, UnitOfWorkFactory

EXAMPLE = Path(__file__).with_name("archive.json")
_NOBODY = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedNews:
    """Items that were reviewed long ago, in chats the bot does not know: nobody is told anything."""

    uow: UnitOfWorkFactory
    clock: Clock
    ids: IdSource
    tokenizer: Tokenizer
    sheets: SheetMaker
    blobs: BlobStore

    async def __call__(self, rows: list[dict[str, Any]]) -> int:
        """Return how many were added; one that is there is recognised by its place in the list."""
        prepared = [[await self._prepared(each) for each in (row, row.get("correction")) if each] for row in rows]
        added = 0
        async with self.uow() as uow:
            units = {unit.name: unit for unit in await uow.units.all()}
            for number, (row, contents) in enumerate(zip(rows, prepared, strict=True)):
                if row["unit"] in units and await uow.disclosure.by_source(f"seed:{number}:1") is None:
                    await self._add(uow, units[row["unit"]], row, contents, number)
                    added += 1
            if added:
                await uow.commit()
        return added

    async def _prepared(self, content: dict[str, Any]) -> tuple[dict[str, Any], tuple[Part, ...], list[str]]:
        table = Table.of(content["table"]) if "table" in content else None
        file = None
        if content.get("sheet"):
            lines = content["text"].splitlines()
            blob = await self.blobs.put(await self.sheets.make(Sheet(title=content["title"], lines=lines)))
            file = MediaRef("document", blob=blob, name=f"{content['title']}.pdf")
        parts = (Part(words=Marked(content["text"]), file=file, table=table),)
        draft = self._version(ItemId(""), "", content["title"], parts, self.clock.now())
        return content, parts, await findable(self.tokenizer, searchable(draft))

    async def _add(
        self,
        uow: UnitOfWork,
        unit: Unit,
        row: dict[str, Any],
        contents: list[tuple[dict[str, Any], tuple[Part, ...], list[str]]],
        number: int,
    ) -> None:
        span = Span.parse(row["span"])
        made = self.clock.now() - timedelta(days=row["days_ago"], hours=6)
        item = Item(
            id=ItemId(self.ids.new()),
            unit_id=unit.id,
            made_at=made,
            category=Category(row["category"]),
            span=span,
            span_chosen=True,
        )
        uow.disclosure.add(item)
        for n, (content, parts, words) in enumerate(contents, 1):
            at = self.clock.now() - timedelta(days=content["days_ago"])
            today = local_day(at, self.clock.zone)
            item = item.published(item.number or await uow.disclosure.next_number(today.year), at, today)
            draft = self._version(item.id, f"seed:{number}:{n}", content["title"], parts, made)
            published = draft.apply(Event.SUBMIT).apply(Event.PUBLISH)
            uow.disclosure.add_version(replace(published, n=n, published_at=at))
            await uow.disclosure.save(item)
            await uow.disclosure.index(item.id, words)

    def _version(self, item_id: ItemId, source: str, title: str, parts: tuple[Part, ...], made: datetime) -> Version:
        return Version(
            id=VersionId(self.ids.new()),
            item_id=item_id,
            source=source,
            title=title,
            author_id=_NOBODY,
            author_name="",
            made_at=made,
            parts=parts,
        )


async def seed_news(ground: Foundation) -> None:
    """Put the example's archive behind the door. Safe to repeat."""
    seed = SeedNews(
        uow=ground.uow,
        clock=ground.clock,
        ids=ground.ids,
        tokenizer=search_tokenizer(),
        sheets=PdfSheets(),
        blobs=ground.blobs,
    )
    await seed(json.loads(EXAMPLE.read_text(encoding="utf-8")))
