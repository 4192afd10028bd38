"""Every state has exactly one window: a stored state without one would poison its user's every update."""

from collections import Counter

import pytest
from aiogram.fsm.state import State, StatesGroup
from aiogram_dialog import Dialog

from dialogs import states
from dialogs.ballots.pages import build_ballots_dialog
from dialogs.booking.pages import build_booking_dialog
from dialogs.broadcast.pages import build_broadcast_dialog
from dialogs.cases.pages import build_cases_dialog
from dialogs.directory.pages import build_directory_dialog
from dialogs.disclosure.pages import build_disclosure_dialog
from dialogs.identity.pages import build_identity_dialog
from dialogs.me.pages import build_me_dialog
from dialogs.mediation.pages import build_mediation_dialog
from dialogs.menu.pages import build_menu_dialog
from dialogs.offer.pages import build_offer_dialog
from dialogs.onboarding.pages import build_onboarding_dialog
from dialogs.petition.pages import build_petition_dialog
from dialogs.reports.pages import build_report_dialog, build_review_dialog
from dialogs.together.pages import build_together_dialog
from dialogs.volunteers.pages import build_volunteers_dialog
from tests.source import files

pytestmark = pytest.mark.static

BUILDERS = (
    build_ballots_dialog,
    build_booking_dialog,
    build_broadcast_dialog,
    build_cases_dialog,
    build_directory_dialog,
    build_disclosure_dialog,
    build_me_dialog,
    build_identity_dialog,
    build_menu_dialog,
    build_offer_dialog,
    build_onboarding_dialog,
    build_petition_dialog,
    build_together_dialog,
    build_mediation_dialog,
    build_volunteers_dialog,
    build_report_dialog,
    build_review_dialog,
)
GROUPS = [
    value
    for value in vars(states).values()
    if isinstance(value, type) and issubclass(value, StatesGroup) and value is not StatesGroup
]


def windows(dialog: Dialog) -> list[State]:
    return list(dialog.states())


def test_every_state_has_exactly_one_window() -> None:
    shown = Counter(state.state for build in BUILDERS for state in windows(build()))

    assert shown == Counter(state.state for group in GROUPS for state in group.__all_states__)
    assert set(shown.values()) == {1}


def test_a_dialog_serves_one_group_of_states() -> None:
    assert [len({state.group for state in windows(build())}) for build in BUILDERS] == [1] * len(BUILDERS)


def test_every_dialog_is_looked_at() -> None:
    written = {
        line.split("(")[0].removeprefix("def ")
        for file in files("dialogs")
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.startswith("def build_")
    }

    assert written == {build.__name__ for build in BUILDERS}
