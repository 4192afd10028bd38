holiday-new-years-day = New Year's Day
holiday-spring-festival = Spring Festival
holiday-tomb-sweeping-day = Tomb-Sweeping Day
holiday-labour-day = Labour Day
holiday-dragon-boat-festival = Dragon Boat Festival
holiday-mid-autumn-festival = Mid-Autumn Festival
holiday-national-day = National Day
event-redate = { $at } holidays changed, and with them the date
notice-redated = 🗓 <b>{ $number }</b> has another date: { $awaits ->
    [claim] somebody takes it by { $to }
   *[other] we answer you by { $to }
} (it was { $from }). The public holidays have changed, and we have counted anew.
staff-redated = 🗓 { $number } was counted anew by the changed holidays: { $awaits ->
    [claim] to be taken by { $to }
   *[other] to be answered by { $to }
} (it was { $from }).{ $told ->
    [yes] {" "}The resident has been told.
   *[no] {""}
}
error-extension-exists = Somebody has asked for an extension of this case already, or it has been extended once.
error-extension-unknown = This request for an extension was not found.
error-extension-own = Another colleague has to decide: whoever asked cannot agree.
error-extension-decided = { $name } has decided already.
holiday-other = holiday
command-group-dates = How this case's dates were computed
button-dates = 🗓 How were the dates computed?
names-dates = dates|deadline|how computed
dates = 🗓 <b>How the dates of { $number } were computed</b>
dates-acknowledge = • Received { $day }; the bot answered at once. Counting begins the day after.
dates-claim = • 🙋 <b>Somebody takes it by { $day }</b>: { $count } working days from { $began ->
    [moved] its coming here
   *[filed] filing
} on { $since }. This is our own pledge.
dates-reply = • ⏳ <b>Answered by { $day }</b>: { $count } working days from { $began ->
    [moved] its coming here
   *[filed] filing
} on { $since }. This is our own pledge.
dates-accept = • ⚖️ <b>Told in writing by { $day } whether it is accepted</b>: { $count } calendar days from filing on { $since } (Petition Regulations, art. { $article }).
dates-answer = • ⚖️ <b>Answered by { $day } at the latest</b>: { $count } calendar days from acceptance on { $since } (Petition Regulations, art. { $article }).
dates-answer-open = • ⚖️ <b>Answered within { $count } calendar days of acceptance</b> (Petition Regulations, art. { $article }). They are counted once it is accepted.
dates-extended = {"   "}This includes { $days } more days: asked for by { $by }, agreed to by { $name }, because “{ $reason }” (art. { $article }: once, 30 days at most).
dates-put-off = {"   "}It was { $before }; put off by { $days } days, to the next working day where that is none, it is { $day }.
dates-off = {"   "}{ $name }: { $days ->
    [1] { $first } is a holiday
   *[other] { $first } to { $last } are holidays
} and not counted.
dates-worked = {"   "}{ $days ->
    [1] { $first } is a make-up workday
   *[other] { $first } to { $last } are make-up workdays
} and counted.
dates-kept = {"   "}The holidays changed, and the date counted anew had passed: it is { $day }.
dates-unknown-year = {"   "}⚠️ The holidays of { $year } have not been published; Monday to Friday are counted. Once they are, we count anew and tell you if the date changes.
dates-over = • This has been answered or has ended: there is no date to wait for.
button-extend = ⏳ Ask for more time
prompt-extend = ⏳ <a href="tg://user?id={ $user }">{ $name }</a>, please <b>answer this message</b> with the reason for more time ({ $number }). Once agreed to, the resident is told this reason. Pressed by mistake? Answer “cancel”.
extension-asked = ⏳ <b>{ $number }: more time is asked for</b>
    { $name }: “{ $reason }”
    By law it is to be answered by { $answer } now. Please let <b>another colleague</b> decide on the days; once only, 30 at most.
button-extend-10 = Agree: 10 days
button-extend-20 = Agree: 20 days
button-extend-30 = Agree: 30 days
button-extend-no = Refuse
extension-approved = ✅ { $number } has { $days } more days: asked for by { $by }, agreed to by { $name }. The resident has been told.
extension-refused = ❌ { $number } has no more time: asked for by { $by }, refused by { $name }. The dates stay.
extension-overtaken = { $number } has been answered, ended or passed on; this request for more time no longer counts.
staff-extended = ⏳ { $number } has { $days } more days (asked for by { $by }, agreed to by { $name }): answer by { $reply }, by law { $answer } at the latest.
staff-extension-refused = ❌ More time for { $number } was refused ({ $name }). The dates stay: answer by { $reply }, by law { $answer } at the latest.
staff-extension-fell = ⏳ <a href="tg://user?id={ $user }">{ $name }</a>: nobody decided on more time for { $number }; it has been answered, ended or passed on, or you keep out of it, so the request no longer counts.
notice-extended = ⏳ <b>{ $number } takes longer</b>, by { $days } days at most.
    Why: “{ $reason }”
    The new date: <b>answered by { $reply }</b>, by law { $answer } at the latest. This is by art. 34 of the Petition Regulations, agreed to by { $name }, and can be done once.
event-extend = { $at } { $name } agreed to more time
error-extension-late = The law's limit has passed; it cannot be put off any more. Please answer soon.
error-extension-not-yours = { $number } is not in your hands. Whoever has it asks for more time.
receipt-by-law = 🧾 <b>Receipt { $number }</b>
    { $unit } has received your { $kind }.

    <b>By law, at the latest</b>
    • by { $accept } you are told in writing whether it is accepted
    • answered within 60 days of acceptance (counted from today: { $answer })

    Replies come here; answer this message to add something.
away = 🌙 { $holiday ->
    [yes] It is { $name }
   *[no] The office is closed now
}. What you wrote is safe with us; people are back on <b>{ $back }</b> and will see it then.
away-urgent = 🌙 The office is closed now, and it may not be seen at once. If it cannot wait, please phone.
away-long = 🌙 The office is closed now. What you wrote is safe with us and will be seen as soon as people are back.
away-uncertain = (The holidays have not been published yet, so that day may change.)
brief = ☀️ <b>Morning of { $day }</b>
    🆕 { $new } new since { $since } · 💬 { $answered } answered
    🙋 { $waiting } nobody has taken
    ⏳ { $due } due today · ⏰ { $overdue } overdue
    { $open } open in all: /queue
brief-quiet = ☀️ <b>Morning of { $day }</b>: nothing new and nothing pressing. { $open } open in all.
branch-brief = 📋 <b>For the branch meeting</b> ({ $unit }, { $since } to { $until })
    🆕 { $new } new · 💬 { $answered } answered · ✅ { $closed } closed
    { $open } open, of which { $waiting } nobody has taken and { $overdue } overdue
branch-brief-below = • { $name }: { $new } new, { $answered } answered, { $open } open, { $overdue } overdue
branch-brief-words = 🔥 Hot words of the week: { $words }
branch-brief-hint = More: /queue
reception-list = 🪑 <b>{ $day } { $title }</b>{ $manned ->
    [yes] {" "}· { $people }
   *[no] {""}
}
reception-person = { $at } { $name }{ $told ->
    [yes] : { $topic }
   *[no] {""}
}
reception-nobody = Nobody has booked for today.
reception-cases = <b>{ $count } cases waiting</b>
reception-case = { $mark } <b>{ $number }</b> { $kind } { $text } · { $over ->
    [yes] ⏰ was due by { $day }
   *[no] by { $day }
}
card-due-claim-law = ⏳ By law: told in writing by { $day } whether it is accepted
card-due-answer-law = ⏳ By law: answer by { $law } at the latest
notice-accepted-law = 📌 { $number } <b>is accepted</b>.
    { $unit } { $name } has it; by law you are answered by { $answer } at the latest.
case-promise-claim-law = ⚖️ By law: told in writing by { $accept } whether it is accepted
case-promise-answer-law = ⚖️ By law: answered by { $answer } at the latest
case-promise-answer-law-open = ⚖️ By law: answered within 60 days of acceptance
