"""When a merge holds no more by itself: its cases stand alone again, with what they were and the dates they had."""

from dataclasses import replace
from datetime import datetime, tzinfo

from core.petitions import messages
from core.petitions.clocks import due
from core.petitions.model import Event, HistoryRow, Petition
from core.petitions.stages import ON_THE_WAY, WAITING_STAGES, Stage
from core.shared.clock import local_day
from core.shared.errors import ConflictError
from core.shared.ids import PetitionId
from core.shared.messages import Arg
from core.together.telling import count_changed
from core.uow import UnitOfWork

LEADING = (*ON_THE_WAY, Stage.ANSWERED)
"""Where a case stands that is answered with another, and where that one stands: before the desk of their unit."""


async def lock_family(uow: UnitOfWork, *petition_ids: PetitionId) -> None:
    """Lock cases and what is merged under them, by their ids, before anything else: no two wait for each other.

    Raises NotFoundError("case-unknown"), or ConflictError("case-changed") if one was merged in that moment.
    """
    every = await _family(uow, petition_ids)
    for each in sorted(every):
        await uow.petitions.lock(each)
    if await _family(uow, petition_ids) != every:
        raise ConflictError("case-changed")


async def _family(uow: UnitOfWork, petition_ids: tuple[PetitionId, ...]) -> set[PetitionId]:
    return {*petition_ids, *[member for each in petition_ids for member in await uow.together.members(each)]}


def holds(main: Petition, member: Petition) -> bool:
    """Tell whether an open case is still answered with its main one: both are on their way, with the same unit.

    What is over stays merged, whatever becomes of the main case: its people stay counted.
    """
    on_the_way = main.stage in LEADING and member.stage in LEADING
    return not member.open or (on_the_way and main.unit_id == member.unit_id)


async def part_if_over(uow: UnitOfWork, petition: Petition, at: datetime, zone: tzinfo) -> Petition:
    """Undo the merges of a case that hold no more, now that it has changed and is saved; return it. Commit required.

    The family is locked. Nobody's name stands in the history of another's case, and `at` is as exact as the author's.
    """
    if merge := await uow.together.merge_of(petition.id):
        main = await uow.petitions.get(merge.main_id)
        if not holds(main, petition):
            petition = await part(uow, main, petition, at, zone, went=True)
            await count_changed(uow, main, f"unmerged:{petition.id}:{petition.version}")
    for member_id in await uow.together.members(petition.id):
        member = await uow.petitions.lock(member_id)
        if not holds(petition, member):
            await part(uow, petition, member, at, zone)
    return petition


async def part(
    uow: UnitOfWork, main: Petition, was: Petition, at: datetime, zone: tzinfo, *, went: bool = False
) -> Petition:
    """Let a case stand alone again; its desk and its author are told, with the date that counts again.

    Where it is this case that `went` elsewhere, the desk has it from whoever sent it.
    """
    await uow.together.unmerge(was.id)
    petition = replace(was, version=was.version + 1)
    uow.history.append(
        HistoryRow(
            petition_id=was.id,
            event=Event.UNMERGE,
            actor_kind="system",
            actor_id="",
            actor_name="",
            at=at,
            from_stage=was.stage,
            to_stage=was.stage,
            reason=main.number,
        )
    )
    await uow.petitions.save(petition)
    dates = dates_again(petition, zone)
    if petition.resident_id is not None:
        chat = (await uow.residents.get(petition.resident_id)).telegram_id
        uow.outbox.add(messages.notice(petition, chat, "notice-unmerged", **dates))
    places = await uow.links.cards(petition.id)
    for place in () if went else places:
        said: dict[str, Arg] = {**dates, "main": main.number}
        dedupe = f"parted:{petition.id}:{petition.version}:{place.chat_id}"
        uow.outbox.add(messages.staff_word(petition, place.chat_id, "staff-parted", dedupe, None, **said))
    for item in messages.refresh_cards(petition, places):
        uow.outbox.add(item)
    return petition


def dates_again(petition: Petition, zone: tzinfo) -> dict[str, Arg]:
    """Return what is said of the date by which a case is measured again once it is merged no more."""
    at = due(petition)
    if at is None:
        return {"awaits": "nothing", "day": ""}
    return {"awaits": "claim" if petition.stage in WAITING_STAGES else "reply", "day": local_day(at, zone)}
