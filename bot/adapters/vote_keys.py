"""A key for each voter and ballot, each in a file of its own: outside the database, so in no copy of it.

The files lie under DATA_DIR, which the processes of one installation share; a backup leaves the folder out.
"""

import asyncio
import hashlib
import hmac
import os
import re
import secrets
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.adapters.ids import ALPHABET
from core.shared.errors import StorageError
from core.shared.ids import BallotId, RosterId

_NAME = re.compile(r"[0-9A-Za-z_-]{1,64}")
_KEY, _NONCE, _TOKEN = 32, 12, 32
_GROUPS, _GROUP = 4, 4
"""Sixteen characters of a receipt: some 79 bits."""


class FileVoteKeys:
    """AES-256-GCM for what is chosen; receipt and tokens are HMACs of the same key, so they are gone with it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def make(self, ballot_id: BallotId, voter: RosterId) -> bytes:
        return await asyncio.to_thread(self._make, ballot_id, voter)

    async def get(self, ballot_id: BallotId, voter: RosterId) -> bytes | None:
        return await asyncio.to_thread(self._get, self._file(ballot_id, voter))

    async def destroy(self, ballot_id: BallotId, voter: RosterId | None = None) -> None:
        await asyncio.to_thread(self._destroy, ballot_id, voter)

    async def kept(self) -> Sequence[tuple[BallotId, RosterId]]:
        return await asyncio.to_thread(self._kept)

    def seal(self, key: bytes, text: str) -> bytes:
        nonce = os.urandom(_NONCE)
        return nonce + AESGCM(key).encrypt(nonce, text.encode(), None)

    def open(self, key: bytes, sealed: bytes) -> str | None:
        try:
            return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], None).decode()
        except (InvalidTag, ValueError):
            return None

    def token(self, key: bytes, text: str) -> str:
        return _mac(key, f"token:{text}").hex()[:_TOKEN]

    def receipt(self, key: bytes) -> str:
        number, code = int.from_bytes(_mac(key, "receipt"), "big"), ""
        for _ in range(_GROUPS * _GROUP):
            number, digit = divmod(number, len(ALPHABET))
            code += ALPHABET[digit]
        return "-".join(code[at : at + _GROUP] for at in range(0, len(code), _GROUP))

    def _make(self, ballot_id: BallotId, voter: RosterId) -> bytes:
        """Two processes that make the same key agree: each writes a file of its own, and one of them gets the name."""
        target = self._file(ballot_id, voter)
        if (there := self._get(target)) is not None:
            return there
        try:
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=".", dir=target.parent)  # mode 0600
            with os.fdopen(handle, "wb") as file:
                file.write(secrets.token_bytes(_KEY))
                file.flush()
                os.fsync(file.fileno())
            with suppress(FileExistsError):
                os.link(name, target)  # unlike a rename it never replaces
            Path(name).unlink()
        except OSError:
            raise StorageError("storage-failed") from None
        made = self._get(target)
        if made is None:
            raise StorageError("storage-failed")
        return made

    def _get(self, target: Path) -> bytes | None:
        try:
            return target.read_bytes()
        except FileNotFoundError:
            return None
        except OSError:
            raise StorageError("storage-failed") from None

    def _destroy(self, ballot_id: BallotId, voter: RosterId | None) -> None:
        folder = self._folder / _checked(ballot_id)
        files = [folder / _checked(voter)] if voter is not None else [*folder.glob("*"), *folder.glob(".*")]
        try:
            for file in files:
                with suppress(FileNotFoundError):
                    _overwrite(file)
                    file.unlink()
            if voter is None and folder.exists():
                folder.rmdir()
        except OSError:
            raise StorageError("storage-failed") from None

    def _kept(self) -> list[tuple[BallotId, RosterId]]:
        found = sorted(self._folder.glob("[!.]*/[!.]*"))
        return [(BallotId(file.parent.name), RosterId(file.name)) for file in found]

    def _file(self, ballot_id: BallotId, voter: RosterId) -> Path:
        return self._folder / _checked(ballot_id) / _checked(voter)


def _mac(key: bytes, text: str) -> bytes:
    return hmac.new(key, text.encode(), hashlib.sha256).digest()


def _checked(name: str) -> str:
    """Ids of ours are plain words; whatever is none must not become a path."""
    if not _NAME.fullmatch(name):
        raise ValueError("no-id")
    return name


def _overwrite(file: Path) -> None:
    """Write over the key before its name goes: on a disk that writes in place nothing of it is left."""
    with file.open("r+b") as opened:
        opened.write(bytes(_KEY))
        opened.flush()
        os.fsync(opened.fileno())
