"""The card is a projection of the row: each stage, with what it shows and what can be pressed."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.petitions.card import render_card, topic_name
from core.petitions.messages import stage_for_staff
from core.petitions.model import Author, FileKind, Handler, Place, Stage
from core.petitions.queries import CardView
from core.shared.actions import Action, ActionCode
from core.shared.clock import local_day
from core.shared.ids import UnitId
from core.shared.language import Language
from core.shared.marks import CONTACT, POSITION, Mark
from core.shared.messages import MessageSpec, Term
from core.shared.text import utf16_len
from locales.catalogue import default_catalogue
from locales.render import Renderer
from tests.core_rig import CoreRig, words
from tests.factories.cases import a_petition, a_resident, a_unit, an_attachment, some_promises
from tests.fakes.world import SHANGHAI, START

pytestmark = pytest.mark.unit

TODAY = local_day(START, SHANGHAI)
ALWAYS = [Action.REPLY, Action.ASK, Action.ANSWER]
BUTTONS = {
    Stage.SUBMITTED: [Action.CLAIM, *ALWAYS, Action.NOTE, Action.MORE],
    Stage.ACCEPTED: [*ALWAYS, Action.NOTE, Action.MORE],
    Stage.IN_PROGRESS: [*ALWAYS, Action.NOTE, Action.MORE],
    Stage.MORE_INFO: [*ALWAYS, Action.NOTE, Action.MORE],
    Stage.ANSWERED: [Action.REPLY, Action.ANSWER, Action.CLOSE, Action.NOTE, Action.MORE],
    Stage.CLOSED: [Action.NOTE, Action.MORE],
    Stage.WITHDRAWN: [],
    **{
        stage: [Action.CLAIM, *ALWAYS, Action.NOTE, Action.MORE]
        for stage in (Stage.TRANSFERRED, Stage.ESCALATED, Stage.REOPENED, Stage.UNDER_REVIEW)
    },
    **{stage: [Action.NOTE, Action.MORE] for stage in (Stage.NOT_ACCEPTED, Stage.REVIEWED, Stage.FINAL)},
    **{stage: [Action.REPLY, Action.NOTE, Action.MORE] for stage in (Stage.REVIEW, Stage.REREVIEW)},
}
LIU = Handler(user_id=1, name="刘敏", unit_id=UnitId("u"))
DATES = {
    Stage.SUBMITTED: "card-due-claim",
    Stage.ACCEPTED: "card-due-answer",
    Stage.IN_PROGRESS: "card-due-answer",
    Stage.MORE_INFO: "card-due-answer",
    Stage.ANSWERED: "card-submitted",
    Stage.CLOSED: "card-submitted",
    Stage.WITHDRAWN: "card-submitted",
    **dict.fromkeys((Stage.TRANSFERRED, Stage.ESCALATED, Stage.REOPENED, Stage.UNDER_REVIEW), "card-due-claim"),
    **dict.fromkeys((Stage.NOT_ACCEPTED, Stage.REVIEW, Stage.REVIEWED, Stage.REREVIEW, Stage.FINAL), "card-submitted"),
}


def view(anonymous: bool = False, **given: object) -> CardView:
    unit = a_unit(name="幸福社区")
    petition = a_petition(
        unit,
        None if anonymous else a_resident(unit),
        number="XF-2026-000007",
        promises=some_promises(),
        **{key: value for key, value in given.items() if key not in _VIEW},
    )
    shown = {
        "unit_name": unit.name,
        "resident_name": None if anonymous else "王秀英",
        "unreachable": False,
        "language": Language.ZH_CN,
        "is_forum": True,
        "message_id": None,
        "thread_id": 9,
        "counts": {},
    } | {key: value for key, value in given.items() if key in _VIEW}
    return CardView(petition=petition, **shown)  # type: ignore[arg-type] # by name, as above


_VIEW = {"elsewhere", "taken_in", "unreachable", "is_forum", "thread_id", "counts", "resident_name"}


def lines(spec: MessageSpec) -> dict[str, MessageSpec]:
    return {line.key: line for line in spec.more}


@pytest.mark.parametrize("stage", Stage)
def test_each_stage_has_its_buttons_and_its_date(stage: Stage) -> None:
    seen = view(stage=stage, version=4, handler=None if stage is Stage.SUBMITTED else LIU)

    spec = render_card(seen, SHANGHAI, TODAY)

    codes = [ActionCode.parse(button.action) for row in spec.buttons for button in row]
    assert codes == [ActionCode(action, seen.petition.id, 4) for action in BUTTONS[stage]]
    assert all(len(row) <= 3 for row in spec.buttons)
    assert [key for key in lines(spec) if key in DATES.values()] == [DATES[stage]]
    assert (spec.args["stage"], spec.args["mark"]) == (stage_for_staff(stage), Term(f"mark-{stage}"))
    assert ("card-hint-topic" in lines(spec)) is seen.petition.open


def test_the_desk_is_not_told_that_it_is_waited_for() -> None:
    assert stage_for_staff(Stage.MORE_INFO) == Term("stage-more_info-staff")


def test_the_head_says_what_it_is() -> None:
    spec = render_card(view(), SHANGHAI, TODAY)

    assert spec.key == "card"
    assert spec.args["number"] == "XF-2026-000007"
    assert (spec.args["kind"], spec.args["unit"]) == (Term("kind-complaint"), "幸福社区")
    assert list(lines(spec)) == ["card-text", "card-place", "card-resident", "card-due-claim", "card-hint-topic"]


def test_the_dates_are_days_of_the_community() -> None:
    promises = some_promises(
        claim_by=START.replace(hour=17), reply_by=START + timedelta(days=3), answer_by=START + timedelta(days=60)
    )

    first = lines(render_card(_with(view(), promises=promises), SHANGHAI, TODAY))["card-due-claim"]
    second = lines(render_card(_with(view(handler=LIU, stage=Stage.ACCEPTED), promises=promises), SHANGHAI, TODAY))[
        "card-due-answer"
    ]

    assert first.args == {"day": local_day(START, SHANGHAI) + timedelta(days=1)}
    assert second.args == {
        "day": local_day(START, SHANGHAI) + timedelta(days=3),
        "law": local_day(START, SHANGHAI) + timedelta(days=60),
    }


def _with(seen: CardView, **changes: object) -> CardView:
    return replace(seen, petition=replace(seen.petition, **changes))  # type: ignore[arg-type] # by name


def test_an_anonymous_card_names_nobody() -> None:
    spec = render_card(view(anonymous=True, resident_name="王秀英"), SHANGHAI, TODAY)

    assert "card-anonymous" in lines(spec)
    assert "card-hint-code-topic" in lines(spec)
    assert "card-hint-topic" not in lines(spec)
    assert "card-resident" not in lines(spec)
    assert "王秀英" not in str(spec)


def test_what_is_not_there_is_not_shown() -> None:
    empty = lines(render_card(view(text=" \u200b", place=Place(), counts={Author.NOTE: 0}), SHANGHAI, TODAY))
    nameless = lines(render_card(view(resident_name=None), SHANGHAI, TODAY))

    assert list(empty) == ["card-resident", "card-due-claim", "card-hint-topic"]
    assert nameless["card-resident"].args == {"name": "—"}


@pytest.mark.parametrize("stage", list(Stage))
def test_a_pledge_that_is_past_is_marked_as_long_as_it_is_owed(stage: Stage) -> None:
    promises = some_promises(claim_by=START, reply_by=START + timedelta(days=2))
    waits = (Stage.SUBMITTED, Stage.TRANSFERRED, Stage.ESCALATED, Stage.REOPENED, Stage.UNDER_REVIEW)
    owed = {**dict.fromkeys(waits, 1), Stage.ACCEPTED: 3, Stage.IN_PROGRESS: 3, Stage.MORE_INFO: 3}.get(stage, 99)
    case = _with(view(stage=stage), promises=promises)

    marked = [day for day in range(5) if "card-past" in lines(render_card(case, SHANGHAI, TODAY + timedelta(days=day)))]
    assert marked == list(range(owed, 5))
    elsewhere = replace(case, elsewhere=True)
    assert "card-past" not in lines(render_card(elsewhere, SHANGHAI, TODAY + timedelta(days=9)))


def test_everything_that_is_there_is_shown() -> None:
    shown = lines(
        render_card(
            view(
                handler=LIU,
                attachments=tuple(an_attachment(kind=FileKind(kind)) for kind in ("voice", "sticker", "voice")),
                counts={Author.RESIDENT: 2},
                unreachable=True,
                is_forum=False,
            ),
            SHANGHAI,
            TODAY,
        )
    )

    assert shown["card-handler"].args == {"name": "刘敏", "unit": ""}
    counted = {"photo": 0, "document": 0, "voice": 2, "video": 0, "audio": 0, "sticker": 1}
    assert shown["card-files"].args == counted
    assert shown["card-counts"].args == {"resident": 2, "staff": 0, "note": 0}
    assert "card-unreachable" in shown
    assert "card-hint-reply" in shown
    assert "card-hint-topic" not in shown


@pytest.mark.parametrize("had", [{"handler": None}, {"handler": LIU, "taken_in": "平安街道"}])
@pytest.mark.parametrize("stage", [Stage.ACCEPTED, Stage.IN_PROGRESS, Stage.MORE_INFO, Stage.ANSWERED])
def test_a_case_that_nobody_here_has_can_be_taken_over(stage: Stage, had: dict[str, object]) -> None:
    seen = view(stage=stage, **had)

    spec = render_card(seen, SHANGHAI, TODAY)

    codes = [ActionCode.parse(button.action) for row in spec.buttons for button in row]
    assert codes[0] == ActionCode(Action.CLAIM, seen.petition.id, 1)
    assert [code.action for code in codes[1:] if code] == BUTTONS[stage]
    assert "card-untaken" in lines(spec)
    assert ("card-handler-of" in lines(spec)) is bool(had["handler"])
    assert render_card(replace(seen, elsewhere=True), SHANGHAI, TODAY).buttons == []
    assert "card-untaken" not in lines(render_card(replace(seen, elsewhere=True), SHANGHAI, TODAY))


@pytest.mark.parametrize(("anonymous", "hint"), [(False, "card-hint-reply"), (True, "card-hint-code-reply")])
def test_a_card_from_before_topics_does_not_speak_of_one(anonymous: bool, hint: str) -> None:
    shown = lines(render_card(view(is_forum=True, thread_id=None, anonymous=anonymous), SHANGHAI, TODAY))

    assert [key for key in shown if key.startswith("card-hint")] == [hint]


def test_the_longest_card_stays_below_telegrams_limit() -> None:
    spec = render_card(
        view(text="😀" * 10_000, place=Place("😀" * 1_000), attachments=(an_attachment(),) * 10),
        SHANGHAI,
        TODAY,
    )

    written = sum(utf16_len(str(value)) for line in spec.more for value in line.args.values())
    assert utf16_len(str(lines(spec)["card-text"].args["text"])) == 899
    assert written < 1_500


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("灯坏了\n\n请修", "XF-2026-000007 灯坏了 请修"),
        ("", "XF-2026-000007"),
        ("长" * 500, "XF-2026-000007 " + "长" * 59 + "…"),
    ],
)
def test_a_topic_is_named_by_number_and_beginning(text: str, name: str) -> None:
    assert topic_name(view(text=text)) == name
    assert utf16_len(name) <= 128


def test_no_topic_is_named_by_somebodys_number_or_position() -> None:
    text = "👤 王秀英 +8613800001001\n😀 楼道灯坏了\n📍 30.1, 120.2\n很久了"
    marks = (Mark(CONTACT, 0, 21, "+8613800001001\t王秀英\t"), Mark(POSITION, 31, 14, "30.1,120.2"))
    assert topic_name(view(text=text, marks=marks)) == "XF-2026-000007 😀 楼道灯坏了 很久了"


async def test_the_card_follows_the_row_through_a_whole_case(rig: CoreRig) -> None:
    case_id = await rig.submitted()

    async def seen() -> tuple[object, list[str]]:
        found = await rig.cards.card(case_id, rig.desk.chat_id)
        assert found is not None
        spec = render_card(found, SHANGHAI, TODAY)
        return spec.args["stage"], [str(button.label) for row in spec.buttons for button in row]

    assert (await seen())[0] == Term("stage-submitted")
    await rig.use.reply(rig.liu, case_id, words())
    assert "button-claim" not in (await seen())[1]
    await rig.use.answer(rig.liu, case_id, words())
    assert "button-close" in (await seen())[1]
    await rig.use.close(rig.liu, case_id)
    assert await seen() == (Term("stage-closed"), ["button-note", "button-more"])


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.ZH_CN, "📎 语音 1 段 贴纸 2 个（见下）"),
        (Language.ZH_TW, "📎 語音 1 段 貼圖 2 個（見下）"),
        (Language.EN, "📎 voice messages: 1 stickers: 2 (below)"),
    ],
)
def test_files_are_called_what_they_are(language: Language, said: str) -> None:
    files = tuple(an_attachment(kind=FileKind(kind)) for kind in ("sticker", "voice", "sticker"))
    renderer = Renderer(default_catalogue(), SHANGHAI, lambda: START)

    assert said in renderer.render(render_card(view(attachments=files), SHANGHAI, TODAY), language).html.split("\n")
