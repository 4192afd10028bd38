weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
duty = 🗓 <b>Duty rota of { $unit }</b>
duty-today = <b>On duty today</b>: { $any ->
    [yes] { $names }
   *[no] nobody
}{ $open ->
    [yes] {" "}({ $away } is away, open)
   *[no] {""}
}
duty-day = { $day } { $any ->
    [yes] { $names }
   *[no] —
}{ $open ->
    [yes] {" "}({ $away } is away, open)
   *[no] {""}
}{ $special ->
    [yes] {" "}(this day only)
   *[no] {""}
}
duty-away = 🏖 { $name } is away from { $first } to { $last }
duty-usage =
    Nobody is on the rota yet. Use the buttons, or write:
    /duty mon-fri @username
    /duty 2026-12-03 Name Name
    /duty 2026-12-03 none (nobody that day)
    /duty import (together with a sheet)
    Swap: /swap 2026-12-03 @username · Days off: /away 2026-12-01 to 2026-12-05
    <i>Only colleagues who have said something in this group can be put on it.</i>
duty-set = ✅ Set: { $count ->
    [one] 1 day
   *[other] { $count } days
}.
button-duty-weeks = Every week
button-duty-days = One day
button-duty-weekday = { $weekday } { $any ->
    [yes] { $names }
   *[no] —
}
button-duty-day = { $day } { $any ->
    [yes] { $names }
   *[no] —
}
button-duty-person = { $on ->
    [yes] ✅ { $name }
   *[no] { $name }
}
button-duty-as-weekly = As every week
duty-which-weekday = Which weekday? It holds every week.
duty-which-day = Which day? It holds for this day only.
duty-who-weekly = Who is on duty every { $weekday }? Press a name to add it, again to take it off.
duty-who-day = Who is on duty on { $day }? Press a name to add it, again to take it off.
duty-plan = 📋 <b>This sheet sets { $count ->
    [one] 1 day
   *[other] { $count } days
}</b>. Look at it, then press the button below. It replaces what is set for the same days.
duty-plan-weekly = Every { $weekday }: { $any ->
    [yes] { $names }
   *[no] nobody
}
duty-plan-day = { $day }: { $any ->
    [yes] { $names }
   *[no] nobody
}
duty-plan-wrong = ⚠️ <b>{ $count ->
    [one] 1 problem
   *[other] { $count } problems
} in the sheet; nothing was set.</b> Mend them and send it again:{ $more ->
    [0] {""}
   *[other] {" "}({ $more } more are not listed)
}
duty-problem-day = Row { $row }: “{ $text }” is no day. Write mon, or 2026-12-03.
duty-problem-person = Row { $row }: “{ $text }” is not known. They have to say something in this group first.
duty-problem-nobody = Row { $row }: nobody is named behind “{ $text }”. If nobody is on duty write “none”.
duty-problem-many = Row { $row }: too many people behind “{ $text }”.
button-duty-plan = Set it like this
card-duty = 🔔 On duty today:
card-duty-one = <a href="tg://user?id={ $user }">{ $name }</a>, please have a look
swap-usage =
    Write: /swap 2026-12-03 @colleague
    To get a day in return: /swap 2026-12-03 @colleague 2026-12-05 (yours first, then theirs)
swap-asked = 🔁 <a href="tg://user?id={ $user }">{ $name }</a>, { $from } asks you to take { $day }{ $for ->
    [day] {" "}and would take { $other } for you
   *[nothing] {""}
}.
button-swap-yes = Yes, I will
button-swap-no = No
swap-accepted = ✅ <a href="tg://user?id={ $user }">{ $name }</a>, <a href="tg://user?id={ $by-user }">{ $by }</a> takes { $day } for you{ $for ->
    [day] , you take { $other }
   *[nothing] {""}
}. The rota is changed.
swap-declined = ❌ <a href="tg://user?id={ $user }">{ $name }</a>, <a href="tg://user?id={ $by-user }">{ $by }</a> cannot take { $day }. Please ask somebody else.
away-kept = 🏖 { $name } is away from { $first } to { $last }. Noted.
away-duty = ⚠️ { $day } is open now; please find somebody (/swap).
away-cases = Cases in hand: { $count } ({ $numbers }). Colleagues, please look after them.
away-none = You have noted no days off. Write: /away 2026-12-01 to 2026-12-05
away-mine = Your days off:
away-row = 🏖 { $first } to { $last }
button-away-back = Not away: { $first }
duty-brief = 🗓 <b>Duty on { $day }</b>
duty-brief-on = On duty today: <a href="tg://user?id={ $user }">{ $name }</a>
duty-brief-empty = The rota is empty; a new case calls nobody in particular. Set it with /duty
duty-brief-nobody = Nobody is on duty today; a new case calls nobody in particular.
duty-brief-open = ⚠️ { $name } is away, so today is open.
duty-brief-away = 🏖 { $name } is away until { $last }
duty-brief-cases = { $name } has { $count } in hand, please look after them: { $numbers }{ $more ->
    [0] {""}
   *[other] {" "}and more
}
command-group-duty = Duty rota
command-group-swap = Ask a colleague to swap duty
command-group-away = Note days off
error-duty-elsewhere = The rota is kept in the desk's group.
error-duty-day-unknown = Which day? Write mon, 2026-12-03, or 2026-12-03 to 2026-12-05.
error-duty-nobody-named = Who? Write @username or a name behind the day; if nobody is on duty write “none”.
error-duty-person-unknown = “{ $name }” is not known. They have to say something in this group first; then write @username or the whole name.
error-duty-too-many = At most { $count } people on one day.
error-duty-file = Send /duty import together with an XLSX or CSV sheet (first column the day, then people, up to 200 rows), or in answer to it.
error-duty-plan-gone = This sheet has been set already, or another was sent. /duty shows the rota.
error-duty-no-desk = Please say which unit's desk.
error-away-unknown = These days off are not there any more.
error-away-days-unknown = Which days? Write: /away 2026-12-01 to 2026-12-05
error-away-past = These days are over.
error-away-long = Days off are a year at most.
error-swap-unknown = This swap was not found.
error-swap-usage = Write: /swap 2026-12-03 @colleague. To get a day in return, add it at the end.
error-swap-past = That day is over.
error-swap-self = No need to swap with yourself.
error-swap-not-yours = You are not on duty that day, or they are already. /duty shows the rota.
error-swap-not-theirs = They are not on duty on the second day, or you are already. /duty shows the rota.
error-swap-away = Whoever would take over is away that day.
error-swap-not-asked = Somebody else was asked; only they can answer.
error-swap-over = This swap has ended, or the rota has changed. To swap, send /swap again.
