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
