from sqlalchemy import Label, RowMapping, and_, case, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.petitions.masking import ABOVE, masked_petition
from core.petitions.model import Author, Kind
from core.petitions.places import WORKED_ON, Standing
from core.petitions.queries import CardView, MediationLine
from core.shared.ids import BlobId, ChatId, PetitionId
from core.shared.language import Language
from storage.engine import Database
from storage.rows import petition_files, petition_of
from storage.tables import (
    attachments,
    case_messages,
    case_team,
    major_cases,
    mediations,
    merges,
    petitions,
    residents,
    signatures,
    staff_cards,
    staff_chats,
    units,
)


def _together() -> tuple[Label[int], Label[str]]:
    """Return how many sign a petition, and the number of the case it is answered with, as columns."""
    main, under = petitions.alias(), select(merges.c.petition_id).where(merges.c.main_id == petitions.c.id)
    behind = or_(signatures.c.petition_id == petitions.c.id, signatures.c.petition_id.in_(under.correlate(petitions)))
    people = select(func.count(signatures.c.person.distinct())).where(behind).correlate(petitions)
    number = select(main.c.number).join(merges, merges.c.main_id == main.c.id)
    number = number.where(merges.c.petition_id == petitions.c.id).correlate(petitions)
    return people.scalar_subquery().label("signers"), number.scalar_subquery().label("merged")


async def _mediation(connection: AsyncConnection, case: RowMapping) -> MediationLine | None:
    """Return what the card says of a mediation; no other kind costs a statement."""
    if case["kind"] != Kind.MEDIATION:
        return None
    wanted = select(mediations, residents.c.name.label("name"))
    wanted = wanted.outerjoin(residents, residents.c.id == mediations.c.other_id)
    row = (await connection.execute(wanted.where(mediations.c.petition_id == case["id"]))).mappings().one_or_none()
    if row is None:
        return None
    return MediationLine(
        state=row["state"],
        other_name=row["name"] or row["other_name"],
        mediator_name=row["mediator_name"],
        session_at=row["session_at"],
    )


class SqlCardReader:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def card(self, petition_id: PetitionId, chat_id: ChatId) -> CardView | None:
        """One snapshot in three statements, however many messages and files the case has."""
        here = and_(staff_cards.c.petition_id == petitions.c.id, staff_cards.c.chat_id == chat_id)
        taker, home = units.alias(), units.alias()
        wanted = (
            select(
                petitions,
                units.c.name.label("unit_name"),
                residents.c.name.label("resident_name"),
                residents.c.unreachable_since,
                staff_chats.c.language,
                staff_chats.c.is_forum,
                staff_cards.c.message_id,
                staff_cards.c.thread_id,
                staff_cards.c.standing,
                home.c.level.in_(ABOVE).label("above"),
                major_cases.c.lead_name,
                *_together(),
                case((petitions.c.handler_unit != staff_chats.c.unit_id, taker.c.name)).label("taken_in"),
            )
            .join(units, units.c.id == petitions.c.unit_id)
            .join(staff_chats, staff_chats.c.chat_id == chat_id)
            .join(home, home.c.id == staff_chats.c.unit_id)
            .outerjoin(residents, residents.c.id == petitions.c.resident_id)
            .outerjoin(staff_cards, here)
            .outerjoin(taker, taker.c.id == petitions.c.handler_unit)
            .outerjoin(major_cases, major_cases.c.petition_id == petitions.c.id)
            .where(petitions.c.id == petition_id)
        )
        theirs = select(case_team.c.name).where(case_team.c.petition_id == petition_id)
        theirs = theirs.order_by(case_team.c.name, case_team.c.user_id)
        of_case = case_messages.c.petition_id == petition_id
        tally = select(case_messages.c.author, func.count()).where(of_case).group_by(case_messages.c.author)
        async with self._database.reading() as connection:
            row = (await connection.execute(wanted)).mappings().one_or_none()
            if row is None:
                return None
            counts = {Author(author): count for author, count in (await connection.execute(tally))}
            mediation = await _mediation(connection, row)
            team = (await connection.execute(theirs)).scalars().all() if row["lead_name"] is not None else ()
            petition = petition_of(row, await petition_files(connection.execute, petition_id))
        names = ("unit_name", "resident_name", "is_forum", "message_id", "thread_id")
        return CardView(
            **{name: row[name] for name in names},
            petition=masked_petition(petition) if row["above"] else petition,
            unreachable=row["unreachable_since"] is not None,
            language=Language(row["language"]),
            counts=counts,
            lead=row["lead_name"] or "",
            major=row["lead_name"] is not None,
            signers=row["signers"],
            merged=row["merged"] or "",
            mediation=mediation,
            team=tuple(team),
            taken_in=row["taken_in"] or "",
            left=row["standing"] == Standing.RETURNED,
            elsewhere=row["standing"] is not None and row["standing"] not in WORKED_ON,
        )

    async def masks(self, chat_id: ChatId) -> bool:
        home = select(units.c.level).join(staff_chats, staff_chats.c.unit_id == units.c.id)
        async with self._database.reading() as connection:
            level = (await connection.execute(home.where(staff_chats.c.chat_id == chat_id))).scalar_one_or_none()
        return level in ABOVE

    async def kept_copy(self, file_id: str) -> BlobId | None:
        """Look through all files: asked only when Telegram has forgotten one."""
        copies = select(attachments.c.blob_id).where(
            attachments.c.file_id == file_id, attachments.c.blob_id.is_not(None)
        )
        async with self._database.reading() as connection:
            blob_id = (await connection.execute(copies.limit(1))).scalar_one_or_none()
        return None if blob_id is None else BlobId(blob_id)
