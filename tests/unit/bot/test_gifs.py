"""Of a GIF in an anonymous case only what shows it is kept."""

import threading
import tracemalloc
from io import BytesIO

import pytest
from PIL import Image

from bot.adapters import files
from bot.adapters.files import TelegramFileIntake
from bot.adapters.gifs import bare_gif
from core.petitions.model import FileKind
from core.shared.errors import StorageError
from tests.fakes.stores import FakeBlobStore

pytestmark = pytest.mark.unit

SPY = b"SpyCam 39.9N"


def moving(**given: object) -> bytes:
    frames = [Image.new("RGB", (6, 4), colour) for colour in ("red", "blue", "green")]
    out = BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], duration=[100, 200, 300], loop=4, **given)
    return out.getvalue()


def frames_of(data: bytes) -> list[tuple[bytes, int]]:
    found = []
    with Image.open(BytesIO(data)) as picture:
        for number in range(picture.n_frames):  # type: ignore[attr-defined] # of moving pictures only
            picture.seek(number)
            found.append((picture.convert("RGB").tobytes(), picture.info["duration"]))
    return found


def spied() -> bytes:
    """A moving GIF with a comment, an application's data, a text to be drawn and bytes behind the end."""
    data = moving(comment=SPY)
    application = b"\x21\xff\x0bXMP DataXMP" + bytes([len(SPY)]) + SPY + b"\x00"
    text = b"\x21\x01\x0c" + b"\x00" * 12 + bytes([len(SPY)]) + SPY + b"\x00"
    assert data.endswith(b"\x3b")
    return data[:-1] + application + text + b"\x3b" + SPY


class OneFile:
    def __init__(self, data: bytes) -> None:
        self._data = data

    async def download(self, _file_id: str, _limit: int) -> bytes:
        return self._data


async def test_a_gif_loses_everything_but_its_frames_and_its_loop() -> None:
    data = spied()
    assert data.count(SPY) == 4
    blobs = FakeBlobStore()

    blob_id = await TelegramFileIntake(OneFile(data), blobs).anonymise(FileKind.DOCUMENT, "file")

    bare = await blobs.get(blob_id)
    assert b"Spy" not in bare
    assert b"XMP" not in bare
    assert frames_of(bare) == frames_of(data)
    with Image.open(BytesIO(bare)) as picture:
        assert picture.info["loop"] == 4


def test_a_gif_without_anything_beside_stays_as_it_is() -> None:
    data = moving()

    assert bare_gif(data) == data


async def test_a_large_gif_is_bared_beside_the_others_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a thread of its own, and in little more than its own size of memory."""
    threads = []

    def bared(data: bytes) -> bytes:
        threads.append(threading.current_thread())
        return bare_gif(data)

    monkeypatch.setattr(files, "bare_gif", bared)
    await TelegramFileIntake(OneFile(moving()), FakeBlobStore()).anonymise(FileKind.DOCUMENT, "file")
    assert threads
    assert threads != [threading.main_thread()]

    frame = b"\x2c" + bytes(9) + b"\x08" + (b"\xff" + bytes(255)) * 8_000 + b"\x00"
    data = b"GIF89a" + bytes(7) + frame + b"\x3b"
    tracemalloc.start()
    try:
        assert bare_gif(data) == data
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 4 * len(data)


@pytest.mark.parametrize("data", [b"GIF89a", moving()[:-1], moving()[:40], moving()[:-1] + b"\x99\x3b"])
def test_a_broken_gif_is_refused(data: bytes) -> None:
    """What cannot be followed might carry the name; keeping it as it is would break the promise."""
    with pytest.raises(StorageError, match="file-unavailable"):
        bare_gif(data)
