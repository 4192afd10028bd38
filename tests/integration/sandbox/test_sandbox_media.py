import io
import json
import struct
import zlib
from typing import Any

import aiohttp
import pytest

from tests.sandbox_client import SandboxClient, SandboxRefusedError

pytestmark = pytest.mark.integration
WANG = 1001
KINDS = ("photo", "document", "voice", "video", "video_note", "audio", "animation", "sticker")


def png(width: int = 4, height: int = 3) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


async def post(box: SandboxClient, method: str, fields: dict[str, Any], files: dict[str, bytes]) -> dict[str, Any]:
    """The multipart request both libraries make."""
    form = aiohttp.FormData()
    for name, value in fields.items():
        form.add_field(name, value if isinstance(value, str) else json.dumps(value))
    for name, content in files.items():
        form.add_field(name, io.BytesIO(content), filename=f"{name}.bin")
    async with box.session.post(f"{box.url}/bot{box.token}/{method}", data=form) as answer:
        said: dict[str, Any] = await answer.json()
        return said


async def download(box: SandboxClient, file_id: str) -> bytes:
    found = (await box.bot("getFile", file_id=file_id))["result"]
    async with box.session.get(f"{box.url}/file/bot{box.token}/{found['file_path']}") as answer:
        assert answer.status == 200
        return await answer.read()


@pytest.mark.parametrize("kind", KINDS)
async def test_users_media_can_be_downloaded_and_sent_again(started: SandboxClient, kind: Any) -> None:
    said = await started.media("resident-wang", kind, size=5000)
    file = said[kind][-1] if kind == "photo" else said[kind]
    method = "sendVideoNote" if kind == "video_note" else f"send{kind.title()}"

    again = await started.bot(method, chat_id=WANG, **{kind: file["file_id"]})

    assert len(await download(started, file["file_id"])) == file["file_size"] == 5000
    same = again["result"][kind][-1] if kind == "photo" else again["result"][kind]
    assert same["file_unique_id"] == file["file_unique_id"]


async def test_photo_has_the_size_of_its_picture(started: SandboxClient) -> None:
    sent = await post(
        started, "sendPhoto", {"chat_id": WANG, "caption": "<b>图</b>", "parse_mode": "HTML"}, {"photo": png()}
    )
    photo = sent["result"]["photo"][-1]

    assert (photo["width"], photo["height"]) == (4, 3)
    assert sent["result"]["caption"] == "图"
    assert sent["result"]["caption_entities"] == [{"type": "bold", "offset": 0, "length": 1}]
    assert await download(started, photo["file_id"]) == png()


@pytest.mark.parametrize(
    ("size", "widths"),
    [((4, 3), [2, 4]), ((1, 1), [1, 1]), ((400, 300), [90, 320, 400]), ((1600, 1000), [90, 320, 800, 1600])],
)
async def test_photo_has_several_sizes_the_largest_last(
    started: SandboxClient, size: tuple[int, int], widths: list[int]
) -> None:
    sizes = (await post(started, "sendPhoto", {"chat_id": WANG}, {"photo": png(*size)}))["result"]["photo"]
    contents = [await download(started, each["file_id"]) for each in sizes]

    assert [each["width"] for each in sizes] == widths
    assert len({each["file_unique_id"] for each in sizes}) == len(sizes)
    assert [len(content) for content in contents] == [each["file_size"] for each in sizes]
    assert (contents[-1], contents[0][:2]) == (png(*size), b"\xff\xd8")


async def test_any_size_sends_the_whole_photo_again(started: SandboxClient) -> None:
    said = await started.media("resident-wang", "photo", content=png(400, 300))
    again = await started.bot("sendPhoto", chat_id=WANG, photo=said["photo"][0]["file_id"])
    assert again["result"]["photo"] == said["photo"]


async def test_head_of_a_picture_without_the_rest_has_sizes_too(started: SandboxClient) -> None:
    said = await started.media("resident-wang", "photo", content=png(400, 300)[:40])
    assert [each["width"] for each in said["photo"]] == [90, 320, 400]


async def test_attached_file_is_found_by_its_part(started: SandboxClient) -> None:
    fields = {"chat_id": WANG, "document": "attach://letter"}
    sent = await post(started, "sendDocument", fields, {"letter": b"words"})

    assert sent["result"]["document"]["file_name"] == "letter.bin"
    assert sent["result"]["document"]["file_size"] == 5


@pytest.mark.parametrize(
    ("photo", "reason"),
    [
        (b"no picture", "Bad Request: IMAGE_PROCESS_FAILED"),
        (png(1, 40), "Bad Request: PHOTO_INVALID_DIMENSIONS"),
        (b"", "Bad Request: file must be non-empty"),
        (b"\0" * (10 * 1024 * 1024 + 1), "Bad Request: file of size 10485761 bytes is too big for a photo"),
    ],
    ids=["no picture", "too long", "empty", "too big"],
)
async def test_bad_photos_are_refused(started: SandboxClient, photo: bytes, reason: str) -> None:
    answer = await post(started, "sendPhoto", {"chat_id": WANG}, {"photo": photo})
    assert answer["description"].startswith(reason)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"OggS\0", "voice"),
        (b"ID3\x03", "voice"),
        (b"\xff\xfb\x90", "voice"),
        (b"\0\0\0\x18ftypM4A ", "voice"),
        (b"RIFF\0\0\0\0WAVE", "document"),
        (b"\xff", "document"),
    ],
)
async def test_voice_is_a_sound_or_a_document(started: SandboxClient, content: bytes, kind: str) -> None:
    sent = (await post(started, "sendVoice", {"chat_id": WANG, "duration": 5}, {"voice": content}))["result"]
    assert [name for name in ("voice", "document", "audio") if name in sent] == [kind]


async def test_a_kind_cannot_be_sent_as_another(started: SandboxClient) -> None:
    said = await started.media("resident-wang", "document", content=b"words", file_name="信.txt")
    wrong = await started.bot("sendPhoto", chat_id=WANG, photo=said["document"]["file_id"])
    unknown = await started.bot("sendPhoto", chat_id=WANG, photo="nothing")

    assert said["document"]["file_name"] == "信.txt"
    assert wrong["description"] == "Bad Request: can't use file of type Document as Photo"
    assert unknown["description"] == "Bad Request: wrong file identifier/HTTP URL specified"


async def test_big_file_is_shown_but_not_given(started: SandboxClient) -> None:
    said = await started.media("resident-wang", "video", size=20 * 1024 * 1024 + 1)
    answer = await started.bot("getFile", file_id=said["video"]["file_id"])
    assert answer["description"] == "Bad Request: file is too big"


async def test_upload_beyond_fifty_megabytes_is_refused(started: SandboxClient) -> None:
    answer = await post(started, "sendDocument", {"chat_id": WANG}, {"document": b"\0" * (52 * 1024 * 1024)})
    assert (answer["error_code"], answer["description"]) == (413, "Request Entity Too Large")


async def test_album_shares_one_number(started: SandboxClient) -> None:
    media = [{"type": "photo", "media": "attach://one", "caption": "两张"}, {"type": "photo", "media": "attach://two"}]
    sent = await post(started, "sendMediaGroup", {"chat_id": WANG, "media": media}, {"one": png(), "two": png(5, 5)})

    first, second = sent["result"]
    assert first["media_group_id"] == second["media_group_id"]
    assert (first["caption"], "caption" in second) == ("两张", False)


@pytest.mark.parametrize("kinds", [["photo"], ["photo", "document"], ["photo"] * 11])
async def test_impossible_albums_are_refused(started: SandboxClient, kinds: list[str]) -> None:
    media = [{"type": kind, "media": "attach://one"} for kind in kinds]
    sent = await post(started, "sendMediaGroup", {"chat_id": WANG, "media": media}, {"one": png()})
    assert sent["error_code"] == 400


async def test_users_album_comes_as_single_messages(started: SandboxClient) -> None:
    said = await started.album("resident-wang", [{"kind": "photo"}, {"kind": "photo", "caption": "坏了"}])
    updates = (await started.bot("getUpdates"))["result"]

    assert len({message["media_group_id"] for message in said}) == 1
    assert [update["message"].get("caption") for update in updates] == [None, "坏了"]


@pytest.mark.parametrize("method", ["copyMessages", "forwardMessages"])
async def test_album_stays_one_when_it_goes_elsewhere(started: SandboxClient, method: str) -> None:
    albums = [await started.album("resident-wang", [{"kind": "photo"}, {"kind": "photo"}]) for _ in "ab"]
    said = await started.text("resident-wang", "坏了")
    whole, part = [[message["message_id"] for message in album] for album in albums]
    numbers = [*whole, part[0], said["message_id"]]
    await started.bot(method, chat_id=-1000000002002, from_chat_id=WANG, message_ids=numbers)
    shown = await started.messages("desk-group")

    groups = [message.get("media_group_id") for message in shown]
    assert groups == [groups[0], groups[0], None, None]
    assert groups[0] not in {None, *(album[0]["media_group_id"] for album in albums)}


async def test_new_media_decides_on_its_veil(started: SandboxClient) -> None:
    media = {"type": "photo", "media": "attach://photo", "has_spoiler": True}
    sent = (await post(started, "sendPhoto", {"chat_id": WANG, "has_spoiler": True}, {"photo": png()}))["result"]
    where = {"chat_id": WANG, "message_id": sent["message_id"]}
    file_id = sent["photo"][-1]["file_id"]
    bare = await post(started, "editMessageMedia", {**where, "media": {"type": "photo", "media": file_id}}, {})
    veiled = await post(started, "editMessageMedia", {**where, "media": media}, {"photo": png()})

    assert "has_media_spoiler" not in bare["result"]
    assert veiled["result"]["has_media_spoiler"] is True


async def test_caption_and_media_can_be_edited(started: SandboxClient) -> None:
    sent = (await post(started, "sendPhoto", {"chat_id": WANG, "caption": "一"}, {"photo": png()}))["result"]
    where = {"chat_id": WANG, "message_id": sent["message_id"]}

    edited = await started.bot("editMessageCaption", **where, caption="二")
    same = await started.bot("editMessageCaption", **where, caption="二")
    media = {"type": "document", "media": "attach://new", "caption": "三"}
    replaced = await post(started, "editMessageMedia", {**where, "media": media}, {"new": b"words"})
    no_text = await started.bot("editMessageText", **where, text="四")

    assert edited["result"]["caption"] == "二"
    assert same["description"].startswith("Bad Request: message is not modified")
    assert ("photo" in replaced["result"], replaced["result"]["caption"]) == (False, "三")
    assert no_text["description"] == "Bad Request: there is no text in the message to edit"


async def test_caption_of_a_text_cannot_be_edited(started: SandboxClient) -> None:
    sent = (await started.bot("sendMessage", chat_id=WANG, text="x"))["result"]
    answer = await started.bot("editMessageCaption", chat_id=WANG, message_id=sent["message_id"], caption="y")
    assert answer["description"] == "Bad Request: there is no caption in the message to edit"


async def test_long_caption_is_refused(started: SandboxClient) -> None:
    answer = await post(started, "sendPhoto", {"chat_id": WANG, "caption": "字" * 1025}, {"photo": png()})
    assert answer["description"] == "Bad Request: message caption is too long"


async def test_page_uploads_first_and_sends_then(started: SandboxClient) -> None:
    data_id = await started.upload(png(), file_name="楼道.png", mime_type="image/png")
    said = await started.media("resident-wang", "photo", data_id=data_id)

    assert await started.file(said["photo"][-1]["file_id"]) == png()
    with pytest.raises(SandboxRefusedError, match="no such upload"):
        await started.media("resident-wang", "photo", data_id="data-0")


async def test_places_and_cards_go_both_ways(started: SandboxClient) -> None:
    said = await started.location("resident-wang", 30.66, 104.06)
    venue = await started.bot("sendVenue", chat_id=WANG, latitude=30.6, longitude=104.0, title="三栋", address="幸福路")
    place = await started.bot("sendLocation", chat_id=WANG, latitude=30.6, longitude=104.0)
    card = await started.bot("sendContact", chat_id=WANG, phone_number="+8610", first_name="接待台")

    assert said["location"] == {"latitude": 30.66, "longitude": 104.06}
    assert venue["result"]["venue"]["location"] == venue["result"]["location"] == place["result"]["location"]
    assert card["result"]["contact"] == {"phone_number": "+8610", "first_name": "接待台"}
