from dataclasses import replace
from typing import Any

import pytest

from core.shared.ids import ChatId, MessageId
from core.shared.language import Language
from core.shared.link_roles import LinkRole
from core.shared.messages import Button, MediaRef, MessageSpec
from core.shared.outbox import Operation, RowState
from tests.delivery_rig import PERSON, PlainCatalogue, Rig
from tests.factories.cases import an_attachment, an_item
from tests.telegram_double import RecordingTelegram, Wrong

pytestmark = pytest.mark.unit
DESK = -1001
FORGOTTEN = Wrong(description="Bad Request: wrong file identifier/HTTP URL specified")


def words(text: str, **more: Any) -> MessageSpec:
    return MessageSpec("say", {"text": text}, **more)


async def test_text_goes_as_html_without_previews_and_is_linked(rig: Rig, telegram: RecordingTelegram) -> None:
    petition = await rig.case(DESK)
    spec = words("<王>", buttons=[[Button("open", "l1:cas:1:0"), Button("map", url="https://example.org/")]])
    await rig.put(an_item(PERSON, spec=spec, role=LinkRole.RECEIPT, petition_id=petition.id))
    await rig.deliver()

    (call,) = telegram.calls
    assert (call.method, call.chat_id, call.said) == ("sendMessage", PERSON, "say &lt;王&gt;")
    assert (call.params["parse_mode"], call.params["link_preview_options"]) == ("HTML", {"is_disabled": True})
    assert call.params["reply_markup"]["inline_keyboard"] == [
        [{"text": "open", "callback_data": "l1:cas:1:0"}, {"text": "map", "url": "https://example.org/"}]
    ]
    link = rig.database.committed.links[ChatId(PERSON), MessageId(101)]
    assert (link.petition_id, link.role) == (petition.id, LinkRole.RECEIPT)
    assert rig.states == [RowState.SENT]


async def test_message_of_the_writers_chat_is_not_answered_in_the_residents(
    rig: Rig, telegram: RecordingTelegram
) -> None:
    item = an_item(PERSON, spec=words("您好"), role=LinkRole.RESIDENT_COPY)
    await rig.put(replace(item, origin_chat=ChatId(DESK), reply_to=MessageId(55)))
    await rig.deliver()

    sent, sign = telegram.calls
    assert "reply_parameters" not in sent.params
    assert (sign.method, sign.chat_id, sign.params["message_id"]) == ("setMessageReaction", DESK, 55)
    assert sign.params["reaction"][0]["emoji"] == "👌"
    assert rig.states == [RowState.SENT, RowState.SENT]


async def test_sign_on_a_deleted_message_is_let_go(rig: Rig, telegram: RecordingTelegram) -> None:
    telegram.goes_wrong("setMessageReaction", Wrong(description="Bad Request: MESSAGE_ID_INVALID"))
    await rig.put(an_item(DESK, operation=Operation.REACT, spec=None, reply_to=MessageId(5)))
    await rig.deliver()

    assert rig.states == [RowState.SENT]


async def test_where_no_sign_may_be_put_words_say_it(rig: Rig, telegram: RecordingTelegram) -> None:
    telegram.goes_wrong("setMessageReaction", Wrong(description="Bad Request: REACTION_INVALID"))
    item = an_item(PERSON, spec=words("您好"), role=LinkRole.RESIDENT_COPY)
    await rig.put(replace(item, origin_chat=ChatId(DESK), reply_to=MessageId(55)))
    await rig.deliver()

    said = telegram.calls[-1]
    assert (said.method, said.chat_id, said.params["reply_parameters"]) == ("sendMessage", DESK, {"message_id": 55})
    assert said.params["text"].startswith("staff-reply-arrived")
    assert rig.states == [RowState.SENT, RowState.SENT]


async def test_prompt_forces_the_reply_of_nobody_but_whom_it_means(rig: Rig, telegram: RecordingTelegram) -> None:
    await rig.put(
        an_item(DESK, spec=words("?", force_reply=True), reply_to=MessageId(9)),
        an_item(DESK, spec=words("?", force_reply=True)),
    )
    await rig.deliver()

    answering, naming = telegram.calls
    assert answering.params["reply_markup"] == {"force_reply": True, "selective": True}
    assert answering.params["reply_parameters"] == {"message_id": 9}
    assert naming.params["reply_markup"] == {"force_reply": True, "selective": True}


@pytest.mark.parametrize(
    ("kind", "method"),
    [
        ("photo", "sendPhoto"),
        ("document", "sendDocument"),
        ("voice", "sendVoice"),
        ("video", "sendVideo"),
        ("video_note", "sendVideoNote"),
        ("audio", "sendAudio"),
        ("animation", "sendAnimation"),
        ("sticker", "sendSticker"),
    ],
)
async def test_file_goes_by_its_id_else_from_our_store(
    rig: Rig, telegram: RecordingTelegram, kind: str, method: str
) -> None:
    blob = await rig.blobs.put(b"content")
    await rig.put(
        an_item(PERSON, spec=MessageSpec("no-text", media=MediaRef(kind, blob, name="楼道.bin"))),
        an_item(PERSON, spec=MessageSpec("no-text", media=MediaRef(kind, blob, "id-2"))),
    )
    await rig.deliver()

    ours, theirs = telegram.calls
    assert ours.method == theirs.method == method
    assert ours.files[kind][:2] == ("楼道.bin", b"content")
    assert theirs.params[kind] == "id-2"


@pytest.mark.parametrize("told", [True, False])
async def test_a_file_telegram_has_forgotten_goes_from_our_store(
    rig: Rig, telegram: RecordingTelegram, *, told: bool
) -> None:
    """The copy may have been made after the row was written."""
    telegram.goes_wrong("sendPhoto", FORGOTTEN)
    blob = await rig.blobs.put(b"pixels")
    petition = await rig.case(DESK)
    file = an_attachment(file_id="id", blob_id=blob)
    async with rig.database.transaction() as tables:
        tables.petitions[petition.id] = replace(petition, attachments=(file,))
    await rig.put(an_item(PERSON, spec=words("看", media=MediaRef("photo", blob if told else "", "id"))))
    await rig.deliver()

    (call,) = telegram.calls
    assert (call.method, call.said, call.files["photo"][1]) == ("sendPhoto", "say 看", b"pixels")
    assert rig.states == [RowState.SENT]


@pytest.mark.parametrize("media", [MediaRef("photo", file_id="id"), MediaRef("photo", "a" * 64, "id")])
async def test_of_a_file_nobody_has_any_more_the_words_go_and_say_so(
    rig: Rig, telegram: RecordingTelegram, media: MediaRef
) -> None:
    telegram.goes_wrong("sendPhoto", FORGOTTEN)
    await rig.put(an_item(PERSON, spec=words("看", media=media)))
    await rig.put(an_item(PERSON, spec=MessageSpec("no-text", media=MediaRef("photo", "lost"))))
    await rig.deliver()

    assert [(call.method, call.said) for call in telegram.calls] == [
        ("sendMessage", "say 看\nfile-lost"),
        ("sendMessage", "file-lost"),
    ]
    assert rig.states == [RowState.SENT, RowState.SENT]


@pytest.mark.parametrize(
    ("data", "name"), [(b"\x1f\x8bx", "sticker.tgs"), (b"\x1aE\xdf\xa3x", "sticker.webm"), (b"RIFF", "sticker.webp")]
)
async def test_a_sticker_sent_anew_is_named_by_its_form(
    rig: Rig, telegram: RecordingTelegram, data: bytes, name: str
) -> None:
    await rig.put(an_item(PERSON, spec=MessageSpec("no-text", media=MediaRef("sticker", await rig.blobs.put(data)))))
    await rig.deliver()

    assert telegram.calls[-1].files["sticker"][0] == name


async def test_position_goes_as_a_location(rig: Rig, telegram: RecordingTelegram) -> None:
    await rig.put(an_item(PERSON, spec=MessageSpec("no-text", media=MediaRef("location", name="31.23,121.47"))))
    await rig.deliver()

    (call,) = telegram.calls
    assert (call.params["latitude"], call.params["longitude"]) == (31.23, 121.47)


@pytest.mark.parametrize("stored", [True, False])
async def test_refused_voice_goes_as_document(rig: Rig, telegram: RecordingTelegram, *, stored: bool) -> None:
    telegram.goes_wrong("sendVoice", Wrong(description="Bad Request: VOICE_MESSAGES_FORBIDDEN"))
    blob = await rig.blobs.put(b"voice") if stored else ""
    await rig.put(an_item(PERSON, spec=words("听", media=MediaRef("voice", blob, "id"))))
    await rig.deliver()

    call = telegram.calls[-1]
    assert (call.method, call.said) == ("sendDocument", "say 听")
    assert call.files["document"][1] == (b"voice" if stored else b"fetched")
    assert rig.states == [RowState.SENT]


async def test_a_refused_animation_is_fetched_and_sent_anew(rig: Rig, telegram: RecordingTelegram) -> None:
    """It comes as a document, and Telegram does not take its id for one."""
    telegram.goes_wrong("sendDocument", Wrong(description="Bad Request: can't use file of type Animation as Document"))
    await rig.put(an_item(PERSON, spec=words("看", media=MediaRef("document", file_id="id"))))
    await rig.deliver()

    assert telegram.calls[-1].files["document"][1] == b"fetched"
    assert rig.states == [RowState.SENT]


async def test_text_telegram_finds_too_long_arrives_whole_in_pieces(rig: Rig, telegram: RecordingTelegram) -> None:
    telegram.goes_wrong("sendMessage", Wrong(description="Bad Request: message is too long"))
    text = "".join(f"第{n}句。" for n in range(700))
    petition = await rig.case(DESK)
    spec = words(text, buttons=[[Button("open", "l1:cas:1:0")]])
    await rig.put(an_item(PERSON, spec=spec, role=LinkRole.RESIDENT_COPY, petition_id=petition.id))
    await rig.deliver()

    assert "".join(call.said for call in telegram.calls) == f"say {text}"
    assert [("reply_markup" in call.params) for call in telegram.calls] == [False, True]
    assert set(rig.database.committed.links) == {(PERSON, 101), (PERSON, 102)}
    assert rig.states == [RowState.SENT]


async def test_whoever_has_no_language_is_told_in_the_one_their_words_came_with(
    rig: Rig, telegram: RecordingTelegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PlainCatalogue, "format", lambda _self, key, _args, language: f"{key} {language}")
    await rig.put(
        an_item(PERSON, spec=MessageSpec("incident", otherwise=Language.EN)),
        an_item(PERSON, dedupe="plain", spec=MessageSpec("receipt")),
    )
    await rig.deliver()

    assert [call.said for call in telegram.calls] == ["incident en", "receipt zh-CN"]


async def test_what_asks_nobody_for_anything_comes_without_a_sound(rig: Rig, telegram: RecordingTelegram) -> None:
    await rig.put(an_item(PERSON, spec=words("谢谢", quiet=True)), an_item(PERSON, dedupe="b", spec=words("修好了")))
    await rig.deliver()

    assert [call.params.get("disable_notification") for call in telegram.calls] == [True, None]


async def test_a_contact_goes_as_a_card_below_its_words(rig: Rig, telegram: RecordingTelegram) -> None:
    refs = [MediaRef("contact", name="13800000000\t王\t师傅"), MediaRef("contact", name="110\t\t")]
    await rig.put(*(an_item(PERSON, spec=MessageSpec("no-text", media=ref)) for ref in refs))
    await rig.deliver()

    keys = ("phone_number", "first_name", "last_name")
    assert [call.method for call in telegram.calls] == ["sendContact", "sendContact"]
    told = [tuple(call.params.get(key) for key in keys) for call in telegram.calls]
    assert told == [("13800000000", "王", "师傅"), ("110", "110", None)]
