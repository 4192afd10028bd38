"""Ballots as people write them down: what is read, and what is said about each mistake."""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.ballot_file import FIELDS, WORDS, read_ballots
from bot.terminal import words
from core.ballots.paper import DIMENSIONS, BallotKind, Dimension, Meeting, Scale, SubjectKind
from core.people.model import Role
from core.shared.errors import DomainError
from tests.fakes.stores import FakeBlobStore

pytestmark = pytest.mark.unit
ZONE = ZoneInfo("Asia/Shanghai")
EXAMPLE = Path("bot/demo/ballots.yaml")

APPRAISAL = """ballots:
  - name: annual
    unit: 幸福社区
    kind: appraisal
    title: 年终测评
    opens: 2026-12-01 08:00
    closes: 2026-12-08 20:00
    voters:
      - name: 代表
        roles: [resident_representative]
        weight: 2
      - name: 居民
    subjects:
      - key: director
        name: 张主任
        kind: person
        debrief: 修了路
        file: report.pdf
      - key: shop
        name: 物业
        kind: body
        scale: satisfaction
        dimensions: [diligence, achievement]
"""
MOTION = """ballots:
  - name: lift
    unit: 幸福社区
    kind: motion
    meeting: representatives
    title: 装电梯
    text: 给3号楼装电梯
    branch_study: 建议表决
    opens: 2026-12-01T08:00:00+00:00
    closes: 2026-12-08 20:00
"""


@pytest.fixture(autouse=True)
def _chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")


def written(folder: Path, text: str) -> Path:
    (folder / "report.pdf").write_bytes(b"%PDF")
    (folder / "empty.pdf").touch()
    (folder.parent / "secret.key").write_bytes(b"secret")
    (folder / "link.pdf").unlink(missing_ok=True)
    (folder / "link.pdf").symlink_to(folder.parent / "secret.key")
    file = folder / "b.yaml"
    file.write_text(text, encoding="utf-8")
    return file


async def wrong(folder: Path, text: str) -> tuple[str, str, str]:
    """Return line, place and what is said."""
    with pytest.raises(DomainError, match="ballot-file") as found:
        await read_ballots(written(folder, text), ZONE, FakeBlobStore())
    args = found.value.args_for_text
    return str(args["line"]), str(args["place"]), str(args["problem"])


async def test_an_appraisal(tmp_path: Path) -> None:
    blobs = FakeBlobStore()
    (row,) = await read_ballots(written(tmp_path, APPRAISAL), ZONE, blobs)
    assert (row.unit, row.slug) == ("幸福社区", "annual")
    assert row.opens_at == datetime(2026, 12, 1, 0, 0, tzinfo=UTC)
    director, shop = row.paper.subjects
    assert (director.kind, director.scale, director.dimensions) == (SubjectKind.PERSON, Scale.PERSON, DIMENSIONS)
    assert (shop.scale, shop.dimensions) == (Scale.SATISFACTION, (Dimension.DILIGENCE, Dimension.ACHIEVEMENT))
    assert [(each.name, each.roles, each.weight) for each in row.paper.classes] == [
        ("代表", frozenset({Role.RESIDENT_REPRESENTATIVE}), 2),
        ("居民", frozenset(), 1),
    ]
    assert director.file is not None
    assert await blobs.get(director.file) == b"%PDF"


async def test_a_motion(tmp_path: Path) -> None:
    (row,) = await read_ballots(written(tmp_path, MOTION), ZONE, FakeBlobStore())
    paper = row.paper
    assert (paper.kind, paper.meeting, paper.branch_study) == (BallotKind.MOTION, Meeting.REPRESENTATIVES, "建议表决")
    assert paper.questions == [("motion", Dimension.DECISION)]
    assert paper.classes[0].roles == {Role.RESIDENT_REPRESENTATIVE}
    assert row.opens_at == datetime(2026, 12, 1, 8, 0, tzinfo=UTC)


async def test_the_example_is_read() -> None:
    rows = await read_ballots(EXAMPLE, ZONE, FakeBlobStore())
    assert [row.slug for row in rows] == ["annual-2026", "charging-shed"]


MISTAKES = [
    ("kind: appraisal", "kind: apraisal", "4", "ballots.1.kind", "appraisal（测评）"),
    ("debrief:", "debreif:", "17", "ballots.1.subjects.1.debreif", "是不是想写“debrief”"),
    ("    title: 年终测评\n", "", "2", "ballots.1.title", "标题"),
    ("closes: 2026-12-08 20:00", "closes: 2026-11-08 20:00", "7", "ballots.1.closes", "晚于 opens"),
    ("closes: 2026-12-08 20:00", "closes: soon", "7", "ballots.1.closes", "2026-12-17"),
    ("weight: 2", "weight: 0", "11", "ballots.1.voters.1.weight", "1 到 100"),
    ("[resident_representative]", "[king]", "10", "ballots.1.voters.1.roles.1", "resident_representative"),
    ("        roles: [resident_representative]\n", "", "8", "ballots.1.voters", "只能放在最后"),
    ("name: 代表", "name: 居民", "8", "ballots.1.voters", "重复"),
    ("key: shop", "key: director", "19", "ballots.1.subjects.2.key", "重复"),
    ("[diligence, achievement]", "[diligence, diligence]", "23", "ballots.1.subjects.2.dimensions", "不重复"),
    ("[diligence, achievement]", "[decision]", "23", "ballots.1.subjects.2.dimensions", "morality"),
    ("file: report.pdf", "file: nothing.pdf", "18", "ballots.1.subjects.1.file", "没有找到文件“nothing.pdf”"),
    ("title: 年终测评", "title: [", "7", "-", "缩进"),
    ("title: 年终测评", 'title: "  "', "5", "ballots.1.title", "标题"),
    ("title: 年终测评", 'title: "年终\\n测评"', "5", "ballots.1.title", "标题"),
    ("title: 年终测评", f"title: {'😀' * 31}", "5", "ballots.1.title", "最多 60 字"),
    ("debrief: 修了路", f"debrief: {'😀' * 1251}", "17", "ballots.1.subjects.1.debrief", "2500"),
    ("opens: 2026-12-01 08:00", "opens: 20261201", "6", "ballots.1.opens", "2026-12-10 08:00"),
    ("opens: 2026-12-01 08:00", 'opens: "20261201"', "6", "ballots.1.opens", "2026-12-10 08:00"),
    ("opens: 2026-12-01 08:00", "opens: 2026-12-01", "6", "ballots.1.opens", "2026-12-10 08:00"),
    ("opens: 2026-12-01 08:00", "opens: 2026-13-01 08:00:00", "6", "ballots.1.opens", "2026-12-10 08:00"),
    ("2026-12-08 20:00", "2026-12-01T09:00:00+09:30", "7", "ballots.1.closes", "晚于 opens"),
    ("weight: 2", "weight: true", "11", "ballots.1.voters.1.weight", "1 到 100"),
    ("name: 代表", "name: 代表 + 居民", "8", "ballots.1.voters", "“+”"),
    ("name: 物业", "name: 张主任", "20", "ballots.1.subjects.2.name", "重复"),
    ("file: report.pdf", "file: ../secret.key", "18", "ballots.1.subjects.1.file", "没有找到文件"),
    ("file: report.pdf", "file: /etc/hostname", "18", "ballots.1.subjects.1.file", "没有找到文件"),
    ("file: report.pdf", "file: link.pdf", "18", "ballots.1.subjects.1.file", "没有找到文件"),
    ("file: report.pdf", "file: empty.pdf", "18", "ballots.1.subjects.1.file", "它是空的"),
    ("ballots:", "[" * 3000, "1", "-", "缩进"),
    ("    unit: 幸福社区", "    meeting: residents\n    unit: 幸福社区", "3", "ballots.1.meeting", "请去掉"),
]


@pytest.mark.parametrize(("there", "instead", "line", "place", "said"), MISTAKES)
async def test_a_mistake_is_told_with_its_line(
    tmp_path: Path, there: str, instead: str, line: str, place: str, said: str
) -> None:
    found = await wrong(tmp_path, APPRAISAL.replace(there, instead, 1))
    assert found[:2] == (line, place)
    assert said in found[2]


@pytest.mark.parametrize("word", ["meeting", "text"])
async def test_a_motion_needs_what_it_is_and_who_decides(tmp_path: Path, word: str) -> None:
    lines = [line for line in MOTION.splitlines() if f" {word}:" not in line]
    assert (await wrong(tmp_path, "\n".join(lines)))[1] == f"ballots.1.{word}"


async def test_one_name_for_two(tmp_path: Path) -> None:
    twice = MOTION + MOTION.removeprefix("ballots:\n")
    assert (await wrong(tmp_path, twice))[1] == "ballots.2.name"


async def test_what_is_no_text(tmp_path: Path) -> None:
    file = written(tmp_path, "")
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DomainError, match="ballot-file"):
        await read_ballots(file, ZONE, FakeBlobStore())
    assert (await wrong(tmp_path, ""))[1] == "-"


def test_sentences_name_all_that_may_be_written() -> None:
    for field, known in WORDS.items():
        said = words(f"cli-ballot-field-{field}")
        assert [each for each in known if each not in said] == []
    assert len(set(FIELDS)) == len(FIELDS)
