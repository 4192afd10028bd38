"""A stored state whose name nobody knows poisons its user's every update, so released names are written down here."""

import inspect

import pytest
from aiogram.fsm.state import StatesGroup

from dialogs import states

pytestmark = pytest.mark.static

RELEASED = {
    "VolunteerSG:main",
    "WhoSG:list",
    "WhoSG:office",
    "OnboardingSG:language",
    "MeSG:main",
    "MeSG:erase",
    "MeSG:sure",
    "OnboardingSG:privacy",
    "OnboardingSG:abroad",
    "OnboardingSG:office",
    "MenuSG:main",
    "MenuSG:help",
    "MenuSG:language",
    "MenuSG:unit",
    "MenuSG:poster",
    "MenuSG:begun",
    "MenuSG:more",
    "PetitionSG:kind",
    "PetitionSG:text",
    "PetitionSG:place",
    "PetitionSG:name",
    "PetitionSG:preview",
    "PetitionSG:anew",
    "PetitionSG:discard",
    "PetitionSG:same",
    "CasesSG:mine",
    "CasesSG:view",
    "CasesSG:write",
    "CasesSG:withdraw",
    "CasesSG:code",
    "CasesSG:coded",
    "CasesSG:coded_write",
    "CasesSG:coded_withdraw",
    "CasesSG:dates",
    "CasesSG:coded_dates",
    "CasesSG:roads",
    "CasesSG:why",
    "OfferSG:ask",
    "OfferSG:drop",
    "OfferSG:last",
    "OfferSG:meant",
    "OfferSG:post",
    "BookingSG:month",
    "BookingSG:day",
    "BookingSG:topic",
    "BookingSG:share",
    "BookingSG:preview",
    "BookingSG:mine",
    "BookingSG:view",
    "BookingSG:cancel",
    "BookingSG:decline",
    "VoteSG:list",
    "VoteSG:verify",
    "VoteSG:ballot",
    "VoteSG:debrief",
    "VoteSG:grade",
    "VoteSG:review",
    "VoteSG:change",
    "VoteSG:result",
    "DisclosureSG:board",
    "DisclosureSG:list",
    "DisclosureSG:item",
    "DisclosureSG:versions",
    "DisclosureSG:search",
    "DisclosureSG:found",
    "VoteSG:read",
    "SubscribeSG:main",
    "SubscribeSG:topics",
    "SubscribeSG:quiet",
    "PetitionSG:whose",
    "PetitionSG:whose_name",
    "PetitionSG:whose_phone",
    "IdentitySG:main",
    "IdentitySG:share",
    "IdentitySG:code",
    "ReportSG:rep_told",
    "ReportSG:rep_words",
    "ReportSG:rep_accused",
    "ReportSG:rep_named",
    "ReportSG:rep_check",
    "ReportSG:rep_drop",
    "ReportSG:rep_mine",
    "ReportSG:rep_view",
    "ReviewSG:rev_warn",
    "ReviewSG:rev_open",
    "ReviewSG:rev_write",
    "ReviewSG:rev_sure",
}
"""Names may be added, never removed or changed."""


def test_no_released_state_is_renamed_or_removed() -> None:
    groups = [group for _, group in inspect.getmembers(states, inspect.isclass) if issubclass(group, StatesGroup)]
    now = {state.state for group in groups for state in group.__states__}
    assert now >= RELEASED
    assert now - RELEASED == set(), "write new states down here when they are released"
