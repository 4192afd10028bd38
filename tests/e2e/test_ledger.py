"""The referee of the crash test finds what it is there to find."""

from dataclasses import replace

import pytest

from tests.e2e.ledger import Books, settled
from tests.sandbox_client import Json

pytestmark = pytest.mark.e2e

PERSON, DESK = 7, -100
FILED = {"诉求-7-1.": PERSON, "诉求-7-2.": PERSON}
ONE, TWO = "XF-2026-000001", "XF-2026-000002"
LOST_BY_FAULT = 5


def chat(where: int, *texts: str) -> list[Json]:
    """What the bot said there, numbered from 1."""
    who = {"is_bot": True}
    return [{"chat": {"id": where}, "message_id": n, "from": who, "text": text} for n, text in enumerate(texts, 1)]


def calls(where: int, messages: list[Json], **more: int) -> list[Json]:
    return [
        {"chat_id": where, "result_message_id": m["message_id"], "seq": where % 50 + m["message_id"] * 10, **more}
        for m in messages
    ]


SAID = [f"✅ 收到 {ONE}", f"🧾 回执 {ONE}", f"✅ 收到 {TWO}", f"🧾 回执 {TWO}", f"答复给{ONE}.", f"答复给{TWO}."]
CARDS = [f"🆕 {ONE} 投诉\n诉求-7-1.\n⏳ 承诺", f"🆕 {TWO} 投诉\n诉求-7-2.\n⏳ 承诺"]


def books(said: list[str], cards: list[str], **more: int) -> Books:
    person, desk = chat(PERSON, *said), chat(DESK, *cards)
    return Books(
        filed=FILED,
        replied={ONE: f"答复给{ONE}.", TWO: f"答复给{TWO}."},
        desk=desk,
        chats={PERSON: person},
        calls=sorted(calls(PERSON, person, **more) + calls(DESK, desk, **more), key=lambda call: call["seq"]),
        lost={LOST_BY_FAULT},
        kills=[],
    )


def test_a_good_end_is_one() -> None:
    outcome = settled(books(SAID, CARDS))

    assert outcome.wrong == []
    assert (outcome.petitions, outcome.replies, outcome.messages) == (2, 2, 8)


@pytest.mark.parametrize("missing", SAID)
def test_what_is_missing_is_found(missing: str) -> None:
    assert settled(books([text for text in SAID if text != missing], CARDS)).lost > 0


def test_a_petition_without_a_card_or_with_two_is_found() -> None:
    assert settled(books(SAID, CARDS[:1])).lost > 0
    assert settled(books(SAID, [*CARDS, CARDS[0].replace(ONE, "XF-2026-000003")])).lost > 0


@pytest.mark.parametrize(("first", "second"), [(0, 2), (1, 3), (4, 5)])
def test_a_swap_is_found(first: int, second: int) -> None:
    said = [*SAID]
    said[first], said[second] = said[second], said[first]

    assert settled(books(said, CARDS)).swapped == 1


@pytest.mark.parametrize("again", [*SAID, CARDS[0]])
def test_a_repeat_needs_a_reason(again: str) -> None:
    said, cards = ([*SAID, again], CARDS) if again in SAID else (SAID, [*CARDS, again])
    book = books(said, cards)

    assert settled(book).unexplained == 1
    where = PERSON if again in SAID else DESK
    latest = max(call["seq"] for call in book.calls if call["chat_id"] == where)
    killed = settled(replace(book, kills=[latest - 1]))
    assert (killed.unexplained, killed.after_kills) == (0, 1)
    excused = settled(books(said, cards, fault=LOST_BY_FAULT))
    assert (excused.unexplained, excused.after_faults) == (0, 1)
    assert settled(books(said, cards, fault=LOST_BY_FAULT + 1)).unexplained == 1


def test_one_reason_is_good_for_one_repeat_and_one_kill_for_one_in_a_chat() -> None:
    book = books([*SAID, SAID[4], SAID[4]], CARDS)
    assert settled(replace(book, kills=[book.calls[-2]["seq"] - 1])).unexplained == 1
    two = books([*SAID, SAID[4], SAID[5]], CARDS)
    assert settled(replace(two, kills=[two.calls[-2]["seq"] - 1])).unexplained == 1
