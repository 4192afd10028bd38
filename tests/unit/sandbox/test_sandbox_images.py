import io

import pytest
from PIL import Image

from sandbox.world.images import SMALL_JPEG, picture_size

pytestmark = pytest.mark.unit


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "WEBP"])
@pytest.mark.parametrize("size", [(1, 1), (80, 33), (1200, 900)])
def test_size_is_what_the_picture_says(form: str, size: tuple[int, int]) -> None:
    drawn = io.BytesIO()
    Image.new("RGB", size, "teal").save(drawn, form)
    assert picture_size(drawn.getvalue()) == size


@pytest.mark.parametrize("more", [{"lossless": True}, {"exif": b"Exif\0\0II*\0\x08\0\0\0\0\0\0\0\0\0"}])
def test_other_forms_of_webp(more: dict[str, object]) -> None:
    drawn = io.BytesIO()
    Image.new("RGBA", (80, 33)).save(drawn, "WEBP", **more)
    assert picture_size(drawn.getvalue()) == (80, 33)


def test_own_picture_is_a_whole_one() -> None:
    with Image.open(io.BytesIO(SMALL_JPEG)) as picture:
        picture.load()
        assert picture.size == picture_size(SMALL_JPEG)


@pytest.mark.parametrize(
    "content",
    [b"", b"words", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"\xff\xd8\xff\xda" + b"\0" * 20, b"\xff\xd8" + b"x" * 20],
)
def test_no_picture_has_no_size(content: bytes) -> None:
    assert picture_size(content) is None


def test_filled_up_markers_are_passed_over() -> None:
    assert picture_size(SMALL_JPEG[:2] + b"\xff" + SMALL_JPEG[2:]) == (8, 8)
