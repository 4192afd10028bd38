"""Somebody came to the counter or called: filing, the code word, the phone, and what becomes theirs later."""

from dataclasses import replace

import pytest

from core.people.intake import Intake, IntakeField, labelled
from core.people.model import Purpose
from core.petitions.categories import Category
from core.petitions.kinds import URGENT_CLAIM
from core.petitions.model import KINDS, Event, Kind, Petition, Stage
from core.petitions.party import Party, PartyRole
from core.shared.errors import DomainError, NotFoundError
from core.shared.ids import ChatId
from core.shared.outbox import Operation, Priority
from tests.core_rig import CoreRig, a_draft, words
from tests.factories.cases import a_roster_entry, a_staff_chat

pytestmark = pytest.mark.unit

CODE = "WXYZ-2345-6789"
PHONE = "13800001001"


@pytest.fixture
def rig() -> CoreRig:
    return CoreRig()


def a_form(rig: CoreRig, **said: str) -> Intake:
    values = {"name": "王大爷", "phone": PHONE, "room": "3-1-201", "text": "楼道灯坏了", **said}
    return Intake(id="form1", chat_id=rig.desk.chat_id, code=CODE, kind=Kind.COMPLAINT, said=values)


async def filed(rig: CoreRig, **said: str) -> Petition:
    return await rig.use.people.file_walk_in(rig.liu, a_form(rig, **said))


async def test_a_walk_ins_case_is_in_the_desks_queue_with_name_and_sealed_phone(rig: CoreRig) -> None:
    petition = await filed(rig)

    case = rig.case(petition.id)
    assert (case.unit_id, case.resident_id, case.stage) == (rig.unit.id, None, Stage.SUBMITTED)
    assert case.party is not None
    assert (case.party.role, case.party.name, case.party.room) == (PartyRole.WALK_IN, "王大爷", "3-1-201")
    assert case.party.phone is not None
    assert PHONE.encode() not in case.party.phone or rig.secrets.open(case.party.phone) == f"+86{PHONE}"
    assert not case.anonymous
    (row,) = rig.history(petition.id)
    assert (row.event, row.actor_kind, row.actor_id, row.actor_name) == (Event.SUBMIT, "staff", "7001", "刘敏")
    assert Operation.CARD in {item.operation for item in rig.database.outbox_items}
    assert await rig.use.cases.queue_size(rig.desk.chat_id) == 1


async def test_the_same_form_twice_is_one_case(rig: CoreRig) -> None:
    assert (await filed(rig)).id == (await filed(rig)).id
    assert len(rig.tables.petitions) == 1


async def test_what_has_not_been_said_keeps_it_from_being_filed(rig: CoreRig) -> None:
    form = a_form(rig)
    del form.said["phone"]
    assert form.next is IntakeField.PHONE
    with pytest.raises(DomainError, match="intake-open"):
        await rig.use.people.file_walk_in(rig.liu, form)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if not KINDS[kind].walk_in])
async def test_what_is_not_for_the_counter_is_not_filed_there(rig: CoreRig, kind: Kind) -> None:
    with pytest.raises(DomainError, match="intake-open"):
        await rig.use.people.file_walk_in(rig.liu, replace(a_form(rig), kind=kind))


async def test_only_a_desk_files(rig: CoreRig) -> None:
    finance = a_staff_chat(rig.unit, purposes=frozenset({Purpose.FINANCE}))
    rig.tables.staff_chats[ChatId(finance.chat_id)] = finance
    with pytest.raises(DomainError, match="person-at-desk"):
        await rig.use.people.file_walk_in(replace(rig.liu, chat_id=finance.chat_id), a_form(rig))


async def test_the_code_word_shows_the_replies_and_adds_with_name_and_time(rig: CoreRig) -> None:
    petition = await filed(rig)
    await rig.use.reply(rig.liu, petition.id, words("明天来修"))

    view = await rig.use.see.by_code(CODE.lower().replace("-", " "))
    number = await rig.use.add_to_case(rig.zhao, None, "谢谢", [], source="s1", code=CODE)

    assert [message.text for message in view.messages] == ["明天来修"]
    assert number == petition.number
    added = rig.messages(petition.id)[-1]
    assert (added.author_name, added.at) == ("王大爷", rig.clock.now())
    kept = [i for i in rig.database.outbox_items if i.spec and i.spec.key.startswith("staff-kept")]
    assert [item.spec.key for item in kept if item.spec] == ["staff-kept-for-walk-in"]


async def test_a_lost_slip_is_renewed_and_the_old_code_word_opens_nothing(rig: CoreRig) -> None:
    petition = await filed(rig)
    renewed, code = await rig.use.people.renew_slip(rig.liu, petition.id)

    assert renewed.number == petition.number
    assert (await rig.use.see.by_code(code)).petition.id == petition.id
    with pytest.raises(NotFoundError, match="code-unknown"):
        await rig.use.see.by_code(CODE)
    other = await rig.use.submit(rig.wang, a_draft())
    with pytest.raises(DomainError, match="slip-none"):
        await rig.use.people.renew_slip(rig.liu, other.petition_id)


async def test_every_look_at_the_phone_is_written_down(rig: CoreRig) -> None:
    petition = await filed(rig)
    assert await rig.use.people.see_phone(rig.liu, petition.id) == ("王大爷", f"+86{PHONE}")
    (row,) = [row for row in rig.tables.audit if row.action == "identity.looked"]
    assert (row.actor, row.subject) == ("7001", petition.id)
    with pytest.raises(NotFoundError, match="case-unknown"):
        await rig.use.people.see_phone(rig.stranger, petition.id)
    bare = await rig.use.submit(rig.wang, a_draft())
    with pytest.raises(DomainError, match="phone-none"):
        await rig.use.people.see_phone(rig.liu, bare.petition_id)
    await rig.use.flow.recuse(rig.liu, petition.id)
    with pytest.raises(DomainError, match="you-recused"):
        await rig.use.people.see_phone(rig.liu, petition.id)


async def test_what_was_filed_with_a_phone_is_offered_to_whoever_verifies_with_it(rig: CoreRig) -> None:
    petition = await filed(rig)
    entry = a_roster_entry(rig.unit, name="王大爷", phone_hash=rig.secrets.keyed_hash("phone", f"+86{PHONE}"))
    rig.tables.roster[entry.id] = entry
    await rig.use.people.verify(rig.wang, PHONE)
    assert [p.id for p in (await rig.use.people.identity(rig.wang)).walk_ins] == [petition.id]

    assert await rig.use.people.take_walk_ins(rig.wang) == [petition.number]

    case = rig.case(petition.id)
    assert case.resident_id == rig.wang.resident_id
    assert [row.event for row in rig.history(petition.id)] == [Event.SUBMIT, Event.JOIN]
    assert "petition.joined" in [row.action for row in rig.tables.audit]
    assert await rig.use.people.take_walk_ins(rig.wang) == []
    await rig.use.reply(rig.liu, petition.id, words("来修了"))
    assert rig.wang.telegram_id in {item.chat_id for item in rig.database.outbox_items}
    assert (await rig.use.see.by_code(CODE)).petition.id == petition.id
    with pytest.raises(DomainError, match="person-unverified"):
        await rig.use.people.take_walk_ins(rig.zhao)


async def test_of_a_shared_phone_only_what_has_ones_name_is_offered(rig: CoreRig) -> None:
    mine = await filed(rig)
    theirs = await rig.use.people.file_walk_in(rig.liu, replace(a_form(rig, name="李大妈"), id="form2", code="other"))
    hashed = rig.secrets.keyed_hash("phone", f"+86{PHONE}")
    for name, resident in (("王大爷", rig.wang.resident_id), ("李大妈", None)):
        entry = a_roster_entry(rig.unit, name=name, phone_hash=hashed, resident_id=resident)
        rig.tables.roster[entry.id] = entry

    assert await rig.use.people.take_walk_ins(rig.wang) == [mine.number]
    assert rig.case(theirs.id).resident_id is None


async def test_whoever_has_the_phone_and_another_name_is_offered_nothing(rig: CoreRig) -> None:
    """The wife came to the counter and left the phone of the household, which is her husband's on the roster."""
    petition = await filed(rig)
    hashed = rig.secrets.keyed_hash("phone", f"+86{PHONE}")
    entry = a_roster_entry(rig.unit, name="李大爷", phone_hash=hashed, resident_id=rig.wang.resident_id)
    rig.tables.roster[entry.id] = entry

    assert await rig.use.people.take_walk_ins(rig.wang) == []
    assert rig.case(petition.id).resident_id is None


async def test_staff_are_residents_in_their_own_matters(rig: CoreRig) -> None:
    """Whoever works at the desk has filed something: colleagues handle it."""
    receipt = await rig.use.submit(rig.wang, a_draft())
    own = replace(rig.liu, user_id=rig.wang.telegram_id)
    for deed in (
        rig.use.claim(own, receipt.petition_id),
        rig.use.reply(own, receipt.petition_id, words("给自己办")),
        rig.use.note(own, receipt.petition_id, words("// 备注")),
    ):
        with pytest.raises(DomainError, match="own-case"):
            await deed
    await rig.use.answer(rig.liu, receipt.petition_id, words("办好了"))
    with pytest.raises(DomainError, match="own-case"):
        await rig.use.close(own, receipt.petition_id)
    await rig.use.close(rig.liu, receipt.petition_id)
    assert rig.case(receipt.petition_id).stage is Stage.CLOSED


async def test_filed_for_somebody_both_are_named_and_gain_no_rights(rig: CoreRig) -> None:
    draft = a_draft()
    draft.file_for(PartyRole.OTHER, "李大妈", rig.use.people.seal_phone(PHONE))
    receipt = await rig.use.submit(rig.wang, draft)

    case = rig.case(receipt.petition_id)
    assert case.resident_id == rig.wang.resident_id
    assert case.party == Party(role=PartyRole.OTHER, name="李大妈", phone=bytes.fromhex(draft.whose_phone))
    (item,) = [i for i in rig.database.outbox_items if i.dedupe.startswith("receipt:")]
    assert item.spec is not None
    assert next((line.key, line.args) for line in item.spec.more) == (
        "receipt-for",
        {"author": "王秀英", "name": "李大妈"},
    )
    with pytest.raises(NotFoundError, match="case-unknown"):
        await rig.use.see.own(rig.zhao, receipt.petition_id)
    assert await rig.use.people.see_phone(rig.liu, receipt.petition_id) == ("李大妈", f"+86{PHONE}")
    with pytest.raises(DomainError, match="intake-phone"):
        rig.use.people.seal_phone("没有")


async def test_without_a_name_nobody_is_named_either(rig: CoreRig) -> None:
    draft = a_draft(kind=Kind.SUGGESTION)
    draft.file_for(PartyRole.HOUSEHOLD, "妈妈")
    draft.decide_name("ABCD-EFGH-JKLM")
    receipt = await rig.use.submit(rig.wang, draft)
    assert rig.case(receipt.petition_id).party is None
    assert receipt.anonymous


def test_a_form_asks_in_order_and_takes_what_is_allowed() -> None:
    form = Intake(id="f", chat_id=ChatId(-1), code=CODE)
    assert form.next is IntakeField.KIND
    form.kind = Kind.SUGGESTION
    form.take(IntakeField.NAME, "")
    form.kind = Kind.COMPLAINT
    assert form.next is IntakeField.NAME  # of a complaint a name is needed
    with pytest.raises(DomainError, match="intake-empty"):
        form.take(IntakeField.NAME, "  ")
    form.take(IntakeField.NAME, "王\n大爷")
    with pytest.raises(DomainError, match="intake-phone"):
        form.take(IntakeField.PHONE, "一三八")
    form.take(IntakeField.PHONE, "")
    with pytest.raises(DomainError, match="intake-long"):
        form.take(IntakeField.ROOM, "x" * 65)
    form.take(IntakeField.ROOM, "3-1")
    form.take(IntakeField.TEXT, "第一行\n第二行")
    assert form.next is None
    assert form.said == {"name": "王 大爷", "phone": "", "room": "3-1", "text": "第一行\n第二行"}
    assert Intake.from_json(form.to_json()) == form


def test_lines_with_labels_are_read_and_the_text_keeps_its_colons() -> None:
    labels = {"姓名": IntakeField.NAME, "电话": IntakeField.PHONE, "内容": IntakeField.TEXT}
    typed = "随便\n姓名：王大爷\n电话: 138\n内容：灯坏了\n电话：打不通\n"
    assert labelled(typed, labels.get) == {
        IntakeField.NAME: "王大爷",
        IntakeField.PHONE: "138",
        IntakeField.TEXT: "灯坏了\n电话：打不通",
    }


async def test_what_cannot_wait_calls_those_on_duty_from_the_counter_too(rig: CoreRig) -> None:
    await rig.use.duty.know(rig.desk.chat_id, rig.chen.user_id, rig.chen.name)
    await rig.use.duty.set.words(rig.liu, "周一到周日 陈杰")
    plain = await filed(rig)
    form = replace(a_form(rig, text="楼上着火了"), id="form2", code="other", kind=Kind.SERVICE)

    petition = rig.case((await rig.use.people.file_walk_in(rig.liu, form)).id)

    assert (petition.team, petition.urgent) == ("fire", True)
    assert petition.promises.claim_by == petition.submitted_at + URGENT_CLAIM
    cards = [item for item in rig.items if item.operation is Operation.CARD]
    duty = [(each.petition_id, each.spec.key, each.spec.more[0].args["name"]) for each in cards if each.spec]
    assert duty == [(plain.id, "card-duty", "陈杰"), (petition.id, "card-urgent-duty", "陈杰")]
    assert cards[-1].priority is Priority.REPLY


async def test_what_is_filed_at_the_counter_has_the_category_its_words_say(rig: CoreRig) -> None:
    rig.categories["楼道灯"] = "环境保护"
    assert rig.case((await filed(rig)).id).category == Category.ENVIRONMENT


async def test_a_street_promises_on_its_slip_what_a_street_pledges(rig: CoreRig) -> None:
    form = replace(a_form(rig), chat_id=rig.other_desk.chat_id)
    petition = await rig.use.people.file_walk_in(rig.stranger, form)
    online = await rig.use.submit(rig.wang, a_draft(to_street=True))
    assert petition.promises == rig.case(online.petition_id).promises
    assert not petition.promises.pledges_reply
