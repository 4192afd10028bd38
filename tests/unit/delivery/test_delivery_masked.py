"""Whatever is said about a case in a chat above the community goes out masked, whoever has written the row."""

from dataclasses import replace

import pytest

from core.people.model import Level
from core.shared.link_roles import LinkRole
from core.shared.marks import Marked
from core.shared.messages import MediaRef, MessageSpec
from core.shared.outbox import OutboxItem
from tests.delivery_rig import Rig
from tests.factories.cases import an_item
from tests.telegram_double import RecordingTelegram

pytestmark = pytest.mark.unit
DESK = -1001
SAID = "我住3号楼2单元501室，13812345678"


def rows(petition_id: str) -> list[OutboxItem]:
    specs = [
        MessageSpec("say", {"text": Marked(SAID), "number": "XF-2026-000123"}),
        MessageSpec("say", {"text": SAID}, media=MediaRef("document", file_id="f1", name="张三13812345678.pdf")),
        MessageSpec("no-text", media=MediaRef("contact", name="13812345678\t张三\t")),
    ]
    items = [an_item(DESK, spec=spec, petition_id=petition_id) for spec in specs]
    return [replace(item, to_case=True, role=LinkRole.CASE_TEXT) for item in items]


@pytest.mark.parametrize("level", Level)
async def test_words_captions_and_contacts_are_masked_at_the_street_only(
    rig: Rig, telegram: RecordingTelegram, level: Level
) -> None:
    petition = await rig.case(DESK)
    async with rig.database.transaction() as tables:
        unit = tables.units[petition.unit_id]
        tables.units[unit.id] = replace(unit, level=level)
    await rig.put(*rows(petition.id))
    await rig.deliver()

    sent = " ".join(f"{call.method} {call.params}" for call in telegram.calls)
    assert ("13812345678" in sent, "501室" in sent, "sendContact" in sent) == (level is not Level.STREET,) * 3
    assert "XF-2026-000123" in sent
    assert ("*号楼*单元***室，***********" in sent) is (level is Level.STREET)
    assert ("contact-hidden" in sent) is (level is Level.STREET)
