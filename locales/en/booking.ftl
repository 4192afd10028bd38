day-kind-legal_consultation = Legal advice day
day-kind-legal_service = Legal service day
day-kind-leaders_reception = Leaders' reception
day-kind-deputies_reception = Deputies' reception
day-kind-lecture = Law lecture
day-kind-mobile_station = Mobile law station
day-kind-hearing = Hearing
day-kind-deliberation = Residents' discussion
day-kind-inspection = Deputies' inspection
day-kind-activity = Community activity
day-is-planned = booking not open yet
day-is-open = open for booking
day-is-moved = moved
day-is-closed = called off
day-is-done = over
day-reason-specialist = the person in charge cannot come
day-reason-place = the place cannot be used
day-reason-weather = the weather
day-reason-holiday = a public holiday
day-reason-other = a change of plans
day-holiday-skip = 🗓 Not held on public holidays.
day-holiday-next_workday = 🗓 On a public holiday it moves to the next working day.
day-holiday-keep = 🗓 Held on public holidays too.
booking-is-waiting = on the waiting list
booking-is-offered = a place awaits your answer
booking-is-confirmed = booked
booking-is-arrived = attended
booking-is-no_show = missed
booking-is-cancelled = cancelled
booking-is-declined = declined
booking-is-lapsed = expired
booking-is-past = over
booking-is-called_off = day called off
booking-mark-confirmed = booked
booking-mark-offered = awaiting answer
booking-mark-arrived = ✅ here
booking-mark-no_show = 🚫 no-show
booking-month = 📅 <b>{ $month }/{ $year }</b>: which day suits you? Please press one:
booking-month-instead = 📅 <b>{ $month }/{ $year }</b>: which day instead? The old booking goes only when the new one is made.
booking-no-days = There are no days to book at the moment. Please look again in some days, or call.
booking-day-row = { $day } { $title } · { $how ->
    [free] { $free } free
    [full] full, waiting list
    [later] not open yet
    [off] called off
   *[over] closed
}
booking-slot-row = { $from }–{ $to } · { $free } free
booking-day = 📅 <b>{ $title }</b>
    { $day } { $times }
    📍 { $place }{ $manned ->
    [yes] {"\u000A"}👤 { $people }
   *[no] {""}
}
booking-day-unsure = The public holidays of { $year } are not announced yet, so this day may change. Whoever has booked is told at once.
booking-day-shifted = Planned for { $day }, a public holiday; moved to this day.
booking-day-moved-here = 📢 Planned for { $day }; moved to this day because of { $reason }.
booking-day-reason = Reason: { $reason }
booking-day-free = {"\u000A"}Please choose a time:
button-all-days = All days
booking-several-days = There are several on { $day }; please choose below:
booking-which-time = There are several times at “{ $text }”; please choose below:
booking-no-times = No time can be chosen on this day now; please look below:
booking-no-such-time = “{ $text }” is not free; please choose a time below:
booking-day-full = {"\u000A"}This day is full. You can join the waiting list; when a place becomes free you are told in turn.
booking-day-later = {"\u000A"}Booking opens on { $from }.
booking-day-off = {"\u000A"}This day has been called off; please look at other days.
booking-day-over = {"\u000A"}This day can no longer be booked; please look at other days.
button-wait = ⏳ Join the waiting list
button-booking-of-day = My booking on this day
button-month-earlier = Previous month
button-month-later = Next month
button-days-earlier = Earlier days
button-days-later = Later days
button-my-bookings = My bookings ({ $count })
button-all-bookings = All my bookings
button-days = See the days
button-show-booking = See this booking
booking-topic = What is it about? A few words (up to { $most } characters) help them prepare. You may leave it out.
booking-topic-words = Only words here, please. Bring papers along on the day.
booking-topic-long = ⚠️ At most { $most } characters; this is { $count } and was not kept. Please write less and tell the rest on the day.
button-topic-drop = Say nothing about it
button-tell-topic = Say what it is about
topic-kept = ✅ Noted.
topic-dropped = ✅ All right, nothing is kept about it.
button-topic-skip = Leave out, next
booking-share = You wrote:

    “{ $topic }”

    May the people you meet and the community staff read this <b>beforehand</b>? You can book without, but then they cannot prepare.
button-share-yes = They may read it
button-share-no = They may not
booking-preview = <b>Is this right?</b>
    { $title }
    🕘 { $begins }–{ $to }
    📍 { $place }{ $manned ->
    [yes] {"\u000A"}👤 { $people }
   *[no] {""}
}
    Booked under your name “{ $name }”.
booking-preview-no-topic = What it is about: not said
booking-preview-shared = What it is about (they may read it): “{ $topic }”
booking-preview-unshared = What it is about (only you can see it): “{ $topic }”
booking-preview-instead = Once this is booked, { $number } is cancelled.
button-book = ✅ Book it
button-change-time = Another time
button-change-topic = Change what it is about
button-change-share = Change who may read it
booked = ✅ Booked, number <b>{ $number }</b>.

    Your ticket follows at once.
booking-waits = ⏳ You are on the waiting list. When a place becomes free you are told, and it is held for you for a while.
bookings = 🎫 Your bookings; open one to cancel or change it:
bookings-none = You have no bookings yet.
booking-row = { $when } { $title } · { $state }
booking-view = 🎫 <b>{ $number }</b> { $title } · { $state }
    📍 { $place }{ $manned ->
    [yes] {"\u000A"}👤 { $people }
   *[no] {""}
}
booking-view-time = 🕘 { $begins }–{ $to }
booking-view-day = 🗓 { $day }
booking-view-ahead = { $ahead ->
    [0] You are first in line.
   *[other] { $ahead } before you.
}
booking-view-until = ⏳ Please answer before { $until }; after that the place goes to the next.
button-cancel-booking = Cancel, I cannot come
button-book-anew = Move to another time
button-leave-list = Leave the waiting list
button-offer-take = ✅ I take this place
button-offer-decline = No, give it to others
button-cancel-yes = Yes, cancel
button-cancel-no = No, keep it
booking-cancel-sure = Really cancel { $number } ({ $title }, { $day })? The place goes to others.
booking-leave-sure = Really leave the waiting list ({ $title }, { $day })?
booking-is-off = ✅ { $number } is cancelled.
booking-stays = All right, it is still yours.
place-taken = ✅ The place is yours, number { $number }.
booking-decline-sure = Your place on { $day } ({ $title }) goes to the next in line and does not come back. Are you sure?
button-decline-yes = Give it to the next
place-declined = All right, the place goes to the next.
booking-ticket = 🎫 <b>Ticket { $number }</b>
    { $title }
    🕘 { $begins }–{ $to }
    📍 { $place }{ $manned ->
    [yes] {"\u000A"}👤 { $people }
   *[no] {""}
}

    Please give this number or your name when you come. I remind you the day before and an hour before; if you cannot come, please cancel early so that others can.
    <i>Open the attached file to put it into your phone's calendar.</i>
booking-cancelled = ✅ Booking { $number } ({ $title }, { $begins }) is cancelled. The attached file takes it out of your phone's calendar.
booking-offer = 🔔 <b>A place is free!</b> { $title }
    🕘 { $begins }–{ $to }
    📍 { $place }

    It is held for you until <b>{ $until }</b>. Do you want it? Without an answer it goes to the next.
booking-offer-moved = 📢 <b>Moved:</b> { $title }, because of { $reason }. The place held for you moves along:
    🕘 { $begins }–{ $to }
    📍 { $place }

    It is held for you until <b>{ $until }</b>. Do you want it? Without an answer it goes to the next.
booking-offer-over = ⌛ The place on { $title } ({ $begins }) went to the next, because there was no answer. You can book or join the waiting list again.
booking-waited-in-vain = Sorry, no place became free on { $title } ({ $day }). Please book the next one.
booking-day-moved = 📢 <b>Moved:</b> { $title }, because of { $reason }.
    New time: <b>{ $begins }–{ $to }</b>
    📍 { $place }

    Your place is still yours ({ $number }). If you cannot come, please press "See this booking" below and cancel; the attached file updates your phone's calendar.
booking-day-moved-waiting = 📢 Moved: { $title } to { $day }, because of { $reason }. You are still on the waiting list; to leave it, press "See this booking" below.
booking-moved-away = 📢 { $title } was moved ({ $reason }). The new time { $begins } collides with your booking { $other }, so { $number } had to be cancelled. Please book another time.
booking-day-closed = 📢 <b>Called off:</b> { $title } on { $begins }, because of { $reason }. Your booking { $number } is void; please book another time. We are sorry.
booking-day-closed-waiting = 📢 Called off: { $title } on { $day }, because of { $reason }. You are no longer on its waiting list; please look at other days. We are sorry.
booking-reminder-day = ⏰ Tomorrow: { $title }
    🕘 { $begins }–{ $to }
    📍 { $place }
    Number { $number }. If you cannot come, please press "See this booking" below and cancel, so that others can.
booking-reminder-today = ⏰ Today: { $title }
    🕘 today { $from }–{ $to }
    📍 { $place }
    Number { $number }. If you cannot come, please press "See this booking" below and cancel, so that others can.
booking-reminder-hour = ⏰ Soon: { $title }
    🕘 today { $from }–{ $to }
    📍 { $place }
    Number { $number }.
calendar-description = Booking number { $number }
days = 📅 <b>Days</b> ({ $count } within four weeks); open one for its list:
days-none = No days within four weeks. To arrange some, run linli days import on the server.
days-row = { $day } { $title } { $taken }/{ $capacity } · { $state }
day-list = 📋 <b>{ $title }</b> { $day } · { $state }
    📍 { $place }{ $manned ->
    [yes] {"\u000A"}👤 { $people }
   *[no] {""}
}
    Booked { $taken }/{ $capacity } · waiting { $waiting } · walk-ins { $drawn }
day-list-day-off = ⚠️ By the calendar of public holidays nobody works on this day. Please move it or call it off; everybody who has booked is told.
day-list-nobody = Nobody has booked yet.
day-list-row = { $index }. { $from } { $name } · { $state } <code>{ $number }</code>
day-list-topic = { $index }. { $from } { $name } · { $state } <code>{ $number }</code>
    <blockquote>{ $topic }</blockquote>
button-arrived = ✅ { $index } { $name } is here
button-no-show = 🚫 { $index } no-show
button-walk-in = 🎫 Walk-in number
button-move-day = 📅 Move
button-close-day = ⛔ Call off
button-refresh = 🔄 Refresh
button-page-before = Previous page
button-page-after = Next page
day-date-row = { $day }
day-move-to = 📅 Move { $title } ({ $day }) to which day? The times stay.
day-move-why = 📅 Move { $title } ({ $day }) to { $to }: why? Everybody who has booked will be told.
day-move-sure = 📅 Move { $title } ({ $day }) to <b>{ $to }</b>, reason: { $reason }. { $count } people will be told. Sure?
day-close-why = ⛔ Call off { $title } ({ $day }): why? Everybody who has booked will be told.
day-close-sure = ⛔ Call off { $title } ({ $day }), reason: { $reason }. { $count } people will be told and lose their places. Sure?
button-day-sure = Yes, tell everybody
day-moved = ✅ Moved to { $to }; { $count } people are being told.
day-closed = ✅ Called off; { $count } people are being told.
day-drawn = 🎫 Walk-in number { $number }
help-booking = {"\u000A"}• To see a lawyer or a leader in person, send /book; cancelling and changing is there too.
