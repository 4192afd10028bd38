from typing import Any

from sandbox.calls import Call, method
from sandbox.errors import ApiError
from sandbox.methods.posting import caption_of, place_of, post, post_all
from sandbox.world.files import Blob, StoredFile, check_photo, is_sound

# What a caller may say of a file that goes into its Bot API object.
SAID = {
    "photo": (),
    "document": (),
    "voice": ("duration",),
    "video": ("duration", "width", "height"),
    "video_note": ("duration", "length"),
    "audio": ("duration", "performer", "title"),
    "animation": ("duration", "width", "height"),
    "sticker": ("emoji",),
}
WITHOUT_CAPTION = {"video_note", "sticker"}


@method("sendPhoto", "sendDocument", "sendVoice", "sendVideo", "sendAudio", "sendAnimation")
def send_captioned(call: Call) -> dict[str, Any]:
    return _send(call, call.method.removeprefix("send").lower())


@method("sendVideoNote")
def send_video_note(call: Call) -> dict[str, Any]:
    return _send(call, "video_note")


@method("sendSticker")
def send_sticker(call: Call) -> dict[str, Any]:
    return _send(call, "sticker")


def _send(call: Call, kind: str) -> dict[str, Any]:
    place = place_of(call)
    caption = {} if kind in WITHOUT_CAPTION else caption_of(call.world, call.params)
    stored = _file_of(call, kind, call.params.get(kind), call.params)
    content = body_of(stored) | caption | _spoiler(call.params, kind)
    return call.world.view(post(call, place, content))


@method("sendMediaGroup")
def send_media_group(call: Call) -> list[dict[str, Any]]:
    items = call.params["media"]
    place = place_of(call)
    contents = [content_of_input(call, item) for item in items]
    album = call.world.new_album()
    posted = post_all(call, place, [{"media_group_id": album, **content} for content in contents])
    return [call.world.view(message) for message in posted]


def content_of_input(call: Call, media: dict[str, Any]) -> dict[str, Any]:
    """An InputMedia object as the fields of a message."""
    kind = media["type"]
    if kind not in SAID or kind in {"voice", "video_note", "sticker"}:
        raise ApiError(400, f"Bad Request: the sandbox does not emulate media of type {kind}")
    caption = caption_of(call.world, media)
    return body_of(_file_of(call, kind, media["media"], media)) | caption | _spoiler(media, kind)


def body_of(stored: StoredFile) -> dict[str, Any]:
    shown = stored.json()
    if stored.kind == "animation":
        plain = ("file_id", "file_unique_id", "file_name", "mime_type", "file_size")
        return {"animation": shown, "document": {key: shown[key] for key in plain if key in shown}}
    return {stored.kind: shown}


def _spoiler(said: dict[str, Any], kind: str) -> dict[str, Any]:
    hidden = said.get("has_spoiler") and kind in {"photo", "video", "animation"}
    return {"has_media_spoiler": True} if hidden else {}


def _file_of(call: Call, kind: str, ref: Any, said: dict[str, Any]) -> StoredFile:
    """The file meant: uploaded under the parameter's own name, attached under another, or sent before."""
    blob = _attached(call, ref) if isinstance(ref, str) else call.files.get(kind)
    if blob is None:
        if not isinstance(ref, str) or not ref:
            raise ApiError(400, f"Bad Request: there is no {kind.replace('_', ' ')} in the request")
        if ref.startswith(("http://", "https://")):
            raise ApiError(400, "Bad Request: failed to get HTTP URL content")
        return call.world.files.again(ref, kind)
    if not blob.content:
        raise ApiError(400, "Bad Request: file must be non-empty")
    if kind == "photo":
        check_photo(blob.content)
    if kind == "voice" and not is_sound(blob.content):
        kind = "document"  # as Telegram does with what it cannot play
    facts = {key: said[key] for key in SAID[kind] if said.get(key) is not None}
    small = _attached(call, said["thumbnail"]) if said.get("thumbnail") else None
    if small is not None and kind != "photo":
        facts["thumbnail"] = call.world.files.keep("thumbnail", small).json()
    return call.world.files.keep(kind, blob, facts)


def _attached(call: Call, ref: str) -> Blob | None:
    if not ref.startswith("attach://"):
        return None
    blob = call.files.get(ref.removeprefix("attach://"))
    if blob is None:
        raise ApiError(400, "Bad Request: wrong file identifier/HTTP URL specified")
    return blob
