stage-submitted = submitted
stage-accepted = accepted
stage-in_progress = in progress
stage-more_info = waiting for you
stage-more_info-staff = waiting for the resident
stage-answered = answered
stage-closed = closed
stage-withdrawn = withdrawn
mark-submitted = 🆕
mark-accepted = 📌
mark-in_progress = 🔧
mark-more_info = ❓
mark-answered = 💬
mark-closed = ✅
mark-withdrawn = ↩️
receipt = 🧾 <b>Receipt { $number }</b>
    Received by { $unit }: { $kind }.

    <b>What we promise</b>
    • somebody takes it by { $claim }
    • you have an answer by { $reply }
    <b>What the law sets as the latest</b>
    • accepted or not: in writing by { $accept }
    • answered within 60 days of acceptance (from today: { $answer })

    Replies come here; reply to this message to add something.
receipt-calendar-uncertain = (Some of the public holidays are not announced yet, so dates may move.)
button-show-case = How is it getting on?
button-add-to-case = Add something
notice-accepted = 📌 { $number } is <b>accepted</b>.
    { $name } of { $unit } is in charge and promises an answer by { $reply }; the legal limit is { $answer }.
notice-accepted-late = 📌 { $number } is <b>accepted</b>.
    { $name } of { $unit } is in charge. We promised an answer by { $reply } and are late: we are sorry, and see to it now. The legal limit is { $answer }.
notice-taken-over = 👤 { $name } of { $unit } is in charge of { $number } now; the promised dates stay.
notice-taken-on = 👤 { $name } of { $unit } is in charge of { $number } now and promises an answer by { $reply }; the legal limit is { $answer }.
notice-taken-on-late = 👤 { $name } of { $unit } is in charge of { $number } now. We promised an answer by { $reply } and are late: we are sorry, and see to it now. The legal limit is { $answer }.
notice-taken-on-law = 👤 { $name } of { $unit } is in charge of { $number } now; by law you are answered by { $answer } at the latest.
notice-closed = ✅ { $number } is closed. If there is more to say, start a new matter and mention this number.
case-reply = 💬 <b>{ $number }</b> { $name }, { $unit }:
    { $text }
case-ask = ❓ <b>{ $number }</b> needs something from you. { $name }, { $unit }:
    { $text }

    Please <b>reply to this message</b>.
case-answer = 📄 <b>Answer to { $number }</b>
    { $name }, { $unit }:
    { $text }
cases = { $count ->
    [one] You have one case. Press it or type its number:
   *[other] You have { $count } cases. Press one or type its number:
}
cases-none = You have not sent anything yet. Whatever it is, just write to me.
case-number-unknown = None of your cases has this number; please compare: /cases lists yours. For one without your name type its code.
cases-row = { $mark } { $number } { $text } ({ $stage })
case = { $mark } <b>{ $number }</b> { $kind } · { $stage }
    { $unit }
case-text = “{ $text }”
case-promise-claim = ⏳ We promise: taken by { $claim }
    ⚖️ By law: accepted or not, in writing, by { $accept }
case-promise-answer = ⏳ We promise: answered by { $reply }
    ⚖️ By law: answered by { $answer } at the latest
case-promise-answer-from-submission = ⏳ We promise: answered by { $reply }
    ⚖️ By law: answered within 60 days of acceptance
case-past = ⏰ <b>We are sorry: our promise is { $days ->
    [one] one day
   *[other] { $days } days
} past</b>
case-handler = 👤 { $name }{ $other ->
    [yes] {" "}of { $unit }
   *[no] {""}
} is working on it
case-handled = 👤 { $name }{ $other ->
    [yes] {" "}of { $unit }
   *[no] {""}
} worked on it
case-timeline = {"\u000A"}<b>What happened</b>
case-earlier = … (earlier entries left out)
event-submit = { $at } sent
event-claim = { $at } taken by { $name }, accepted
event-take_over = { $at } taken over by { $name }
event-ask_more = { $at } you were asked for more
event-answer = { $at } answered
event-move = { $at } the staff group of { $name } handles it now
event-close = { $at } closed
event-withdraw = { $at } withdrawn by you
case-you-wrote = { $at } <b>You:</b> { $text }{ $files ->
    [0] {""}
   *[other] {" "}📎{ $files }
}
case-staff-wrote = { $at } <b>{ $name }{ $other ->
    [yes] {" "}of { $unit }
   *[no] {""}
}:</b> { $text }{ $files ->
    [0] {""}
   *[other] {" "}📎{ $files }
}
case-write = Please send what you want to add (text, photos or voice); I put it into { $number }.
case-added = ✅ Added to { $number }; the staff can see it.
case-thanked = 🙏 The staff will read it. Thank you!
case-afterword = ✅ The staff will read it. { $number } is closed; if there is more to do, you can make it a new matter.
case-withdraw = Do you really want to withdraw <b>{ $number }</b>? It is now "{ $stage }". Once withdrawn it is no longer worked on.
case-withdrawn = ↩️ { $number } is withdrawn.
case-not-withdrawn = All right, it is not withdrawn.
button-withdraw = Withdraw
button-withdraw-yes = Yes, withdraw it
button-withdraw-no = No, keep it
button-my-cases = My other cases
reply-unknown = 🔒 I cannot tell which matter you are replying to, so I have not stored it yet. If it is the one without your name, type its code and I add it.
button-leave-code = Leave (forget the code)
code-ask = Please type the code (12 letters and digits; capitals and dashes do not matter):
button-read-all = Send me the replies in full
case-file-gone = Telegram no longer has one of the files; please call the community for it.
case-full = 💬 { $name }{ $other ->
    [yes] {" "}of { $unit }
   *[no] {""}
}:
    { $text }
code-ask-again = For your safety the code has been forgotten. Please type it again; what you want to add is added then.
code-file-too-large = ⚠️ This file is over 20 MB or gone, and was not added. Please send a smaller one.
button-not-anonymous = Not about an anonymous matter
button-held-new = Make a new matter of what I wrote
code-held-ended = This matter has ended, so what you wrote was not added. I still keep it: make a new matter of it, or drop it.
button-drop-held = Drop what I just wrote
code-words-wait = { $count ->
    [one] 🔒 One message of yours still waits for the code and is not stored yet. To go on, send /start and press "Waits for code".
   *[other] 🔒 { $count } messages of yours still wait for the code and are not stored yet. To go on, send /start and press "Waits for code".
    }
code-words-dropped = { $count ->
    [one] The message
   *[other] The { $count } messages
} you wrote just now {  $count ->
    [one] was
   *[other] were
} neither handed in nor stored.
code-words-held = I keep your words for the moment. Please type the code again, and I add them.
reply-after-consent = 🔒 I cannot tell which matter you are replying to, so I have not stored it. Please finish the steps below first and send it again.
code-after-consent = That is a code; I have not kept it. Please finish the steps below first and send it again.
code-case-ended = This case has ended, so your words were not added. To suggest something new, leave first and begin a new one.
code-voice-warning = ⚠️ A voice or a picture can show who you are. This one has been sent; to stay unknown, write text from now on.
code-document-warning = ⚠️ A document may contain your name. This one has been sent; to stay unknown, write text from now on.
code-position-warning = ⚠️ A position at your home shows who you are. This one has been sent; to stay unknown, describe the place in words from now on.
