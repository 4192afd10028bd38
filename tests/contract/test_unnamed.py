"""Whoever speaks in somebody else's case, or signs it, goes from it as its author does; on every storage."""

import asyncio
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from sqlalchemy import delete, select, update

from core.people.model import Resident
from core.petitions.model import Author, CaseMessage, Event, FileKind, Petition, Stage
from core.petitions.passing_on import to_staff
from core.privacy.erasing import EraseMe
from core.privacy.retention import MaskIdentities
from core.shared.actor import ResidentActor
from core.shared.errors import StorageError
from core.shared.ids import BlobId, ChatId, MessageId, TelegramUserId
from core.shared.link_roles import LinkRole
from core.shared.messages import MessageSpec
from core.shared.outbox import Priority, RowState, Sent
from core.shared.periods import Period
from core.together.model import Collective, Merge, Part, Signature
from core.together.signing import SignTogether
from storage.engine import Database
from storage.tables import outbox, petition_history
from tests.contract.test_erasing import everything
from tests.core_rig import actor_of
from tests.factories.broadcast import one_who_agreed
from tests.factories.cases import a_history_row, a_message, a_petition, an_attachment, an_item
from tests.factories.scene import Scene, set_scene
from tests.fakes.bundle import StoragePorts
from tests.fakes.unit_of_work import InMemoryUnitOfWorkFactory
from tests.fakes.world import START, FakeIds, FakeSecrets

pytestmark = pytest.mark.contract
NAME, NUMBER = "欧阳马克儿", 5_599_887_766
"""Of the speaker: what must be nowhere in the case afterwards."""
NIGHT = Period(START.replace(tzinfo=None))


@dataclass(frozen=True, slots=True)
class Several:
    scene: Scene
    speaker: Resident
    actor: ResidentActor
    case: Petition
    said: CaseMessage


async def speak(ports: StoragePorts, *, closed: bool = False, anonymous: bool = False) -> Several:
    """Somebody's petition that another speaks for: with words, a file, a link, and what was sent both ways."""
    scene = await set_scene(ports.uow)
    who = replace(one_who_agreed(scene.unit), name=NAME, telegram_id=TelegramUserId(NUMBER))
    case = a_petition(scene.unit, None if anonymous else scene.resident, text="电梯坏了")
    if closed:
        case = replace(case, stage=Stage.CLOSED, closed_at=START)
    at = START + timedelta(minutes=5)
    said = a_message(case, author=Author.RESIDENT, author_name=NAME, source="update:77", text="三楼也停", at=at)
    kept = an_attachment(kind=FileKind.DOCUMENT, name=f"{NAME}.pdf", blob_id=BlobId("ab" * 32), unique_id="u5599887766")
    said = replace(said, attachments=(kept,))
    filed = a_message(case, author=Author.RESIDENT, author_name="作者", source="update:76", text="我也说", at=START)
    async with ports.uow() as uow:
        await uow.residents.save(who)
        uow.petitions.add(case)
        await uow.together.open(Collective(petition_id=case.id, invite="i1", since=START))
        await uow.together.sign(
            Signature(petition_id=case.id, person=who.id, resident_id=who.id, part=Part.SPEAKER, at=START)
        )
        for message in (filed, said):
            uow.messages.add(message)
        by = {"event": Event.RESIDENT_ADDS, "actor_kind": "resident"}
        uow.history.append(a_history_row(case, **by, actor_id=scene.resident.id, at=START))
        uow.history.append(a_history_row(case, **by, actor_id=who.id, at=at))
        await uow.links.add_card(case.id, scene.desk.chat_id)
        await uow.links.add(ChatId(NUMBER), MessageId(4), case.id, LinkRole.RESIDENT_MESSAGE, said.id)
        places = await uow.links.cards(case.id)
        for item in to_staff(case, said, places, {place.chat_id: Priority.REPLY for place in places}):
            uow.outbox.add(item)
        told = an_item(NUMBER, dedupe=f"together-stage:{case.id}:accepted:{who.id}", petition_id=case.id)
        uow.outbox.add(replace(told, spec=MessageSpec("say", {"text": "进展"})))
        await uow.commit()
    return Several(scene, who, actor_of(who), case, said)


async def test_who_speaks_for_others_and_is_erased_leaves_no_name_in_their_case(
    ports: StoragePorts, database_url: str
) -> None:
    several = await speak(ports)
    for marker in (NAME, str(NUMBER), several.speaker.id):
        assert marker in await everything(ports, database_url)
    erase = EraseMe(uow=ports.uow, clock=ports.clock, ids=FakeIds(), secrets=FakeSecrets())

    await erase(several.actor, {})

    async with ports.uow() as uow:
        by_author, by_speaker = await uow.messages.of(several.case.id)
        history = await uow.history.of(several.case.id)
        assert await uow.links.find(ChatId(NUMBER), MessageId(4)) is None
    assert (by_author.author_name, by_author.source) == ("作者", "update:76")
    assert (by_speaker.author_name, by_speaker.text) == ("", "三楼也停")
    assert by_speaker.source.startswith("gone:")
    assert [(file.name, file.unique_id) for file in by_speaker.attachments] == [("", "")]
    assert [row.actor_id for row in history] == [several.scene.resident.id, ""]
    left = await everything(ports, database_url)
    assert NAME not in left
    assert str(NUMBER) not in left


@pytest.mark.parametrize("anonymous", [False, True])
async def test_a_year_after_the_close_no_row_joins_a_case_with_anybody(
    ports: StoragePorts, database_url: str, *, anonymous: bool
) -> None:
    several = await speak(ports, closed=True, anonymous=anonymous)
    (row,) = [row for row in await ports.queue.claim(owner="w", now=1, lease=60, limit=9) if row.item.chat_id > 0]
    ports.clock.move(timedelta(days=366))
    async with asyncio.timeout(30):
        await MaskIdentities(uow=ports.uow, clock=ports.clock, secrets=FakeSecrets(), days=365).prepare(NIGHT)
    await ports.queue.mark_sent(row, Sent(chat_id=ChatId(NUMBER), message_id=MessageId(9)), now=2)

    async with ports.uow() as uow:
        assert {message.author_name for message in await uow.messages.of(several.case.id)} == {""}
        assert {row.actor_id for row in await uow.history.of(several.case.id)} == {""}
        assert {each.signature.resident_id for each in await uow.together.signers([several.case.id])} == {None}
        for message_id in (4, 9):
            assert await uow.links.find(ChatId(NUMBER), MessageId(message_id)) is None
    assert await rows_to(ports, database_url, several.case) == []


async def test_who_signs_no_more_is_joined_with_the_case_by_nothing_that_was_sent(
    ports: StoragePorts, database_url: str
) -> None:
    several = await speak(ports)
    main = several.scene.petition
    async with ports.uow() as uow:
        await uow.together.merge(Merge(petition_id=several.case.id, main_id=main.id, at=START, by="刘敏"))
        uow.outbox.add(an_item(NUMBER, dedupe=f"reply:m9:0:{several.speaker.id}", petition_id=main.id))
        uow.outbox.add(an_item(several.scene.resident.telegram_id, dedupe="receipt", petition_id=several.case.id))
        await uow.commit()
    sign = SignTogether(uow=ports.uow, clock=ports.clock, ids=FakeIds())

    await sign.leave(several.actor, several.case.id)

    assert await rows_to(ports, database_url, several.case) == [several.scene.resident.telegram_id]
    assert await rows_to(ports, database_url, main) == []
    assert (await ports.queue.depth())[RowState.SUPERSEDED] == 2  # it waited still, and is not sent any more


async def rows_to(ports: StoragePorts, database_url: str, case: Petition) -> list[int]:
    """Return to whom rows of the outbox about a case go or went, as far as it is a person."""
    if isinstance(ports.uow, InMemoryUnitOfWorkFactory):
        items = [row.item for row in ports.uow.committed.committed.outbox.values()]
        return [item.chat_id for item in items if item.petition_id == case.id and item.chat_id > 0]
    database = Database(database_url)
    wanted = select(outbox.c.chat_id).where(outbox.c.petition_id == case.id, outbox.c.chat_id > 0)
    async with database.reading() as connection:
        found = [*(await connection.execute(wanted)).scalars()]
    await database.close()
    return found


async def test_of_a_row_of_the_history_nothing_but_a_residents_id_can_be_emptied(
    ports: StoragePorts, database_url: str
) -> None:
    if not database_url:
        pytest.skip("there is no going behind the fake's back")
    scene = await set_scene(ports.uow)
    async with ports.uow() as uow:
        uow.history.append(a_history_row(scene.petition, actor_id="resident1"))
        uow.history.append(a_history_row(scene.petition, actor_kind="staff", actor_id="77"))
        await uow.commit()
    theirs = update(petition_history).where(petition_history.c.actor_kind == "resident")
    other: dict[str, object] = {"at": START + timedelta(days=1), "id": 99}
    names = [column.name for column in petition_history.c if column.name != "actor_id"]
    refused = [theirs.values({name: other.get(name, "x"), "actor_id": ""}) for name in names]
    refused += [
        theirs.values(actor_id="somebody"),
        update(petition_history).values(actor_id=""),
        delete(petition_history),
    ]
    database = Database(database_url)
    for deed in refused:
        with pytest.raises(StorageError) as caught:
            async with database.transaction() as connection:
                await connection.execute(deed)
        assert "append-only: petition_history" in str(caught.value.__cause__)

    async with database.transaction() as connection:
        await connection.execute(theirs.values(actor_id=""))
    await database.close()
    async with ports.uow.reading() as uow:
        assert [row.actor_id for row in await uow.history.of(scene.petition.id)] == ["", "77"]
