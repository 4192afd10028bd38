"""Who signs, and what is answered with what, mean the same over the fake, SQLite and PostgreSQL."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.petitions.model import Kind, Petition, Stage
from core.petitions.queue import QueueView
from core.shared.errors import ConflictError
from core.shared.ids import ChatId, ResidentId
from core.together.model import Collective, Merge, Part, Signature, counted
from core.together.neighbours import NeighbourLine, Shown
from tests.factories.broadcast import one_who_agreed
from tests.factories.cases import a_petition
from tests.factories.scene import set_scene
from tests.fakes.bundle import StoragePorts
from tests.fakes.world import START

pytestmark = pytest.mark.contract


def signed(petition: Petition, who: ResidentId, minutes: int = 0, part: Part = Part.SIGNER) -> Signature:
    at = START + timedelta(minutes=minutes)
    return Signature(petition_id=petition.id, person=who, resident_id=who, part=part, at=at)


async def test_signers_come_once_speak_leave_and_are_forgotten(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    one, two = one_who_agreed(scene.unit), one_who_agreed(scene.unit)
    case = a_petition(scene.unit, scene.resident)
    collective = Collective(petition_id=case.id, invite="i1", since=START)
    async with ports.uow() as uow:
        for each in (one, two):
            await uow.residents.save(each)
        uow.petitions.add(case)
        await uow.together.open(collective)
        await uow.together.open(replace(collective, invite="i2"))
        assert await uow.together.sign(signed(case, one.id, 2))
        assert not await uow.together.sign(signed(case, one.id, 3))
        assert await uow.together.sign(signed(case, two.id, 3))
        await uow.commit()
    async with ports.uow() as uow:
        assert await uow.together.of(case.id) == collective == await uow.together.by_invite("i1")
        assert await uow.together.by_invite("i2") is None
        speaker = replace(signed(case, two.id, 3), part=Part.SPEAKER)
        await uow.together.save(speaker)
        found = await uow.together.signers([case.id])
        assert [(each.signature, each.telegram_id) for each in found] == [
            (speaker, two.telegram_id),
            (signed(case, one.id, 2), one.telegram_id),
        ]
        assert await uow.together.joined(one.id) == [case.id]
        await uow.together.forget(one.id, "nobody")
        assert await uow.together.signature(case.id, one.id) is None
        await uow.residents.forget(one.id)
        found = await uow.together.signers([case.id])
        assert (counted(each.signature for each in found), found[1].name, found[1].telegram_id) == (2, "", None)
        await uow.together.leave(case.id, two.id)
        assert len(await uow.together.signers([case.id])) == 1
        await uow.commit()


async def test_old_cases_keep_their_number_of_signers_and_no_name(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    case = a_petition(scene.unit, scene.resident)
    async with ports.uow() as uow:
        uow.petitions.add(case)
        await uow.together.sign(signed(case, scene.resident.id))
        await uow.together.forget_signers(scene.petition.id)
        assert await uow.together.signature(case.id, scene.resident.id) is not None
        await uow.together.forget_signers(case.id)
        assert await uow.together.signature(case.id, scene.resident.id) is None
        assert len(await uow.together.signers([case.id])) == 1
        await uow.commit()


async def test_a_case_is_merged_once_counted_on_the_card_and_parted(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    main, other = (a_petition(scene.unit, scene.resident, text=f"电梯坏了{n}") for n in "ab")
    merge = Merge(petition_id=other.id, main_id=main.id, at=START, by="刘敏")
    async with ports.uow() as uow:
        for each in (main, other):
            uow.petitions.add(each)
        await uow.together.merge(merge)
        await uow.together.sign(signed(main, scene.resident.id))
        await uow.together.sign(signed(other, scene.resident.id))
        with pytest.raises(ConflictError, match="together-merged"):
            await uow.together.merge(merge)
        await uow.commit()
    async with ports.uow.reading() as uow:
        assert await uow.together.merge_of(other.id) == merge
        assert await uow.together.members(main.id) == [other.id]
        alike = await uow.together.alike(other, 5)
        assert [key for key, _ in alike] == [other.id, main.id, scene.petition.id]
        assert alike[0][1] & alike[1][1]
    first = await ports.cards.card(main.id, scene.desk.chat_id)
    second = await ports.cards.card(other.id, scene.desk.chat_id)
    assert first is not None
    assert second is not None
    assert (first.signers, first.merged, second.signers, second.merged) == (1, "", 1, main.number)
    async with ports.uow() as uow:
        await uow.together.unmerge(other.id)
        assert await uow.together.members(main.id) == []
        await uow.commit()


async def test_neighbours_are_shown_lines_that_stand_in_their_units(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    case, there = scene.petition, [scene.unit.id, scene.street.id]
    allowed = NeighbourLine(petition_id=case.id, since=START)
    shown = replace(allowed, line="电梯坏了", unit_id=scene.unit.id, by="刘敏")
    async with ports.uow() as uow:
        await uow.together.put_line(shown)
        assert await uow.together.line_of(case.id) is None
        await uow.together.allow(allowed)
        await uow.together.allow(replace(allowed, since=START + timedelta(days=1)))
        assert (await uow.together.line_of(case.id), await uow.together.lines(there)) == (allowed, [])
        await uow.together.put_line(shown)
        await uow.commit()
    async with ports.uow() as uow:
        line = Shown(petition_id=case.id, line="电梯坏了", resident_id=scene.resident.id)
        assert await uow.together.line_of(case.id) == shown
        assert await uow.together.lines(there) == [line]
        assert await uow.together.lines([scene.street.id]) == []
        await uow.petitions.save(replace(case, unit_id=scene.street.id, version=case.version + 1))
        assert await uow.together.lines(there) == []
        await uow.petitions.save(replace(case, stage=Stage.CLOSED, version=case.version + 2))
        assert await uow.together.lines(there) == []
        await uow.together.hide(case.id)
        assert await uow.together.line_of(case.id) is None
        await uow.commit()


async def test_what_is_compared_is_open_and_where_somebody_may_see_it(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    chat, text = scene.desk.chat_id, "电梯坏了没人修"
    old, new, above, over = (
        a_petition(scene.unit, scene.resident, text=text),
        a_petition(scene.unit, scene.resident, text=text),
        a_petition(scene.street, scene.resident, text=text),
        a_petition(scene.unit, scene.resident, text=text, stage=Stage.CLOSED),
    )
    other_kind = a_petition(scene.unit, scene.resident, text=text, kind=Kind.SUGGESTION)
    async with ports.uow() as uow:
        for each in (old, new, above, over, other_kind):
            uow.petitions.add(each)
        for each in (old, new, over, other_kind):
            await uow.links.add_card(each.id, chat)
        await uow.commit()
    async with ports.uow.reading() as uow:
        both = [scene.unit.id, scene.street.id]
        texts = await uow.together.texts(both, [old.id], 2)
        assert [key for key, _ in texts] == [old.id, other_kind.id]
        assert {key for key, _ in await uow.together.texts(both, [], 9)} == {
            each.id for each in (scene.petition, old, new, above, other_kind)
        }
        near = await uow.together.near(new, chat, 9)
        assert [(key, number) for key, number, _ in near] == [(each.id, each.number) for each in (old, scene.petition)]
        assert near[0][2] == await uow.search.tokens(f"{text}\n{old.place.text}")
        assert await uow.together.near(new, ChatId(1), 9) == []


async def test_what_is_merged_is_due_and_overdue_nowhere_until_it_is_parted(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    member = a_petition(scene.unit, scene.resident)
    late = START + timedelta(days=90)
    async with ports.uow() as uow:
        uow.petitions.add(member)
        await uow.links.add_card(member.id, scene.desk.chat_id)
        await uow.links.add_card(scene.petition.id, scene.desk.chat_id)
        await uow.together.merge(Merge(petition_id=member.id, main_id=scene.petition.id, at=START, by="刘敏"))
        await uow.commit()

    async def seen() -> list[object]:
        chat = scene.desk.chat_id
        async with ports.uow.reading() as uow:
            due = [case.number for case in await uow.petitions.falling_due(late)]
            tally = (await uow.petitions.tallies(late, late + timedelta(days=1)))[chat]
        page = await ports.queue_page.page(chat, 7001, QueueView(), late, 5)
        (counted,) = await ports.stats.open_counts(chat, late)
        of_stats = (counted.open, counted.waiting, counted.overdue)
        return [member.number in due, len(page.rows), page.total, tally.overdue, tally.waiting, tally.open, of_stats]

    assert await seen() == [False, 1, 1, 1, 1, 2, (2, 1, 1)]
    async with ports.uow() as uow:
        await uow.together.unmerge(member.id)
        await uow.commit()
    assert await seen() == [True, 2, 2, 2, 2, 2, (2, 2, 2)]
