"""What a resident chooses to be told: every page, by press and by words, and the button that stops it all."""

import pytest

from core.broadcast.model import QUIET, Quiet, Rhythm, Topic
from core.shared.actions import Action, ActionCode
from tests.dialog_rig import DialogRig, Person

pytestmark = pytest.mark.unit


@pytest.fixture
def rig() -> DialogRig:
    return DialogRig()


@pytest.fixture
def wang(rig: DialogRig) -> Person:
    return rig.resident()


async def test_nothing_is_subscribed_until_somebody_says_so(rig: DialogRig, wang: Person) -> None:
    await wang.says("/start")
    await wang.presses("更多")
    await wang.presses("每周消息")
    assert "只收社区通知" in wang.shown
    assert "3. ✅ 只收社区的通知" in wang.labels
    assert rig.core.tables.subscriptions == {}
    await wang.says("1")
    assert "✅ 记下了" in wang.shown
    (choice,) = rig.core.tables.subscriptions.values()
    assert (choice.rhythm, choice.topics, choice.quiet) == (Rhythm.WEEKLY, frozenset(Topic), QUIET)


async def test_topics_and_hours(rig: DialogRig, wang: Person) -> None:
    await wang.says("/subscribe")
    await wang.presses("一公布就告诉我")
    await wang.presses("选了 4 项")
    await wang.presses("办好了多少事")
    assert "2. 办好了多少事" in wang.labels
    await wang.says("返回")
    await wang.presses("免打扰：21 点到 8 点")
    await wang.presses("22 点到 7 点")
    (choice,) = rig.core.tables.subscriptions.values()
    assert (choice.rhythm, choice.quiet) == (Rhythm.AT_ONCE, Quiet(22, 7))
    assert choice.topics == frozenset(Topic) - {Topic.WORK}
    await wang.presses("免打扰")
    await wang.presses("不设")
    await wang.presses("免打扰：不设")
    assert "4. ✅ 不设，随时都行" in wang.labels
    await wang.presses("返回")
    await wang.presses("主菜单")
    assert "为您服务" in wang.shown


async def test_who_wants_nothing_has_nothing_else_to_choose(wang: Person) -> None:
    await wang.says("/subscribe")
    await wang.presses("什么都不要")
    assert not [label for label in wang.labels if "内容" in label or "免打扰" in label]
    await wang.presses("只收社区的通知")
    assert not [label for label in wang.labels if "内容" in label]


async def test_stop_means_stop(rig: DialogRig, wang: Person) -> None:
    await wang.says("/start")
    await wang.forges(ActionCode(Action.STOP_BROADCASTS).pack())
    assert "紧急通知也不发" in wang.shown
    (choice,) = rig.core.tables.subscriptions.values()
    assert choice.rhythm is Rhythm.NEVER
    await wang.forges(ActionCode(Action.SUBSCRIPTION).pack())
    await wang.presses("每周一次")
    (choice,) = rig.core.tables.subscriptions.values()
    assert choice.rhythm is Rhythm.WEEKLY


async def test_hours_of_an_earlier_version_are_shown_too(rig: DialogRig, wang: Person) -> None:
    await wang.says("/subscribe")
    await rig.core.use.broadcast.subscribe.quiet(rig.core.wang, Quiet(12, 14))
    await wang.says("/subscribe")
    await wang.presses("每周一次")
    await wang.presses("12 点到 14 点")
    assert "1. ✅ 12 点到 14 点" in wang.labels
