"""The supervisors look: what they agree to is published, what not goes back with a reason."""

from dataclasses import dataclass, replace

from core.disclosure import messages
from core.disclosure.access import access_review
from core.disclosure.model import Category, Event, Item, State, Version
from core.disclosure.ports import Post, PostRole
from core.disclosure.reading import findable, searchable
from core.people.model import Purpose
from core.routing.ports import Tokenizer
from core.shared.actor import StaffActor
from core.shared.clock import Clock, local_day
from core.shared.errors import ConflictError, DomainError, NotFoundError
from core.shared.ids import MessageId, VersionId
from core.shared.messages import Term
from core.shared.text import excerpt, is_blank
from core.uow import UnitOfWork, UnitOfWorkFactory

MAX_REASON = 500
"""UTF-16 units."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a reviewer has seen: which version, in which review, in which round of it."""

    version_id: VersionId
    stage: State
    round: int

    @property
    def detail(self) -> str:
        return f"{messages.STAGES[self.stage]}.{self.round}"

    @classmethod
    def parse(cls, version_id: str, stage: str, seen_round: int) -> "Look":
        """Raises NotFoundError("news-unknown") for what was forged."""
        known = {letter: state for state, letter in messages.STAGES.items()}
        if stage not in known:
            raise NotFoundError("news-unknown")
        return cls(version_id=VersionId(version_id), stage=known[stage], round=seen_round)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewing:
    """What both decisions share."""

    uow: UnitOfWorkFactory
    clock: Clock

    async def access(self, uow: UnitOfWork, actor: StaffActor, look: Look) -> tuple[Item, Version]:
        """Return what can be decided on, locked.

        Raises ConflictError("news-changed") if it is not what was seen, DomainError("news-<state>") if it was decided
        already, DomainError("news-own") to whoever wrote some of it: nobody agrees to what they wrote themselves.
        """
        item, version = await access_review(uow, actor, look.version_id, look.stage)
        if version.round != look.round:
            raise ConflictError("news-changed")
        if version.state is not look.stage:
            raise DomainError(f"news-{version.state.replace('_', '-')}")
        if actor.user_id in version.writers:
            raise DomainError("news-own")
        return item, version


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishVersion(Reviewing):
    """Agree. What is about money goes to the finance group first; else it is published, with its number."""

    tokenizer: Tokenizer

    async def __call__(self, actor: StaffActor, look: Look) -> tuple[Item, Version]:
        """Return item and version as they are now.

        Raises as `access` does, and DomainError("news-agreed-before") to whoever agreed in the first of two reviews.
        """
        async with self.uow.reading() as uow:
            content = searchable(await uow.disclosure.version(look.version_id))
        words = await findable(self.tokenizer, content)  # takes its time: before the transaction
        async with self.uow() as uow:
            item, was = await self.access(uow, actor, look)
            if look.stage is State.FINANCE_REVIEW and actor.user_id == was.passed_by:
                raise DomainError("news-agreed-before")
            if item.category is Category.FINANCE and look.stage is State.REVIEW:
                version = await self._pass_on(uow, item, was, actor)
            else:
                item, version = await self._publish(uow, item, was, words)
            action = "news.published" if version.state is State.PUBLISHED else "news.passed"
            uow.audit.record(action, str(actor.user_id), item.id, at=self.clock.now())
            await uow.disclosure.save_version(version)
            await uow.commit()
        return item, version

    async def _pass_on(self, uow: UnitOfWork, item: Item, was: Version, actor: StaffActor) -> Version:
        unit = await uow.units.get(item.unit_id)
        chat = await uow.staff_chats.serving(unit.id, Purpose.FINANCE)
        if chat is None:
            raise DomainError("news-no-finance", unit=unit.name)
        version = replace(was.apply(Event.HAND_ON), passed_by=actor.user_id)
        for each in messages.for_review(item, version, unit.name, chat.chat_id):
            uow.outbox.add(each)
        if desk := await uow.staff_chats.serving(unit.id, Purpose.DESK):
            uow.outbox.add(messages.told_passed_on(version, desk.chat_id, actor.name))
        return version

    async def _publish(self, uow: UnitOfWork, was: Item, draft: Version, words: list[str]) -> tuple[Item, Version]:
        now = self.clock.now()
        today = local_day(now, self.clock.zone)
        item = was.published(was.number or await uow.disclosure.next_number(today.year), now, today)
        version = replace(draft.apply(Event.PUBLISH), n=item.current, published_at=now)
        await uow.disclosure.save(item)
        await uow.disclosure.index(item.id, words)
        if desk := await uow.staff_chats.serving(item.unit_id, Purpose.DESK):
            uow.outbox.add(messages.told_published(item, version, desk.chat_id))
        return item, version


@dataclass(frozen=True, slots=True, kw_only=True)
class AskReason(Reviewing):
    """Ask a reviewer why; words that answer the message are the reason."""

    async def __call__(self, actor: StaffActor, look: Look, asked_in: MessageId) -> Version:
        async with self.uow() as uow:
            _, version = await self.access(uow, actor, look)
            post = Post(version.id, PostRole.REASON, look.detail)
            await uow.disclosure.link(actor.chat_id, asked_in, post)
            await uow.commit()
        return version


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectVersion(Reviewing):
    """Send a version back to the desk, with a reason."""

    async def __call__(self, actor: StaffActor, look: Look, reason: Term | str) -> Version:
        """Raises as `access` does, and DomainError("news-no-reason")."""
        if isinstance(reason, str) and is_blank(reason):
            raise DomainError("news-no-reason")
        async with self.uow() as uow:
            item, was = await self.access(uow, actor, look)
            version = was.apply(Event.REJECT)
            told = excerpt(reason, MAX_REASON) if isinstance(reason, str) else reason
            if desk := await uow.staff_chats.serving(item.unit_id, Purpose.DESK):
                uow.outbox.add(messages.told_rejected(version, desk.chat_id, actor.name, told))
            uow.audit.record("news.rejected", str(actor.user_id), item.id, at=self.clock.now())
            await uow.disclosure.save_version(version)
            await uow.commit()
        return version
