"""Categories as this program's router guesses them, by the words the database keeps."""

import pytest

from bot.adapters.router import make_router
from core.petitions.categories import CATEGORIES, category_of
from core.routing.knowledge import category_words, load
from core.routing.router import Router

pytestmark = pytest.mark.unit


@pytest.fixture(scope="module")
def router() -> Router:
    return make_router()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("垃圾", "environment"),
        ("楼道垃圾没人清，臭得很", "environment"),
        ("學校補課收錢", "culture"),
        ("老板拖欠工资", "labour"),
        ("哎呀呀", None),
        ("第3件小事", None),
        ("", None),
    ],
)
def test_what_a_text_is_about_or_that_nobody_knows(router: Router, text: str, word: str | None) -> None:
    assert category_of(router.category(text)) == word


def test_each_category_of_the_taxonomy_has_a_word() -> None:
    assert {*category_words().values()} == {*load().categories.names}
    assert [*category_words()] == [each.value for each in CATEGORIES]
