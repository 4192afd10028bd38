"""Whatever table could lead to a person is seen to when they are erased, or says here why not."""

import pytest

from core.privacy.erasing import ERASERS, KEPT
from storage.tables import metadata

pytestmark = pytest.mark.static
LEADS = {"resident_id", "other_id", "telegram_id", "user_id", "author_name", "actor_id", "actor", "voter"}
"""Columns by which a row leads to a person."""
ELSEWHERE = {
    "ballot_roll": "the voter is a line of the committee's own roster, which is freed from the account",
    "disclosure_versions": "the author is of the staff, in office",
    "report_openings": "who has read a report is of the supervision committee, in office",
}


def leading() -> set[str]:
    return {name for name, table in metadata.tables.items() if LEADS & set(table.columns.keys())}


def test_every_table_that_leads_to_a_person_is_erased_or_says_why_not() -> None:
    seen_to = set().union(*(eraser.tables for eraser in ERASERS)) | set(KEPT) | set(ELSEWHERE)

    assert {"residents", "petitions", "bookings", "audit"} <= leading()
    assert leading() - seen_to == set()


def test_no_area_speaks_of_tables_that_are_not_there() -> None:
    named = set().union(*(eraser.tables for eraser in ERASERS)) | set(KEPT) | set(ELSEWHERE)

    assert named - set(metadata.tables) == set()
    assert [eraser.area for eraser in ERASERS][-2:] == ["traffic", "resident"]
