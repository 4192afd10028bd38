"""`linli roster`: files as committees really have them, made here; nothing of a file with a mistake is taken in."""

import io
import zipfile
from collections.abc import AsyncIterator
from pathlib import Path
from shutil import copy

import pytest

from core.people.model import Role
from core.shared.outbox import Operation
from tests.factories.cases import a_petition, a_staff_chat
from tests.roster_rig import LI, WANG, Desk

pytestmark = pytest.mark.integration


@pytest.fixture
async def desk(migrated_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Desk]:
    monkeypatch.chdir(tmp_path)
    url = f"sqlite+aiosqlite:///{copy(migrated_file, tmp_path / 'linli.db')}"
    monkeypatch.setenv("LINLI_BOT_TOKEN", "7000000001:" + "t" * 35)
    monkeypatch.setenv("LINLI_DATABASE_URL", url)
    monkeypatch.setenv("LINLI_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    made = Desk(url, tmp_path)
    await made.set_up()
    yield made
    await made.database.close()


async def test_a_roster_comes_in_whole_and_a_second_time_changes_nothing(desk: Desk) -> None:
    code, said = await desk.take(WANG, LI)

    people = await desk.everybody()
    assert code == "0", said
    assert "新增 2 人" in said
    wang = people["王秀英"]
    assert (wang.building, wang.room, wang.household) == ("3号楼", "2单元301", "3-2-301")
    assert wang.roles == {Role.PARTY_MEMBER, Role.RESIDENT_REPRESENTATIVE}
    assert wang.unit_id == desk.group.id
    assert (people["李强"].building, people["李强"].room) == ("3", "1-502")
    assert b"13800001001" not in (wang.phone_cipher or b"")
    assert "没有要写的" in (await desk.take(WANG, LI))[1]
    assert await desk.everybody() == people


async def test_without_a_yes_nothing_is_written(desk: Desk) -> None:
    code, said = await desk.take(WANG, yes=False)

    assert code == "1"
    assert "新增 1 人" in said
    assert "--yes" in said
    assert await desk.everybody() == {}


async def test_one_mistake_keeps_the_whole_file_out_and_each_says_its_line(desk: Desk) -> None:
    code, said = await desk.take(
        WANG,
        ("", "13800001003", "", "", "幸福社区", ""),
        ("孙七", "1380000", "", "", "幸福社区", ""),
        ("周八", "1.38E+10", "", "", "幸福社区", ""),
        ("吴九", "", "", "", "没有的社区", ""),
        ("郑十", "", "", "", "", ""),
        ("冯一", "", "", "", "幸福社区", "皇帝"),
        ("王秀英", "+86 138-0000-1001", "", "", "幸福三组", ""),
        ("陈" * 101, "", "", "", "幸福社区", ""),
    )

    assert code == "1"
    for line, what in (
        (3, "没有姓名"),
        (4, "不是电话号码"),
        (5, "被表格软件缩短了"),
        (6, "没有叫“没有的社区”的单位"),
        (7, "没写属于哪个"),
        (8, "不认识身份“皇帝”"),
        (9, "和第 2 行是同一个人"),
        (10, "太长"),
    ):
        assert [text for text in said.splitlines() if f"第 {line} 行" in text and what in text], (line, said)
    assert "8 处要改正" in said
    assert await desk.everybody() == {}


async def test_numbers_that_a_spreadsheet_made_of_phones_are_read_as_phones(desk: Desk) -> None:
    code, said = await desk.take(
        ("甲", 13800001001, "", "1", "幸福社区", ""),
        ("乙", 13800001002.0, "", "2", "幸福社区", ""),
        ("丙", "'13800001003", "", "3", "幸福社区", ""),
        ("丁", "１３８００００１００４", "", "4", "幸福社区", ""),
        ("戊", "13800001005.0", "", "5", "幸福社区", ""),
        ("己", "010-5550 0008", "", "6", "幸福社区", ""),
    )

    assert code == "0", said
    people = await desk.everybody()
    assert len({entry.phone_hash for entry in people.values()}) == 6
    assert None not in {entry.phone_hash for entry in people.values()}
    assert (
        "没有要写的"
        in (
            await desk.take(
                *((n, f"1380000100{i}", "", str(i), "幸福社区", "") for i, n in enumerate("甲乙丙丁戊", 1)),
                ("己", "01055500008", "", "6", "幸福社区", ""),
            )
        )[1]
    )


@pytest.mark.parametrize(
    ("coding", "delimiter"), [("utf-8", ","), ("utf-8-sig", ";"), ("gb18030", ","), ("gb18030", "\t")]
)
async def test_csv_in_the_codings_of_chinese_computers(desk: Desk, coding: str, delimiter: str) -> None:
    rows = [("居民名册",), ("姓名", "电话", "所属社区"), ("陳美玲", "13800001003", "幸福社区"), ("", "", "")]
    file = desk.folder / "名册.csv"
    file.write_bytes("\r\n".join(delimiter.join(row) for row in rows).encode(coding))

    code, said = await desk.run("import", str(file), "--yes")

    assert code == "0", said
    assert list(await desk.everybody()) == ["陳美玲"]


async def test_english_headings_and_a_unit_for_all(desk: Desk) -> None:
    file = desk.sheet(("Emma Smith", "+44 20 7946 0958", "staff"), head=("Name", "Phone", "Roles"))

    assert (await desk.run("import", str(file), "--yes"))[0] == "1"
    code, said = await desk.run("import", str(file), "--yes", "--unit", "幸福社区")

    assert code == "0", said
    assert (await desk.everybody())["Emma Smith"].roles == {Role.STAFF}
    assert (await desk.run("import", str(file), "--unit", "别处"))[0] == "unit-unknown"


async def test_formulas_are_text_and_nothing_is_computed(desk: Desk) -> None:
    evil = '=HYPERLINK("http://evil.example","点我")'
    code, said = await desk.take((evil, "", "@SUM(1+1)", "1", "幸福社区", ""))

    assert code == "0", said
    assert "看起来是公式" in said
    kept = (await desk.everybody())[evil]
    assert kept.room == "@SUM(1+1)"
    assert "姓名看起来是公式" in (await desk.run("list", "--problems"))[1]


async def test_who_is_bound_stays_bound_whatever_the_file_says(desk: Desk) -> None:
    """A corrected name at the same home is the same person; a new name elsewhere has got the old one's number."""
    await desk.take(WANG, LI)
    wang = await desk.resident(desk.group)
    await desk.bind("王秀英", wang)

    code, said = await desk.take(("王秀瑛", *WANG[1:]), LI)
    assert code == "0", said
    assert (await desk.everybody())["王秀瑛"].resident_id == wang.id

    stranger = ("赵六", "13800001001", "9号楼1单元101", "9-1-101", "幸福三组", "")
    code, said = await desk.take(stranger, LI)
    people = await desk.everybody()
    assert "已绑定账号（仍然绑着）：王秀瑛" in said
    assert people["赵六"].resident_id is None
    assert people["王秀瑛"].resident_id == wang.id
    assert people["王秀瑛"].left_at is not None
    assert "已迁出，账号还绑着" in (await desk.run("list", "--problems"))[1]
    assert "1 人，已绑定账号 0 人，已迁出 1 人" in (await desk.run("list"))[1]

    await desk.take(("王秀瑛", *WANG[1:]), (*stranger[:1], "", *stranger[2:]), LI)
    assert (await desk.everybody())["王秀瑛"].left_at is None


async def test_people_of_units_the_file_does_not_name_are_left_alone(desk: Desk) -> None:
    await desk.take(WANG, LI)

    said = (await desk.take(WANG))[1]

    assert "没有要写的" in said
    assert (await desk.everybody())["李强"].here


async def test_who_moves_by_the_roster_is_told_and_their_open_cases_stay(desk: Desk) -> None:
    await desk.take(WANG, LI)
    wang, chat = await desk.resident(desk.group), a_staff_chat(desk.group)
    await desk.bind("王秀英", wang)
    case = a_petition(desk.group, wang)
    async with desk.uow() as uow:
        await uow.staff_chats.save(chat)
        uow.petitions.add(case)
        await uow.links.add_card(case.id, chat.chat_id)
        await uow.commit()

    code, said = await desk.take((*WANG[:4], "幸福社区", WANG[5]), LI)

    assert code == "0", said
    assert "换了单位：王秀英→幸福社区" in said
    async with desk.uow.reading() as uow:
        assert (await uow.residents.get(wang.id)).unit_id == desk.community.id
        assert (await uow.petitions.get(case.id)).unit_id == desk.group.id
    rows = await desk.outbox()
    assert {(row["operation"], row["chat_id"]) for row in rows} == {
        (Operation.SEND, wang.telegram_id),
        (Operation.SEND, chat.chat_id),
    }


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (b"", "roster-no-headings"),
        (b"\x00\x01\x02", "roster-unreadable"),
        (b"PK\x03\x04 no zip", "roster-unreadable"),
        ("姓名,电话\n".encode(), "roster-empty"),
        ("姓名,电话,手机\n甲,1,2\n".encode(), "roster-heading-twice"),
        (b"x" * (20 * 1024 * 1024 + 1), "roster-too-large"),
    ],
)
async def test_a_file_that_is_no_roster_is_refused_in_one_sentence(desk: Desk, made: bytes, code: str) -> None:
    file = desk.folder / "x.csv"
    file.write_bytes(made)

    assert (await desk.run("import", str(file), "--yes"))[0] == code


async def test_a_bomb_is_not_unpacked(desk: Desk) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"\0" * (257 * 1024 * 1024))
    file = desk.folder / "bomb.xlsx"
    file.write_bytes(packed.getvalue())

    assert (await desk.run("import", str(file)))[0] == "roster-too-large"


async def test_the_template_is_understood_and_never_overwrites(desk: Desk) -> None:
    file = str(desk.folder / "空表.xlsx")

    assert "已生成" in (await desk.run("template", file))[1]
    assert (await desk.run("template", file))[0] == "roster-template"
    assert (await desk.run("template", str(desk.folder / "x.csv")))[0] == "roster-template-name"
    code, said = await desk.run("import", file, "--yes")
    assert code == "0", said
    example = (await desk.everybody())["张三（示例，请删掉这一行）"]
    assert example.roles == {Role.PARTY_MEMBER, Role.RESIDENT_REPRESENTATIVE}


async def test_an_empty_roster_says_how_to_begin(desk: Desk) -> None:
    assert "linli roster template" in (await desk.run("list"))[1]


async def test_two_on_one_phone_are_both_taken_in_with_a_note(desk: Desk) -> None:
    code, said = await desk.take(WANG, ("王大爷", WANG[1], *WANG[2:]))

    assert code == "0", said
    assert "和第 2 行用同一个电话" in said
    assert len(await desk.everybody()) == 2
    assert "没有要写的" in (await desk.take(WANG, ("王大爷", WANG[1], *WANG[2:])))[1]
