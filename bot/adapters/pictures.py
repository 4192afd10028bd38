"""Pictures without what they say about the person: new files made from the pixels alone.

A photo from a phone tells where and when it was taken, with what device, sometimes whose it is. Removing known
fields would leave the unknown ones, so nothing but the pixels is carried over.
"""

from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from core.shared.errors import StorageError

MAX_PIXELS = 50_000_000
"""A phone's largest picture has fewer; a small file may claim to have a thousand times as many."""
MAX_SIDE = 2560
"""What Telegram keeps of a photo."""
_FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "BMP", "AVIF")
_UNREADABLE = (
    OSError,
    SyntaxError,  # what Pillow raises for some broken PNG files
    ValueError,
    MemoryError,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
    UnidentifiedImageError,
)
_HEIF = (b"heic", b"heix", b"heif", b"hevc", b"mif1", b"msf1")


def looks_like_picture(data: bytes) -> bool:
    """Tell by the first bytes whether this is a still picture that may carry a place or a name."""
    return (
        data.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n", b"II*\x00", b"MM\x00*", b"BM"))
        or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")
        or (data[4:8] == b"ftyp" and (data[8:12] in _HEIF or data[8:12] == b"avif"))
    )


def bare_picture(data: bytes, *, as_photo: bool, as_sticker: bool = False) -> bytes:
    """Return a new picture with the same pixels upright; a photo becomes a JPEG no larger than Telegram keeps.

    A sticker stays a WEBP: Telegram takes no other form.

    Raises StorageError("file-unavailable") if it cannot be read or claims too many pixels. Slow: run it in a thread.
    """
    try:
        with Image.open(BytesIO(data), formats=_FORMATS) as picture:
            if picture.width * picture.height > MAX_PIXELS:
                raise StorageError("file-unavailable")
            return _sticker(picture) if as_sticker else _rebuild(picture, as_photo=as_photo)
    except _UNREADABLE:
        raise StorageError("file-unavailable") from None


def _sticker(picture: Image.Image) -> bytes:
    out = BytesIO()
    _only_pixels(picture, "RGBA").save(out, "WEBP", quality=90)
    return out.getvalue()


def _only_pixels(picture: Image.Image, mode: str) -> Image.Image:
    """Return a picture without a past. The old one is given up before the new one is written: each may have 200 MB."""
    bare = Image.new(mode, picture.size)
    bare.paste(picture if picture.mode == mode else picture.convert(mode))
    picture.close()
    return bare


def _rebuild(picture: Image.Image, *, as_photo: bool) -> bytes:
    opaque = as_photo or picture.format in {"JPEG", "MPO"}
    if as_photo:
        picture.draft("RGB", (MAX_SIDE, MAX_SIDE))  # of a JPEG no more is read than is kept
    ImageOps.exif_transpose(picture, in_place=True)
    if as_photo:
        picture.thumbnail((MAX_SIDE, MAX_SIDE))
    if opaque and picture.has_transparency_data:
        paper = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(paper, picture.convert("RGBA"))
    bare = _only_pixels(picture, "RGB" if opaque else "RGBA")
    out = BytesIO()
    if opaque:
        bare.save(out, "JPEG", quality=88)
    else:
        bare.save(out, "PNG")
    return out.getvalue()
