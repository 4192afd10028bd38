from dataclasses import replace
from datetime import timedelta

import pytest

from core.people.model import CONSENT_VERSION, Newcomer
from core.shared.actor import ResidentActor
from core.shared.errors import DomainError, NotFoundError
from core.shared.ids import ResidentId, TelegramUserId
from core.shared.language import Language
from tests.core_rig import CoreRig, actor_of
from tests.factories.cases import a_resident
from tests.fakes.world import START

pytestmark = pytest.mark.unit

NEW = TelegramUserId(6_000_000_001)


async def met(rig: CoreRig) -> ResidentActor:
    return actor_of(await rig.use.meet(NEW, "Emma", "en"))


async def test_a_stranger_who_agrees_becomes_a_resident_of_the_first_community(rig: CoreRig) -> None:
    stranger = await rig.use.meet(NEW, "Emma Smith", "en")
    assert not rig.tables.resident_of(NEW)
    resident = await rig.use.consent(actor_of(stranger), transfer=False)

    assert (resident.name, resident.language, resident.language_chosen) == ("Emma Smith", Language.EN, False)
    assert (resident.unit_id, resident.consented) == (rig.unit.id, False)
    assert rig.tables.residents == {**rig.tables.residents, stranger.id: resident}


async def test_meeting_writes_nothing(rig: CoreRig) -> None:
    before = rig.tables

    for name in ("Emma Smith", "Emma"):
        await rig.use.meet(NEW, name, "en")
    assert await rig.use.meet(rig.wang.telegram_id, "王秀英", "zh") == rig.tables.residents[rig.wang.resident_id]
    assert rig.tables is before


async def test_whom_an_earlier_version_wrote_down_before_they_agreed_is_a_newcomer(rig: CoreRig) -> None:
    early = a_resident(rig.street, telegram_id=NEW, name="Emma").speaks(Language.EN, chosen=True)
    rig.tables.residents[early.id] = early
    stranger = await rig.use.meet(NEW, "Emma Smith", "zh")
    assert rig.tables.residents[early.id] == early
    assert stranger == replace(early, name="Emma Smith")

    await rig.use.choose_language(actor_of(stranger), Language.ZH_TW)
    agreed = await rig.use.consent(await met(rig), transfer=False)

    assert (agreed.id, agreed.language, agreed.unit_id) == (early.id, Language.ZH_TW, rig.street.id)
    await rig.use.refuse_consent(NEW)
    assert not rig.tables.resident_of(NEW)


async def test_a_changed_name_and_a_return_are_noticed(rig: CoreRig) -> None:
    known = rig.tables.residents[rig.wang.resident_id]
    rig.tables.residents[known.id] = replace(known, unreachable_since=START)

    met = await rig.use.meet(known.telegram_id, "王秀英（新）", "zh")

    assert met == replace(known, name="王秀英（新）", unreachable_since=None)
    assert rig.tables.residents[known.id] == met
    assert met.consented


async def test_a_poster_says_where_its_reader_lives(rig: CoreRig) -> None:
    await rig.newcomers.put(NEW, Newcomer(poster=rig.street.id))

    assert (await rig.use.meet(NEW, "Emma", "en")).unit_id == rig.street.id
    assert (await rig.use.consent(await met(rig), transfer=False)).unit_id == rig.street.id


async def test_where_there_is_no_community_home_is_the_first_unit(rig: CoreRig) -> None:
    rig.tables.units = {rig.street.id: rig.street}
    assert (await rig.use.meet(NEW, "Emma", None)).unit_id == rig.street.id

    rig.tables.units = {}
    rig.tables.residents = {}
    with pytest.raises(DomainError, match="no-units"):
        await rig.use.meet(NEW, "Emma", None)


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        (None, Language.ZH_CN),
        ("", Language.ZH_CN),
        ("zh", Language.ZH_CN),
        ("zh-hans", Language.ZH_CN),
        ("zh_CN", Language.ZH_CN),
        ("zh-Hant", Language.ZH_TW),
        ("zh-TW", Language.ZH_TW),
        ("zh_HK", Language.ZH_TW),
        ("en", Language.EN),
        ("en-GB", Language.EN),
        ("fr", Language.EN),
    ],
)
def test_the_language_is_telegrams_until_one_is_chosen(tag: str | None, language: Language) -> None:
    assert Language.from_telegram(tag) is language


async def test_a_chosen_language_stays(rig: CoreRig) -> None:
    for language, agrees in ((Language.ZH_CN, True), (Language.ZH_TW, False)):
        await rig.use.choose_language(await met(rig), language)
        assert ((await met(rig)).language, (await met(rig)).language_chosen) == (language, True)
        if agrees:
            await rig.use.consent(await met(rig), transfer=False)

    resident = rig.tables.resident_of(NEW)
    assert resident is not None
    assert (resident.language, resident.language_chosen) == (Language.ZH_TW, True)


async def test_two_consents_are_asked_apart_and_in_order(rig: CoreRig) -> None:
    emma = await met(rig)
    with pytest.raises(DomainError, match="consent-order"):
        await rig.use.consent(emma, transfer=True)
    assert not rig.tables.audit

    first = await rig.use.consent(emma, transfer=False)
    rig.clock.move(timedelta(minutes=1))
    second = await rig.use.consent(emma, transfer=True)

    assert (first.consented, second.consented) == (False, True)
    assert (second.consented_at, second.abroad_consented_at) == (START, START + timedelta(minutes=1))
    assert second.consent_version == CONSENT_VERSION
    assert [row.action for row in rig.tables.audit] == ["consent.processing", "consent.transfer"]


async def test_a_newer_text_is_agreed_to_from_the_beginning(rig: CoreRig) -> None:
    """Whoever agreed to last year's text has agreed to that one, and not to half of this one."""
    resident = await rig.use.meet(NEW, "Emma", "en")
    emma = actor_of(resident)
    old = replace(resident, consent_version="2020-01", consented_at=START, abroad_consented_at=START)
    rig.tables.residents[resident.id] = old
    assert not old.consented

    with pytest.raises(DomainError, match="consent-order"):
        await rig.use.consent(emma, transfer=True)
    first = await rig.use.consent(emma, transfer=False)
    second = await rig.use.consent(emma, transfer=True)

    assert (first.consented, second.consented) == (False, True)


async def test_agreeing_once_more_takes_nothing_back(rig: CoreRig) -> None:
    emma = await met(rig)
    for transfer in (False, True, False):
        resident = await rig.use.consent(emma, transfer=transfer)

    assert resident.consented


async def test_nobody_chooses_for_somebody_unknown(rig: CoreRig) -> None:
    for attempt in (
        rig.use.choose_language(replace(rig.wang, resident_id=ResidentId("nobody")), Language.EN),
        rig.use.office(ResidentId("nobody")),
    ):
        with pytest.raises(NotFoundError, match="resident-unknown"):
            await attempt


async def test_the_office_shown_is_the_nearest_that_has_one(rig: CoreRig) -> None:
    assert await rig.use.office(rig.wang.resident_id) == rig.unit

    rig.tables.units[rig.unit.id] = replace(rig.unit, office="")
    rig.tables.units[rig.street.id] = replace(rig.street, office="平安路8号", phone="119", hours="8–12")
    shown = await rig.use.office(rig.wang.resident_id)

    assert (shown.id, shown.name) == (rig.unit.id, "幸福社区")
    assert (shown.office, shown.phone, shown.hours) == ("平安路8号", "119", "8–12")


async def test_without_any_office_the_own_phone_is_still_shown(rig: CoreRig) -> None:
    rig.tables.units[rig.unit.id] = own = replace(rig.unit, office="")

    assert await rig.use.office(rig.wang.resident_id) == own
