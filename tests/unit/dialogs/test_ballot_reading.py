"""What voters can read, and what does not stay in their chats."""

from datetime import timedelta

import pytest

from core.ballots.model import BallotState
from core.ballots.paper import Meeting, VoterClass
from core.people.model import Role
from tests.ballot_people import at_the_review, voter
from tests.ballot_rig import Hall
from tests.dialog_rig import DialogRig
from tests.factories.ballots import a_body, a_motion, a_paper, a_subject, an_entry
from tests.fakes.world import START

pytestmark = pytest.mark.unit


@pytest.fixture
def rig() -> DialogRig:
    return DialogRig()


@pytest.fixture
def hall(rig: DialogRig) -> Hall:
    return Hall(rig.core, a_paper(subjects=(a_body(), a_subject("group", name="三组", debrief=""))))


async def test_what_it_is_about_can_be_read_before_it_opens_and_after_one_has_voted(rig: DialogRig) -> None:
    file = await rig.core.use.blobs.put(b"%PDF")
    subjects = (a_body(), a_subject("group", name="三组", debrief=""), a_subject("third", file=file, file_name="r.pdf"))
    hall = Hall(rig.core, a_paper(subjects=subjects))
    person = voter(rig, hall)
    await hall.approves()
    await person.says("/vote")
    await person.presses("还没开始")
    await person.presses("看内容")
    assert "这一年修了路" in person.shown
    assert "（1/3）" in person.shown
    await person.presses("下一项")
    assert "（3/3）" in person.shown
    assert not any("下一项" in label for label in person.labels)
    await person.presses("返回")
    assert "开始，到时会通知您" in person.shown


async def test_who_decides_and_what_a_vote_weighs_is_told(rig: DialogRig) -> None:
    hall = Hall(rig.core, a_motion(Meeting.REPRESENTATIVES), voters=0)
    hall.people = [hall.joins(roles=frozenset({Role.RESIDENT_REPRESENTATIVE})) for _ in range(6)]
    person = rig.resident()
    await hall.approves()
    await person.says("/vote")
    await person.presses("装电梯")
    assert "三分之二以上的代表参加" in person.shown
    heavy = (
        VoterClass(name="代表", roles=frozenset({Role.RESIDENT_REPRESENTATIVE}), weight=2),
        VoterClass(name="居民"),
    )
    other = hall.adds(a_paper(title="年终测评", classes=heavy), state=BallotState.OPEN)
    assert other
    await person.says("/vote")
    await person.presses("年终测评")
    assert "计票：代表 ×2 · 居民 ×1" in person.shown


async def test_after_many_years_the_latest_are_listed_and_the_others_still_open(rig: DialogRig, hall: Hall) -> None:
    """Telegram takes no message with more than a hundred buttons."""
    old = START - timedelta(days=400)
    for number in range(120):
        end = old - timedelta(days=number)
        hall.adds(a_motion(), state=BallotState.PUBLISHED, opens_at=end - timedelta(days=1), closes_at=end)
    person = voter(rig, hall)
    await hall.opens()
    await person.says("/vote")
    assert person.labels[0].endswith("年终测评 · 等您投")
    assert len(person.labels) == 31


@pytest.mark.parametrize("leaves", ["张三不称职", "/vote", "/start", "/help", "以后再投", "sticker", "message"])
async def test_nothing_of_a_vote_stays_in_the_chat(rig: DialogRig, hall: Hall, leaves: str) -> None:
    """Whoever picks the phone up later, or wants to see a proof, finds neither grades nor receipt."""
    person = voter(rig, hall)
    await hall.opens()
    await person.says("/menu")
    told = person.windows[-1]
    await at_the_review(person)
    if leaves == "sticker":
        await person.says(sticker={"file_id": "s", "file_unique_id": "u", "type": "regular", "width": 1, "height": 1,
                                   "is_animated": False, "is_video": False})  # fmt: skip
    elif leaves == "message":
        await person.forges(f"l1:vot:{hall.ballot_id}:0", told)
    else:
        await person.says(leaves)
    said = [str(window.get("text")) for window in person.windows]
    reviews = [text for text in said if "回执码" in text]
    assert len(reviews) <= 1
    assert reviews == ([said[-1]] if reviews else [])
    if reviews:
        await person.presses("确定投出")
    assert not any("回执码" in str(window.get("text")) for window in person.windows)
    assert not any("✓ 德" in str(window.get("text")) for window in person.windows)


async def test_the_phone_number_is_taken_wherever_its_button_is_pressed(rig: DialogRig, hall: Hall) -> None:
    """The button stays below the screen when somebody goes elsewhere before pressing it."""
    person = rig.resident()
    await hall.opens()
    hashed = rig.core.secrets.keyed_hash("phone", "+8613800001999")
    entry = an_entry(hall.rig.unit, phone_hash=hashed)
    rig.core.tables.roster[entry.id] = entry
    await person.says("/vote")
    await person.presses("用手机号")
    await person.presses("出示我的手机号")
    await person.says("/start")
    card = {"phone_number": "+8613800001999", "first_name": "王"}
    await person.says(contact={**card, "user_id": person.telegram_id})
    assert rig.core.tables.roster[entry.id].resident_id is not None
    assert "年终测评" in person.labels[0]


async def test_somebody_elses_number_is_something_to_say(rig: DialogRig, hall: Hall) -> None:
    person = rig.resident()
    await hall.opens()
    await person.says("/start")
    await person.says(contact={"phone_number": "+8613800001999", "first_name": "王", "user_id": 77})
    assert "您写的是" in person.shown
