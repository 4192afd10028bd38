card = { $mark } <b>{ $number }</b> { $kind } · { $stage }
    { $unit }
card-text = <blockquote>{ $text }</blockquote>
card-full-text = 📄 Full text { $index }/{ $count }
    <blockquote>{ $text }</blockquote>
card-place = 📍 { $place }
card-files = { files-kinds } (below)
card-resident = 👤 { $name }
card-anonymous = 🔒 anonymous; replies are read with a code
card-due-claim = ⏳ pledged: taken by { $day }
card-due-answer = ⏳ pledged: answered by { $day }, by law at the latest { $law }
card-past = ⏰ <b>past the pledged day</b>
card-submitted = 🗓 sent on { $day }
card-handler = 🙋 { $name } is in charge
card-handler-of = 🙋 { $name } of { $unit } is in charge
card-untaken = ⚠️ <b>Nobody here has it yet: please press “I'll take it”.</b>
card-counts = 💬 resident { $resident } · staff { $staff } · notes { $note }
card-unreachable = 📵 <b>Not reachable:</b> the resident has stopped the bot; replies do not arrive. Please find another way.
card-hint-topic = <i>What you write in this topic or in reply to this card goes to the resident; // at the start makes it an internal note.</i>
card-hint-code-topic = <i>The resident sees what you write in this topic, or in reply to this card, when they come back with their code; // at the start makes it an internal note.</i>
card-hint-code-reply = <i>The resident sees your reply to this card when they come back with their code; // at the start makes it an internal note.</i>
card-hint-reply = <i>Your reply to this card goes to the resident; // at the start makes it an internal note.</i>
button-claim = 🙋 I'll take it
button-reply = 💬 Reply
button-ask = ❓ Ask for more
button-answer = 📄 Formal answer
button-close = ✅ Close
button-note = 📝 Note
staff-claimed = { $number } is yours
staff-closed = { $number } is closed
staff-prompted = Please reply to the message I have just sent
prompt-reply = 💬 <a href="tg://user?id={ $user }">{ $name }</a>, <b>reply to this message</b> with what you want to tell the resident ({ $number }). Wrong button? Reply "cancel".
prompt-note = 📝 <a href="tg://user?id={ $user }">{ $name }</a>, <b>reply to this message</b> with your internal note; the resident does not see it ({ $number }).
prompt-ask = ❓ <a href="tg://user?id={ $user }">{ $name }</a>, <b>reply to this message</b> with what the resident should add ({ $number }). Wrong button? Reply "cancel".
prompt-answer = 📄 <a href="tg://user?id={ $user }">{ $name }</a>, <b>reply to this message</b> with the answer: the claim, the facts found, the rule applied, the decision, how to ask for review ({ $number }). Wrong button? Reply "cancel".
staff-prompt-cancelled = All right. Nothing was sent to the resident.
# Said alone in answer to a prompt: the button was pressed by mistake
names-cancel = cancel|never mind|forget it|wrong button
staff-prompt-of-other = This asked a colleague, so your words were not sent to the resident. To say them yourself, press the button on the card.
staff-resident-adds = 👤 <b>{ $name }</b> adds ({ $number }):
    <blockquote>{ $text }</blockquote>
staff-afterword = 💌 <b>{ $name }</b> says after { $number } was closed:
    <blockquote>{ $text }</blockquote>
staff-resident-adds-anonymous = 🔒 Anonymous addition ({ $number }):
    <blockquote>{ $text }</blockquote>
staff-resident-further = <blockquote>{ $text }</blockquote>
staff-stray-reply = This was not sent to a resident, nor kept with a case. To tell the resident, reply to the case's card; for colleagues only, reply to the card with // at the start.
staff-rest-unsent = This was not sent to the resident. If it is the rest of your last message, send it again as a reply to the card; if it is only talk, never mind.
staff-prompt-unanswered = This was not kept with a case. If you meant it for the prompt above, reply to that prompt and send it again; if it was just talk, never mind.
staff-note-kept = 📝 Kept as an internal note; the resident does not see it.
staff-taken-back = ↩️ Taken back{ $count ->
    [one] {""}
   *[other] {" "}({ $count } messages)
}; the resident was not sent it. The words stay in { $number } as an internal note.
staff-kept-for-code = 🔒 Anonymous case: kept, to be read with the code.
staff-withdrawn = ↩️ { $number } was withdrawn by the resident; nothing more to do.
staff-reply-arrived = 👌 This has reached the resident.
staff-reply-unreachable = 📵 Not delivered: the resident has stopped the bot. Please reach them another way.
staff-unreadable = This kind of message cannot be passed on. Please send text, voice, a photo, a video, a file or a position.
staff-file-large = ⚠️ This file is over 20 MB: it lies with Telegram only, there is no copy of it here. Please keep one yourself.
staff-anonymous-admin = Please switch off "Remain anonymous" first; otherwise nobody knows who acted.
staff-not-member = You are not a member of this staff group, so you cannot do this.
alert-dead-letter = 🔔 Messages cannot be delivered (row { $row } of the outbox; told once an hour). Run <code>linli outbox list</code> on the server to see which and why, and once it is mended <code>linli outbox revive ID</code>.
alert-backlog-inbox = 🔔 { $count } messages received are not handled yet, the oldest has waited { $minutes } minutes (told once in six hours). Run <code>linli check</code> on the server, and see the log.
alert-backlog-outbox = 🔔 { $count } messages have not left, the oldest has waited { $minutes } minutes (told once in six hours). Run <code>linli outbox list</code> and <code>linli check</code> on the server.
alert-group-out = 🔔 I cannot work in the staff group of <b>{ $unit }</b>: I was removed, or am no longer an administrator. { $moved ->
    [yes] The group of <b>{ $other }</b> stands in.
   *[no] No group above stands in: its cases wait, a day at most.
} Please bring me back and make me an administrator; for another group run <code>linli unit bind { $unit } --replace</code> on the server.
alert-group-back = 🔔 I can work in the staff group of <b>{ $unit }</b> again. { $moved ->
    [yes] What <b>{ $other }</b> took over has gone back.
   *[no] What waits will be sent now.
}
alert-rights-lost = 🔔 In the staff group of <b>{ $unit }</b> I lack rights; work goes on as usual. Please give me back:
stand-in-begins = 🔁 I cannot reach the staff group of <b>{ $unit }</b> for now. Its new and open cases come here; please handle them meanwhile.
stand-in-ends = 🔁 The staff group of <b>{ $unit }</b> is back, and its cases have gone back there. Nothing more to do here. Thank you.
group-back = ✅ I can work in this group again. { $moved ->
    [yes] Meanwhile the group of <b>{ $other }</b> stood in; open cases have come back.
   *[no] What waits will be sent now.
}{ $waiting ->
    [0] {""}
   *[other] {" "}<b>{ $waiting }</b> of them nobody has: please press “I'll take it” on the cards.
}
stand-in-released = 🔁 <a href="tg://user?id={ $user }">{ $name }</a>, { $numbers }{ $more ->
    [yes] {" "}and others ({ $count } in all)
   *[no] {""}
} went back to their own group, where somebody takes over. You need do nothing more. Thank you.
handler-left = 👋 <b>{ $name }</b> has left this group. Nobody has their cases now ({ $count } in all): please press “I'll take it” on the cards. /queue lists all.
card-elsewhere = <i>↪️ Another staff group handles this case now; what you write here does not reach the resident.</i>
staff-said-before = 💬 <b>{ $name }</b> has told the resident:
    <blockquote>{ $text }</blockquote>
staff-noted-before = 📝 Internal note by <b>{ $name }</b>:
    <blockquote>{ $text }</blockquote>
guest-farewell = This group has not been bound, so I am leaving. Bring me back when you need me, and send /bind CODE within an hour. Goodbye.
too-many-tries = Too many wrong tries. Please wait a while.
alert-parked = 🔔 A message could not be handled; it is kept, number { $incident }. See the log, and once it is mended run <code>linli inbox retry { $incident }</code> — it is handled within seconds.
outage-notice = ⚠️ <b>The service was away for more than a day.</b> What residents sent from { $since } to { $until } may be missing: Telegram keeps nothing longer. Please tell them to send it again.
staff-command-unknown = There is no such command, and nothing was sent to the resident. /help lists what there is.
staff-language-usage = Please name the language: /language zh-CN, /language zh-TW or /language en
staff-edit-unsent = This message was not sent to the resident, so the edit is not sent either. Please write it as a new message.
staff-edit-command = This now looks like a command; it was neither done nor sent. The version before has reached the resident.
staff-edit-cancelled = The version before has gone to the resident and cannot be taken back; this edit was not sent. To correct it, edit it into what the resident is to read.
staff-edit-seen = The earlier version has already gone to the resident; this one is kept as an internal note they do not see.
staff-help = <b>How this group works</b>
    • New cases come as cards. "I'll take it" claims one; the first press wins.
    • What you write in a case's topic, or as a <b>reply to its card</b>, goes to the resident; 👌 means it has arrived.
    • // at the start makes an internal note.
    • After "Ask for more", "Formal answer" or "Note" your next message is just that; replying to the prompt is the safest.
    • A case can be closed once the formal answer is given.
    • Edit a reply and the new words go to the resident once more with a ✏️; residents' edits come here the same way.
    • The bot is not told of messages deleted in Telegram: what a resident deletes stays here, and what you delete they still see. To correct it, edit the message or write once more.
staff-help-undo = • What you write to a resident goes out after { $seconds } seconds. A slip? Before that, send /undo to take it back, or edit the message.
staff-help-commands = {""}
    <b>One case</b> (in its topic or in answer to its card; elsewhere the number comes first. The card's “⋯” has them, too)
    /case its card · /dates how they were computed · /extend put off · /tpl canned answers · /handback why · /transfer to another unit · /object not ours · /escalate one level up · /refuse not accepted · /same pending already · /reopen · /recuse · /major matter, lead · /finding · /called call made · /reportup · /identity whose it is · /block pause its author · /undo
    <b>This group</b>
    /duty rota · /swap · /away · /intake for people without a phone · /bindperson by a resident's code · /call volunteers · /who directory · /days who comes · /publish something for the board · /board its QR code · /notice to residents · /language · /bind CODE (to make a group the staff group)
    <b>Supervision</b>
    /ballots · /reports numbers and dates · /audit who has looked at whom · /blocked who is paused
reminder = ⏰ <b>Reminder of { $day }</b>
reminder-overdue = <b>{ $count } past the day we pledged.</b> Please see to them today; where you cannot, first tell the resident why.
reminder-overdue-row = { $mark } { $linked ->
    [yes] <a href="{ $link }">{ $number }</a>
   *[no] <b>{ $number }</b>
} { $kind } { $text } · { $own ->
    [no] law
   *[yes] pledge
}: { $awaits ->
    [claim] “I'll take it” by { $day }
    [call] call by { $day }, then “Reached, done”
    [mediation] outcome by { $day }: “More” → “Mediation”
   *[other] “Formal answer” by { $day }
}, { $broken ->
    [yes] ‼️ past the legal limit { $law }
   *[no] by law { $law }
} · { $taken ->
    [no] nobody has it
   *[other] <a href="tg://user?id={ $user }">{ $name }</a>
}
reminder-soon = <b>{ $count } due soon</b>
reminder-soon-row = { $mark } { $linked ->
    [yes] <a href="{ $link }">{ $number }</a>
   *[no] <b>{ $number }</b>
} { $kind } { $text } · { $own ->
    [no] law
   *[yes] pledge
}: { $awaits ->
    [claim] “I'll take it” by { $day }
    [call] call by { $day }, then “Reached, done”
    [mediation] outcome by { $day }: “More” → “Mediation”
   *[other] “Formal answer” by { $day }
} · { $taken ->
    [no] nobody has it
   *[other] <a href="tg://user?id={ $user }">{ $name }</a>
}
reminder-below = <b>{ $count } past the pledged day at the level below.</b> Please press for them.
reminder-below-row = { $mark } <b>{ $number }</b> { $unit } { $kind } · { $own ->
    [no] law
   *[yes] pledge
}: { $awaits ->
    [claim] to be taken by { $day }
   *[other] reply due by { $day }
}, { $broken ->
    [yes] ‼️ past the legal limit { $law }
   *[no] by law { $law }
} · { $taken ->
    [no] nobody has taken it
   *[other] { $name }
}
reminder-hint = Open cases of this group: /queue
queue-more = … and { $count } more
case-not-found = There is no such case in this group. Please write /case 123 or /case XF-2026-000123
case-which = Which case? Please add its number: /case 123. In the topic of a case /case alone will do.
case-found = { $mark } <b>{ $number }</b> { $kind } · { $stage }{ $taken ->
    [no] {""}
   *[other] {" "}· { $name }
}
    <blockquote>{ $text }</blockquote>
    { $linked ->
    [no] {""}
   *[other] <a href="{ $link }">Open the card</a>
}
bind-usage = To make this a staff group, whoever installs Linli sends: /bind CODE. First make me an administrator (delete messages, pin, manage topics).
bind-basic-group = This is still a basic group. Please switch on topics, or chat history for new members, in the group settings; then bind it.
bind-not-administrator = Please let an administrator of this group send the code: once bound, residents' matters arrive here. The code is still good.
bind-rights = I cannot be bound yet. I need:
bind-rights-how = Please switch this on in Group settings → Administrators → me, then send the command again. The code still works.
bind-done = ✅ This group now serves <b>{ $unit }</b>, for:
bind-topics-on = Each case gets a topic of its own.
bind-topics-off = Each case gets a card. Switch on topics in the group settings to have a topic for each case.
rights-lost = ⚠️ I have lost rights that the work here needs:
right-administrator = • being an administrator
right-can-delete-messages = • deleting messages
right-can-pin-messages = • pinning messages
right-can-manage-topics = • managing topics
purpose-desk = • reception desk
purpose-supervision = • supervision
purpose-finance = • finance group
purpose-team = • service team
purpose-operators = • operators
rights-how = Please switch this on in Group settings → Administrators → me. Until then new cases may not arrive here.
staff-reply-failed = ⚠️ This did not reach the resident. Please write it differently and send it again, or call them.
staff-replaced = Another group serves this unit now: new cases no longer come here, and open ones have moved. If you did not expect this, tell whoever installs Linli at once.
