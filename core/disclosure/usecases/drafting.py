"""The desk writes: a draft is begun, added to, given its head, and sent to review."""

from dataclasses import dataclass, replace

from core.disclosure import messages
from core.disclosure.access import access_desk, access_draft
from core.disclosure.model import (
    MAX_PARTS,
    MAX_TEXT,
    MAX_TITLE,
    NOTHING,
    Category,
    Event,
    Item,
    Part,
    Span,
    State,
    Version,
    number_of,
    title_of,
)
from core.disclosure.ports import Offered, PaperIntake, Post, PostRole
from core.shared.actor import StaffActor
from core.shared.clock import Clock, local_day
from core.shared.errors import ConflictError, DomainError, NotFoundError
from core.shared.ids import ChatId, IdSource, ItemId, MessageId, VersionId
from core.shared.marks import Marked
from core.shared.messages import MessageSpec
from core.shared.text import excerpt, is_blank, utf16_len
from core.uow import UnitOfWork, UnitOfWorkFactory


@dataclass(frozen=True, slots=True)
class Material:
    """What a colleague's message offers for disclosure."""

    message_id: MessageId
    words: Marked = NOTHING
    file: Offered | None = None

    @property
    def empty(self) -> bool:
        return self.file is None and is_blank(self.words.text)


@dataclass(frozen=True, slots=True)
class Seen:
    """A draft and what the desk sees of it."""

    item: Item
    version: Version
    spec: MessageSpec
    private: bool = False
    """It was not sent: a number of somebody or a hidden part of a file is in it, and the desk must say it is meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafting:
    """What the use cases of the desk share."""

    uow: UnitOfWorkFactory
    clock: Clock
    ids: IdSource
    papers: PaperIntake

    async def part_of(self, actor: StaffActor, material: Material) -> Part:
        """Fetch the file, if there is one. Network: before the transaction."""
        if material.file is None:
            return Part(said_in=material.message_id, words=material.words, by=actor.user_id)
        file, table = await self.papers.take(material.file)
        return Part(said_in=material.message_id, words=material.words, file=file, table=table, by=actor.user_id)

    async def seen(self, uow: UnitOfWork, item: Item, version: Version) -> Seen:
        unit = await uow.units.get(item.unit_id)
        return Seen(item, version, messages.panel(item, version, unit.name))


def ensure_fits(version: Version) -> None:
    """Raises DomainError if the version has grown beyond what can be shown."""
    if len(version.parts) > MAX_PARTS:
        raise DomainError("news-many-parts", most=MAX_PARTS)
    if utf16_len(version.words.text) > MAX_TEXT:
        raise DomainError("news-long", most=MAX_TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginDraft(Drafting):
    """Begin to write an item, or the correction of one; what it was begun by begins it once."""

    async def __call__(
        self, actor: StaffActor, source: str, *, title: str = "", material: Material | None = None
    ) -> Seen:
        """`title` may be the number of an item: then this corrects it.

        Raises DomainError("news-at-desk"), ConflictError("news-being-corrected") or one of a file.
        """
        part = None if material is None or material.empty else await self.part_of(actor, material)
        async with self.uow() as uow:
            chat = await access_desk(uow, actor)
            if earlier := await uow.disclosure.by_source(source):
                return await self.seen(uow, await uow.disclosure.item(earlier.item_id), earlier)
            now = self.clock.now()
            item = await self._corrected(uow, title)
            if item is not None and item.unit_id != chat.unit_id:
                raise NotFoundError("news-unknown")
            if item is None:
                item = Item(id=ItemId(self.ids.new()), unit_id=chat.unit_id, made_at=now)
                uow.disclosure.add(item)
            parts = () if part is None else (part,)
            version = Version(
                id=VersionId(self.ids.new()),
                item_id=item.id,
                source=source,
                title=await self._title_of(uow, item) or title_of(parts, title),
                author_id=actor.user_id,
                author_name=actor.name,
                made_at=now,
                parts=parts,
            )
            ensure_fits(version)
            uow.disclosure.add_version(version)
            if material is not None and part is not None:
                post = Post(version.id, PostRole.SOURCE)
                await uow.disclosure.link(actor.chat_id, material.message_id, post)
            uow.audit.record("news.begun", str(actor.user_id), item.id, at=now)
            seen = await self.seen(uow, item, version)
            await uow.commit()
        return seen

    async def _title_of(self, uow: UnitOfWork, item: Item) -> str:
        """Return what a published item is called; "" for a new one."""
        counts = await uow.disclosure.that_counts(item.id)
        return "" if counts is None else counts.title

    async def _corrected(self, uow: UnitOfWork, title: str) -> Item | None:
        number = number_of(title, local_day(self.clock.now(), self.clock.zone).year) if _names_item(title) else None
        if number is None:
            return None
        item = await uow.disclosure.by_number(number)
        if item is None:
            raise NotFoundError("news-unknown")
        if await uow.disclosure.unfinished(item.id):
            raise ConflictError("news-being-corrected", number=number)
        return item


def _names_item(title: str) -> bool:
    """Tell whether a title is written as the number of an item: a bare number is a title."""
    return title.strip()[:2].upper() == "GK"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeDraft(Drafting):
    """Show a draft as it is now; the message that shows it is one that can be answered."""

    async def __call__(self, actor: StaffActor, version_id: VersionId, shown_in: MessageId | None = None) -> Seen:
        """Raises NotFoundError("news-unknown")."""
        async with self.uow() as uow:
            item, version = await access_draft(uow, actor, version_id)
            if shown_in is not None:
                await uow.disclosure.link(actor.chat_id, shown_in, Post(version.id, PostRole.PANEL))
            seen = await self.seen(uow, item, version)
            await uow.commit()
        return seen

    async def linked(self, chat_id: ChatId, message_id: MessageId) -> Post | None:
        """Return what a message in a chat has to do with a version."""
        async with self.uow.reading() as uow:
            return await uow.disclosure.linked(chat_id, message_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddToDraft(Drafting):
    """Add what an answer to the draft's message brings; the same message twice is added once."""

    async def __call__(self, actor: StaffActor, version_id: VersionId, material: Material) -> Seen:
        """Raises DomainError (nothing in it, too much, not a draft any more) or one of a file."""
        if material.empty:
            raise DomainError("news-empty")
        return await self._write(actor, version_id, material)

    async def _write(self, actor: StaffActor, version_id: VersionId, material: Material) -> Seen:
        async with self.uow.reading() as uow:
            (await uow.disclosure.version(version_id)).apply(Event.WRITE)  # else nothing is fetched
        part = await self.part_of(actor, material)
        async with self.uow() as uow:
            item, was = await access_draft(uow, actor, version_id)
            version = was.apply(Event.WRITE).with_part(part)
            version = replace(version, title=version.title or title_of(version.parts))
            ensure_fits(version)
            await uow.disclosure.save_version(version)
            await uow.disclosure.link(actor.chat_id, material.message_id, Post(version.id, PostRole.SOURCE))
            seen = await self.seen(uow, item, version)
            await uow.commit()
        return seen


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendDraft(AddToDraft):
    """Take an edit of a message that was put into a draft; what is reviewed or published does not change any more."""

    async def __call__(self, actor: StaffActor, version_id: VersionId, material: Material) -> Seen:
        """Raises DomainError("news-<state>-edited") once it is out of the desk's hands."""
        async with self.uow.reading() as uow:
            state = (await uow.disclosure.version(version_id)).state
        if state is not State.DRAFT:
            raise DomainError("news-edited-published" if state is State.PUBLISHED else "news-edited")
        return await self._write(actor, version_id, material)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooseHead(Drafting):
    """Say of what kind an item is, of what time it speaks, or what it is called."""

    async def __call__(
        self,
        actor: StaffActor,
        version_id: VersionId,
        *,
        category: Category | None = None,
        span: Span | None = None,
        no_span: bool = False,
    ) -> Seen:
        """Raises DomainError if it is no draft, or a correction: that keeps what the item has."""
        async with self.uow() as uow:
            item, version = await access_draft(uow, actor, version_id)
            version.apply(Event.WRITE)
            if item.current:
                raise DomainError("news-head-stays")
            if category is not None:
                item = replace(item, category=category)
            if span is not None or no_span:
                item = replace(item, span=span, span_chosen=True)
            await uow.disclosure.save(item)
            seen = await self.seen(uow, item, version)
            await uow.commit()
        return seen

    async def call(self, actor: StaffActor, version_id: VersionId, title: str) -> Seen:
        """Give the draft another title; raises DomainError("news-no-title") for an empty one."""
        if is_blank(title):
            raise DomainError("news-no-title")
        async with self.uow() as uow:
            item, was = await access_draft(uow, actor, version_id)
            version = replace(was.apply(Event.WRITE), title=excerpt(" ".join(title.split()), MAX_TITLE))
            await uow.disclosure.save_version(version)
            seen = await self.seen(uow, item, version)
            await uow.commit()
        return seen


@dataclass(frozen=True, slots=True, kw_only=True)
class DropDraft(Drafting):
    """Give a draft up. Twice is once."""

    async def __call__(self, actor: StaffActor, version_id: VersionId) -> Seen:
        async with self.uow() as uow:
            item, version = await access_draft(uow, actor, version_id)
            if version.state is not State.DROPPED:
                version = version.apply(Event.DROP)
                await uow.disclosure.save_version(version)
                uow.audit.record("news.dropped", str(actor.user_id), item.id, at=self.clock.now())
            seen = await self.seen(uow, item, version)
            await uow.commit()
        return seen
