from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from core.people.binding import BIND_CODE_LIFE, ChatFacts, bound_message
from core.people.model import Purpose
from core.shared.errors import DomainError, NotFoundError
from core.shared.ids import ChatId, TelegramUserId, UnitId
from core.shared.language import Language
from core.shared.outbox import Operation
from tests.core_rig import CoreRig

pytestmark = pytest.mark.unit

NEW = ChatId(-1_009_000_000_001)
BY = TelegramUserId(7001)


def facts(chat_id: ChatId = NEW, **given: Any) -> ChatFacts:
    values = {"chat_id": chat_id, "title": "新的群", "is_supergroup": True, "is_forum": True}
    return ChatFacts(**{**values, **given})


async def bind(rig: CoreRig, code: str, chat_id: ChatId = NEW, **given: Any) -> Any:
    return await rig.use.bind(code, facts(chat_id, **given), BY, Language.EN)


async def test_a_code_makes_a_group_a_staff_chat(rig: CoreRig) -> None:
    code = await rig.use.issue_bind_code(rig.unit.id, Purpose.SUPERVISION)

    chat, unit = await bind(rig, code)

    assert unit == rig.unit
    assert rig.tables.staff_chats[NEW] == chat
    assert (chat.purposes, chat.title, chat.is_forum) == ({Purpose.SUPERVISION}, "新的群", True)
    assert chat.language is Language.EN
    assert await rig.use.staff_chat(NEW) == chat
    assert [(row.action, row.actor, row.detail) for row in rig.tables.audit] == [
        ("bind.code-issued", "operator", "supervision"),
        ("bind.chat", "7001", "supervision"),
    ]


async def test_a_group_bound_from_elsewhere_is_told(rig: CoreRig) -> None:
    code = await rig.use.issue_bind_code(rig.unit.id, Purpose.SUPERVISION)

    for _ in range(2):
        await rig.use.bind(code, facts(), BY, Language.ZH_CN, tell=True)

    told = [row.item for row in rig.tables.outbox.values()]
    assert [(item.operation, item.chat_id, item.spec.key) for item in told if item.spec] == [
        (Operation.SEND, NEW, "bind-done")
    ]


@pytest.mark.parametrize("purpose", Purpose)
async def test_only_a_desk_is_promised_cases(rig: CoreRig, purpose: Purpose) -> None:
    group = replace(rig.desk, purposes=frozenset({purpose}))

    said = [line.key for line in bound_message(group, rig.unit).more]

    assert said == [f"purpose-{purpose}", *(["bind-topics-on"] if purpose is Purpose.DESK else [])]


async def test_a_code_rests_as_a_hash_and_may_be_typed_loosely(rig: CoreRig) -> None:
    code = await rig.use.issue_bind_code(rig.unit.id, Purpose.SUPERVISION)

    assert code not in repr(rig.tables.bind_codes)
    await bind(rig, f" {code.lower().replace('-', ' ')} ")
    assert NEW in rig.tables.staff_chats


async def test_a_code_for_an_unknown_unit_is_not_issued(rig: CoreRig) -> None:
    with pytest.raises(NotFoundError, match="unit-unknown"):
        await rig.use.issue_bind_code(UnitId("absent"), Purpose.DESK)
    assert not rig.tables.bind_codes


async def test_missing_rights_are_named_and_use_nothing_up(rig: CoreRig) -> None:
    code = await rig.use.issue_bind_code(rig.unit.id, Purpose.SUPERVISION)

    with pytest.raises(DomainError, match="bind-rights") as refused:
        await bind(rig, code, missing_rights=("administrator", "can_pin_messages"))
    assert refused.value.args_for_text == {"missing": "administrator,can_pin_messages"}
    assert NEW not in rig.tables.staff_chats

    await bind(rig, code)
    assert NEW in rig.tables.staff_chats


async def test_a_code_serves_one_group_and_there_as_often_as_it_is_sent(rig: CoreRig) -> None:
    code = await rig.use.issue_bind_code(rig.unit.id, Purpose.SUPERVISION)
    first = await bind(rig, code)
    rig.clock.move(BIND_CODE_LIFE * 2)

    assert await bind(rig, code) == first
    with pytest.raises(NotFoundError, match="bind-code"):
        await bind(rig, code, ChatId(NEW - 1))
    assert ChatId(NEW - 1) not in rig.tables.staff_chats


@pytest.mark.parametrize(("later", "valid"), [(timedelta(0), True), (timedelta(seconds=1), False)])
async def test_a_code_lives_a_week(rig: CoreRig, later: timedelta, valid: bool) -> None:
    code = await rig.use.issue_bind_code(rig.unit.id, Purpose.SUPERVISION)
    rig.clock.move(BIND_CODE_LIFE + later)

    if valid:
        await bind(rig, code)
    else:
        with pytest.raises(NotFoundError, match="bind-code"):
            await bind(rig, code)
    assert (NEW in rig.tables.staff_chats) is valid


async def test_a_wrong_code_binds_nothing(rig: CoreRig) -> None:
    with pytest.raises(NotFoundError, match="bind-code"):
        await bind(rig, "AAAA-BBBB")
    assert NEW not in rig.tables.staff_chats


async def test_of_two_groups_with_one_code_the_faster_wins(rig: CoreRig) -> None:
    """Between reading the code and marking it used, another group may have used it."""
    code = await rig.use.issue_bind_code(rig.unit.id, Purpose.SUPERVISION)
    hashed, stored = next(iter(rig.tables.bind_codes.items()))
    uow_of = rig.use.bind.uow

    def overtaken() -> Any:
        uow = uow_of()
        enter = uow.__class__.__aenter__

        class Late(uow.__class__):  # type: ignore[name-defined, misc] # a double of whatever is used
            async def __aenter__(self) -> Any:
                await enter(self)
                by_hash = self.bind_codes.by_hash

                async def read_then_lose(code_hash: str) -> Any:
                    found = await by_hash(code_hash)
                    await self.bind_codes.use(code_hash, ChatId(-5))
                    return found

                self.bind_codes.by_hash = read_then_lose
                return self

        uow.__class__ = Late
        return uow

    with pytest.raises(NotFoundError, match="bind-code"):
        await replace(rig.use.bind, uow=overtaken)(code, facts(), BY, Language.EN)
    assert NEW not in rig.tables.staff_chats
    assert rig.tables.bind_codes[hashed] == stored


async def test_one_group_may_serve_several_purposes_of_one_unit(rig: CoreRig) -> None:
    code = await rig.use.issue_bind_code(rig.unit.id, Purpose.SUPERVISION)

    chat, _ = await bind(rig, code, rig.desk.chat_id, title="改了名", is_forum=False)

    assert chat.purposes == {Purpose.DESK, Purpose.SUPERVISION}
    assert (chat.title, chat.is_forum, chat.language) == ("改了名", False, rig.desk.language)


async def test_a_group_does_not_change_its_unit(rig: CoreRig) -> None:
    code = await rig.use.issue_bind_code(rig.street.id, Purpose.SUPERVISION)

    with pytest.raises(DomainError, match="bind-other-unit"):
        await bind(rig, code, rig.desk.chat_id)

    assert rig.tables.staff_chats[rig.desk.chat_id] == rig.desk
    await bind(rig, code, NEW)  # and the code is not lost


async def test_a_staff_chat_has_a_language_of_its_own(rig: CoreRig) -> None:
    await rig.use.set_staff_language(rig.desk.chat_id, Language.ZH_TW)

    assert rig.tables.staff_chats[rig.desk.chat_id] == replace(rig.desk, language=Language.ZH_TW)
    with pytest.raises(NotFoundError, match="chat-not-bound"):
        await rig.use.set_staff_language(NEW, Language.EN)


async def test_topics_switched_off_and_on_are_followed(rig: CoreRig) -> None:
    assert await rig.use.follow_chat(NEW, is_forum=True) is None
    before = rig.tables

    assert await rig.use.follow_chat(rig.desk.chat_id) == rig.desk
    assert await rig.use.follow_chat(rig.desk.chat_id, is_forum=True) == rig.desk
    assert rig.tables is before

    assert await rig.use.follow_chat(rig.desk.chat_id, is_forum=False) == replace(rig.desk, is_forum=False)
    assert not rig.tables.staff_chats[rig.desk.chat_id].is_forum


async def test_a_group_that_became_a_supergroup_keeps_its_cases(rig: CoreRig) -> None:
    case_id = await rig.submitted()

    moved = await rig.use.follow_chat(rig.desk.chat_id, moved_to=NEW)

    assert moved == replace(rig.desk, chat_id=NEW)
    assert rig.desk.chat_id not in rig.tables.staff_chats
    assert (case_id, NEW) in rig.tables.cards
    fresh = rig.items[-1]
    assert (fresh.operation, fresh.chat_id, fresh.petition_id) == (Operation.CARD, NEW, case_id)
    assert await rig.use.follow_chat(rig.desk.chat_id, moved_to=NEW) is None


async def test_a_second_group_for_one_purpose_is_refused_and_the_cases_stay(rig: CoreRig) -> None:
    code = await rig.use.issue_bind_code(rig.unit.id, Purpose.DESK)

    with pytest.raises(DomainError, match="bind-taken"):
        await bind(rig, code, NEW)

    assert NEW not in rig.tables.staff_chats
    case_id = await rig.submitted()
    assert {chat for petition, chat in rig.tables.cards if petition == case_id} == {rig.desk.chat_id}


async def test_a_replacing_code_moves_the_open_cases_and_tells_the_old_group(rig: CoreRig) -> None:
    case_id = await rig.submitted()
    code = await rig.use.issue_bind_code(rig.unit.id, Purpose.DESK, replaces=True)

    chat, _ = await bind(rig, code, NEW)

    assert chat.purposes == rig.desk.purposes
    assert rig.desk.chat_id not in rig.tables.staff_chats
    assert {chat for petition, chat in rig.tables.cards if petition == case_id} == {NEW}
    farewells = [item for item in rig.items if item.spec is not None and item.spec.key == "staff-replaced"]
    assert [item.chat_id for item in farewells] == [rig.desk.chat_id]
