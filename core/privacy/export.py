"""Everything somebody may take along (PI 45): JSON and their files, as ZIP, in parts that Telegram takes.

The parts are made at the moment of sending, in memory: on our disk there is never an export to be deleted. Each area
that keeps something of residents has a row in `EXPORTERS`. Never in it: notes of the staff, ids of anybody's account.
"""

import io
import json
import zipfile
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from core.mediation.leaving import exported, of_party, said_to
from core.petitions.authors import READ_BY_AUTHOR
from core.petitions.model import Attachment, CaseMessage, HistoryRow, Petition
from core.petitions.stages import INSIDE
from core.privacy.model import LookFilter
from core.shared.actor import ResidentActor
from core.shared.blobs import BlobStore
from core.shared.clock import Clock, local_day
from core.shared.ids import ChatId, PetitionId, ResidentId
from core.shared.messages import MediaRef, MessageSpec
from core.shared.outbox import Operation, OutboxItem, Priority
from core.uow import UnitOfWork, UnitOfWorkFactory

PART = 20 * 1024 * 1024
"""Bytes of files in one part: Telegram takes 50 MB, and a lease of the outbox lasts a minute."""
EXPORT = "export"
"""Kind of the media that is made at the moment of sending; its name says of whom, and which part of how many."""
MOST_LOOKS = 1_000


@dataclass(frozen=True, slots=True)
class Exporter:
    """What one area hands out of a person's, as plain JSON, under its name."""

    area: str
    tell: Callable[[UnitOfWork, ResidentId], Awaitable[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A file of a case and where it lies in the export."""

    path: str
    file: Attachment


async def _person(uow: UnitOfWork, who: ResidentId) -> dict[str, Any]:
    resident = await uow.residents.get(who)
    entry = await uow.roster.of_resident(who)
    return {
        "name": resident.name,
        "language": resident.language,
        "unit": (await uow.units.get(resident.unit_id)).name,
        "roster": {"name": entry.name, "building": entry.building, "room": entry.room} if entry else None,
        "consents": {
            "text": resident.consent_version,
            "processing": _moment(resident.consented_at),
            "abroad": _moment(resident.abroad_consented_at),
        },
    }


async def _cases(uow: UnitOfWork, who: ResidentId) -> list[dict[str, Any]]:
    return [await _case(uow, each) for each in await uow.persons.cases(who)]


async def _case(uow: UnitOfWork, petition_id: PetitionId) -> dict[str, Any]:
    petition = await uow.petitions.get(petition_id)
    looks = LookFilter(units=frozenset({petition.unit_id}), petition_id=petition.id)
    return {
        "number": petition.number,
        "kind": petition.kind,
        "stage": petition.stage,
        "unit": (await uow.units.get(petition.unit_id)).name,
        "submitted": _moment(petition.submitted_at),
        "closed": _moment(petition.closed_at),
        "text": petition.text,
        "place": {
            "text": petition.place.text,
            "latitude": petition.place.latitude,
            "longitude": petition.place.longitude,
        },
        "about": petition.about_name or None,
        "files": [kept.path for kept in _files(petition, petition.attachments, "0")],
        "history": [_event(row) for row in await uow.history.of(petition.id) if row.event not in INSIDE],
        "messages": [_message(petition, n, m) for n, m in enumerate(await _said(uow, petition), 1)],
        "rating": await _rating(uow, petition.id),
        "looks": [
            {"at": _moment(look.at), "by": look.name, "reason": look.reason}
            for look in await uow.trail.looks(looks, 0, MOST_LOOKS)
        ],
    }


async def _rating(uow: UnitOfWork, petition_id: PetitionId) -> dict[str, Any] | None:
    rating = await uow.ratings.of(petition_id)
    if rating is None or rating.grade is None:
        return None
    day = rating.rated_on.isoformat() if rating.rated_on else None
    return {"grade": rating.grade, "why": rating.why, "day": day}


async def _said(uow: UnitOfWork, petition: Petition) -> list[CaseMessage]:
    """Words of the staff that may still be taken back are not said yet."""
    held = await uow.persons.held(petition.id)
    said = await uow.messages.of(petition.id)
    return [message for message in said if message.author in READ_BY_AUTHOR and message.id not in held]


def _event(row: HistoryRow) -> dict[str, Any]:
    return {"event": row.event, "at": _moment(row.at), "by": row.actor_name, "stage": row.to_stage}


def _message(petition: Petition, n: int, message: CaseMessage) -> dict[str, Any]:
    return {
        "from": message.author,
        "name": message.author_name,
        "at": _moment(message.at),
        "text": message.text,
        "files": [kept.path for kept in _files(petition, message.attachments, str(n))],
    }


def _files(petition: Petition, files: Sequence[Attachment], of: str) -> list[Kept]:
    """Name files so that none takes another's place, and none leaves its folder."""
    return [
        Kept(path=f"files/{petition.number}/{of}-{n}-{_plain(file.name) or file.kind}", file=file)
        for n, file in enumerate(files, 1)
    ]


def _plain(name: str) -> str:
    return "".join(char if char.isalnum() or char in "._- " else "_" for char in name)[-80:].lstrip(".")


async def _bookings(uow: UnitOfWork, who: ResidentId) -> list[dict[str, Any]]:
    return [
        {
            "number": booking.number,
            "day": day.held_on.isoformat(),
            "begins": _moment(slot.begins) if slot else None,
            "state": booking.state,
            "made": _moment(booking.made_at),
            "topic": booking.topic,
            "shared": booking.shared,
        }
        for booking, day, slot in await uow.persons.bookings(who)
    ]


async def _subscription(uow: UnitOfWork, who: ResidentId) -> dict[str, Any] | None:
    chosen = await uow.subscriptions.of(who)
    if chosen is None:
        return None
    quiet = [chosen.quiet.since, chosen.quiet.until] if chosen.quiet else None
    return {"rhythm": chosen.rhythm, "topics": sorted(chosen.topics), "quiet": quiet, "since": _moment(chosen.since)}


async def _votes(uow: UnitOfWork, who: ResidentId) -> dict[str, int]:
    """Only how often they are in a register: what was voted nobody knows."""
    return {"taken_part": (await uow.persons.counts(who)).votes}


async def _volunteering(uow: UnitOfWork, who: ResidentId) -> dict[str, Any] | None:
    found = await uow.volunteers.of(who)
    if found is None:
        return None
    return {"skills": sorted(found.skills), "times": sorted(found.times), "since": _moment(found.since)}


async def _signed(uow: UnitOfWork, who: ResidentId) -> list[dict[str, Any]]:
    """Of the petitions of others only the number, never who else signs."""
    found = []
    for each in await uow.together.joined(who):
        mine = await uow.together.signature(each, who)
        if mine is not None:
            number = (await uow.petitions.get(each)).number
            found.append({"number": number, "part": mine.part, "since": _moment(mine.at)})
    return found


EXPORTERS: tuple[Exporter, ...] = (
    Exporter("person", _person),
    Exporter("cases", _cases),
    Exporter("bookings", _bookings),
    Exporter("subscription", _subscription),
    Exporter("votes", _votes),
    Exporter("volunteering", _volunteering),
    Exporter("signed", _signed),
    Exporter("mediations", exported),
)


def _moment(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat(timespec="seconds")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportMe:
    """Put the export on its way: once a day, in as many parts as its files need."""

    uow: UnitOfWorkFactory
    clock: Clock

    async def __call__(self, actor: ResidentActor) -> int:
        """Return how many parts there will be, 0 if they have been asked for today already."""
        day = local_day(self.clock.now(), self.clock.zone)
        async with self.uow() as uow:
            parts = len(_in_parts(await _all_files(uow, actor.resident_id)))
            if not await uow.persons.first_export(f"{EXPORT}:{actor.resident_id}:{day}:1"):
                return 0
            for part in range(1, parts + 1):
                uow.outbox.add(
                    OutboxItem(
                        dedupe=f"{EXPORT}:{actor.resident_id}:{day}:{part}",
                        operation=Operation.SEND,
                        chat_id=ChatId(actor.telegram_id),
                        priority=Priority.BRIEF,
                        spec=MessageSpec(
                            "export-part",
                            {"part": part, "parts": parts},
                            media=MediaRef(EXPORT, blob=actor.resident_id, name=f"{part}/{parts}"),
                        ),
                        purge_at_once=True,
                    )
                )
            uow.audit.record("resident.exported", actor.resident_id, actor.resident_id, at=self.clock.now())
            await uow.commit()
        return parts


async def _all_files(uow: UnitOfWork, who: ResidentId) -> list[Kept]:
    found: list[Kept] = []
    for petition_id in await uow.persons.cases(who):
        petition = await uow.petitions.get(petition_id)
        found += _files(petition, petition.attachments, "0")
        for n, message in enumerate(await _said(uow, petition), 1):
            found += _files(petition, message.attachments, str(n))
    for petition, mediation, side in await of_party(uow, who):
        for n, message in enumerate(await said_to(uow, mediation, side), 1):
            found += _files(petition, message.attachments, str(n))
    return found


def _in_parts(files: Sequence[Kept]) -> list[list[Kept]]:
    """Divide files, in their order, so that each part stays small; a file alone is at most 20 MB (MAX_COPIED)."""
    parts: list[list[Kept]] = [[]]
    size = 0
    for kept in files:
        if kept.file.blob_id is None:
            continue
        if size + kept.file.size > PART and parts[-1]:
            parts.append([])
            size = 0
        parts[-1].append(kept)
        size += kept.file.size
    return parts


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeExport:
    """Make one part of an export at the moment it is sent."""

    uow: UnitOfWorkFactory
    blobs: BlobStore

    async def __call__(self, resident_id: ResidentId, part: int) -> bytes:
        """Return the ZIP; the first part has the JSON. Raises NotFoundError if the person is erased by then."""
        async with self.uow.reading() as uow:
            told = {each.area: await each.tell(uow, resident_id) for each in EXPORTERS} if part == 1 else None
            files = await _all_files(uow, resident_id)
        parts = _in_parts(files)
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            if told is not None:
                told["files_only_at_telegram"] = [kept.path for kept in files if kept.file.blob_id is None]
                archive.writestr("linli.json", json.dumps(told, ensure_ascii=False, indent=1))
            for kept in parts[part - 1] if part <= len(parts) else ():
                if kept.file.blob_id is not None:
                    archive.writestr(kept.path, await self.blobs.get(kept.file.blob_id))
        return made.getvalue()
