"""Items, their versions, and what is found of them mean the same over the fake, SQLite and PostgreSQL."""

from dataclasses import replace

import pytest

from bot.adapters.words import search_tokenizer
from core.disclosure.app import SearchNews
from core.disclosure.model import Category, Event, Part, Span, State
from core.disclosure.ports import Post, PostRole
from core.disclosure.reading import findable
from core.disclosure.tables import Table
from core.petitions.model import Author, CaseMessage, HistoryRow, Stage
from core.petitions.model import Event as CaseEvent
from core.shared.errors import ConflictError, NotFoundError, StorageError
from core.shared.ids import CaseMessageId, ChatId, ItemId, MessageId, VersionId
from core.shared.marks import Mark, Marked
from core.shared.messages import MediaRef
from tests.factories.cases import a_petition
from tests.factories.news import a_version, an_item, later, publish
from tests.factories.scene import set_scene
from tests.fakes.bundle import StoragePorts
from tests.fakes.world import START

pytestmark = pytest.mark.contract


async def test_an_item_and_its_draft_come_back_as_they_went_in(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    item = an_item(scene.unit, span=Span(2026, quarter=3), category=Category.FINANCE)
    table = Table.of([["项目", "支出"], ["电梯", "12.50"]])
    file = MediaRef("document", "b" * 64, "file-1", "三季度.xlsx")
    part = Part(said_in=9, words=Marked("电梯", (Mark("bold", 0, 2),)), file=file, table=table)
    version = a_version(item, parts=(part, Part(words=Marked("完"))))
    async with ports.uow() as uow:
        uow.disclosure.add(item)
        uow.disclosure.add_version(version)
        await uow.commit()
    async with ports.uow.reading() as uow:
        assert await uow.disclosure.item(item.id) == item
        assert await uow.disclosure.version(version.id) == version
        assert await uow.disclosure.by_source(version.source) == version
        assert await uow.disclosure.unfinished(item.id) == version
        with pytest.raises(StorageError):
            await uow.disclosure.lock(version.id)
    changed = replace(version.apply(Event.SUBMIT), round=1, title="别的", passed_by=7)
    async with ports.uow() as uow:
        assert await uow.disclosure.by_number("GK-2026-0001") is None
        assert await uow.disclosure.lock(version.id) == (item, version)
        await uow.disclosure.save_version(changed)
        await uow.disclosure.save(replace(item, span=None))
        await uow.commit()
    async with ports.uow.reading() as uow:
        assert await uow.disclosure.version(version.id) == changed
        assert (await uow.disclosure.item(item.id)).span is None


async def test_what_is_not_there_is_told_as_such(ports: StoragePorts) -> None:
    async with ports.uow.reading() as uow:
        for asked in (
            uow.disclosure.item(ItemId("nobody")),
            uow.disclosure.version(VersionId("nobody")),
            ports.disclosure.view(ItemId("nobody")),
        ):
            with pytest.raises(NotFoundError, match="news-unknown"):
                await asked
        assert await uow.disclosure.linked(ChatId(-1), MessageId(1)) is None
    assert await ports.disclosure.by_number("GK-2026-0001") is None


async def test_one_message_begins_one_draft(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    item = an_item(scene.unit)
    version = a_version(item)
    async with ports.uow() as uow:
        uow.disclosure.add(item)
        uow.disclosure.add_version(version)
        await uow.commit()
    async with ports.uow() as uow:
        uow.disclosure.add_version(a_version(item, source=version.source))
        with pytest.raises(ConflictError, match="news-exists"):
            await uow.commit()


async def test_numbers_count_up_and_leave_no_gap(ports: StoragePorts) -> None:
    async with ports.uow() as uow:
        assert await uow.disclosure.next_number(2026) == "GK-2026-0001"
    async with ports.uow() as uow:
        assert await uow.disclosure.next_number(2026) == "GK-2026-0001"
        assert await uow.disclosure.next_number(2026) == "GK-2026-0002"
        assert await uow.disclosure.next_number(2027) == "GK-2027-0001"


async def test_what_a_message_has_to_do_with_a_version_is_replaced(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    item = an_item(scene.unit)
    version = a_version(item)
    where = (ChatId(-100), MessageId(5))
    async with ports.uow() as uow:
        uow.disclosure.add(item)
        uow.disclosure.add_version(version)
        await uow.disclosure.link(*where, Post(version.id, PostRole.PANEL))
        await uow.disclosure.link(*where, Post(version.id, PostRole.REASON, "s.1"))
        await uow.commit()
    async with ports.uow.reading() as uow:
        assert await uow.disclosure.linked(*where) == Post(version.id, PostRole.REASON, "s.1")


async def test_lists_show_what_counts_now_the_latest_first(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    street = await publish(ports.uow, scene.street, at=later(1), category=Category.PARTY)
    first = await publish(ports.uow, scene.unit, at=later(2), span=Span(2026))
    second = await publish(ports.uow, scene.unit, at=later(3))
    first = await publish(ports.uow, scene.unit, at=later(4), item=first)
    draft = an_item(scene.unit)
    async with ports.uow() as uow:
        uow.disclosure.add(draft)
        uow.disclosure.add_version(a_version(draft))
        await uow.commit()
    reader = ports.disclosure
    units = await reader.units_of(scene.unit.id)

    assert units == [scene.unit.id, scene.street.id]
    assert await reader.counts(units) == {Category.PARTY: 1, Category.AFFAIRS: 2}
    rows = await reader.rows(units)
    assert [(row.id, row.n) for row in rows] == [(first.id, 2), (second.id, 1), (street.id, 1)]
    assert rows[0].span == Span(2026)
    assert rows[0].published_at == later(4)
    assert [row.id for row in await reader.rows(units, Category.AFFAIRS, offset=1, limit=1)] == [second.id]
    assert [row.id for row in await reader.rows([scene.street.id])] == [street.id]
    assert await reader.by_number(first.number or "") == first.id
    view = await reader.view(first.id)
    assert [version.n for version in view.versions] == [1, 2]
    assert (view.item, view.unit_name, view.answers) == (first, scene.unit.name, [])
    with pytest.raises(NotFoundError):
        await reader.view(draft.id)


async def test_publications_of_a_time_are_told_with_corrections(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    first = await publish(ports.uow, scene.unit, at=later(1))
    second = await publish(ports.uow, scene.unit, at=later(2))
    await publish(ports.uow, scene.unit, at=later(3), item=first)

    async def told(since: float, until: float) -> list[tuple[str, int]]:
        rows = await ports.disclosure.published_between([scene.unit.id], later(since), later(until))
        return [(row.id, row.n) for row in rows]

    assert await told(0, 9) == [(first.id, 1), (second.id, 1), (first.id, 2)]
    assert await told(1, 3) == [(first.id, 1), (second.id, 1)]
    assert await ports.disclosure.published_between([scene.street.id], later(0), later(9)) == []


@pytest.mark.parametrize("hard", ["电梯", "3.5", "a-b", "or", "NOT", '"', "x" * 200, "🏠", "1,234.50", "'; --"])
async def test_every_word_finds_the_same_on_both_databases(ports: StoragePorts, hard: str) -> None:
    scene = await set_scene(ports.uow)
    both = await publish(ports.uow, scene.unit, "维修", hard, at=later(1))
    one = await publish(ports.uow, scene.unit, "维修", at=later(2))
    one = await publish(ports.uow, scene.unit, "费用", at=later(3), item=one)

    async def found(*words: str, every: bool = True) -> list[str]:
        return [row.id for row in await ports.disclosure.find([scene.unit.id], words, every=every)]

    assert await found("维修") == [one.id, both.id]
    assert await found(hard) == [both.id]
    assert await found("维修", "费用") == [one.id]
    assert await found("费用", hard) == []
    assert await found("费用", hard, every=False) == [one.id, both.id]
    assert await found("维修", "费用", hard, hard, every=False) == [one.id, both.id]
    assert await found("维修", "其他", hard, every=False) == [both.id, one.id]
    assert await found("维") == []
    assert await found() == []


@pytest.mark.parametrize(
    ("asked", "exactly"),
    [
        ("19600", True),
        ("19,600", True),
        ("１９，６００．００元", True),
        ("19600.00", True),
        ("1234.5", True),
        ("水", True),
        ("電", True),
        ("電梯維修", True),
        ("电梯，维修！", True),
        ("电梯 OR 维修", False),
        ("3号楼", True),
        ("老旧电梯改造费", False),
        ('"电梯* NEAR(维修', False),
        ("电梯 AND 🏠", False),
        ("ELEVATOR", True),
    ],
)
async def test_it_is_found_however_it_is_written(ports: StoragePorts, asked: str, exactly: bool) -> None:
    scene, tokenizer = await set_scene(ports.uow), search_tokenizer()
    text = "3号楼电梯维修 Elevator，自来水费 19,600.00 元，清洁 1,234.50 元，改造旧管，老人免费"
    item = await publish(ports.uow, scene.unit, *await findable(tokenizer, text))
    search = SearchNews(reader=ports.disclosure, tokenizer=tokenizer)

    rows, found_all = await search([scene.unit.id], asked)

    assert ([row.id for row in rows], found_all) == ([item.id], exactly)


@pytest.mark.parametrize("asked", ["1960", "196000", "5", "猫", "*", "，。", "🏠", "%", "_", "猫狗" * 2048])
async def test_it_is_not_found_by_anything_else(ports: StoragePorts, asked: str) -> None:
    scene, tokenizer = await set_scene(ports.uow), search_tokenizer()
    await publish(ports.uow, scene.unit, *await findable(tokenizer, "电梯维修 19,600.00 元，a_b 100%"))
    search = SearchNews(reader=ports.disclosure, tokenizer=tokenizer)

    assert await search([scene.unit.id], asked) == ([], False)


async def test_a_page_of_words_is_asked_for_without_harm(ports: StoragePorts) -> None:
    scene, tokenizer = await set_scene(ports.uow), search_tokenizer()
    item = await publish(ports.uow, scene.unit, *await findable(tokenizer, "电梯维修"))
    long = "".join(chr(0x4E00 + 7 * n) for n in range(2_000)) + "".join(f" w{n}" for n in range(500))
    search = SearchNews(reader=ports.disclosure, tokenizer=tokenizer)

    rows, _ = await search([scene.unit.id], "电梯 " + long)

    assert [row.id for row in rows] == [item.id]


async def test_the_latest_answer_to_a_question_is_public_and_nothing_else(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    item = await publish(ports.uow, scene.unit)
    asked = a_petition(scene.unit, scene.resident, about=item.id, about_name="GK")
    async with ports.uow() as uow:
        uow.petitions.add(asked)
        for n, (author, event, text) in enumerate(
            [
                (Author.RESIDENT, CaseEvent.RESIDENT_ADDS, "我想问"),
                (Author.STAFF, CaseEvent.REPLY, "在查"),
                (Author.STAFF, CaseEvent.ANSWER, "第一次答复"),
                (Author.STAFF, CaseEvent.ANSWER, "更正的答复"),
                (Author.NOTE, CaseEvent.NOTE, "内部"),
            ]
        ):
            at = later(n / 10)
            uow.messages.add(
                CaseMessage(
                    id=CaseMessageId(f"said{n}"),
                    petition_id=asked.id,
                    author=author,
                    author_name="王秀英",
                    text=text,
                    marks=(Mark("text_mention", 0, 1, "7"), Mark("bold", 0, 1)),
                    at=at,
                    source=f"tg:-1:{n}",
                    unit_id=scene.street.id if author is Author.STAFF else None,
                )
            )
            uow.history.append(
                HistoryRow(
                    petition_id=asked.id,
                    event=event,
                    actor_kind="staff",
                    actor_id="7",
                    actor_name="刘",
                    at=at,
                    from_stage=Stage.ACCEPTED,
                    to_stage=Stage.ANSWERED,
                )
            )
        await uow.commit()
    async with ports.uow.reading() as uow:
        assert await uow.petitions.get(asked.id) == asked
    (answer,) = (await ports.disclosure.view(item.id)).answers

    assert answer.words == Marked("更正的答复", (Mark("bold", 0, 1),))
    assert (answer.at, answer.unit_name) == (later(0.3), scene.street.name)


async def test_of_what_is_over_no_correction_goes_on(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    item = await publish(ports.uow, scene.unit)
    dropped = replace(a_version(item), state=State.DROPPED)
    going = a_version(item, made_at=START)
    async with ports.uow() as uow:
        assert await uow.disclosure.that_counts(ItemId("nobody")) is None
        counts = await uow.disclosure.that_counts(item.id)
        assert counts is not None
        assert (counts.n, counts.state) == (1, State.PUBLISHED)
        uow.disclosure.add_version(dropped)
        assert await uow.disclosure.unfinished(item.id) is None
        uow.disclosure.add_version(going)
        assert await uow.disclosure.unfinished(item.id) == going
