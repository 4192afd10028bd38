"""The largest ballot that is taken in fits into Telegram's messages, in every language."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml

from bot.ballot_file import read_ballots
from core.ballots.counting import consequences, count
from core.ballots.lists import show_ballot, show_report
from core.ballots.messages import ballot_args, result_lines, subject_lines
from core.ballots.model import BallotState
from core.ballots.paper import Paper
from core.ballots.usecases.supervision import BallotSheet
from core.shared.errors import DomainError
from core.shared.language import Language
from core.shared.messages import MessageSpec
from core.shared.text import utf16_len
from dialogs.speech import Speech
from locales.catalogue import default_catalogue
from locales.render import Renderer
from tests.ballot_rig import Hall
from tests.core_rig import actor_of
from tests.dialog_rig import DialogRig
from tests.factories.ballots import a_ballot, an_entry, some_slips
from tests.factories.cases import a_unit
from tests.fakes.stores import FakeBlobStore
from tests.fakes.world import START

pytestmark = pytest.mark.unit
MOST = 4096
CLASSES = "abcdef"
FULL = [(17, 60, 5), (23, 4, 5), (30, 30, 1)]
"""Subjects, characters of each name, dimensions: as many as are taken in."""
WORDS = ["morality", "ability", "diligence", "achievement", "integrity"]


def shown(text: str) -> int:
    return utf16_len(re.sub(r"<[^>]+>", "", text))


async def read(folder: Path, subjects: int, name: int, dimensions: int) -> Paper:
    entry: dict[str, Any] = {
        "name": "annual",
        "unit": "幸福社区",
        "kind": "appraisal",
        "title": "题" * 60,
        "intro": "介" * 800,
        "opens": "2026-12-01 08:00",
        "closes": "2026-12-08 20:00",
        "voters": [
            *({"name": each * 60, "roles": ["staff"]} for each in CLASSES[:-1]),
            {"name": CLASSES[-1] * 60},
        ],
        "subjects": [
            {
                "key": f"k{n}",
                "name": f"{n:02}".ljust(name, "字"),
                "kind": "person",
                "dimensions": WORDS[:dimensions],
                "debrief": "长" * 2500,
            }
            for n in range(subjects)
        ],
    }
    file = folder / "b.yaml"
    file.write_text(yaml.safe_dump({"ballots": [entry]}, allow_unicode=True), encoding="utf-8")
    (row,) = await read_ballots(file, ZoneInfo("Asia/Shanghai"), FakeBlobStore())
    return row.paper


@pytest.mark.parametrize(("subjects", "name", "dimensions"), FULL)
async def test_one_more_is_too_many(tmp_path: Path, subjects: int, name: int, dimensions: int) -> None:
    with pytest.raises(DomainError, match="ballot-file"):
        await read(tmp_path, subjects + 1, name, dimensions)


@pytest.mark.parametrize("full", FULL)
async def test_what_committee_and_readers_are_shown(tmp_path: Path, full: tuple[int, int, int]) -> None:
    paper = await read(tmp_path, *full)
    slips = [slip for each in CLASSES for slip in some_slips(paper, ["incompetent"] * 5, group=each * 60)]
    result = count(paper, slips, 100, 5 * len(CLASSES))
    flags = consequences(paper, result, {each.key: "incompetent" for each in paper.subjects})
    ballot = a_ballot(
        a_unit(), paper=paper, state=BallotState.PUBLISHED, result=replace(result, flags=flags).to_json(), seats=100
    )
    found = replace(result, flags=flags)
    draft = replace(ballot, state=BallotState.PROPOSED, result=None)
    sheets = [BallotSheet(ballot=each, unit="u" * 60, marks=9, approved_by=("n" * 64,) * 2) for each in (ballot, draft)]
    specs = [
        MessageSpec("vote-result", ballot_args(ballot), more=result_lines(paper, found)),
        MessageSpec("vote-result", ballot_args(ballot), more=subject_lines(paper, found, "k0")),
        *(show_ballot(sheet).spec for sheet in sheets),
        show_report(sheets[0], 0).spec,
    ]
    for language in Language:
        speech = Speech(Renderer(default_catalogue(), ZoneInfo("Asia/Shanghai"), lambda: START), language)
        assert [shown(speech.spec(spec)) for spec in specs if shown(speech.spec(spec)) > MOST] == []


@pytest.mark.parametrize("full", FULL)
@pytest.mark.parametrize("language", list(Language))
async def test_what_a_voter_is_shown(tmp_path: Path, full: tuple[int, int, int], language: Language) -> None:
    rig = DialogRig()
    hall = Hall(rig.core, await read(tmp_path, *full))
    person = rig.resident()
    resident = rig.core.tables.resident_of(person.telegram_id)
    assert resident is not None
    resident = resident.speaks(language, chosen=True)
    rig.core.tables.residents[resident.id] = resident
    entry = an_entry(rig.core.unit, resident_id=resident.id)
    rig.core.tables.roster[entry.id] = entry
    await hall.opens()
    await hall.fills_in(actor_of(resident), "incompetent")
    await person.says("/vote")
    await person.presses("题")
    assert shown(person.shown) <= MOST
    await person.presses("🗳")
    assert "RCPT" in person.shown
    assert shown(person.shown) <= MOST
