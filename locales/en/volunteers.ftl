volunteer-ask = 🙌 <b>Be a volunteer</b>
    If you like, press “I would help”, then choose with what and when. When the community needs hands you are asked privately; it is up to you, and you can stop at any time.
    Staff see only how many volunteers there are; your name they see when you say yes to a call.
volunteer-mine = 🙌 <b>You are a volunteer, thank you!</b>
    Choose with what you would help and when; press again to take it off. With nothing chosen you may be asked for anything.
volunteer-choice = { $on ->
    [yes] ✅ { $what }
   *[no] { $what }
}
volunteer-left = You are no volunteer any more; what was noted is deleted. Thank you.
button-volunteer-join = I would help
button-volunteer-leave = Stop being a volunteer
skill-visits = Company for the old
skill-carrying = Carrying, errands
skill-repairs = Small repairs
skill-medical = Medical care
skill-teaching = Teaching children
skill-order = Keeping order
skill-cleaning = Cleaning
skill-any = Anybody
times-weekdays = Weekdays
times-evenings = Evenings
times-weekends = Weekends
volunteer-call = 🙌 <b>{ $unit } asks for volunteers</b> ({ $count } wanted)
    { $text }
button-volunteer-yes = I will come
button-volunteer-no = Not this time
volunteer-said-yes = Noted, thank you! If you cannot come after all, press “Not this time”.
volunteer-said-no = All right, another time.
volunteer-enough = There are enough already; thank you for offering!
volunteer-over = This is over; thank you.
volunteer-thanks = 🌷 <b>{ $unit } thanks you for helping!</b>
    { $text }
volunteers = 🙌 <b>Volunteers of { $unit }</b>: { $count }
volunteers-rate-residents = Of the residents who use the bot: { $rate }%
volunteers-rate-units = Of representatives of local units: { $rate }%
volunteers-rate-party = Of party members: { $rate }%
call-usage =
    To call: /call NUMBER what, when, where
    Such as: /call 5 Saturday 9:00, shopping for people who live alone, meet at the gate
call-row = { $state } { $text }
call-is-draft = ✏️
call-is-open = 📣
call-is-enough = ✅
call-is-over = 🌷
call-look = 👀 <b>Volunteers will read this.</b> Look at it, then send. { $count } wanted, { $ready } will be asked ({ $skill }):
    <blockquote>{ $text }</blockquote>
call = { $state } <b>Call</b>: { $count } wanted, { $asked } asked
    <blockquote>{ $text }</blockquote>
    Coming ({ $yes }): { $names }
    Not coming: { $no }
call-skill = { $on ->
    [yes] ✅ { $skill }
   *[no] { $skill }
}
call-dropped = The call was dropped.
call-enough = ✅ Enough volunteers: { $count } said yes. { $text }
button-call-send = Send it
button-call-drop = Drop it
button-call-see = Who is coming
button-call-thank = Done, thank them
button-help-volunteer = Be a volunteer
command-private-volunteer = Be a volunteer
command-group-call = Call volunteers: number, what
error-call-elsewhere = Volunteers are called in the desk's group.
error-call-usage = Write: /call 5 Saturday 9:00, shopping for people who live alone
error-call-long = Too long: at most { $count } characters.
error-call-nobody = No fitting volunteers yet. Choose other people, or ask residents to sign up with /volunteer.
error-call-unknown = This call was not found: over, or you were not asked.
error-call-changed = A colleague was first. Please look again.
button-call-for-case = 🙌 Call volunteers
call-how-many = 🙌 How many volunteers for <b>{ $number }</b>? They read only what kind of matter, where about and when; never the resident's name, phone or words.
button-call-count = { $count }
helpers-when = 🙌 <b>{ $number }</b>: { $count } wanted. When should they come?
helpers-when-n = At once
helpers-when-a = This afternoon
helpers-when-e = This evening
helpers-when-m = Tomorrow morning
helpers-when-w = This weekend
helpers-when-g = To be agreed
volunteer-call-case = 🙌 <b>{ $unit } asks for volunteers</b> ({ $count } wanted)
    What: { $team }
    Where about: { $area }
    When: { $when }
    If you say yes, the staff will be in touch.
volunteer-thanks-case = 🌷 { $unit } thanks you for helping: { $team }, { $area }.
volunteer-not-needed-case = 🙌 What { $unit } asked you to help with ({ $team }, { $area }) is over. If you have not been there yet, you need not go. Thank you!
call-row-case = { $state } 🚚 request for help
call-look-case = 👀 <b>This is what volunteers will read</b>; look at it before it goes out. { $count } wanted, { $ready } will be asked ({ $skill }):
    <blockquote>What: { $team }
    Where about: { $area }
    When: { $when }</blockquote>
call-case = { $state } <b>Volunteers</b>: { $count } wanted, { $asked } asked
    { $team } · { $area } · { $when }
    { $yes } come: { $names }
    { $no } do not
    The resident does not know yet who comes: please tell them.
call-helper-comes = 🙌 <b>{ $name }</b> comes to help with { $number } ({ $count }/{ $wanted }). Please tell the resident who comes and when.
call-helper-stays-away = ↩️ <b>{ $name }</b> can no longer come for { $number } ({ $count }/{ $wanted } left).
error-call-not-for-case = { $number } is no open request for help; volunteers cannot be called for it.
