from datetime import timedelta

import pytest

from core.petitions.model import Petition
from core.petitions.places import CardPlace
from core.shared.ids import ChatId, MessageId, PetitionId, ThreadId
from core.shared.link_roles import LinkRole
from tests.core_rig import CoreRig, words
from tests.factories.cases import a_petition

pytestmark = pytest.mark.unit


def stands(rig: CoreRig, number: str) -> Petition:
    """A case with this number and a card at the desk."""
    petition = a_petition(rig.unit, number=number)
    rig.tables.petitions[petition.id] = petition
    rig.tables.cards[petition.id, rig.desk.chat_id] = _place(petition.id, rig.desk.chat_id)
    return petition


def _place(petition_id: PetitionId, chat_id: ChatId) -> CardPlace:
    return CardPlace(petition_id=petition_id, chat_id=chat_id)


@pytest.mark.parametrize(
    "typed",
    [
        "XF-2026-000123",
        "xf-2026-123",
        "XF2026-000123",
        "2026-123",
        "2026 123",
        "2026000123",
        "2026年第123号",
        "123",
        "000123",
        "№123",
        "#123.",
        " 123 ",
        "１２３",
        "ＸＦ－２０２６－０００１２３",
        "XF—2026—000123。",
        "XF-2026-OOO123",
        "xf-2O26-ooo123",
        "O00123",
        "123 那件事",
        "XF-2026-000123 三号楼 2单元",
        "123 3号楼",
        "XF 2026 123",
        "请看 123",
    ],
)
async def test_a_number_is_found_however_it_is_typed(rig: CoreRig, typed: str) -> None:
    wanted = stands(rig, "XF-2026-000123")
    stands(rig, "XF-2025-000123")

    assert await rig.use.find.by_number(typed, rig.desk.chat_id) == wanted


@pytest.mark.parametrize(
    "typed", ["XF-2025-000123", "2025-123", "2025 - 123", "ＸＦ－２０２５－１２３", "2025000123", "2025年第123号"]
)
async def test_another_year_is_another_case(rig: CoreRig, typed: str) -> None:
    """Full-width digits once lost their year, and the case of this year was shown instead."""
    stands(rig, "XF-2026-000123")
    wanted = stands(rig, "XF-2025-000123")

    assert await rig.use.find.by_number(typed, rig.desk.chat_id) == wanted


async def test_five_digits_that_look_like_a_year_are_a_number(rig: CoreRig) -> None:
    wanted = stands(rig, "XF-2026-020261")

    assert await rig.use.find.by_number("20261", rig.desk.chat_id) == wanted


@pytest.mark.parametrize("typed", ["", "   ", "灯坏了", "XF-2026-", "124", "0", "13800000123", "XF-2026-1000123"])
async def test_what_names_no_case_finds_none(rig: CoreRig, typed: str) -> None:
    stands(rig, "XF-2026-000123")

    assert await rig.use.find.by_number(typed, rig.desk.chat_id) is None


async def test_a_case_of_another_desk_is_not_found(rig: CoreRig) -> None:
    stands(rig, "XF-2026-000123")

    assert await rig.use.find.by_number("123", rig.other_desk.chat_id) is None


async def test_the_card_is_linked_once_it_stands(rig: CoreRig) -> None:
    case_id = await rig.submitted()
    assert await rig.use.find.card_link(case_id, rig.desk.chat_id) is None

    await rig.card_stands(case_id, message_id=500)

    inner = str(rig.desk.chat_id).removeprefix("-100")
    assert await rig.use.find.card_link(case_id, rig.desk.chat_id) == f"https://t.me/c/{inner}/500"
    assert await rig.use.find.card_link(case_id, rig.other_desk.chat_id) is None


async def test_a_message_and_a_topic_lead_to_their_case(rig: CoreRig) -> None:
    case_id = await rig.submitted()
    await rig.card_stands(case_id, thread_id=9)
    await rig.use.reply(rig.liu, case_id, words(message_id=77))
    chat = rig.desk.chat_id

    assert await rig.use.find.by_message(chat, MessageId(77)) == (case_id, LinkRole.STAFF_MESSAGE)
    assert await rig.use.find.by_message(rig.other_desk.chat_id, MessageId(77)) is None
    assert await rig.use.find.by_topic(chat, ThreadId(9)) == case_id
    assert await rig.use.find.by_topic(chat, ThreadId(10)) is None


async def test_the_rest_of_a_note_telegram_split_is_known_and_nothing_else(rig: CoreRig) -> None:
    """A split text comes as several messages; only the first bears the mark."""
    case_id = await rig.submitted()
    await rig.card_stands(case_id)
    await rig.use.note(rig.liu, case_id, words("机密" * 2_040, 100))
    await rig.use.note(rig.liu, case_id, words("短的备注", 200))

    goes_on, now = rig.use.find.goes_on_with_note, rig.clock.now()
    assert await goes_on(rig.liu, MessageId(101), now)
    assert await goes_on(rig.liu, MessageId(101), now - timedelta(hours=3)), "both read long after an outage"
    assert not await goes_on(rig.liu, MessageId(101), now + timedelta(minutes=2)), "a reply that comes later"
    assert not await goes_on(rig.liu, MessageId(201), now), "a new message after a short note"
    assert not await goes_on(rig.chen, MessageId(101), now), "a colleague's own message"


@pytest.mark.parametrize("typed", ["XF-2026-000123", "xf2026 123", "2026000123", "123", " №000123。", "１２３"])
async def test_the_number_of_an_own_case_is_enough(rig: CoreRig, typed: str) -> None:
    case = a_petition(rig.unit, number="XF-2026-000123", resident_id=rig.wang.resident_id)
    rig.tables.petitions[case.id] = case

    assert await rig.use.find.own(rig.wang, typed) == case.id
    assert await rig.use.find.own(rig.zhao, typed) is None


@pytest.mark.parametrize("typed", ["", "号123", "123号楼漏水", "XF", "3 123", "1234567", "XF-2025-123", "124", "12.3"])
async def test_other_words_are_no_number_of_a_case(rig: CoreRig, typed: str) -> None:
    case = a_petition(rig.unit, number="XF-2026-000123", resident_id=rig.wang.resident_id)
    rig.tables.petitions[case.id] = case

    assert await rig.use.find.own(rig.wang, typed) is None
