import asyncio
import struct
import threading
import zlib
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from bot.adapters.file_keeper import FIRST_WAIT, FileKeeper
from bot.adapters.files import DOWNLOAD_LIMIT, TelegramFileIntake
from bot.adapters.pictures import MAX_SIDE, bare_picture, looks_like_picture
from core.petitions.model import FileKind
from core.shared.errors import DomainError, NotFoundError, StorageError
from core.shared.ids import BlobId
from tests.factories.cases import an_attachment
from tests.factories.scene import set_scene
from tests.fakes.database import FakeDatabase
from tests.fakes.stores import FakeBlobStore
from tests.fakes.unit_of_work import InMemoryUnitOfWorkFactory
from tests.fakes.world import FakeElapsed

pytestmark = pytest.mark.unit

GPS, GPS_LATITUDE, ORIENTATION, MAKER = 0x8825, 2, 0x0112, 0x010F


class StubDownloader:
    """Answers with what it was given, in order for each file; errors are raised."""

    def __init__(self, **files: bytes | Exception | list[bytes | Exception]) -> None:
        self._files = {name: answer if isinstance(answer, list) else [answer] for name, answer in files.items()}
        self.asked: list[str] = []

    async def download(self, file_id: str, limit: int) -> bytes:
        self.asked.append(file_id)
        answers = self._files[file_id]
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer


def phone_photo(size: tuple[int, int] = (40, 20), *, image_format: str = "JPEG") -> bytes:
    """A picture lying on its side, with place, maker, comment, XMP and text."""
    picture = Image.new("RGB", size, "red")
    picture.paste("blue", (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif[MAKER] = "SpyCam"
    exif.get_ifd(GPS)[GPS_LATITUDE] = (39.0, 54.0, 27.0)
    out = BytesIO()
    if image_format == "PNG":
        text = PngImagePlugin.PngInfo()
        text.add_text("Author", "SpyCam")
        picture.save(out, "PNG", exif=exif, pnginfo=text)
    else:
        picture.save(out, image_format, exif=exif, comment=b"SpyCam", xmp=b"<x>SpyCam</x>", quality=95)
    return out.getvalue()


def huge_png() -> bytes:
    """A few bytes that claim to be 60 000 x 60 000 pixels."""
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(b"\0")), (b"IEND", b""))
    body = b"".join(struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in chunks)
    return b"\x89PNG\r\n\x1a\n" + body


async def taken_in(kind: FileKind, data: bytes) -> bytes:
    blobs = FakeBlobStore()
    blob_id = await TelegramFileIntake(StubDownloader(file=data), blobs).anonymise(kind, "file")
    return await blobs.get(blob_id)


async def test_photo_loses_everything_but_its_pixels() -> None:
    data = phone_photo()
    with Image.open(BytesIO(data)) as before:
        assert before.getexif().get_ifd(GPS)
    assert b"SpyCam" in data

    bare = await taken_in(FileKind.PHOTO, data)

    assert b"SpyCam" not in bare
    with Image.open(BytesIO(bare)) as after:
        assert (after.format, after.size) == ("JPEG", (20, 40))  # upright
        assert not after.getexif()
        assert set(after.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        red, _, blue = after.convert("RGB").getpixel((10, 5))  # type: ignore[misc] # three bands
        assert (blue > 200, red < 60) == (True, True)


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP", "TIFF"])
async def test_picture_sent_as_document_loses_its_place_too(image_format: str) -> None:
    """Telegram keeps EXIF in what is sent "as a file"; the sender does not see it."""
    data = phone_photo(image_format=image_format) if image_format != "TIFF" else tiff()
    assert looks_like_picture(data)

    bare = await taken_in(FileKind.DOCUMENT, data)

    assert b"SpyCam" not in bare
    with Image.open(BytesIO(bare)) as after:
        assert not after.getexif().get_ifd(GPS)
        assert MAKER not in after.getexif()


def tiff() -> bytes:
    out, exif = BytesIO(), Image.Exif()
    exif[MAKER] = "SpyCam"
    Image.new("RGB", (8, 8)).save(out, "TIFF", exif=exif)
    return out.getvalue()


async def test_transparent_photo_gets_white_paper() -> None:
    out = BytesIO()
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(out, "PNG")

    bare = await taken_in(FileKind.PHOTO, out.getvalue())

    with Image.open(BytesIO(bare)) as after:
        assert after.getpixel((1, 1)) == (255, 255, 255)


async def test_photo_is_kept_as_large_as_telegram_keeps_it() -> None:
    bare = await taken_in(FileKind.PHOTO, phone_photo((4000, 1000)))

    with Image.open(BytesIO(bare)) as after:
        assert max(after.size) == MAX_SIDE


@pytest.mark.parametrize("kind", [FileKind.VOICE, FileKind.VIDEO, FileKind.VIDEO_NOTE, FileKind.AUDIO])
async def test_other_kinds_are_kept_as_they_are(kind: FileKind) -> None:
    assert await taken_in(kind, b"OggS....") == b"OggS...."


async def test_document_that_is_no_picture_is_kept_as_it_is() -> None:
    assert await taken_in(FileKind.DOCUMENT, b"%PDF-1.7 ...") == b"%PDF-1.7 ..."


HEIC = b"\0\0\0\x18ftypheic" + b"\0" * 40


@pytest.mark.parametrize("data", [b"", b"no picture", huge_png(), phone_photo()[:300], HEIC])
async def test_photo_that_cannot_be_made_anew_is_refused(data: bytes) -> None:
    with pytest.raises(StorageError, match="file-unavailable"):
        await taken_in(FileKind.PHOTO, data)


@pytest.mark.parametrize("data", [HEIC, huge_png()])
async def test_document_picture_that_cannot_be_made_anew_is_refused(data: bytes) -> None:
    """It might carry the place; keeping it as it is would break the promise."""
    with pytest.raises(StorageError, match="file-unavailable"):
        await taken_in(FileKind.DOCUMENT, data)


async def test_file_that_cannot_be_had_now_may_be_had_later() -> None:
    intake = TelegramFileIntake(StubDownloader(file=StorageError("file-unavailable")), FakeBlobStore())

    with pytest.raises(StorageError, match="file-unavailable"):
        await intake.anonymise(FileKind.DOCUMENT, "file")


@pytest.mark.parametrize("answer", [NotFoundError("file-gone"), b"x" * (DOWNLOAD_LIMIT + 1)])
async def test_file_that_can_never_be_had_is_no_matter_of_trying_again(answer: bytes | Exception) -> None:
    intake = TelegramFileIntake(StubDownloader(file=answer), FakeBlobStore())

    with pytest.raises(DomainError, match="file-too-large"):
        await intake.anonymise(FileKind.DOCUMENT, "file")


class Kept:
    """A keeper over fakes, with files waiting in one petition."""

    def __init__(self, downloader: StubDownloader) -> None:
        self.database = FakeDatabase()
        self.elapsed = FakeElapsed()
        self.blobs = FakeBlobStore()
        self.downloader = downloader
        self.keeper = FileKeeper(
            uow=InMemoryUnitOfWorkFactory(self.database),
            downloader=downloader,
            blobs=self.blobs,
            elapsed=self.elapsed,
        )

    async def waiting(self, *file_ids: str, size: int = 10) -> "Kept":
        scene = await set_scene(InMemoryUnitOfWorkFactory(self.database))
        files = tuple(an_attachment(file_id=file_id, blob_id=None, size=size) for file_id in file_ids)
        petition = self.database.committed.petitions[scene.petition.id]
        self.database.committed.petitions[petition.id] = replace(petition, attachments=files)
        return self

    def blob_ids(self) -> list[BlobId | None]:
        return [
            file.blob_id for petition in self.database.committed.petitions.values() for file in petition.attachments
        ]


async def test_keeper_copies_each_file_once() -> None:
    kept = await Kept(StubDownloader(a=b"first", b=b"second")).waiting("a", "b")

    assert [await kept.keeper.once(), await kept.keeper.once()] == [2, 0]
    assert sorted(kept.downloader.asked) == ["a", "b"]
    assert [await kept.blobs.get(blob) for blob in kept.blob_ids() if blob] == [b"first", b"second"]


async def test_keeper_fetches_a_file_that_was_stored_before_no_second_time() -> None:
    kept = await Kept(StubDownloader(b=b"first", c=b"third")).waiting("a", "b", "c")
    petition = next(iter(kept.database.committed.petitions.values()))
    known = {"a": "U1", "b": "U1", "c": ""}
    files = tuple(replace(file, unique_id=known[file.file_id]) for file in petition.attachments)
    kept.database.committed.petitions[petition.id] = replace(petition, attachments=files)

    assert await kept.keeper.once() == 3
    assert sorted(kept.downloader.asked) == ["b", "c"]
    assert [await kept.blobs.get(blob) for blob in kept.blob_ids() if blob] == [b"first", b"first", b"third"]


async def test_keeper_tries_again_later_and_later() -> None:
    failing = StorageError("file-unavailable")
    kept = await Kept(StubDownloader(a=[failing, failing, b"at last"])).waiting("a")
    copied = [await kept.keeper.once(), await kept.keeper.once()]
    kept.elapsed.pass_by(FIRST_WAIT)
    copied += [await kept.keeper.once()]
    kept.elapsed.pass_by(FIRST_WAIT)
    copied += [await kept.keeper.once()]
    kept.elapsed.pass_by(FIRST_WAIT)
    copied += [await kept.keeper.once()]

    assert copied == [0, 0, 0, 0, 1]
    assert len(kept.downloader.asked) == 3


async def test_keeper_leaves_what_is_gone_and_goes_on_with_the_rest() -> None:
    kept = await Kept(StubDownloader(a=NotFoundError("file-gone"), b=b"here")).waiting("a", "b")

    assert await kept.keeper.once() == 1
    kept.elapsed.pass_by(1_000_000)
    assert await kept.keeper.once() == 0
    assert kept.downloader.asked.count("a") == 1


async def test_keeper_does_not_ask_for_files_telegram_will_not_give() -> None:
    kept = await Kept(StubDownloader()).waiting("large", size=DOWNLOAD_LIMIT + 1)

    assert await kept.keeper.once() == 0
    assert kept.downloader.asked == []


async def test_a_sticker_stays_one_and_says_no_more() -> None:
    data = await taken_in(FileKind.STICKER, phone_photo(image_format="WEBP"))

    assert data[:4] == b"RIFF"
    assert data[8:12] == b"WEBP"
    assert b"SpyCam" not in data
    assert await taken_in(FileKind.STICKER, b"\x1f\x8bmoving") == b"\x1f\x8bmoving"


async def test_pictures_are_made_anew_one_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four at once took 3.4 GB."""
    threads: set[int] = set()

    def watched(data: bytes, *, as_photo: bool, as_sticker: bool) -> bytes:
        threads.add(threading.get_ident())
        return bare_picture(data, as_photo=as_photo, as_sticker=as_sticker)

    monkeypatch.setattr("bot.adapters.files.bare_picture", watched)
    photo = phone_photo((600, 600))
    intake = TelegramFileIntake(StubDownloader(file=photo), FakeBlobStore())
    await asyncio.gather(*(intake.anonymise(FileKind.PHOTO, "file") for _ in range(8)))

    assert len(threads) == 1
