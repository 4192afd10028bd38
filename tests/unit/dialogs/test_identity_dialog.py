"""Who I am, in the private chat: what proves nothing gets its own sentence."""

import pytest

from tests.dialog_rig import DATE, DialogRig
from tests.factories.cases import a_roster_entry

pytestmark = pytest.mark.unit


async def test_what_proves_nothing_is_told_apart() -> None:
    rig = DialogRig()
    entry = a_roster_entry(rig.core.unit, phone_hash=rig.core.secrets.keyed_hash("phone", "+8613800001001"))
    rig.core.tables.roster[entry.id] = entry
    person = rig.resident()
    card = {"phone_number": "+8613800001001", "first_name": "王", "user_id": person.telegram_id}
    await person.says("/menu")
    await person.presses("更多")
    await person.presses("核对身份")
    await person.presses("用手机号")
    await person.says("13800001001")
    assert "打出来的号码" in person.shown
    origin = {"type": "user", "date": DATE, "sender_user": {"id": 77, "is_bot": False, "first_name": "赵"}}
    await person.says(contact=card, forward_origin=origin)
    assert "转发来的名片" in person.shown
    await person.says(contact={**card, "user_id": 77})
    assert "请出示您自己的手机号" in person.shown
    assert rig.core.tables.roster[entry.id].resident_id is None

    await person.says(contact=card)

    assert "您已核对为" in person.shown
    assert rig.core.tables.roster[entry.id].resident_id is not None
