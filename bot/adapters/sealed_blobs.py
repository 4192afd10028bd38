import asyncio
from base64 import b64decode, b64encode

from core.people.ports import Secrets
from core.shared.blobs import BlobStore
from core.shared.ids import BlobId


class SealedBlobs:
    """A BlobStore whose files say nothing without the key; the same bytes are another file each time."""

    def __init__(self, blobs: BlobStore, secrets: Secrets) -> None:
        self._blobs = blobs
        self._secrets = secrets

    async def put(self, data: bytes) -> BlobId:
        return await self._blobs.put(await asyncio.to_thread(lambda: self._secrets.seal(b64encode(data).decode())))

    async def get(self, blob_id: BlobId) -> bytes:
        """Raises NotFoundError("file-unknown")."""
        sealed = await self._blobs.get(blob_id)
        return await asyncio.to_thread(lambda: b64decode(self._secrets.open(sealed)))
