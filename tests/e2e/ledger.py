"""The books of the crash test: what was said, what is missing, what was said twice, and whether it might have been.

A message may be said once more for two reasons, and for each of them once: its answer was kept from the bot by a fault,
or the process was killed before it had written down that it is said. A kill explains one repeat in a chat, and no more
than was in flight in all.
"""

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field

from tests.e2e.people import said
from tests.sandbox_client import Json

IN_FLIGHT = 8
NUMBER = re.compile(r"XF-\d{4}-\d{6}")
MARKER = re.compile(r"诉求-\d+-\d+\.")
DESK = "desk-community"


@dataclass(frozen=True, kw_only=True)
class Books:
    """What was done, and all that stands in the chats afterwards. `kills`: calls logged before each of them."""

    filed: dict[str, int]
    replied: dict[str, str]
    desk: list[Json]
    chats: dict[int, list[Json]]
    calls: list[Json]
    lost: set[int]
    kills: list[int]


@dataclass(kw_only=True)
class Outcome:
    """`lost`, `swapped` and `unexplained` are what must not be; `wrong` says which they are."""

    kills: int
    petitions: int
    replies: int
    messages: int
    after_kills: int = 0
    after_faults: int = 0
    lost: int = 0
    swapped: int = 0
    unexplained: int = 0
    wrong: list[str] = field(default_factory=list)
    seed: int = 0
    faults: dict[str, int] = field(default_factory=dict)
    replayed: int = 0
    seconds: float = 0.0


def settled(books: Books) -> Outcome:
    """Go through the books."""
    from_bot = [m for chat in (books.desk, *books.chats.values()) for m in chat if _of_bot(m)]
    outcome = Outcome(
        kills=len(books.kills), petitions=len(books.filed), replies=len(books.replied), messages=len(from_bot)
    )
    lost, swapped = _missing(books), _out_of_order(books)
    unexplained = _repeats(books, outcome)
    outcome.lost, outcome.swapped, outcome.unexplained = len(lost), len(swapped), len(unexplained)
    outcome.wrong = [*lost, *swapped, *unexplained]
    return outcome


def card_number(message: Json) -> str | None:
    """Return the number of the case whose card this is."""
    first, *rest = said(message).split("\n")
    found = NUMBER.search(first)
    is_card = bool(rest) and any(line.startswith(("⏳", "🗓")) for line in rest)
    return found[0] if found and is_card and _of_bot(message) else None


def _of_bot(message: Json) -> bool:
    return bool(message["from"].get("is_bot"))


def _number(text: str) -> str:
    found = NUMBER.search(text)
    return found[0] if found else ""


def _cards(books: Books) -> dict[str, str]:
    """Return for each case number on a card the petition it shows."""
    cards: dict[str, str] = {}
    for message in books.desk:
        number, marker = card_number(message), MARKER.search(said(message))
        if number and marker and marker[0] in books.filed:
            cards.setdefault(number, marker[0])
    return cards


def _missing(books: Books) -> list[str]:
    cards, wrong = _cards(books), []
    if sorted(cards.values()) != sorted(books.filed):
        wrong += [f"petition without a card: {marker}" for marker in books.filed if marker not in cards.values()]
        wrong += [f"petition with {n} cases: {marker}" for marker, n in Counter(cards.values()).items() if n > 1]
    for number, marker in cards.items():
        texts = [said(m) for m in books.chats[books.filed[marker]] if _of_bot(m)]
        if not any(text.startswith("✅") and number in text for text in texts):
            wrong.append(f"not acknowledged: {number}")
        if not any("回执" in text and number in text for text in texts):
            wrong.append(f"without receipt: {number}")
        if number not in books.replied or not any(books.replied[number] in text for text in texts):
            wrong.append(f"reply did not arrive: {number}")
    for texts in books.chats.values():
        acknowledged = {_number(said(m)) for m in texts if _of_bot(m) and said(m).startswith("✅")} - {""}
        wrong += [f"acknowledged without a case: {number}" for number in acknowledged - set(cards)]
    return wrong


def _out_of_order(books: Books) -> list[str]:
    """In each chat: acknowledgements and receipts as people filed, replies as staff wrote, each by its first saying."""
    cards, wrong = _cards(books), []
    written = {text: place for place, text in enumerate(books.replied.values())}
    for person, messages in books.chats.items():
        texts = [said(m) for m in messages if _of_bot(m)]
        for sign in ("✅", "🧾"):
            numbers = dict.fromkeys(_number(text) for text in texts if text.startswith(sign) and _number(text))
            order = [int(cards[number].split("-")[2].rstrip(".")) for number in numbers if number in cards]
            if order != sorted(order):
                wrong.append(f"{sign} of {person} swapped: {order}")
        replies = dict.fromkeys(found for text in texts for found in written if found in text)
        places = [written[reply] for reply in replies]
        if places != sorted(places):
            wrong.append(f"replies to {person} swapped: {places}")
    return wrong


def _identities(messages: list[Json]) -> list[str]:
    """Name what each message of a chat says: what should be said once has a name of its own.

    That is the kind of message and the case it is about; of a window that names none, the petition that is being
    written, which is the one whose words were shown last. What people said themselves has no name.
    """
    names, written = [], ""
    for message in messages:
        text = said(message)
        number, marker = NUMBER.search(text), MARKER.search(text)
        first = text.split("\n")[0].split(" ")[0]
        written = marker[0] if _of_bot(message) and marker else written
        names.append(f"{first}|{number[0] if number else written}" if _of_bot(message) and text else "")
    return names


def _repeats(books: Books, outcome: Outcome) -> list[str]:
    """Count what was said twice and explain each repeat by what befell the saying before it.

    The kill is the one that came upon the earlier saying: on a slow machine the next one may come before the later.
    """
    calls = reversed(books.calls)  # edits name the message too: the first call that does has sent it
    sent = {(call["chat_id"], call.get("result_message_id")): call for call in calls}
    per_kill: Counter[int] = Counter()
    wrong = []
    for messages in (books.desk, *books.chats.values()):
        here: Counter[int] = Counter()
        seen: dict[str, tuple[int, bool]] = {}
        for message, name in zip(messages, _identities(messages), strict=True):
            if not name or name.endswith("|"):  # before the first petition people find their way in
                continue
            call = sent[message["chat"]["id"], message["message_id"]]
            kills_before = bisect_left(books.kills, call["seq"])
            if name in seen:
                earlier, kept_from_bot = seen[name]
                if kept_from_bot:
                    outcome.after_faults += 1
                elif earlier < kills_before:
                    here[earlier + 1] += 1
                else:
                    wrong.append(f"said twice for no reason: {name} at call {call['seq']}")
            seen[name] = (kills_before, call.get("fault") in books.lost)
        wrong += [f"{n} repeats in one chat after kill {kill}" for kill, n in here.items() if n > 1]
        per_kill += here
    wrong += [f"{n} repeats after kill {kill}" for kill, n in per_kill.items() if n > IN_FLIGHT]
    outcome.after_kills = per_kill.total()
    return wrong
