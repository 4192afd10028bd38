"""What is sent at least once, what at most once, and prompts nobody waits for any more."""

import pytest
from telegram.error import BadRequest, NetworkError, RetryAfter, TimedOut

from core.petitions.intent import Intent
from core.petitions.messages import prompt
from core.shared.actor import StaffActor
from core.shared.ids import ChatId, TelegramUserId
from core.shared.language import Language
from core.shared.link_roles import LinkRole
from core.shared.messages import MessageSpec
from core.shared.outbox import OutboxItem, RowState
from delivery.retry import may_have_arrived
from tests.delivery_rig import PERSON, Rig
from tests.factories.cases import an_item
from tests.fakes.world import START
from tests.telegram_double import RecordingTelegram, Wrong

pytestmark = pytest.mark.unit
DESK = -1001
LOST = Wrong(code=502, description="Bad Gateway", done=True)
"""Done, and the answer lost."""


def a_question(chat: int = PERSON) -> OutboxItem:
    return an_item(chat, spec=MessageSpec("ask", {}, force_reply=True))


async def until_over(rig: Rig) -> None:
    while RowState.PENDING in rig.states:
        await rig.deliver()
        rig.elapsed.pass_by(400)


async def test_what_tells_something_goes_again_when_its_answer_is_lost(rig: Rig, telegram: RecordingTelegram) -> None:
    telegram.goes_wrong("sendMessage", LOST)
    await rig.put(an_item(PERSON))
    await until_over(rig)

    assert telegram.methods == ["sendMessage"] * 2


async def test_what_asks_something_does_not(rig: Rig, telegram: RecordingTelegram) -> None:
    telegram.goes_wrong("sendMessage", LOST)
    await rig.put(a_question())
    await until_over(rig)

    assert telegram.methods == ["sendMessage"]


async def test_what_asks_something_goes_when_telegram_was_only_busy(rig: Rig, telegram: RecordingTelegram) -> None:
    telegram.goes_wrong("sendMessage", Wrong(description="Bad Request: temporarily unavailable"))
    await rig.put(a_question())
    await until_over(rig)

    assert telegram.methods == ["sendMessage"]
    assert len(telegram.refused) == 1


@pytest.mark.parametrize(("asks", "sent"), [(True, 0), (False, 1)])
async def test_after_a_kill_only_what_tells_something_goes(
    rig: Rig, telegram: RecordingTelegram, asks: bool, sent: int
) -> None:
    await rig.put(a_question() if asks else an_item(PERSON))
    await rig.queue.claim(owner="killed", now=rig.elapsed.seconds(), lease=60, limit=1)
    rig.elapsed.pass_by(61)
    await until_over(rig)

    assert len(telegram.calls) == sent
    assert rig.states == [RowState.SENT]


def caused(error: Exception, name: str) -> Exception:
    error.__cause__ = type(name, (Exception,), {})()
    return error


@pytest.mark.parametrize(
    ("error", "maybe"),
    [
        (TimedOut(), True),
        (caused(TimedOut(), "ReadTimeout"), True),
        (caused(TimedOut(), "ConnectTimeout"), False),
        (caused(TimedOut(), "PoolTimeout"), False),
        (caused(NetworkError("httpx"), "ConnectError"), False),
        (caused(NetworkError("httpx"), "RemoteProtocolError"), True),
        (NetworkError("Bad Gateway"), True),
        (TimeoutError(), True),
        (BadRequest("chat not found"), False),
        (RetryAfter(3), False),
        (RuntimeError(), False),
    ],
)
def test_what_may_have_arrived(error: Exception, maybe: bool) -> None:
    assert may_have_arrived(error) is maybe


@pytest.mark.parametrize("answered", [True, False])
async def test_a_prompt_comes_only_while_somebody_waits_for_it(
    rig: Rig, telegram: RecordingTelegram, answered: bool
) -> None:
    petition = await rig.case(DESK, is_forum=False)
    user = TelegramUserId(7001)
    intent = Intent(chat_id=ChatId(DESK), user_id=user, petition_id=petition.id, role=LinkRole.PROMPT_REPLY, at=START)
    if not answered:
        rig.database.committed.intents[intent.chat_id, user, petition.id, ""] = intent
    actor = StaffActor(user_id=user, name="刘敏", chat_id=ChatId(DESK), language=Language.ZH_CN)
    await rig.put(prompt(petition, actor, LinkRole.PROMPT_REPLY, "prompt:1", "prompt-reply"))
    await rig.deliver()

    assert [call.said.split()[0] for call in telegram.calls] == ([] if answered else ["card", "prompt-reply"])
    assert rig.states == [RowState.SENT]
