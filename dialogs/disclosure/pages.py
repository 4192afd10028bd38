from aiogram_dialog import Dialog, LaunchMode

from dialogs.disclosure.board import board_page, found_page, list_page, search_page
from dialogs.disclosure.item import item_page, versions_page
from dialogs.pages import page_window
from dialogs.states import DisclosureSG


def build_disclosure_dialog() -> Dialog:
    return Dialog(
        page_window(DisclosureSG.board, board_page),
        page_window(DisclosureSG.list, list_page),
        page_window(DisclosureSG.item, item_page),
        page_window(DisclosureSG.versions, versions_page),
        page_window(DisclosureSG.search, search_page),
        page_window(DisclosureSG.found, found_page),
        launch_mode=LaunchMode.ROOT,
    )
