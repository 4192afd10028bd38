"""Anonymous means: no id of the person, no file id, no name, no time finer than the day (DOMAIN §8)."""

from datetime import timedelta

import pytest

from core.petitions.draft import DraftFile
from core.petitions.kinds import Verdict
from core.petitions.model import Author, Event, FileKind, Stage
from core.shared.errors import DomainError, NotFoundError, StorageError
from core.shared.ids import AttachmentId, PetitionId
from core.shared.link_roles import LinkRole
from core.shared.marks import Mark, Marked, pack
from core.shared.messages import MediaRef
from tests.core_rig import CoreRig, an_anonymous_draft, words
from tests.factories.cases import an_attachment
from tests.fakes.world import SHANGHAI, START

pytestmark = pytest.mark.unit

CODE = "ABCD-EFGH-JKLM"
DAY = START.astimezone(SHANGHAI).replace(hour=0)
FILE = DraftFile(kind=FileKind.PHOTO, file_id="AgAD-secret", name="王秀英家.jpg", size=99, unique_id="U-secret")


def kept(rig: CoreRig) -> str:
    """Everything that rests in storage about cases, as text to look for traces in."""
    tables = rig.tables
    return repr(
        [tables.petitions, tables.history, tables.messages, tables.links, tables.cards, tables.audit, tables.outbox]
    )


async def test_a_named_case_does_hold_what_an_anonymous_one_must_not(rig: CoreRig) -> None:
    """Otherwise the next test could not fail."""
    await rig.submitted(files=[FILE])

    for trace in (str(rig.wang.resident_id), str(rig.wang.telegram_id), FILE.file_id, FILE.name, FILE.unique_id):
        assert trace in kept(rig)


async def test_an_anonymous_case_holds_nothing_of_its_author(rig: CoreRig) -> None:
    rig.files.telegram[FILE.file_id] = b"pixels"
    rig.clock.move(timedelta(hours=3, minutes=7, seconds=5))

    case_id = await rig.submitted_anonymously(files=[FILE])
    await rig.use.add_to_case(rig.wang, None, "还有二单元", [_attachment()], source="code:t1", code=CODE)
    await rig.use.withdraw(rig.wang, None, code=CODE)

    for trace in (
        str(rig.wang.resident_id),
        str(rig.wang.telegram_id),
        FILE.file_id,
        FILE.name,
        FILE.unique_id,
        "王秀英",
        CODE,
    ):
        assert trace not in kept(rig)
    assert rig.case(case_id).stage is Stage.WITHDRAWN


async def test_links_to_accounts_are_left_out(rig: CoreRig) -> None:
    """Bold stays; a mention of a person without a username is their number."""
    marks = (Mark("bold", 0, 1), Mark("text_mention", 1, 1, str(rig.wang.telegram_id)))

    case_id = await rig.submitted_anonymously(parts=["甲乙"], said_in=[5], marks={"5": pack(marks)})
    await rig.use.add_to_case(rig.wang, None, Marked("丙丁", marks), [], source="code:t1", code=CODE)

    assert rig.case(case_id).marks == marks[:1]
    assert [message.marks for message in rig.messages(case_id)] == [marks[:1]]
    assert str(rig.wang.telegram_id) not in kept(rig)


async def test_times_are_kept_as_a_day(rig: CoreRig) -> None:
    rig.clock.move(timedelta(hours=3, minutes=7))

    case_id = await rig.submitted_anonymously()
    await rig.use.add_to_case(rig.wang, None, "再说一句", [], source="code:t1", code=CODE)
    await rig.use.withdraw(rig.wang, None, code=CODE)

    case = rig.case(case_id)
    times = [case.submitted_at, case.closed_at]
    times += [row.at for row in rig.history(case_id)] + [row.at for row in rig.tables.audit]
    times += [message.at for message in rig.messages(case_id)]
    assert times == [DAY] * 6
    assert not rig.tables.audit  # the order of its rows would date what was done


async def test_what_the_author_brings_about_is_forgotten_as_soon_as_it_is_sent(rig: CoreRig) -> None:
    await rig.submitted_anonymously(parts=["树" * 2_000])
    await rig.use.add_to_case(rig.wang, None, "再说一句", [], source="code:t1", code=CODE)
    await rig.use.withdraw(rig.wang, None, code=CODE)

    kinds = {item.dedupe.split(":")[0] for item in rig.items}
    assert kinds == {"card", "content", "add", "withdrawn"}
    assert [item.dedupe for item in rig.items if not item.purge_at_once] == []


async def test_the_history_says_anonymous_and_the_audit_nothing(rig: CoreRig) -> None:
    case_id = await rig.submitted_anonymously()
    await rig.use.withdraw(rig.wang, None, code=CODE)

    assert [(row.event, row.actor_kind, row.actor_id, row.actor_name) for row in rig.history(case_id)] == [
        (Event.SUBMIT, "anonymous", "", ""),
        (Event.WITHDRAW, "anonymous", "", ""),
    ]
    assert not rig.tables.audit


async def test_nothing_is_sent_to_the_author_whatever_happens(rig: CoreRig) -> None:
    case_id = await rig.submitted_anonymously()
    await rig.use.claim(rig.liu, case_id)
    await rig.use.reply(rig.liu, case_id, words())
    await rig.use.ask(rig.liu, case_id, words())
    await rig.use.prompt(rig.liu, case_id, LinkRole.PROMPT_ANSWER, press="1", subject=Verdict.ADOPTED)
    await rig.use.answer(rig.liu, case_id, words())
    await rig.use.close(rig.liu, case_id)

    assert {item.chat_id for item in rig.items} == {rig.desk.chat_id}
    kept = "staff-kept-for-code"
    assert rig.said(rig.desk.chat_id) == [kept, kept, "prompt-answer-adopted", kept]
    assert [message.author for message in rig.messages(case_id)] == [Author.STAFF] * 3


async def test_only_a_hash_of_the_code_rests_and_it_opens_the_case_however_it_is_typed(rig: CoreRig) -> None:
    case_id = await rig.submitted_anonymously()

    assert rig.case(case_id).access_hash == rig.secrets.keyed_hash("case-access", "abcdefghjklm")
    for typed in (CODE, "abcdefghjklm", "ＡＢＣＤ　ＥＦＧＨ　ＪＫＬＭ", " abcd-efgh_jklm. "):
        assert await rig.use.open_by_code(typed) == case_id
        assert (await rig.use.see.by_code(typed)).petition.id == case_id


async def test_a_file_becomes_a_cleaned_blob_without_name(rig: CoreRig) -> None:
    rig.files.telegram[FILE.file_id] = b"pixels"

    case_id = await rig.submitted_anonymously(files=[FILE])

    (attachment,) = rig.case(case_id).attachments
    assert (attachment.file_id, attachment.name, attachment.size) == ("", "", 0)
    assert attachment.blob_id is not None
    assert rig.blobs.blobs[attachment.blob_id] == b"clean photo:pixels"
    (content,) = [item for item in rig.items if item.dedupe.startswith("content:")]
    assert content.purge_at_once
    assert content.spec is not None
    assert content.spec.media == MediaRef("photo", attachment.blob_id)


async def test_a_file_that_cannot_be_had_stops_everything(rig: CoreRig) -> None:
    with pytest.raises(StorageError, match="file-unavailable"):
        await rig.submitted_anonymously(files=[FILE])

    assert not rig.tables.petitions
    assert not rig.items


async def test_what_is_added_by_code_reaches_the_staff_without_a_name_and_is_purged_at_once(rig: CoreRig) -> None:
    case_id = await rig.submitted_anonymously()
    rig.files.telegram["AgAD-secret"] = b"pixels"

    number = await rig.use.add_to_case(rig.wang, None, "还有", [_attachment()], source="code:t1", code="abcdefghjklm")

    (added,) = [item for item in rig.items if item.dedupe.startswith("add:")]
    assert number == rig.case(case_id).number
    assert added.spec is not None
    assert (added.spec.key, added.purge_at_once) == ("staff-resident-adds-anonymous", True)
    assert added.spec.args == {"name": "", "number": number, "text": "还有"}
    (message,) = rig.messages(case_id)
    assert (message.author_name, message.attachments[0].file_id) == ("", "")
    assert "tg:5" not in message.source


async def test_the_same_message_added_by_code_twice_is_added_once(rig: CoreRig) -> None:
    case_id = await rig.submitted_anonymously()

    for _ in range(2):
        await rig.use.add_to_case(rig.wang, None, "还有", [], source="code:t1", code=CODE)

    assert len(rig.messages(case_id)) == 1
    assert rig.case(case_id).version == 2


async def test_twenty_named_cases_do_not_stop_an_anonymous_one(rig: CoreRig) -> None:
    """Counting anonymous cases per person would mean knowing whose they are."""
    for _ in range(20):
        await rig.submitted()

    assert (await rig.use.submit(rig.wang, an_anonymous_draft())).anonymous


async def test_a_wrong_code_opens_nothing(rig: CoreRig) -> None:
    await rig.submitted_anonymously()

    with pytest.raises(DomainError, match="code-short"):
        await rig.use.open_by_code("ABCD")
    for attempt in (
        rig.use.open_by_code("ABCD-EFGH-XXXX"),
        rig.use.see.by_code("--------"),
        rig.use.withdraw(rig.wang, None, code="ABCD-EFGH-XXXX"),
        rig.use.add_to_case(rig.wang, None, "x", [], source="s", code="ABCD-EFGH-XXXX"),
    ):
        with pytest.raises(NotFoundError, match="code-unknown"):
            await attempt


async def test_a_case_lost_between_code_and_view_is_an_unknown_code(rig: CoreRig) -> None:
    case_id = await rig.submitted_anonymously()
    view = rig.use.cases.view

    async def nothing(petition_id: PetitionId) -> None:
        assert (await view(petition_id)) is not None

    rig.use.cases.view = nothing  # type: ignore[method-assign, assignment] # a reader that finds nothing any more
    with pytest.raises(NotFoundError, match="code-unknown"):
        await rig.use.see.by_code(CODE)
    assert case_id in rig.tables.petitions


async def test_not_even_its_author_sees_it_without_the_code(rig: CoreRig) -> None:
    case_id = await rig.submitted_anonymously()

    for attempt in (
        rig.use.see.own(rig.wang, case_id),
        rig.use.withdraw(rig.wang, case_id),
        rig.use.add_to_case(rig.wang, case_id, "x", [], source="s"),
    ):
        with pytest.raises(NotFoundError, match="case-unknown"):
            await attempt


def _attachment() -> object:
    return an_attachment(id=AttachmentId("a"), file_id=FILE.file_id, name=FILE.name)


async def test_the_drafts_id_does_not_lead_to_the_case_and_confirming_twice_is_still_one_case(rig: CoreRig) -> None:
    draft = an_anonymous_draft()

    first = await rig.use.submit(rig.wang, draft)
    second = await rig.use.submit(rig.wang, draft)

    assert first == second
    assert rig.case(first.petition_id).draft_id != draft.id


async def test_an_addition_by_code_keeps_no_number_of_its_update(rig: CoreRig) -> None:
    case_id = await rig.submitted_anonymously()

    for _ in range(2):
        await rig.use.add_to_case(rig.wang, None, "再说一句", [], source="update:4711", code=CODE)

    (message,) = rig.messages(case_id)
    assert "4711" not in message.source
