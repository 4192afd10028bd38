from aiogram_dialog import Dialog, LaunchMode

from dialogs.pages import page_window
from dialogs.reports.accused import accused_page, named_page
from dialogs.reports.entering import check_page, drop_page, told_page, words_page
from dialogs.reports.own import mine_page, view_page
from dialogs.reports.review import open_page, sure_page, warn_page, write_page
from dialogs.states import ReportSG, ReviewSG


def build_report_dialog() -> Dialog:
    return Dialog(
        page_window(ReportSG.rep_told, told_page),
        page_window(ReportSG.rep_words, words_page),
        page_window(ReportSG.rep_accused, accused_page),
        page_window(ReportSG.rep_named, named_page),
        page_window(ReportSG.rep_check, check_page),
        page_window(ReportSG.rep_drop, drop_page),
        page_window(ReportSG.rep_mine, mine_page),
        page_window(ReportSG.rep_view, view_page),
        launch_mode=LaunchMode.ROOT,
    )


def build_review_dialog() -> Dialog:
    return Dialog(
        page_window(ReviewSG.rev_warn, warn_page),
        page_window(ReviewSG.rev_open, open_page),
        page_window(ReviewSG.rev_write, write_page),
        page_window(ReviewSG.rev_sure, sure_page),
        launch_mode=LaunchMode.ROOT,
    )
