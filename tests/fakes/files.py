from collections.abc import Sequence
from dataclasses import replace

from core.petitions.model import Attachment
from core.shared.ids import BlobId
from tests.fakes.database import FakeWork

MAX_DOWNLOAD = 20 * 1024 * 1024


class FakeAttachmentRepository:
    def __init__(self, work: FakeWork) -> None:
        self._work = work

    async def without_blob(self, limit: int) -> Sequence[Attachment]:
        tables = self._work.now()
        files = [file for petition in tables.petitions.values() for file in petition.attachments]
        files += [file for message in tables.messages.values() for file in message.attachments]
        waiting = [f for f in files if f.file_id and f.blob_id is None and f.size <= MAX_DOWNLOAD]
        return waiting[::-1][:limit]

    async def stored(self, unique_id: str) -> BlobId | None:
        tables = self._work.now()
        files = [file for petition in tables.petitions.values() for file in petition.attachments]
        files += [file for message in tables.messages.values() for file in message.attachments]
        return next((f.blob_id for f in files if unique_id and f.unique_id == unique_id and f.blob_id), None)

    async def set_blob(self, attachment: Attachment, blob_id: BlobId) -> None:
        tables = self._work.now()

        def marked(files: tuple[Attachment, ...]) -> tuple[Attachment, ...]:
            return tuple(replace(f, blob_id=blob_id) if f.id == attachment.id else f for f in files)

        for petition in list(tables.petitions.values()):
            tables.petitions[petition.id] = replace(petition, attachments=marked(petition.attachments))
        for message in list(tables.messages.values()):
            tables.messages[message.id] = replace(message, attachments=marked(message.attachments))
