verdict-adopted = adopted
verdict-partly = partly adopted
verdict-not = not adopted
button-verdict-adopted = ✅ Adopted
button-verdict-partly = 🔶 Partly adopted
button-verdict-not = ❌ Not adopted
verdict-which = 💡 { $number } is a suggestion. First press <b>what becomes of it</b>, then write why:
prompt-answer-adopted = 💡 { $number } is <b>adopted</b>. <a href="tg://user?id={ $user }">{ $name }</a>, please <b>reply to this message</b> with why, and what will be done; the resident reads it.
prompt-answer-partly = 💡 { $number } is <b>partly adopted</b>. <a href="tg://user?id={ $user }">{ $name }</a>, please <b>reply to this message</b> with what is adopted, what is not, and why; the resident reads it.
prompt-answer-not = 💡 { $number } is <b>not adopted</b>. <a href="tg://user?id={ $user }">{ $name }</a>, please <b>reply to this message</b> with why; the resident reads it.
case-answer-adopted = 📄 <b>{ $number }: your suggestion is adopted</b> ✅
    { $unit }, { $name }:
    { $text }
case-answer-partly = 📄 <b>{ $number }: your suggestion is partly adopted</b> 🔶
    { $unit }, { $name }:
    { $text }
case-answer-not = 📄 <b>{ $number }: your suggestion is not adopted this time</b>
    { $unit }, { $name }:
    { $text }
case-verdict = 💡 What becomes of it: <b>{ $verdict }</b>
card-verdict = 💡 What becomes of it: { $verdict }
error-verdict-first = First press “Formal answer” and choose what becomes of it, then write why. What you just wrote is kept, and was not sent.
team-emergency = emergencies
button-team-emergency = 🚨 Emergencies
team-medical = medical help
button-team-medical = 🩺 Medical help
team-jobs = jobs
button-team-jobs = 💼 Jobs
team-relief = relief
button-team-relief = 🤝 Relief
team-health = health and family planning
button-team-health = 💉 Health and family planning
team-fire = fire safety
button-team-fire = 🚒 Fire safety
team-police = public safety
button-team-police = 👮 Public safety
team-environment = environment and waste
button-team-environment = ♻️ Environment and waste
team-property = property management
button-team-property = 🔧 Property management
team-tenancy = rented rooms and registration
button-team-tenancy = 🏘 Rented rooms and registration
team-desk = general help
button-team-desk = 🏠 General help
preview-team = 🚚 Team: <b>{ $team }</b>
button-change-team = Another team
petition-team = Which team is this for? If you are not sure press “Back”, and we will see to it:
case-team = 🚚 Team: { $team }
case-urgent = 🚨 <b>Urgent</b>: { $waits ->
    [yes] we promise that somebody takes it by { $at }
   *[no] we promise to say what is being done by { $at }
}
receipt-urgent = 🚨 <b>Receipt { $number }</b>
    { $unit } has your urgent request and is calling those on duty.
    <b>If somebody is in danger, call first: fire 119, ambulance 120, police 110.</b>

    <b>What we promise</b>
    • somebody takes it by { $claim-at }
    • you hear what is being done by { $reply-at }
    <b>The law's limits</b>
    • by { $accept } written notice whether it is accepted
    • an answer within 60 days of acceptance (counted from today: { $answer })
card-urgent = 🚨 <b>Urgent: please see to it at once</b>
card-team = 🚚 Team: { $team }
card-due-urgent = ⏳ { $waits ->
    [yes] to be taken by { $at }
   *[no] the resident is to hear what is being done by { $at }
}
card-urgent-duty = 🚨 <b>Urgent!</b> Please look at once, whoever is on duty:
card-urgent-nobody = 🚨 <b>Urgent!</b> Nobody is on duty now; whoever reads this please press “Take it”.
urgent-late = 🚨 <b>Nobody has taken { $number }</b>; the resident was promised { $at }. Please press “Take it” on its card now.
urgent-below = 🚨 { $unit }: nobody has taken the urgent request { $number }; the resident was promised { $at }. Please see to it.
dates-urgent = 🚨 Urgent requests are not counted in days: we promise hours: somebody takes it by { $claim }, and you hear what is being done by { $reply }.
button-team = 🚚 Another team
team-which = 🚚 <b>{ $number }</b> is with “{ $team }”. Which team is it for? The resident is told.
team-done = 🚚 { $name } gave { $number } to “{ $team }”.
notice-team = 🚚 { $number } is now with the team for { $team }. You need not do anything.
event-service_team = { $at } given to another team
error-team-none = { $number } cannot go to another team: only requests for help that are not done can.
call-phone = 📞 At which number shall we call you? Send me the number, or share your contact card with 📎. Only the staff who handle this see it, and it is deleted when it is done.
call-phone-taken = 📞 You wrote a number (ending in { $end }); we call that one. Press “Back” to change it.
call-when = 🕐 When may we call? Press one, or write it: “tomorrow at three”.
button-call-morning = Morning
button-call-afternoon = Afternoon
button-call-evening = Evening
button-call-any = Any time
call-morning = in the morning
call-afternoon = in the afternoon
call-evening = in the evening
call-any = at any time
call-when-words = Please write a few words, such as “tomorrow morning”, or press a button.
call-about = About { $number }: please call me back.
call-draft-first = Something of yours is half written. Finish that first, then ask for a call.
preview-call = 📞 at the number ending in { $end } · 🕐 { $when }
button-change-phone = Change the number
button-change-when = Change the time
button-call-me = 📞 Call me back
names-call-me = call me|call me back
receipt-call = 🧾 <b>Receipt { $number }</b>
    { $unit } will call you back.

    <b>What we promise</b>
    • a call by { $reply }
    If nobody answers we call again; once we have spoken it is done.
    <b>The law's limits</b>
    • by { $accept } written notice whether it is accepted
    • an answer within 60 days of acceptance (counted from today: { $answer })
case-call = 📞 to be called · 🕐 { $when }
card-call = 📞 Call back · 🕐 { $when }{ $tries ->
    [0] {""}
   *[other] {" "}· not reached: { $tries }
}
button-called = ☎️ Reached, done
button-missed = 📵 Not reached
prompt-called = ☎️ <a href="tg://user?id={ $user }">{ $name }</a>, please <b>reply to this message</b> with a few words of what was said ({ $number }); only colleagues read it, and the case is closed by it.
staff-called = ☎️ { $name } has called the resident back: { $number } is closed, the number erased.
staff-missed = { $number }: not reached, { $count } so far. The resident has been told.
notice-called = ☎️ { $number }: { $name } has spoken with you; this is done, and your number is erased. If there is more, just write to me.
notice-not-reached = 📵 { $number }: we called and nobody answered. We will call again; to give another number or time, reply to this message.
notice-not-reached-often = 📵 { $number }: we have called { $count } times and nobody answered. Please <b>reply to this message</b> with another number or time, or write what it is about, and we will answer in writing.
event-called = { $at } { $name } spoke with you on the telephone, closed
event-not_reached = { $at } { $name } called, nobody answered
error-call-none = { $number } is no call to be made, or it is done already.
error-call-incomplete = The number or the time is missing: press “Change the number” or “Change the time”.
error-never-callback = { $number } is a call to be made: use the buttons on its card, reached or not reached.
mandate-deputy = people's deputy
mandate-cppcc = CPPCC member
card-mandate = 🏛 Proposal of a { $mandate }: <b>it must be answered</b>
error-proposal-not-yours = Proposals are for people's deputies and CPPCC members. If you are one, verify yourself under “my data” first; if not, choose “Suggestion”.
error-never-mediation = { $number } is a mediation and has no answer or question: go on by “Mediation” on its card; what both may read is a reply.
error-never-proposal = { $number } is a proposal: it must be answered and cannot be refused.
brief-proposals = 🏛 Proposals not answered yet: { $count }: { $numbers }
bind-team = • Service team: { $team }. Its requests for help come to this group
card-urgent-team = 🚨 <b>Urgent!</b> Whoever of the team reads this: please press "Take it" at once.
urgent-with-team = 🚨 <b>Urgent request { $number }</b> has gone to the group of the team "{ $team }"; please keep an eye on it. How it stands: /case { $number }.
case-with-team = 🚚 Worked on in the group of the team "{ $team }".
button-fetch = 🔙 Take it back to the desk
fetch-done = 🔙 { $name } has taken { $number } back; its card is in this group.
error-case-with-team = A service team works on this in its own group; your words were not sent to the resident. To do it yourself send /case and the number, and press "Take it back to the desk".
error-fetch-not-with-team = { $number } is in no service team's group now; there is nothing to take back.
