"""Codes of anonymous cases typed where nobody asks for one."""

import pytest

from core.shared.ids import PetitionId
from tests.dialog_rig import DialogRig, Person

pytestmark = pytest.mark.unit

CODE = "ABCD-EFGH-JKLM"


@pytest.fixture
async def case_id(rig: DialogRig) -> PetitionId:
    return await rig.core.submitted_anonymously(parts=["种几棵树"])


async def test_codes_typed_anywhere_cannot_be_guessed_on_and_on(
    rig: DialogRig, wang: Person, case_id: PetitionId
) -> None:
    await wang.says("/start")
    for n in range(10):
        await wang.says(f"abcdefghjk{n}z")
        assert "请过一会儿再试" not in wang.shown
    await wang.says(CODE.replace("-", ""))

    assert "请过一会儿再试" in wang.shown
    assert "种几棵树" not in wang.shown
    assert "ABCDEFGHJKLM" not in repr(rig.core.tables.state), "a real code is not kept beside a name"


async def test_numbers_and_words_are_no_guesses(rig: DialogRig, wang: Person, case_id: PetitionId) -> None:
    await wang.says("/start")
    for n in range(12):
        await wang.says(f"2345678923{n + 40}")
        await wang.says("need this lamp")
        await wang.says(f"XF-2026-0000{n + 10}")
    await wang.says(CODE.replace("-", ""))

    assert "种几棵树" in wang.shown
