"""What stands on a printed sheet: the words of a PDF as reportlab writes them, one subset of a font on one page."""

import base64
import re
import zlib
from collections.abc import Iterator

_STREAM = re.compile(rb"/Filter \[ ([^\]]*)\][^>]*>>\s*stream\r?\n(.*?)endstream", re.DOTALL)
_STRING = re.compile(rb"\(((?:[^()\\]|\\.)*)\) Tj", re.DOTALL)
_LETTER = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4,8})>\n")
_ESCAPED = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_NAMED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def words_of_pdf(data: bytes) -> str:
    """Return the words in the order in which they are drawn."""
    streams = [*_streams(data)]
    letters: dict[int, str] = {}
    for stream in streams:
        if b"begincmap" in stream:
            for code, letter in _LETTER.findall(stream):
                letters[int(code, 16)] = bytes.fromhex(letter.decode()).decode("utf-16-be")
    drawn = b"".join(_plain(text) for stream in streams for text in _STRING.findall(stream))
    return "".join(letters.get(code, "") for code in drawn)


def _streams(data: bytes) -> Iterator[bytes]:
    for filters, body in _STREAM.findall(data):
        packed = base64.a85decode(body.strip().removesuffix(b"~>")) if b"ASCII85" in filters else body
        yield zlib.decompressobj().decompress(packed)


def _plain(text: bytes) -> bytes:
    def letter(found: re.Match[bytes]) -> bytes:
        code = found[1]
        return bytes([int(code, 8)]) if code[:1] in b"01234567" else _NAMED.get(code, code)

    return _ESCAPED.sub(letter, text)
