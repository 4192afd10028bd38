"""Calendar files as RFC 5545 wants them: read back by a reader that knows nothing of ours."""

import re
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.shared.appointments import Appointment, calendar_file
from core.shared.messages import MessageSpec
from tests.fakes.world import START

pytestmark = pytest.mark.unit


def an_entry(**given: object) -> Appointment:
    values = {
        "uid": "abc@linli",
        "sequence": 3,
        "begins": START,
        "ends": START + timedelta(minutes=30),
        "stamp": START,
        "name": "YY-2026-000001",
    }
    return Appointment(**{**values, **given})


def read_back(text: str) -> dict[str, str]:
    """Unfold, split at the first colon, unescape."""
    unfolded = text.replace("\r\n ", "")
    lines = [line.partition(":") for line in unfolded.removesuffix("\r\n").split("\r\n")]
    return {name: re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], value) for name, _, value in lines}


def test_what_a_phone_reads() -> None:
    found = read_back(calendar_file(an_entry(place="二楼"), "法律咨询日", "编号"))
    assert found["METHOD"] == "PUBLISH"
    assert (found["UID"], found["SEQUENCE"], found["STATUS"]) == ("abc@linli", "3", "CONFIRMED")
    assert (found["DTSTART"], found["DTEND"], found["DTSTAMP"]) == (
        "20261123T020000Z",
        "20261123T023000Z",
        "20261123T020000Z",
    )
    assert (found["SUMMARY"], found["LOCATION"], found["DESCRIPTION"]) == ("法律咨询日", "二楼", "编号")
    gone = read_back(calendar_file(an_entry(cancelled=True), "x", "y"))
    assert (gone["METHOD"], gone["STATUS"], gone["UID"]) == ("CANCEL", "CANCELLED", "abc@linli")


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=300), st.sampled_from(["", "\n", "a;b,c\\d"]))
def test_any_title_comes_back_and_no_line_is_too_long(title: str, more: str) -> None:
    text = calendar_file(an_entry(place=title), title + more, "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    found = read_back(text)
    assert found["SUMMARY"] == "\n".join((title + more).splitlines())
    assert found["UID"] == "abc@linli"


def test_nothing_a_person_wrote_adds_a_line() -> None:
    text = calendar_file(an_entry(place="a\r\nATTENDEE:x\x00\x1b"), "b\rSTATUS:x", "")
    assert text.count("\r\n") == 16
    assert read_back(text)["LOCATION"] == "a\nATTENDEE:x"


def test_it_waits_in_the_outbox_as_json() -> None:
    spec = MessageSpec("booking-ticket", appointment=an_entry(cancelled=True, title_key="day-kind-hearing"))
    assert MessageSpec.from_json(spec.to_json()).appointment == spec.appointment
    assert "appointment" not in MessageSpec("menu").to_json()
