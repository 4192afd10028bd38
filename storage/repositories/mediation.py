from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, and_, delete, select, update

from core.mediation.model import How, Mediation, Session, State
from core.petitions.authors import Author
from core.shared.ids import PetitionId, ResidentId, TelegramUserId
from storage.tables import attachments, case_messages, mediations, message_links, petitions, residents
from storage.work import Work

_SAME = (
    "petition_id",
    "other_name",
    "invite",
    "line",
    "other_id",
    "state",
    "willing",
    "willing_at",
    "mediator_id",
    "mediator_name",
    "text",
    "edition",
    "asker_confirmed",
    "other_confirmed",
    "ended_at",
    "reminded",
)


class SqlMediationRepository:
    def __init__(self, work: Work) -> None:
        self._work = work

    async def of(self, petition_id: PetitionId) -> Mediation | None:
        return await self._one(mediations.c.petition_id == petition_id)

    async def by_invite(self, invite: str) -> Mediation | None:
        return await self._one(mediations.c.invite == invite)

    async def save(self, mediation: Mediation) -> None:
        await self._work.run(self._work.upsert(mediations, _values(mediation)))

    async def with_other(self, resident_id: ResidentId) -> Sequence[PetitionId]:
        wanted = select(petitions.c.id).join(mediations, mediations.c.petition_id == petitions.c.id)
        wanted = wanted.where(mediations.c.other_id == resident_id)
        wanted = wanted.order_by(petitions.c.submitted_at.desc(), petitions.c.number.desc())
        return [PetitionId(each) for each in (await self._work.run(wanted)).scalars()]

    async def to_remind(self, ended_before: datetime, limit: int) -> Sequence[PetitionId]:
        due = and_(mediations.c.state == State.AGREED, mediations.c.ended_at < ended_before)
        wanted = select(mediations.c.petition_id).where(due, mediations.c.reminded.is_(False))
        wanted = wanted.order_by(mediations.c.ended_at, mediations.c.petition_id).limit(limit)
        return [PetitionId(each) for each in (await self._work.run(wanted)).scalars()]

    async def forget(self, resident_id: ResidentId) -> None:
        await self._forget(mediations.c.other_id == resident_id)

    async def forget_closed(self, before: datetime) -> None:
        closed = select(petitions.c.id).where(petitions.c.closed_at < before)
        named = (mediations.c.other_id.is_not(None)) | (mediations.c.other_name != "")
        await self._forget(and_(mediations.c.petition_id.in_(closed), named))

    async def _forget(self, theirs: ColumnElement[bool]) -> None:
        cases = [*(await self._work.run(select(mediations.c.petition_id).where(theirs))).scalars()]
        said = and_(case_messages.c.petition_id.in_(cases), case_messages.c.author == Author.OTHER)
        named = {"author_name": "", "source": "gone:" + case_messages.c.id}
        await self._work.run(update(case_messages).where(said).values(named))
        theirs_said = select(case_messages.c.id).where(said)
        files = and_(attachments.c.petition_id.in_(cases), attachments.c.case_message_id.in_(theirs_said))
        await self._work.run(update(attachments).where(files).values(name="", unique_id=""))
        people = select(residents.c.telegram_id).join(mediations, mediations.c.other_id == residents.c.id)
        own = and_(message_links.c.petition_id.in_(cases), message_links.c.chat_id.in_(people.where(theirs)))
        await self._work.run(delete(message_links).where(own))
        bare = {"other_id": None, "other_name": "", "invite": None}
        await self._work.run(update(mediations).where(mediations.c.petition_id.in_(cases)).values(bare))

    async def _one(self, wanted: ColumnElement[bool]) -> Mediation | None:
        row = (await self._work.run(select(mediations).where(wanted))).mappings().one_or_none()
        return None if row is None else _mediation(row)


def _values(mediation: Mediation) -> dict[str, Any]:
    session = mediation.session
    return {
        **{name: getattr(mediation, name) for name in _SAME},
        "session_at": session.at if session else None,
        "session_place": session.place if session else "",
    }


def _mediation(row: RowMapping) -> Mediation:
    def how(name: str) -> How | None:
        return How(row[name]) if row[name] else None

    held = row["session_at"]
    return Mediation(
        **{
            **{name: row[name] for name in _SAME},
            "state": State(row["state"]),
            "willing": how("willing"),
            "asker_confirmed": how("asker_confirmed"),
            "other_confirmed": how("other_confirmed"),
            "mediator_id": TelegramUserId(row["mediator_id"]) if row["mediator_id"] else None,
        },
        session=Session(at=held, place=row["session_place"]) if held else None,
    )
