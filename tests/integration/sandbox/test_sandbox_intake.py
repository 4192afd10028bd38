"""The forms a Bot API request may come in."""

from typing import Any

import aiohttp
import pytest

from tests.sandbox_client import SandboxClient

pytestmark = pytest.mark.integration
WANG = 1001


async def post(box: SandboxClient, method: str = "sendMessage", **request: Any) -> dict[str, Any]:
    async with box.session.post(f"{box.url}/bot{box.token}/{method}", **request) as answer:
        said: dict[str, Any] = await answer.json()
        return said


async def test_query_string_and_get(started: SandboxClient) -> None:
    url = f"{started.url}/bot{started.token}/sendMessage"
    async with started.session.get(url, params={"chat_id": str(WANG), "text": "您好"}) as answer:
        assert (await answer.json())["result"]["text"] == "您好"


async def test_urlencoded_with_json_inside(started: SandboxClient) -> None:
    markup = '{"inline_keyboard": [[{"text": "好", "callback_data": "yes"}]]}'
    sent = await post(started, data={"chat_id": str(WANG), "text": "选", "reply_markup": markup})
    assert sent["result"]["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == "yes"


async def test_body_wins_over_the_query(started: SandboxClient) -> None:
    sent = await post(started, params={"chat_id": "5", "text": "x"}, json={"chat_id": WANG})
    assert sent["result"]["chat"]["id"] == WANG


async def test_empty_json_body_is_no_parameters(started: SandboxClient) -> None:
    headers = {"Content-Type": "application/json"}
    assert (await post(started, "getMe", headers=headers))["ok"]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"{no", "can't parse JSON object"),
        (b"[" * 50_000, "can't parse JSON object"),
        (b"[1]", "object expected"),
        (b'{"text": "\xff"}', "strings must be encoded in UTF-8"),
    ],
    ids=["no JSON", "too deep", "a list", "no UTF-8"],
)
async def test_broken_json_is_refused(started: SandboxClient, body: bytes, reason: str) -> None:
    answer = await post(started, data=body, headers={"Content-Type": "application/json"})
    assert answer["description"] == f"Bad Request: {reason}"


async def test_other_bodies_are_passed_over(started: SandboxClient) -> None:
    answer = await post(started, "getMe", data=b"words", headers={"Content-Type": "text/plain"})
    assert answer["ok"]


async def test_nested_parts_are_refused(started: SandboxClient) -> None:
    with aiohttp.MultipartWriter("form-data") as outer, aiohttp.MultipartWriter("mixed") as inner:
        inner.append("x")
        outer.append(inner)
    answer = await post(started, data=outer)
    assert answer["description"] == "Bad Request: can't parse multipart body"


async def test_mime_type_and_name_of_a_part_are_kept(started: SandboxClient) -> None:
    form = aiohttp.FormData({"chat_id": str(WANG)}, quote_fields=False)
    form.add_field("document", b"%PDF", filename="公告.pdf", content_type="application/pdf")
    document = (await post(started, "sendDocument", data=form))["result"]["document"]
    found = (await post(started, "getFile", json={"file_id": document["file_id"]}))["result"]

    assert (document["file_name"], document["mime_type"]) == ("公告.pdf", "application/pdf")
    assert found["file_path"].endswith(".pdf")


async def test_broken_form_is_refused(started: SandboxClient) -> None:
    for kind in ("multipart/form-data", "multipart/form-data; boundary=x"):
        answer = await post(started, data=b"words", headers={"Content-Type": kind})
        assert answer["description"] == "Bad Request: can't parse multipart body"


@pytest.mark.parametrize("chat_id", ["--5", "²", "@nobody", "5.0", "9" * 30])
async def test_odd_chat_numbers_are_no_chats(started: SandboxClient, chat_id: str) -> None:
    assert (await started.bot("sendMessage", chat_id=chat_id, text="x"))["error_code"] == 400
    async with started.session.get(f"{started.url}/sandbox/chats/{chat_id}/messages") as answer:
        assert answer.status == 404


async def test_words_that_are_no_words_are_refused(started: SandboxClient) -> None:
    kind = "application/x-www-form-urlencoded"
    answer = await post(started, data=b"text=\xff", headers={"Content-Type": kind})
    charset = await post(started, "getMe", data=b"{}", headers={"Content-Type": "application/json; charset=none"})
    assert answer["description"] == "Bad Request: strings must be encoded in UTF-8"
    assert charset["ok"]


async def test_number_beyond_all_digits_is_no_chat(started: SandboxClient) -> None:
    answer = await started.bot("sendMessage", chat_id="9" * 5000, text="x")
    assert answer["description"] == "Bad Request: chat not found"


@pytest.mark.parametrize("body", ["[1]", "5", '{"user": [1]}', '{"user": 1001, "do": "text", "text": "x", "chat": {}}'])
async def test_acts_that_are_none_are_refused(started: SandboxClient, body: str) -> None:
    headers = {"Content-Type": "application/json"}
    async with started.session.post(f"{started.url}/sandbox/act", data=body, headers=headers) as answer:
        assert answer.status in {400, 404}
        assert "error" in await answer.json()


async def test_odd_type_and_name_of_a_file_are_passed_over(started: SandboxClient) -> None:
    odd = {"mime_type": "text/html\r\nX-Odd: 1", "file_name": "a.b/c\n"}
    said = await started.media("resident-wang", "document", content=b"words", **odd)

    assert said["document"]["mime_type"] == "application/octet-stream"
    assert await started.file(said["document"]["file_id"]) == b"words"
    path = (await started.bot("getFile", file_id=said["document"]["file_id"]))["result"]["file_path"]
    assert path.rpartition("/")[2].isprintable()
