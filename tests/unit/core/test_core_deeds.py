"""The menu below a card, and two deeds in it: handing back with a reason, keeping out."""

import pytest

from core.petitions.asking import ASKED, takes
from core.petitions.menu import MENU
from core.petitions.model import OPEN_STAGES, WAITING_STAGES, Author, Event, Stage
from core.shared.actions import Action, ActionCode
from core.shared.errors import DomainError
from core.shared.ids import PetitionId
from core.shared.link_roles import LinkRole
from core.shared.messages import MessageSpec
from tests.core_rig import CoreRig, a_claimed_case, words

pytestmark = pytest.mark.unit


def offered(spec: MessageSpec) -> list[Action]:
    codes = [ActionCode.parse(button.action) for row in spec.buttons for button in row]
    return [code.action for code in codes if code]


async def menu(rig: CoreRig, case_id: PetitionId, press: str = "1") -> list[Action]:
    await rig.use.flow.menu(rig.liu, case_id, press=press)
    spec = rig.items[-1].spec
    assert spec is not None
    return offered(spec)


async def test_the_menu_stands_below_the_card_and_offers_what_can_be_done_now(rig: CoreRig) -> None:
    case_id = await rig.submitted()
    assert Action.HAND_BACK not in await menu(rig, case_id)
    await rig.use.claim(rig.liu, case_id)

    assert {Action.HAND_BACK, Action.RECUSE} <= set(await menu(rig, case_id, press="2"))

    before = len(rig.keys)
    await rig.use.flow.menu(rig.liu, case_id, press="2")
    assert len(rig.keys) == before  # the same press opens one menu
    assert (rig.items[-1].to_case, rig.items[-1].role) == (True, LinkRole.CASE_TEXT)


def test_every_row_of_the_menu_is_a_button_of_its_own() -> None:
    assert len({deed.action for deed in MENU}) == len({deed.label for deed in MENU}) == len(MENU)


def test_every_row_of_what_is_asked_for_finds_its_use_case(rig: CoreRig) -> None:
    assert {role for role in LinkRole if role.asks} == set(ASKED)
    for asked in ASKED.values():
        assert callable(asked.use(rig.use))


@pytest.mark.parametrize("stage", Stage)
def test_only_words_to_the_resident_take_a_case_that_waits(stage: Stage) -> None:
    assert takes(stage, LinkRole.PROMPT_HAND_BACK) is (
        stage in {Stage.ACCEPTED, Stage.IN_PROGRESS, Stage.MORE_INFO, Stage.ANSWERED}
    )
    if stage in WAITING_STAGES:
        assert takes(stage, LinkRole.PROMPT_REPLY)


async def test_a_case_handed_back_waits_for_a_colleague_with_its_dates_and_its_reason(rig: CoreRig) -> None:
    case_id = await a_claimed_case(rig)
    before = rig.case(case_id)

    await rig.use.flow.hand_back(rig.liu, case_id, words("下周休假"))

    after, row = rig.case(case_id), rig.history(case_id)[-1]
    assert (after.handler, after.stage, after.accepted_at) == (None, Stage.ACCEPTED, before.accepted_at)
    assert after.promises == before.promises
    assert (row.event, row.actor_name, row.reason) == (Event.HAND_BACK, "刘敏", "下周休假")
    assert [(m.author, m.text) for m in rig.messages(case_id)] == [(Author.NOTE, "下周休假")]
    assert rig.said(rig.wang.telegram_id)[-1] == "notice-handed-back"
    assert rig.said(rig.desk.chat_id)[-1] == "staff-handed-back"
    assert f"card:{case_id}:{rig.desk.chat_id}:{after.version}" in rig.keys

    await rig.use.claim(rig.chen, case_id)
    assert rig.history(case_id)[-1].event is Event.TAKE_OVER


async def test_the_same_words_hand_back_once(rig: CoreRig) -> None:
    case_id, said = await a_claimed_case(rig), words("下周休假")
    await rig.use.flow.hand_back(rig.liu, case_id, said)
    before = rig.tables

    await rig.use.flow.hand_back(rig.liu, case_id, said)

    assert rig.tables is before


@pytest.mark.parametrize(("who", "text", "code"), [("chen", "不管", "not-in-your-hands"), ("liu", " ", "reason-empty")])
async def test_only_whoever_has_it_hands_it_back_and_says_why(rig: CoreRig, who: str, text: str, code: str) -> None:
    case_id = await a_claimed_case(rig)
    before = rig.tables

    with pytest.raises(DomainError) as refused:
        await rig.use.flow.hand_back(getattr(rig, who), case_id, words(text))

    assert refused.value.code == code
    assert rig.tables is before


async def test_nobody_is_asked_for_a_reason_in_vain(rig: CoreRig) -> None:
    case_id = await a_claimed_case(rig)

    with pytest.raises(DomainError) as refused:
        await rig.use.prompt(rig.chen, case_id, LinkRole.PROMPT_HAND_BACK, press="1")

    assert refused.value.code == "not-in-your-hands"


async def test_what_was_chosen_is_kept_until_the_words_come(rig: CoreRig) -> None:
    case_id = await a_claimed_case(rig)
    for chosen in ("here", "there", "there"):
        await rig.use.prompt(rig.liu, case_id, LinkRole.PROMPT_NOTE, press=chosen, subject=chosen)

    intent = rig.tables.intents[rig.liu.chat_id, rig.liu.user_id, case_id, ""]
    assert intent.subject == "there"
    assert rig.said(rig.desk.chat_id).count("prompt-note") == 2


@pytest.mark.parametrize("stage", OPEN_STAGES)
async def test_whoever_keeps_out_can_do_nothing_with_the_case_any_more(rig: CoreRig, stage: Stage) -> None:
    case_id = await rig.submitted()
    if stage is not Stage.SUBMITTED:
        await rig.use.claim(rig.liu, case_id)
    rig.at_stage(case_id, stage=stage)

    await rig.use.flow.recuse(rig.liu, case_id)

    assert (rig.case(case_id).handler, rig.case(case_id).stage) == (None, stage)
    assert rig.history(case_id)[-1].reason == "XF 28"
    before = rig.tables
    for deed in (rig.use.claim, rig.use.close, rig.use.flow.recuse):
        with pytest.raises(DomainError) as refused:
            await deed(rig.liu, case_id)
        assert refused.value.code == "you-recused"
    for say in (rig.use.reply, rig.use.note, rig.use.answer, rig.use.flow.hand_back):
        with pytest.raises(DomainError) as refused:
            await say(rig.liu, case_id, words())
        assert refused.value.code == "you-recused"
    assert rig.tables is before


async def test_a_colleague_may_keep_out_of_what_another_has(rig: CoreRig) -> None:
    case_id = await a_claimed_case(rig)
    told = len(rig.sent_to(rig.wang))

    await rig.use.flow.recuse(rig.chen, case_id)

    handler = rig.case(case_id).handler
    assert handler is not None
    assert handler.name == "刘敏"
    assert len(rig.sent_to(rig.wang)) == told
    view = await rig.use.cases.view(case_id)
    assert view is not None
    assert Event.RECUSE not in {row.event for row in view.history}
    await rig.use.reply(rig.liu, case_id, words())
