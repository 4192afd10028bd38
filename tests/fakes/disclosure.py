from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from core.disclosure.model import Category, Item, Part, State, Version
from core.disclosure.ports import Offered, Post, Sheet
from core.disclosure.queries import ItemView, NewsRow, PublicAnswer
from core.disclosure.tables import Table
from core.petitions.model import Author, CaseMessage, Event
from core.shared.errors import NotFoundError, StorageError
from core.shared.ids import ChatId, ItemId, MessageId, PetitionId, UnitId, VersionId
from core.shared.marks import Marked, without_people
from core.shared.messages import MediaRef
from tests.fakes.database import FakeDatabase, FakeWork, Tables, require, unique


class FakeDisclosureRepository:
    def __init__(self, work: FakeWork) -> None:
        self._work = work

    def add(self, item: Item) -> None:
        def write(tables: Tables) -> None:
            require(item.unit_id in tables.units)
            tables.items[item.id] = item

        self._work.later(write)

    def add_version(self, version: Version) -> None:
        def write(tables: Tables) -> None:
            require(version.item_id in tables.items)
            unique(version.source not in {v.source for v in tables.versions.values()}, "news-exists")
            tables.versions[version.id] = _kept(version)

        self._work.later(write)

    async def item(self, item_id: ItemId) -> Item:
        found = self._work.now().items.get(item_id)
        if found is None:
            raise NotFoundError("news-unknown")
        return found

    async def by_number(self, number: str) -> Item | None:
        return next((item for item in self._work.now().items.values() if item.number == number), None)

    async def version(self, version_id: VersionId) -> Version:
        found = self._work.now().versions.get(version_id)
        if found is None:
            raise NotFoundError("news-unknown")
        return found

    async def lock(self, version_id: VersionId) -> tuple[Item, Version]:
        if self._work.reads_only:
            raise StorageError("storage-failed")
        version = await self.version(version_id)
        return await self.item(version.item_id), version

    async def by_source(self, source: str) -> Version | None:
        return next((v for v in self._work.now().versions.values() if v.source == source), None)

    async def unfinished(self, item_id: ItemId) -> Version | None:
        over = {State.PUBLISHED, State.DROPPED}
        versions = self._work.now().versions.values()
        return next((v for v in versions if v.item_id == item_id and v.state not in over), None)

    async def that_counts(self, item_id: ItemId) -> Version | None:
        versions = self._work.now().versions.values()
        public = [v for v in versions if v.item_id == item_id and v.state is State.PUBLISHED]
        return max(public, key=lambda v: v.n, default=None)

    async def save(self, item: Item) -> None:
        self._work.now().items[item.id] = item

    async def save_version(self, version: Version) -> None:
        self._work.now().versions[version.id] = _kept(version)

    async def next_number(self, year: int) -> str:
        counters = self._work.now().news_counters
        counters[year] = counters.get(year, 0) + 1
        return f"GK-{year}-{counters[year]:04d}"

    async def index(self, item_id: ItemId, words: Collection[str]) -> None:
        found_by = self._work.now().news_words
        found_by[item_id] = found_by.get(item_id, frozenset()) | {*words}

    async def link(self, chat_id: ChatId, message_id: MessageId, post: Post) -> None:
        self._work.now().posts[chat_id, message_id] = post

    async def linked(self, chat_id: ChatId, message_id: MessageId) -> Post | None:
        return self._work.now().posts.get((chat_id, message_id))


def _kept(version: Version) -> Version:
    return replace(version, parts=tuple(Part.from_json(part.to_json()) for part in version.parts))


class FakeDisclosureReader:
    def __init__(self, database: FakeDatabase) -> None:
        self._database = database

    @property
    def _tables(self) -> Tables:
        return self._database.committed

    async def units_of(self, unit_id: UnitId) -> Sequence[UnitId]:
        found: list[UnitId] = []
        at: UnitId | None = unit_id
        while at is not None and at in self._tables.units:
            found.append(at)
            at = self._tables.units[at].parent_id
        return found

    async def counts(self, units: Collection[UnitId]) -> Mapping[Category, int]:
        rows = self._current(units)
        return {category: n for category in Category if (n := sum(row.category is category for row in rows))}

    async def rows(
        self, units: Collection[UnitId], category: Category | None = None, *, offset: int = 0, limit: int = 8
    ) -> Sequence[NewsRow]:
        rows = [row for row in self._current(units) if category in {None, row.category}]
        return rows[offset : offset + limit]

    async def find(
        self, units: Collection[UnitId], words: Sequence[str], *, every: bool = True, limit: int = 8
    ) -> Sequence[NewsRow]:
        asked, enough = {*words}, all if every else any
        found_by = self._tables.news_words
        rows = [r for r in self._current(units) if words and enough(w in found_by.get(r.id, ()) for w in asked)]
        return sorted(rows, key=lambda row: -len(asked.intersection(found_by[row.id])))[:limit]

    async def by_number(self, number: str) -> ItemId | None:
        return next((item.id for item in self._tables.items.values() if item.number == number), None)

    async def view(self, item_id: ItemId) -> ItemView:
        item = self._tables.items.get(item_id)
        if item is None or item.number is None:
            raise NotFoundError("news-unknown")
        versions = [v for v in self._versions() if v.item_id == item_id]
        return ItemView(
            item=item,
            unit_name=self._tables.units[item.unit_id].name,
            versions=sorted(versions, key=lambda v: v.n),
            answers=self._answers(item_id),
        )

    async def published_between(self, units: Collection[UnitId], since: datetime, until: datetime) -> Sequence[NewsRow]:
        rows = [_row(self._tables.items[v.item_id], v) for v in self._versions()]
        rows = [row for row in rows if row.unit_id in units and since <= row.published_at < until]
        return sorted(rows, key=lambda row: (row.published_at, row.number))

    def _versions(self) -> list[Version]:
        return [v for v in self._tables.versions.values() if v.state is State.PUBLISHED]

    def _current(self, units: Collection[UnitId]) -> list[NewsRow]:
        items = self._tables.items
        rows = [_row(items[v.item_id], v) for v in self._versions() if items[v.item_id].current == v.n]
        here = [row for row in rows if row.unit_id in units]
        return sorted(here, key=lambda row: (row.published_at, row.number), reverse=True)

    def _answers(self, item_id: ItemId) -> list[PublicAnswer]:
        tables = self._tables
        held = {row.item.case_message_id for row in tables.held()}
        answered = {(row.petition_id, row.at) for row in tables.history if row.event is Event.ANSWER}
        latest: dict[PetitionId, CaseMessage] = {}
        for message in tables.messages.values():
            formal = message.author is Author.STAFF and (message.petition_id, message.at) in answered
            if formal and message.id not in held and tables.petitions[message.petition_id].about == item_id:
                latest[message.petition_id] = message
        return [
            PublicAnswer(
                words=Marked(message.text, without_people(message.marks)),
                at=message.at,
                unit_name=tables.units[message.unit_id or tables.petitions[message.petition_id].unit_id].name,
            )
            for message in sorted(latest.values(), key=lambda message: message.at)
            if message.text
        ]


def _row(item: Item, version: Version) -> NewsRow:
    assert item.number is not None
    assert item.category is not None
    assert version.published_at is not None
    assert item.board_until is not None
    return NewsRow(
        id=item.id,
        unit_id=item.unit_id,
        number=item.number,
        title=version.title,
        category=item.category,
        span=item.span,
        n=version.n,
        published_at=version.published_at,
        board_until=item.board_until,
    )


class FakeTokenizer:
    """Words are what stands between spaces, and each character."""

    def words(self, text: str) -> Iterable[str]:
        return [*text.split(), *text]


@dataclass(slots=True)
class FakePapers:
    """Files that Telegram has, by their ids; each has the same copy, and perhaps a table."""

    tables: dict[str, Table] = field(default_factory=dict)
    taken: list[Offered] = field(default_factory=list)

    async def take(self, file: Offered) -> tuple[MediaRef, Table | None]:
        self.taken.append(file)
        return MediaRef(file.kind, "a" * 64, file.file_id, file.name), self.tables.get(file.file_id)


@dataclass(slots=True)
class FakeSheets:
    made: list[Sheet] = field(default_factory=list)

    async def make(self, sheet: Sheet) -> bytes:
        self.made.append(sheet)
        return b"%PDF-" + sheet.link.encode()
