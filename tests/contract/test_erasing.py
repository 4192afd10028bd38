"""Erasing somebody: markers planted everywhere are nowhere afterwards, and the cases go on without a name."""

import asyncio
import io
import json
import zipfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text

from core.abuse.model import Block, BlockReason
from core.broadcast.model import Subscription
from core.people.model import Resident
from core.petitions.model import Author, FileKind, Stage
from core.petitions.party import Party, PartyRole
from core.petitions.passing_on import to_staff
from core.petitions.queries import CardView
from core.privacy.erasing import EraseMe
from core.privacy.export import EXPORTERS, ExportMe, MakeExport
from core.privacy.model import Unnamed
from core.privacy.retention import MaskIdentities
from core.shared.actor import ResidentActor
from core.shared.errors import ConflictError, NotFoundError
from core.shared.ids import BlobId, MessageId, PetitionId, TelegramUserId
from core.shared.inbox import InboxRow
from core.shared.link_roles import LinkRole
from core.shared.marks import Mark
from core.shared.messages import MessageSpec
from core.shared.periods import Period
from core.shared.tries import PETITIONS
from core.volunteers.model import Volunteer
from storage.engine import Database, lone_connection
from storage.tables import metadata
from tests.core_rig import actor_of
from tests.factories.cases import (
    a_message,
    a_petition,
    a_resident,
    a_roster_entry,
    an_attachment,
    an_item,
)
from tests.factories.scene import Scene, set_scene
from tests.fakes.bundle import StoragePorts
from tests.fakes.unit_of_work import InMemoryUnitOfWorkFactory
from tests.fakes.world import START, FakeIds, FakeSecrets

pytestmark = pytest.mark.contract
NAME, NUMBER = "欧阳马克儿", 5_599_887_766
"""What must be nowhere afterwards."""
CLOSED = PetitionId("closedcase")


def tools(ports: StoragePorts) -> EraseMe:
    return EraseMe(uow=ports.uow, clock=ports.clock, ids=FakeIds(), secrets=FakeSecrets())


async def plant(ports: StoragePorts) -> tuple[Scene, Resident, ResidentActor]:
    """Somebody with an open and a closed case, words, files, messages on their way, choices, a roster line."""
    scene = await set_scene(ports.uow)
    who = a_resident(scene.unit, name=NAME, telegram_id=TelegramUserId(NUMBER)).agrees(START).agrees_to_transfer(START)
    kept = an_attachment(kind=FileKind.DOCUMENT, name=f"{NAME}.pdf", blob_id=BlobId("ab" * 32))
    mention = (Mark("text_mention", 0, 2, str(NUMBER)),)
    opened = a_petition(scene.unit, who, text="灯坏了", marks=mention, attachments=(kept,))
    closed = a_petition(scene.unit, who, id=CLOSED, stage=Stage.CLOSED, closed_at=START, text="水管")
    said = a_message(
        opened, author=Author.RESIDENT, author_name=NAME, source=f"tg:{NUMBER}:7", text="再补充一句", marks=mention
    )
    async with ports.uow() as uow:
        await uow.residents.save(who)
        uow.petitions.add(opened)
        uow.petitions.add(closed)
        uow.messages.add(said)
        uow.messages.add(a_message(opened, author=Author.NOTE, author_name="刘敏", source="tg:-5:1", text="内部话"))
        for case in (opened, closed):
            await uow.links.add_card(case.id, scene.desk.chat_id)
            await uow.links.add(NUMBER, MessageId(len(case.id)), case.id, LinkRole.RECEIPT)  # type: ignore[arg-type] # a chat
        places = await uow.links.cards(opened.id)
        for item in to_staff(opened, said, places, {place.chat_id: 0 for place in places}):  # type: ignore[misc] # 0: at once
            uow.outbox.add(item)
        uow.outbox.add(an_item(NUMBER, dedupe=f"ballot-open:b:{NUMBER}", spec=MessageSpec("say", {"text": NAME})))
        await uow.subscriptions.save(Subscription(resident_id=who.id, since=START))
        await uow.volunteers.save(Volunteer(resident_id=who.id, since=START))
        await uow.blocks.put(
            Block(
                resident_id=who.id,
                unit_id=scene.unit.id,
                petition_id=CLOSED,
                reason=BlockReason.FLOOD,
                by_id=1,
                by_name="刘敏",
                since=START,
                until=START,
            )
        )
        assert await uow.paces.take(PETITIONS, who.id, 0.0) == 0
        uow.roster.add(replace(a_roster_entry(scene.unit, name="名册上的人"), resident_id=who.id))
        await uow.commit()
    await ports.state.put({f"draft:{NUMBER}": NAME, f"fsm:42:{NUMBER}:{NUMBER}:default:data": "{}"})
    payload = json.dumps({"from": NUMBER})
    await ports.inbox.put([InboxRow(update_id=9, order_key=f"c{NUMBER}", payload=payload)])
    await ports.inbox.park(9, incident="i1", payload=payload)
    return scene, who, actor_of(who)


async def everything(ports: StoragePorts, database_url: str) -> str:
    """All rows of all tables as one text."""
    if isinstance(ports.uow, InMemoryUnitOfWorkFactory):
        return str(ports.uow.committed.committed)
    database = Database(database_url)
    rows: list[Any] = []
    async with database.reading() as connection:
        for name, table in metadata.tables.items():
            rows += [(name, *row) for row in (await connection.execute(select(table))).all()]
    await database.close()
    return str(rows)


async def card_of(ports: StoragePorts, scene: Scene, case: PetitionId) -> CardView:
    view = await ports.cards.card(case, scene.desk.chat_id)
    assert view is not None
    return view


async def test_after_erasing_no_row_leads_to_the_person(ports: StoragePorts, database_url: str, backend: str) -> None:
    scene, who, actor = await plant(ports)
    for marker in (NAME, str(NUMBER)):
        assert marker in await everything(ports, database_url)
    erase = tools(ports)
    (opened,) = await erase.prepare(actor)

    await erase(actor, {opened.petition_id: opened.code})
    await erase(actor, {opened.petition_id: opened.code})

    left = await everything(ports, database_url)
    if backend == "valkey":
        left = left.replace(f"draft:{NUMBER}", "")  # the dialogs' own memory lies elsewhere: see the dialog's test
    assert NAME not in left
    assert str(NUMBER) not in left
    async with ports.uow() as uow:
        with pytest.raises(NotFoundError):
            await uow.residents.get(who.id)
        assert await uow.roster.of_resident(who.id) is None
        assert await uow.volunteers.of(who.id) is None
        assert await uow.blocks.of(who.id, [scene.unit.id]) == []
        assert await uow.paces.take(PETITIONS, who.id, 0.0, PETITIONS.count) == 0
        found = await uow.petitions.by_access_hash(
            FakeSecrets().keyed_hash("case-access", opened.code.replace("-", "").casefold())
        )
        assert found is not None
        assert (found.number, found.text, found.open, found.unnamed) == (opened.number, "灯坏了", True, Unnamed.ERASED)
        assert (await uow.petitions.get(CLOSED)).access_hash is None
    assert (await card_of(ports, scene, opened.petition_id)).resident_name is None


async def test_a_case_filed_since_is_not_lost_without_its_code(ports: StoragePorts, database_url: str) -> None:
    _, _, actor = await plant(ports)
    with pytest.raises(ConflictError, match="erase-changed"):
        await tools(ports)(actor, {})

    assert NAME in await everything(ports, database_url)


async def test_what_somebody_takes_along_has_all_of_theirs_and_nothing_of_the_staffs(ports: StoragePorts) -> None:
    _, who, actor = await plant(ports)
    await ports.blobs.put(b"x")
    export = ExportMe(uow=ports.uow, clock=ports.clock)
    assert await export(actor) == 1
    assert await export(actor) == 0
    make = MakeExport(uow=ports.uow, blobs=_Blobs())

    archive = zipfile.ZipFile(io.BytesIO(await make(who.id, 1)))
    told = archive.read("linli.json").decode()
    data = json.loads(told)
    assert data["person"]["name"] == NAME
    assert {case["text"] for case in data["cases"]} == {"灯坏了", "水管"}
    (files,) = [case["files"] for case in data["cases"] if case["files"]]
    assert archive.read(files[0]) == b"content"
    assert set(data) == {each.area for each in EXPORTERS} | {"files_only_at_telegram"}
    assert data["volunteering"]["since"] == START.isoformat(timespec="seconds")
    assert "再补充一句" in told
    assert "内部话" not in told
    assert str(NUMBER) not in told


class _Blobs:
    async def get(self, blob_id: BlobId) -> bytes:
        assert blob_id == "ab" * 32
        return b"content"

    async def put(self, content: bytes) -> BlobId:
        raise NotImplementedError


async def test_long_after_the_close_names_go_and_what_happened_stays(ports: StoragePorts) -> None:
    scene, who, _ = await plant(ports)
    job = MaskIdentities(uow=ports.uow, clock=ports.clock, secrets=FakeSecrets(), days=365)
    ports.clock.move(timedelta(days=364))
    await job.prepare(Period(START.replace(tzinfo=None)))
    async with ports.uow() as uow:
        assert (await uow.petitions.get(CLOSED)).resident_id == who.id
    ports.clock.move(timedelta(days=2))
    await job.prepare(Period(START.replace(tzinfo=None)))
    await job.prepare(Period(START.replace(tzinfo=None)))

    async with ports.uow() as uow:
        masked = await uow.petitions.get(CLOSED)
        (row,) = await uow.history.of(CLOSED)
        opened = [await uow.petitions.get(case) for case in await uow.persons.cases(who.id)]
    assert (masked.resident_id, masked.unnamed, masked.text, masked.stage) == (None, "expired", "水管", Stage.CLOSED)
    assert (row.event, row.actor_kind, row.actor_id) == ("mask", "system", "")
    assert [case.text for case in opened] == ["灯坏了"]
    assert (await card_of(ports, scene, CLOSED)).petition.unnamed == "expired"


async def test_who_came_to_the_counter_is_forgotten_too(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    came = Party(role=PartyRole.WALK_IN, name=NAME, phone=b"sealed", phone_hash="hash", room="3-1-101")
    case = a_petition(scene.unit, party=came, stage=Stage.CLOSED, closed_at=START)
    async with ports.uow() as uow:
        uow.petitions.add(case)
        await uow.commit()
    ports.clock.move(timedelta(days=366))

    async with asyncio.timeout(30):
        await MaskIdentities(uow=ports.uow, clock=ports.clock, secrets=FakeSecrets(), days=365).prepare(
            Period(START.replace(tzinfo=None))
        )

    async with ports.uow() as uow:
        assert (await uow.petitions.get(case.id)).party is None


async def test_the_files_of_sqlite_keep_nothing_either(ports: StoragePorts, database_url: str, tmp_path: Path) -> None:
    """Free pages and the write-ahead log too, once the night's cleaning has been."""
    if not database_url.startswith("sqlite"):
        pytest.skip("PostgreSQL's own files: see docs/privacy.md")
    _, _, actor = await plant(ports)
    erase = tools(ports)
    codes = {case.petition_id: case.code for case in await erase.prepare(actor)}
    await erase(actor, codes)
    database = Database(database_url)
    await database.tidy()
    await database.close()

    path = Path(database_url.partition("///")[2])
    files = [file for file in path.parent.iterdir() if file.name.startswith(path.name)]
    content = b"".join(file.read_bytes() for file in files)
    assert "水管".encode() in content
    assert NAME.encode() not in content
    assert str(NUMBER).encode() not in content
    assert NUMBER.to_bytes(6, "big") not in content


async def test_the_tables_of_postgresql_written_anew_keep_nothing_either(
    ports: StoragePorts, database_url: str
) -> None:
    """Nobody but its operator can have them written anew, and the log keeps what it keeps: see docs/privacy.md."""
    if not database_url.startswith("postgresql"):
        pytest.skip("SQLite's file is written anew every night")
    _, _, actor = await plant(ports)
    erase = tools(ports)
    codes = {case.petition_id: case.code for case in await erase.prepare(actor)}
    await erase(actor, codes)
    async with lone_connection(database_url) as opened:
        connection = await opened.execution_options(isolation_level="AUTOCOMMIT")
        for statement in ("VACUUM FULL", "CHECKPOINT"):
            await connection.execute(text(statement))
        own = "SELECT oid FROM pg_database WHERE datname = current_database()"
        where = f"SELECT current_setting('data_directory') || '/base/' || ({own})"
        folder = Path(str((await connection.execute(text(where))).scalar_one()))

    content = await asyncio.to_thread(_all_of, folder)
    assert "水管".encode() in content
    assert NAME.encode() not in content
    assert str(NUMBER).encode() not in content
    assert NUMBER.to_bytes(8, "little") not in content


def _all_of(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.iterdir() if file.is_file())
