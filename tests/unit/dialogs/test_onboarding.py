from dataclasses import replace

import pytest
from aiogram_dialog.utils import encode_reply_callback

from core.shared.ids import TelegramUserId
from core.shared.language import Language
from tests.dialog_rig import DialogRig, Person

pytestmark = pytest.mark.unit

NEW = TelegramUserId(5_500_000_001)


def a_newer_text_asks(rig: DialogRig) -> None:
    """Let Wang have agreed to an earlier text than the present one."""
    residents, known = rig.core.tables.residents, rig.core.wang.resident_id
    residents[known] = replace(residents[known], consent_version="2020-01")


async def test_a_new_person_gets_through_by_typed_numbers(rig: DialogRig) -> None:
    person = rig.person()

    await person.says("/start")
    assert "请选择语言" in person.shown
    await person.says("1")
    assert "先说清楚" in person.shown
    await person.says("１")
    assert "端到端加密" in person.shown
    await person.says("第一个")

    assert "幸福社区" in person.shown
    resident = rig.core.tables.resident_of(NEW)
    assert resident is not None
    assert resident.consented
    assert resident.language_chosen


@pytest.mark.parametrize("typed", ["改主意了，再看说明并同意", "同意", "1", "返回"])
async def test_who_refused_can_agree_after_all(rig: DialogRig, typed: str) -> None:
    person = rig.person()
    for words in ("/start", "1", "不同意"):
        await person.says(words)
    assert "电话和窗口" in person.shown

    await person.says(typed)
    assert "先说清楚" in person.shown
    for words in ("同意", "同意"):
        await person.says(words)

    resident = rig.core.tables.resident_of(NEW)
    assert resident is not None
    assert resident.consented


@pytest.mark.parametrize(
    "typed",
    [("English", "I agree", "i AGREE."), ("English", "Agree!", "yes"), ("３", "同意", "同意。"), ("en", "一", "①")],
)
async def test_choices_can_be_typed_by_name_in_any_language(rig: DialogRig, typed: tuple[str, str, str]) -> None:
    person = rig.person(language_code="en")

    await person.says("/start")
    for word in typed:
        await person.says(word)

    resident = rig.core.tables.resident_of(NEW)
    assert resident is not None
    assert (resident.consented, resident.language) == (True, Language.EN)
    assert "幸福社区" in person.shown


async def test_words_before_consent_are_kept_and_offered_afterwards(rig: DialogRig) -> None:
    person = rig.person()

    await person.says("楼道灯坏了")
    assert "请选择语言" in person.shown
    await person.says("三楼")
    for word in ("1", "1", "1"):
        await person.says(word)

    assert "楼道灯坏了" in person.shown
    assert "三楼" in person.shown
    assert person.words is not None
    assert person.words.parts == ["楼道灯坏了", "三楼"]


async def test_whoever_refuses_is_told_where_to_go_and_may_change_their_mind(rig: DialogRig) -> None:
    person = rig.person()
    await person.says("/start")
    await person.says("1")

    await person.presses("不同意")
    assert "幸福路1号" in person.shown
    await person.presses("改主意了")

    assert "先说清楚" in person.shown
    assert rig.core.tables.resident_of(NEW) is None


async def test_each_agreement_is_for_itself(rig: DialogRig) -> None:
    """PI 39: sending abroad is asked about, and agreed to, separately."""
    person = rig.person()
    await person.says("/start")
    await person.says("1")
    await person.presses("1. 同意")

    resident = rig.core.tables.resident_of(NEW)
    assert resident is not None
    assert resident.consented_at is not None
    assert resident.abroad_consented_at is None
    assert not resident.consented


@pytest.mark.parametrize("agreed", [0, 1])
async def test_whoever_refuses_leaves_no_words_behind(rig: DialogRig, agreed: int) -> None:
    person = rig.person()
    await person.says("楼道灯坏了")
    await person.says("1")
    for _ in range(agreed):
        await person.presses("1. 同意")
    await person.presses("不同意")

    assert "已经删掉" in person.shown
    assert "幸福路1号" in person.shown
    assert "楼道灯" not in repr(rig.core.tables)
    assert rig.core.tables.resident_of(NEW) is None


@pytest.mark.parametrize("filed", [False, True])
async def test_whoever_refuses_a_newer_text_leaves_no_half_written_petition_behind(
    rig: DialogRig, wang: Person, filed: bool
) -> None:
    if filed:
        await rig.core.submitted()
    for words in ("/petition", "1", "楼上天天吵"):
        await wang.says(words)
    a_newer_text_asks(rig)
    await wang.says("/start")
    await wang.presses("不同意")

    assert "已经删掉" in wang.shown
    assert "幸福路1号" in wang.shown
    assert "楼上" not in repr(rig.core.tables)
    assert (rig.core.tables.resident_of(wang.telegram_id) is not None) == filed


async def test_words_on_their_way_while_somebody_refuses_are_not_kept(rig: DialogRig) -> None:
    person = rig.person()
    for words in ("/start", "1", "不同意", "楼道灯坏了"):
        await person.says(words)

    assert "没有留" in person.shown
    assert "电话和窗口" in person.shown
    assert "楼道灯" not in repr(rig.core.tables)
    assert rig.core.tables.resident_of(NEW) is None


async def test_whoever_agreed_before_and_filed_something_is_not_forgotten(rig: DialogRig) -> None:
    await rig.core.submitted()
    known = rig.core.wang.resident_id
    await rig.core.use.refuse_consent(rig.core.wang.telegram_id)
    await rig.core.use.refuse_consent(rig.core.zhao.telegram_id)

    assert known in rig.core.tables.residents
    assert rig.core.zhao.resident_id not in rig.core.tables.residents


async def test_an_open_window_waits_while_a_newer_text_is_agreed_to(rig: DialogRig) -> None:
    resident = rig.resident()
    await resident.says("/petition")
    a_newer_text_asks(rig)

    await resident.presses("投诉请求")

    assert "先说清楚" in resident.shown
    assert resident.draft is not None
    assert resident.draft.kind is None


async def test_nothing_but_onboarding_is_open_before_both_consents(rig: DialogRig) -> None:
    person = rig.person()
    for command in ("/petition", "/cases", "/start", "/nonsense"):
        await person.says(command)
        assert "请选择语言" in person.shown

    await person.forges("l1:mnu::0")
    assert "请选择语言" in person.shown
    assert rig.core.tables.petitions == {}


async def test_a_command_that_has_to_wait_says_so(rig: DialogRig) -> None:
    person = rig.person()
    await person.says("/start")
    await person.says("1")

    await person.says("/cases")

    assert "选好同意还是不同意" in person.shown
    assert "先说清楚" in person.shown


async def test_language_and_help_need_no_consent(rig: DialogRig) -> None:
    person = rig.person()
    await person.says("/start")
    await person.says("1")

    await person.says("/help")
    assert "幸福路1号" in person.shown
    await person.says("/language")
    assert "请选择语言" in person.shown
    await person.says("English")

    assert "Before you decide" in person.shown
    await person.says("yes")
    resident = rig.core.tables.resident_of(NEW)
    assert resident is not None
    assert resident.language is Language.EN


@pytest.mark.parametrize(("chosen", "before"), [([], "请选择语言"), (["1"], "先说清楚")])
@pytest.mark.parametrize("typed", ["返回", "1", "同意"])
async def test_from_help_one_goes_back_to_where_one_was(
    rig: DialogRig, chosen: list[str], before: str, typed: str
) -> None:
    """Who only asks for help has refused nothing."""
    person = rig.person()
    for words in ("/start", *chosen, "/help"):
        await person.says(words)
    assert person.labels == ["1. 返回上一步"]

    await person.says(typed)

    assert before in person.shown
    assert person.words is None


async def test_a_restart_in_the_middle_goes_on_where_it_was(rig: DialogRig) -> None:
    person = rig.person()
    await person.says("/start")
    await person.says("1")
    await person.says("1")

    rig.restart()
    await person.says("1")

    resident = rig.core.tables.resident_of(NEW)
    assert resident is not None
    assert resident.consented


async def test_a_text_that_ends_in_invisible_characters_presses_nothing(rig: DialogRig) -> None:
    """aiogram-dialog decodes such an end as the code of a reply button; ours are cut off (STACK §5)."""
    person = rig.person()
    await person.says("/start")
    await person.says("1")
    agree = person.buttons[0]["callback_data"]

    await person.says("我再想想" + encode_reply_callback(agree))

    assert rig.core.tables.resident_of(NEW) is None
    assert person.words is not None
    assert person.words.parts == ["我再想想"]


async def test_a_text_of_nothing_but_invisible_characters_does_no_harm(rig: DialogRig) -> None:
    person = rig.person()
    await person.says("/start")
    await person.says("\u2060\u00ad\u200c\u200d\u2062")

    assert "请选择语言" in person.shown
    await person.says("1")
    assert "先说清楚" in person.shown


@pytest.mark.parametrize(("code", "said"), [("zh-hans", "社区资料还没有录入"), ("en", "data is not entered yet")])
async def test_before_any_unit_is_entered_everybody_is_told_so(rig: DialogRig, code: str, said: str) -> None:
    rig.core.tables.units.clear()
    person = rig.person(language_code=code)

    await person.says("/start")
    assert said in person.shown
    await person.says("楼道灯坏了")
    assert said in person.shown
    await person.forges("l1:mnu::0")

    assert said in rig.session.answers[-1]
    assert len(person.windows) == 2
    assert rig.core.tables.resident_of(NEW) is None
