"""What is merged under a case ends with it: its people have read the answer, here it becomes their case's own."""

from dataclasses import replace

from core.answers.ratings import buttons, unrated
from core.petitions import messages
from core.petitions.model import KINDS, Author, Event, Petition
from core.petitions.usecases.desk import Desk, record
from core.petitions.usecases.overtaking import overtake
from core.shared.actor import StaffActor
from core.shared.ids import CaseMessageId
from core.together.parting import part
from core.uow import UnitOfWork
from core.volunteers.ending import end_call


async def close_merged(desk: Desk, uow: UnitOfWork, main: Petition, actor: StaffActor) -> None:
    """Answer and close what is merged under a case that is closed; what cannot end with it stands alone again.

    Files stay with the main case: they were sent with the answer. The family is locked; commit required.
    """
    now, answers = desk.clock.now(), [row.at for row in await uow.history.of(main.id) if row.event is Event.ANSWER]
    said = [each for each in await uow.messages.of(main.id) if each.at in answers and each.author is Author.STAFF]
    for member_id in await uow.together.members(main.id):
        was = await uow.petitions.lock(member_id)
        if not was.open:
            continue
        if not await _ends_with(uow, was, main, actor):
            await part(uow, main, was, now, desk.clock.zone)
            continue
        if was.handler is None:
            was = await desk.take(uow, was, actor, now)
        for answer in said[-1:]:
            source = f"merged:{answer.id}:{member_id}"
            copy = replace(answer, id=CaseMessageId(desk.ids.new()), petition_id=member_id, source=source)
            uow.messages.add(replace(copy, attachments=()))
        was = await _answered_and_closed(desk, uow, was, main, actor)
        await uow.answers.drop(member_id)
        await overtake(uow, was, desk.clock)
        await end_call(uow, was)
        if chat := await desk.chat_of(uow, was):
            word = messages.notice(was, chat, "notice-closed")
            if word.spec is not None and await uow.ratings.of(was.id) is not None:
                word = replace(word, spec=replace(word.spec, buttons=[*buttons(was.id), *word.spec.buttons]))
            uow.outbox.add(word)
        await desk.refresh(uow, was)


async def _answered_and_closed(
    desk: Desk, uow: UnitOfWork, was: Petition, main: Petition, actor: StaffActor
) -> Petition:
    now = desk.clock.now()
    for event in (Event.ANSWER, Event.CLOSE):
        if not was.can(event):
            continue
        petition = was.apply(event)
        if event is Event.ANSWER:
            verdict = main.verdict if KINDS[was.kind].verdict else was.verdict
            petition = replace(petition, verdict=verdict)
            record(uow, was, petition, event, actor, now, verdict)
            await uow.ratings.open(unrated(petition, actor, now))
        else:
            petition = replace(petition, closed_at=now)
            record(uow, was, petition, event, actor, now, main.number)
        await uow.petitions.save(petition)
        was = petition
    return was


async def _ends_with(uow: UnitOfWork, was: Petition, main: Petition, actor: StaffActor) -> bool:
    """Tell whether a merged case ends with its main one: none that went elsewhere, or the actor may not touch."""
    return was.unit_id == main.unit_id and not await uow.history.recused(was.id, actor.user_id)
