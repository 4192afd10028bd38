from dataclasses import replace

import pytest

from core.people.model import Purpose
from core.petitions.draft import Draft, DraftFile
from core.petitions.messages import CARD_EXCERPT
from core.petitions.model import Event, FileKind, Kind, Stage
from core.petitions.parts import PIECE
from core.petitions.policy import MAX_OPEN
from core.shared.actions import Action, ActionCode
from core.shared.clock import local_day
from core.shared.errors import DomainError, NotFoundError
from core.shared.ids import ResidentId
from core.shared.link_roles import LinkRole
from core.shared.marks import Mark
from core.shared.messages import MediaRef, Term
from core.shared.outbox import Operation, Priority
from core.shared.text import utf16_len
from tests.core_rig import CoreRig, a_draft
from tests.fakes.world import SHANGHAI, START, FakeCalendar

pytestmark = pytest.mark.unit


async def test_a_complete_draft_becomes_a_case_with_card_and_receipt(rig: CoreRig) -> None:
    receipt = await rig.use.submit(rig.wang, a_draft(place="3号楼"))

    case = rig.case(receipt.petition_id)
    assert (receipt.number, receipt.anonymous) == ("XF-2026-000001", False)
    assert (case.number, case.stage, case.version) == (receipt.number, Stage.SUBMITTED, 1)
    assert (case.resident_id, case.unit_id, case.access_hash) == (rig.wang.resident_id, rig.unit.id, None)
    assert (case.text, case.place.text, case.submitted_at) == ("楼道灯坏了", "3号楼", START)
    assert rig.keys == [f"card:{case.id}:{rig.desk.chat_id}:1", f"receipt:{case.id}"]
    assert [(row.event, row.from_stage, row.to_stage, row.actor_id) for row in rig.history(case.id)] == [
        (Event.SUBMIT, None, Stage.SUBMITTED, rig.wang.resident_id)
    ]
    assert [(row.action, row.actor, row.subject) for row in rig.tables.audit] == [
        ("petition.submitted", "resident", case.id)  # who it was stands in the history, as long as it may
    ]


async def test_the_card_is_new_work_and_the_receipt_goes_to_the_author_only(rig: CoreRig) -> None:
    case_id = await rig.submitted()

    card, receipt = rig.items
    assert (card.operation, card.priority, card.chat_id) == (Operation.CARD, Priority.CARD, rig.desk.chat_id)
    assert (receipt.operation, receipt.chat_id, receipt.role) == (
        Operation.SEND,
        rig.wang.telegram_id,
        LinkRole.RECEIPT,
    )
    assert (case_id, rig.desk.chat_id) in rig.tables.cards


async def test_the_receipt_names_the_promised_days_and_offers_what_can_be_done(rig: CoreRig) -> None:
    case_id = await rig.submitted()

    spec = rig.sent_to(rig.wang)[0].spec
    assert spec is not None
    promises = rig.case(case_id).promises
    assert spec.args == {
        "number": "XF-2026-000001",
        "kind": Term("kind-complaint"),
        "unit": "幸福社区",
        "claim-at": promises.claim_by,
        "reply-at": promises.reply_by,
        "claim": local_day(promises.claim_by, SHANGHAI),
        "reply": local_day(promises.reply_by, SHANGHAI),
        "accept": local_day(promises.accept_by, SHANGHAI),
        "answer": local_day(promises.answer_by, SHANGHAI),
    }
    assert [ActionCode.parse(b.action) for row in spec.buttons for b in row] == [
        ActionCode(Action.SHOW_CASE, case_id),
        ActionCode(Action.ADD_TO_CASE, case_id),
    ]
    assert spec.more == []


async def test_the_receipt_says_when_the_calendar_is_not_known_yet() -> None:
    rig = CoreRig(calendar=FakeCalendar(unknown=frozenset({2026})))
    await rig.submitted()

    spec = rig.sent_to(rig.wang)[0].spec
    assert spec is not None
    assert [line.key for line in spec.more] == ["receipt-calendar-uncertain"]


async def test_confirming_a_draft_twice_is_one_case_with_one_receipt(rig: CoreRig) -> None:
    draft = a_draft()
    first = await rig.use.submit(rig.wang, draft)
    before = (rig.keys, len(rig.tables.history), len(rig.tables.audit))

    again = await rig.use.submit(rig.wang, draft)

    assert again == first
    assert (rig.keys, len(rig.tables.history), len(rig.tables.audit)) == before
    assert list(rig.tables.petitions) == [first.petition_id]


async def test_a_draft_confirmed_while_its_files_were_fetched_is_still_one_case(rig: CoreRig) -> None:
    """The first look comes before the network, the second inside the transaction."""
    draft = a_draft(kind=Kind.SUGGESTION, anonymous=True, code="ABCD-EFGH", files=[_photo("slow")])
    rig.files.telegram["slow"] = b"pixels"
    anonymise = rig.files.anonymise

    async def overtaken(kind: FileKind, file_id: str) -> object:
        rig.files.anonymise = anonymise  # type: ignore[method-assign] # a double stepping aside
        blob = await anonymise(kind, file_id)
        overtaken.first = await rig.use.submit(rig.wang, draft)  # type: ignore[attr-defined] # kept for the assertion
        return blob

    rig.files.anonymise = overtaken  # type: ignore[method-assign, assignment] # a double that lets another one pass
    receipt = await rig.use.submit(rig.wang, draft)

    assert receipt == overtaken.first  # type: ignore[attr-defined] # set above
    assert len(rig.tables.petitions) == 1


async def test_numbers_follow_each_other(rig: CoreRig) -> None:
    numbers = [(await rig.use.submit(rig.wang, a_draft())).number for _ in range(3)]

    assert numbers == ["XF-2026-000001", "XF-2026-000002", "XF-2026-000003"]


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (Draft(id="d", parts=["灯坏了"]), "draft-no-kind"),
        (Draft(id="d", kind=Kind.COMPLAINT), "draft-empty"),
        (Draft(id="d", kind=Kind.COMPLAINT, parts=[" \n", "\u200b\u2060"]), "draft-empty"),
        (Draft(id="d", kind=Kind.COMPLAINT, parts=["x"], anonymous=True, code="ABCD"), "draft-not-anonymous"),
        (Draft(id="d", kind=Kind.SUGGESTION, parts=["x"], anonymous=True), "draft-not-anonymous"),
    ],
)
async def test_an_incomplete_draft_is_refused_and_nothing_happens(rig: CoreRig, draft: Draft, code: str) -> None:
    with pytest.raises(DomainError, match=f"^{code}$"):
        await rig.use.submit(rig.wang, draft)

    assert not rig.tables.petitions
    assert not rig.items


async def test_a_file_alone_is_enough(rig: CoreRig) -> None:
    case_id = await rig.submitted(parts=[], files=[_photo("AgAD1")])

    assert [(a.file_id, a.name, a.size, a.blob_id) for a in rig.case(case_id).attachments] == [
        ("AgAD1", "a.jpg", 12, None)
    ]
    content = rig.items[1]
    assert (content.dedupe, content.to_case, content.role) == (
        f"content:{case_id}:{rig.desk.chat_id}:0",
        True,
        LinkRole.CASE_TEXT,
    )
    assert content.spec is not None
    assert content.spec.media == MediaRef("photo", "", "AgAD1", "a.jpg")


async def test_nothing_is_taken_before_both_consents(rig: CoreRig) -> None:
    resident = rig.tables.residents[rig.wang.resident_id]
    rig.tables.residents[resident.id] = replace(resident, abroad_consented_at=None)

    with pytest.raises(DomainError, match="consent-first"):
        await rig.submitted()
    assert not rig.tables.petitions


async def test_an_old_consent_does_not_count(rig: CoreRig) -> None:
    resident = rig.tables.residents[rig.wang.resident_id]
    rig.tables.residents[resident.id] = replace(resident, consent_version="2020-01")

    with pytest.raises(DomainError, match="consent-first"):
        await rig.submitted()


async def test_an_unknown_person_cannot_submit(rig: CoreRig) -> None:
    with pytest.raises(NotFoundError, match="resident-unknown"):
        await rig.use.submit(replace(rig.wang, resident_id=ResidentId("nobody")), a_draft())


async def test_without_a_desk_on_the_way_up_nothing_is_taken(rig: CoreRig) -> None:
    rig.tables.staff_chats.clear()

    with pytest.raises(DomainError, match="no-desk"):
        await rig.submitted()
    assert not rig.tables.petitions


async def test_the_street_serves_a_community_without_a_desk(rig: CoreRig) -> None:
    supervision = replace(rig.desk, purposes=frozenset({Purpose.SUPERVISION}))
    rig.tables.staff_chats[rig.desk.chat_id] = supervision

    case_id = await rig.submitted()

    assert list(rig.tables.cards) == [(case_id, rig.other_desk.chat_id)]


async def test_one_person_may_have_so_many_open_cases_and_no_more(rig: CoreRig) -> None:
    for _ in range(MAX_OPEN):
        last = await rig.submitted()

    with pytest.raises(DomainError, match="too-many-open") as refused:
        await rig.submitted()
    assert refused.value.args_for_text == {"count": MAX_OPEN}

    await rig.use.withdraw(rig.wang, last)
    assert await rig.submitted()


async def test_a_long_text_follows_its_card_in_full(rig: CoreRig) -> None:
    text = "路灯坏了，晚上看不见。" * 700 + "👵🏽" * 200
    case_id = await rig.submitted(parts=[text])

    specs = [item.spec for item in rig.items if item.role is LinkRole.CASE_TEXT]
    pieces = [str(spec.args["text"]) for spec in specs if spec]
    assert len(pieces) > 1
    assert "".join(pieces) == text == rig.case(case_id).text
    assert all(utf16_len(piece) <= PIECE for piece in pieces)
    assert [(spec.args["index"], spec.args["count"]) for spec in specs if spec] == [
        (n, len(pieces)) for n in range(1, len(pieces) + 1)
    ]


@pytest.mark.parametrize(("length", "followed"), [(CARD_EXCERPT, False), (CARD_EXCERPT + 1, True)])
async def test_a_text_the_card_can_show_is_not_repeated(rig: CoreRig, length: int, followed: bool) -> None:
    await rig.submitted(parts=["字" * length])

    assert any(item.role is LinkRole.CASE_TEXT for item in rig.items) is followed


async def test_a_shared_position_and_every_file_follow_the_card(rig: CoreRig) -> None:
    files = [_photo("p1"), DraftFile(kind=FileKind.VOICE, file_id="v1")]
    await rig.submitted(latitude=39.9, longitude=116.4, files=files)

    media = [item.spec.media for item in rig.items if item.role is LinkRole.CASE_TEXT and item.spec]
    assert media == [
        MediaRef("location", name="39.9,116.4"),
        MediaRef("photo", "", "p1", "a.jpg"),
        MediaRef("voice", "", "v1", ""),
    ]
    assert not any(item.purge_at_once for item in rig.items)


def _photo(file_id: str) -> DraftFile:
    return DraftFile(kind=FileKind.PHOTO, file_id=file_id, name="a.jpg", size=12)


async def test_contacts_in_the_words_stand_below_the_card_as_contacts(rig: CoreRig) -> None:
    draft = a_draft(parts=[])
    draft.add_text("👤 王师傅 110", 3, [Mark("contact", 0, 10, "110\t王师傅\t")])
    await rig.use.submit(rig.wang, draft)

    sent = [item.spec.media for item in rig.items if item.spec is not None and item.spec.media is not None]
    assert sent == [MediaRef("contact", name="110\t王师傅\t")]
