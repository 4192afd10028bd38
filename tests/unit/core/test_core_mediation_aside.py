"""What one party of a mediation says, or is told, never reaches the other."""

from dataclasses import replace
from typing import Any

import pytest

from core.petitions.model import Event
from core.petitions.words import StaffWords
from core.shared.ids import MessageId
from core.shared.link_roles import LinkRole
from tests.core_rig import CoreRig, words
from tests.fakes.database import Link
from tests.unit.core.test_core_mediation import willing

pytestmark = pytest.mark.unit


async def test_nobody_reads_what_the_other_party_says_or_is_told() -> None:
    rig = CoreRig()
    case = await willing(rig)
    await rig.use.add_to_case(rig.wang, case, "我的话", [], source="s1")
    await rig.use.add_to_case(rig.zhao, case, "对方的话", [], source="s2")
    await rig.use.claim(rig.liu, case)
    await rig.use.reply(rig.liu, case, words("给双方", message_id=MessageId(1)))
    await rig.use.mediation.to_asker(rig.liu, case, words("只给申请人", message_id=MessageId(2)))
    await rig.use.mediation.to_other(rig.liu, case, words("只给对方", message_id=MessageId(3)))

    mine = [m.text for m in (await rig.use.see.own(rig.wang, case)).messages]
    theirs = [m.text for m in (await rig.use.mediation.parties.see(rig.zhao, case)).messages]
    assert mine == ["我的话", "给双方", "只给申请人"]
    assert theirs == ["对方的话", "给双方", "只给对方"]
    assert all("对方的话" not in str(item) and "只给对方" not in str(item) for item in rig.sent_to(rig.wang))
    assert all("我的话" not in str(item) and "只给申请人" not in str(item) for item in rig.sent_to(rig.zhao))
    here = [item.spec for item in rig.items if item.chat_id == rig.desk.chat_id and item.spec]
    adds = [spec.key for spec in here if "对方的话" in str(spec.args)]
    assert adds == ["gm-staff-other-adds"]
    assert Event.GM_ADDS not in {row.event for row in (await rig.use.see.own(rig.wang, case)).history}


async def test_what_answers_goes_on_with_or_corrects_one_partys_words_stays_with_that_party() -> None:
    rig = CoreRig(undo_seconds=0)
    case = await willing(rig)
    await rig.use.claim(rig.liu, case)
    await rig.use.add_to_case(rig.zhao, case, "对方的话", [], source="s2")
    (theirs,) = [m for m in rig.messages(case) if m.text == "对方的话"]
    chat = rig.desk.chat_id
    link = Link(petition_id=case, role=LinkRole.CASE_TEXT, case_message_id=theirs.id)
    rig.database.committed.links[chat, MessageId(50)] = link
    long = "长" * 2_100

    def said(text: str, at: int, **more: Any) -> StaffWords:
        return replace(words(text, message_id=MessageId(at)), **more)

    await rig.use.reply(rig.liu, case, said("答对方", 60, answers=50, quotes=True))
    await rig.use.mediation.to_other(rig.liu, case, said(long, 70))
    await rig.use.reply(rig.liu, case, said("剩下的", 71))
    await rig.use.reply(rig.liu, case, said("改过的", 60, edition=5))
    await rig.use.reply(rig.liu, case, said("引来信", 80, answers=49, quotes=True))
    await rig.use.reply(rig.liu, case, said("给双方", 90, answers=49))
    mine = [m.text for m in (await rig.use.see.own(rig.wang, case)).messages]
    theirs_now = [m.text for m in (await rig.use.mediation.parties.see(rig.zhao, case)).messages]
    assert mine == ["引来信", "给双方"]
    assert [text[:3] for text in theirs_now] == ["对方的", "答对方", "长长长", "剩下的", "✏️ "[:3], "给双方"]
    assert [key for key in rig.said(chat) if key.startswith("gm-staff-only")] == [
        *["gm-staff-only-other"] * 4,
        "gm-staff-only-asker",
    ]
