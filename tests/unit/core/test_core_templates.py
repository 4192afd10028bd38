"""Canned answers: written per unit, inherited from above, filled in for a case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.wording import CatalogueVariables
from core.answers import template_pages as pages
from core.answers.templates import LONGEST, MOST, Variable, fill, inherited, unknown
from core.answers.templating import SHORT_ID
from core.petitions.model import Stage
from core.shared.actions import ActionCode
from core.shared.actor import StaffActor
from core.shared.errors import AppError
from core.shared.language import Language
from locales.catalogue import default_catalogue
from locales.render import Renderer
from tests.core_rig import CoreRig, a_claimed_case, a_group_below, staff_of, words
from tests.fakes.world import FakeClock

pytestmark = pytest.mark.unit
VARIABLES = CatalogueVariables(Renderer(default_catalogue(), FakeClock().zone, FakeClock().now))
VALUES = {variable: f"<{variable}>" for variable in Variable}


@pytest.mark.parametrize("variable", Variable)
@pytest.mark.parametrize("language", Language)
def test_a_variable_has_a_name_in_every_language(variable: Variable, language: Language) -> None:
    named = VARIABLES.listed(language).split()[list(Variable).index(variable)]

    assert fill(f"a{named}b", VARIABLES.names, VALUES) == f"a<{variable}>b"
    assert fill(f"｛ {variable.value.upper()} ｝", VARIABLES.names, VALUES) == f"<{variable}>"


def test_what_is_no_variable_is_named_once_and_stays() -> None:
    text = "{身份证号} {name} {身份证号} {} {a\nb} {{name}}"

    assert unknown(text, VARIABLES.names) == ["身份证号"]
    assert fill(text, VARIABLES.names, VALUES) == "{身份证号} <name> {身份证号} {} {a\nb} {<name>}"


@given(
    st.lists(st.sampled_from(["{name}", "{电话}", "{x}", "{", "}", "a"])).map("".join),
    st.text("{}name电话\n ", max_size=12),
)
def test_what_is_filled_in_is_never_read_as_a_variable(text: str, value: str) -> None:
    once = fill(text, VARIABLES.names, dict.fromkeys(Variable, "\x01"))

    assert fill(text, VARIABLES.names, dict.fromkeys(Variable, value)) == once.replace("\x01", " ".join(value.split()))


async def test_a_unit_uses_those_above_and_changes_its_own() -> None:
    rig = CoreRig()
    group = staff_of(a_group_below(rig), 7009, "组长")
    use = rig.use.answers.templates
    above = await use.add(rig.stranger, "收到", "街道收到了")
    await use.add(rig.liu, "报修", "{name}您好，{day}来修，电话{phone}")
    own = await use.add(group, "收 到", "小组收到了")

    assert [each.text for each in (await use.see(rig.stranger)).templates] == ["街道收到了"]
    assert [each.name for each in (await use.see(rig.liu)).templates] == ["报修", "收到"]
    assert [each.text for each in (await use.see(group)).templates][1:] == ["小组收到了"]
    assert inherited([above, own], [own.unit_id]) == [own]
    for deed in (use.change(rig.liu, above.id, 1, "改"), use.drop(rig.liu, above.id, 1)):
        with pytest.raises(AppError, match="template-of-above"):
            await deed
    with pytest.raises(AppError, match="template-gone"):
        await use.one(rig.stranger, own.id)
    shelf, found = await use.one(rig.liu, above.id)
    labels = [button.label for row in pages.one(shelf, found).buttons for button in row]
    assert labels == ["button-back"]
    del rig.tables.staff_chats[rig.desk.chat_id]
    with pytest.raises(AppError, match="chat-not-bound"):
        await use.see(rig.liu)


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("", "好", "template-name"),
        ("长" * 31, "好", "template-name"),
        ("好", " ", "template-text"),
        ("好", "长" * (LONGEST + 1), "template-text"),
        ("好", "{身份证号}", "template-variable"),
        ("好", "找王秀英 13800138000", "template-personal"),
        ("收到!", "好", "template-exists"),
    ],
)
async def test_what_cannot_be_kept_is_refused_with_what_to_do(name: str, text: str, code: str) -> None:
    rig = CoreRig()
    await rig.use.answers.templates.add(rig.liu, "收到", "收到了")

    with pytest.raises(AppError, match=code) as refused:
        await rig.use.answers.templates.add(rig.liu, name, text)

    if code == "template-variable":
        assert refused.value.args_for_text["word"] == "身份证号"
        assert str(refused.value.args_for_text["known"]).startswith("{姓名} {编号} {日期}")
    assert len(rig.tables.answer_templates) == 1


async def test_a_unit_has_only_so_many() -> None:
    rig = CoreRig()
    for n in range(MOST):
        await rig.use.answers.templates.add(rig.liu, f"第{n}条", "好")

    with pytest.raises(AppError, match="template-many"):
        await rig.use.answers.templates.add(rig.liu, "再来一条", "好")


async def test_nobody_writes_over_what_they_have_not_seen() -> None:
    rig = CoreRig()
    use = rig.use.answers.templates
    one = await use.add(rig.liu, "收到", "收到了")
    changed = await use.change(rig.chen, one.id, 1, "收到，谢谢")
    assert (changed.version, changed.by_name) == (2, "陈杰")
    for late in (use.change(rig.liu, one.id, 1, "晚了"), use.drop(rig.liu, one.id, 1)):
        with pytest.raises(AppError, match="template-changed"):
            await late

    await use.drop(rig.liu, one.id, 2)

    with pytest.raises(AppError, match="template-gone"):
        await use.drop(rig.liu, one.id, 2)
    assert [row.action for row in rig.tables.audit][-3:] == ["template.added", "template.changed", "template.dropped"]


async def filled(rig: CoreRig, actor: StaffActor, case: str, text: str) -> str:
    one = await rig.use.answers.templates.add(actor, "一条", text)
    return (await rig.use.answers.use_template(actor, case, one.id, one.version))[1]  # type: ignore[arg-type] # an id


async def test_a_case_fills_it_in() -> None:
    rig = CoreRig()
    case = await a_claimed_case(rig)

    text = await filled(rig, rig.liu, case, "{姓名}：{编号}（{类别}）{单位}，{办公地点}，{电话}，{办公时间}，{经办人}")

    number = rig.case(case).number
    assert text == f"王秀英：{number}（投诉请求）幸福社区，幸福路1号，110，9–17，刘敏"
    assert "王秀英" not in repr(rig.tables.answer_templates)
    one = next(iter(rig.tables.answer_templates.values()))
    with pytest.raises(AppError, match="template-changed"):
        await rig.use.answers.use_template(rig.liu, case, one.id, 7)
    with pytest.raises(AppError, match="case-unknown"):
        await rig.use.answers.use_template(rig.stranger, case, one.id)


async def test_an_anonymous_case_has_a_neutral_form_and_days_are_days() -> None:
    rig = CoreRig()
    case = await rig.submitted_anonymously()

    text = await filled(rig, rig.liu, case, "{name}您好，今天{day}，期限{due}")

    assert text.startswith("居民朋友您好，今天")
    assert "王秀英" not in text
    one = next(iter(rig.tables.answer_templates.values()))
    labels = [button.label for row in pages.filled(rig.case(case), one, text).buttons for button in row]
    assert "button-tpl-answer" not in labels  # a verdict is asked for first
    assert "button-tpl-edit-answer" in labels
    assert "月" in text


async def test_pages_offer_what_can_be_done_and_every_button_fits() -> None:
    rig = CoreRig()
    case = await a_claimed_case(rig)
    use = rig.use.answers.templates
    assert pages.shelf(await use.see(rig.liu)).key == "tpl-none"
    assert pages.for_case(await use.see(rig.liu), rig.case(case)).key == "tpl-in-case-none"
    one = await use.add(rig.liu, "收到", "收到了")
    assert len(one.id) == SHORT_ID

    shelf = await use.see(rig.liu)
    specs = [
        pages.shelf(shelf),
        pages.for_case(shelf, rig.case(case)),
        pages.one(shelf, one),
        pages.sure(one),
        pages.dropped(one),
        pages.saved(one),
        pages.filled(rig.case(case), one, "收到了"),
    ]

    assert all(ActionCode.parse(b.action) for spec in specs for row in spec.buttons for b in row)
    assert len(specs[-1].buttons) == 3
    await rig.use.answer(rig.liu, case, words("好"))
    await rig.use.close(rig.liu, case)
    assert rig.case(case).stage is Stage.CLOSED
    assert len(pages.filled(rig.case(case), one, "收到了").buttons) == 1
