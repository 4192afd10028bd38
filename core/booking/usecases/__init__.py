"""One callable class for each thing people do with days and places."""

from core.booking.usecases.desk import CloseDay, DrawNumber, MarkBooking, MoveDay, SeeDay
from core.booking.usecases.resident import (
    Book,
    CancelBooking,
    ChooseReminders,
    DeclineOffer,
    TakeOffer,
    TellTopic,
    Wish,
)
from core.booking.usecases.series import ImportSeries, SeriesRow, Taken
from core.booking.usecases.tending import MakeDays, TendDays

__all__ = [
    "Book",
    "CancelBooking",
    "ChooseReminders",
    "CloseDay",
    "DeclineOffer",
    "DrawNumber",
    "ImportSeries",
    "MakeDays",
    "MarkBooking",
    "MoveDay",
    "SeeDay",
    "SeriesRow",
    "TakeOffer",
    "Taken",
    "TellTopic",
    "TendDays",
    "Wish",
]
