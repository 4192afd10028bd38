from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from core.petitions.clocks import ANSWER_DAYS
from core.petitions.model import Author, Event, Handler, Petition, Stage
from core.petitions.usecases.desk import StaffWords
from core.shared.actor import StaffActor
from core.shared.clock import local_day
from core.shared.errors import ConflictError, DomainError, NotFoundError
from core.shared.ids import PetitionId
from core.shared.link_roles import LinkRole
from tests.core_rig import CoreRig, words
from tests.fakes.world import SHANGHAI, START

pytestmark = pytest.mark.unit

Speak = Callable[[StaffActor, PetitionId, StaffWords], Awaitable[Petition]]
SPEAKING = [
    ("reply", Event.REPLY, Stage.IN_PROGRESS, "case-reply"),
    ("ask", Event.ASK_MORE, Stage.MORE_INFO, "case-ask"),
    ("answer", Event.ANSWER, Stage.ANSWERED, "case-answer"),
]


def speak(rig: CoreRig, name: str) -> Speak:
    found: Speak = getattr(rig.use, name)
    return found


def liu_of(rig: CoreRig) -> Handler:
    return Handler(user_id=7001, name="刘敏", unit_id=rig.unit.id)


async def test_a_claim_accepts_the_case_and_tells_its_author(rig: CoreRig) -> None:
    case_id = await rig.submitted()
    rig.clock.move(timedelta(days=2))

    await rig.use.claim(rig.liu, case_id)

    case = rig.case(case_id)
    assert (case.stage, case.version, case.handler) == (Stage.ACCEPTED, 2, liu_of(rig))
    assert case.accepted_at == START + timedelta(days=2)
    answer = local_day(START, SHANGHAI) + timedelta(days=2 + ANSWER_DAYS)
    assert local_day(case.promises.answer_by, SHANGHAI) == answer
    notice, card = rig.items[-2:]
    assert (notice.chat_id, notice.role) == (rig.wang.telegram_id, LinkRole.RESIDENT_COPY)
    assert notice.spec is not None
    assert notice.spec.args == {
        "number": case.number,
        "unit": "幸福社区",
        "name": "刘敏",
        "reply": local_day(case.promises.reply_by, SHANGHAI),
        "answer": answer,
    }
    assert card.dedupe == f"card:{case_id}:{rig.desk.chat_id}:2"
    assert rig.tables.audit[-1].action == "petition.claimed"
    assert rig.history(case_id)[-1].actor_name == "刘敏"


@pytest.mark.parametrize(("after", "key"), [(0, "notice-accepted"), (1, "notice-accepted-late")])
async def test_a_day_that_is_past_is_not_promised_again(rig: CoreRig, after: int, key: str) -> None:
    case_id = await rig.submitted()
    last = local_day(rig.case(case_id).promises.reply_by, SHANGHAI)
    rig.clock.move(last - local_day(START, SHANGHAI) + timedelta(days=after))

    await rig.use.claim(rig.liu, case_id)

    assert rig.said(rig.wang.telegram_id) == ["receipt", key]


async def test_the_second_to_claim_is_told_who_was_first(rig: CoreRig) -> None:
    case_id = await rig.submitted()
    await rig.use.claim(rig.liu, case_id)
    before = (rig.keys, rig.case(case_id))

    with pytest.raises(ConflictError, match=r"^claimed-by$") as late:
        await rig.use.claim(rig.chen, case_id)
    with pytest.raises(ConflictError, match=r"^claimed-by-you$"):
        await rig.use.claim(rig.liu, case_id)

    assert late.value.args_for_text == {"name": "刘敏"}
    assert (rig.keys, rig.case(case_id)) == before


async def test_a_withdrawn_case_cannot_be_claimed(rig: CoreRig) -> None:
    case_id = await rig.submitted()
    await rig.use.withdraw(rig.wang, case_id)

    with pytest.raises(DomainError, match="case-stage-withdrawn"):
        await rig.use.claim(rig.liu, case_id)


@pytest.mark.parametrize(("name", "event", "stage", "key"), SPEAKING)
async def test_whoever_speaks_first_takes_the_case(
    rig: CoreRig, name: str, event: Event, stage: Stage, key: str
) -> None:
    case_id = await rig.submitted()

    await speak(rig, name)(rig.liu, case_id, words("明天来修"))

    case = rig.case(case_id)
    assert (case.stage, case.version) == (stage, 3)
    assert case.handler == liu_of(rig)
    assert [row.event for row in rig.history(case_id)] == [Event.SUBMIT, Event.CLAIM, event]
    assert rig.said(rig.wang.telegram_id) == ["receipt", "notice-accepted", key]


@pytest.mark.parametrize(("name", "event", "stage", "key"), SPEAKING)
async def test_a_colleague_may_speak_in_a_case_that_stays_the_first_ones(
    rig: CoreRig, name: str, event: Event, stage: Stage, key: str
) -> None:
    case_id = await rig.submitted()
    await rig.use.claim(rig.liu, case_id)

    await speak(rig, name)(rig.chen, case_id, words("明天来修"))

    case = rig.case(case_id)
    assert (case.stage, case.handler) == (stage, liu_of(rig))
    assert rig.sent_to(rig.wang)[-1].spec is not None
    assert rig.said(rig.wang.telegram_id)[-1] == key
    assert (rig.history(case_id)[-1].event, rig.history(case_id)[-1].actor_id) == (event, "7002")


async def test_a_reply_reaches_the_author_and_its_writer_will_see_that_it_did(rig: CoreRig) -> None:
    case_id = await rig.submitted()
    await rig.use.claim(rig.liu, case_id)

    await rig.use.reply(rig.liu, case_id, words("明天来修", message_id=77))

    (message,) = rig.messages(case_id)
    reply, card = rig.items[-2:]
    assert (message.author, message.source) == (Author.STAFF, f"tg:{rig.desk.chat_id}:77")
    assert (reply.chat_id, reply.role, reply.case_message_id) == (
        rig.wang.telegram_id,
        LinkRole.RESIDENT_COPY,
        message.id,
    )
    assert (reply.origin_chat, reply.reply_to) == (rig.desk.chat_id, 77)
    assert card.dedupe == f"card:{case_id}:{rig.desk.chat_id}:3"
    link = rig.tables.links[rig.desk.chat_id, words(message_id=77).message_id]
    assert (link.petition_id, link.role, link.case_message_id) == (case_id, LinkRole.STAFF_MESSAGE, message.id)


async def test_every_part_of_a_long_reply_knows_its_writer_and_the_last_has_the_buttons(rig: CoreRig) -> None:
    case_id = await rig.submitted()
    await rig.use.claim(rig.liu, case_id)

    await rig.use.reply(rig.liu, case_id, words("修" * 8_000, message_id=77))

    parts = [item for item in rig.sent_to(rig.wang) if item.dedupe.startswith("reply:")]
    assert [(item.origin_chat, item.reply_to) for item in parts] == [(rig.desk.chat_id, 77)] * 3
    assert [bool(item.spec and item.spec.buttons) for item in parts] == [False, False, True]
    assert "".join(str(item.spec.args["text"]) for item in parts if item.spec) == "修" * 8_000


@pytest.mark.parametrize("name", ["reply", "ask", "answer", "note"])
async def test_the_same_message_twice_is_said_once(rig: CoreRig, name: str) -> None:
    case_id = await rig.submitted()
    said = words("明天来修")
    await speak(rig, name)(rig.liu, case_id, said)
    before = (rig.keys, rig.case(case_id), len(rig.history(case_id)))

    assert await speak(rig, name)(rig.liu, case_id, said) == rig.case(case_id)

    assert (rig.keys, rig.case(case_id), len(rig.history(case_id))) == before
    assert len(rig.messages(case_id)) == 1


@pytest.mark.parametrize("name", ["reply", "ask", "answer", "note"])
async def test_nothing_to_see_is_nothing_to_say(rig: CoreRig, name: str) -> None:
    case_id = await rig.submitted()

    with pytest.raises(DomainError, match="message-empty"):
        await speak(rig, name)(rig.liu, case_id, words("\u2060 "))
    assert rig.case(case_id).version == 1


@pytest.mark.parametrize("name", ["reply", "ask", "answer", "note"])
async def test_words_from_another_chat_do_nothing(rig: CoreRig, name: str) -> None:
    case_id = await rig.submitted()
    before = rig.keys

    with pytest.raises(NotFoundError, match="case-unknown"):
        await speak(rig, name)(rig.stranger, case_id, words())
    del rig.tables.staff_chats[rig.desk.chat_id]
    with pytest.raises(NotFoundError, match="chat-not-bound"):
        await speak(rig, name)(rig.liu, case_id, words())

    assert rig.keys == before
    assert rig.case(case_id).version == 1


async def test_presses_from_another_chat_do_nothing(rig: CoreRig) -> None:
    case_id = await rig.submitted()
    for actor, code in ((rig.stranger, "case-unknown"), (rig.liu, "chat-not-bound")):
        if code == "chat-not-bound":
            del rig.tables.staff_chats[rig.desk.chat_id]
        for attempt in (
            rig.use.claim(actor, case_id),
            rig.use.close(actor, case_id),
            rig.use.prompt(actor, case_id, LinkRole.PROMPT_REPLY, press="p"),
        ):
            with pytest.raises(NotFoundError, match=code):
                await attempt
    with pytest.raises(NotFoundError, match="chat-not-bound"):
        await rig.use.claim(rig.liu, PetitionId("absent"))
    assert rig.case(case_id).version == 1


async def test_a_note_stays_inside_and_takes_nothing(rig: CoreRig) -> None:
    case_id = await rig.submitted()

    await rig.use.note(rig.liu, case_id, words("他去年也来过", message_id=78))

    case = rig.case(case_id)
    assert (case.stage, case.version, case.handler) == (Stage.SUBMITTED, 2, None)
    assert [message.author for message in rig.messages(case_id)] == [Author.NOTE]
    assert rig.said(rig.wang.telegram_id) == ["receipt"]
    word = rig.items[-2]
    assert word.spec is not None
    assert (word.spec.key, word.reply_to) == ("staff-note-kept", 78)
    assert not any("他去年也来过" in str(item.spec) for item in rig.items)


async def test_a_note_can_still_be_kept_on_a_finished_case(rig: CoreRig) -> None:
    case_id = await rig.submitted()
    await rig.use.withdraw(rig.wang, case_id)

    await rig.use.note(rig.liu, case_id, words("电话里说清楚了"))

    assert rig.case(case_id).stage is Stage.WITHDRAWN


@pytest.mark.parametrize("name", ["reply", "ask", "answer"])
async def test_a_closed_case_is_silent(rig: CoreRig, name: str) -> None:
    case_id = await rig.submitted()
    await rig.use.answer(rig.liu, case_id, words())
    await rig.use.close(rig.liu, case_id)
    before = rig.keys

    with pytest.raises(DomainError, match="case-stage-closed"):
        await speak(rig, name)(rig.liu, case_id, words())
    assert rig.keys == before


async def test_after_the_answer_nothing_more_is_asked(rig: CoreRig) -> None:
    case_id = await rig.submitted()
    await rig.use.answer(rig.liu, case_id, words())

    with pytest.raises(DomainError, match="case-stage-answered"):
        await rig.use.ask(rig.liu, case_id, words())


async def test_an_answer_comes_before_closing(rig: CoreRig) -> None:
    case_id = await rig.submitted()
    for _ in range(2):
        with pytest.raises(DomainError, match="answer-first"):
            await rig.use.close(rig.liu, case_id)
        await rig.use.reply(rig.liu, case_id, words())
    await rig.use.answer(rig.liu, case_id, words())

    await rig.use.close(rig.liu, case_id)

    case = rig.case(case_id)
    assert (case.stage, case.closed_at) == (Stage.CLOSED, rig.clock.now())
    assert rig.said(rig.wang.telegram_id)[-1] == "notice-closed"
    assert rig.tables.audit[-1].action == "petition.closed"
    last = rig.sent_to(rig.wang)[-1].spec
    assert last is not None
    assert [button.label for row in last.buttons for button in row] == ["button-show-case"]


async def test_closing_twice_is_one_closing(rig: CoreRig) -> None:
    case_id = await rig.submitted()
    await rig.use.answer(rig.liu, case_id, words())
    await rig.use.close(rig.liu, case_id)
    before = (rig.keys, rig.case(case_id))

    await rig.use.close(rig.chen, case_id)

    assert (rig.keys, rig.case(case_id)) == before


async def test_a_withdrawn_case_cannot_be_closed(rig: CoreRig) -> None:
    case_id = await rig.submitted()
    await rig.use.withdraw(rig.wang, case_id)

    with pytest.raises(DomainError, match="case-stage-withdrawn"):
        await rig.use.close(rig.liu, case_id)
