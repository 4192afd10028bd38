"""“Others reported this: join?” – only with the author's yes and the staff's line, and no word is lost."""

from dataclasses import replace

import pytest

from core.abuse.model import REASONS, BlockReason
from core.petitions.model import Event, Kind, Stage
from core.petitions.party import PartyRole
from core.shared.actor import ResidentActor
from core.shared.ids import PetitionId
from core.shared.marks import CONTACT, Mark
from core.together.model import Part
from core.together.neighbours import MAX_LINE, line_of
from tests.core_rig import CoreRig, a_draft, a_group_below, an_anonymous_draft, words
from tests.factories.cases import a_roster_entry, a_unit
from tests.unit.core.test_together import neighbour, refused, shown, told

pytestmark = pytest.mark.unit
TEXT = "3号楼电梯坏了三天没人修"
LIKE = "3号楼的电梯坏了没人来修"
LINE = "3号楼电梯坏了，已在联系维修"


async def a_line(rig: CoreRig, line: str = LINE, **given: object) -> PetitionId:
    """王秀英's case, of which neighbours are told."""
    case = (await rig.use.submit(rig.wang, a_draft(**{"parts": [TEXT], **given}))).petition_id
    await rig.use.together.allow(rig.wang, case)
    await rig.use.together.show(rig.liu, case, words(line))
    return case


async def lines(rig: CoreRig, who: ResidentActor, text: str = LIKE, **given: object) -> list[str]:
    return [each.line for each in await rig.use.together.reported.like(who, a_draft(**{"parts": [text], **given}))]


async def test_nothing_is_shown_before_author_and_staff_have_said_yes() -> None:
    rig = CoreRig()
    case = (await rig.use.submit(rig.wang, a_draft(parts=[TEXT]))).petition_id
    assert await lines(rig, rig.zhao) == []
    assert await refused(rig.use.together.show(rig.liu, case, words(LINE))) == "neighbours-not-allowed"
    assert await refused(rig.use.together.reported(rig.zhao, case)) == "reported-gone"

    await rig.use.together.allow(rig.wang, case)
    await rig.use.together.allow(rig.wang, case)
    assert await lines(rig, rig.zhao) == []
    assert rig.said(rig.desk.chat_id).count("staff-neighbours-allowed") == 1

    await rig.use.together.show(rig.liu, case, words(LINE))
    assert await lines(rig, rig.zhao) == [LINE]
    assert await lines(rig, rig.wang) == []
    notice = rig.sent_to(rig.wang)[-1].spec
    assert notice is not None
    assert (notice.key, notice.args["line"]) == ("notice-neighbours-shown", LINE)


async def test_taken_back_by_the_author_it_is_hidden_at_once_and_who_joined_stays() -> None:
    rig = CoreRig()
    case = await a_line(rig)
    await rig.use.together.reported(rig.zhao, case)
    late = neighbour(rig, "晚来的")
    assert await lines(rig, late) == [LINE]
    for _ in range(2):
        await rig.use.together.allow.take_back(rig.wang, case)
    assert await lines(rig, late) == []
    assert await refused(rig.use.together.reported(late, case)) == "reported-gone"
    assert rig.said(rig.desk.chat_id).count("staff-neighbours-refused") == 1
    assert await shown(rig, case) == 2
    assert await refused(rig.use.together.allow.take_back(rig.zhao, case)) == "case-unknown"
    assert await refused(rig.use.together.allow(rig.zhao, case)) == "case-unknown"


async def test_staff_take_it_down_and_the_author_is_told() -> None:
    rig = CoreRig()
    case = await a_line(rig)
    for _ in range(2):
        await rig.use.together.show.take_down(rig.liu, case)
    assert await lines(rig, rig.zhao) == []
    assert told(rig, rig.wang).count("notice-neighbours-hidden") == 1
    _, line = await rig.use.together.allow.see(rig.wang, case)
    assert line is not None
    assert line.line == ""
    await rig.use.together.show(rig.liu, case, words("换一句"))
    assert await lines(rig, rig.zhao) == ["换一句"]


@pytest.mark.parametrize("kind", [Kind.SERVICE, Kind.CALLBACK, Kind.PROPOSAL])
async def test_kinds_that_never_gather_are_neither_allowed_nor_shown(kind: Kind) -> None:
    rig = CoreRig()
    case = await a_line(rig)
    rig.at_stage(case, kind=kind)
    assert await refused(rig.use.together.show(rig.liu, case, words(LINE))) == "together-kind"
    other = (await rig.use.submit(rig.wang, a_draft(parts=[TEXT]))).petition_id
    rig.at_stage(other, kind=kind)
    assert await refused(rig.use.together.allow(rig.wang, other)) == "together-kind"
    rig.at_stage(case, kind=Kind.COMPLAINT)
    assert await lines(rig, rig.zhao, kind=kind) == []


async def test_without_a_name_nobody_is_asked() -> None:
    rig = CoreRig()
    await a_line(rig, kind=Kind.SUGGESTION)
    assert await rig.use.together.reported.like(rig.zhao, an_anonymous_draft(parts=[LIKE])) == []
    assert await lines(rig, rig.zhao, kind=Kind.SUGGESTION) == [LINE]


async def test_what_is_over_or_has_gone_to_another_unit_is_not_shown() -> None:
    rig = CoreRig()
    case = await a_line(rig)
    rig.at_stage(case, stage=Stage.CLOSED)
    assert await lines(rig, rig.zhao) == []
    rig.at_stage(case, stage=Stage.SUBMITTED)
    await rig.use.flow.escalate(rig.liu, case, words("归街道"))
    assert await lines(rig, rig.zhao) == []
    await rig.use.together.show(rig.stranger, case, words("全街道的事"))
    assert await lines(rig, rig.zhao) == ["全街道的事"]


async def test_it_is_shown_to_those_of_the_unit_and_below_it_only() -> None:
    rig = CoreRig()
    await a_line(rig)
    below, beside = a_group_below(rig), a_unit(parent_id=rig.street.id)
    rig.tables.units[beside.id] = beside
    group = rig.tables.units[below.unit_id]
    for unit, expected in ((group, [LINE]), (beside, [])):
        resident = rig.tables.residents[rig.zhao.resident_id]
        rig.tables.residents[rig.zhao.resident_id] = replace(resident, unit_id=unit.id)
        assert await lines(rig, rig.zhao) == expected


async def test_what_is_another_matter_is_not_shown() -> None:
    rig = CoreRig()
    await a_line(rig)
    assert await lines(rig, rig.zhao, "广场舞音乐半夜太吵") == []


async def test_what_reads_like_the_line_is_found_though_its_author_wrote_otherwise() -> None:
    rig = CoreRig()
    line = "3号楼*单元楼道灯不亮，正在修"  # as it is shown: which stair it is tells who wrote
    case = await a_line(rig, line.replace("*", "2"), parts=["晚上摸黑上楼，老人差点摔跤"])
    assert await lines(rig, rig.zhao, "3号楼2单元楼道灯不亮") == [line]
    assert await lines(rig, rig.zhao, "晚上摸黑上楼，差点摔跤") == [line]
    await rig.use.together.show.take_down(rig.liu, case)
    assert await lines(rig, rig.zhao, "3号楼2单元楼道灯不亮") == []


async def test_whoever_joins_is_counted_once_and_not_asked_again() -> None:
    rig = CoreRig()
    case = await a_line(rig)
    for _ in range(2):
        await rig.use.together.reported(rig.zhao, case)
    assert await shown(rig, case) == 2
    assert [s.part for s in rig.tables.signatures.values() if s.resident_id == rig.zhao.resident_id] == [Part.SIGNER]
    assert await lines(rig, rig.zhao) == []


async def test_what_was_typed_goes_along_without_a_name_once() -> None:
    rig = CoreRig()
    case = await a_line(rig)
    draft = a_draft(parts=[LIKE, "我家老人下不了楼"])
    await rig.use.together.reported(rig.zhao, case)
    for _ in range(2):
        await rig.use.together.reported.add_words(rig.zhao, case, draft)
    said = [message for message in rig.messages(case) if "下不了楼" in message.text]
    assert [(each.author_name, str(rig.zhao.telegram_id) in each.source) for each in said] == [("", False)]
    assert rig.said(rig.desk.chat_id).count("staff-signer-adds") == 1
    last = rig.history(case)[-1]
    assert (last.event, last.actor_id, last.actor_name) == (Event.NOTE, "", "")
    assert "下不了楼" not in str((await rig.use.see.own(rig.wang, case)).messages)
    other = neighbour(rig, "没加入的")
    assert await refused(rig.use.together.reported.add_words(other, case, a_draft(parts=["我也"]))) == "case-unknown"


async def test_another_desk_is_told_of_such_words_as_of_a_signers() -> None:
    rig = CoreRig()
    case = await a_line(rig)
    await rig.use.together.reported(rig.zhao, case)
    await rig.use.together.reported.add_words(rig.zhao, case, a_draft(parts=["我家老人下不了楼"]))
    rig.tables.outbox.clear()  # all of it has been sent
    await rig.use.flow.escalate(rig.liu, case, words("归街道"))
    assert rig.said(rig.other_desk.chat_id).count("staff-signer-adds") == 1


async def test_whoever_may_not_write_may_join_and_adds_nothing() -> None:
    rig = CoreRig()
    case = await a_line(rig)
    own = (await rig.use.submit(rig.zhao, a_draft(parts=["广场舞音乐半夜太吵"]))).petition_id
    await rig.use.abuse.block(rig.liu, own, REASONS.index(BlockReason.FLOOD), 7)
    await rig.use.together.reported(rig.zhao, case)
    added = rig.use.together.reported.add_words(rig.zhao, case, a_draft(parts=[LIKE]))
    assert await refused(added) == "writing-paused"


async def test_an_erased_author_leaves_no_line() -> None:
    rig = CoreRig()
    case = await a_line(rig)
    codes = {each.petition_id: each.code for each in await rig.use.privacy.erase.prepare(rig.wang)}
    await rig.use.privacy.erase(rig.wang, codes)
    assert rig.tables.neighbour_lines == {}
    assert await lines(rig, rig.zhao) == []
    assert await refused(rig.use.together.reported(rig.zhao, case)) == "reported-gone"


async def test_the_line_names_nobody() -> None:
    assert line_of("3号楼2单元501室\n漏水，电话13812345678", ["王秀英"]) == "3号楼*单元***室 漏水，电话***********"
    for text, code in ((" ", "reason-empty"), ("长" * (MAX_LINE + 1), "line-too-long")):
        assert await refused(_raises(text)) == code
    rig = CoreRig()
    case = (await rig.use.submit(rig.wang, a_draft(parts=[TEXT]))).petition_id
    await rig.use.together.allow(rig.wang, case)
    assert await refused(rig.use.together.show(rig.liu, case, words("王秀英说电梯坏了"))) == "line-names-author"
    assert await lines(rig, rig.zhao) == []


async def test_the_line_has_none_of_the_names_the_author_is_known_by() -> None:
    rig = CoreRig()
    case = await a_line(rig, whose=PartyRole.OTHER, whose_name="王守义")
    entry = a_roster_entry(rig.unit, name="王秀兰", resident_id=rig.wang.resident_id)
    rig.tables.roster[entry.id] = entry
    for n, name in enumerate(("王秀英", "王秀兰", "王守义")):
        said = words(f"{name}家门口的灯坏了", message_id=100 + n)
        assert await refused(rig.use.together.show(rig.liu, case, said)) == "line-names-author"
    assert await lines(rig, rig.zhao) == [LINE]


async def test_whoever_joined_reads_what_it_is_about_and_not_who_lives_where() -> None:
    rig = CoreRig()
    text = f"我是王秀英，住3号楼2单元501室，电话13812345678。{TEXT}"
    case = await a_line(rig, parts=[text])
    await rig.use.together.reported(rig.zhao, case)
    invite = rig.tables.collectives[case].invite

    for sheet in (
        await rig.use.together.sign.see(rig.zhao, case),
        await rig.use.together.sign.invited(neighbour(rig, "有链接的"), invite),
    ):
        assert "电梯坏了三天没人修" in sheet.petition.text
        for secret in ("王秀英", "501", "13812345678"):
            assert secret not in sheet.petition.text
    assert (await rig.use.together.sign.see(rig.wang, case)).petition.text == text

    card = replace(rig.case(case), text="张三 +1 23 45 知道", marks=(Mark(CONTACT, 0, 11, "+12345\t张三\t"),))
    rig.tables.petitions[case] = card
    assert (await rig.use.together.sign.see(rig.zhao, case)).petition.text == "张三 +* ** ** 知道"


async def _raises(text: str) -> None:
    line_of(text, ["王秀英"])


async def test_a_new_card_names_what_is_like_it_and_the_desk_works_on() -> None:
    rig = CoreRig()
    first = (await rig.use.submit(rig.wang, a_draft(parts=[TEXT]))).petition_id
    await rig.use.submit(rig.wang, a_draft(parts=["广场舞音乐半夜太吵"]))
    second = (await rig.use.submit(rig.zhao, a_draft(parts=[LIKE]))).petition_id
    assert near(rig, second) == [rig.case(first).number]
    await rig.use.submit(rig.zhao, a_draft(parts=[LIKE], kind=Kind.SUGGESTION))
    assert near(rig, rig.items[-2].petition_id) == []
    rig.tables.cards.pop((first, rig.desk.chat_id))
    third = (await rig.use.submit(neighbour(rig, "邻居"), a_draft(parts=[LIKE]))).petition_id
    assert near(rig, third) == [rig.case(second).number]


async def test_a_new_card_names_three_at_most() -> None:
    rig = CoreRig()
    for n in range(5):
        last = (await rig.use.submit(neighbour(rig, f"邻居{n}"), a_draft(parts=[LIKE]))).petition_id
    assert len(near(rig, last)) == 3


async def test_what_moves_to_a_desk_is_compared_with_what_that_works_on() -> None:
    rig = CoreRig()
    there = (await rig.use.submit(rig.wang, a_draft(parts=[TEXT], to_street=True))).petition_id
    case = (await rig.use.submit(rig.zhao, a_draft(parts=[LIKE]))).petition_id
    assert near(rig, case) == []
    await rig.use.flow.escalate(rig.liu, case, words("归街道"))
    chat = rig.other_desk.chat_id
    arrived = [i for i in rig.items if i.dedupe.startswith(f"card:{case}:{chat}:")][-1]
    assert arrived.spec is not None
    assert arrived.spec.args["numbers"] == rig.case(there).number


def near(rig: CoreRig, case: PetitionId | None) -> list[str]:
    spec = next(item.spec for item in rig.items if item.petition_id == case and item.dedupe.startswith("card:"))
    return str(spec.args["numbers"]).split() if spec is not None and spec.key == "card-near" else []
