queue = <b>{ $count } open</b> (due first on top)
queue-empty = Nothing is waiting.
queue-mine = <b>{ $count } in your hands</b> (due first on top)
queue-mine-empty = You have nothing in your hands. Send /queue for all.
queue-filter = 🔎 { $scope } · { $kind } · { $category }{ $days ->
    [0] {""}
   *[other] {" "}· { $days } days or older
}
queue-row = { $mark } { $linked ->
    [yes] <a href="{ $link }"><b>{ $number }</b></a>
   *[no] <b>{ $number }</b>
} { $kind }{ $sorted ->
    [yes] {" "}({ $category })
   *[no] {""}
} { $text } · { $dated ->
    [no] { $stage }
   *[other] by { $day }
} · { $taken ->
    [no] nobody yet
   *[other] { $name }
}
queue-unread = “{ $words }” is no kind and no category, so the list below does not look for it. For cases with these words send /find { $words }
queue-which-k = Which kind?
queue-which-c = About what?
queue-which-t = Filed how long ago?
queue-choose = <b>Tap the cases to be done together</b>, then what to do. { $count } chosen.
queue-sure-claim = Take these <b>{ $count }</b> yourself? The residents will be told. Tap one to leave it out.
queue-sure-close = Close these <b>{ $count }</b>? The residents will be told. What has no formal answer yet stays open. Tap one to leave it out.
queue-sure-remind = Remind whoever has these <b>{ $count }</b>, in this group? Tap one to leave it out.
queue-done-claim = ✅ Taken: { $count }.{ $refused ->
    [0] {""}
   *[other] {" "}Not taken: { $refused }
}
queue-done-close = ✅ Closed: { $count }.{ $refused ->
    [0] {""}
   *[other] {" "}Not closed: { $refused }
}
queue-done-remind = ✅ Reminded: { $count }.{ $refused ->
    [0] {""}
   *[other] {" "}Not reminded: { $refused }
}
queue-not-done = • { $number }: { $why }
queue-nudge = 🔔 <a href="tg://user?id={ $user }">{ $name }</a>, { $by } reminds you of { $count } in your hands:
queue-nudge-row = { $mark } { $linked ->
    [yes] <a href="{ $link }"><b>{ $number }</b></a>
   *[no] <b>{ $number }</b>
} · by { $day }
button-queue-all = All
button-queue-mine = Mine
button-queue-unclaimed = Unclaimed
button-queue-overdue = Overdue
button-queue-named = { $name }
button-queue-on = ● { $name }
button-queue-any = Any
button-queue-by-k = Kind…
button-queue-by-c = About…
button-queue-by-t = Age…
button-queue-age = { $days ->
    [0] Any
   *[other] { $days } days +
}
button-queue-choose = ☐ Choose several
button-queue-picked = ☑ { $number }
button-queue-unpicked = ☐ { $number }
button-queue-all-claim = 🙋 Take all
button-queue-all-close = ✅ Close all
button-queue-all-remind = 🔔 Remind
button-queue-sure = Yes, { $count }
names-queue-all = all|everything
names-queue-mine = mine|my|me
names-queue-unclaimed = unclaimed|free|nobody|open
names-queue-overdue = overdue|late|due
names-queue-days = days|day|d
category-transport = Transport
category-labour = Work and social security
category-health = Health
category-trade = Trade and tourism
category-building = Building and town
category-culture = Education and culture
category-environment = Environment
category-which = What is it about?
category-set = { $number } is about: { $name }
button-category = 🏷 Change category
card-category = 🏷 { $category }
staff-help-queue = • /queue what is open, in pages with buttons; or with words: /queue complaint, /queue rubbish, /queue unclaimed, /queue 7days · /mine mine · /overdue past their day
staff-help-find = • /find words, through what cases say · /tpl canned answers · /stats how you stand · /handover at the end of a shift (with what there is to say behind it)
find-usage = Please say what to look for, for example: /find rubbish building 3
found-nothing = No case says “{ $words }”. Try other words, or fewer.
found-words = 🔎 <b>“{ $words }”</b>: { $count } (page { $page }/{ $pages }, newest first)
found-part = 🔎 <b>“{ $words }”</b>: { $count } (page { $page }/{ $pages }, newest first)
found-like = 🔎 Nothing says exactly “{ $words }”; <b>like it: { $count }</b> (page { $page }/{ $pages })
found-row = { $mark } { $linked ->
    [yes] <a href="{ $link }"><b>{ $number }</b></a>
   *[no] <b>{ $number }</b>
} { $kind } · { $stage } · { $taken ->
    [no] nobody yet
   *[other] { $name }
}
found-line = {"  "}{ $where }{ $words }
found-in-petition = {""}
found-in-resident = 👤
found-in-staff = 💬
found-in-note = 📝
found-in-other = 🤝
found-in-to_asker = 💬
found-in-to_other = 💬
stats = <b>{ $open } open now</b>, { $waiting } unclaimed, { $overdue } overdue
stats-done = This week: { $newweek } new · { $answeredweek } answered · { $closedweek } closed
    This month: { $newmonth } new · { $answeredmonth } answered · { $closedmonth } closed
stats-on-time = Answered by the pledged day this month: { $kept }/{ $count }, { $rate }%
stats-to-claim = From filing to claim this month (median): { $days } d { $hours } h
stats-to-answer = From filing to answer this month (median): { $days } d { $hours } h
stats-anonymous = Of this month's new ones { $count } are anonymous
stats-anonymous-few = Too few anonymous ones to be told apart
stats-row = • { $kind }: { $open } open, { $waiting } unclaimed, { $overdue } overdue; { $answered } answered this month
handover = <b>{ $name } hands over</b>
handover-done = Today: { $claimed } taken · { $said } replied to · { $answered } answered · { $closed } closed
handover-hands = { $count } in hand (due first on top){ $shown ->
    [0] .
   *[other] . Tap one to keep it:
}
handover-note = {"  "}📝 { $text }
handover-words = 💬 To be passed on:
    <blockquote>{ $text }</blockquote>
handover-sure = These <b>{ $count }</b> go back to the queue, for anybody to take; the residents will be told. Are you sure?
handover-left = ↩️ Back in the queue: { $count }.
handover-offer = 🤝 <a href="tg://user?id={ $user }">{ $name }</a> wants to hand <b>{ $count }</b> to a colleague. Who takes them? They change hands only then.
handover-done-by = 🤝 { $name } has taken <b>{ $count }</b> from { $giver }; the residents will be told.
button-handover-give = 🤝 To a colleague
button-handover-leave = ↩️ Back to the queue
button-handover-take = 🙋 I take them
