"""Files, kept outside the database and addressed by what is in them."""

from typing import Protocol

from core.shared.ids import BlobId


class BlobStore(Protocol):
    async def put(self, data: bytes) -> BlobId:
        """Store and return the id (SHA-256 hex); the same bytes are stored once."""
        ...

    async def get(self, blob_id: BlobId) -> bytes:
        """Return the bytes; raises NotFoundError("file-unknown")."""
        ...
