import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.adapters.ids import ALPHABET, RandomIds
from bot.adapters.secrets import KEY_FILE, KeyedSecrets, load_master, readable_by_others
from core.shared.errors import StorageError

pytestmark = pytest.mark.unit

PHONE = "+8613800001001"


def test_seal_opens_again_and_differs_each_time() -> None:
    secrets = KeyedSecrets("a master key of some length")
    first, second = secrets.seal(PHONE), secrets.seal(PHONE)

    assert first != second
    assert [secrets.open(first), secrets.open(second)] == [PHONE, PHONE]
    assert PHONE.encode() not in first


@pytest.mark.parametrize("spoil", ["key", "bit", "short", "version", "empty"])
def test_seal_that_is_not_ours_is_refused(spoil: str) -> None:
    secrets = KeyedSecrets("a master key of some length")
    sealed = secrets.seal(PHONE)
    spoiled = {
        "key": KeyedSecrets("another key of the same length").seal(PHONE),
        "bit": sealed[:-1] + bytes([sealed[-1] ^ 1]),
        "short": sealed[:8],
        "version": b"\x02" + sealed[1:],
        "empty": b"",
    }[spoil]

    with pytest.raises(StorageError, match="secret-unreadable"):
        secrets.open(spoiled)


def test_keyed_hash_repeats_within_key_and_purpose_only() -> None:
    secrets = KeyedSecrets("a master key of some length")
    same = KeyedSecrets("  a master key of some length\n")
    other = KeyedSecrets("another key of the same length")

    hashed = secrets.keyed_hash("phone", PHONE)

    assert hashed == same.keyed_hash("phone", PHONE)
    assert len({hashed, secrets.keyed_hash("bind-code", PHONE), other.keyed_hash("phone", PHONE)}) == 3


def test_master_key_given_needs_no_file(tmp_path: Path) -> None:
    assert load_master(" given-key-given-key \n", tmp_path) == "given-key-given-key"
    assert list(tmp_path.iterdir()) == []


def test_master_key_file_is_private_and_stays(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "var"

    first, second = load_master(None, folder), load_master("", folder)

    assert first == second
    assert len(first) >= 32
    assert stat.S_IMODE((folder / KEY_FILE).stat().st_mode) == 0o600
    assert [path.name for path in folder.iterdir()] == [KEY_FILE]
    assert not readable_by_others(folder)
    (folder / KEY_FILE).chmod(0o644)
    assert readable_by_others(folder)


def test_master_key_made_by_many_at_once_is_one(tmp_path: Path) -> None:
    with ThreadPoolExecutor(16) as pool:
        keys = set(pool.map(lambda _: load_master(None, tmp_path), range(64)))

    assert len(keys) == 1
    assert [path.name for path in tmp_path.iterdir()] == [KEY_FILE]


@pytest.mark.parametrize("content", [b"", b"short\n", b"\xff" * 40])
def test_master_key_file_damaged_is_never_replaced(content: bytes, tmp_path: Path) -> None:
    """A new key would make every stored phone number unreadable for ever."""
    (tmp_path / KEY_FILE).write_bytes(content)

    with pytest.raises(StorageError, match="secret-key-file"):
        load_master(None, tmp_path)

    assert (tmp_path / KEY_FILE).read_bytes() == content


def test_ids_are_unguessable_and_codes_can_be_read_out() -> None:
    ids = RandomIds()

    assert len({ids.new() for _ in range(100)}) == 100
    assert int(ids.new(), 16).bit_length() <= 128
    code = ids.code()
    assert [len(group) for group in code.split("-")] == [4, 4, 4]
    assert set(code) <= {*ALPHABET, "-"}
    assert not set(ALPHABET) & set("0O1IL")
