"""Albums on their way out: together where they can, one by one where they cannot, and none is lost."""

import asyncio
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.petitions.messages import case_content
from core.petitions.model import FileKind, Petition
from core.shared.ids import ChatId, MessageId
from core.shared.link_roles import LinkRole
from core.shared.messages import Button, MediaRef, MessageSpec
from core.shared.outbox import GATHERED_WORDS, OutboxItem, RowState
from delivery.pace import Pace
from tests.delivery_rig import PERSON, InstantPace, Rig
from tests.factories.cases import an_attachment, an_item
from tests.telegram_double import Call, RecordingTelegram, Wrong

pytestmark = pytest.mark.unit
DESK = -1001
OTHER = 778
TOO_LONG = "长" * 1_025


def part(n: int, text: str = "", kind: str = "photo", to: int = PERSON, **media: Any) -> OutboxItem:
    ref = MediaRef(kind, **({"file_id": f"file{n}"} | media))
    spec = MessageSpec("said", {"text": text}, [[Button("open", "l1:cas:1:0")]], ref)
    return an_item(to, dedupe=f"part:{n}", spec=spec, role=LinkRole.CASE_TEXT, album="a")


def shown(call: Call) -> list[tuple[str, str, str]]:
    media = call.params["media"]
    items = json.loads(media) if isinstance(media, str) else media
    return [(item["type"], item["media"], item.get("caption", "")) for item in items]


async def test_it_goes_in_one_request_and_each_part_leads_to_the_case(rig: Rig, telegram: RecordingTelegram) -> None:
    petition = await rig.case(DESK, is_forum=False)
    items = [part(1, to=DESK), part(2, "看", to=DESK), part(3, kind="video", to=DESK)]
    await rig.put(*(about(item, petition) for item in items))
    await rig.deliver()

    card, album = telegram.calls
    assert (card.method, album.method) == ("sendMessage", "sendMediaGroup")
    assert shown(album) == [("photo", "file1", ""), ("photo", "file2", "said 看"), ("video", "file3", "")]
    assert album.params["reply_parameters"]["message_id"] == 101  # the card
    assert "reply_markup" not in album.params
    links = rig.database.committed.links
    assert {links[ChatId(DESK), MessageId(n)].petition_id for n in (103, 104, 105)} == {petition.id}
    assert rig.states == [RowState.SENT] * 3


def said(n: int, text: str = "") -> OutboxItem:
    spec = MessageSpec("staff-resident-adds", {"name": "王", "number": "N", "text": text or f"第{n}句"})
    return an_item(DESK, dedupe=f"part:{n}", spec=spec, role=LinkRole.CASE_TEXT, album=f"a{GATHERED_WORDS}")


async def test_gathered_words_go_as_one_message_and_each_is_done(rig: Rig, telegram: RecordingTelegram) -> None:
    petition = await rig.case(DESK, is_forum=False)
    await rig.put(*(about(said(n), petition) for n in range(40)))
    await rig.deliver()

    card, words = telegram.calls
    assert (card.method, words.method) == ("sendMessage", "sendMessage")
    told = [str(words.params["text"]).index(f"第{n}句") for n in range(40)]
    assert told == sorted(told)
    assert rig.states == [RowState.SENT] * 40
    assert rig.database.committed.links[ChatId(DESK), MessageId(102)].petition_id == petition.id


async def test_gathered_words_fill_one_message_and_no_more(rig: Rig, telegram: RecordingTelegram) -> None:
    petition = await rig.case(DESK, is_forum=False)
    await rig.put(*(about(said(n, f"{n}" + "长" * 1_500), petition) for n in range(5)))
    await rig.deliver()
    assert len(telegram.calls) == 1 + 3  # the card; two, two and one
    assert rig.states == [RowState.SENT] * 5


async def test_gathered_words_that_are_refused_go_one_by_one(rig: Rig, telegram: RecordingTelegram) -> None:
    petition = await rig.case(DESK, is_forum=False)
    await rig.put(*(about(said(n), petition) for n in range(3)))
    await rig.put(
        about(an_item(DESK, dedupe="wrong", spec=MessageSpec("gone", {}), album=f"a{GATHERED_WORDS}"), petition)
    )
    await rig.deliver()
    assert rig.states.count(RowState.SENT) >= 3


def about(item: OutboxItem, petition: Petition) -> OutboxItem:
    return an_item(
        item.chat_id,
        dedupe=item.dedupe,
        spec=item.spec,
        role=item.role,
        album=item.album,
        petition_id=petition.id,
        to_case=True,
    )


async def test_where_nobody_says_a_word_the_first_says_who_it_is(rig: Rig, telegram: RecordingTelegram) -> None:
    await rig.put(part(1), part(2))
    await rig.deliver()

    assert [caption for _, _, caption in shown(telegram.calls[0])] == ["said ", ""]


async def test_our_own_copies_are_brought_along(rig: Rig, telegram: RecordingTelegram) -> None:
    blob = await rig.blobs.put(b"picture")
    await rig.put(part(1, kind="document", file_id="", blob=blob, name="a.txt"), part(2, kind="document"))
    await rig.deliver()

    (album,) = telegram.calls
    (first, name, _), (_, second, _) = shown(album)
    assert (first, second) == ("document", "file2")
    assert name.startswith("attach://")
    assert album.files[name.removeprefix("attach://")][1] == b"picture"


@pytest.mark.parametrize(
    "refusal",
    [
        Wrong(description="Bad Request: wrong file identifier/HTTP URL specified"),
        Wrong(description="Bad Request: PHOTO_INVALID_DIMENSIONS"),
        Wrong(description="Bad Request: something nobody has heard of"),
        Wrong(code=413, description="Request Entity Too Large"),
    ],
)
async def test_one_bad_part_keeps_none_of_the_others_back(
    rig: Rig, telegram: RecordingTelegram, refusal: Wrong
) -> None:
    telegram.goes_wrong("sendMediaGroup", refusal)
    telegram.goes_wrong("sendPhoto", Wrong(description="Bad Request: wrong file identifier/HTTP URL specified"))
    await rig.put(part(1), part(2, "看"), part(3))
    await rig.deliver()

    assert [(call.method, call.params.get("photo"), call.said) for call in telegram.calls] == [
        ("sendMessage", None, "said \nfile-lost"),
        ("sendPhoto", "file2", "said 看"),
        ("sendPhoto", "file3", "said "),
    ]
    assert rig.states == [RowState.SENT] * 3


@pytest.mark.parametrize("odd", [part(2, TOO_LONG), part(2, kind="voice"), part(2, file_id="", blob="gone")])
async def test_what_makes_no_album_goes_one_by_one(rig: Rig, telegram: RecordingTelegram, odd: OutboxItem) -> None:
    await rig.put(part(1), odd, part(3))
    await rig.deliver()

    assert "sendMediaGroup" not in telegram.methods
    assert [call.params.get("photo") for call in telegram.calls if "photo" in call.params][::2] != []
    assert rig.states == [RowState.SENT] * 3


async def test_what_is_too_much_for_one_request_goes_one_by_one(rig: Rig, telegram: RecordingTelegram) -> None:
    blobs = [await rig.blobs.put(bytes([n]) * (16 * 1024 * 1024)) for n in range(3)]
    await rig.put(*(part(n, file_id="", blob=blob) for n, blob in enumerate(blobs)))
    await rig.deliver()

    assert telegram.methods == ["sendPhoto"] * 3


async def test_a_429_lets_all_of_it_wait(rig: Rig, telegram: RecordingTelegram) -> None:
    telegram.goes_wrong("sendMediaGroup", Wrong(code=429, description="Too Many", parameters={"retry_after": 7}))
    await rig.put(part(1), part(2))
    await rig.deliver()

    assert telegram.calls == []
    assert [row.not_before - rig.elapsed.seconds() for row in rig.rows] == [7, 7]
    rig.elapsed.pass_by(8)
    rig.pace.time += 8
    await rig.deliver()
    assert telegram.methods == ["sendMediaGroup"]


async def test_who_refuses_us_is_asked_once(rig: Rig, telegram: RecordingTelegram) -> None:
    telegram.goes_wrong("sendMediaGroup", Wrong(code=403, description="Forbidden: bot was blocked by the user"))
    await rig.put(part(1), part(2))
    await rig.deliver()

    assert telegram.calls == []
    assert len(telegram.refused) == 1
    assert rig.states == [RowState.UNREACHABLE] * 2


async def test_what_telegram_chokes_on_for_long_is_taken_apart(rig: Rig, telegram: RecordingTelegram) -> None:
    telegram.goes_wrong("sendMediaGroup", *[Wrong(code=500, description="Internal Server Error")] * 6)
    await rig.put(part(1), part(2))
    for _ in range(6):
        await rig.deliver()
        rig.elapsed.pass_by(400)
    await rig.deliver()

    assert telegram.methods == ["sendPhoto", "sendPhoto"]


async def test_an_album_whose_answer_is_lost_comes_twice_at_worst(rig: Rig, telegram: RecordingTelegram) -> None:
    telegram.goes_wrong("sendMediaGroup", Wrong(code=502, description="Bad Gateway", done=True))
    await rig.put(part(1), part(2))
    await rig.deliver()
    rig.elapsed.pass_by(10)
    await rig.deliver()

    assert telegram.methods == ["sendMediaGroup", "sendMediaGroup"]
    assert rig.states == [RowState.SENT] * 2


class Timed(InstantPace):
    delay = Pace.delay

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[float] = []

    async def album(self, chat: int, size: int) -> None:
        await self.chat_turn(chat, size)
        self.sent += [self.time] * size


@given(st.lists(st.tuples(st.floats(0, 40), st.integers(1, 10)), min_size=5, max_size=40))
@example([(0.0, 1), (1.9241166881455074, 4), (0.5984062726018547, 1), (0.0, 10), (0.0, 10)])  # a rounding too early
def test_a_group_never_gets_more_than_twenty_a_minute_with_albums(steps: list[tuple[float, int]]) -> None:
    async def play() -> list[float]:
        pace = Timed()
        for gap, size in steps:
            pace.time += gap
            await pace.album(-100, size)
        return pace.sent

    sent = asyncio.run(play())
    assert max(sum(1 for t in sent if start <= t < start + 60) for start in sent) <= 20


async def test_an_album_into_a_quiet_group_goes_at_once_and_is_paid_for_afterwards() -> None:
    pace = Timed()
    await pace.album(-100, 10)
    assert pace.time == 0
    await pace.album(-100, 1)
    assert pace.time == pytest.approx(9 * 60 / 18)


async def test_an_album_to_a_person_waits_until_nothing_is_owed() -> None:
    pace = Timed()
    await pace.album(PERSON, 1)
    await pace.album(PERSON, 10)
    assert pace.time == pytest.approx(1)
    await pace.album(PERSON, 1)
    assert pace.time == pytest.approx(8)


async def test_what_makes_no_sound_alone_makes_none_as_an_album(rig: Rig, telegram: RecordingTelegram) -> None:
    quiet = [replace(each, spec=replace(each.spec, quiet=True)) for each in (part(1), part(2)) if each.spec]
    await rig.put(*quiet, part(3, to=OTHER), part(4, to=OTHER))
    await rig.deliver()

    assert [call.params.get("disable_notification") for call in telegram.calls] == [True, None]


async def test_two_full_albums_and_a_voice_of_a_petition_all_arrive(rig: Rig, telegram: RecordingTelegram) -> None:
    petition = await rig.case(DESK, is_forum=False)
    files = [an_attachment(kind=FileKind.PHOTO, file_id=f"p{n}", blob_id=None) for n in range(20)]
    voice = an_attachment(kind=FileKind.VOICE, file_id="v", blob_id=None)
    whole = replace(petition, attachments=(*files, voice))
    await rig.put(*case_content(whole, ChatId(DESK)))
    await rig.deliver()

    card, first, second, said = telegram.calls
    assert card.method == "sendMessage"
    assert [media for call in (first, second) for _, media, _ in shown(call)] == [f"p{n}" for n in range(20)]
    assert len(shown(first)) == 10
    assert (said.method, said.params["voice"]) == ("sendVoice", "v")
    assert rig.states == [RowState.SENT] * 21
