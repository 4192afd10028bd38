"""Voting: the ballots there are, a paper to fill in, what came of it. See `listing` and `paper`."""

from aiogram_dialog import Dialog, LaunchMode

from dialogs.ballots.listing import ballot_page, list_page, result_page, verify_page
from dialogs.ballots.paper import change_page, debrief_page, grade_page, review_page
from dialogs.ballots.reading import read_page
from dialogs.pages import page_window
from dialogs.states import VoteSG


def build_ballots_dialog() -> Dialog:
    return Dialog(
        page_window(VoteSG.list, list_page),
        page_window(VoteSG.verify, verify_page),
        page_window(VoteSG.ballot, ballot_page),
        page_window(VoteSG.debrief, debrief_page),
        page_window(VoteSG.grade, grade_page),
        page_window(VoteSG.review, review_page),
        page_window(VoteSG.change, change_page),
        page_window(VoteSG.result, result_page),
        page_window(VoteSG.read, read_page),
        launch_mode=LaunchMode.ROOT,
    )
