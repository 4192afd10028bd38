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
error-verdict-first = First press “Formal answer” and choose what becomes of it, then write why. What you just wrote is kept as an internal note.
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
