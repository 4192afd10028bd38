"""Encryption and keyed hashes under one master key that never enters the database.

Each purpose has a key of its own, derived by HKDF, so what is learned of one says nothing of another.
"""

import hashlib
import hmac
import os
import secrets
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from core.shared.errors import StorageError

KEY_FILE = "secret.key"
_VERSION = b"\x01"
_NONCE_BYTES = 12
_MIN_CHARS = 16


class KeyedSecrets:
    """AES-256-GCM for what must be read again, HMAC-SHA256 for what only has to be found again."""

    def __init__(self, master: str) -> None:
        self._master = master.strip().encode()
        self._seal = AESGCM(self._derive("seal"))
        self._hash_keys: dict[str, bytes] = {}

    def seal(self, text: str) -> bytes:
        nonce = os.urandom(_NONCE_BYTES)
        return _VERSION + nonce + self._seal.encrypt(nonce, text.encode(), _VERSION)

    def open(self, sealed: bytes) -> str:
        """Decrypt; raises StorageError("secret-unreadable") if the key or the bytes are not the right ones."""
        nonce, body = sealed[1 : 1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES :]
        try:
            if sealed[:1] != _VERSION:
                raise StorageError("secret-unreadable")
            return self._seal.decrypt(nonce, body, _VERSION).decode()
        except (InvalidTag, ValueError):
            raise StorageError("secret-unreadable") from None

    def keyed_hash(self, purpose: str, text: str) -> str:
        key = self._hash_keys.get(purpose)
        if key is None:
            key = self._hash_keys[purpose] = self._derive(f"hash:{purpose}")
        return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()

    def _derive(self, purpose: str) -> bytes:
        return HKDF(algorithm=SHA256(), length=32, salt=None, info=f"linli/{purpose}".encode()).derive(self._master)


def load_master(given: str | None, folder: Path) -> str:
    """Return the master key: as configured, else from `secret.key`, which is made when it is not there.

    Processes that start together agree: each writes a file of its own and one of them gets the name. The content of
    the file may be given as `LINLI_SECRET_KEY` instead. Raises StorageError("secret-key-file").
    """
    if given and given.strip():
        return given.strip()
    target = folder / KEY_FILE
    try:
        if not target.exists():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            _create(target)
        key = target.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        raise StorageError("secret-key-file", file=str(target)) from None
    if len(key) < _MIN_CHARS:
        raise StorageError("secret-key-file", file=str(target))
    return key


def readable_by_others(folder: Path) -> bool:
    """Tell whether people other than the owner may read the key file."""
    target = folder / KEY_FILE
    return target.exists() and bool(target.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO))


def _create(target: Path) -> None:
    """Make the file whole, readable by nobody else, or leave the one that was there first."""
    handle, name = tempfile.mkstemp(prefix=".secret.", dir=target.parent)  # mode 0600
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(32) + "\n")
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):
            os.link(name, target)  # unlike a rename it never replaces
        _sync_folder(target.parent)
    finally:
        Path(name).unlink()


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
