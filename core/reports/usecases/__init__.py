from core.reports.usecases.entering import FindOfficers, ReportReceipt, SubmitReport
from core.reports.usecases.own import AddToReport, OwnReports
from core.reports.usecases.review import PassReportOn, ReviewReport, SeeReport, SupervisedReports
from core.reports.usecases.tending import RemindReviewers

__all__ = [
    "AddToReport",
    "FindOfficers",
    "OwnReports",
    "PassReportOn",
    "RemindReviewers",
    "ReportReceipt",
    "ReviewReport",
    "SeeReport",
    "SubmitReport",
    "SupervisedReports",
]
