import base64
from typing import Any

from sandbox.acts.base import Act, ActError, act
from sandbox.entities import utf16_len
from sandbox.errors import ApiError
from sandbox.methods.media import SAID, body_of
from sandbox.world.files import Blob, check_photo, made_content

USUAL_SIZE = 2048
CAPTION_LIMIT = 1024
ALBUM_KINDS = {"photo", "video", "audio", "document"}


@act("media")
def media(doing: Act) -> dict[str, Any]:
    chat = doing.chat()
    content = media_content(doing)
    if doing.said.get("media_group_id"):
        content["media_group_id"] = str(doing.said["media_group_id"])
    return doing.done(doing.post(chat, content))


@act("album")
def album(doing: Act) -> dict[str, Any]:
    chat = doing.chat()
    items = doing.need("items")
    if not 2 <= len(items) <= 10 or any(item.get("kind") not in ALBUM_KINDS for item in items):
        raise ActError("an album has 2 to 10 photos, videos, documents or audios")
    number = doing.world.new_album()
    contents = [media_content(Act(doing.world, doing.user, {**doing.said, **item})) for item in items]
    posted = [doing.post(chat, {"media_group_id": number, **content}) for content in contents]
    views = [doing.world.page_view(message) for message in posted]
    return {"message": views[0], "messages": views}


def media_content(doing: Act) -> dict[str, Any]:
    kind = doing.need("kind")
    if kind not in SAID:
        raise ActError(f"no such kind of media: {kind}")
    blob = _blob(doing, kind)
    if kind == "photo":
        try:
            check_photo(blob.content)
        except ApiError as refusal:
            raise ActError(refusal.description) from refusal
    keys = ("duration", "width", "height", "length", "performer", "title", "emoji", "is_animated", "is_video")
    facts = {key: doing.said[key] for key in keys if doing.said.get(key) is not None}
    content = body_of(doing.world.files.keep(kind, blob, facts))
    if doing.said.get("caption") and kind not in {"sticker", "video_note"}:
        content |= doing.parsed("caption", "caption_entities")
        if utf16_len(content["caption"]) > CAPTION_LIMIT:
            raise ActError("the caption is too long")
    return content


def _blob(doing: Act, kind: str) -> Blob:
    said = doing.said
    if said.get("data_id") is not None:
        handed = doing.world.files.uploaded(said["data_id"])
        if handed is None:
            raise ActError("no such upload", 404)
        content, name, mime_type = handed.content, handed.file_name, handed.mime_type
    elif said.get("data_base64") is not None:
        content, name, mime_type = base64.b64decode(said["data_base64"]), None, None
    else:
        content, name, mime_type = made_content(kind, int(said.get("size") or USUAL_SIZE)), None, None
    if not content:
        raise ActError("an empty file")
    return Blob(
        content=content,
        file_name=said.get("file_name") or name,
        mime_type=said.get("mime_type") or mime_type,
    )
