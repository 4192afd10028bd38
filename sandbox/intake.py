"""A Bot API request in any of its forms: query string, urlencoded body, multipart body or JSON body."""

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, web

from sandbox.errors import ApiError
from sandbox.world.files import Blob

UPLOAD_LIMIT = 50 * 1024 * 1024
ROOM_FOR_FIELDS = 1024 * 1024


@dataclass(slots=True)
class Intake:
    """Parameters as they came (still unparsed) and the uploaded files by part name."""

    params: dict[str, Any] = field(default_factory=dict)
    files: dict[str, Blob] = field(default_factory=dict)


async def read_request(request: web.Request) -> Intake:
    intake = Intake(params=dict(request.query))
    if request.method == "GET" or not request.can_read_body:
        return intake
    match request.content_type:
        case "application/json":
            intake.params |= _json_object(await _text(request))
        case "application/x-www-form-urlencoded":
            intake.params |= dict(parse_qsl(await _text(request), keep_blank_values=True))
        case "multipart/form-data":
            try:
                await _read_parts(request, intake)
            except (ValueError, LookupError, RuntimeError):
                raise ApiError(400, "Bad Request: can't parse multipart body") from None
        case _:
            await request.read()
    return intake


async def _text(request: web.Request) -> str:
    """The body as text; Telegram reads UTF-8 whatever the headers say."""
    try:
        return (await request.read()).decode()
    except ValueError:
        raise ApiError(400, "Bad Request: strings must be encoded in UTF-8") from None
    except web.HTTPRequestEntityTooLarge:
        raise ApiError(413, "Request Entity Too Large") from None


def _json_object(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        raise ApiError(400, "Bad Request: can't parse JSON object") from None
    if not isinstance(found, dict):
        raise ApiError(400, "Bad Request: object expected")
    return found


async def _read_parts(request: web.Request, intake: Intake) -> None:
    total = 0
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            raise ApiError(400, "Bad Request: can't parse multipart body")
        content = bytearray()
        while chunk := await part.read_chunk(1 << 16):
            total += len(chunk)
            if total > UPLOAD_LIMIT + ROOM_FOR_FIELDS:
                raise ApiError(413, "Request Entity Too Large")
            content += chunk
        if part.filename is None:
            intake.params[part.name] = content.decode()
        else:
            mime_type = part.headers.get("Content-Type")
            intake.files[part.name] = Blob(
                content=bytes(content), file_name=part.filename, mime_type=_known_type(mime_type)
            )


def _known_type(mime_type: str | None) -> str | None:
    """Libraries label what they cannot name as plain bytes; the file's kind knows better."""
    return None if mime_type in {None, "application/octet-stream"} else mime_type
