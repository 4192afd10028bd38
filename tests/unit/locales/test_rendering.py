from datetime import UTC, date, datetime
from html import escape, unescape
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from hypothesis import given
from hypothesis import strategies as st

from core.shared.actions import Action, ActionCode
from core.shared.language import Language
from core.shared.messages import Button, MediaRef, MessageSpec, Term
from locales import make_zh_tw
from locales.catalogue import ROOT, Catalogue, default_catalogue
from locales.render import Rendered, RenderedButton, Renderer
from tests.fakes.world import SHANGHAI, START

pytestmark = pytest.mark.unit

RENDERER = Renderer(default_catalogue(), SHANGHAI, lambda: START)
HOSTILE = "<b>&amp; </a><script>{ $number } \"x\" 'y'"


@pytest.mark.parametrize("language", Language)
def test_nothing_a_person_typed_becomes_markup(language: Language) -> None:
    html = RENDERER.html("case-reply", {"number": "XF", "unit": "u", "name": HOSTILE, "text": HOSTILE}, language)

    assert html.count(escape(HOSTILE, quote=False)) == 2
    assert html.replace(escape(HOSTILE, quote=False), "").count("<") == 2  # our own <b> and </b>


@given(st.text(max_size=60), st.sampled_from(Language))
def test_what_was_typed_is_what_is_read(text: str, language: Language) -> None:
    html = RENDERER.html("case-text", {"text": text}, language)

    assert unescape(html.replace(escape(text, quote=False), "", 1)).strip("“”「」") == ""
    assert "<" not in html


@pytest.mark.parametrize("language", Language)
def test_an_address_in_a_link_cannot_break_out_of_it(language: Language) -> None:
    """Only our own addresses go there; a quotation mark in one would still end the attribute."""
    args = {"number": "1", "kind": "k", "stage": "s", "mark": "m", "text": "t", "name": "n", "taken": "yes"}
    html = RENDERER.html("case-found", {**args, "link": "https://t.me/c/1/2", "linked": "yes"}, language)

    assert '<a href="https://t.me/c/1/2">' in html
    assert "<a" not in RENDERER.html("case-found", {**args, "link": "", "linked": "no"}, language)


@pytest.mark.parametrize("length", [199, 200, 201, 2_499, 2_501, 20_000])
def test_a_long_text_is_shown_whole(length: int, caplog: pytest.LogCaptureFixture) -> None:
    """fluent.runtime refuses arguments above 2,500 characters; people write longer texts."""
    text = "字" * (length - 1) + "<"
    args = {"number": "XF", "unit": "u", "name": "n", "text": text}

    html = RENDERER.html("case-reply", args, Language.ZH_CN)

    assert html.endswith("字" * (length - 1) + "&lt;")
    assert not caplog.messages


def test_nobody_can_type_anothers_text_into_their_own() -> None:
    """Long texts are put in by marks; a mark somebody typed must stay what it is."""
    forged = "\ue0000\ue001\ue0003\ue001"
    long = "长" * 3_000

    html = RENDERER.html("case-reply", {"number": "XF", "unit": "u", "name": forged, "text": long}, Language.ZH_CN)

    assert html.count(long) == 1
    assert forged in html


def test_every_argument_of_every_text_is_escaped() -> None:
    """Whatever the key: a name made of markup never comes out as markup."""
    for language in Language:
        for file in (ROOT / language.value).glob("*.ftl"):
            for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
                if isinstance(entry, ftl.Message) and not file.name.startswith("cli"):
                    html = RENDERER.html(entry.id.name, dict.fromkeys(_variables(entry), "<u>&"), language)
                    assert "<u>" not in html


def _variables(entry: ftl.Message) -> list[str]:
    found: list[str] = []

    def walk(node: object) -> None:
        if isinstance(node, ftl.VariableReference):
            found.append(node.id.name)
        elif isinstance(node, ftl.BaseNode):
            for value in vars(node).values():
                for child in value if isinstance(value, list) else [value]:
                    walk(child)

    walk(entry)
    return found


@pytest.mark.parametrize(
    ("language", "day", "shown"),
    [
        (Language.ZH_CN, date(2026, 10, 8), "10月8日（周四）"),
        (Language.ZH_TW, date(2026, 10, 8), "10月8日（週四）"),
        (Language.EN, date(2026, 10, 8), "Thu 8 October"),
        (Language.ZH_CN, date(2026, 11, 29), "11月29日（周日）"),
        (Language.EN, date(2027, 1, 3), "Sun 3 January"),
        (Language.EN, date(2026, 12, 7), "Mon 7 December"),
    ],
)
def test_days_are_written_as_each_language_writes_them(language: Language, day: date, shown: str) -> None:
    assert RENDERER.html("card-due-claim", {"day": day}, language).count(shown) == 1


def test_a_moment_is_shown_in_the_communitys_time() -> None:
    moment = datetime(2026, 11, 23, 21, 5, tzinfo=UTC)

    assert "11月24日（周二） 05:05" in RENDERER.html("event-submit", {"at": moment, "name": ""}, Language.ZH_CN)
    assert "Tue 24 November 05:05" in RENDERER.html("event-submit", {"at": moment, "name": ""}, Language.EN)


def test_a_term_is_said_in_the_readers_language() -> None:
    head = {"number": "XF", "kind": Term("kind-service"), "stage": Term("stage-accepted"), "mark": "m", "unit": "u"}

    assert "求助服务" in RENDERER.html("card", head, Language.ZH_CN)
    assert "求助服務" in RENDERER.html("card", head, Language.ZH_TW)
    assert "accepted" in RENDERER.html("card", head, Language.EN)


def test_a_message_is_its_lines_its_buttons_and_its_file() -> None:
    code = ActionCode(Action.MENU).pack()
    spec = MessageSpec(
        "notice-closed",
        {"number": "XF-1"},
        buttons=[[Button("button-menu", code)], [Button("button-back", url="https://example.org")]],
        media=MediaRef("photo", "b"),
        force_reply=True,
        more=[MessageSpec("no-text"), MessageSpec("card-anonymous")],
    )

    rendered = RENDERER.render(spec, Language.EN)

    first = RENDERER.html("notice-closed", {"number": "XF-1"}, Language.EN)
    assert rendered == Rendered(
        html=f"{first}\n{RENDERER.html('card-anonymous', {}, Language.EN)}",
        buttons=(
            (RenderedButton("Main menu", code, ""),),
            (RenderedButton("Back", "", "https://example.org"),),
        ),
        media=MediaRef("photo", "b"),
        force_reply=True,
    )


def test_a_message_without_words_is_empty() -> None:
    assert RENDERER.render(MessageSpec("no-text"), Language.ZH_CN).html == ""


def test_answers_to_presses_are_not_escaped() -> None:
    assert "A&B" in RENDERER.plain("error-claimed-by", {"name": "A&B"}, Language.EN)


def test_a_missing_key_is_shown_and_logged_and_stops_nothing(caplog: pytest.LogCaptureFixture) -> None:
    assert RENDERER.html("no-such-key", {}, Language.EN) == "no-such-key"
    assert caplog.messages == ["text missing: no-such-key in en"]


def test_a_missing_argument_is_logged_without_its_text(caplog: pytest.LogCaptureFixture) -> None:
    assert "XF-7" in RENDERER.html("case-reply", {"number": "XF-7", "text": "secret"}, Language.EN)
    assert len(caplog.messages) == 1
    assert "case-reply in en" in caplog.text
    assert "secret" not in caplog.text


def test_a_key_that_has_only_attributes_says_nothing(tmp_path: Path) -> None:
    for language in Language:
        (tmp_path / language.value).mkdir()
        (tmp_path / language.value / "a.ftl").write_text("odd =\n    .only = attributes\n", encoding="utf-8")

    assert Catalogue(tmp_path).format("odd", {}, Language.EN) == ""


def test_the_catalogue_knows_what_it_has() -> None:
    catalogue = default_catalogue()

    assert catalogue is default_catalogue()
    assert catalogue.has("menu", Language.EN)
    assert not catalogue.has("no-such-key", Language.EN)
    assert "menu" in set(catalogue.keys(Language.ZH_TW))


@pytest.mark.parametrize("source", sorted((ROOT / "zh-CN").glob("*.ftl")), ids=lambda path: path.name)
def test_the_committed_zh_tw_is_what_is_made_from_zh_cn(source: Path) -> None:
    assert (ROOT / "zh-TW" / source.name).read_text(encoding="utf-8") == make_zh_tw.made(source)


def test_making_zh_tw_changes_words_and_keeps_variables_markup_and_overrides(tmp_path: Path) -> None:
    source = tmp_path / "x.ftl"
    source.write_text("# 注释\ncode-word = <b>{ $name }</b> 的视频回复\nlanguage-zh-cn = 简体中文\n", encoding="utf-8")

    assert make_zh_tw.made(source) == "code-word = <b>{ $name }</b> 的影片回覆\nlanguage-zh-cn = 简体中文\n"


def test_every_override_overrides_something() -> None:
    names = {
        entry.id.name
        for file in (ROOT / "zh-CN").glob("*.ftl")
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body
        if isinstance(entry, ftl.Message)
    }
    overrides = FluentParser().parse(make_zh_tw.OVERRIDES.read_text(encoding="utf-8")).body

    assert {entry.id.name for entry in overrides if isinstance(entry, ftl.Message)} - names == set()


def test_the_generator_writes_every_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for language in ("zh-CN", "zh-TW"):
        (tmp_path / language).mkdir()
    (tmp_path / "zh-CN" / "a.ftl").write_text("x = 视频\n", encoding="utf-8")
    monkeypatch.setattr(make_zh_tw, "ROOT", tmp_path)

    make_zh_tw.main()

    assert (tmp_path / "zh-TW" / "a.ftl").read_text(encoding="utf-8") == "x = 影片\n"


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        (Language.ZH_CN, "2027年1月4日（周一）"),
        (Language.ZH_TW, "2027年1月4日（週一）"),
        (Language.EN, "Mon 4 January 2027"),
    ],
)
def test_a_day_of_another_year_names_its_year(language: Language, shown: str) -> None:
    there = {"at": date(2027, 1, 4), "name": "刘敏"}
    assert shown in RENDERER.html("event-claim", there, language)
    there["at"] = datetime(2027, 1, 3, 16, 30, tzinfo=UTC)
    assert f"{shown} 00:30" in RENDERER.html("event-claim", there, language)
    there["at"] = date(START.year, 1, 4)
    assert str(START.year) not in RENDERER.html("event-claim", there, language)
