menu-report = Report staff conduct (confidential)
button-report-instead = Report staff conduct (confidential, in no group)
names-report = report|report staff|i want to report|report somebody
command-private-report = Report staff conduct in confidence
command-group-reports = Reports: numbers and dates
names-report-words = report|corrupt|bribe|embezzle|kickback
names-report-titles = director|secretary|officer|leader
names-report-prefixes = mr|mrs|ms|director|secretary|officer
report-office-staff = community worker
report-office-petition_officer = petition officer
report-office-supervision = supervision committee
report-office-finance = finance group
report-office-group_leader = group leader
report-told = 🔒 <b>Reporting staff conduct</b>

    • What you write <b>goes into no group</b>. The supervision committee's group sees number and dates only.
    • It is read by at least two members drawn by lot, after the roster has been asked: <b>whoever you report does not see it</b> and is not told. Each look is logged. Leaking a report is against the law.
    • If fewer than two here may read it, it goes one level up; if nobody may, you get the address of the discipline office and take it there yourself.
    • Within 15 days you hear whether it is accepted, within 60 days you get an answer.
    • It is <b>sensitive information</b> and kept encrypted. Messages pass through Telegram's servers abroad and are not end-to-end encrypted; if that worries you, call 12388 or come in person.
    • False accusations have consequences: please write what you know.

    If you agree to this, choose: <b>without your name</b> or <b>with it</b> (only those who read it will know)?
button-report-go-on = Go on with what I began
button-report-mine = My reports with my name
button-report-call = 📞 Write down a call
report-words-kept = ✏️ Noted. Please choose: without your name or with it.
report-words = { $call ->
    [yes] Please write <b>what the caller says</b>: who, when, and what was done. Do not write who is calling.
   *[no] Please write: <b>who, when, what was done, and how you know</b>.
}

    Words, photos, recordings and files are fine, in several messages if you like.
report-words-more = ✏️ Noted: { $characters } characters{ $files ->
    [0] {""}
    [1] , one file
   *[other] , { $files } files
}. You can go on. When you have finished press “That is all”.
report-accused = <b>Whom is it about?</b>{ $picked ->
    [0] {""}
   *[other] {" "}Chosen: { $picked }. Press a name again to take it out.
}

    Press names, several if you like. If somebody is not listed, type a name or an office to search; if they are on no roster, just write the name.
report-person = { $picked ->
    [yes] ✅
   *[no] 👤
} { $name } · { $office } · { $unit }
report-other = ✍️ On no roster: { $name }
report-other-kept = ✍️ Not on the roster; kept as you wrote it: { $name }
report-name-only = Only a name or an office here, please, and not too long.
button-report-unlisted = ✍️ Write “{ $name }”
button-report-clear = 🗑 Take all out and choose again
report-named = What you wrote seems to mention <b>{ $name }</b> ({ $office }, { $unit }).

    Is <b>{ $name }</b> the person this is about? (If so, they will not see the report.)
report-named-done = All names have been asked about.
button-report-is = Yes, it is about them
button-report-is-not = No, it is not about them
report-check = 🔒 <b>Please look: is all of this right?</b>

    { $text }
report-check-about = 👤 It is about: { $names }
report-check-code = 🔑 { $call ->
    [yes] The caller's code: <b>{ $code }</b>. Read it to the caller to write down: without it nobody can see the answer, and it cannot be found again.
   *[no] Without your name. Your code: <b>{ $code }</b>. Write it down first: without it you cannot see progress or answer, and it cannot be found again.
}
report-check-name = 🪪 With your name: { $name } (only those who read the report will know)
button-report-accused = Change whom it is about
report-discard = Throw away <b>all of the report</b>?
report-sent = ✅ The report has been received, number <b>{ $number }</b>. { $external ->
    [yes] Here are <b>not</b> two supervisors who may read it, so nobody was shown it. Please take it to the discipline office yourself:
   *[no] Those of the supervision committee who may read it have it.
}
report-sent-days = 📅 By { $accept } you hear whether it is accepted, by { $answer } you get an answer.
report-sent-code = { $of ->
    [call] 🔑 The caller's code: <b>{ $code }</b>
    [external] 🔑 Your code: <b>{ $code }</b>. Send it to me to read what you wrote again or to get the file for printing. When you have written it down, please delete what you sent in this chat.
   *[own] 🔑 Your code: <b>{ $code }</b>. Send it to me to see progress or to add something. When you have written it down, please delete what you sent in this chat.
}
report-office = 📮 { $named ->
    [yes] <b>{ $name }</b>, { $address }, phone { $phone }.
   *[no] Discipline hotline <b>{ $phone }</b> (all over the country; say where you are).
} Print what you wrote and send or take it there, or call. If you have heard nothing by { $accept }, call and ask whether it was accepted.
report-mine = { $count ->
    [0] You have no report with your name.
   *[other] Your reports with your name:
}
report-row = { $number }
report-view = 🔒 Report <b>{ $number }</b> · { $state }{ $external ->
    [yes] {""}
   *[no] {"\u000A"}📅 Accepted or not: by { $accept } · answer: by { $answer }{"\u000A\u000A"}To add something just write here.
}
report-code-again = 🔑 Please send the code once more.
report-code-in-words = 🔑 That is a code, it was not added. To see another report leave this one first.
button-report-code = Send the code
button-report-print = 🖨 File for printing
report-print = Report { $number } (for the discipline office)
report-print-about = It is about: { $names }
report-full = 🔒 { $at }{ $name ->
    [0] {""}
   *[other] { " " }{ $name }
}
    { $text }
report-state-received = received, to be read
report-state-in_review = being looked into
report-state-asked = waiting for you
report-state-answered = answered
report-state-closed = closed
report-state-external = please take it to the discipline office
report-event-submit = ✉️ { $at } written: { $text }{ $files ->
    [0] {""}
   *[other] {" "}({ $files } files)
}{ $name }
report-event-add = ➕ { $at } added: { $text }{ $files ->
    [0] {""}
   *[other] {" "}({ $files } files)
}{ $name }
report-event-take = 👁 { $at } being looked into. { $name }{ $text }{ $files ->
   *[other] {""}
}
report-event-ask = ❓ { $at } please add: { $text }{ $files ->
    [0] {""}
   *[other] {" "}({ $files } files)
} { $name }
report-event-note = 📝 { $at } note inside: { $text }{ $files ->
    [0] {""}
   *[other] {" "}({ $files } files)
} { $name }
report-event-answer = 💬 { $at } answer: { $text }{ $files ->
    [0] {""}
   *[other] {" "}({ $files } files)
} { $name }
report-event-close = 🏁 { $at } closed. { $name }{ $text }{ $files ->
   *[other] {""}
}
report-event-climb = ⬆️ { $at } others read it now. { $name }{ $text }{ $files ->
   *[other] {""}
}
report-event-hand_out = 📮 { $at } not dealt with here any more; please take it to the discipline office. { $name }{ $text }{ $files ->
   *[other] {""}
}
report-event-draw = 🎲 { $at } others were drawn to read it. { $name }{ $text }{ $files ->
   *[other] {""}
}
report-warning = 🔒 Report <b>{ $number }</b> · { $state }
    📅 Accepted or not: by { $accept } · answer: by { $answer }

    Below is what the report says. Please read it alone.
    ⚠️ <b>Leaking a report or who made it is forbidden by article 30 of the Regulations on Petitions and punished by articles 44 to 46.</b> No screenshots, no word to whoever is reported, no word in any group. Opening it logs your name and the time.
button-report-all = 📄 All words and files
button-report-read = I understand, open it
report-open = 🔒 Report <b>{ $number }</b> · { $state }
    📅 Accepted or not: by { $accept } · answer: by { $answer }
    ⚠️ Keep it to yourself. This opening has been logged.
report-about = 👤 It is about: { $names } · from { $home }
report-by = { $how ->
    [named] 🪪 Reported by: { $name } (tell nobody)
    [call] 📞 By telephone, written down by { $name }
   *[anonymous] 🕶 Without a name
}
button-report-take = I take it
button-report-ask = Ask for more
button-report-note = Note (only for those who read it)
button-report-answer = Answer
button-report-close = Close
button-report-climb = Hand to the level above
button-report-hand_out = Hand to the discipline office
report-done = ✅ Done.
report-write-ask = What shall they add? Write it here; whoever made { $number } will read it.
report-write-note = Write it down; only those who read { $number } will know.
report-write-answer = Your answer to whoever made { $number }: what was looked into, the facts, the rule, the decision, and whom to turn to if they are not content.
report-sure-close = Once { $number } is closed nothing can be added. Are you sure?
report-sure-climb = Once { $number } is with the level above you do not see it any more. If there is none it goes to the discipline office. Are you sure?
report-sure-hand_out = { $number } to the discipline office: whoever made it gets the address and a file to print, and takes it there. Are you sure?
button-report-sure = Yes, I am sure
report-notice = 🔒 Report <b>{ $number }</b> has come in. Tell by { $accept } whether it is accepted, answer by { $answer }.

    What it says is not in this group. Members who were drawn read it in their private chat with me.
button-report-open = 🔒 Read in private
report-drawn = 🔒 Report <b>{ $number }</b> is waiting for you, due { $day }. Please tell nobody that you were drawn.
report-news = 🔒 Something you gave your name to has moved on. Please send /report to see it.
report-reminder = 🔒 Reports due soon or overdue on { $day }:
report-reminder-row = • { $number }: { $day }{ $over ->
    [yes] {" "}⚠️ overdue
   *[no] {""}
}
report-list = 🔒 <b>Reports</b>: { $count } not closed. What they say can only be read in private.
report-list-row = • { $number }: due { $day }
report-list-over = { $over ->
    [many] Closed: { $count }.
   *[few] Closed: fewer than { $count }; of who opened one only the name is listed, not which and when.
}
report-list-opener = 👁 { $name } has opened a report
report-list-opened = 👁 { $number }: opened by { $name } on { $day }
error-report-not-yours = 🔒 You cannot open this report. Only members who were drawn, have verified who they are and are in the committee's group can; a wrong number ends here too. To verify send /vote.
error-report-unknown = This report was not found.
error-report-incomplete = Please write what happened and choose whom it is about.
error-report-call-staff = Calls are written down by the supervision committee.
error-report-taken = Another member has just taken { $number }.
error-report-changed = Somebody has just changed this report; please look again.
error-report-exists = This report has been received already.
error-report-state-received = Nobody has taken { $number } yet: press “I take it” first.
error-report-state-in_review = { $number } is being looked into; this cannot be done now.
error-report-state-asked = { $number } waits for more words; this cannot be done now.
error-report-state-answered = { $number } has been answered already.
error-report-state-closed = { $number } is closed and cannot be changed. Please report anything new by itself.
error-report-state-external = { $number } is for you to take to the discipline office; it is not dealt with here.
error-reports-elsewhere = /reports works in the supervision committee's group only.
