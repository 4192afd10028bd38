"""People named in texts: whom a mention becomes, and whom a selective keyboard is for."""

from typing import Any

import pytest

from tests.sandbox_client import SandboxClient, SandboxRefusedError

pytestmark = pytest.mark.integration
WANG, CHEN, DESK = 1001, 1003, -1000000002001
SAID_OF_HER = {"id": WANG, "is_bot": False, "first_name": "她"}
WANG_HERSELF = {"id": WANG, "is_bot": False, "first_name": "王秀英", "language_code": "zh-hans"}


async def sent(box: SandboxClient, **params: Any) -> dict[str, Any]:
    answer = await box.bot("sendMessage", **{"chat_id": DESK, **params})
    assert answer["ok"], answer
    message: dict[str, Any] = answer["result"]
    return message


@pytest.mark.parametrize(
    "said",
    [
        {"text": '<a href="tg://user?id=1001">她</a>来了', "parse_mode": "HTML"},
        {"text": "[她](tg://user?id=1001)来了", "parse_mode": "MarkdownV2"},
        {"text": "她来了", "entities": [{"type": "text_mention", "offset": 0, "length": 1, "user": SAID_OF_HER}]},
        {
            "text": "她来了",
            "entities": [{"type": "text_link", "offset": 0, "length": 1, "url": "tg://user?id=1001"}],
        },
    ],
    ids=["html", "markdown", "given", "address"],
)
async def test_mention_becomes_the_whole_person(started: SandboxClient, said: dict[str, Any]) -> None:
    message = await sent(started, **said)
    assert message["entities"] == [{"type": "text_mention", "user": WANG_HERSELF, "offset": 0, "length": 1}]


@pytest.mark.parametrize("number", [CHEN, 4242], ids=["never met", "nobody"])
async def test_mention_of_a_stranger_is_plain_text(started: SandboxClient, number: int) -> None:
    message = await sent(started, text=f'<a href="tg://user?id={number}">她</a>来了', parse_mode="HTML")
    assert (message["text"], "entities" in message) == ("她来了", False)


async def test_caption_edit_and_people_mention_too(started: SandboxClient) -> None:
    link = '<a href="tg://user?id=1001">她</a>'
    first = await sent(started, text="等")
    where = {"chat_id": DESK, "message_id": first["message_id"]}
    edited = (await started.bot("editMessageText", **where, text=link, parse_mode="HTML"))["result"]
    said = await started.media("staff-liu", "photo", chat="desk-community", caption=link, parse_mode="HTML")

    assert edited["entities"][0]["user"] == said["caption_entities"][0]["user"] == WANG_HERSELF


@pytest.mark.parametrize(
    "entities", ["no list", ["no object"], [{"offset": 0, "length": 1}], [{"type": "text_mention", "user": 5}]]
)
async def test_broken_entities_are_refused(started: SandboxClient, entities: Any) -> None:
    answer = await started.bot("sendMessage", chat_id=WANG, text="她", entities=entities)
    with pytest.raises(SandboxRefusedError) as refused:
        await started.text("resident-wang", "她", entities=entities)
    assert (answer["error_code"], refused.value.status) == (400, 400)


async def test_link_that_is_none_is_dropped(started: SandboxClient) -> None:
    marks = [{"type": "text_link", "offset": 0, "length": 1, "url": url} for url in ("no address", "EXAMPLE.org")]
    bad, good = [await sent(started, text="她", entities=[each]) for each in marks]
    assert ("entities" in bad, good["entities"][0]["url"]) == (False, "http://example.org/")


@pytest.mark.parametrize("who", ["@SunWei_xf", '<a href="tg://user?id=1007">孙</a>'])
@pytest.mark.parametrize("markup", [{"force_reply": True}, {"keyboard": [[{"text": "好"}]]}])
async def test_selective_prompt_is_for_those_it_names(started: SandboxClient, who: str, markup: dict[str, Any]) -> None:
    await sent(started, text=f"😀 {who} 请回复", parse_mode="HTML", reply_markup={**markup, "selective": True})
    views = [await started.view(DESK, viewer=viewer) for viewer in ("staff-sun", "staff-liu")]
    assert [view.reply_keyboard is not None for view in views] == [True, False]


async def test_selective_prompt_counts_those_in_the_room_only(started: SandboxClient) -> None:
    markup = {"force_reply": True, "selective": True}
    await sent(started, text='<a href="tg://user?id=1001">她</a>', parse_mode="HTML", reply_markup=markup)
    await started.join("resident-wang", "desk-community")
    assert (await started.view(DESK, viewer="resident-wang")).reply_keyboard is None
