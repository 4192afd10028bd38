"""Keys in files: one a voter and ballot, the same for every process, and gone when they are destroyed."""

import asyncio
import stat
from pathlib import Path

import pytest

from bot.adapters.vote_keys import FileVoteKeys
from core.shared.errors import StorageError
from core.shared.ids import BallotId, RosterId

pytestmark = pytest.mark.unit
ONE, TWO = BallotId("b" * 32), BallotId("c" * 32)
WANG, LI = RosterId("1" * 32), RosterId("2" * 32)


@pytest.fixture
def keys(tmp_path: Path) -> FileVoteKeys:
    return FileVoteKeys(tmp_path / "vote-keys")


async def test_processes_that_make_one_at_once_agree(tmp_path: Path) -> None:
    several = [FileVoteKeys(tmp_path / "vote-keys") for _ in range(8)]
    made = await asyncio.gather(*(each.make(ONE, WANG) for each in several))
    assert len(set(made)) == 1
    assert await several[0].kept() == [(ONE, WANG)]
    assert [file.name for file in (tmp_path / "vote-keys" / ONE).iterdir()] == [WANG]


async def test_nobody_else_may_read_them(keys: FileVoteKeys, tmp_path: Path) -> None:
    await keys.make(ONE, WANG)
    file = tmp_path / "vote-keys" / ONE / WANG
    assert file.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO) == 0
    assert file.parent.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO) == 0


async def test_what_is_destroyed_is_gone(keys: FileVoteKeys) -> None:
    first = await keys.make(ONE, WANG)
    await keys.make(ONE, LI)
    await keys.make(TWO, WANG)
    await keys.destroy(ONE, WANG)
    await keys.destroy(ONE, WANG)
    assert await keys.get(ONE, WANG) is None
    assert await keys.make(ONE, WANG) != first
    await keys.destroy(ONE)
    await keys.destroy(ONE)
    assert await keys.kept() == [(TWO, WANG)]


async def test_only_the_same_key_opens(keys: FileVoteKeys) -> None:
    one, two = await keys.make(ONE, WANG), await keys.make(ONE, LI)
    sealed = keys.seal(one, '{"a": "good"}')
    assert b"good" not in sealed
    assert keys.seal(one, '{"a": "good"}') != sealed
    assert keys.open(one, sealed) == '{"a": "good"}'
    assert keys.open(two, sealed) is None
    assert keys.open(one, b"") is None


async def test_tokens_and_receipts_are_of_the_key(keys: FileVoteKeys) -> None:
    one, two = await keys.make(ONE, WANG), await keys.make(ONE, LI)
    assert keys.token(one, "good") == keys.token(one, "good") != keys.token(two, "good")
    assert len(keys.token(one, "good")) == 32
    assert keys.receipt(one) == keys.receipt(one) != keys.receipt(two)
    assert [len(part) for part in keys.receipt(one).split("-")] == [4, 4, 4, 4]


async def test_no_path_is_made_of_what_is_no_id(keys: FileVoteKeys) -> None:
    for name in ("../x", "", "a/b", "."):
        with pytest.raises(ValueError, match="no-id"):
            await keys.make(ONE, RosterId(name))


async def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "vote-keys").write_text("a file", encoding="utf-8")
    with pytest.raises(StorageError):
        await FileVoteKeys(tmp_path / "vote-keys").make(ONE, WANG)
