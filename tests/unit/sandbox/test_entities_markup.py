import html
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sandbox.entities import parse, utf16_len
from sandbox.errors import ApiError

pytestmark = pytest.mark.unit

INVALID_UNICODE = (
    "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units"
)


def mark(kind: str, offset: int, length: int, **fields: Any) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length, **fields}


@pytest.mark.parametrize(
    ("text", "plain", "entities"),
    [
        ("<b>居</b>😀<i>x</i>", "居😀x", [mark("bold", 0, 1), mark("italic", 3, 1)]),
        ("<STRONG>a<em>b</em></STRONG>", "ab", [mark("bold", 0, 2), mark("italic", 1, 1)]),
        ("<u>a</u><s>b</s><tg-spoiler>c</tg-spoiler>", "abc",
         [mark("underline", 0, 1), mark("strikethrough", 1, 1), mark("spoiler", 2, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [mark("spoiler", 0, 1)]),
        ('<a href="https://example.org">居委会</a>', "居委会", [mark("text_link", 0, 3, url="https://example.org/")]),
        ('<a href="tg://user?id=42">a</a>', "a", [mark("text_mention", 0, 1, user={"id": 42})]),
        ("<a href='nothing'>a</a>", "a", []),
        ("<a>example.org</a>", "example.org", [mark("text_link", 0, 11, url="http://example.org/")]),
        ("<pre>a</pre>", "a", [mark("pre", 0, 1)]),
        ('<pre><code class="language-py">a</code></pre>', "a", [mark("pre", 0, 1, language="py")]),
        ('<code class="language-py"><pre>a</pre></code>', "a", [mark("pre", 0, 1, language="py")]),
        ('<code class="language-py">a</code>', "a", [mark("code", 0, 1)]),
        ("<blockquote>a</blockquote>b", "ab", [mark("blockquote", 0, 1)]),
        ("<blockquote expandable>a</blockquote>", "a", [mark("expandable_blockquote", 0, 1)]),
        ('<tg-emoji emoji-id="5368">😀</tg-emoji>', "😀", [mark("custom_emoji", 0, 2, custom_emoji_id="5368")]),
        ('<tg-time unix="1700000000" format="wDT">t</tg-time>', "t",
         [mark("date_time", 0, 1, unix_time=1700000000, date_time_format="wDT")]),
        ("a &lt; b &amp;&#33;&#x4e2d;&quot;", 'a < b &!中"', []),
        ("&nbsp;&apos;&", "&nbsp;&apos;&", []),
        ("&#12345678901; &#0;", "&#12345678901; &#0;", []),
        ("<pre class=x>a</pre >", "a", [mark("pre", 0, 1)]),
        ("<b></b>x", "x", []),
        ("<b>a</>", "a", [mark("bold", 0, 1)]),
        ("<b>a<b>b</b></b>", "ab", [mark("bold", 0, 2)]),
        ("<b>a<code>b</code>c</b>", "abc", [mark("bold", 0, 1), mark("code", 1, 1), mark("bold", 2, 1)]),
        ("<b> </b>x", " x", []),
        (" <b> a</b> ", " a", [mark("bold", 0, 2)]),
    ],
)  # fmt: skip
def test_html_becomes_entities(text: str, plain: str, entities: list[dict[str, Any]]) -> None:
    assert parse(text, "HTML", None) == (plain, entities)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("居<div>a</div>", 'Unsupported start tag "div" at byte offset 3'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("a <", "Unclosed start tag at byte offset 2"),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b ", "Unclosed start tag at byte offset 0"),
        ("<a href", 'Unclosed start tag "a" at byte offset 0'),
        ("<a href=", 'Unclosed start tag "a" at byte offset 0'),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a =x>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href>x</a>", 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'),
        ("<a href=http://e.org>x</a>", "Unexpected end of name token at byte offset 8"),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ('<span class="x">a</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<tg-emoji emoji-id="x">a</tg-emoji>', "Invalid custom emoji identifier specified"),
        ('<tg-time unix="x">a</tg-time>', "Invalid Unix time specified"),
        ("&#xd83d;", INVALID_UNICODE),
    ],
)  # fmt: skip
def test_html_mistake_is_named(text: str, reason: str) -> None:
    with pytest.raises(ApiError) as caught:
        parse(text, "HTML", None)
    assert caught.value.description == f"Bad Request: can't parse entities: {reason}"


@pytest.mark.parametrize(
    ("text", "plain", "entities"),
    [
        ("*居*😀_x_", "居😀x", [mark("bold", 0, 1), mark("italic", 3, 1)]),
        ("__a__~b~||c||", "abc", [mark("underline", 0, 1), mark("strikethrough", 1, 1), mark("spoiler", 2, 1)]),
        ("*a _b_*", "a b", [mark("bold", 0, 3), mark("italic", 2, 1)]),
        ("_a __b___", "a b", [mark("italic", 0, 3), mark("underline", 2, 1)]),
        (r"1\.2 \*\!", "1.2 *!", []),
        ("`a.b*`", "a.b*", [mark("code", 0, 4)]),
        ("```\na```", "a", [mark("pre", 0, 1)]),
        ("```py\na.b```", "a.b", [mark("pre", 0, 3, language="py")]),
        ("[a](https://example.org/x\\)y)", "a", [mark("text_link", 0, 1, url="https://example.org/x)y")]),
        ("[a](tg://user?id=42)", "a", [mark("text_mention", 0, 1, user={"id": 42})]),
        ("![😀](tg://emoji?id=5368)", "😀", [mark("custom_emoji", 0, 2, custom_emoji_id="5368")]),
        ("![t](tg://time?unix=17&format=r)", "t", [mark("date_time", 0, 1, unix_time=17, date_time_format="r")]),
        (">a\n>b\nc", "a\nb\nc", [mark("blockquote", 0, 4)]),
        (">a", "a", [mark("blockquote", 0, 1)]),
        ("x\n>a\n>b||", "x\na\nb", [mark("expandable_blockquote", 2, 3)]),
        (">a\n**>b||\nc", "a\nb\nc", [mark("blockquote", 0, 2), mark("expandable_blockquote", 2, 1)]),
        ("**x", "x", []),
    ],
)  # fmt: skip
def test_markdown_v2_becomes_entities(text: str, plain: str, entities: list[dict[str, Any]]) -> None:
    assert parse(text, "MarkdownV2", None) == (plain, entities)


@pytest.mark.parametrize("char", "_*[]()~`>#+-=|{}.!")
def test_markdown_v2_reserves_its_marks_and_frees_them_when_escaped(char: str) -> None:
    assert parse(f"a\\{char}b", "MarkdownV2", None)[0] == f"a{char}b"
    with pytest.raises(ApiError) as caught:
        parse(f"a{char}b", "MarkdownV2", None)
    if char in "_*[~`":
        assert "Can't find end of " in caught.value.description
        return
    assert caught.value.description == (
        f"Bad Request: can't parse entities: Character '{char}' is reserved and must be escaped with the preceding '\\'"
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("居*a", "Can't find end of Bold entity at byte offset 3"),
        ("_a", "Can't find end of Italic entity at byte offset 0"),
        ("__a", "Can't find end of Underline entity at byte offset 0"),
        ("~a", "Can't find end of Strikethrough entity at byte offset 0"),
        ("||a", "Can't find end of Spoiler entity at byte offset 0"),
        ("`a", "Can't find end of Code entity at byte offset 0"),
        ("```a ", "Can't find end of PreCode entity at byte offset 0"),
        ("```\na", "Can't find end of Pre entity at byte offset 0"),
        ("[a", "Can't find end of TextUrl entity at byte offset 0"),
        ("[a](b", "Can't find end of a URL at byte offset 4"),
        ("![a", "Can't find end of CustomEmoji entity at byte offset 0"),
        ("![a](b", "Can't find end of a custom emoji URL at byte offset 5"),
        ("![a]", "Custom emoji entity must contain a tg://emoji URL"),
        ("![a](http://b.c)", "Custom emoji entity must contain a tg://emoji URL"),
        ("![a](tg://emoji?id=0)", "Invalid custom emoji identifier specified"),
        ("__a _b___", "Can't find end of Italic entity at byte offset 8"),
        (">*a\nb", "Can't find end of Bold entity at byte offset 1"),
    ],
)
def test_markdown_v2_mistake_is_named(text: str, reason: str) -> None:
    with pytest.raises(ApiError) as caught:
        parse(text, "markdownv2", None)
    assert caught.value.description == f"Bad Request: can't parse entities: {reason}"


@pytest.mark.parametrize(
    ("text", "plain", "entities"),
    [
        ("*a* _b_ `c.`", "a b c.", [mark("bold", 0, 1), mark("italic", 2, 1), mark("code", 4, 2)]),
        ("[a](https://example.org) 1.2!", "a 1.2!", [mark("text_link", 0, 1, url="https://example.org/")]),
        ("[a](tg://user?id=4", "a", [mark("text_mention", 0, 1, user={"id": 4})]),
        ("[](x)", "(x)", []),
        ("[example.org] [x](y)", "example.org x", [mark("text_link", 0, 11, url="http://example.org/")]),
        ("```\r\na```", "a", [mark("pre", 0, 1)]),
        ("```py\na```b", "ab", [mark("pre", 0, 1, language="py")]),
        (r"\*a\_", "*a_", []),
    ],
)
def test_legacy_markdown_becomes_entities(text: str, plain: str, entities: list[dict[str, Any]]) -> None:
    assert parse(text, "Markdown", None) == (plain, entities)


@pytest.mark.parametrize("text", ["居*a", "居_a", "居`a", "居[a", "居```a"])
def test_legacy_markdown_mistake_is_named(text: str) -> None:
    with pytest.raises(ApiError) as caught:
        parse(text, "Markdown", None)
    assert caught.value.description == (
        "Bad Request: can't parse entities: Can't find end of the entity starting at byte offset 3"
    )


ANY_TEXT = st.text(max_size=60) | st.text(alphabet="<>/ab &;#x=\"'pre-codtgsui\n😀居", max_size=60)
MARKS = st.text(alphabet="_*[]()~`>#+-=|{}.!\n\\a😀居 ", max_size=40)


def check_inside(plain: str, entities: list[dict[str, Any]]) -> None:
    total = utf16_len(plain)
    assert plain == plain.rstrip()
    for entity in entities:
        assert entity["length"] > 0
        assert 0 <= entity["offset"] < entity["offset"] + entity["length"] <= total


@settings(database=None, max_examples=400)
@given(text=ANY_TEXT | MARKS, mode=st.sampled_from([None, "HTML", "MarkdownV2", "Markdown"]))
@example(text="**>||", mode="MarkdownV2")
@example(text=">||", mode="MarkdownV2")
@example(text=">\n>", mode="MarkdownV2")
@example(text=">`\n", mode="MarkdownV2")
def test_any_text_is_parsed_or_refused(text: str, mode: str | None) -> None:
    try:
        plain, entities = parse(text, mode, None)
    except ApiError as refused:
        assert refused.code == 400  # noqa: PT017 - both outcomes are right, any other error is not
        assert mode in {"HTML", "MarkdownV2", "Markdown"}
    else:
        check_inside(plain, entities)


@settings(database=None, max_examples=200)
@given(text=st.text(max_size=50))
def test_escaped_html_is_what_was_escaped(text: str) -> None:
    assert parse(html.escape(text), "HTML", None) == parse(text, None, None)


@settings(database=None, max_examples=200)
@given(text=st.text(max_size=50))
def test_escaped_markdown_v2_is_what_was_escaped(text: str) -> None:
    escaped = "".join(f"\\{char}" if char in "_*[]()~`>#+-=|{}.!\\" else char for char in text)
    assert parse(escaped, "MarkdownV2", None) == parse(text, None, None)
