from collections.abc import Collection

from sqlalchemy import insert, select, update

from core.disclosure.model import Item, State, Version
from core.disclosure.ports import Post, PostRole
from core.shared.errors import NotFoundError, StorageError
from core.shared.ids import BlobId, ChatId, ItemId, MessageId, VersionId
from storage.disclosure_rows import item_of, item_values, version_of, version_values
from storage.search import written
from storage.tables import (
    blobs,
    disclosure_counters,
    disclosure_items,
    disclosure_posts,
    disclosure_versions,
    disclosure_words,
)
from storage.work import Work

_UNFINISHED = (State.DRAFT, State.REVIEW, State.FINANCE_REVIEW)


class SqlDisclosureRepository:
    def __init__(self, work: Work) -> None:
        self._work = work

    def add(self, item: Item) -> None:
        self._work.later(insert(disclosure_items).values(item_values(item)))

    def add_version(self, version: Version) -> None:
        self._keep_blobs(version)
        self._work.later(insert(disclosure_versions).values(version_values(version)))

    async def item(self, item_id: ItemId) -> Item:
        return await self._item(item_id, locked=False)

    async def by_number(self, number: str) -> Item | None:
        wanted = select(disclosure_items).where(disclosure_items.c.number == number).with_for_update(key_share=True)
        row = (await self._work.run(wanted)).mappings().one_or_none()
        return None if row is None else item_of(row)

    async def version(self, version_id: VersionId) -> Version:
        wanted = select(disclosure_versions).where(disclosure_versions.c.id == version_id)
        row = (await self._work.run(wanted)).mappings().one_or_none()
        if row is None:
            raise NotFoundError("news-unknown")
        return version_of(row)

    async def lock(self, version_id: VersionId) -> tuple[Item, Version]:
        """SQLite knows no row locks; there the transaction itself is the lock, because it began as a writer."""
        if self._work.reads_only:
            raise StorageError("storage-failed")  # PostgreSQL would say so; SQLite would let it pass
        item = await self._item((await self.version(version_id)).item_id, locked=True)
        return item, await self.version(version_id)  # as it is now that nobody else can change it

    async def _item(self, item_id: ItemId, *, locked: bool) -> Item:
        wanted = select(disclosure_items).where(disclosure_items.c.id == item_id)
        wanted = wanted.with_for_update(key_share=True) if locked else wanted
        row = (await self._work.run(wanted)).mappings().one_or_none()
        if row is None:
            raise NotFoundError("news-unknown")
        return item_of(row)

    async def by_source(self, source: str) -> Version | None:
        wanted = select(disclosure_versions).where(disclosure_versions.c.source == source)
        row = (await self._work.run(wanted)).mappings().one_or_none()
        return None if row is None else version_of(row)

    async def unfinished(self, item_id: ItemId) -> Version | None:
        theirs = (disclosure_versions.c.item_id == item_id) & disclosure_versions.c.state.in_(_UNFINISHED)
        row = (await self._work.run(select(disclosure_versions).where(theirs).limit(1))).mappings().one_or_none()
        return None if row is None else version_of(row)

    async def that_counts(self, item_id: ItemId) -> Version | None:
        public = (disclosure_versions.c.item_id == item_id) & (disclosure_versions.c.state == State.PUBLISHED)
        wanted = select(disclosure_versions).where(public).order_by(disclosure_versions.c.n.desc()).limit(1)
        row = (await self._work.run(wanted)).mappings().one_or_none()
        return None if row is None else version_of(row)

    async def save(self, item: Item) -> None:
        changed = update(disclosure_items).where(disclosure_items.c.id == item.id)
        await self._work.run(changed.values(item_values(item)))

    async def save_version(self, version: Version) -> None:
        self._keep_blobs(version)
        changed = update(disclosure_versions).where(disclosure_versions.c.id == version.id)
        await self._work.run(changed.values(version_values(version)))

    def _keep_blobs(self, version: Version) -> None:
        if kept := sorted({BlobId(file.blob) for file in version.files if file.blob}):
            self._work.later(self._work.insert_new(blobs, [{"id": blob_id} for blob_id in kept]))

    async def next_number(self, year: int) -> str:
        counter = self._work.insert(disclosure_counters).values(year=year, last=1)
        raised = {"last": disclosure_counters.c.last + 1}
        counter = counter.on_conflict_do_update(index_elements=["year"], set_=raised)
        last = (await self._work.run(counter.returning(disclosure_counters.c.last))).scalar_one()
        return f"GK-{year}-{last:04d}"

    async def index(self, item_id: ItemId, words: Collection[str]) -> None:
        theirs = disclosure_words.c.item_id == item_id
        before = (await self._work.run(select(disclosure_words.c.words).where(theirs))).scalar_one_or_none()
        values = {"item_id": item_id, "words": written(words, before or "")}
        if before is None:
            await self._work.run(insert(disclosure_words).values(values))
        else:
            await self._work.run(update(disclosure_words).where(theirs).values(values))

    async def link(self, chat_id: ChatId, message_id: MessageId, post: Post) -> None:
        values = {
            "chat_id": chat_id,
            "message_id": message_id,
            "version_id": post.version_id,
            "role": post.role,
            "detail": post.detail,
        }
        await self._work.run(self._work.upsert(disclosure_posts, values))

    async def linked(self, chat_id: ChatId, message_id: MessageId) -> Post | None:
        here = (disclosure_posts.c.chat_id == chat_id) & (disclosure_posts.c.message_id == message_id)
        row = (await self._work.run(select(disclosure_posts).where(here))).mappings().one_or_none()
        return None if row is None else Post(VersionId(row["version_id"]), PostRole(row["role"]), row["detail"])
