from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from core.shared.errors import NotFoundError, StorageError
from core.shared.ids import ChatId
from delivery import retry
from delivery.retry import (
    ATTEMPTS_IN_A_DAY,
    CardGone,
    Dead,
    Decision,
    Done,
    FileForgotten,
    MediaRefused,
    MigrateTo,
    NoTopics,
    ReactionRefused,
    ReplyGone,
    Retry,
    TooLong,
    TopicClosed,
    TopicGone,
    Unreachable,
    backoff,
    decide,
    describe,
)

pytestmark = pytest.mark.unit
PERSON, GROUP = 1001, -1001


def said(error: Exception, chat_id: int = PERSON, attempts: int = 1) -> Decision:
    return decide(error, chat_id=chat_id, attempts=attempts, row_id=7)


@pytest.mark.parametrize(
    ("description", "decision"),
    [
        ("Bad Request: message is not modified: specified new message content and reply markup are …", Done()),
        ("Bad Request: TOPIC_NOT_MODIFIED", Done()),
        ("Bad Request: message to react not found", Done()),
        ("Bad Request: REACTION_INVALID", ReactionRefused()),
        ("Bad Request: message to edit not found", CardGone()),
        ("Bad Request: message can't be edited", CardGone()),
        ("Bad Request: MESSAGE_ID_INVALID", CardGone()),
        ("Bad Request: there is no text in the message to edit", CardGone()),
        ("Bad Request: message thread not found", TopicGone()),
        ("Bad Request: TOPIC_DELETED", TopicGone()),
        ("Bad Request: TOPIC_ID_INVALID", TopicGone()),
        ("Bad Request: TOPIC_CLOSED", TopicClosed()),
        ("Bad Request: the chat is not a forum", NoTopics()),
        ("Bad Request: message to be replied not found", ReplyGone()),
        ("Bad Request: replied message not found", ReplyGone()),
        ("Bad Request: VOICE_MESSAGES_FORBIDDEN", MediaRefused()),
        ("Bad Request: user restricted receiving of video messages", MediaRefused()),
        ("Bad Request: not enough rights to send voice notes to the chat", MediaRefused()),
        ("Bad Request: PHOTO_INVALID_DIMENSIONS", MediaRefused()),
        ("Bad Request: wrong file identifier/HTTP URL specified", FileForgotten()),
        ("Bad Request: wrong remote file identifier specified: can't unserialize it", FileForgotten()),
        ("Bad Request: can't use file of type Voice as Document", MediaRefused()),
        ("Bad Request: message is too long", TooLong()),
        ("Bad Request: message caption is too long", TooLong()),
        ("Bad Request: can't parse entities: unsupported start tag", Dead()),
    ],
)
@pytest.mark.parametrize("chat_id", [PERSON, GROUP])
def test_bad_request_means_the_same_everywhere(description: str, decision: Decision, chat_id: int) -> None:
    assert said(BadRequest(description), chat_id) == decision


@pytest.mark.parametrize(
    "error",
    [
        Forbidden("Forbidden: bot was blocked by the user"),
        Forbidden("Forbidden: user is deactivated"),
        Forbidden("Forbidden: bot can't initiate conversation with a user"),
        BadRequest("Bad Request: chat not found"),
        BadRequest("Bad Request: PEER_ID_INVALID"),
    ],
)
def test_person_who_refuses_us_is_unreachable(error: Exception) -> None:
    assert said(error) == Unreachable()


@pytest.mark.parametrize(
    "error",
    [
        Forbidden("Forbidden: bot was kicked from the supergroup chat"),
        Forbidden("Forbidden: bot is not a member of the supergroup chat"),
        BadRequest("Bad Request: chat not found"),
        BadRequest("Bad Request: not enough rights to send text messages to the chat"),
        BadRequest("Bad Request: not enough rights to create a topic"),
        BadRequest("Bad Request: CHAT_WRITE_FORBIDDEN"),
        BadRequest("Bad Request: group chat was upgraded to a supergroup chat"),
    ],
)
def test_staff_chat_that_lost_us_is_waited_for_a_day(error: Exception) -> None:
    first, later = said(error, GROUP), said(error, GROUP, ATTEMPTS_IN_A_DAY - 1)

    assert first == Retry(backoff(1, 7), alert=True)
    assert later == Retry(backoff(ATTEMPTS_IN_A_DAY - 1, 7), alert=True)
    assert said(error, GROUP, ATTEMPTS_IN_A_DAY) == Dead()


def test_deleted_group_is_dead_at_once() -> None:
    assert said(Forbidden("Forbidden: the group chat was deleted"), GROUP) == Dead()


@pytest.mark.parametrize(
    "error",
    [
        TimedOut(),
        NetworkError("Bad Gateway"),
        NetworkError("Internal Server Error (500)"),
        TelegramError("Invalid server response"),
        Conflict("Conflict"),
        TimeoutError(),
        StorageError("storage-failed"),
        BadRequest("Bad Request: wrong file_id or the file is temporarily unavailable"),
    ],
)
def test_passing_trouble_is_retried_for_a_whole_day(error: Exception) -> None:
    assert said(error) == Retry(backoff(1, 7))
    assert said(error, attempts=ATTEMPTS_IN_A_DAY - 1) == Retry(backoff(ATTEMPTS_IN_A_DAY - 1, 7))
    assert said(error, attempts=ATTEMPTS_IN_A_DAY) == Dead()


@pytest.mark.parametrize("error", [TimedOut(), NetworkError("Bad Gateway"), InvalidToken("Not Found")])
def test_when_telegram_is_gone_for_an_hour_nothing_is_given_up_and_five_minutes_later_all_is_sent(
    error: Exception,
) -> None:
    gone, tries = 0.0, 0
    while gone < 3_600:
        tries += 1
        decision = said(error, attempts=tries)
        assert isinstance(decision, Retry)
        gone += decision.delay

    assert gone <= 3_600 + retry.CAP
    assert tries < 30


def test_wrong_token_says_nothing_about_the_row() -> None:
    assert said(InvalidToken("Unauthorized")) == Retry(backoff(1, 7), alert=True)
    assert said(InvalidToken("Unauthorized"), attempts=10 * ATTEMPTS_IN_A_DAY) == Retry(300.0, alert=True)


def test_a_file_of_ours_that_is_gone_is_like_one_of_telegrams() -> None:
    assert said(NotFoundError("file-unknown")) == FileForgotten()


@pytest.mark.parametrize("error", [EndPointNotFound("no such"), NotFoundError("case-unknown")])
def test_what_does_not_exist_is_dead(error: Exception) -> None:
    assert said(error) == Dead()


def test_retry_after_is_obeyed_to_the_second_and_never_dead() -> None:
    assert said(RetryAfter(timedelta(seconds=37)), attempts=9 * ATTEMPTS_IN_A_DAY) == Retry(37.0)


def test_migration_names_the_new_chat() -> None:
    assert said(ChatMigrated(-100_777), GROUP) == MigrateTo(ChatId(-100_777))


@given(st.integers(0, 100_000), st.integers(0, 2**40))
def test_backoff_is_capped_deterministic_and_never_far_from_doubling(attempts: int, row_id: int) -> None:
    wait = backoff(attempts, row_id)

    assert wait == backoff(attempts, row_id)
    assert 0.75 <= wait <= retry.CAP
    assert wait <= backoff(attempts + 1, row_id) / 0.75 + 1e-9


@given(st.integers(0, 2**40))
def test_no_row_dies_before_a_day_of_trying(row_id: int) -> None:
    assert sum(backoff(attempt, row_id) for attempt in range(1, ATTEMPTS_IN_A_DAY)) >= retry.DAY


def test_description_keeps_no_content_and_no_token() -> None:
    quoting = BadRequest('Bad Request: can\'t parse entities: unsupported start tag "王秀英" at byte offset 3')
    network = NetworkError("httpx.ConnectError: https://api.telegram.org/bot123456:AAHsecretsecretsecret/sendMessage")

    assert "王秀英" not in describe(quoting)
    assert describe(quoting).startswith("BadRequest: Can't parse entities")
    assert describe(network) == "NetworkError"
    assert describe(Forbidden("user -5001234567 is gone")) == "Forbidden: user … is gone"
