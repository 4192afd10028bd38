"""What travels and rests as text and comes back: button codes, message specs, drafts."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.petitions.draft import MAX_FILES, MAX_TEXT, Draft, DraftFile
from core.petitions.model import KINDS, FileKind, Kind, Place
from core.shared.actions import MAX_BYTES, PREFIX, Action, ActionCode
from core.shared.messages import Button, MediaRef, MessageSpec, Term

pytestmark = pytest.mark.unit

SUBJECTS = st.text(st.sampled_from("0123456789abcdef"), max_size=32)
CODES = st.builds(ActionCode, st.sampled_from(Action), SUBJECTS, st.integers(0, 10**9))


@given(CODES)
def test_a_packed_code_is_read_back(code: ActionCode) -> None:
    assert ActionCode.parse(code.pack()) == code


@pytest.mark.parametrize("action", Action)
def test_every_code_fits_with_the_longest_id_and_a_huge_version(action: Action) -> None:
    code = ActionCode(action, "f" * 32, 10**9)

    assert len(code.pack().encode()) <= MAX_BYTES
    assert ActionCode.parse(code.pack()) == code


def test_a_code_that_does_not_fit_is_refused_before_telegram_does() -> None:
    with pytest.raises(ValueError, match="l1:clm"):
        ActionCode(Action.CLAIM, "字" * 20).pack()


def test_released_codes_are_never_renamed() -> None:
    """Buttons stay pressable for ever."""
    assert PREFIX == "l1"
    released = {"CLAIM": "clm", "REPLY": "rpl", "NOTE": "nte", "ASK": "ask", "ANSWER": "ans", "CLOSE": "cls"}
    released |= {"SHOW_CASE": "cas", "ADD_TO_CASE": "add", "WITHDRAW": "wdr", "MENU": "mnu"}
    assert {action.name: action.value for action in Action}.items() >= released.items()


@pytest.mark.parametrize(
    "garbage",
    [
        None,
        "",
        "l1",
        "l1:clm",
        "l1:clm:x",
        "l1:clm:x:",
        "l1:clm:x:1:2",
        "l1:clm:x:-1",
        "l1:clm:x:1.5",
        "l1:clm:x:²",
        "l1:nope:x:1",
        "l1::x:1",
        "l2:clm:x:1",
        "clm:x:1:l1",
        "l1:clm:x:" + "9" * 5000,
    ],
)
def test_what_is_not_exactly_one_of_ours_is_none(garbage: str | None) -> None:
    assert ActionCode.parse(garbage) is None


@given(st.text() | st.text(alphabet="l1:clmask0"))
def test_no_text_makes_parsing_fail(text: str) -> None:
    code = ActionCode.parse(text)

    assert code is None or text.startswith(f"{PREFIX}:{code.action}:{code.subject}:")


WORDS = st.text(max_size=20)
MOMENTS = st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - bounds
ARGS = st.dictionaries(WORDS, WORDS | st.integers() | st.dates() | MOMENTS | st.builds(Term, WORDS), max_size=4)
BUTTONS = st.lists(st.lists(st.builds(Button, WORDS, WORDS, WORDS), max_size=2), max_size=2)
MEDIA = st.none() | st.builds(MediaRef, WORDS, WORDS, WORDS, WORDS)
LINES = st.lists(st.builds(MessageSpec, WORDS, ARGS, BUTTONS, MEDIA, st.booleans(), st.just([])), max_size=2)
SPECS = st.builds(MessageSpec, WORDS, ARGS, BUTTONS, MEDIA, st.booleans(), LINES)


@given(SPECS)
def test_a_message_comes_back_from_json_as_it_was(spec: MessageSpec) -> None:
    assert MessageSpec.from_json(json.loads(json.dumps(spec.to_json()))) == spec


def test_a_day_and_a_moment_stay_apart() -> None:
    """A datetime is a date too: asked in the wrong order, moments would lose their hours."""
    args = {"day": date(2026, 10, 1), "moment": datetime(2026, 10, 1, tzinfo=UTC), "term": Term("kind-service")}

    back = MessageSpec.from_json(json.loads(json.dumps(MessageSpec("k", args).to_json()))).args

    assert [type(value) for value in back.values()] == [date, datetime, Term]
    assert back == args


FILES = st.builds(DraftFile, kind=st.sampled_from(FileKind), file_id=WORDS, name=WORDS, size=st.integers(0, 10**10))
DRAFTS = st.builds(
    Draft,
    id=WORDS,
    kind=st.none() | st.sampled_from(Kind),
    parts=st.lists(WORDS, max_size=3),
    files=st.lists(FILES, max_size=3),
    place=WORDS,
    latitude=st.none() | st.floats(-90, 90),
    longitude=st.none() | st.floats(-180, 180),
    anonymous=st.booleans(),
    code=WORDS,
)


@given(DRAFTS)
def test_a_draft_comes_back_from_json_as_it_was(draft: Draft) -> None:
    back: Any = Draft.from_json(json.loads(json.dumps(draft.to_json())))

    assert back == draft
    assert back.where == Place(draft.place, draft.latitude, draft.longitude)


def test_what_another_version_wrote_of_a_file_poisons_no_draft() -> None:
    written = Draft(id="d", files=[DraftFile(kind=FileKind.PHOTO, file_id="f")]).to_json()
    written["files"][0]["seen_by_nobody"] = 1

    assert Draft.from_json(written).files == [DraftFile(kind=FileKind.PHOTO, file_id="f")]


def test_a_draft_takes_five_full_messages_and_then_says_no_and_keeps_what_it_has() -> None:
    draft = Draft(id="d")
    taken = [draft.add_text("长" * 3_999) for _ in range(6)]

    assert taken == [True] * 5 + [False]
    assert draft.parts == ["长" * 3_999] * 5
    assert len(draft.text) <= MAX_TEXT


def test_length_is_counted_as_telegram_counts() -> None:
    draft = Draft(id="d")

    assert not draft.add_text("😀" * (MAX_TEXT // 2))
    assert draft.add_text("字" * (MAX_TEXT - 1))


def test_a_draft_takes_twenty_files() -> None:
    draft = Draft(id="d")
    taken = [draft.add_file(DraftFile(kind=FileKind.PHOTO, file_id=str(n))) for n in range(21)]

    assert taken == [True] * MAX_FILES + [False]
    assert [file.file_id for file in draft.files] == [str(n) for n in range(20)]


def test_a_draft_is_empty_until_there_is_something_to_see_or_open() -> None:
    assert Draft(id="d").empty
    assert Draft(id="d", parts=["\u200b", "\n"]).empty
    assert not Draft(id="d", parts=["", "灯"]).empty
    assert not Draft(id="d", files=[DraftFile(kind=FileKind.VOICE, file_id="v")]).empty


def test_only_suggestions_may_be_anonymous() -> None:
    assert [kind for kind in Kind if Draft(id="d", kind=kind).may_be_anonymous] == [Kind.SUGGESTION]
    assert not Draft(id="d").may_be_anonymous
    assert set(KINDS) == set(Kind)


def test_parts_are_joined_by_lines() -> None:
    assert Draft(id="d", parts=["一", "二"]).text == "一\n二"
