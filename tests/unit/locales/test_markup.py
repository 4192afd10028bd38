"""Marked words as Telegram's HTML."""

import pytest

from core.shared.marks import Mark, Marked
from locales.markup import to_html, without_inner_quotes

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("marks", "html"),
    [
        ([], "a&lt;b&gt; 😀c"),
        ([Mark("bold", 0, 4)], "<b>a&lt;b&gt;</b> 😀c"),
        ([Mark("bold", 0, 4), Mark("italic", 2, 2)], "<b>a&lt;<i>b&gt;</i></b> 😀c"),
        ([Mark("bold", 0, 3), Mark("italic", 2, 3)], "<b>a&lt;b</b>&gt; 😀c"),
        ([Mark("custom_emoji", 5, 2, "53")], 'a&lt;b&gt; <tg-emoji emoji-id="53">😀</tg-emoji>c'),
        ([Mark("text_link", 7, 1, 'https://x/?a="&b')], 'a&lt;b&gt; 😀<a href="https://x/?a=&quot;&amp;b">c</a>'),
        ([Mark("text_mention", 7, 1, "12")], 'a&lt;b&gt; 😀<a href="tg://user?id=12">c</a>'),
        ([Mark("pre", 7, 1, "py")], 'a&lt;b&gt; 😀<pre><code class="language-py">c</code></pre>'),
        ([Mark("pre", 7, 1)], "a&lt;b&gt; 😀<pre>c</pre>"),
        ([Mark("date_time", 7, 1, "9|r")], 'a&lt;b&gt; 😀<tg-time unix="9" format="r">c</tg-time>'),
        ([Mark("expandable_blockquote", 7, 1)], "a&lt;b&gt; 😀<blockquote expandable>c</blockquote>"),
        ([Mark("position", 0, 8, "1,2"), Mark("young", 0, 8)], "a&lt;b&gt; 😀c"),
    ],
)
def test_marks_become_tags_and_words_stay_words(marks: list[Mark], html: str) -> None:
    assert to_html(Marked("a<b> 😀c", tuple(marks))) == html


def test_a_quotation_in_a_quotation_is_left_out() -> None:
    given = "<blockquote>a <blockquote expandable>b</blockquote> c</blockquote> <blockquote>d</blockquote>"

    assert without_inner_quotes(given) == "<blockquote>a b c</blockquote> <blockquote>d</blockquote>"
