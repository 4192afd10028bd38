from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.entities import is_blank, parse, utf16_len
from sandbox.errors import ApiError
from sandbox.links import checked

pytestmark = pytest.mark.unit


def mark(kind: str, offset: int, length: int, **fields: Any) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length, **fields}


def found(text: str) -> list[tuple[str, str]]:
    plain, entities = parse(text, None, None)
    units = plain.encode("utf-16-le")
    return [
        (item["type"], units[2 * item["offset"] : 2 * (item["offset"] + item["length"])].decode("utf-16-le"))
        for item in entities
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/start", [("bot_command", "/start")]),
        ("😀 /bind@linli_demo_bot XF", [("bot_command", "/bind@linli_demo_bot")]),
        ("请发 /cases。", [("bot_command", "/cases")]),
        ("a/b </x> //c /d/ /中", []),
        ("问 @linli_demo_bot 吧", [("mention", "@linli_demo_bot")]),
        ("@ab a@bc", []),
        ("找 a.b+c@example.org。", [("email", "a.b+c@example.org")]),
        ("#停车 #12 #a1", [("hashtag", "#停车"), ("hashtag", "#a1")]),
        ("$USD 5$ $usd", [("cashtag", "$USD")]),
        ("电话 +8613800001001。", [("phone_number", "+8613800001001")]),
        ("+1-212-555-0123, 1+1234567", [("phone_number", "+1-212-555-0123")]),
        ("https://example.org/a?b=c#d.", [("url", "https://example.org/a?b=c#d")]),
        ("(example.com)", [("url", "example.com")]),
        ("见 http://a.cn/x_(y)）", [("url", "http://a.cn/x_(y)")]),
        ("http://127.0.0.1:8080/x", [("url", "http://127.0.0.1:8080/x")]),
        ("tg://resolve?domain=x", [("url", "tg://resolve?domain=x")]),
        ("3.5 a.b 1. 2.", []),
        ("XF-2026-000123", []),
    ],
)  # fmt: skip
def test_entities_are_found_in_plain_text(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_nothing_is_found_inside_of_code_or_links() -> None:
    text = '<code>/start</code> <a href="https://e.org">@linli_demo_bot</a> <b>/help</b>'
    assert [(item["type"], item["offset"]) for item in parse(text, "HTML", None)[1]] == [
        ("code", 0),
        ("text_link", 7),
        ("bot_command", 23),
        ("bold", 23),
    ]


@pytest.mark.parametrize(
    ("text", "given_entities", "plain", "entities"),
    [
        ("  ab  ", [mark("bold", 2, 4)], "ab", [mark("bold", 0, 2)]),
        ("  ab", [mark("bold", 1, 2)], " ab", [mark("bold", 0, 2)]),
        ("a\rb\tc", [mark("bold", 2, 1)], "ab c", [mark("bold", 1, 1)]),
        ("😀a", [mark("bold", 2, 1)], "😀a", [mark("bold", 2, 1)]),
        ("😀a", [mark("bold", 1, 1)], "😀a", [mark("bold", 0, 2)]),
        ("ab", [mark("bold", 0, 99)], "ab", [mark("bold", 0, 2)]),
        ("ab", [mark("bold", 0, 0)], "ab", []),
        ("ab", [mark("bot_command", 0, 2)], "ab", []),
        ("ab", [mark("blockquote", 0, 2), mark("blockquote", 1, 1)], "ab", [mark("blockquote", 0, 2)]),
        ("abc", [mark("bold", 0, 2), mark("bold", 1, 2)], "abc", [mark("bold", 0, 3)]),
        ("abc", [mark("code", 0, 2), mark("text_link", 1, 2, url="a.b")], "abc", [mark("code", 0, 2)]),
        ("", [], "", []),
        (" \u200b\u2800", [mark("bold", 0, 1)], "", []),
    ],
)
def test_given_entities_are_fitted_to_the_shown_text(
    text: str, given_entities: list[dict[str, Any]], plain: str, entities: list[dict[str, Any]]
) -> None:
    assert parse(text, None, given_entities) == (plain, entities)


@pytest.mark.parametrize(
    ("text", "mode", "marks", "reason"),
    [
        ("a", "BBCode", None, "unsupported parse_mode"),
        ("\ud800", None, None, "strings must be encoded in UTF-8"),
        ("居" * 11000, None, None, "text is too long"),
        ("a", None, [{"type": "bold", "offset": 0}], "can't parse MessageEntity: Can't find field \"length\""),
        ("a", None, [mark("custom_emoji", 0, 1)], "can't parse MessageEntity: Can't find field \"custom_emoji_id\""),
    ],
)
def test_text_is_refused(text: str, mode: str | None, marks: list[dict[str, Any]] | None, reason: str) -> None:
    with pytest.raises(ApiError) as caught:
        parse(text, mode, marks)
    assert caught.value.description == f"Bad Request: {reason}"


@pytest.mark.parametrize("entity", [mark("bold", -1, 1), mark("bold", 3, 1), mark("bold", 0, -1)])
def test_entity_outside_of_the_text_is_refused(entity: dict[str, Any]) -> None:
    with pytest.raises(ApiError, match="outside of the text"):
        parse("ab", None, [entity])


@settings(database=None, max_examples=200)
@given(
    text=st.text(alphabet="ab 😀\r\n\u2028/@#.", max_size=20),
    spans=st.lists(
        st.tuples(
            st.sampled_from(["bold", "italic", "code", "pre", "blockquote", "spoiler", "url"]),
            st.integers(-2, 45),
            st.integers(-2, 45),
        ),
        max_size=6,
    ),
)
def test_any_entities_are_fitted_or_refused(text: str, spans: list[tuple[str, int, int]]) -> None:
    try:
        plain, entities = parse(text, None, [mark(*span) for span in spans])
    except ApiError as refused:
        assert refused.code == 400  # noqa: PT017 - both outcomes are right, any other error is not
        return
    units = plain.encode("utf-16-le")
    for entity in entities:
        begin, end = entity["offset"], entity["offset"] + entity["length"]
        assert 0 <= begin < end <= utf16_len(plain)
        units[2 * begin : 2 * end].decode("utf-16-le")  # no pair is cut in half


@pytest.mark.parametrize(
    ("url", "normal"),
    [
        ("Example.org", "http://example.org/"),
        ("https://e.org?q", "https://e.org/?q"),
        ("HTTPS://E.org/Path", "https://e.org/Path"),
        ("tg:user?id=1", "tg://user?id=1"),
        ("http://u:p@e.org:81/", "http://e.org:81/"),
    ],
)
def test_link_has_one_normal_form(url: str, normal: str) -> None:
    assert checked(url) == normal


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("nothing", "Wrong HTTP URL"),
        ("http://:80", "URL host is empty"),
        ("ftp://e.org", "Unsupported URL protocol"),
        ("http://", "URL host is empty"),
        ("http://e.org:0", "Wrong port number specified in the URL"),
        ("http://e o.org", "Disallowed character in URL host"),
    ],
)
def test_wrong_link_is_refused(url: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        checked(url)


def test_blank_is_what_shows_nothing() -> None:
    assert is_blank("")
    assert is_blank(" \n\u200b\ufeff")
    assert not is_blank("。")
    assert utf16_len("居😀") == 3
