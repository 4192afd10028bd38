"""Petitions of several people: joining, leaving, speaking, being told, being counted, and merging."""

from collections.abc import Awaitable

import pytest

from core.abuse.model import REASONS, BlockReason
from core.petitions.judging import answers_before
from core.petitions.model import Event, Kind, Stage
from core.shared.actor import ResidentActor
from core.shared.errors import AppError
from core.shared.ids import MessageId, PetitionId
from core.together.model import MAX_REPRESENTATIVES, Part
from tests.core_rig import CoreRig, a_draft, actor_of, an_anonymous_draft, words
from tests.factories.cases import a_resident
from tests.fakes.world import START

pytestmark = pytest.mark.unit


def neighbour(rig: CoreRig, name: str) -> ResidentActor:
    resident = a_resident(rig.unit, name=name).agrees(START).agrees_to_transfer(START)
    rig.database.committed.residents[resident.id] = resident
    return actor_of(resident)


async def opened(rig: CoreRig, text: str = "电梯坏了三天没人修") -> tuple[PetitionId, str]:
    case = (await rig.use.submit(rig.wang, a_draft(parts=[text]))).petition_id
    await rig.use.together.sign.open(rig.wang, case)
    return case, rig.database.committed.collectives[case].invite


def told(rig: CoreRig, who: ResidentActor) -> list[str]:
    return [item.spec.key for item in rig.sent_to(who) if item.spec]


async def refused(awaited: Awaitable[object]) -> str:
    with pytest.raises(AppError) as caught:
        await awaited
    return caught.value.code


async def shown(rig: CoreRig, case: PetitionId) -> int:
    view = await rig.cards.card(case, rig.desk.chat_id)
    assert view is not None
    return view.signers


async def test_everybody_is_counted_once_and_may_leave() -> None:
    rig = CoreRig()
    case, invite = await opened(rig)
    await rig.use.together.sign.open(rig.wang, case)
    assert await shown(rig, case) == 1
    for who in (rig.zhao, rig.zhao, rig.wang):
        assert await rig.use.together.sign.join(who, invite) == case
    assert await shown(rig, case) == 2
    assert [each.id for each in await rig.use.together.sign.mine(rig.zhao)] == [case]
    assert await rig.use.together.sign.mine(rig.wang) == []
    assert (await rig.use.together.sign.see(rig.zhao, case)).signers == ()
    assert [each.name for each in (await rig.use.together.sign.see(rig.wang, case)).signers] == ["赵强"]
    await rig.use.together.sign.leave(rig.zhao, case)
    assert await shown(rig, case) == 1
    assert await refused(rig.use.together.sign.see(rig.zhao, case)) == "case-unknown"
    assert await refused(rig.use.together.sign.leave(rig.wang, case)) == "case-unknown"
    assert await refused(rig.use.together.sign.join(rig.zhao, "?")) == "together-link-unknown"


async def test_what_bears_no_name_or_is_over_is_not_opened() -> None:
    rig = CoreRig()
    case, invite = await opened(rig)
    await rig.use.together.sign.join(rig.zhao, invite)
    await rig.use.withdraw(rig.wang, case)
    assert "together-progress" in told(rig, rig.zhao)
    assert await refused(rig.use.together.sign.leave(rig.zhao, case)) == "together-closed"
    late = neighbour(rig, "晚来的")
    assert await refused(rig.use.together.sign.join(late, invite)) == "together-closed"
    other = await rig.submitted(kind=Kind.SERVICE)
    assert await refused(rig.use.together.sign.open(rig.wang, other)) == "together-kind"
    assert await refused(rig.use.together.sign.open(rig.zhao, other)) == "case-unknown"


async def test_signers_hear_each_stage_and_the_answer_once_and_speakers_hear_all() -> None:
    rig = CoreRig()
    case, invite = await opened(rig)
    signer, speaker = rig.zhao, neighbour(rig, "代表")
    for who in (signer, speaker):
        await rig.use.together.sign.join(who, invite)
    assert await refused(rig.use.add_to_case(speaker, case, "我也说", [], source="s0")) == "case-unknown"
    await rig.use.together.sign.ask(rig.wang, case, speaker.resident_id)
    assert "together-asked" in told(rig, speaker)
    assert await refused(rig.use.together.sign.speak(signer, case)) == "case-unknown"
    await rig.use.together.sign.speak(speaker, case)
    await rig.use.claim(rig.liu, case)
    await rig.use.reply(rig.liu, case, words("已经叫人去看", message_id=MessageId(1)))
    await rig.use.add_to_case(speaker, case, "我也说一句", [], source="s1")
    await rig.use.answer(rig.liu, case, words("修好了", message_id=MessageId(2)))
    await rig.use.close(rig.liu, case)
    assert told(rig, signer) == ["together-progress", "case-answer", "together-progress"]
    assert told(rig, speaker) == [
        "together-asked",
        "together-progress",
        "case-reply",
        "case-answer",
        "together-progress",
    ]
    assert (await rig.use.see.own(speaker, case)).petition.stage is Stage.CLOSED
    assert await refused(rig.use.see.own(signer, case)) == "case-unknown"


async def test_what_is_taken_back_reaches_no_signer() -> None:
    rig = CoreRig(undo_seconds=10)
    case, invite = await opened(rig)
    await rig.use.together.sign.join(rig.zhao, invite)
    await rig.use.claim(rig.liu, case)
    await rig.use.answer(rig.liu, case, words("说错了", message_id=MessageId(5)))
    held = [row for row in rig.database.committed.outbox.values() if row.held]
    assert {row.item.chat_id for row in held} == {rig.wang.telegram_id, rig.zhao.telegram_id}
    await rig.use.undo(rig.liu, MessageId(77_000))
    assert not [row for row in rig.database.committed.outbox.values() if row.held]


async def test_five_speak_at_most() -> None:
    rig = CoreRig()
    case, invite = await opened(rig)
    people = [neighbour(rig, f"邻居{n}") for n in range(MAX_REPRESENTATIVES)]
    for who in people:
        await rig.use.together.sign.join(who, invite)
    for who in people[:-1]:
        await rig.use.together.sign.ask(rig.wang, case, who.resident_id)
    last = people[-1].resident_id
    assert await refused(rig.use.together.sign.ask(rig.wang, case, last)) == "together-speakers-full"


async def test_only_the_handler_sees_names_and_each_look_is_written_down() -> None:
    rig = CoreRig()
    case, invite = await opened(rig)
    await rig.use.together.sign.join(rig.zhao, invite)
    look = rig.use.together.signers
    assert await refused(look(rig.liu, case, 0)) == "signers-not-yours"
    await rig.use.claim(rig.liu, case)
    assert await refused(look(rig.chen, case, 0)) == "signers-not-yours"
    assert [each.name for each in await look(rig.liu, case, 0)] == ["王秀英", "赵强"]
    assert (await look.pages(rig.liu, case))[1] == 1
    assert rig.database.committed.audit[-1].action == "identity.looked"


async def test_whoever_is_erased_stays_counted_without_a_name() -> None:
    rig = CoreRig()
    case, invite = await opened(rig)
    await rig.use.together.sign.join(rig.zhao, invite)
    await rig.use.privacy.erase(rig.zhao, {})
    assert await shown(rig, case) == 2
    left = [each for each in rig.database.committed.signatures.values() if each.part is Part.SIGNER]
    assert [(each.resident_id, each.person == rig.zhao.resident_id) for each in left] == [(None, False)]


async def two_alike(rig: CoreRig) -> tuple[PetitionId, PetitionId]:
    first = (await rig.use.submit(rig.wang, a_draft(parts=["3号楼电梯坏了三天没人修"]))).petition_id
    second = (await rig.use.submit(rig.zhao, a_draft(parts=["3号楼的电梯坏了没人来修"]))).petition_id
    await rig.use.submit(rig.zhao, a_draft(parts=["广场舞音乐半夜太吵"]))
    return first, second


async def test_what_is_alike_is_offered_merged_answered_together_and_parted_again() -> None:
    rig = CoreRig()
    first, second = await two_alike(rig)
    merge = rig.use.together.merge
    assert [each.id for each in (await merge.alike(rig.liu, second)).cases] == [first]
    await merge(rig.liu, second, first)
    assert await shown(rig, first) == 2
    assert (await merge.alike(rig.liu, second)).main is not None
    assert await refused(merge(rig.liu, second, first)) == "together-merged"
    assert await refused(merge(rig.liu, first, second)) == "merge-main"
    await merge.undo(rig.liu, second, words("不是一件事", message_id=MessageId(7)))
    assert await refused(merge.undo(rig.liu, second, words("再来", message_id=MessageId(8)))) == "merge-none"
    assert [row.event for row in rig.history(second)][-1] is Event.UNMERGE
    await merge(rig.liu, second, first)
    await rig.use.claim(rig.liu, first)
    await rig.use.answer(rig.liu, first, words("修好了", message_id=MessageId(9)))
    await rig.use.close(rig.liu, first)
    assert rig.case(second).stage is Stage.CLOSED
    answers = [item for item in rig.sent_to(rig.zhao) if item.spec and item.spec.key == "case-answer"]
    assert [item.spec.args["number"] for item in answers if item.spec] == [rig.case(second).number]
    view = await rig.use.see.own(rig.zhao, second)
    assert "修好了" in [message.text for message in view.messages]


async def test_what_has_gone_elsewhere_does_not_end_with_its_main_case() -> None:
    """As rows may stand that were merged before such a case was parted at once."""
    rig = CoreRig()
    first, second = await two_alike(rig)
    await rig.use.together.merge(rig.liu, second, first)
    rig.at_stage(second, unit_id=rig.street.id)
    await rig.use.claim(rig.liu, first)
    await rig.use.answer(rig.liu, first, words("修好了", message_id=MessageId(9)))
    await rig.use.close(rig.liu, first)

    assert rig.case(second).stage is Stage.SUBMITTED
    assert "notice-closed" not in told(rig, rig.zhao)


async def test_a_merged_cases_answer_is_no_verdict_of_anything() -> None:
    rig = CoreRig()
    first, second = await two_alike(rig)
    await rig.use.together.merge(rig.liu, second, first)
    await rig.use.claim(rig.liu, first)
    await rig.use.answer(rig.liu, first, words("修好了", message_id=MessageId(9)))
    await rig.use.close(rig.liu, first)

    assert answers_before(rig.history(second), ()) == ""


async def test_whoever_speaks_for_a_petition_is_blocked_or_not_by_their_own_name() -> None:
    rig = CoreRig()
    case, invite = await opened(rig)
    await rig.use.together.sign.join(rig.zhao, invite)
    own = (await rig.use.submit(rig.zhao, a_draft(parts=["广场舞音乐半夜太吵"]))).petition_id
    await rig.use.together.sign.ask(rig.wang, case, rig.zhao.resident_id)
    await rig.use.together.sign.speak(rig.zhao, case)
    await rig.use.abuse.block(rig.liu, own, REASONS.index(BlockReason.FLOOD), 7)

    assert await refused(rig.use.add_to_case(rig.zhao, case, "再说一句", [], source="s1")) == "writing-paused"
    await rig.use.add_to_case(rig.wang, case, "发起人的话", [], source="s2")


async def test_an_unnamed_case_merged_into_a_named_one_reveals_nothing() -> None:
    rig = CoreRig()
    named = a_draft(kind=Kind.SUGGESTION, parts=["3号楼电梯坏了三天没人修"])
    first = (await rig.use.submit(rig.wang, named)).petition_id
    draft = an_anonymous_draft(parts=["3号楼电梯坏了三天没人修"])
    unnamed = (await rig.use.submit(rig.zhao, draft)).petition_id
    await rig.use.together.merge(rig.liu, unnamed, first)
    signed = [each for each in rig.database.committed.signatures.values() if each.petition_id == unnamed]
    assert [each.resident_id for each in signed] == [None]
    assert await shown(rig, first) == 2
    assert not [key for key in told(rig, rig.wang) if "merge" in key]
    again = an_anonymous_draft(parts=["3号楼电梯坏了三天没人修"], code="ZZZZ-EFGH-JKLM")
    another = (await rig.use.submit(rig.zhao, again)).petition_id
    await rig.use.together.merge(rig.liu, another, first)
    assert await shown(rig, first) == 3  # two without a name are two


async def test_the_same_person_in_both_is_one() -> None:
    rig = CoreRig()
    first, second = await two_alike(rig)
    await rig.use.together.sign.open(rig.wang, first)
    await rig.use.together.sign.join(rig.zhao, rig.database.committed.collectives[first].invite)
    await rig.use.together.merge(rig.liu, second, first)
    assert await shown(rig, first) == 2
    await rig.use.privacy.erase(
        rig.zhao, {p.petition_id: p.code for p in await rig.use.privacy.erase.prepare(rig.zhao)}
    )
    assert await shown(rig, first) == 2
