menu-subscribe = Weekly news: subscribe, change, stop
help-subscribe = • Send /subscribe for weekly news, or to stop it.
subscription = 📬 <b>What would you like to get?</b>

    Now: <b>{ $rhythm }</b>
    A change holds at once; you can change it again at any time.
rhythm-weekly = once a week
rhythm-at_once = as soon as it is published
rhythm-notices = notices only
rhythm-never = nothing
button-rhythm-weekly = { $tick }Once a week, all in one
button-rhythm-at_once = { $tick }At once when published
button-rhythm-notices = { $tick }Notices only
button-rhythm-never = { $tick }Nothing, even if urgent
button-topics = What about ({ $count })
button-quiet = { $quiet ->
    [yes] Quiet: { $from }–{ $to }
   *[no] No quiet hours
}
subscription-topics = What would you like to read about? Press to choose, press again to leave out.
button-topic-news = { $tick }Disclosures
button-topic-work = { $tick }What was done
button-topic-days = { $tick }Next week
button-topic-votes = { $tick }Votes
subscription-quiet = At which hours should we not disturb you? What comes then is sent afterwards; nothing is left out. In an emergency, such as a fire, the staff can write at any hour.
button-hours = { $tick }{ $quiet ->
    [yes] { $from }–{ $to }
   *[no] None
}
subscription-kept = ✅ Noted.
subscription-stopped = ✅ We send you nothing more, not even in an emergency. If you change your mind, choose here. You still hear about your own cases and bookings.
button-broadcast-change = Change
button-broadcast-stop = Stop these
broadcast-notice = 📢 <b>{ $unit }: notice</b>

    { $text }
broadcast-urgent = 🚨 <b>{ $unit }: urgent notice</b>

    { $text }
broadcast-item = 📌 <b>{ $unit } has just published</b>
digest = 📬 <b>{ $unit } · { $weeks ->
    [1] this week
   *[other] the last { $weeks } weeks
}</b>
digest-topic-news = {""}
    📌 <b>Published</b>
digest-topic-work = {""}
    🔧 <b>Done</b>
digest-topic-days = {""}
    📅 <b>In the coming week</b> (book with /book)
digest-topic-votes = {""}
    🗳 <b>Votes</b> (take part with /vote)
digest-more = …and { $count } more
digest-news = • { $category }: { $title }{ $n ->
    [1] {""}
   *[other] {" "}(corrected)
}
button-digest-news = Open it
digest-work = • { $unit }: { $answered } answered, { $closed } closed
digest-day = • { $day } { $title } · { $free ->
    [0] full, you can wait in line
   *[other] { $free } free
}
digest-vote-open = • Open: { $title } (until { $closes })
digest-vote-decided = • Decided: { $title }
campaign-kind-weekly = Weekly news
campaign-kind-item = Just published
campaign-kind-notice = Notice
campaign-kind-urgent = Urgent notice
campaign-is-draft = not sent
campaign-is-preparing = being sent
campaign-is-sending = being sent
campaign-is-paused = ⏸ paused
campaign-is-done = ✅ all sent
campaign-is-stopped = ⏹ stopped
campaign = 📣 <b>{ $kind }</b> · { $unit }
    { $state } · reached { $sent } of { $all }
campaign-waiting = ⏳ on the way: { $count }
campaign-later = 🌙 after their quiet hours: { $count }
campaign-blocked = 📵 have stopped the bot: { $count } (noted)
campaign-dropped = 🚫 not sent any more: { $count }
campaign-failed = ⚠️ not delivered: { $count }
button-campaign-pause = ⏸ Pause
button-campaign-resume = ▶️ Go on
button-campaign-stop = ⏹ Stop
notice-usage = Write what you want to tell behind /notice, for example: /notice No water tomorrow morning. Or write it first and answer that message with /notice.
notice-words-only = 📎 Pictures and files do not go along; residents see the words only.
notice-aim = 📢 <b>To whom?</b>
    Chosen now: <b>{ $unit }</b> · { $role } · { $count } people

    <blockquote>{ $text }</blockquote>
notice-unit = { $tick }{ $unit }
notice-everybody = { $tick }All residents
notice-role = { $tick }{ $role } ({ $count })
role-everybody = all residents
role-group_leader = group leaders
role-resident_representative = resident representatives
role-party_member = party members
role-supervision = supervision committee
role-finance = finance group
role-deputy = people's deputies
role-cppcc = CPPCC members
role-unit_representative = unit representatives
role-staff = community staff
role-petition_officer = petition officers
role-lawyer = lawyers
notice-look = 👀 To <b>{ $unit }</b> · { $role }, <b>{ $count } people</b>. This is what they see:
notice-is-calm = <i>An ordinary notice: whoever has quiet hours gets it afterwards.</i>
    {""}
notice-is-urgent = <i>An urgent notice: sent now, whatever the hour.</i>
    {""}
notice-send = Send to { $count } people
notice-make-urgent = 🚨 Make it urgent, send now
notice-make-calm = Make it ordinary
notice-again = Other people
notice-look-at = Have a look
notice-drop = Do not send
notice-sure = ❗️Really send it to <b>{ $unit }</b> · { $role }, <b>{ $count } people</b>? It cannot be called back.
notice-yes = Yes, send to { $count } people
notice-no = Look again
notice-dropped = 🗑 This notice is not sent.
cli-help-unit-digest = When the weekly digest goes out, for this unit and those below it that have no time of their own.
cli-help-unit-digest-day = Day of the week: 1 is Monday, 7 is Sunday.
cli-help-unit-digest-at = Time of day, such as 18:00.
cli-help-unit-digest-off = No weekly digest.
cli-unit-digest = { $name }: the weekly digest now goes out on { $day ->
        [1] Mondays
        [2] Tuesdays
        [3] Wednesdays
        [4] Thursdays
        [5] Fridays
        [6] Saturdays
       *[7] Sundays
    } at { $at }.
cli-unit-digest-off = { $name }: no weekly digest any more.
cli-unit-digest-time = Write the time like 18:00.
tick-yes = ✅{" "}
tick-no = {""}
