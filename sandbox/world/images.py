"""A picture's size, so that a broken photo is refused as Telegram does, and the smaller sizes made of a photo."""

import base64
import io
import struct

from PIL import Image

# The smallest grey JPEG, 8 by 8: what a persona "photographs" when a test gives no picture of its own.
SMALL_JPEG = base64.b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71"
    "////m8H////6/+b9//j/wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAABP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAI"
    "AQEAAD8AU//Z"
)


SIDES = (90, 320, 800)  # the longer side of the sizes Telegram makes


def smaller_sizes(size: tuple[int, int]) -> list[tuple[int, int]]:
    """What Telegram makes of a photo beside itself; one too small for that gets its half, so that there are two."""
    longer = max(size)
    sides = [side for side in SIDES if side < longer] or [max(1, longer // 2)]
    return [(max(1, size[0] * side // longer), max(1, size[1] * side // longer)) for side in sides]


def scaled(content: bytes, size: tuple[int, int]) -> bytes:
    """The picture in a smaller size, as a JPEG; grey when only its head is that of a picture."""
    drawn = io.BytesIO()
    try:
        with Image.open(io.BytesIO(content)) as picture:
            picture.draft("RGB", size)
            small = picture.convert("RGB").resize(size)
    except (OSError, ValueError, SyntaxError):
        small = Image.new("RGB", size, "grey")
    small.save(drawn, "JPEG")
    return drawn.getvalue()


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Width and height, or None when this is no picture."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    if content[:6] in {b"GIF87a", b"GIF89a"} and len(content) >= 10:
        width, height = struct.unpack("<HH", content[6:10])
        return width, height
    if content.startswith(b"\xff\xd8"):
        return _jpeg_size(content)
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP" and len(content) >= 30:
        return _webp_size(content)
    return None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(content):
        if content[at] != 0xFF:
            return None
        marker = content[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        if marker == 0xDA:
            return None
        at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")
    return None


def _webp_size(content: bytes) -> tuple[int, int] | None:
    form = content[12:16]
    if form == b"VP8X":
        return 1 + int.from_bytes(content[24:27], "little"), 1 + int.from_bytes(content[27:30], "little")
    if form == b"VP8 ":
        width, height = struct.unpack("<HH", content[26:30])
        return width & 0x3FFF, height & 0x3FFF
    if form == b"VP8L":
        bits = int.from_bytes(content[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + ((bits >> 14) & 0x3FFF)
    return None
