"""The desk lets go of a draft: it goes to the reviewers, and comes back from them."""

from dataclasses import dataclass, replace

from core.disclosure import messages
from core.disclosure.access import REVIEWERS, access_draft
from core.disclosure.model import Category, Event, Item, State, Version
from core.disclosure.privacy import personal
from core.disclosure.reading import hides, searchable
from core.disclosure.usecases.drafting import Drafting, Seen
from core.people.model import Purpose
from core.shared.actor import StaffActor
from core.shared.errors import DomainError
from core.shared.ids import VersionId


@dataclass(frozen=True, slots=True, kw_only=True)
class SendToReview(Drafting):
    """Put a complete draft before the supervisors. Twice is once."""

    async def __call__(self, actor: StaffActor, version_id: VersionId, *, sure: bool = False) -> Seen:
        """Where somebody's number is in it, or a file hides something, the desk must be `sure` first: `Seen.private`.

        Raises DomainError that names what is missing, a chat that reviews too.
        """
        async with self.uow() as uow:
            item, was = await access_draft(uow, actor, version_id)
            if was.state is State.REVIEW:
                return await self.seen(uow, item, was)
            version = replace(was.apply(Event.SUBMIT), round=was.round + 1)
            self._ensure_complete(item, version)
            unit = await uow.units.get(item.unit_id)
            chat = await uow.staff_chats.serving(unit.id, Purpose.SUPERVISION)
            if chat is None:
                raise DomainError("news-no-supervision", unit=unit.name)
            if item.category is Category.FINANCE and await uow.staff_chats.serving(unit.id, Purpose.FINANCE) is None:
                raise DomainError("news-no-finance", unit=unit.name)
            if not sure and (personal(searchable(version)) or hides(version)):
                return replace(await self.seen(uow, item, was), private=True)
            await uow.disclosure.save_version(version)
            for each in messages.for_review(item, version, unit.name, chat.chat_id):
                uow.outbox.add(each)
            uow.audit.record("news.submitted", str(actor.user_id), item.id, at=self.clock.now())
            seen = await self.seen(uow, item, version)
            await uow.commit()
        return seen

    def _ensure_complete(self, item: Item, version: Version) -> None:
        if version.empty:
            raise DomainError("news-empty")
        if not version.title:
            raise DomainError("news-no-title")
        if item.category is None:
            raise DomainError("news-no-category")
        if not item.span_chosen:
            raise DomainError("news-no-span")


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBack(Drafting):
    """Take a draft back from its reviewers, to mend it or because nobody decides any more. Twice is once."""

    async def __call__(self, actor: StaffActor, version_id: VersionId) -> Seen:
        """Raises DomainError("news-<state>") for what is in no review."""
        async with self.uow() as uow:
            item, was = await access_draft(uow, actor, version_id)
            if was.state is State.DRAFT and was.round:
                return await self.seen(uow, item, was)
            version = was.apply(Event.TAKE_BACK)
            await uow.disclosure.save_version(version)
            chat = await uow.staff_chats.serving(item.unit_id, REVIEWERS[was.state])
            if chat is not None:
                uow.outbox.add(messages.told_taken_back(version, chat.chat_id, actor.name))
            uow.audit.record("news.taken-back", str(actor.user_id), item.id, at=self.clock.now())
            seen = await self.seen(uow, item, version)
            await uow.commit()
        return seen
