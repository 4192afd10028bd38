"""What an error means for a row: a pure table, no side effects, no clock."""

import re
from dataclasses import dataclass
from itertools import count
from typing import TypeAlias

from telegram.error import (
    BadRequest,
    ChatMigrated,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
)

from core.shared.errors import NotFoundError
from core.shared.ids import ChatId
from delivery.limiter import seconds

CAP = 300.0
DAY = 86_400.0
_JITTER = 0.25


@dataclass(frozen=True, slots=True)
class Retry:
    """Try again after `delay` seconds; `alert` if somebody has to do something first."""

    delay: float
    alert: bool = False


@dataclass(frozen=True, slots=True)
class Unreachable:
    """This person refuses us or is gone."""


@dataclass(frozen=True, slots=True)
class Dead:
    """Wrong for ever, or for a whole day: kept for `linli outbox`, and somebody is told."""


@dataclass(frozen=True, slots=True)
class MigrateTo:
    """The group has become a supergroup."""

    chat_id: ChatId


@dataclass(frozen=True, slots=True)
class Done:
    """Already as we want it, or no longer there to be decorated."""


@dataclass(frozen=True, slots=True)
class Disband:
    """Something is wrong with an album, perhaps with one part only: each goes alone."""


@dataclass(frozen=True, slots=True)
class CardGone:
    """The message to edit does not exist: make the card again."""


@dataclass(frozen=True, slots=True)
class TopicGone:
    """The topic was deleted: make it again, with its card."""


@dataclass(frozen=True, slots=True)
class TopicClosed:
    """The topic must be reopened first."""


@dataclass(frozen=True, slots=True)
class NoTopics:
    """The chat is not a forum any more: send without a topic."""


@dataclass(frozen=True, slots=True)
class ReplyGone:
    """What we answer was deleted: send without answering it."""


@dataclass(frozen=True, slots=True)
class MediaRefused:
    """Not in this form: send it as a document."""


@dataclass(frozen=True, slots=True)
class FileForgotten:
    """Telegram's id of a file leads nowhere any more: send our own copy, or say that there is none."""


@dataclass(frozen=True, slots=True)
class TooLong:
    """Telegram counts more than we do: cut smaller."""


@dataclass(frozen=True, slots=True)
class ReactionRefused:
    """The group does not let this sign be put on messages: say in words what it would have said."""


Repair: TypeAlias = (
    CardGone | TopicGone | TopicClosed | NoTopics | ReplyGone | MediaRefused | FileForgotten | TooLong | ReactionRefused
)
REPAIRS = (
    CardGone,
    TopicGone,
    TopicClosed,
    NoTopics,
    ReplyGone,
    MediaRefused,
    FileForgotten,
    TooLong,
    ReactionRefused,
)
Decision: TypeAlias = Retry | Unreachable | Dead | MigrateTo | Done | Disband | Repair

# Looked up in this order, as parts of the description in lower case.
_MEANINGS: tuple[tuple[Done | Repair, tuple[str, ...]], ...] = (
    (Done(), ("is not modified", "topic_not_modified", "message to react not found")),
    (ReactionRefused(), ("reaction_invalid",)),
    (CardGone(), ("message to edit not found", "message can't be edited", "message_id_invalid", "no text in the mess")),
    (TopicGone(), ("message thread not found", "topic_deleted", "topic_id_invalid")),
    (TopicClosed(), ("topic_closed",)),
    (NoTopics(), ("chat is not a forum",)),
    (ReplyGone(), ("message to be replied not found", "message to reply not found", "replied message not found")),
    (
        MediaRefused(),
        (
            "voice_messages_forbidden",
            "video_messages_forbidden",
            "restricted receiving of v",
            "chat_send_voices_forbidden",
            "chat_send_roundvideos_forbidden",
            "rights to send voice",
            "rights to send video notes",
            "photo_invalid_dimensions",
            "image_process_failed",
            "can't use file of type",
        ),
    ),
    (
        FileForgotten(),
        (
            "wrong file identifier",
            "wrong remote file identifier",
            "invalid file id",
            "file_reference_",
            "file_id_invalid",
        ),
    ),
    (TooLong(), ("message is too long", "caption is too long", "message_too_long", "caption_too_long")),
)
_NOBODY = ("chat not found", "peer_id_invalid", "user not found", "user_is_blocked", "deactivated")
_RIGHTS = (
    "not enough rights",
    "need administrator rights",
    "have no rights",
    "chat_admin_required",
    "write_forbidden",
    "chat_restricted",
    "_forbidden",
    "was upgraded to a supergroup",
)
_NEVER_LEFT = {"ConnectError", "ConnectTimeout", "PoolTimeout"}
"""What httpx calls it when a request was not even begun."""
ALBUM_TRIES = 6
"""So often all of an album is tried where nobody knows what is wrong: half a minute."""
_TOO_LARGE = "entity too large"
_PASSING = ("temporarily unavailable", "internal", "try again")


def backoff(attempts: int, row_id: int) -> float:
    """Return 1, 2, 4 … 300 seconds, up to a quarter less: rows do not come back all at once, nor at random."""
    share = (row_id * 2_654_435_761 + attempts * 40_503) % 1_024 / 1_024
    return _longest(attempts) * (1 - _JITTER * share)


def _longest(attempts: int) -> float:
    return min(CAP, 2.0 ** min(max(attempts, 1) - 1, 16))


def _attempts_in_a_day() -> int:
    tried = 0.0
    for attempt in count(1):
        tried += _longest(attempt) * (1 - _JITTER)
        if tried >= DAY:
            return attempt + 1
    raise AssertionError


ATTEMPTS_IN_A_DAY = _attempts_in_a_day()
"""Whoever has tried so often has tried for more than a day, whatever the jitter."""


def decide(error: Exception, *, chat_id: int, attempts: int, row_id: int) -> Decision:
    """Return what to do. BadRequest is looked at before the rest of NetworkError, which it is a kind of."""
    wait = backoff(attempts, row_id)
    decision: Decision
    match error:
        case RetryAfter():
            decision = Retry(seconds(error))
        case ChatMigrated():
            decision = MigrateTo(ChatId(error.new_chat_id))
        case Forbidden():
            decision = _forbidden(str(error).lower(), chat_id, attempts, wait)
        case BadRequest():
            decision = _bad_request(str(error).lower(), chat_id, attempts, wait)
        case NotFoundError(code="file-unknown"):
            decision = FileForgotten()
        case EndPointNotFound() | NotFoundError():
            decision = Dead()
        case InvalidToken():
            decision = Retry(CAP if attempts > 1 else wait, alert=True)  # says nothing about the row: never dead
        case _:  # time-outs, network, half answers, our own database
            decision = Dead() if attempts >= ATTEMPTS_IN_A_DAY else Retry(wait)
    return decision


def for_album(decision: Decision, error: Exception, attempts: int) -> Decision:
    """Return what to do with an album: one part that Telegram refuses, or chokes on, must not keep the others back."""
    fails = may_have_arrived(error) and (attempts >= ALBUM_TRIES or _TOO_LARGE in str(error).lower())
    of_files = isinstance(decision, Dead | Done | MediaRefused | FileForgotten | TooLong)
    return Disband() if of_files or (fails and isinstance(decision, Retry)) else decision


def _forbidden(said: str, chat_id: int, attempts: int, wait: float) -> Decision:
    if chat_id > 0:
        return Unreachable()
    if "deleted" in said:
        return Dead()
    return _when_let(attempts, wait)


def _bad_request(said: str, chat_id: int, attempts: int, wait: float) -> Decision:
    for meaning, phrases in _MEANINGS:
        if any(phrase in said for phrase in phrases):
            return meaning
    if any(phrase in said for phrase in _NOBODY):
        return Unreachable() if chat_id > 0 else _when_let(attempts, wait)
    if any(phrase in said for phrase in _RIGHTS):
        return _when_let(attempts, wait)
    if any(phrase in said for phrase in _PASSING) and attempts < ATTEMPTS_IN_A_DAY:
        return Retry(wait)
    return Dead()


def lacks_rights(error: BadRequest) -> bool:
    """Tell whether Telegram says that the group does not let us do this."""
    return any(phrase in str(error).lower() for phrase in _RIGHTS)


def _when_let(attempts: int, wait: float) -> Decision:
    """A staff chat that lost us or our rights can give them back: its messages wait a day."""
    return Dead() if attempts >= ATTEMPTS_IN_A_DAY else Retry(wait, alert=True)


def may_have_arrived(error: Exception) -> bool:
    """Tell whether Telegram may have done what was asked all the same: no answer, half of one, a trouble of its own."""
    if isinstance(error, BadRequest) or not isinstance(error, NetworkError | TimeoutError):
        return False
    return type(error.__cause__).__name__ not in _NEVER_LEFT


def describe(error: Exception) -> str:
    """Return what may be kept of an error: Telegram's words without what it quotes, nothing of ours."""
    name = type(error).__name__
    if not isinstance(error, BadRequest | Forbidden | ChatMigrated | RetryAfter):
        return name  # network errors carry addresses with the token in them
    plain = re.sub(r"\"[^\"]*\"|'[^']*'\B|-?\d{4,}(?::\S+)?", "…", str(error))
    return f"{name}: {plain[:120]}"
