"""Where it is not sure what is meant it is asked; and `/why` says which words decided."""

from datetime import date, timedelta

import pytest

from core.routing.model import Decision, Intent, Route
from tests.booking_rig import Office
from tests.dialog_rig import DialogRig, Person

pytestmark = pytest.mark.unit

WORDS = "那个日子的事"
LIKELY: list[Intent] = []
"""What the router of a test holds for likely, likeliest first."""


async def unsure(_text: str, _today: date) -> Route:
    first, *others = LIKELY
    slots = {"date": "2026-12-01"}
    return Route(
        decision=Decision.ASK,
        intent=first,
        score=0.4,
        alternatives=tuple(others),
        slots=slots,
        words=("日子", "问+事", "0"),
    )


@pytest.fixture
def rig() -> DialogRig:
    LIKELY[:] = [Intent.LEGAL, Intent.COMPLAINT, Intent.STATUS]
    return DialogRig(route=unsure)


@pytest.fixture
def wang(rig: DialogRig) -> Person:
    Office(rig.core)
    return rig.resident()


async def test_at_most_three_doors_and_something_else(wang: Person) -> None:
    await wang.says(WORDS)
    assert "您是想" in wang.shown
    assert WORDS in wang.shown
    assert [label.split(". ")[1] for label in wang.labels] == [
        "约律师，问法律问题",
        "投诉请求",
        "看我的事办得怎么样了",
        "都不是，别的事",
    ]
    assert wang.words is not None


async def test_the_door_that_is_chosen_gets_words_and_slots(wang: Person) -> None:
    await wang.says(WORDS)
    await wang.presses("约律师")
    assert "二楼调解室" in wang.shown
    assert wang.words is None
    await wang.presses("14:00")
    assert WORDS in wang.shown


async def test_a_petition_that_is_chosen_has_its_kind(wang: Person) -> None:
    await wang.says(WORDS)
    await wang.says("2")
    assert wang.draft is not None
    assert (wang.draft.kind, wang.draft.parts) == ("complaint", [WORDS])


@pytest.mark.parametrize("typed", ["4", "都不是", "返回"])
async def test_something_else_is_offered_as_ever(wang: Person, typed: str) -> None:
    await wang.says(WORDS)
    await wang.says(typed)
    assert "要怎么办" in wang.shown
    assert WORDS in wang.shown


async def test_more_words_are_joined_and_offered(wang: Person) -> None:
    await wang.says(WORDS)
    await wang.says("还有一句")
    assert "2 条消息" in wang.shown


async def test_an_old_question_about_words_that_are_gone(wang: Person) -> None:
    await wang.says(WORDS)
    old = wang.windows[-1]
    await wang.says("/start")
    await wang.says("还没定")
    await wang.forges(old["reply_markup"]["inline_keyboard"][0][0]["callback_data"], old)
    assert wang.words is not None
    assert wang.words.parts[0] == WORDS


async def test_what_is_not_there_is_not_asked(rig: DialogRig, wang: Person) -> None:
    await rig.core.submitted()
    LIKELY[:] = [Intent.GREETING, Intent.COMPLAINT, Intent.VOTE]
    await wang.says(WORDS)
    assert "要怎么办" in wang.shown
    assert any("补充到" in label for label in wang.labels)


async def test_why_names_the_words_on_top_of_the_open_window(rig: DialogRig, wang: Person) -> None:
    await wang.says("/why")
    assert "最近没有" in wang.shown
    await wang.says(WORDS)
    await wang.says("/why")
    assert "这些词：日子\n" in wang.shown
    assert "最像：<b>约律师" in wang.shown
    assert "您是想" in wang.shown
    rig.core.clock.move(timedelta(minutes=31))
    await wang.says("/why")
    assert "最近没有" in wang.shown


async def test_why_is_forgotten_with_the_process_and_rests_on_no_disk(rig: DialogRig, wang: Person) -> None:
    await wang.says(WORDS)
    assert not any("why" in key for key in rig.core.tables.state)
    rig.restart()
    await wang.says("/why")
    assert "最近没有" in wang.shown


@pytest.mark.parametrize(
    ("route", "said"),
    [
        (Route(decision=Decision.FALLBACK, intent=Intent.NONE, score=0.9), "没认出"),
        (Route(decision=Decision.ACT, intent=Intent.HUMAN, score=0.9, words=("转人工",)), "转人工"),
        (Route(decision=Decision.ACT, intent=Intent.HUMAN, score=0.9), "照整句话"),
    ],
)
async def test_why_says_how_it_was_decided(route: Route, said: str) -> None:
    async def decided(_text: str, _today: date) -> Route:
        return route

    wang = DialogRig(route=decided).resident()
    await wang.says(WORDS)
    await wang.says("/why")
    assert said in wang.shown
