from html import escape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.shared.messages import MediaRef
from core.shared.text import utf16_len
from delivery.pieces import split_html, visible, visible_len
from delivery.sender import Manner, Shot, shots
from locales.render import Rendered

pytestmark = pytest.mark.unit
PHOTO = MediaRef("photo", file_id="f")


class Nesting(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.stack: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag


def check_well_formed(html: str) -> None:
    parser = Nesting()
    parser.feed(html)
    parser.close()
    assert parser.stack == []


def rendered(html: str, media: MediaRef | None = None) -> Rendered:
    return Rendered(html=html, buttons=(), media=media, force_reply=False)


words = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zs", "Zl", "Zp", "Mn")), max_size=60)
html_parts = st.lists(st.tuples(words, st.sampled_from(["", "b", "i", "blockquote"])), max_size=8)


@given(html_parts, st.integers(2, 40))
def test_pieces_are_well_formed_and_say_everything(parts: list[tuple[str, str]], limit: int) -> None:
    html = "".join(f"<{tag}>{escape(text)}</{tag}>" if tag else escape(text) for text, tag in parts)
    pieces = split_html(f"<b>{html}</b>", limit)

    for piece in pieces:
        check_well_formed(piece)
        assert visible_len(piece) <= limit
    assert "".join(map(visible, pieces)) == visible(html)


def test_cut_falls_at_the_end_of_a_sentence() -> None:
    assert split_html("<b>路灯坏了很久。请修一修</b>", 10) == ["<b>路灯坏了很久。</b>", "<b>请修一修</b>"]


def test_escaped_signs_and_emoji_count_as_telegram_counts() -> None:
    assert visible_len("&lt;b&gt; 😀") == 6


def test_short_text_stays_as_it_is() -> None:
    assert split_html("<b>好</b>", 4096) == ["<b>好</b>"]


def test_caption_too_long_follows_its_file_in_full() -> None:
    text = "字" * 5_000
    plan = shots(rendered(f"<i>{text}</i>", PHOTO), Manner())

    assert plan[0] == Shot("", PHOTO)
    assert "".join(visible(shot.html) for shot in plan[1:]) == text
    assert all(utf16_len(visible(shot.html)) <= 4096 for shot in plan)


@pytest.mark.parametrize("kind", ["location", "video_note"])
def test_what_takes_no_caption_comes_after_its_words(kind: str) -> None:
    media = MediaRef(kind, name="1,2")

    assert shots(rendered("王秀英：", media), Manner()) == [Shot("王秀英："), Shot("", media)]
    assert shots(rendered("", media), Manner()) == [Shot("", media)]
