"""GIFs without what they say about the person: the frames stay byte for byte, everything written beside them goes.

A moving picture is not made anew from its pixels, as still ones are: that would cost minutes and spoil it. Its file is
a row of blocks, of which only those are copied that are needed for showing it.
"""

from core.shared.errors import StorageError

_HEADERS = (b"GIF87a", b"GIF89a")
_IMAGE, _EXTENSION, _END = 0x2C, 0x21, 0x3B
_CONTROL, _APPLICATION = 0xF9, 0xFF
_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
_SCREEN, _FRAME = 13, 10
"""Bytes of the header with the screen, and of a frame's description."""
_HAS_COLOURS, _COLOURS = 0x80, 0x07
_LOOP_COUNT = 3


def looks_like_gif(data: bytes) -> bool:
    return data.startswith(_HEADERS)


def bare_gif(data: bytes) -> bytes:
    """Return the same frames, with their times and the loop; raises StorageError("file-unavailable") if broken."""
    try:
        return _copied(data)
    except IndexError:
        raise StorageError("file-unavailable") from None


def _copied(data: bytes) -> bytes:
    at = _SCREEN + _colours(data[_SCREEN - 3])
    kept = bytearray(data[:at])
    while data[at] != _END:
        start = at
        if data[at] == _IMAGE:
            at = _after(data, at + _FRAME + _colours(data[at + _FRAME - 1]) + 1)
            kept += data[start:at]
        elif data[at] == _EXTENSION:
            label, at = data[at + 1], _after(data, at + 2)
            if label == _CONTROL:
                kept += data[start:at]
            elif label == _APPLICATION:
                kept += _loop(data[start:at])
        else:
            raise StorageError("file-unavailable")
    kept.append(_END)
    return bytes(kept)


def _colours(flags: int) -> int:
    """Return how many bytes the table of colours takes that the flags announce."""
    return 3 << ((flags & _COLOURS) + 1) if flags & _HAS_COLOURS else 0


def _after(data: bytes, at: int) -> int:
    """Return where a row of blocks that starts at `at` has ended: each says its length, the last is empty."""
    while data[at]:
        at += 1 + data[at]
    return at + 1


def _loop(block: bytes) -> bytes:
    """Return how often the picture repeats; nothing else that a program has written down."""
    name = 3 + len(_LOOPS[0])
    count = block[name + 1 : name + 1 + _LOOP_COUNT]
    if block[3:name] not in _LOOPS or block[name] != _LOOP_COUNT or count[0] != 1:
        return b""
    return block[: name + 1] + count + b"\x00"
