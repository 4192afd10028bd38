"""Codes that make a group a unit's staff chat, and what they may not do."""

from dataclasses import dataclass
from datetime import timedelta

from core.people.model import BindCode, Purpose, StaffChat, Unit
from core.people.ports import Secrets
from core.petitions.usecases.seats import retell, seated_in
from core.shared.clock import Clock
from core.shared.errors import DomainError, NotFoundError
from core.shared.ids import ChatId, IdSource, TelegramUserId, UnitId
from core.shared.language import Language
from core.shared.messages import MessageSpec, Term
from core.shared.outbox import Operation, OutboxItem, Priority
from core.shared.text import fold
from core.uow import UnitOfWork, UnitOfWorkFactory

BIND_CODE_LIFE = timedelta(days=7)
BIND_LINK = "bind_"
"""Begins a code in a link that adds the bot to a group; Telegram sends `/start bind_CODE` there by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueBindCode:
    """Make a code that binds one group to one unit and purpose, once, within a week. Shown once, kept as a hash."""

    uow: UnitOfWorkFactory
    clock: Clock
    ids: IdSource
    secrets: Secrets

    async def __call__(self, unit_id: UnitId, purpose: Purpose, *, team: str = "", replaces: bool = False) -> str:
        """`team` says which service team works in the group. Raises NotFoundError("unit-unknown")."""
        code = self.ids.code(2)
        async with self.uow() as uow:
            unit = await uow.units.get(unit_id)
            now = self.clock.now()
            uow.bind_codes.add(
                BindCode(
                    code_hash=bind_hash(self.secrets, code),
                    unit_id=unit.id,
                    purpose=purpose,
                    expires_at=now + BIND_CODE_LIFE,
                    team=team if purpose is Purpose.TEAM else "",
                    replaces=replaces,
                )
            )
            uow.audit.record("bind.code-issued", "operator", unit.id, at=now, detail=purpose)
            await uow.commit()
        return code


def bind_hash(secrets: Secrets, code: str) -> str:
    return secrets.keyed_hash("bind-code", fold(code))


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatFacts:
    """What the edge found out about a group and our rights in it."""

    chat_id: ChatId
    title: str
    is_supergroup: bool
    is_forum: bool
    missing_rights: tuple[str, ...] = ()
    """Names of needed rights the bot lacks: administrator, manage_topics, delete, pin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BindStaffChat:
    """Make a group a staff chat with a code. Refused until the bot has every right it needs."""

    uow: UnitOfWorkFactory
    clock: Clock
    secrets: Secrets

    async def __call__(
        self, code: str, facts: ChatFacts, by: TelegramUserId, language: Language, *, tell: bool = False
    ) -> tuple[StaffChat, Unit]:
        """Raises DomainError("bind-rights") or ("bind-taken") (naming nothing used up), NotFoundError("bind-code").

        A code that leaked must not quietly take a unit's cases: a second group is refused unless the code was issued
        to replace the first, which is told and whose open cases move, with all that was said in them. `tell` says so in
        the group: for whoever binds it from elsewhere.
        """
        if facts.missing_rights:
            raise DomainError("bind-rights", missing=",".join(facts.missing_rights))
        async with self.uow() as uow:
            await uow.staff_chats.hold()
            now = self.clock.now()
            hashed = bind_hash(self.secrets, code)
            found = await uow.bind_codes.by_hash(hashed)
            used_here = found is not None and found.used_by == facts.chat_id
            if found is None or (not used_here and (found.used_by is not None or found.expires_at < now)):
                raise NotFoundError("bind-code")
            if not used_here and not await uow.bind_codes.use(hashed, facts.chat_id):
                raise NotFoundError("bind-code")
            before = await uow.staff_chats.get(facts.chat_id)
            if before is not None and before.unit_id != found.unit_id:
                raise DomainError("bind-other-unit")
            unit = await uow.units.get(found.unit_id)
            for other in await self._others(uow, found, facts.chat_id):
                if not found.replaces:
                    raise DomainError("bind-taken", unit=unit.name)
                cases = await seated_in(uow, other.chat_id)
                for petition in cases:
                    await retell(uow, petition, facts.chat_id)
                await uow.staff_chats.move(other.chat_id, facts.chat_id)
                uow.outbox.add(farewell(other, hashed))
            before = await uow.staff_chats.get(facts.chat_id)
            purposes = (before.purposes if before else frozenset()) | {found.purpose}
            chat = StaffChat(
                chat_id=facts.chat_id,
                unit_id=unit.id,
                purposes=purposes,
                title=facts.title,
                is_forum=facts.is_forum,
                language=before.language if before else language,
                teams=(before.teams if before else frozenset()) | ({found.team} if found.team else frozenset()),
            )
            await uow.staff_chats.save(chat)
            if tell:
                uow.outbox.add(
                    OutboxItem(
                        dedupe=f"bound:{chat.chat_id}:{hashed[:16]}",
                        operation=Operation.SEND,
                        chat_id=chat.chat_id,
                        priority=Priority.REPLY,
                        spec=bound_message(chat, unit),
                    )
                )
            uow.audit.record("bind.chat", str(by), unit.id, at=now, detail=found.purpose)
            await uow.commit()
        return chat, unit

    async def _others(self, uow: UnitOfWork, code: BindCode, here: ChatId) -> list[StaffChat]:
        """Return who serves the unit for the same now; a unit may have several teams, each in one group."""
        chats = await uow.staff_chats.all()
        theirs = [chat for chat in chats if chat.unit_id == code.unit_id and chat.chat_id != here]
        if code.purpose is Purpose.TEAM:
            return [chat for chat in theirs if code.team in chat.teams]
        return [chat for chat in theirs if code.purpose in chat.purposes]


def bound_message(chat: StaffChat, unit: Unit) -> MessageSpec:
    """What a group reads that has become a staff chat."""
    purposes = [MessageSpec(f"purpose-{purpose}") for purpose in sorted(chat.purposes)]
    teams = [MessageSpec("bind-team", {"team": Term(f"team-{team}")}) for team in sorted(chat.teams)]
    topics = [MessageSpec("bind-topics-on" if chat.is_forum else "bind-topics-off")]
    cases = topics if Purpose.DESK in chat.purposes or chat.teams else []  # no other group gets any
    return MessageSpec("bind-done", {"unit": unit.name}, more=[*purposes, *teams, *cases])


def farewell(chat: StaffChat, hashed: str) -> OutboxItem:
    """Tell a group that another one serves its unit from now on."""
    return OutboxItem(
        dedupe=f"replaced:{chat.chat_id}:{hashed[:16]}",
        operation=Operation.SEND,
        chat_id=chat.chat_id,
        priority=Priority.REPLY,
        spec=MessageSpec("staff-replaced"),
    )
