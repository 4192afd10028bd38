"""Everything an edge may do or read about bookings, put together from the ports."""

from dataclasses import dataclass

from core.booking.queries import BookingReader
from core.booking.usecases import (
    Book,
    CancelBooking,
    ChooseReminders,
    CloseDay,
    DeclineOffer,
    DrawNumber,
    MarkBooking,
    MoveDay,
    SeeDay,
    TakeOffer,
    TellTopic,
)
from core.shared.clock import Calendar, Clock
from core.shared.ids import IdSource
from core.uow import UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingUseCases:
    reader: BookingReader
    calendar: Calendar
    book: Book
    cancel: CancelBooking
    tell_topic: TellTopic
    reminders: ChooseReminders
    take_offer: TakeOffer
    decline_offer: DeclineOffer
    see_day: SeeDay
    mark: MarkBooking
    draw_number: DrawNumber
    close_day: CloseDay
    move_day: MoveDay


def booking_use_cases(
    uow: UnitOfWorkFactory, reader: BookingReader, clock: Clock, calendar: Calendar, ids: IdSource
) -> BookingUseCases:
    return BookingUseCases(
        reader=reader,
        calendar=calendar,
        book=Book(uow=uow, clock=clock, ids=ids),
        cancel=CancelBooking(uow=uow, clock=clock),
        tell_topic=TellTopic(uow=uow, clock=clock),
        reminders=ChooseReminders(uow=uow),
        take_offer=TakeOffer(uow=uow, clock=clock),
        decline_offer=DeclineOffer(uow=uow, clock=clock),
        see_day=SeeDay(uow=uow, reader=reader),
        mark=MarkBooking(uow=uow, clock=clock),
        draw_number=DrawNumber(uow=uow, clock=clock, ids=ids),
        close_day=CloseDay(uow=uow, clock=clock),
        move_day=MoveDay(uow=uow, clock=clock, calendar=calendar),
    )
