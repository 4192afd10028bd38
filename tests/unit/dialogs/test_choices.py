"""A choice can be typed as people type: by number, by name, in any language."""

import pytest

from core.shared.language import Language
from core.shared.messages import MessageSpec
from dialogs.incoming import Incoming
from dialogs.pages import Choice, Page, Visit, match_choice
from dialogs.speech import Speech
from locales.catalogue import default_catalogue
from locales.render import Renderer
from tests.fakes.world import SHANGHAI, START

pytestmark = pytest.mark.unit

RENDERER = Renderer(default_catalogue(), SHANGHAI, lambda: START)
ZH, EN = (Speech(RENDERER, language) for language in (Language.ZH_CN, Language.EN))


async def go(_visit: Visit) -> None:
    """Never called here: only which choice is meant is asked."""


PAGE = Page(
    MessageSpec("menu"),
    [
        Choice("yes", "button-agree", go),
        Choice("case", "cases-row", go, {"number": "XF-2026-000123"}, names=("XF-2026-000123",)),
        Choice("lang", "menu-language", go, names=("/language",)),
        Choice("back", "button-back", go),
    ],
)


@pytest.mark.parametrize("speech", [ZH, EN])
@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *[(spelling, "yes") for spelling in ("1", "１", "一", "①", "1.", "第一个", "1️⃣", " 1 ")],
        *[(spelling, "back") for spelling in ("4", "４", "四", "④", "第四項")],
        *[(spelling, "yes") for spelling in ("同意", "同意。", " 同 意 ", "I agree", "i AGREE!", "Ｉ ａｇｒｅｅ")],
        *[(spelling, "back") for spelling in ("返回上一步", "Back", "back.")],
        *[(spelling, "case") for spelling in ("XF-2026-000123", "xf2026000123", "ＸＦ－２０２６－０００１２３")],
        *[(spelling, "lang") for spelling in ("换语言 / Language", "換語言 / Language", "/language", "language")],
    ],
)
def test_what_is_typed_means_a_choice(speech: Speech, typed: str, meant: str) -> None:
    chosen = match_choice(PAGE, typed, speech)

    assert chosen is not None
    assert chosen.id == meant


@pytest.mark.parametrize(
    "typed", ["", " ", "👍", "0", "5", "零", "十一", "99999999999", "同意吗", "灯坏了", "1 2", "⑩" * 4096, "。"]
)
def test_everything_else_means_none(typed: str) -> None:
    assert match_choice(PAGE, typed, ZH) is None


def test_without_choices_nothing_is_meant() -> None:
    assert match_choice(Page(MessageSpec("menu")), "1", ZH) is None


def test_a_choice_with_words_in_its_label_is_not_chosen_by_its_bare_label() -> None:
    """The label of such a choice is different for everybody: only its number and its names count."""
    page = Page(MessageSpec("menu"), [Choice("case", "cases-row", go, {"number": "", "text": ""})])

    assert match_choice(page, ZH.plain("cases-row", number="", text="", mark="", stage=""), ZH) is None
    assert match_choice(page, "1", ZH) is page.choices[0]


def test_the_earlier_of_two_choices_of_one_name_is_meant() -> None:
    page = Page(MessageSpec("menu"), [Choice("a", "button-back", go), Choice("b", "button-back", go)])

    assert match_choice(page, "返回上一步", ZH) is page.choices[0]


async def kept(_visit: Visit, _incoming: Incoming) -> None:
    """Never called here: the page takes words, that is all."""


@pytest.mark.parametrize(
    ("typed", "meant"), [("1", "yes"), ("一", "yes"), ("四", "back"), ("①", "yes"), ("三个", None)]
)
def test_where_words_are_kept_only_a_number_by_itself_is_a_choice(typed: str, meant: str | None) -> None:
    chosen = match_choice(Page(MessageSpec("menu"), PAGE.choices, kept), typed, ZH)

    assert (chosen and chosen.id) == meant
